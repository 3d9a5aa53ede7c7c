"""The values that an annotated report is made of: names of places, claims, events, figures."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect, Measure, Unit
from geomap.domain.when import When

NEAR_KM = 25
"""How far from its point a settlement may be placed."""


class Point(NamedTuple):
    """Degrees, WGS 84, and how far from there the same place may be put."""

    longitude: float
    latitude: float
    kilometres: float = NEAR_KM


@dataclass(frozen=True, slots=True)
class MarkedName:
    """A place name, `[start, end)` in characters of the text; no point when nobody can tell it."""

    text: str
    start: int
    end: int
    name: str
    point: Point | None
    scored: bool
    """False for governments and what careful people differ on: read or not, both is right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """What every fact keeps; one that is not scored is right whether it is read or not."""

    place: Point | None
    when: When
    scored: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedClaim(Fact):
    """Who holds what."""

    effect: Effect
    holder: str | None
    loser: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedEvent(Fact):
    """What happened."""

    kind: EventKind
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedFigure(Fact):
    """A number with its bounds."""

    measure: Measure
    value: float | None
    low: float | None
    high: float | None
    unit: Unit
    actor: str | None


@dataclass(frozen=True, slots=True)
class AnnotatedReport:
    """A text and what is to be read in it."""

    id: str
    part: str
    language: str
    published: date
    publisher: str
    title: str
    text: str
    names: tuple[MarkedName, ...]
    claims: tuple[MarkedClaim, ...]
    events: tuple[MarkedEvent, ...]
    figures: tuple[MarkedFigure, ...]
