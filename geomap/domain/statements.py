"""What an atlas is made of: actors, sources, reports, places, and the statements on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import ClassVar

from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Grade, Reliability
from geomap.domain.territory.reach import Reach
from geomap.domain.when import When
from geomap.errors import InvalidStatement

_ID = re.compile(r"[a-z0-9][a-z0-9._:-]{0,199}")


def is_id(text: str) -> bool:
    """Whether a record of an atlas can be called so."""
    return _ID.fullmatch(text) is not None


class Effect(StrEnum):
    """What a claim says of control."""

    TAKES = "takes"
    """Control passes to the holder on that day; somebody else had it before."""
    HOLDS = "holds"
    """The holder is seen to be in control."""
    CONTESTS = "contests"
    """There is fighting inside; nobody holds the place whole."""
    LOSES = "loses"
    """The loser was driven out; by whom is not said."""


class Measure(StrEnum):
    """What a figure counts."""

    FIGHTERS = "fighters"
    FOREIGN_FIGHTERS = "foreign_fighters"
    TERRITORY = "territory"
    TERRITORY_LOST = "territory_lost"
    SHARE_LOST = "share_lost"
    NAMES_LISTED = "names_listed"
    DISPLACED = "displaced"
    SURRENDERED = "surrendered"
    KILLED = "killed"
    WOUNDED = "wounded"
    STRIKES = "strikes"
    POPULATION = "population"


class Unit(StrEnum):
    """The unit of a figure's values."""

    PERSONS = "persons"
    KM2 = "km2"
    M2 = "m2"
    PERCENT = "percent"
    STRIKES = "strikes"


class ActorKind(StrEnum):
    """What sort of party an actor is."""

    STATE = "state"
    ARMED_GROUP = "armed_group"
    ALLIANCE = "alliance"
    COALITION = "coalition"


class SourceKind(StrEnum):
    """What sort of voice a source is."""

    MONITOR = "monitor"
    NEWS_AGENCY = "news_agency"
    NEWSPAPER = "newspaper"
    BROADCASTER = "broadcaster"
    PARTY = "party"
    OFFICIAL = "official"
    INTERNATIONAL = "international"
    ENCYCLOPEDIA = "encyclopedia"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to the conflict."""

    id: str
    name: str
    names: Mapping[str, str]  # By ISO 639-1 code of the language.
    kind: ActorKind
    colour: str  # As in CSS, #rrggbb.
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it."""

    id: str
    name: str
    kind: SourceKind
    reliability: Reliability
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """One document of a source."""

    id: str
    source_id: str
    title: str
    publisher: str
    published: When
    language: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the gazetteer, as this atlas uses it; degrees of WGS 84 (CRS84 axis order)."""

    id: str
    name: str
    names: Mapping[str, str]  # By ISO 639-1 code of the language.
    longitude: float
    latitude: float
    kind: str
    country: str
    admin1: str
    population: int | None
    within: tuple[str, ...] = ()
    """Ids of the districts and regions that hold it, as the gazetteer says, in their order."""
    encloses: bool = False
    """Of a district or region: whether the gazetteer knows what lies in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What every statement keeps: its date, its source, the day it became known, its grade."""

    id: str
    place_id: str | None
    when: When
    source_id: str
    report_id: str | None
    known: date
    grade: Grade
    summary: str
    quote: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Statement):
    """A statement on control of a place. Raises InvalidStatement when its parts contradict."""

    place_id: str
    effect: Effect
    holder: str | None = None
    loser: str | None = None
    order: int | None = None

    def __post_init__(self) -> None:
        if self.names_holder and not self.holder:
            raise InvalidStatement(
                "holder", f"a claim that somebody {self.effect} a place must name the holder"
            )
        if self.effect is Effect.LOSES and (self.holder or not self.loser):
            raise InvalidStatement(
                "loser", "a claim that somebody loses a place must name the loser and no holder"
            )
        if self.holder is not None and self.holder == self.loser:
            raise InvalidStatement("loser", f"holder and loser are both {self.holder}")

    @property
    def changes_control(self) -> bool:
        """Whether it makes history of what was claimed before it."""
        return self.effect is Effect.TAKES or self.effect is Effect.LOSES

    @property
    def names_holder(self) -> bool:
        """Whether it says who is in control."""
        return self.effect is Effect.TAKES or self.effect is Effect.HOLDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Statement):
    """A dated occurrence, with or without a place."""

    kind: EventKind
    actors: tuple[str, ...] = ()
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Statement):
    """A quantity that a report states. Raises InvalidStatement unless low <= value <= high."""

    UNITS: ClassVar[Mapping[Measure, frozenset[Unit]]] = {
        Measure.TERRITORY: frozenset({Unit.KM2, Unit.M2}),
        Measure.TERRITORY_LOST: frozenset({Unit.KM2, Unit.M2}),
        Measure.SHARE_LOST: frozenset({Unit.PERCENT}),
        Measure.STRIKES: frozenset({Unit.STRIKES}),
    }

    measure: Measure
    unit: Unit
    actor_id: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        bounds = [number for number in (self.low, self.value, self.high) if number is not None]
        if not bounds:
            raise InvalidStatement("value", "a figure needs a value, a low or a high bound")
        if bounds != sorted(bounds):
            raise InvalidStatement("value", "low, value and high must not fall")
        if bounds[0] < 0:
            raise InvalidStatement("value", "a figure cannot be negative")
        units = self.UNITS.get(self.measure, frozenset({Unit.PERSONS}))
        if self.unit not in units:
            raise InvalidStatement(
                "unit",
                f"{self.measure} is not measured in {self.unit} but in {', '.join(sorted(units))}",
            )


@dataclass(frozen=True, slots=True)
class Frame:
    """What an atlas covers: its days, its countries, how far a cell reaches and what to call it."""

    id: str
    title: str
    description: str
    start: date
    end: date  # Exclusive, as every end.
    view_start: date
    view_end: date
    countries: tuple[str, ...]
    reach_km: float
    licence: str
    small_reach_km: float | None = None
    """How far villages and facilities reach; None for as far as every other place."""

    @property
    def reach(self) -> Reach:
        """How far each kind of place colours the land around it."""
        return Reach(self.reach_km, self.small_reach_km)

    def covers(self, day: date) -> bool:
        """Whether the atlas has an answer for that day."""
        return self.start <= day < self.end


@dataclass(frozen=True, slots=True)
class Atlas:
    """One conflict, whole: every record of the current revision."""

    frame: Frame
    actors: tuple[Actor, ...] = ()
    sources: tuple[Source, ...] = ()
    reports: tuple[Report, ...] = ()
    places: tuple[Place, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = field(default=())
