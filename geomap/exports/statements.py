"""A statement as the JSON document by which it is read and written over HTTP."""

from typing import Any

from geomap.domain.statements import Claim, Event, Figure, Statement

Json = dict[str, Any]


def statement_document(statement: Statement) -> Json:
    """Just what may be written, under the names of the columns of an atlas' files.

    What follows from it, as the letter of the grade follows from the source, is left out, so that
    a document can be read, changed and sent back.
    """
    return {
        "id": statement.id,
        "place_id": statement.place_id,
        "when": statement.when.edtf,
        "source": statement.source_id,
        "report": statement.report_id,
        "known": statement.known.isoformat(),
        "credibility": statement.grade.credibility.value,
        "summary": statement.summary,
        "quote": statement.quote,
        **_of_its_kind(statement),
    }


def _of_its_kind(statement: Statement) -> Json:
    if isinstance(statement, Claim):
        return {
            "effect": statement.effect.value,
            "holder": statement.holder,
            "loser": statement.loser,
            "order": statement.order,
        }
    if isinstance(statement, Event):
        return {
            "kind": statement.kind.value,
            "actors": list(statement.actors),
            "title": statement.title,
        }
    if isinstance(statement, Figure):
        return {
            "measure": statement.measure.value,
            "unit": statement.unit.value,
            "actor": statement.actor_id,
            "value": statement.value,
            "low": statement.low,
            "high": statement.high,
        }
    raise TypeError(f"{type(statement).__name__} is no kind of statement")
