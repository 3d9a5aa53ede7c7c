"""Territories of a day: the cells of one answer melted into one shape, as RFC 7946 wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import LinearRing, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.domain.control import Status
from geomap.domain.territory.cells import Cell
from geomap.domain.territory.fronts import UNKNOWN_LOOK, Look

GRID_DEGREES = 1e-5
"""Cells are stored on this grid, about a metre; so are the territories made of them."""
SLIVER_DEGREES = 2 * GRID_DEGREES
"""A hole that is narrower than this in the mean is the rounding of two neighbours, no land."""


@dataclass(frozen=True, slots=True)
class Territory:
    """The land of one actor, or the land on which one set of parties is named."""

    look: Look
    geometry: MultiPolygon
    place_ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """A name that stays the same from day to day."""
        return self.look.id


def territories_of(cells: Sequence[Cell], looks: Mapping[str, Look]) -> list[Territory]:
    """Melt the cells of each look into one; held land first, by name.

    A cell without a look is unknown. Exteriors turn left and holes right.
    """
    groups: dict[Look, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(looks.get(cell.place_id, UNKNOWN_LOOK), []).append(cell)
    return [
        Territory(look, dissolved(groups[look]), tuple(cell.place_id for cell in groups[look]))
        for look in sorted(groups, key=_rank)
    ]


def dissolved(cells: Sequence[Cell]) -> MultiPolygon:
    """One valid shape of cells that share borders, without seams or slivers between them."""
    # Neighbours were rounded one by one, so a corner of one may lie beside a side of the other.
    # Snapped to the grid, most such sides go through the corner and leave no gap between them.
    whole = shapely.union_all([cell.geometry for cell in cells])
    snapped: BaseGeometry = shapely.set_precision(whole, GRID_DEGREES)
    parts = [part for part in shapely.get_parts(snapped) if isinstance(part, Polygon)]
    turned: MultiPolygon = shapely.orient_polygons(
        MultiPolygon([_without_slivers(part) for part in parts])
    )
    return turned


def _without_slivers(polygon: Polygon) -> Polygon:
    """The polygon with those gaps closed that rounding alone has left between its cells."""
    holes = [hole for hole in polygon.interiors if _mean_width(hole) > SLIVER_DEGREES]
    return Polygon(polygon.exterior, holes)


def _mean_width(ring: LinearRing) -> float:
    return 2 * Polygon(ring).area / ring.length


def _rank(look: Look) -> tuple[int, tuple[str, ...]]:
    return list(Status).index(look.status), look.holders
