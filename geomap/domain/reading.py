"""What goes into reading a report, and what comes out of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect, Measure, Unit
from geomap.domain.when import When


@dataclass(frozen=True, slots=True)
class ReportText:
    """A report as it is read: plain text, and what is known of it beforehand."""

    text: str
    published: date | None = None
    """The day on which words such as "yesterday" rest; without it only full dates are read."""
    language: str | None = None
    """ISO 639-1 code; None to have it detected."""
    publisher: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """A place as the gazetteer resolved it; longitude and latitude in degrees, WGS 84."""

    id: str
    name: str
    country: str
    longitude: float
    latitude: float
    kind: str


class Sense(StrEnum):
    """What a place name stands for in its sentence."""

    PLACE = "place"
    GOVERNMENT = "government"
    """A capital or country that acts: "Damascus says", "Washington fears"."""


class Mention(NamedTuple):
    """A place name in the text, `[start, end)` in characters; no place when it is not resolved."""

    text: str
    start: int
    end: int
    place: ReadPlace | None
    confidence: float
    """How likely it is that the place is the one meant, 0 to 1."""
    sense: Sense = Sense.PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStatement:
    """What every statement that was read keeps."""

    place: ReadPlace | None
    when: When
    source: str | None
    """Who says so, as the report words it ("SOHR"); None when the report itself says it."""
    quote: str
    start: int
    end: int
    """Of the quote in the text, `[start, end)` in characters."""
    confidence: float
    """How sure the reading is, 0 to 1; hedged, resolved and dated words all count."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadClaim(ReadStatement):
    """A claim on control; actors are ids of the atlas."""

    effect: Effect
    holder: str | None = None
    loser: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadEvent(ReadStatement):
    """An event with the actors that take part."""

    kind: EventKind
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFigure(ReadStatement):
    """A figure with its bounds; `value` is the best estimate."""

    measure: Measure
    unit: Unit
    value: float | None = None
    low: float | None = None
    high: float | None = None
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class Names:
    """Names that an atlas adds to those of the lexicons."""

    actors: Mapping[str, str] = field(default_factory=dict)
    """From an alias, as it is written, to the id of the actor."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one report."""

    published: date | None
    language: str
    method: str
    """By what the names were recognised: `rules`, or the name of an installed spaCy pipeline."""
    mentions: tuple[Mention, ...] = ()
    claims: tuple[ReadClaim, ...] = ()
    events: tuple[ReadEvent, ...] = ()
    figures: tuple[ReadFigure, ...] = ()
