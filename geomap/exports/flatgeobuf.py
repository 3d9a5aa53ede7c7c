"""Features as FlatGeobuf, version 3 of its format (flatgeobuf.org), without a spatial index.

An index stands before the features that it is made of, so a file with one cannot be written while
features arrive. Readers take such files as they are; `ogr2ogr` writes one with an index from it.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from struct import pack
from typing import Any

import numpy as np
import shapely
from flatbuffers import Builder
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.collections import Collection, Shape
from geomap.domain.items.properties import Kind, Property
from geomap.domain.items.queries import Feature
from geomap.exports.features import ID, batches

MAGIC = b"fgb\x03fgb\x00"
WGS_84 = 4326
"""Its axes are longitude and latitude in every FlatGeobuf file, whatever the code says of them."""
_SHAPES = {Shape.POINT: 1, Shape.LINES: 5, Shape.LAND: 6, None: 0}
_POLYGON, _LINES, _POLYGONS = 3, 5, 6
# Numbers of the slots and types in the schema of the format (header.fbs, feature.fbs).
_NAME, _TITLE, _SHAPE, _COLUMNS, _INDEX, _CRS = 0, 11, 2, 7, 9, 10
_TYPES = {
    Kind.TEXT: 11,
    Kind.INTEGER: 7,
    Kind.NUMBER: 10,
    Kind.BOOLEAN: 2,
    Kind.DAY: 11,
    Kind.TEXTS: 12,
    Kind.OBJECT: 12,
    Kind.CLAIMS: 12,
}


def flatgeobuf(collection: Collection, features: Iterable[Feature]) -> Iterator[bytes]:
    """The file in pieces; days are texts as in JSON, lists are JSON."""
    columns = (ID, *collection.properties)
    yield MAGIC + _header(collection, columns)
    builder = Builder(1024)
    for batch in batches(features):
        yield b"".join(_feature(builder, columns, collection.shape, one) for one in batch)


def _header(collection: Collection, columns: tuple[Property, ...]) -> bytes:
    builder = Builder(1024)
    name, title = builder.CreateString(collection.id), builder.CreateString(collection.title)
    listed = _vector(builder, [_column(builder, one) for one in columns])
    builder.StartObject(6)
    builder.PrependInt32Slot(1, WGS_84, 0)
    crs = builder.EndObject()
    builder.StartObject(14)
    builder.PrependUOffsetTRelativeSlot(_NAME, name, 0)
    builder.PrependUint8Slot(_SHAPE, _SHAPES[collection.shape], 0)
    builder.PrependUOffsetTRelativeSlot(_COLUMNS, listed, 0)
    builder.PrependUint16Slot(_INDEX, 0, 16)
    builder.PrependUOffsetTRelativeSlot(_CRS, crs, 0)
    builder.PrependUOffsetTRelativeSlot(_TITLE, title, 0)
    return _finished(builder)


def _column(builder: Builder, column: Property) -> int:
    name = builder.CreateString(column.name)
    builder.StartObject(11)
    builder.PrependUOffsetTRelativeSlot(0, name, 0)
    builder.PrependUint8Slot(1, _TYPES[column.kind], 0)
    return int(builder.EndObject())


def _feature(
    builder: Builder, columns: tuple[Property, ...], shape: Shape | None, feature: Feature
) -> bytes:
    builder.Clear()
    properties = builder.CreateByteVector(_properties(columns, feature))
    geometry = None if feature.geometry is None else _geometry(builder, shape, feature.geometry)
    builder.StartObject(3)
    if geometry is not None:
        builder.PrependUOffsetTRelativeSlot(0, geometry, 0)
    builder.PrependUOffsetTRelativeSlot(1, properties, 0)
    return _finished(builder)


def _geometry(builder: Builder, shape: Shape | None, geometry: BaseGeometry) -> int:
    """A single line or polygon stands in a collection of many as one of one."""
    if shape is Shape.LAND:
        polygons = shapely.get_parts(shapely.orient_polygons(geometry, exterior_cw=False))
        parts = [_flat(builder, _POLYGON, shapely.get_rings(one)) for one in polygons]
        listed = _vector(builder, parts)
        builder.StartObject(8)
        builder.PrependUint8Slot(6, _POLYGONS, 0)
        builder.PrependUOffsetTRelativeSlot(7, listed, 0)
        return int(builder.EndObject())
    return _flat(builder, _SHAPES[shape], shapely.get_parts(geometry))


def _flat(builder: Builder, kind: int, lines: Any) -> int:
    """Points, or lines one behind the other with where each ends."""
    ends = None
    if len(lines) > 1 or kind == _LINES:
        sums = np.cumsum(shapely.get_num_coordinates(lines), dtype=np.uint32)
        ends = builder.CreateNumpyVector(sums)
    xy = builder.CreateNumpyVector(shapely.get_coordinates(lines).ravel())
    builder.StartObject(8)
    if ends is not None:
        builder.PrependUOffsetTRelativeSlot(0, ends, 0)
    builder.PrependUOffsetTRelativeSlot(1, xy, 0)
    builder.PrependUint8Slot(6, kind, 0)
    return int(builder.EndObject())


def _vector(builder: Builder, offsets: list[int]) -> int:
    builder.StartVector(4, len(offsets), 4)
    for offset in reversed(offsets):
        builder.PrependUOffsetTRelative(offset)
    return int(builder.EndVector())


def _finished(builder: Builder) -> bytes:
    builder.FinishSizePrefixed(builder.EndObject())
    return bytes(builder.Output())


def _properties(columns: tuple[Property, ...], feature: Feature) -> bytes:
    """Each value after the number of its column; what is null is left out."""
    values = [feature.id, *(feature.properties.get(column.name) for column in columns[1:])]
    return b"".join(
        pack("<H", number) + _VALUES[column.kind](value)
        for number, (column, value) in enumerate(zip(columns, values, strict=True))
        if value is not None
    )


def _text(value: str) -> bytes:
    encoded = value.encode()
    return pack("<I", len(encoded)) + encoded


def _json(value: Any) -> bytes:
    return _text(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


_VALUES: dict[Kind, Callable[[Any], bytes]] = {
    Kind.TEXT: _text,
    Kind.INTEGER: lambda value: pack("<q", value),
    Kind.NUMBER: lambda value: pack("<d", value),
    Kind.BOOLEAN: lambda value: pack("<?", value),
    Kind.DAY: _text,
    Kind.TEXTS: _json,
    Kind.OBJECT: _json,
    Kind.CLAIMS: _json,
}
