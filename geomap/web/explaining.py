"""The API: why an answer is as it is, and how it would be otherwise."""

from flask import Blueprint, Response, request

from geomap.domain.answers import ControlQuery, LearnedQuery
from geomap.domain.standpoint import Standpoint
from geomap.exports.explanation import explanation_document
from geomap.exports.learning import alternatives_document, learned_document
from geomap.services.alternatives import alternatives
from geomap.services.explaining import explain_place
from geomap.services.learning import learned
from geomap.web.answers import JSON, json_answer, service
from geomap.web.documents import encoded
from geomap.web.operations.reasons import ALTERNATIVES, EXPLAIN, LEARNED
from geomap.web.parameters import Parameters

blueprint = Blueprint("explaining", __name__)
PLACE = "give the id of a place, such as geonames:172955."


@blueprint.get(EXPLAIN.path)
def show_explanation() -> Response:
    """Why a place is judged as it is on a day."""
    given = Parameters(request.args, EXPLAIN.parameters)
    place_id = given.required_text("place", PLACE)
    day, standpoint = given.required_day("date"), given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = explain_place(session, place_id, day, standpoint)
    body = encoded(explanation_document(answer))
    return json_answer(body, JSON, answer.revision)


@blueprint.get(ALTERNATIVES.path)
def show_alternatives() -> Response:
    """The places that other sources, or another dispute window, judge otherwise."""
    given = Parameters(request.args, ALTERNATIVES.parameters)
    query = ControlQuery(given.required_day("date"), given.bbox())
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = alternatives(session, query, standpoint, service().rule)
    body = encoded(alternatives_document(answer))
    return json_answer(body, JSON, answer.revision)


@blueprint.get(LEARNED.path)
def show_learned() -> Response:
    """The answers that differ from what was known before, with what made them differ."""
    given = Parameters(request.args, LEARNED.parameters)
    before = given.standpoint(service().rule)
    after = Standpoint(given.day("until"), given.revision("until_revision"), before.rule)
    query = LearnedQuery(before, after, given.day("date"), given.text("place"))
    with service().database.reading() as session:
        answer = learned(session, query)
    body = encoded(learned_document(answer))
    return json_answer(body, JSON, answer.revisions[1])
