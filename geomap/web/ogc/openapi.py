"""The description of the API in OpenAPI 3.0, from the declarations by which requests are read."""

from collections.abc import Iterable

from geomap import __version__
from geomap.domain.items.collections import COLLECTIONS, Collection
from geomap.domain.statements import Frame
from geomap.web.answers import GEOJSON, JSON
from geomap.web.declarations import F, Json, Parameter
from geomap.web.formats import DOCUMENTS, HTML, ITEM, ITEMS, Format
from geomap.web.ogc.links import OPENAPI, SCHEMA
from geomap.web.ogc.openapi_operations import (
    ETAG,
    NOT_MODIFIED,
    PROBLEM,
    SECURITY_SCHEMES,
    operation_paths,
    parameter_document,
)
from geomap.web.ogc.openapi_schemas import SCHEMAS, feature_schema, reference
from geomap.web.ogc.parameters import item_parameters, items_parameters
from geomap.web.operations import (
    counts,
    files,
    following,
    gazetteer,
    maps,
    reasons,
    review,
    writing,
)
from geomap.web.problems import MEDIA_TYPE

_GROUPS = (maps, files, reasons, counts, following, gazetteer, writing, review)
OPERATIONS = tuple(one for group in _GROUPS for one in group.OPERATIONS)
"""What can be done at the addresses beside the collections."""
TAGS = {
    maps.TAG: "The map of a day, all of it at once, and tiles.",
    reasons.TAG: "Why answers are as they are, and how two of them differ.",
    counts.TAG: "What is held in numbers; places and events in full.",
    following.TAG: "Changes as they come, and how the service is.",
    gazetteer.TAG: "Names of places.",
    writing.TAG: "Statements and proposals; writing needs a token.",
    review.TAG: "Reports with proposals, and what a decision on one would change.",
}


def openapi_document(frame: Frame, server: str) -> Json:
    """The whole description, without a reference to anything outside it."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": frame.title,
            "description": frame.description or frame.title,
            "version": __version__,
            "license": {"name": frame.licence},
        },
        "servers": [{"url": server.rstrip("/")}],
        "tags": [
            *({"name": one.id, "description": one.description} for one in COLLECTIONS.values()),
            *({"name": name, "description": text} for name, text in TAGS.items()),
        ],
        "paths": _paths() | operation_paths(OPERATIONS),
        "components": {
            "securitySchemes": SECURITY_SCHEMES,
            "schemas": SCHEMAS
            | {f"{one.id}Item": feature_schema(one) for one in COLLECTIONS.values()},
            "responses": {
                "Problem": {
                    "description": "Why the request was refused, and what to send instead.",
                    "content": {MEDIA_TYPE: {"schema": reference("problem")}},
                }
            },
        },
    }


def _paths() -> Json:
    paths: Json = {
        "/api/": _get("landingPage", "What this API is about", JSON, "landingPage"),
        "/api/conformance": _get("conformance", "What the API conforms to", JSON, "conformance"),
        "/api/openapi.json": _plain("description", "This description", OPENAPI),
        "/api/collections": _get("collections", "All collections", JSON, "collections"),
    }
    for one in COLLECTIONS.values():
        base = f"/api/collections/{one.id}"
        paths[base] = _get(f"{one.id}Collection", one.title, JSON, "collection", one)
        paths[f"{base}/queryables"] = _plain(
            f"{one.id}Queryables", "What items can be filtered by", SCHEMA, one
        )
        paths[f"{base}/schema"] = _plain(
            f"{one.id}Schema", "What items are described by", SCHEMA, one
        )
        paths[f"{base}/items"] = _items(one)
        paths[f"{base}/items/{{itemId}}"] = _item(one)
    return paths


def _get(
    name: str, summary: str, media_type: str, schema: str, collection: Collection | None = None
) -> Json:
    content = {media_type: {"schema": reference(schema)}, HTML: {"schema": {"type": "string"}}}
    return {"get": _operation(name, summary, [_format(DOCUMENTS)], content, collection)}


def _plain(name: str, summary: str, media_type: str, collection: Collection | None = None) -> Json:
    content = {media_type: {"schema": {"type": "object"}}}
    return {"get": _operation(name, summary, [], content, collection)}


def _items(collection: Collection) -> Json:
    parameters = [parameter_document(one) for one in items_parameters(collection) if one != F]
    members = {"features": {"type": "array", "items": reference(f"{collection.id}Item")}}
    page = {"allOf": [reference("page"), {"type": "object", "properties": members}]}
    content = {GEOJSON: {"schema": page}, HTML: {"schema": {"type": "string"}}}
    content |= {one.media_type: {"schema": {"type": "string"}} for one in ITEMS[len(ITEM) :]}
    summary = f"A page of {collection.id}"
    parameters.append(_format(ITEMS))
    return {
        "get": _operation(f"{collection.id}Items", summary, parameters, content, collection)
        | {"description": collection.description}
    }


def _item(collection: Collection) -> Json:
    path = {
        "name": "itemId",
        "in": "path",
        "required": True,
        "description": "The id of an item.",
        "schema": {"type": "string"},
    }
    parameters = [parameter_document(one) for one in item_parameters(collection) if one != F]
    content = {
        GEOJSON: {"schema": reference(f"{collection.id}Item")},
        HTML: {"schema": {"type": "string"}},
    }
    summary = f"One item of {collection.id}"
    operation = _operation(
        f"{collection.id}Item", summary, [path, *parameters, _format(ITEM)], content, collection
    )
    operation["responses"]["404"] = PROBLEM
    return {"get": operation}


def _operation(
    name: str,
    summary: str,
    parameters: list[Json],
    content: Json,
    collection: Collection | None,
) -> Json:
    statuses = dict.fromkeys(("400", "406", "503", "default"), PROBLEM)
    return {
        "operationId": name,
        "summary": summary,
        **({"tags": [collection.id]} if collection else {}),
        "parameters": parameters,
        "responses": {
            "200": {"description": summary, "headers": ETAG, "content": content},
            "304": NOT_MODIFIED,
            **statuses,
        },
    }


def _format(offered: Iterable[Format]) -> Json:
    return parameter_document(
        Parameter(F.name, F.description, F.schema | {"enum": [one.name for one in offered]})
    )
