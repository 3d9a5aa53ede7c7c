"""Coordinate reference systems: those that can be asked in and answered in (OGC 18-058r1).

Everything inside is CRS84, longitude before latitude. EPSG:4326 has latitude before longitude, as
its authority says, and EPSG:3857 metres of east and north.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from math import isfinite
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geomap.domain.bbox import Bbox
from geomap.errors import InvalidParameter
from geomap.exports.geometry import COORDINATE_DECIMALS

LONGEST_SHOWN = 60
BBOX_NUMBERS = (4, 6)
METRE_DECIMALS = 2
_AUTHORITY = "http://www.opengis.net/def/crs/"
_WANTED = "give west,south,east,north, such as 38,34,42,37"
_MOST_METRES = 2.1e7
Pairs = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _System:
    uri: str
    short: str
    bounds: tuple[float, float]
    """The largest first and second coordinate, either side of zero."""


class Crs(Enum):
    """A coordinate reference system."""

    CRS84 = _System(f"{_AUTHORITY}OGC/1.3/CRS84", "CRS84", (180.0, 90.0))
    EPSG_4326 = _System(f"{_AUTHORITY}EPSG/0/4326", "EPSG:4326", (90.0, 180.0))
    EPSG_3857 = _System(f"{_AUTHORITY}EPSG/0/3857", "EPSG:3857", (_MOST_METRES, _MOST_METRES))

    @property
    def uri(self) -> str:
        """The name by which the standard calls it."""
        return self.value.uri

    @classmethod
    def asked(cls, name: str, text: str | None) -> "Crs":
        """By URI, or short as in `EPSG:3857`; CRS84 when it is not given.

        Raises InvalidParameter for any other.
        """
        for one in cls:
            if text in {None, one.uri, one.value.short, f"[{one.value.short}]"}:
                return one
        known = ", ".join(one.uri for one in cls)
        raise InvalidParameter(
            name,
            f"{(text or '')[:LONGEST_SHOWN]!r} is no CRS that is known here; give one of {known}.",
        )

    def document_of(self, shape: BaseGeometry) -> dict[str, Any]:
        """A shape of CRS84 as a GeoJSON geometry in this system, rounded to a metre or finer."""
        rounded = shapely.transform(
            shape, lambda pairs: np.round(self._from_degrees(pairs), self._decimals)
        )
        document: dict[str, Any] = mapping(rounded)
        return document

    @property
    def _decimals(self) -> int:
        return METRE_DECIMALS if self is Crs.EPSG_3857 else COORDINATE_DECIMALS

    def to_degrees(self, name: str, shape: BaseGeometry) -> BaseGeometry:
        """A shape of this system in CRS84. Raises InvalidParameter where it leaves the globe."""
        west, south, east, north = shape.bounds
        first, second = self.value.bounds
        if max(abs(west), abs(east)) > first or max(abs(south), abs(north)) > second:
            raise InvalidParameter(name, f"leaves the globe; it is read in {self.uri}.")
        return shape if self is Crs.CRS84 else shapely.transform(shape, self._into_degrees)

    def _from_degrees(self, pairs: Pairs) -> Pairs:
        if self is Crs.EPSG_4326:
            return pairs[:, ::-1]
        east, north = _mercator().transform(pairs[:, 0], pairs[:, 1])
        return np.column_stack([east, north])

    def _into_degrees(self, pairs: Pairs) -> Pairs:
        if self is Crs.EPSG_4326:
            return pairs[:, ::-1]
        inverse = _mercator().transform(pairs[:, 0], pairs[:, 1], direction="INVERSE")
        return np.column_stack(inverse)


@cache
def _mercator() -> Transformer:
    return Transformer.from_crs("OGC:CRS84", "EPSG:3857", always_xy=True)


def box_of(name: str, text: str, crs: Crs) -> Bbox:
    """A box of four numbers, or six with heights, which are ignored.

    It crosses the antimeridian when west is greater than east. Raises InvalidParameter for what is
    no box.
    """
    try:
        numbers: list[Any] = [float(part) for part in text.split(",")]
    except ValueError:
        raise InvalidParameter(
            name, f"{text[:LONGEST_SHOWN]!r} cannot be read; {_WANTED}."
        ) from None
    return _box(name, numbers, crs)


def box_shape(name: str, numbers: Any, crs: Crs) -> BaseGeometry:
    """The same as a shape, from a list of numbers."""
    if not isinstance(numbers, list) or not all(
        isinstance(one, int | float) and not isinstance(one, bool) for one in numbers
    ):
        raise InvalidParameter(name, f"has a box that is no list of numbers; {_WANTED}.")
    parts = _box(name, numbers, crs).parts()
    boxes = [shapely.box(part.west, part.south, part.east, part.north) for part in parts]
    return boxes[0] if len(boxes) == 1 else shapely.MultiPolygon(boxes)


def _box(name: str, numbers: Sequence[float], crs: Crs) -> Bbox:
    if len(numbers) not in BBOX_NUMBERS or not all(map(isfinite, numbers)):
        raise InvalidParameter(name, f"wants 4 numbers, or 6 with heights; {_WANTED}.")
    half = len(numbers) // 2
    corners = shapely.MultiPoint([tuple(numbers[:2]), tuple(numbers[half : half + 2])])
    degrees = shapely.get_coordinates(crs.to_degrees(name, corners))
    (west, south), (east, north) = degrees.tolist()
    if south > north:
        raise InvalidParameter(name, f"its south lies north of its north; {_WANTED}.")
    return Bbox(west, south, east, north)
