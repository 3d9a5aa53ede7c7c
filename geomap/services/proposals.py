"""Proposals: statements that change no answer until somebody accepts them."""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy.orm import Session

from geomap.domain.proposals import Decision, Proposal, State, Suggestion
from geomap.domain.review import Step, Taken
from geomap.errors import Conflict, NotFound
from geomap.exports.statements import statement_document
from geomap.services.statements import check_statement
from geomap.services.writing import KINDS, Writing, change_for, create, read
from geomap.storage.proposals import (
    find_proposal,
    list_proposals,
    sent_before,
    store_decision,
    store_proposal,
)
from geomap.storage.review import store_step
from geomap.storage.statements import Standing, current_statement

ID_BYTES = 8

__all__ = [
    "Outcome",
    "accept_proposal",
    "decide",
    "list_proposals",
    "open_proposal",
    "proposal_of",
    "propose",
    "reject_proposal",
]


def propose(session: Session, suggestion: Suggestion, writing: Writing) -> tuple[Proposal, bool]:
    """Keep a suggestion; False when it was sent before under the same key.

    A statement without an id is given one. Raises InvalidStatement for what could not be accepted
    as it stands, Conflict when its id is taken or the key was used for something else.
    """
    digest = _digest(suggestion)
    if suggestion.request_key is not None:
        before = sent_before(session, suggestion.proposer, suggestion.request_key)
        if before is not None:
            return _again(before, digest), False
    kind = KINDS[suggestion.kind]
    document = {"id": f"proposed-{secrets.token_hex(ID_BYTES)}", **suggestion.statement}
    statement = read(session, kind, document)
    check_statement(session, statement, change_for(session, statement, writing).place)
    if current_statement(session, kind, statement.id) is not None:
        raise Conflict(f"There is already a {suggestion.kind} with the id {statement.id}.")
    kept = replace(suggestion, statement=statement_document(statement))
    return store_proposal(session, kept, digest), True


def proposal_of(session: Session, number: int) -> Proposal:
    """The proposal of a number. Raises NotFound."""
    found = find_proposal(session, number)
    if found is None:
        raise NotFound(f"There is no proposal {number}.")
    return found


def accept_proposal(
    session: Session, number: int, correction: Mapping[str, Any] | None, writing: Writing
) -> Standing:
    """Accept a proposal, as it stands or as the editor corrects it.

    Raises Conflict when it was decided on before, else as `create` does.
    """
    suggestion = open_proposal(session, number).suggestion
    document = suggestion.statement if correction is None else correction
    key = {"id": suggestion.statement["id"]}
    standing, _fresh = create(session, KINDS[suggestion.kind], {**key, **document}, writing)
    made = Outcome(Step.ACCEPTED, standing.since, standing.statement.id)
    decide(session, number, writing, made)
    return standing


def reject_proposal(session: Session, number: int, writing: Writing) -> Proposal:
    """Reject a proposal; the note is the reason. Raises Conflict when it was decided on before."""
    open_proposal(session, number)
    return decide(session, number, writing, Outcome(Step.REJECTED))


def open_proposal(session: Session, number: int) -> Proposal:
    """The proposal of a number, while it waits.

    Raises NotFound, and Conflict when it was decided on before.
    """
    proposal = proposal_of(session, number)
    decision = proposal.decision
    if decision is not None:
        raise Conflict(
            f"Proposal {number} was {proposal.state} by {decision.decider} before; read it again."
        )
    return proposal


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a proposal: the revision and the statement that it made, if it made one."""

    step: Step
    revision: int | None = None
    statement: str | None = None


def decide(session: Session, number: int, writing: Writing, outcome: Outcome) -> Proposal:
    """Keep what was done with a proposal, and that it was done."""
    at, step, revision = datetime.now(UTC), outcome.step, outcome.revision
    decision: Decision | None = None
    if step is not Step.REOPENED:
        merged = step is Step.MERGED
        decision = Decision(
            writing.author, at, writing.note, revision, outcome.statement, merged=merged
        )
    store_step(session, Taken(number, step, writing.author, at, writing.note, revision))
    return store_decision(session, number, _STATES[step], decision)


_STATES = {
    Step.ACCEPTED: State.ACCEPTED,
    Step.MERGED: State.ACCEPTED,
    Step.REJECTED: State.REJECTED,
    Step.REOPENED: State.PROPOSED,
}


def _again(before: tuple[Proposal, str | None], digest: str) -> Proposal:
    proposal, sent = before
    if sent != digest:
        raise Conflict(
            f"This Idempotency-Key belongs to proposal {proposal.number}, which says something"
            " else; send another key."
        )
    return proposal


def _digest(suggestion: Suggestion) -> str:
    parts = (suggestion.kind, dict(suggestion.statement), suggestion.note, suggestion.span)
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
