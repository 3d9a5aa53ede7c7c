"""Measured territory: places, people and land of each actor, each as a low-best-high band.

Land is counted in whole square metres, so that sums come out the same in whatever order they are
made. What each band means, and why, stands in docs/territory.md.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from geomap.domain.areas import is_area
from geomap.domain.control import Status
from geomap.domain.measures.grants import HELD, Grant, Stretch, stretches_of
from geomap.domain.statements import Place
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import ControlPeriod

SQUARE_METRES_PER_KM2 = 1_000_000
KM2_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Extent:
    """How much some places come to, together."""

    places: int = 0
    population: int = 0
    """Of the places whose population is known."""
    population_unknown: int = 0
    """The number of places whose population is not known."""
    square_metres: int = 0

    @property
    def km2(self) -> float:
        """The land in km2, geodesic."""
        return round(self.square_metres / SQUARE_METRES_PER_KM2, KM2_DECIMALS)

    def __add__(self, other: "Extent") -> "Extent":
        return Extent(
            self.places + other.places,
            self.population + other.population,
            self.population_unknown + other.population_unknown,
            self.square_metres + other.square_metres,
        )

    def __sub__(self, other: "Extent") -> "Extent":
        return Extent(
            self.places - other.places,
            self.population - other.population,
            self.population_unknown - other.population_unknown,
            self.square_metres - other.square_metres,
        )


NOTHING = Extent()


def total(extents: Iterable[Extent]) -> Extent:
    """The sum of extents that share no place."""
    return sum(extents, NOTHING)


@dataclass(frozen=True, slots=True)
class Holding:
    """What one actor holds on a day, as a band, and what it would hold by every other reading."""

    grants: Mapping[Grant, Extent] = field(default_factory=dict)
    """Each place once, by how the actor stands to it; a grant without a place is left out."""

    @property
    def low(self) -> Extent:
        """What every source grants."""
        return self.grants.get(Grant.EVERY_SOURCE, NOTHING)

    @property
    def best(self) -> Extent:
        """What the actor holds by rule 1."""
        return total(extent for grant, extent in self.grants.items() if grant in HELD)

    @property
    def high(self) -> Extent:
        """What any source grants."""
        return total(self.grants.values())


NO_HOLDING = Holding()


@dataclass(frozen=True, slots=True)
class Measures:
    """The whole measured land on a day, by actor and by status."""

    holdings: Mapping[str, Holding]
    """By actor: everybody whom some source grants a part in some place."""
    statuses: Mapping[Status, Extent]
    """Each place once, by the status of its answer; what is held included."""

    @property
    def covered(self) -> Extent:
        """All places that are measured, whoever has them."""
        return total(self.statuses.values())


@dataclass(frozen=True, slots=True)
class MeasuredPlace:
    """One place with its land and its history, ready to be measured."""

    place_id: str
    extent: Extent
    stretches: tuple[Stretch, ...]
    """In order, without gaps; before the first of them nobody is named."""


def measured_places(
    places: Iterable[Place], cells: Iterable[Cell], periods: Iterable[ControlPeriod]
) -> list[MeasuredPlace]:
    """The places that are measured: those with a cell or a history that are no areas.

    `periods` of one place stand in order. A place whose cell has no land counts with no land.
    """
    cells_by_place = {cell.place_id: cell for cell in cells}
    histories: dict[str, list[ControlPeriod]] = defaultdict(list)
    for period in periods:
        histories[period.place_id].append(period)
    return [
        MeasuredPlace(
            place.id,
            extent_of(place, cells_by_place.get(place.id)),
            tuple(stretches_of(histories.get(place.id, ()))),
        )
        for place in places
        if not is_area(place) and (place.id in cells_by_place or place.id in histories)
    ]


def extent_of(place: Place, cell: Cell | None) -> Extent:
    """How much one place comes to; without a cell it has no land."""
    people = place.population or 0  # Gazetteers write 0 for "not known".
    square_metres = round(cell.area_km2 * SQUARE_METRES_PER_KM2) if cell else 0
    return Extent(1, people, int(people == 0), square_metres)
