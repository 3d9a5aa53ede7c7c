"""The documents of the API: landing page, conformance, collections, schemas, pages of items."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from geomap.domain.items.collections import COLLECTIONS, Collection, Shape
from geomap.domain.items.properties import Property
from geomap.domain.items.queries import Feature, Item, Page
from geomap.domain.statements import Frame
from geomap.exports.feature_text import feature_documents, features_text, json_bytes
from geomap.web.ogc.coordinates import Crs
from geomap.web.ogc.links import Link, collection_links
from geomap.web.ogc.parameters import value_schema

Json = dict[str, Any]
_FEATURES = "http://www.opengis.net/spec/ogcapi-features-"
_CQL2 = "http://www.opengis.net/spec/cql2/1.0/conf/"
CONFORMANCE = (
    "http://www.opengis.net/spec/ogcapi-common-1/1.0/conf/core",
    "http://www.opengis.net/spec/ogcapi-common-2/1.0/conf/collections",
    *(f"{_FEATURES}1/1.0/conf/{one}" for one in ("core", "oas30", "html", "geojson")),
    f"{_FEATURES}2/1.0/conf/crs",
    *(
        f"{_FEATURES}3/1.0/conf/{one}"
        for one in ("queryables", "queryables-query-parameters", "filter", "features-filter")
    ),
    *(
        f"{_CQL2}{one}"
        for one in (
            "cql2-text",
            "cql2-json",
            "basic-cql2",
            "advanced-comparison-operators",
            "basic-spatial-functions",
            "temporal-functions",
        )
    ),
)
_FORMATS = {
    Shape.POINT: "geometry-point",
    Shape.LINES: "geometry-multilinestring",
    Shape.LAND: "geometry-multipolygon",
    None: "geometry-any",
}
_ROLES = {"start": "primary-interval-start", "end": "primary-interval-end"}


def landing_document(frame: Frame, links: Sequence[Link]) -> Json:
    """What this API is about, and where to go on."""
    return {"title": frame.title, "description": frame.description, "links": list(links)}


def conformance_document(links: Sequence[Link]) -> Json:
    """The classes of the standards that the API conforms to."""
    return {"conformsTo": list(CONFORMANCE), "links": list(links)}


def collections_document(frame: Frame, links: Sequence[Link]) -> Json:
    """All collections."""
    return {
        "links": list(links),
        "crs": [one.uri for one in Crs],
        "collections": [
            collection_document(one, frame, collection_links(one)) for one in COLLECTIONS.values()
        ],
    }


def collection_document(collection: Collection, frame: Frame, links: Sequence[Link]) -> Json:
    """One collection; its extent in time is that of the atlas."""
    interval = [f"{frame.start.isoformat()}T00:00:00Z", f"{frame.end.isoformat()}T00:00:00Z"]
    temporal = {"temporal": {"interval": [interval]}} if collection.timed else {}
    spatial = {"spatial": {"bbox": [[-180.0, -90.0, 180.0, 90.0]], "crs": Crs.CRS84.uri}}
    extent = {**(spatial if collection.shape else {}), **temporal}
    return {
        "id": collection.id,
        "title": collection.title,
        "description": collection.description,
        "itemType": "feature",
        **({"extent": extent} if extent else {}),
        "crs": [one.uri for one in Crs],
        "storageCrs": Crs.CRS84.uri,
        "links": list(links),
    }


def queryables_document(collection: Collection, address: str) -> Json:
    """What items can be filtered by, as a JSON schema."""
    properties = {one.name: _property_schema(one) for one in collection.queryables}
    geometry = {"geometry": _geometry_schema(collection)} if collection.shape else {}
    filters = {
        one.name: {"title": one.title, **value_schema(one)}
        for one in collection.filters
        if one.name not in properties
    }
    return _schema(collection, address, {**geometry, **properties}) | {
        "x-geomap-parameters": filters
    }


def schema_document(collection: Collection, address: str) -> Json:
    """What items are described by, as a JSON schema."""
    properties = {one.name: _property_schema(one) for one in collection.properties}
    identity = {"id": {"type": "string", "title": "The id of the item", "x-ogc-role": "id"}}
    geometry = {"geometry": _geometry_schema(collection)} if collection.shape else {}
    return _schema(collection, address, {**identity, **geometry, **properties})


def items_document(page: Page[Feature], crs: Crs, links: Sequence[Link]) -> Json:
    """A page of items as GeoJSON; coordinates are in a CRS."""
    return _page_head(page, links) | {"features": item_documents(page.features, crs)}


def items_text(page: Page[Item], links: Sequence[Link]) -> bytes:
    """The same as text, in CRS84."""
    head = json_bytes(_page_head(page, links) | {"features": []}).removesuffix(b"]}")
    return b"%b%b]}" % (head, features_text(page.features))


def _page_head(page: Page[Item], links: Sequence[Link]) -> Json:
    return {
        "type": "FeatureCollection",
        "timeStamp": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "revision": page.revision,
        "numberMatched": page.matched,
        "numberReturned": len(page.features),
        "links": list(links),
    }


def item_document(feature: Feature, crs: Crs, links: Sequence[Link]) -> Json:
    """An item as GeoJSON; coordinates are in a CRS."""
    return item_documents([feature], crs)[0] | {"links": list(links)}


def item_documents(features: Sequence[Feature], crs: Crs) -> list[Json]:
    """Items as GeoJSON; coordinates are in a CRS."""
    documents = feature_documents(features)
    if crs is not Crs.CRS84:
        for feature, document in zip(features, documents, strict=True):
            if feature.geometry is not None:
                document["geometry"] = crs.document_of(feature.geometry)
    return documents


def _schema(collection: Collection, address: str, properties: Json) -> Json:
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": address,
        "type": "object",
        "title": collection.title,
        "description": collection.description,
        "properties": properties,
        "additionalProperties": False,
    }


def _property_schema(one: Property) -> Json:
    role = {"x-ogc-role": _ROLES[one.name]} if one.name in _ROLES else {}
    return {"title": one.title, **value_schema(one), **role}


def _geometry_schema(collection: Collection) -> Json:
    return {
        "title": "Where it is",
        "format": _FORMATS[collection.shape],
        "x-ogc-role": "primary-geometry",
    }
