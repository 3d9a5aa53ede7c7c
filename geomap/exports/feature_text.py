"""Features as text, however many: GeoJSON (RFC 7946), GeoJSON text sequences (RFC 8142) and CSV.

Each writer gives its text in pieces and holds one batch of features at a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any, cast

import numpy as np
import orjson
import shapely

from geomap.domain.items.collections import Collection, Shape
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature, FeatureText, Item
from geomap.exports.csv_tables import Cell, csv_lines
from geomap.exports.features import ID, batches
from geomap.exports.geometry import (
    COORDINATE_DECIMALS,
    geometry_documents,
    point_texts,
    round_all,
)

RECORD_SEPARATOR = b"\x1e"
LIST_SEPARATOR = ";"
WKT = "wkt"
_OBJECTS = frozenset({Kind.OBJECT, Kind.CLAIMS})
_WHERE = {Shape.POINT: ("longitude", "latitude"), None: ()}
Json = dict[str, Any]


def features_text(items: Sequence[Item]) -> bytes:
    """Items as GeoJSON, with commas between them."""
    if _are_texts(items):
        return ",".join(_written(cast("Sequence[FeatureText]", items))).encode()
    # All at once takes a third of the time that they take one by one.
    return json_bytes(feature_documents(cast("Sequence[Feature]", items)))[1:-1]


def feature_documents(features: Sequence[Feature]) -> list[Json]:
    """Features as GeoJSON; their properties are shared with them."""
    geometries = geometry_documents([feature.geometry for feature in features])
    return [
        {
            "type": "Feature",
            "id": feature.id,
            "geometry": geometry,
            "properties": feature.properties,
        }
        for feature, geometry in zip(features, geometries, strict=True)
    ]


def feature_collection(features: Iterable[Item], members: Mapping[str, Any]) -> Iterator[bytes]:
    """A FeatureCollection with more members; at its end it says how many features it has."""
    count = 0
    head = json_bytes({"type": "FeatureCollection", **members, "features": []})
    yield head.removesuffix(b"]}")
    for batch in batches(features):
        yield (b",\n" if count else b"\n") + features_text(batch)
        count += len(batch)
    yield f'\n],"numberReturned":{count}}}\n'.encode()


def feature_sequence(features: Iterable[Item]) -> Iterator[bytes]:
    """One text for each feature, with a mark in front, so that a reader need not hold them all."""
    for batch in batches(features):
        texts: Iterable[bytes]
        if _are_texts(batch):
            texts = (text.encode() for text in _written(cast("Sequence[FeatureText]", batch)))
        else:
            texts = map(json_bytes, feature_documents(cast("Sequence[Feature]", batch)))
        yield b"".join(b"%b%b\n" % (RECORD_SEPARATOR, text) for text in texts)


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
                *cells,
            )
            for feature, cells in zip(batch, _where(collection.shape, batch), strict=True)
        )
        yield csv_lines(rows).encode()


def json_bytes(document: Any) -> bytes:
    """Compact JSON in UTF-8, without what Python's own encoder spends on each value."""
    return orjson.dumps(document)


def _are_texts(items: Sequence[Item]) -> bool:
    """Whether items are texts; those of one answer all have the same form."""
    return bool(items) and isinstance(items[0], FeatureText)


def _written(items: Sequence[FeatureText]) -> Iterator[str]:
    """What `json_bytes` makes of `feature_documents` of the same."""
    places = point_texts([(item.longitude, item.latitude) for item in items])
    for item, place in zip(items, places, strict=True):
        yield (
            f'{{"type":"Feature","id":{item.id},"geometry":{place},"properties":{item.properties}}}'
        )


def _cell(column: Property, value: Any) -> Cell:
    if value is None:
        return None
    if column.kind is Kind.TEXTS:
        return LIST_SEPARATOR.join(value)
    if column.kind in _OBJECTS:
        return json_bytes(value).decode()
    cell: Cell = value
    return cell


def _where(shape: Shape | None, features: Sequence[Feature]) -> Iterable[tuple[Cell, ...]]:
    """The cells that say where each feature is."""
    if shape is None:
        return [()] * len(features)
    geometries = np.array([feature.geometry for feature in features], object)
    if shape is Shape.POINT:
        # Of what is no point, there are no coordinates.
        pairs = np.column_stack([shapely.get_x(geometries), shapely.get_y(geometries)])
        rows: list[list[float]] = round_all(pairs).tolist()
        return [(None, None) if isnan(x) else (x, y) for x, y in rows]
    texts = shapely.to_wkt(geometries, rounding_precision=COORDINATE_DECIMALS)
    return [(text,) for text in texts.tolist()]
