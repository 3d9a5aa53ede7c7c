"""Reviewing over HTTP: the queue, what a decision would change, merging, undoing, names."""

from typing import Any

from flask import Blueprint, Response, request

from geomap.domain.review import Means
from geomap.domain.rights import Right, Writer
from geomap.domain.statements import Event
from geomap.errors import InvalidInput, InvalidStatement
from geomap.exports.explanation import judged_document
from geomap.exports.proposals import proposal_document
from geomap.exports.review import (
    alike_document,
    article_document,
    choices_document,
    citation_document,
    cited_again_document,
    known_name_document,
    period_document,
    place_named,
    queued_document,
    rule_for_accepting_document,
    step_document,
)
from geomap.services.consequences import Consequences, PlaceChange, consequences
from geomap.services.merging import events_alike, merge_proposal, undo_decision
from geomap.services.proposals import proposal_of
from geomap.services.reviewing import also_told_by, article_of, review_queue, steps_of
from geomap.services.statements import standing_statement
from geomap.services.teaching import forget, known_names, taught_by, teach
from geomap.services.unattended import acceptance_rules
from geomap.services.writing import Writing
from geomap.web.answers import JSON, hashed_answer, service
from geomap.web.documents import encoded
from geomap.web.json_bodies import json_object
from geomap.web.operations import review as declared
from geomap.web.operations.writing import LONGEST_NOTE
from geomap.web.parameters import Parameters
from geomap.web.private import private
from geomap.web.statements import checked_note, find_place, refuse
from geomap.web.writers import writer

blueprint = Blueprint("review", __name__, url_prefix="/api")
blueprint.register_error_handler(InvalidStatement, refuse)
_NAME_PARTS = ("name", "means", "key")


@blueprint.get("/review")
def show_reviewer() -> Response:
    """Whose token it is, and the rules for accepting unattended."""
    Parameters(request.args, declared.REVIEW.parameters)
    who = writer(Right.PROPOSE)
    with service().database.reading() as session:
        rules = acceptance_rules(session)
    shown = [rule_for_accepting_document(rule) for rule in rules]
    known = {"name": who.name, "may": who.may.value, "rules": shown}
    return private(known | {"choices": choices_document()})


@blueprint.get("/reports")
def show_queue() -> Response:
    """Reports with proposals, those that wait unless all are asked for."""
    given = Parameters(request.args, declared.REPORTS.parameters)
    waiting = given.choice("state") == declared.WAITING
    limit, after = given.limit(), given.whole("after")
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        page = review_queue(session, waiting_only=waiting, after=after, limit=limit)
    return private({"reports": [queued_document(one) for one in page.reports], "next": page.after})


@blueprint.get("/reports/<key>")
def show_report(key: str) -> Response:
    """A report, its text and its proposals."""
    Parameters(request.args, declared.REPORT.parameters)
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        found = article_of(session, None if key == declared.NO_REPORT else key, find_place)
    document = article_document(
        found.report, found.text, found.proposals, found.places, found.sources
    )
    again = [cited_again_document(one, found.told_by) for one in found.cited_again]
    more = {"story": found.story, "cited_again": again, "revision": found.revision}
    return private(document | {"id": key} | more)


@blueprint.post("/proposals/<int:number>/preview")
def preview(number: int) -> Response:
    """What would change, and what a correction would teach; nothing is kept."""
    Parameters(request.args, declared.PREVIEW.parameters)
    who = writer(Right.PROPOSE)
    sent = json_object(JSON) if request.content_length else None
    with service().database.reading() as session:
        suggestion = proposal_of(session, number).suggestion
        document = suggestion.statement if sent is None else sent
        found = consequences(
            session, suggestion.kind, document, suggestion.statement, _writing(who, "")
        )
    return private(_consequences(found))


@blueprint.get("/proposals/<int:number>/alike")
def show_alike(number: int) -> Response:
    """Events with which a proposed one could be merged."""
    Parameters(request.args, declared.ALIKE.parameters)
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        found = events_alike(session, number)
    return private({"events": [alike_document(event) for event in found]})


