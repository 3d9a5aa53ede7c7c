"""The API: why an answer is as it is, and how it would be otherwise."""

from flask import Blueprint, Response, request

from geomap.exports.explanation import explanation_document
from geomap.services.explaining import explain_place
from geomap.web.answers import JSON, json_answer, service
from geomap.web.documents import encoded
from geomap.web.parameters import STANDPOINT_PARAMETERS, Parameters

blueprint = Blueprint("explaining", __name__)
PLACE = "give the id of a place, such as geonames:172955."


@blueprint.get("/api/explain")
def show_explanation() -> Response:
    """Why a place is judged as it is on a day."""
    given = Parameters(request.args, ("place", "date", *STANDPOINT_PARAMETERS))
    place_id = given.required_text("place", PLACE)
    day, standpoint = given.required_day("date"), given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = explain_place(session, place_id, day, standpoint)
    body = encoded(explanation_document(answer))
    return json_answer(body, JSON, answer.revision, standpoint.rule)
