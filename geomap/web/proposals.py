"""Proposals over HTTP: sent and read with any token, decided on by editors."""

import re
from typing import Any
from urllib.parse import urlencode

from flask import Blueprint, Response, request, url_for

from geomap.domain.proposals import Proposal, ProposalQuery, State, Suggestion
from geomap.domain.rights import Right
from geomap.errors import InvalidInput, InvalidStatement
from geomap.exports.proposals import proposal_document
from geomap.services.proposals import (
    accept_proposal,
    list_proposals,
    proposal_of,
    propose,
    reject_proposal,
)
from geomap.services.writing import KINDS, Writing
from geomap.web.answers import JSON, service
from geomap.web.json_bodies import json_object
from geomap.web.operations.writing import ANY, LONGEST_NOTE, PROPOSAL, PROPOSALS, PROPOSE
from geomap.web.parameters import Parameters
from geomap.web.private import private
from geomap.web.statements import (
    checked_note,
    find_place,
    refuse,
    required_note,
    standing_answer,
)
from geomap.web.writers import writer

blueprint = Blueprint("proposals", __name__, url_prefix="/api/proposals")
blueprint.register_error_handler(InvalidStatement, refuse)
LONGEST_TEXT = 10_000_000
PARTS = ("kind", "statement", "span")
_KEY = re.compile(r"[\x21-\x7e]{1,200}")


@blueprint.post("")
def send() -> Response:
    """Propose a statement; it changes no answer."""
    given = Parameters(request.args, PROPOSE.parameters, LONGEST_NOTE)
    note = given.text("note")
    who = writer(Right.PROPOSE)
    suggestion = _suggestion(
        json_object(JSON), who.name, "" if note is None else checked_note(note)
    )
    writing = Writing(who.name, suggestion.note, service().rule, find_place)
    with service().database.writing() as session:
        proposal, fresh = propose(session, suggestion, writing)
    response = private(proposal_document(proposal), 201 if fresh else 200)
    if fresh:
        response.headers["Location"] = url_for("proposals.show", number=proposal.number)
    return response


@blueprint.get("")
def show_all() -> Response:
    """Proposals in the order of their numbers, those that wait unless others are asked for."""
    given = Parameters(request.args, PROPOSALS.parameters)
    state = given.choice("state")
    kind = given.choice("kind")
    limit = given.limit()
    query = ProposalQuery(
        limit + 1,
        given.whole("after"),
        None if state == ANY else State(state),
        None if kind == ANY else kind,
        given.text("report"),
    )
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        found = list_proposals(session, query)
    shown = found[:limit]
    next_page = _next(shown[-1]) if len(found) > limit else None
    return private({"proposals": [proposal_document(one) for one in shown], "next": next_page})


@blueprint.get("/<int:number>")
def show(number: int) -> Response:
    """One proposal, and what was decided on it."""
    Parameters(request.args, PROPOSAL.parameters)
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        return private(proposal_document(proposal_of(session, number)))


@blueprint.post("/<int:number>/accept")
def accept(number: int) -> Response:
    """Accept a proposal, as it stands or as the body corrects it."""
    writing = _deciding()
    correction = json_object(JSON) if request.content_length else None
    with service().database.writing() as session:
        standing = accept_proposal(session, number, correction, writing)
        kind = proposal_of(session, number).suggestion.kind
    address = url_for("statements.show", kind=f"{kind}s", key=standing.statement.id)
    return standing_answer(standing, address)


@blueprint.post("/<int:number>/reject")
def reject(number: int) -> Response:
    """Reject a proposal; the note is the reason."""
    writing = _deciding()
    with service().database.writing() as session:
        return private(proposal_document(reject_proposal(session, number, writing)))


def _deciding() -> Writing:
    note = required_note()
    return Writing(writer(Right.EDIT).name, note, service().rule, find_place)


def _next(last: Proposal) -> str:
    query = {**request.args.to_dict(), "after": last.number}
    return f"{request.path}?{urlencode(query)}"


def _suggestion(sent: dict[str, Any], proposer: str, note: str) -> Suggestion:
    for part in sent:
        if part not in PARTS:
            raise InvalidInput(
                f"{part[:60]}: there is no such part here; known parts: {', '.join(PARTS)}."
            )
    kind, statement = sent.get("kind"), sent.get("statement")
    if not isinstance(kind, str) or kind not in KINDS:
        raise InvalidInput(f"kind: is none of {', '.join(KINDS)}.")
    if not isinstance(statement, dict):
        raise InvalidInput("statement: is not a JSON object; see the statements of the API.")
    return Suggestion(kind, statement, proposer, note, _span(sent.get("span")), _request_key())


def _span(value: Any) -> tuple[int, int] | None:
    if value is None:
        return None
    whole = isinstance(value, list) and all(type(one) is int for one in value)
    if not whole or len(value) != len(("start", "end")) or not 0 <= value[0] < value[1]:
        raise InvalidInput("span: is not [start, end] in characters of the report's text.")
    if value[1] > LONGEST_TEXT:
        raise InvalidInput(f"span: ends beyond {LONGEST_TEXT} characters.")
    return value[0], value[1]


def _request_key() -> str | None:
    key = request.headers.get("Idempotency-Key")
    if key is not None and not _KEY.fullmatch(key):
        raise InvalidInput("Idempotency-Key: send 1 to 200 printable characters without spaces.")
    return key