@blueprint.get("/proposals/<int:number>/steps")
def show_steps(number: int) -> Response:
    """What was done with a proposal."""
    Parameters(request.args, declared.STEPS.parameters)
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        proposal_of(session, number)
        found = steps_of(session, number)
    return private({"steps": [step_document(one) for one in found]})


@blueprint.post("/proposals/<int:number>/merge")
def merge(number: int) -> Response:
    """Let an event of the atlas cite the report."""
    given = Parameters(request.args, declared.MERGE.parameters, LONGEST_NOTE)
    writing = _deciding(given)
    into = given.required_text("into", "give the id of an event of the atlas.")
    with service().database.writing() as session:
        return private(proposal_document(merge_proposal(session, number, into, writing)))


@blueprint.post("/proposals/<int:number>/undo")
def undo(number: int) -> Response:
    """Take back what was decided on a proposal."""
    given = Parameters(request.args, declared.UNDO.parameters, LONGEST_NOTE)
    writing = _deciding(given)
    with service().database.writing() as session:
        return private(proposal_document(undo_decision(session, number, writing)))


@blueprint.get("/names")
def show_names() -> Response:
    """Names that were taught."""
    Parameters(request.args, declared.NAMES.parameters)
    writer(Right.PROPOSE)
    with service().database.reading() as session:
        found = known_names(session)
    return private({"names": [known_name_document(one) for one in found]})


@blueprint.post("/names")
def teach_name() -> Response:
    """Teach what is meant by a name; what it meant before is forgotten."""
    Parameters(request.args, declared.TEACH.parameters)
    who = writer(Right.EDIT)
    sent = json_object(JSON)
    for part in sent:
        if part not in _NAME_PARTS:
            known = ", ".join(_NAME_PARTS)
            raise InvalidInput(f"{part[:60]}: there is no such part here; known parts: {known}.")
    texts = [sent.get(part) for part in _NAME_PARTS]
    name, means, key = (one if isinstance(one, str) else "" for one in texts)
    taught = taught_by(who.name, name, _means(means), key)
    with service().database.writing() as session:
        teach(session, taught, find_place)
    return private(known_name_document(taught), 201)


@blueprint.delete("/names")
def forget_name() -> Response:
    """Forget a name."""
    given = Parameters(request.args, declared.FORGET.parameters)
    writer(Right.EDIT)
    name = given.required_text("name", "give the name that was taught.")
    means = Means(given.choice("means"))
    with service().database.writing() as session:
        forget(session, name, means)
    return private({"name": name, "means": means.value})


@blueprint.get("/events/<key>/citations")
def show_citations(key: str) -> Response:
    """Reports that tell of an event beside its own; anybody may read them."""
    Parameters(request.args, declared.CITATIONS.parameters)
    with service().database.reading() as session:
        standing_statement(session, Event, key)
        found = also_told_by(session, key)
    body = encoded({"event": key, "citations": [citation_document(one) for one in found]})
    return hashed_answer(body, JSON)


def _deciding(given: Parameters) -> Writing:
    note = given.required_text("note", "say in a sentence why you do this.")
    return _writing(writer(Right.EDIT), checked_note(note))


def _writing(who: Writer, note: str) -> Writing:
    return Writing(who.name, note, service().rule, find_place)


def _means(text: str) -> Means:
    try:
        return Means(text)
    except ValueError:
        raise InvalidInput(f"means: {text[:60]!r} is none of place, actor.") from None


def _consequences(found: Consequences) -> dict[str, Any]:
    return {
        "revision": found.revision,
        "day": found.day.isoformat(),
        "place": place_named(found.place) if found.place else None,
        "changes": [_change(one) for one in found.changes],
        "names": [
            {"name": one.name, "means": one.means.value, "key": one.key} for one in found.meanings
        ],
    }


def _change(one: PlaceChange) -> dict[str, Any]:
    return {
        "place": place_named(one.place),
        "fresh": one.fresh,
        "before": judged_document(one.before),
        "after": judged_document(one.after),
        "periods": [period_document(period) for period in one.periods],
    }
