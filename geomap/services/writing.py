"""Statements as documents: created, replaced, changed and withdrawn under a condition.

Everything happens in one writing transaction, the comparison with what the author looked at
included, so that no two authors overwrite each other.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy.orm import Session

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Event, Figure, Place, Statement
from geomap.errors import PreconditionFailed
from geomap.exports.statements import statement_document
from geomap.imports.statement_documents import statement_of
from geomap.services.statements import Change, accept, edit, standing_statement, withdraw
from geomap.storage.statements import (
    Standing,
    current_place,
    current_statement,
    known_sources,
)

KINDS: Mapping[str, type[Statement]] = {"claim": Claim, "event": Event, "figure": Figure}
FindPlace = Callable[[str], Place | None]


@dataclass(frozen=True, slots=True)
class Writing:
    """Who writes, why, by which rule answers follow, and what the author looked at."""

    author: str
    note: str
    rule: Rule
    find_place: FindPlace
    """Gives a place of the gazetteer by its id, for a statement on one that the atlas lacks."""
    seen: frozenset[int] = frozenset()
    """The revisions of which one made the version that the author looked at."""


def create(
    session: Session, kind: type[Statement], document: Mapping[str, Any], writing: Writing
) -> tuple[Standing, bool]:
    """Accept a new statement; False when it was there already, word for word.

    Raises InvalidStatement, NotFound as `accept` does, PreconditionFailed when the id is taken.
    """
    statement = read(session, kind, document)
    present = current_statement(session, kind, statement.id)
    if present is not None:
        # An answer that got lost on its way makes a client send the same once more.
        if present.statement == statement:
            return present, False
        raise PreconditionFailed(
            f"There is already a {_noun(kind)} with the id {statement.id}, and it says something"
            " else; choose another id, or read it and change it with If-Match."
        )
    accept(session, statement, change_for(session, statement, writing), writing.rule)
    return standing_statement(session, kind, statement.id), True


def replace_with(
    session: Session, kind: type[Statement], document: Mapping[str, Any], writing: Writing
) -> Standing:
    """Put a document in the place of the statement with its id.

    Raises NotFound when there is none, PreconditionFailed when it is not the version that was
    looked at, InvalidStatement as `accept` does.
    """
    _require_seen(session, kind, str(document.get("id")), writing)
    statement = read(session, kind, document)
    edit(session, statement, change_for(session, statement, writing), writing.rule)
    return standing_statement(session, kind, statement.id)


def patch(
    session: Session, kind: type[Statement], changes: Mapping[str, Any], writing: Writing
) -> Standing:
    """Change some parts of a statement (JSON Merge Patch, RFC 7396); raises as `replace_with`."""
    standing = _require_seen(session, kind, str(changes.get("id")), writing)
    document = {**statement_document(standing.statement), **changes}
    return replace_with(session, kind, document, writing)


def remove(session: Session, kind: type[Statement], key: str, writing: Writing) -> int:
    """Withdraw a statement and give the revision; raises as `replace_with`."""
    _require_seen(session, kind, key, writing)
    return withdraw(session, kind, key, Change(writing.author, writing.note), writing.rule)


def read(
    session: Session, kind: type[Statement], document: Mapping[str, Any]
) -> Claim | Event | Figure:
    """Read a document by the sources of the atlas, and those that reports have brought.

    Raises InvalidStatement.
    """
    sources = known_sources(session)

    def reliability_of(source: str) -> Reliability | None:
        found = sources.get(source)
        return None if found is None else found.reliability

    return statement_of(kind, document, reliability_of)


def change_for(session: Session, statement: Statement, writing: Writing) -> Change:
    """The change that a writing makes, with the place where the atlas has none yet."""
    change = Change(writing.author, writing.note)
    key = statement.place_id
    if key is None or current_place(session, key) is not None:
        return change
    return replace(change, place=writing.find_place(key))


def _require_seen(session: Session, kind: type[Statement], key: str, writing: Writing) -> Standing:
    standing = standing_statement(session, kind, key)
    if standing.since not in writing.seen:
        raise PreconditionFailed(
            f"The {_noun(kind)} {key} is not what you looked at: revision {standing.since} made it"
            " what it is now. Read it again, and send its ETag with If-Match."
        )
    return standing


def _noun(kind: type[Statement]) -> str:
    return kind.__name__.lower()
