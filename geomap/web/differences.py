"""Differences over HTTP: what changed from one answer to another, as JSON or GeoJSON."""

from datetime import date

from flask import Blueprint, Response, request

from geomap.domain.differences.changes import Asked
from geomap.errors import InvalidParameter
from geomap.exports.differences import difference_collection, difference_document
from geomap.services.differences import difference
from geomap.web.answers import GEOJSON, JSON, hashed_answer, service
from geomap.web.documents import encoded
from geomap.web.operations.reasons import DIFFERENCE
from geomap.web.parameters import Parameters
from geomap.web.territory import kept_shapes

blueprint = Blueprint("differences", __name__)


@blueprint.get(DIFFERENCE.path)
def show_difference() -> Response:
    """Who gained what from whom between two answers."""
    given = Parameters(request.args, DIFFERENCE.parameters)
    days, form = _days(given), given.choice("f")
    rule = service().rule
    ends = (
        Asked(days[0], given.standpoint(rule)),
        Asked(days[1], given.second_standpoint(rule)),
    )
    with service().database.reading() as session:
        found = difference(session, ends, kept_shapes())
    if form == "geojson":
        return hashed_answer(encoded(difference_collection(found)), GEOJSON)
    return hashed_answer(encoded(difference_document(found)), JSON)


def _days(given: Parameters) -> tuple[date, date]:
    """The day of each end: `from` and `to`, or `date` for both."""
    day = given.day("date")
    if day is None:
        return given.required_day("from"), given.required_day("to")
    for name in ("from", "to"):
        if given.text(name) is not None:
            raise InvalidParameter(name, "goes not with date; give from and to, or date alone.")
    return day, day
