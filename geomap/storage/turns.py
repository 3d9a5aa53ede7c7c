"""Changes of control of all places at once: when each was, and what made it so."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import orjson
from sqlalchemy import ColumnElement, String, and_, exists, or_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from geomap.domain.news import Rank, Turn
from geomap.storage.columns import Versioned
from geomap.storage.models import ClaimRow, FrameRow, PeriodRow, PlaceRow, SourceRow
from geomap.storage.revisions import rows_of
from geomap.storage.selection import portions

_PERIOD = (
    *(PeriodRow.place_id, sql_cast(PeriodRow.start, String), PeriodRow.status),
    *(sql_cast(PeriodRow.holders, String), sql_cast(PeriodRow.evidence, String)),
)
_ANSWERS_REST_ON = (FrameRow, SourceRow, PlaceRow)
"""The tables, beside the claims, from which answers follow."""


def load_turns(session: Session, accepted: Mapping[str, int]) -> Iterator[Turn]:
    """Every change between the stored periods; those of each place stand together, in time.

    `accepted` gives the revision that made each claim what it is.
    """
    query = select(*_PERIOD).order_by(PeriodRow.place_id, PeriodRow.start)
    return _turns(rows_of(session, query), accepted)


def load_turns_of(
    session: Session, accepted: Mapping[str, int], place_ids: Collection[str]
) -> Iterator[Turn]:
    """The same of some places."""
    for portion in portions(place_ids):
        theirs = select(*_PERIOD).where(PeriodRow.place_id.in_(portion))
        rows = rows_of(session, theirs.order_by(PeriodRow.place_id, PeriodRow.start))
        yield from _turns(rows, accepted)


def _turns(rows: Any, accepted: Mapping[str, int]) -> Iterator[Turn]:
    """As `changes_of_control` of the domain, which has the rule, from texts that are stored."""
    concerned = _Concerned()
    last = (None, "", "[]")
    for place_id, start, status, holders, evidence in rows:
        before = last if last[0] == place_id else (None, "", "[]")
        last = (place_id, status, holders)
        if before == last:
            continue
        rests_on = (accepted[key] for key, *span in orjson.loads(evidence) if _on(start, span))
        rank = Rank(max(rests_on, default=0), date.fromisoformat(start), place_id)
        yield Turn(rank, concerned[before[2], holders])


def _on(day: str, span: Sequence[str | None]) -> bool:
    first, end = span
    return first is not None and first <= day and (end is None or day < end)


class _Concerned(dict[tuple[str, str], frozenset[str]]):
    """Who is named by two texts of holders, each made once."""

    def __missing__(self, told: tuple[str, str]) -> frozenset[str]:
        made = self[told] = frozenset(name for text in told for name in orjson.loads(text))
        return made


def touched_after(session: Session, revision: int) -> set[str] | None:
    """The places on which claims were made, changed or ended after a revision.

    None where something else changed too that answers follow from.
    """
    if any(
        session.scalar(select(exists().where(_since(one, revision)))) for one in _ANSWERS_REST_ON
    ):
        return None
    return set(session.scalars(select(ClaimRow.place_id).where(_since(ClaimRow, revision))))


def _since(model: type[Versioned], revision: int) -> ColumnElement[bool]:
    ended = and_(model.until.is_not(None), model.until > revision)
    return or_(model.since > revision, ended)
