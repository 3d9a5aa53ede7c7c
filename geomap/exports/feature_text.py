"""Features as text, however many: GeoJSON (RFC 7946), GeoJSON text sequences (RFC 8142) and CSV.

Each writer gives its text in pieces and holds one batch of features at a time.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely

from geomap.domain.items.collections import Collection, Shape
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature
from geomap.exports.csv_tables import Cell, csv_lines
from geomap.exports.features import ID, batches
from geomap.exports.geometry import COORDINATE_DECIMALS, geometry_document

RECORD_SEPARATOR = "\x1e"
LIST_SEPARATOR = ";"
WKT = "wkt"
_OBJECTS = frozenset({Kind.OBJECT, Kind.CLAIMS})
_WHERE = {Shape.POINT: ("longitude", "latitude"), None: ()}
Json = dict[str, Any]


def feature_document(feature: Feature) -> Json:
    """One feature as GeoJSON."""
    return {
        "type": "Feature",
        "id": feature.id,
        "geometry": geometry_document(feature.geometry),
        "properties": dict(feature.properties),
    }


def feature_collection(features: Iterable[Feature], members: Mapping[str, Any]) -> Iterator[bytes]:
    """A FeatureCollection with more members; at its end it says how many features it has."""
    count = 0
    head = json_text({"type": "FeatureCollection", **members, "features": []})
    yield head.removesuffix("]}").encode()
    for batch in batches(features):
        text = ",\n".join(json_text(feature_document(feature)) for feature in batch)
        yield (("," if count else "") + "\n" + text).encode()
        count += len(batch)
    yield f'\n],"numberReturned":{count}}}\n'.encode()


def feature_sequence(features: Iterable[Feature]) -> Iterator[bytes]:
    """One text for each feature, with a mark in front, so that a reader need not hold them all."""
    for batch in batches(features):
        yield "".join(
            f"{RECORD_SEPARATOR}{json_text(feature_document(feature))}\n" for feature in batch
        ).encode()


def feature_table(collection: Collection, features: Iterable[Feature]) -> Iterator[bytes]:
    """A table: points as longitude and latitude, other shapes as well-known text.

    Lists are joined by `;`.
    """
    where = _WHERE.get(collection.shape, (WKT,))
    names = [column.name for column in collection.properties]
    yield csv_lines([(ID.name, *names, *where)]).encode()
    for batch in batches(features):
        rows = (
            (
                feature.id,
                *(
                    _cell(column, feature.properties.get(column.name))
                    for column in collection.properties
                ),
                *_where(collection.shape, feature),
            )
            for feature in batch
        )
        yield csv_lines(rows).encode()


def json_text(document: Any) -> str:
    """Compact JSON; a number that JSON does not know is a defect."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def _cell(column: Property, value: Any) -> Cell:
    if value is None:
        return None
    if column.kind is Kind.TEXTS:
        return LIST_SEPARATOR.join(value)
    if column.kind in _OBJECTS:
        return json_text(value)
    cell: Cell = value
    return cell


def _where(shape: Shape | None, feature: Feature) -> tuple[Cell, ...]:
    geometry = feature.geometry
    if shape is None:
        return ()
    if shape is Shape.POINT:
        if geometry is None:
            return (None, None)
        longitude, latitude = shapely.get_coordinates(geometry)[0].tolist()
        return (round(longitude, COORDINATE_DECIMALS), round(latitude, COORDINATE_DECIMALS))
    if geometry is None:
        return (None,)
    return (shapely.to_wkt(geometry, rounding_precision=COORDINATE_DECIMALS),)
