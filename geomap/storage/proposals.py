"""Proposals: kept, found, listed, decided."""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from geomap.domain.proposals import Decision, Proposal, ProposalQuery, State, Suggestion
from geomap.storage.writing_models import ProposalRow


def store_proposal(session: Session, suggestion: Suggestion, digest: str | None) -> Proposal:
    """Keep a suggestion under the next number; the digest is that of the request."""
    start, end = suggestion.span or (None, None)
    row = ProposalRow(
        kind=suggestion.kind,
        statement=dict(suggestion.statement),
        report_id=suggestion.statement.get("report"),
        span_start=start,
        span_end=end,
        proposer=suggestion.proposer,
        note=suggestion.note,
        created=datetime.now(UTC),
        request_key=suggestion.request_key,
        request_digest=digest,
        confidence=suggestion.confidence,
        state=State.PROPOSED.value,
    )
    session.add(row)
    session.flush()
    return _proposal(row)


def find_proposal(session: Session, number: int) -> Proposal | None:
    """The proposal of a number."""
    row = session.get(ProposalRow, number)
    return None if row is None else _proposal(row)


def sent_before(session: Session, proposer: str, key: str) -> tuple[Proposal, str | None] | None:
    """What a proposer sent under a key before, and the digest of that request."""
    query = select(ProposalRow).where(
        ProposalRow.proposer == proposer, ProposalRow.request_key == key
    )
    row = session.scalar(query)
    return None if row is None else (_proposal(row), row.request_digest)


def list_proposals(session: Session, wanted: ProposalQuery) -> list[Proposal]:
    """Proposals by their number."""
    query = select(ProposalRow).where(*_conditions(wanted))
    ordered = query.order_by(ProposalRow.number).limit(wanted.limit)
    return [_proposal(row) for row in session.scalars(ordered)]


def _conditions(wanted: ProposalQuery) -> Iterator[ColumnElement[bool]]:
    yield ProposalRow.number > wanted.after
    if wanted.state is not None:
        yield ProposalRow.state == wanted.state.value
    if wanted.kind is not None:
        yield ProposalRow.kind == wanted.kind
    if wanted.report is not None:
        yield ProposalRow.report_id == wanted.report
    if wanted.reportless:
        yield ProposalRow.report_id.is_(None)


def store_decision(
    session: Session, number: int, state: State, decision: Decision | None
) -> Proposal:
    """Keep what was decided on a proposal; None opens it again."""
    made = decision or Decision("", datetime.now(UTC), "")
    accepted = state is State.ACCEPTED
    values = {
        "decider": made.decider,
        "decided": made.decided,
        "reason": made.reason,
        "revision": made.revision,
    }
    changed = values if decision else dict.fromkeys(values)
    session.execute(
        update(ProposalRow)
        .where(ProposalRow.number == number)
        .values(
            state=state.value,
            accepted_as=made.statement,
            merged=made.merged if accepted else None,
            **changed,
        )
    )
    # What the session read before does not know of the decision yet.
    session.expire_all()
    return _proposal(session.get_one(ProposalRow, number))


def _proposal(row: ProposalRow) -> Proposal:
    span = None
    if row.span_start is not None and row.span_end is not None:
        span = (row.span_start, row.span_end)
    suggestion = Suggestion(
        row.kind,
        row.statement,
        row.proposer,
        row.note,
        span,
        row.request_key,
        row.confidence,
    )
    return Proposal(row.number, suggestion, row.created, State(row.state), _decision(row))


def _decision(row: ProposalRow) -> Decision | None:
    if row.decider is None or row.decided is None:
        return None
    return Decision(
        row.decider,
        row.decided,
        row.reason or "",
        row.revision,
        row.accepted_as,
        merged=bool(row.merged),
    )
