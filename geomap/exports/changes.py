"""Changes of statements as JSON."""

from typing import Any

from geomap.domain.changes import ChangesAnswer, StatementChange
from geomap.domain.statements import Claim, Event, Figure
from geomap.exports.statements import statement_document

Json = dict[str, Any]


def changes_document(answer: ChangesAnswer, following: str | None) -> Json:
    """The document of `/api/changes`; `following` is the address of the next page."""
    return {
        "history": answer.history,
        "revision": answer.revision,
        "changes": [_change(one) for one in answer.changes],
        "next": following,
    }


def _change(one: StatementChange) -> Json:
    return {
        "revision": one.revision.number,
        "at": one.revision.created.isoformat(timespec="seconds"),
        "author": one.revision.author,
        "note": one.revision.note,
        "what": one.what.value,
        "kind": type(one.statement).__name__.lower(),
        "id": one.statement.id,
        "before": _document(one.before),
        "after": _document(one.after),
    }


def _document(statement: Claim | Event | Figure | None) -> Json | None:
    return None if statement is None else statement_document(statement)
