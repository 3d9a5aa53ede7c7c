"""Periods and events by the hundred thousand, without what no map shows."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

import orjson
from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from geomap.domain.control import Status, Verdict
from geomap.domain.outline import Mark, Outlined
from geomap.storage.derived import span_of
from geomap.storage.models import EventRow, PeriodRow
from geomap.storage.revisions import rows_of, versions_at

Value = TypeVar("Value")
_PERIOD = (
    *(PeriodRow.place_id, PeriodRow.start, PeriodRow.end, PeriodRow.status, PeriodRow.holders),
    *(PeriodRow.opposed, PeriodRow.uncertain, PeriodRow.candidates, PeriodRow.stale),
)
_MARK = (
    *(EventRow.id, EventRow.kind, EventRow.place_id),
    *(cast(day, String) for day in (EventRow.earliest, EventRow.settled, EventRow.known)),
    *(cast(EventRow.actors, String), EventRow.source_id, EventRow.credibility),
)


def load_outlined(session: Session) -> Sequence[Outlined]:
    """Every control period, by place and start."""
    verdicts: dict[tuple[Any, ...], Verdict] = {}
    query = select(*_PERIOD).order_by(PeriodRow.place_id, PeriodRow.start)
    return [_outlined(row, verdicts) for row in rows_of(session, query)]


def _outlined(row: Sequence[Any], verdicts: dict[tuple[Any, ...], Verdict]) -> Outlined:
    place_id, start, end, status, holders, opposed, uncertain, candidates, stale = row
    key = (status, tuple(holders), opposed, uncertain, tuple(candidates))
    verdict = verdicts.get(key)
    if verdict is None:
        verdict = Verdict(
            Status(status), key[1], opposed=opposed, uncertain=uncertain, candidates=key[4]
        )
        verdicts[key] = verdict
    return Outlined(place_id, start, end, verdict, tuple(span_of(*span) for span in stale))


def load_marks(session: Session, revision: int, known: date | None) -> Sequence[Mark]:
    """Every event as known on a day, by its first day."""
    query = select(*_MARK).where(versions_at(session, EventRow, revision, throughout=True))
    if known is not None:
        query = query.where(EventRow.known <= known)
    rows = rows_of(session, query.order_by(EventRow.earliest, EventRow.id))
    # Of hundreds of thousands of events, most parts are the same; each is read and held once.
    texts, days, actors = (
        _Once[str](str),
        _Once(date.fromisoformat),
        _Once[tuple[str, ...]](_listed),
    )
    return [
        Mark(
            key,
            texts[kind],
            None if place_id is None else texts[place_id],
            days[earliest],
            days[settled],
            days[learned],
            actors[told],
            texts[source_id],
            credibility,
        )
        for key, kind, place_id, earliest, settled, learned, told, source_id, credibility in rows
    ]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(orjson.loads(text))


class _Once(dict[str, Value], Generic[Value]):
    """What texts mean, each read once."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: str) -> Value:
        made = self[text] = self._read(text)
        return made
