"""The API: all that the atlas has on one place."""

from contextlib import suppress

from flask import Blueprint, Response, request

from gazetteer.errors import GazetteerError
from geomap.domain.record import Order, RecordQuery
from geomap.exports.record import record_document
from geomap.services.place_record import governorate_of, place_record
from geomap.web.answers import JSON, hashed_answer, service
from geomap.web.documents import encoded
from geomap.web.gazetteer_answers import open_index
from geomap.web.operations.counts import RECORD
from geomap.web.parameters import Parameters

blueprint = Blueprint("place_record", __name__)


@blueprint.get("/api/places/<place_id>/record")
def show_record(place_id: str) -> Response:
    """Who held a place when and on whose word, what happened there and near, and figures on it."""
    given = Parameters(request.args, RECORD.parameters)
    query = RecordQuery(
        place_id,
        given.number("near_km"),
        Order(given.choice("order")),
        given.day("around"),
        given.limit(),
    )
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        record = place_record(session, query, standpoint)
    with suppress(GazetteerError), open_index() as index:
        record = record.named(governorate_of(record.place, index.gazetteer))
    return hashed_answer(encoded(record_document(record)), JSON)
