"""The API: addresses that programs read."""

from flask import Blueprint, Response, request

from geomap import __version__
from geomap.domain.answers import ControlQuery
from geomap.exports.geojson import control_collection
from geomap.services.control import control_on_day
from geomap.services.edition import edition
from geomap.services.health import health
from geomap.web.answers import GEOJSON, JSON, etag, json_answer, service
from geomap.web.documents import encoded
from geomap.web.operations.following import HEALTH
from geomap.web.operations.maps import CONTROL, TIMELINE
from geomap.web.packing import FOR_EVER, packed_answer
from geomap.web.parameters import Parameters

blueprint = Blueprint("api", __name__)


@blueprint.get(CONTROL.path)
def show_control() -> Response:
    """Who holds what on a day."""
    given = Parameters(request.args, CONTROL.parameters)
    query = ControlQuery(given.required_day("date"), given.bbox())
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = control_on_day(session, query, standpoint)
    body = encoded(control_collection(answer))
    return json_answer(body, GEOJSON, answer.revision)


@blueprint.get(TIMELINE.path)
def show_timeline() -> Response:
    """The whole atlas, by columns."""
    given = Parameters(request.args, TIMELINE.parameters)
    packed, revision = service().timelines.get(given.standpoint(service().rule))
    response = packed_answer(packed, JSON, etag(revision))
    if given.text("edition") == edition() and given.text("revision") is not None:
        # Neither the statements of a revision nor how this program tells them will ever change.
        response.headers["Cache-Control"] = FOR_EVER
    return response


@blueprint.get(HEALTH.path)
def show_health() -> Response:
    """Whether the service can answer."""
    Parameters(request.args, HEALTH.parameters)
    with service().database.reading() as session:
        state = health(session, service().rule)
    document = {
        "status": "ok",
        "version": __version__,
        "atlas": state.atlas,
        "revision": state.revision,
    }
    response = json_answer(encoded(document), JSON, state.revision)
    response.headers["Cache-Control"] = "no-store"
    return response
