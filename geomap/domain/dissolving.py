"""Territories of a day: the cells of one answer melted into one shape, as RFC 7946 wants it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import shapely
from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.domain.control import Status
from geomap.domain.fronts import CellAnswer
from geomap.domain.territory import Cell

GRID_DEGREES = 1e-5
"""Cells are stored on this grid, about a metre; so are the territories made of them."""


@dataclass(frozen=True, slots=True)
class Territory:
    """The land of one actor, or the land on which one set of parties is named."""

    status: Status
    holders: tuple[str, ...]
    """The holder alone where it is held, else all that are named, by id; nobody if unknown."""
    geometry: MultiPolygon
    place_ids: tuple[str, ...]

    @property
    def actor(self) -> str | None:
        """The one holder, or None unless the land is held."""
        return self.holders[0] if self.status is Status.HELD else None

    @property
    def id(self) -> str:
        """A name that stays the same from day to day."""
        return ":".join([self.status.value, "+".join(self.holders)]).rstrip(":")


def territories_of(cells: Sequence[Cell], answers: Mapping[str, CellAnswer]) -> list[Territory]:
    """Melt the cells of one status and one set of holders into one; held land first, by name.

    A cell without an answer is unknown. Exteriors turn left and holes right.
    """
    groups: dict[tuple[Status, tuple[str, ...]], list[Cell]] = {}
    for cell in cells:
        answer = answers.get(cell.place_id)
        look = (answer.status, answer.holders) if answer else (Status.UNKNOWN, ())
        groups.setdefault(look, []).append(cell)
    return [
        Territory(
            status, holders, dissolved(groups[status, holders]), _ids(groups[status, holders])
        )
        for status, holders in sorted(groups, key=_rank)
    ]


def dissolved(cells: Sequence[Cell]) -> MultiPolygon:
    """One valid shape of cells that share borders, without seams or slivers between them."""
    # Neighbours were rounded one by one, so a corner of one may lie beside a side of the other.
    # A union on the grid draws such a side through the corner.
    whole = shapely.union_all([cell.geometry for cell in cells], grid_size=GRID_DEGREES)
    turned: MultiPolygon = shapely.orient_polygons(_polygons(whole))
    return turned


def _polygons(geometry: BaseGeometry) -> MultiPolygon:
    return MultiPolygon([part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)])


def _ids(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(cell.place_id for cell in cells)


def _rank(look: tuple[Status, tuple[str, ...]]) -> tuple[int, tuple[str, ...]]:
    status, holders = look
    return list(Status).index(status), holders
