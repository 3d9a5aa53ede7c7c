"""A search of events by words: what a word may stand for, and what is found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geomap.domain.event_kinds import EventKind
from geomap.domain.record import Happenings
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame, Report, Source


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a search, and what else it may name beside itself, in any language."""

    word: str
    """In small letters, without signs; a text meets it with a word that begins so."""
    places: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    kinds: frozenset[EventKind] = frozenset()


@dataclass(frozen=True, slots=True)
class EventQuery:
    """Which words every event found must meet, each somewhere."""

    words: str
    around: date | None = None
    """Of events that are found equally well, those nearest to this day come first."""
    limit: int = 10


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """Events that meet a search: those named so first, then those told of in such words."""

    frame: Frame
    query: EventQuery
    standpoint: Standpoint
    revision: int
    events: Happenings
    sources: dict[str, Source]
    reports: dict[str, Report]


Terms = Sequence[Term]
