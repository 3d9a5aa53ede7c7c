"""Cells as shared arcs: each border once, with the cell on either side.

Coordinates are whole units of 0.0001 degrees, some 11 metres: less than a pixel at the nearest
zoom of the page. Where a corner of one cell lies on the side of its neighbour, the side is broken
there first, so that both run through the same points and no sliver is left between them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
import shapely
from shapely import Polygon

from geomap.domain.territory.cells import Cell

UNITS_A_DEGREE = 10_000
OUTSIDE = -1
"""In place of a neighbour: land that no cell reaches, or the sea."""
_NEAR = 1.5  # Units; rounding moves a point by no more than 0.71.

Point = tuple[int, int]
Ring = list[Point]  # Closed: the last point is the first again.
Sides = dict[tuple[Point, Point], int]


@dataclass(frozen=True, slots=True)
class Arc:
    """A piece of border with `cell` to its left and `beside`, or nothing, to its right."""

    cell: int
    beside: int
    points: tuple[Point, ...]  # Units of longitude and latitude.


def arcs_of(cells: Sequence[Cell], positions: Mapping[str, int]) -> list[Arc]:
    """The borders of all cells; a cell is named by the position of its place."""
    rings = [
        (positions[cell.place_id], ring) for cell in cells for ring in _rings(cell.geometry.geoms)
    ]
    rings = _joined(rings)
    owners = _sides(rings)
    return [arc for owner, ring in rings for arc in _split(owner, ring, owners)]


def _rings(polygons: Iterable[Polygon]) -> Iterator[Ring]:
    for polygon in polygons:
        turned = shapely.orient_polygons(polygon)
        for line in (turned.exterior, *turned.interiors):
            units = np.rint(shapely.get_coordinates(line) * UNITS_A_DEGREE).astype(int)
            ring = _without_spikes([(x, y) for x, y in units.tolist()])
            if ring:
                yield ring


def _without_spikes(points: Ring) -> Ring:
    """A ring in which no point is repeated and no side is gone back at once; empty for a line."""
    kept: Ring = []
    for point in points[:-1]:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and point == kept[-2]:
            kept.pop()
            continue
        kept.append(point)
    while len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return [*kept, kept[0]] if len(kept) > 2 else []  # noqa: PLR2004 - a triangle.


def _sides(rings: Sequence[tuple[int, Ring]]) -> Sides:
    """Who lies to the left of each directed side."""
    return {side: owner for owner, ring in rings for side in pairwise(ring)}


def _joined(rings: Sequence[tuple[int, Ring]]) -> list[tuple[int, Ring]]:
    """The rings with lone sides broken at corners of other cells that lie on them."""
    sides = _sides(rings)
    lone = [side for side in sides if side[::-1] not in sides]
    if not lone:
        return list(rings)
    corners = sorted({(point, sides[side]) for side in lone for point in side})
    tree = shapely.STRtree([shapely.LineString(side) for side in lone])
    points = shapely.points(np.array([point for point, _owner in corners], dtype=float))
    near = tree.query(points, predicate="dwithin", distance=_NEAR)
    breaks: dict[tuple[Point, Point], set[Point]] = {}
    for corner, number in near.T.tolist():
        point, owner = corners[corner]
        side = lone[number]
        if sides[side] != owner and point not in side:
            breaks.setdefault(side, set()).add(point)
    return [(owner, _broken(ring, breaks)) for owner, ring in rings]


def _broken(ring: Ring, breaks: Mapping[tuple[Point, Point], set[Point]]) -> Ring:
    if not breaks:
        return ring
    points: Ring = []
    for start, end in pairwise(ring):
        between = breaks.get((start, end), set())
        points.append(start)
        points.extend(sorted(between, key=partial(_apart, start)))
    return [*points, ring[-1]]


def _apart(one: Point, other: Point) -> int:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2


def _split(owner: int, ring: Ring, owners: Sides) -> Iterator[Arc]:
    """The arcs of a ring, but those that the neighbour with the smaller position gives."""
    sides = list(pairwise(ring))
    beside = [owners.get((end, start), OUTSIDE) for start, end in sides]
    turns = [at for at in range(len(sides)) if beside[at] != beside[at - 1]]
    first = turns[0] if turns else 0
    sides, beside = sides[first:] + sides[:first], beside[first:] + beside[:first]
    begin = 0
    for at in range(1, len(sides) + 1):
        if at < len(sides) and beside[at] == beside[begin]:
            continue
        if beside[begin] == OUTSIDE or beside[begin] > owner:
            points = (sides[begin][0], *(end for _start, end in sides[begin:at]))
            yield Arc(owner, beside[begin], points)
        begin = at
