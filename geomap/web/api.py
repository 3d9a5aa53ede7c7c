"""The API: addresses that programs read."""

from flask import Blueprint, Response, request

from geomap import __version__
from geomap.domain.control import Rule
from geomap.exports.geojson import control_feature, feature_collection
from geomap.exports.timeline import (
    Positions,
    atlas_columns,
    period_columns,
    territory_columns,
)
from geomap.services.control import ControlAnswer, ControlQuery, control_on_day
from geomap.services.derived import rule_document
from geomap.services.health import health
from geomap.services.timeline import Timeline, timeline
from geomap.web.answers import GEOJSON, JSON, json_answer, service
from geomap.web.parameters import Parameters

blueprint = Blueprint("api", __name__)


@blueprint.get("/control.geojson")
def show_control() -> Response:
    """Who holds what on a day."""
    given = Parameters(request.args, ("date", "known", "bbox", "revision"))
    query = ControlQuery(
        given.required_day("date"), given.day("known"), given.bbox(), given.revision()
    )
    with service().database.reading() as session:
        answer = control_on_day(session, query, service().rule)
    return json_answer(_control_document(answer), GEOJSON, answer.revision)


@blueprint.get("/api/timeline")
def show_timeline() -> Response:
    """The whole atlas, by columns."""
    given = Parameters(request.args, ("known", "revision"))
    with service().database.reading() as session:
        whole = timeline(session, given.day("known"), given.revision(), service().rule)
    return json_answer(_timeline_document(whole), JSON, whole.revision)


@blueprint.get("/health")
def show_health() -> Response:
    """Whether the service can answer."""
    Parameters(request.args, ())
    with service().database.reading() as session:
        state = health(session, service().rule)
    document = {
        "status": "ok",
        "version": __version__,
        "atlas": state.atlas,
        "revision": state.revision,
    }
    response = json_answer(document, JSON, state.revision)
    response.headers["Cache-Control"] = "no-store"
    return response


def _control_document(answer: ControlAnswer) -> dict[str, object]:
    query = answer.query
    features = [
        control_feature(one.place, one.control, one.period, query.day, answer.sources)
        for one in answer.places
    ]
    members = {
        "atlas": answer.frame.id,
        "date": query.day.isoformat(),
        "known": query.known.isoformat() if query.known else None,
        "revision": answer.revision,
        "rule": rule_document(answer.rule, answer.frame.reach_km),
        "numberReturned": len(features),
    }
    return feature_collection(features, members)


def _timeline_document(whole: Timeline) -> dict[str, object]:
    at = Positions.of(whole.atlas)
    return {
        "revision": whole.revision,
        "known": whole.known.isoformat() if whole.known else None,
        "rule": _rule(whole.rule, whole),
        **atlas_columns(whole.atlas, at),
        "periods": period_columns(whole.periods, at),
        **territory_columns(whole.cells, whole.edges, at),
    }


def _rule(rule: Rule, whole: Timeline) -> dict[str, object]:
    return rule_document(rule, whole.atlas.frame.reach_km)
