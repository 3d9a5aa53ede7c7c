"""Fronts: where the cells of two places meet whose answers differ.

Borders are fixed while the cells are; a day only says which of them are fronts. So they are kept
as arrays, and a day costs one comparison of numbers for each. Degrees of WGS 84, longitude first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

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
_NOBODY = -1


@dataclass(frozen=True, slots=True)
class CellAnswer:
    """Whose the land of a place is on a day, and since when."""

    status: Status
    holders: tuple[str, ...]
    """The holder alone where the place is held, else all that are named, by id."""
    start: date
    """The first day of the control period."""

    @classmethod
    def of(cls, verdict: Verdict, start: date) -> "CellAnswer":
        """What a verdict says of the land; who else is named where a place is held is left out."""
        holders = (verdict.holder,) if verdict.holder else tuple(sorted(verdict.holders))
        return cls(verdict.status, holders, start)

    @property
    def holder(self) -> str | None:
        """The one holder, or None unless the place is held."""
        return self.holders[0] if self.status is Status.HELD else None


@dataclass(frozen=True, slots=True)
class Front:
    """One line between two cells whose answers differ in status or in whom they name."""

    place_a: str
    place_b: str
    number: int
    """Counts the lines of one border from 0, since water or reach may part them."""
    a: CellAnswer
    b: CellAnswer
    line: tuple[tuple[float, float], ...]
    length_km: float  # Geodesic, on the WGS 84 ellipsoid.

    @property
    def since(self) -> date:
        """The day from which both answers stand as they do: the later start of their periods."""
        return max(self.a.start, self.b.start)


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

    def __len__(self) -> int:
        """The number of lines."""
        return len(self._lines)

    def fronts(self, answers: Mapping[str, CellAnswer], box: Bbox = WORLD) -> list[Front]:
        """The lines that are fronts by these answers, in the order of their places.

        A place without an answer is unknown, and land that nobody speaks for has no front.
        """
        looks = _looks(answers.get(place) for place in self._places)
        a, b = looks[self._a], looks[self._b]
        chosen = np.flatnonzero((a != b) & (a != _NOBODY) & (b != _NOBODY) & self._within(box))
        return list(self._made(chosen, answers))

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

    def _made(self, chosen: NDArray[np.intp], answers: Mapping[str, CellAnswer]) -> Iterator[Front]:
        lines = self._lines[chosen]
        points, of_line = shapely.get_coordinates(lines, return_index=True)
        lengths = _lengths_km(points, of_line, len(lines))
        pairs = [(x, y) for x, y in np.round(points, COORDINATE_DECIMALS).tolist()]
        stops = np.searchsorted(of_line, np.arange(len(lines) + 1)).tolist()
        numbers, a, b = (column[chosen].tolist() for column in (self._numbers, self._a, self._b))
        for row, length in enumerate(lengths):
            first, second = self._places[a[row]], self._places[b[row]]
            yield Front(
                first,
                second,
                numbers[row],
                answers[first],
                answers[second],
                tuple(pairs[stops[row] : stops[row + 1]]),
                length,
            )


def _looks(answers: Iterable[CellAnswer | None]) -> NDArray[np.intp]:
    """A number for each answer, the same for those that look the same on a map."""
    numbers: dict[tuple[Status, tuple[str, ...]], int] = {}
    return np.array(
        [
            _NOBODY
            if answer is None or answer.status is Status.UNKNOWN
            else numbers.setdefault((answer.status, answer.holders), len(numbers))
            for answer in answers
        ],
        np.intp,
    )


def _counted_within(groups: NDArray[np.intp]) -> NDArray[np.intp]:
    """How many of the same group come before each; equal numbers stand together."""
    return np.arange(len(groups)) - np.searchsorted(groups, groups)


def _lengths_km(points: NDArray[np.float64], of_line: NDArray[np.intp], lines: int) -> list[float]:
    """The geodesic length in km of each line."""
    within = of_line[1:] == of_line[:-1]
    starts, ends = points[:-1][within], points[1:][within]
    _there, _back, metres = _GEOD.inv(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])
    sums = np.bincount(of_line[1:][within], weights=metres, minlength=lines)
    lengths: list[float] = (sums / METRES_PER_KM).tolist()
    return lengths
