"""Measured places for tests: a place of 1 km2 and 1,000 people unless a test says otherwise."""

from collections.abc import Sequence

from shapely import MultiPolygon

from geomap.domain.measures.bands import MeasuredPlace, measured_places
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Place
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import periods_of


def make_place(key: str, population: int | None = 1000, kind: str = "town") -> Place:
    return Place(key, key.title(), {}, 39.0, 36.0, kind, "SY", "04", population)


def make_cell(key: str, km2: float = 1.0) -> Cell:
    return Cell(key, MultiPolygon(), km2)


def make_measured(
    *claims: Claim,
    key: str = "place",
    km2: float = 1.0,
    population: int | None = 1000,
    areas: Sequence[Sequence[Claim]] = (),
) -> MeasuredPlace:
    """One place with the history that its claims give it."""
    periods = periods_of(key, claims, Rule(), *areas)
    (place,) = measured_places([make_place(key, population)], [make_cell(key, km2)], periods)
    return place
