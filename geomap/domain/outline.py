"""The outline of an atlas: what a map shows on any day, without what its answers rest on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geomap.domain.control import Verdict
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, Frame, Place, Source
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import Span


class Outlined(NamedTuple):
    """A control period without its evidence: a run of days `[start, end)` with one verdict."""

    place_id: str
    start: date
    end: date | None
    verdict: Verdict
    stale: tuple[Span, ...]


class Mark(NamedTuple):
    """An event as a map shows and filters it."""

    id: str
    kind: str
    place_id: str | None
    earliest: date
    latest: date
    known: date
    actors: tuple[str, ...]
    source_id: str
    credibility: int


@dataclass(frozen=True, slots=True)
class Outline:
    """Everything that a page scrubs through; periods by place and start, events by first day."""

    frame: Frame
    standpoint: Standpoint
    revision: int
    actors: Sequence[Actor]
    sources: Sequence[Source]
    places: Sequence[Place]
    periods: Sequence[Outlined]
    events: Sequence[Mark]
    cells: Sequence[Cell]
