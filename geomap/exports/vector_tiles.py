"""Features as a Mapbox Vector Tile, version 2.1 of its specification.

Times are numbers, so that a map can filter by them without asking again: `start` and `end` count
days from 1 January 1970, `end` is the day after the last, and either is missing while it is open.
Lists of texts are joined by `;`. Long texts and evidence stay behind; the item itself has them.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from struct import pack
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.collections import Collection
from geomap.domain.items.properties import SCALARS, Kind, Property
from geomap.domain.items.queries import Feature
from geomap.domain.tiles import BUFFER, EXTENT, Tile
from geomap.exports.features import ID

EPOCH = date(1970, 1, 1)
LIST_SEPARATOR = ";"
_VERSION = 2
_PLAIN = SCALARS | {Kind.TEXTS}
_LONG = frozenset({"summary", "quote", "note"})
_POINT, _LINE, _POLYGON = 1, 2, 3
_MOVE_TO, _LINE_TO, _CLOSE = 1, 2, 7
_KINDS = (_POINT, _LINE, _POLYGON)
"""By the dimensions of a shape."""
Bounds = tuple[float, float, float, float]
_FRAME: Bounds = (-BUFFER, -BUFFER, EXTENT + BUFFER, EXTENT + BUFFER)


def vector_tile(tile: Tile, layers: Iterable[tuple[Collection, Sequence[Feature]]]) -> bytes:
    """The tile; a layer of which nothing is to be seen in it is left out."""
    return b"".join(
        _field(3, made)
        for collection, features in layers
        if (made := _layer(tile, collection, features))
    )


def layer_document(collection: Collection) -> dict[str, Any]:
    """A layer as a TileJSON document describes it."""
    fields = {ID.name: ID.title} | {one.name: one.title for one in told_of(collection)}
    return {"id": collection.id, "description": collection.description, "fields": fields}


def _layer(tile: Tile, collection: Collection, features: Sequence[Feature]) -> bytes:
    told = _Told(told_of(collection))
    made = [
        _field(2, _feature(geometry, told.tags(feature)))
        for feature, geometry in zip(features, _drawn(tile, features), strict=True)
        if not geometry.is_empty
    ]
    if not made:
        return b""
    head = _field(1, collection.id.encode()) + b"".join(made) + told.written()
    return head + _number(5, EXTENT) + _number(15, _VERSION)


def _drawn(tile: Tile, features: Sequence[Feature]) -> NDArray[np.object_]:
    """The shapes in whole units of the tile, cut at its buffer and valid."""
    shapes = np.array([_shape(feature) for feature in features], dtype=object)
    shapes = shapely.transform(shapes, lambda pairs: _units(tile, pairs))
    kept: NDArray[np.object_] = shapely.clip_by_rect(shapes, *_FRAME)
    kept = shapely.set_precision(kept, 1.0)
    return shapely.orient_polygons(kept, exterior_cw=False)


def _shape(feature: Feature) -> BaseGeometry:
    return feature.geometry or shapely.Point()


def _units(tile: Tile, pairs: NDArray[np.float64]) -> NDArray[np.float64]:
    longitude, latitude = pairs.T
    column = (longitude + 180) / 360 * tile.across - tile.column
    # The poles lie infinitely far away; they are cut like all that is outside.
    north = np.arctanh(np.clip(np.sin(np.radians(latitude)), -1 + 1e-12, 1 - 1e-12))
    row = (0.5 - north / (2 * np.pi)) * tile.across - tile.row
    return np.stack([column, row], axis=1) * EXTENT


def _feature(geometry: BaseGeometry, tags: list[int]) -> bytes:
    dimensions = int(shapely.get_dimensions(geometry))
    kind = _KINDS[dimensions]
    parts = shapely.get_parts(geometry)
    # What touches the edge may leave a point or a line there, beside what is to be seen.
    parts = parts[shapely.get_dimensions(parts) == dimensions]
    commands = _point(geometry) if kind == _POINT else _lines(parts, closed=kind == _POLYGON)
    return _field(2, _varints(tags)) + _number(3, kind) + _field(4, _varints(commands))


def _point(geometry: BaseGeometry) -> list[int]:
    ((x, y),) = shapely.get_coordinates(geometry).astype(np.int64).tolist()
    return [_command(_MOVE_TO, 1), _zigzag(x), _zigzag(y)]


def _lines(parts: NDArray[np.object_], *, closed: bool) -> list[int]:
    """Lines, or rings, whose last point is the first and is not said again."""
    lines = shapely.get_rings(parts) if closed else parts
    commands: list[int] = []
    at = np.zeros(2, dtype=np.int64)
    for line in lines:
        points = shapely.get_coordinates(line).astype(np.int64)[: -1 if closed else None]
        steps = np.diff(points, axis=0, prepend=at[np.newaxis])
        packed = ((steps << 1) ^ (steps >> 63)).ravel().tolist()
        commands += [_command(_MOVE_TO, 1), *packed[:2]]
        commands += [_command(_LINE_TO, len(points) - 1), *packed[2:]]
        if closed:
            commands.append(_command(_CLOSE, 1))
        at = points[-1]
    return commands


class _Told:
    """The names and values of a layer, each written once and called by its number."""

    def __init__(self, properties: Sequence[Property]) -> None:
        self._properties = properties
        self._names: dict[str, int] = {}
        self._values: dict[tuple[type, Any], int] = {}

    def tags(self, feature: Feature) -> list[int]:
        tags: list[int] = []
        for name, value in _plain(feature, self._properties):
            tags.append(self._names.setdefault(name, len(self._names)))
            # True and 1 are one key to a dictionary, and two values to a map.
            tags.append(self._values.setdefault((type(value), value), len(self._values)))
        return tags

    def written(self) -> bytes:
        names = b"".join(_field(3, name.encode()) for name in self._names)
        return names + b"".join(_field(4, _value(value)) for _type, value in self._values)


def told_of(collection: Collection) -> tuple[Property, ...]:
    """The properties that a tile tells of each feature, beside its id."""
    return tuple(
        one for one in collection.properties if one.kind in _PLAIN and one.name not in _LONG
    )


def _plain(feature: Feature, properties: Iterable[Property]) -> Iterator[tuple[str, Any]]:
    yield ID.name, feature.id
    for one in properties:
        value = feature.properties.get(one.name)
        if value is not None:
            yield one.name, _READ.get(one.kind, _as_it_is)(value)


def _as_it_is(value: Any) -> Any:
    return value


_READ: Mapping[Kind, Callable[[Any], Any]] = {
    Kind.DAY: lambda day: (date.fromisoformat(day) - EPOCH).days,
    Kind.TEXTS: LIST_SEPARATOR.join,
}


def _value(value: Any) -> bytes:
    if isinstance(value, str):
        return _field(1, value.encode())
    if isinstance(value, bool):
        return _number(7, int(value))
    if isinstance(value, int):
        return _number(6, _zigzag(value))
    return bytes([3 << 3 | 1]) + pack("<d", value)


def _command(command: int, count: int) -> int:
    return count << 3 | command


def _zigzag(number: int) -> int:
    """Small numbers of either sign as small ones without."""
    return (number << 1) ^ (number >> 63)


def _field(number: int, content: bytes) -> bytes:
    """A part of a message that says how long it is."""
    return bytes([number << 3 | 2]) + _varints([len(content)]) + content


def _number(number: int, value: int) -> bytes:
    return bytes([number << 3]) + _varints([value])


def _varints(numbers: Iterable[int]) -> bytes:
    """Whole numbers in groups of seven bits, the lowest first."""
    out = bytearray()
    for number in numbers:
        rest = number
        while rest > 0x7F:  # noqa: PLR2004 -- Seven bits.
            out.append(rest & 0x7F | 0x80)
            rest >>= 7
        out.append(rest)
    return bytes(out)
