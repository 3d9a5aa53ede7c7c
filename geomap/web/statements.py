"""Statements over HTTP: one address each, read by anybody, written under If-Match."""

import re
from typing import Any

from flask import Blueprint, Response, request

from gazetteer.errors import GazetteerError
from geomap.domain.rights import Right
from geomap.domain.statements import Place, Statement
from geomap.errors import (
    InvalidInput,
    InvalidParameter,
    InvalidStatement,
    NotFound,
    PreconditionRequired,
)
from geomap.exports.statements import statement_document
from geomap.services.resolving import PlaceResolver
from geomap.services.statements import standing_statement
from geomap.services.writing import KINDS, Writing, create, patch, remove, replace_with
from geomap.storage.statements import Standing
from geomap.web.answers import JSON, service
from geomap.web.documents import encoded
from geomap.web.gazetteer_answers import open_index
from geomap.web.json_bodies import MERGE_PATCH, json_object
from geomap.web.operations.writing import LONGEST_NOTE, PUT, SHOW
from geomap.web.parameters import Parameters
from geomap.web.problems import problem
from geomap.web.writers import writer

blueprint = Blueprint("statements", __name__, url_prefix="/api/statements")
# As a server behind us may have marked it: weak, or with the encoding of the answer.
_TAG = re.compile(r'(?:W/)?"r([0-9]{1,9})(?::[a-z]+)?"')
_CONTROL_CHARACTERS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


@blueprint.get("/<kind>/<key>")
def show(kind: str, key: str) -> Response:
    """A statement as it is now."""
    Parameters(request.args, SHOW.parameters)
    with service().database.reading() as session:
        standing = standing_statement(session, _kind(kind), key)
    response = standing_answer(standing)
    response.make_conditional(request)
    return response


@blueprint.put("/<kind>/<key>")
def put(kind: str, key: str) -> Response:
    """Accept a new statement (If-None-Match: *), or edit the one that was read (If-Match)."""
    new = request.headers.get("If-None-Match", "").strip() == "*"
    if new and "If-Match" in request.headers:
        raise InvalidInput("If-Match and If-None-Match contradict each other; send one of them.")
    writing = _writing(frozenset() if new else None)
    document = _document(key, json_object(JSON))
    fresh = False
    with service().database.writing() as session:
        if new:
            standing, fresh = create(session, _kind(kind), document, writing)
        else:
            standing = replace_with(session, _kind(kind), document, writing)
    return standing_answer(standing, request.path if fresh else None)


@blueprint.patch("/<kind>/<key>")
def change(kind: str, key: str) -> Response:
    """Edit some parts of a statement (JSON Merge Patch)."""
    writing = _writing()
    document = _document(key, json_object(MERGE_PATCH, JSON))
    with service().database.writing() as session:
        standing = patch(session, _kind(kind), document, writing)
    return standing_answer(standing)


@blueprint.delete("/<kind>/<key>")
def withdraw(kind: str, key: str) -> Response:
    """Take a statement back; older revisions keep it."""
    writing = _writing()
    with service().database.writing() as session:
        revision = remove(session, _kind(kind), key, writing)
    return Response(encoded({"id": key, "withdrawn": revision}), content_type=JSON)


def _writing(seen: frozenset[int] | None = None) -> Writing:
    """Who writes, why, and having looked at what."""
    note = required_note()
    who = writer(Right.EDIT)
    if seen is None:
        seen = seen_revisions()
    return Writing(who.name, note, service().rule, find_place, seen)


@blueprint.errorhandler(InvalidStatement)
def refuse(error: InvalidStatement) -> Response:
    """Say which part of a statement is to be sent otherwise."""
    return problem(error.status, error.title, f"{error.part}: {str(error).rstrip('.')}.")


def required_note() -> str:
    """The parameter `note`: why something is changed. No other is known."""
    given = Parameters(request.args, PUT.parameters, LONGEST_NOTE)
    return checked_note(given.required_text("note", "say in a sentence why you change this."))


def checked_note(text: str) -> str:
    """A note that is fit to be kept. Raises InvalidParameter."""
    if not text.strip():
        raise InvalidParameter("note", "is empty; say in a sentence why you change this.")
    if _CONTROL_CHARACTERS.search(text):
        raise InvalidParameter("note", "holds control characters.")
    return text.strip()


def seen_revisions() -> frozenset[int]:
    """The revisions in If-Match. Raises PreconditionRequired when there are none."""
    tags = request.headers.get("If-Match")
    if tags is None or tags.strip() == "*":
        raise PreconditionRequired(
            'Send the ETag of the version that you looked at, such as If-Match: "r12"; a new'
            " statement takes If-None-Match: *."
        )
    return frozenset(int(number) for number in _TAG.findall(tags))


def find_place(key: str) -> Place | None:
    """A place of the gazetteer as the atlas keeps it; None where it cannot be had."""
    try:
        with open_index() as index:
            return PlaceResolver(index.gazetteer).by_id(key)
    except (GazetteerError, InvalidInput):
        return None


def _kind(plural: str) -> type[Statement]:
    kind = KINDS.get(plural.removesuffix("s")) if plural.endswith("s") else None
    if kind is None:
        raise NotFound("Statements are claims, events or figures: /api/statements/claims/ID.")
    return kind


def _document(key: str, sent: dict[str, Any]) -> dict[str, Any]:
    """What was sent, with the id of the address."""
    if sent.get("id", key) != key:
        raise InvalidStatement("id", f"is not that of the address, {key!r}; send that or none")
    return sent | {"id": key}


def standing_answer(standing: Standing, made: str | None = None) -> Response:
    """A statement with the ETag of its version; 201 with its address where it was `made` now."""
    body = encoded(statement_document(standing.statement))
    response = Response(body, 201 if made else 200, content_type=JSON)
    response.set_etag(f"r{standing.since}")
    response.headers["Cache-Control"] = "no-cache"
    if made:
        response.headers["Location"] = made
    return response
