"""Steps of reviewing, citations of events, and reports with proposals."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import case, func, insert, select
from sqlalchemy.orm import Session

from geomap.domain.proposals import State
from geomap.domain.review import Citation, Step, Taken
from geomap.domain.statements import Event, Source
from geomap.storage.by_hand import ACCEPTED
from geomap.storage.models import EventRow
from geomap.storage.records import event_of
from geomap.storage.review_models import CitationRow, StepRow
from geomap.storage.revisions import close, versions_at
from geomap.storage.selection import portions
from geomap.storage.writing_models import ProposalRow


def store_step(session: Session, taken: Taken) -> None:
    """Keep a step for good."""
    session.add(
        StepRow(
            proposal=taken.proposal,
            step=taken.step.value,
            author=taken.author,
            at=taken.at,
            reason=taken.reason,
            revision=taken.revision,
        )
    )


def steps_of(session: Session, number: int) -> list[Taken]:
    """What was done with a proposal, in its order."""
    rows = session.scalars(select(StepRow).where(StepRow.proposal == number).order_by(StepRow.pk))
    return [
        Taken(one.proposal, Step(one.step), one.author, one.at, one.reason, one.revision)
        for one in rows
    ]


def begin_citation(session: Session, citation: Citation, revision: int) -> None:
    """Let an event cite one report more from a revision on."""
    columns = {name: getattr(citation, name) for name in Citation.__slots__}
    version = {"since": revision, "until": None, "origin": ACCEPTED}
    session.execute(insert(CitationRow), [columns | version])


def end_citation(session: Session, key: str, revision: int) -> bool:
    """Let an event cite it no more; whether it did."""
    query = select(CitationRow.pk).where(CitationRow.id == key, CitationRow.until.is_(None))
    pk = session.scalar(query)
    if pk is not None:
        close(session, CitationRow, [pk], revision)
    return pk is not None


def citations_of(
    session: Session, events: Iterable[str], revision: int
) -> dict[str, list[Citation]]:
    """By event, the reports that tell of it beside its own, in the order in which they came."""
    found: dict[str, list[Citation]] = {}
    for portion in portions(set(events)):
        current = versions_at(session, CitationRow, revision)
        named = CitationRow.event_id.in_(portion)
        query = select(CitationRow).where(current, named).order_by(CitationRow.pk)
        for row in session.scalars(query):
            values = {name: getattr(row, name) for name in Citation.__slots__}
            found.setdefault(row.event_id, []).append(Citation(**values))
    return found


def events_like(
    session: Session, event: Event, days: timedelta, sources: dict[str, Source], most: int
) -> list[Event]:
    """Current events at the place of another that begin or end within so many days of it."""
    # Open ends reach to the edge of the calendar; nothing can be added there.
    latest = event.when.settled + min(days, date.max - event.when.settled)
    earliest = event.when.earliest - min(days, event.when.earliest - date.min)
    near = (
        EventRow.until.is_(None),
        EventRow.place_id == event.place_id,
        EventRow.earliest <= latest,
        EventRow.latest >= earliest,
        EventRow.id != event.id,
    )
    same_kind_first = case((EventRow.kind == event.kind.value, 0), else_=1)
    query = select(EventRow).where(*near).order_by(same_kind_first, EventRow.earliest, EventRow.id)
    return [event_of(row, sources) for row in session.scalars(query.limit(most))]


def count_by_report(
    session: Session, *, waiting_only: bool, after: int, limit: int
) -> list[tuple[str | None, int, int, int]]:
    """Reports with proposals: id, how many wait, how many are decided, the first number.

    They come in the order of their first proposals, those whose first number is above `after`.
    """
    is_open = case((ProposalRow.state == State.PROPOSED.value, 1), else_=0)
    waiting, first = func.sum(is_open), func.min(ProposalRow.number)
    query = (
        select(ProposalRow.report_id, waiting, func.count() - waiting, first)
        .group_by(ProposalRow.report_id)
        .having(first > after)
        .order_by(first)
        .limit(limit)
    )
    if waiting_only:
        query = query.having(waiting > 0)
    return [tuple(row) for row in session.execute(query)]
