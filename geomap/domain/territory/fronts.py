"""Fronts: where the cells of two places meet whose answers differ.

Borders are fixed while the cells are; a day only says which of them are fronts. So borders and
control periods are kept by columns, and a day costs one comparison of numbers for each. Degrees
of WGS 84, longitude before latitude.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely.geometry.base import BaseGeometry

from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.control import Status, Verdict

METRES_PER_KM = 1000.0
COORDINATE_DECIMALS = 5
_GEOD = Geod(ellps="WGS84")
_NOBODY = 0
Numbers = NDArray[np.intp]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Look:
    """What of an answer shows on a map: its status and whom it names."""

    status: Status
    holders: tuple[str, ...]
    """The holder alone where the place is held, else all that are named, by id."""

    @classmethod
    def of(cls, verdict: Verdict) -> "Look":
        """What a verdict says of the land; who else is named where a place is held is left out."""
        holders = (verdict.holder,) if verdict.holder else tuple(sorted(verdict.holders))
        return cls(verdict.status, holders)

    @property
    def holder(self) -> str | None:
        """The one holder, or None unless the place is held."""
        return self.holders[0] if self.status is Status.HELD else None

    @property
    def id(self) -> str:
        """A name that is the same for all that look so."""
        return ":".join([self.status.value, "+".join(self.holders)]).rstrip(":")


UNKNOWN_LOOK = Look(Status.UNKNOWN, ())


class Front(NamedTuple):
    """One line between two cells of different looks."""

    place_a: str
    place_b: str
    number: int
    """Counts the lines of one border from 0, since water or reach may part them."""
    a: Look
    b: Look
    since: date
    """The day from which both answers stand as they do: the later start of their periods."""
    line: NDArray[np.float64]
    """Longitude and latitude of each point, a row each."""
    length_km: float
    """Geodesic, on the WGS 84 ellipsoid."""


class CellPeriods:
    """The control periods of all cells, by columns."""

    def __init__(self, periods: Iterable[tuple[str, Verdict, date, date | None]]) -> None:
        """Take the place, the verdict, the start and the end of each; no end while it lasts."""
        places: dict[str, int] = {}
        looks = {UNKNOWN_LOOK: _NOBODY}
        rows = [
            (
                places.setdefault(place, len(places)),
                looks.setdefault(Look.of(verdict), len(looks)),
                start.toordinal(),
                (end or date.max).toordinal(),
            )
            for place, verdict, start, end in periods
        ]
        self._positions = places
        self._columns = np.array(rows, np.intp).reshape(-1, 4).T
        self.looks = tuple(looks)

    def looks_on(self, day: date) -> dict[str, Look]:
        """The look of every place of which something is said on some day."""
        looks, _starts = self.on(day, self._positions)
        return dict(zip(self._positions, _picked(self.looks, looks), strict=True))

    def on(self, day: date, places: Iterable[str]) -> tuple[Numbers, Numbers]:
        """The answers of a day for some places, in their order.

        Gives the position of each place's look in `looks`, and the ordinal of the day from which
        the answer stands. A place of which nothing is said has the look of an unknown one.
        """
        number = day.toordinal()
        positions, looks, starts, ends = self._columns
        holding = (starts <= number) & (number < ends)
        # Position -1, of a place without any period, is one more at the end.
        found = np.zeros((2, len(self._positions) + 1), np.intp)
        found[:, positions[holding]] = looks[holding], starts[holding]
        asked = np.array([self._positions.get(place, -1) for place in places], np.intp)
        return found[0, asked], found[1, asked]


class Borders:
    """Every border between two cells, line by line."""

    def __init__(
        self, pairs: Sequence[tuple[str, str]], geometries: Iterable[BaseGeometry]
    ) -> None:
        """`geometries` are lines or collections of lines, one for each pair of places."""
        lines, of_pair = shapely.get_parts(list(geometries), return_index=True)
        self._places = sorted({place for pair in pairs for place in pair})
        position = {place: number for number, place in enumerate(self._places)}
        ends = np.array([(position[a], position[b]) for a, b in pairs], np.intp).reshape(-1, 2)
        self._lines: NDArray[Any] = lines
        self._a, self._b = ends[of_pair].T
        self._numbers = _counted_within(of_pair)
        self._bounds = shapely.bounds(lines).reshape(-1, 4)
        self._lengths = _lengths_km(lines)

    def __len__(self) -> int:
        """The number of lines."""
        return len(self._lines)

    def fronts(self, periods: CellPeriods, day: date, box: Bbox = WORLD) -> list[Front]:
        """The lines of a day that part two looks, in the order of their places.

        Land that nobody speaks for has no front.
        """
        looks, starts = periods.on(day, self._places)
        a, b = looks[self._a], looks[self._b]
        differ = (a != b) & (a != _NOBODY) & (b != _NOBODY)
        chosen = np.flatnonzero(differ & self._within(box))
        of_a, of_b = self._a[chosen], self._b[chosen]
        return list(
            map(
                Front,
                _picked(self._places, of_a),
                _picked(self._places, of_b),
                self._numbers[chosen].tolist(),
                _picked(periods.looks, a[chosen]),
                _picked(periods.looks, b[chosen]),
                map(date.fromordinal, np.maximum(starts[of_a], starts[of_b]).tolist()),
                _coordinates(self._lines[chosen]),
                self._lengths[chosen].tolist(),
            )
        )

    def _within(self, box: Bbox) -> NDArray[np.bool_]:
        """Which lines have a part in the box, by their own bounds first and then by themselves."""
        touching = np.zeros(len(self), dtype=bool)
        if box == WORLD:
            return ~touching
        west, south, east, north = self._bounds.T
        for part in box.parts():
            near = (west <= part.east) & (east >= part.west)
            near &= (south <= part.north) & (north >= part.south)
            frame = shapely.box(part.west, part.south, part.east, part.north)
            touching[near] |= shapely.intersects(self._lines[near], frame)
        return touching


def _picked(values: Sequence[Value], positions: Numbers) -> list[Value]:
    return [values[position] for position in positions.tolist()]


def _coordinates(lines: NDArray[Any]) -> list[NDArray[np.float64]]:
    points, of_line = shapely.get_coordinates(lines, return_index=True)
    rounded = np.round(points, COORDINATE_DECIMALS)
    stops = np.searchsorted(of_line, np.arange(len(lines) + 1)).tolist()
    # Views of one array: a list for each point would keep the garbage collector busy.
    return [rounded[start:stop] for start, stop in pairwise(stops)]


def _counted_within(groups: Numbers) -> Numbers:
    """How many of the same group come before each; equal numbers stand together."""
    return np.arange(len(groups)) - np.searchsorted(groups, groups)


def _lengths_km(lines: NDArray[Any]) -> NDArray[np.float64]:
    """The geodesic length in km of each line."""
    points, of_line = shapely.get_coordinates(lines, return_index=True)
    within = of_line[1:] == of_line[:-1]
    starts, ends = points[:-1][within], points[1:][within]
    _there, _back, metres = _GEOD.inv(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])
    return np.bincount(of_line[1:][within], metres, len(lines)) / METRES_PER_KM
