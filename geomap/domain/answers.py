"""Whole answers, as services give them and exports write them down."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.control import Control
from geomap.domain.explanation import Explanation
from geomap.domain.learning import Difference
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, Atlas, Frame, Place, Report, Source
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import ControlPeriod


@dataclass(frozen=True, slots=True)
class ControlQuery:
    """Which day and which part of the world is asked for."""

    day: date
    box: Bbox = WORLD


@dataclass(frozen=True, slots=True)
class PlaceControl:
    """The answer for one place; `period` is None while nothing was claimed of it."""

    place: Place
    control: Control
    period: ControlPeriod | None


@dataclass(frozen=True, slots=True)
class ControlAnswer:
    """The answer for every place of the atlas within the box, unknown ones included.

    `revision` is the one that was answered from, even where the standpoint names none.
    """

    frame: Frame
    query: ControlQuery
    standpoint: Standpoint
    revision: int
    places: tuple[PlaceControl, ...]
    sources: Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Register:
    """Who and what the ids of an answer stand for."""

    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]


@dataclass(frozen=True, slots=True)
class ExplainedAnswer:
    """Why a place is judged as it is on a day."""

    frame: Frame
    revision: int
    explanation: Explanation
    register: Register
    reports: Mapping[str, Report]
    """Those that the claims stand in, by id."""


@dataclass(frozen=True, slots=True)
class LearnedQuery:
    """What may have become another answer: on a day, or for one place on any day, or both."""

    before: Standpoint
    after: Standpoint
    day: date | None = None
    place_id: str | None = None


@dataclass(frozen=True, slots=True)
class LearnedAnswer:
    """Every answer that differs between two standpoints, with the statements that made it so."""

    frame: Frame
    query: LearnedQuery
    revisions: tuple[int, int]
    differences: tuple[Difference, ...]
    register: Register


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place that another rule judges otherwise."""

    place: Place
    standard: Control
    asked: Control


@dataclass(frozen=True, slots=True)
class AlternativesAnswer:
    """The places that the rule of a standpoint judges otherwise than the standard one."""

    frame: Frame
    query: ControlQuery
    standpoint: Standpoint
    standard: Rule
    revision: int
    places: tuple[Alternative, ...]
    register: Register


@dataclass(frozen=True, slots=True)
class Timeline:
    """An atlas with all that is derived from it, as known on a day."""

    atlas: Atlas
    standpoint: Standpoint
    revision: int
    periods: tuple[ControlPeriod, ...]
    cells: tuple[Cell, ...]
