"""A small map of some items, drawn here as SVG, so that a page of the API needs no other host."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.queries import Feature

WIDTH = 640
LEAST_DEGREES = 1.0
MOST_LATITUDE = 85.0
_ROOM = 0.08
_TALLEST = 1.0
_LAND_DEGREES = 0.02


@dataclass(frozen=True, slots=True)
class Mark:
    """One item on the map: a point at `x`, `y`, or a path."""

    title: str
    href: str
    kind: str
    path: str = ""
    x: float = 0.0
    y: float = 0.0


@dataclass(frozen=True, slots=True)
class SmallMap:
    """A picture in units of its own, with y downwards."""

    height: int
    land: str
    marks: list[Mark]
    label: str
    width: int = WIDTH


class _View:
    """Degrees to units: true in length along the middle latitude."""

    def __init__(self, bounds: Sequence[float]) -> None:
        west, south, east, north = bounds
        room = max(LEAST_DEGREES, east - west, north - south) * _ROOM + LEAST_DEGREES / 4
        self.west, self.east = west - room, east + room
        self.south, self.north = south - room, north + room
        narrowed = cos(radians(min(abs(self.south + self.north) / 2, MOST_LATITUDE)))
        self._x = WIDTH / (self.east - self.west)
        self._y = self._x / narrowed
        self.height = round(min((self.north - self.south) * self._y, WIDTH * _TALLEST))
        self._y = self.height / (self.north - self.south)

    @property
    def frame(self) -> Polygon:
        """What can be seen."""
        return shapely.box(self.west, self.south, self.east, self.north)

    def place(self, pairs: np.ndarray) -> np.ndarray:
        """Longitude and latitude to x and y."""
        x = (pairs[:, 0] - self.west) * self._x
        return np.round(np.column_stack([x, (self.north - pairs[:, 1]) * self._y]), 1)


def small_map(features: Iterable[Feature], land: BaseGeometry, base: str) -> SmallMap | None:
    """The items that have a geometry, or None where none has; `base` is the address of items."""
    drawn = [one for one in features if one.geometry is not None and not one.geometry.is_empty]
    if not drawn:
        return None
    view = _View(shapely.total_bounds([one.geometry for one in drawn]).tolist())
    seen = shapely.intersection(_simple(land), view.frame)
    marks = [_mark(one, view, base) for one in drawn]
    many = f"{len(marks)} items" if len(marks) > 1 else marks[0].title
    return SmallMap(view.height, _path(seen, view), marks, f"Map of {many}")


@lru_cache(maxsize=4)
def _simple(land: BaseGeometry) -> BaseGeometry:
    return shapely.make_valid(shapely.simplify(land, _LAND_DEGREES))


def _mark(feature: Feature, view: _View, base: str) -> Mark:
    shape = feature.geometry
    href = f"{base}/{feature.id}"
    title = str(feature.properties.get("name") or feature.properties.get("title") or feature.id)
    if isinstance(shape, Point):
        x, y = view.place(np.array([[shape.x, shape.y]]))[0].tolist()
        return Mark(title, href, "point", x=x, y=y)
    kind = "area" if shapely.get_dimensions(shape) > 1 else "line"
    return Mark(title, href, kind, _path(shape, view))


def _path(shape: BaseGeometry | None, view: _View) -> str:
    """The rings and lines of a shape as the data of an SVG path."""
    pieces = []
    for part in shapely.get_parts(shape):
        closed = "Z" if isinstance(part, Polygon) else ""
        rings = shapely.get_rings(part) if closed else [part] * isinstance(part, LineString)
        for ring in rings:
            points = view.place(shapely.get_coordinates(ring)).tolist()
            pieces.append("M" + "L".join(f"{x:g} {y:g}" for x, y in points) + closed)
    return "".join(pieces)
