"""Statistics over HTTP: places, actors and governorates, as JSON, GeoJSON or CSV."""

from contextlib import suppress

from flask import Blueprint, Response, request

from gazetteer.errors import GazetteerError
from geomap.domain.statistics.tallies import Statistics
from geomap.exports.statistics import (
    Subject,
    statistics_collection,
    statistics_document,
    statistics_table,
)
from geomap.services.statistics import statistics, with_governorates
from geomap.web.answers import CSV, GEOJSON, JSON, hashed_answer, service
from geomap.web.documents import encoded
from geomap.web.gazetteer_answers import open_index
from geomap.web.operations.counts import PLACES
from geomap.web.parameters import Parameters
from geomap.web.territory import kept_shapes

blueprint = Blueprint("statistics", __name__, url_prefix="/api/statistics")


@blueprint.get("/places")
def show_places() -> Response:
    """How long and by whom each place was held."""
    return _show(Subject.PLACES)


@blueprint.get("/actors")
def show_actors() -> Response:
    """What each actor held, gained and lost."""
    return _show(Subject.ACTORS)


@blueprint.get("/governorates")
def show_governorates() -> Response:
    """How long and by whom the places of each governorate and country were held."""
    return _show(Subject.GOVERNORATES)


def _show(subject: Subject) -> Response:
    given = Parameters(request.args, PLACES.parameters)
    days = given.day("from"), given.day("to")
    standpoint, form = given.standpoint(service().rule), given.choice("f")
    with service().database.reading() as session:
        shapes = kept_shapes() if form == "geojson" else None
        counted = _named(statistics(session, days, standpoint, shapes))
    if form == "csv":
        return hashed_answer(statistics_table(counted, subject).encode(), CSV)
    if form == "geojson":
        return hashed_answer(encoded(statistics_collection(counted, subject)), GEOJSON)
    return hashed_answer(encoded(statistics_document(counted, subject)), JSON)


def _named(counted: Statistics) -> Statistics:
    """The statistics with names of governorates, unless there is no gazetteer to ask."""
    with suppress(GazetteerError), open_index() as index:
        return with_governorates(counted, index.gazetteer)
    return counted
