"""Control on a day from the stored periods: only what is answered is read, by columns."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import String, cast, select
from sqlalchemy.orm import Session

from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.control import Status, Verdict
from geomap.domain.timeline import ControlPeriod, Evidence, Span
from geomap.storage.atlases import load_claims_named
from geomap.storage.derived import span_of
from geomap.storage.models import PeriodRow
from geomap.storage.revisions import rows_of
from geomap.storage.space_time import during, within

_NO_SPANS = "[]"


class Standing(NamedTuple):
    """The answer for one place on a day, without its evidence."""

    place_id: str
    start: date
    end: date | None
    verdict: Verdict
    stale: bool


# One text for all that a verdict is made of: many rows hold the same few.
_BREAK = "\n"
_TOLD = (
    PeriodRow.status
    + (_BREAK + cast(PeriodRow.holders, String))
    + (_BREAK + cast(PeriodRow.candidates, String))
    + (_BREAK + cast(PeriodRow.opposed, String))
    + (_BREAK + cast(PeriodRow.uncertain, String))
)
_COLUMNS = (
    *(PeriodRow.place_id, PeriodRow.start, PeriodRow.end, cast(PeriodRow.stale, String)),
    _TOLD,
)
_TRUE = frozenset({"1", "true"})


def standing_on(session: Session, day: date, box: Bbox, revision: int) -> list[Standing]:
    """The verdict on every place in a box that has a control period on that day."""
    verdicts = _Verdicts()
    return [
        Standing(place_id, start, end, verdicts[told], _covers(stale, day))
        for place_id, start, end, stale, told in _rows(session, _COLUMNS, day, box, revision)
    ]


def periods_standing_on(
    session: Session, day: date, box: Bbox, revision: int
) -> dict[str, ControlPeriod]:
    """The control period of that day with the evidence of that day, by place, for a whole box."""
    columns = (cast(PeriodRow.evidence, String), *_COLUMNS)
    rows = list(_rows(session, columns, day, box, revision))
    evidence = _of_the_day([row[0] for row in rows], day)
    named = {claim_id for of_one in evidence for claim_id, _first, _last in of_one}
    claims = load_claims_named(session, revision, named)
    verdicts = _Verdicts()
    return {
        place_id: ControlPeriod(
            place_id,
            start,
            end,
            verdicts[told],
            _spans(stale),
            tuple(Evidence(claims[key], span_of(first, last)) for key, first, last in of_one),
        )
        for of_one, (_text, place_id, start, end, stale, told) in zip(evidence, rows, strict=True)
    }


def _of_the_day(texts: Sequence[str], day: date) -> list[list[tuple[str, str, str | None]]]:
    """The claims that answers rest on that day, of all that their periods rest on.

    They are read as one text, which takes half the time of many, and days as they are written:
    ISO days sort as days do.
    """
    on = day.isoformat()
    return [
        [
            (claim_id, first, last)
            for claim_id, first, last in of_one
            if first <= on and (last is None or on < last)
        ]
        for of_one in json.loads(f"[{','.join(texts)}]")
    ]


def _rows(
    session: Session, columns: Sequence[Any], day: date, box: Bbox, revision: int
) -> Iterator[Sequence[Any]]:
    if box == WORLD:
        yield from rows_of(session, during(select(*columns), day))
        return
    seen: set[str] = set()
    for part in box.parts():
        query = within(
            session, during(select(PeriodRow.place_id, *columns), day), day, part, revision
        )
        for place_id, *row in rows_of(session, query):
            # A place on the antimeridian lies in both halves of a box that crosses it.
            if place_id not in seen:
                seen.add(place_id)
                yield row


class _Verdicts(dict[str, Verdict]):
    """Verdicts by the text that holds them, each made once."""

    def __missing__(self, told: str) -> Verdict:
        status, holders, candidates, opposed, uncertain = told.split(_BREAK)
        made = Verdict(
            Status(status),
            tuple(json.loads(holders)),
            opposed=opposed in _TRUE,
            uncertain=uncertain in _TRUE,
            candidates=tuple(json.loads(candidates)),
        )
        self[told] = made
        return made


def _spans(stale: str) -> tuple[Span, ...]:
    return () if stale == _NO_SPANS else tuple(span_of(*span) for span in json.loads(stale))


def _covers(stale: str, day: date) -> bool:
    return stale != _NO_SPANS and any(span.contains(day) for span in _spans(stale))
