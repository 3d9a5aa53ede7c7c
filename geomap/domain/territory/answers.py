"""Whole answers on territory, as services give them and exports write them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geomap.domain.answers import ControlQuery
from geomap.domain.measures.bands import Extent, Holding, Measures
from geomap.domain.measures.published import Comparison
from geomap.domain.measures.series import SeriesDay, Step
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, Frame, Source
from geomap.domain.territory.dissolving import Territory
from geomap.domain.territory.fronts import Front
from geomap.domain.windows import Window


@dataclass(frozen=True, slots=True)
class MeasuresQuery:
    """A day, and the actors that are asked about; none at all asks about everybody."""

    day: date
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesQuery:
    """The days that are asked about; None goes to the start or the end of the atlas."""

    start: date | None = None
    end: date | None = None
    step: Step = Step.CHANGE
    actors: tuple[str, ...] = ()
    """Actor ids; none at all asks about everybody."""


@dataclass(frozen=True, slots=True)
class Basis:
    """What an answer rests on, and the actors that it names."""

    frame: Frame
    standpoint: Standpoint
    revision: int
    actors: Mapping[str, Actor]


@dataclass(frozen=True, slots=True)
class MeasuredTerritory:
    """A territory and what it comes to."""

    territory: Territory
    extent: Extent
    holding: Holding | None
    """All that the sources grant its actor in the box; None where nobody holds it."""


@dataclass(frozen=True, slots=True)
class TerritoryAnswer:
    """The land of a day: the whole cells that touch the box."""

    basis: Basis
    query: ControlQuery
    territories: tuple[MeasuredTerritory, ...]


@dataclass(frozen=True, slots=True)
class FrontsAnswer:
    """The fronts of a day that run through the box."""

    basis: Basis
    query: ControlQuery
    fronts: tuple[Front, ...]


@dataclass(frozen=True, slots=True)
class MeasuresAnswer:
    """What some actors hold on a day, beside what others have published for it."""

    basis: Basis
    day: date
    actors: tuple[str, ...]
    """Those asked for, or everybody whom some source grants a place; most land first."""
    measures: Measures
    published: tuple[Comparison, ...]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class SeriesAnswer:
    """What some actors hold over time, beside what others have published for those days."""

    basis: Basis
    query: SeriesQuery
    window: Window
    actors: tuple[str, ...]
    """Those asked for, or everybody whom some source grants a place on these days; by id."""
    days: tuple[SeriesDay, ...]
    published: tuple[Comparison, ...]
    sources: Mapping[str, Source]
