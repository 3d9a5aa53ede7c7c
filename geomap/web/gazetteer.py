"""The gazetteer over HTTP: search, suggest and reverse, all as GeoJSON."""

import re
from collections.abc import Callable

from flask import Blueprint, Response, request

from geomap.errors import InvalidParameter
from geomap.services.gazetteer_search import (
    Asked,
    Candidate,
    Context,
    Gazetteer,
    reverse,
    search,
    suggest,
)
from geomap.web.answers import GEOJSON
from geomap.web.documents import encoded
from geomap.web.gazetteer_answers import (
    answer_errors,
    gazetteer_answer,
    gazetteer_service,
    open_index,
)
from geomap.web.gazetteer_documents import candidate_collection, surroundings_collection
from geomap.web.operations.gazetteer import REVERSE, SEARCH
from geomap.web.parameters import Parameters

blueprint = Blueprint("gazetteer", __name__, url_prefix="/api/gazetteer")
answer_errors(blueprint)

_LANGUAGE = re.compile("[a-z]{2}")
_A_POINT = "give lon and lat, or near=lon,lat, such as near=39.01,35.95."


@blueprint.get("/search")
def show_search() -> Response:
    """What a name could mean."""
    online = gazetteer_service().online
    return _answer_for_name(lambda gazetteer, asked: search(gazetteer, asked, online))


@blueprint.get("/suggest")
def show_suggest() -> Response:
    """Places whose names begin as somebody types."""
    return _answer_for_name(suggest)


@blueprint.get("/reverse")
def show_reverse() -> Response:
    """What is at a point."""
    given = Parameters(request.args, REVERSE.parameters)
    longitude, latitude = _point(given)
    limit, language = given.limit(), _language(given)
    with open_index() as index:
        found = reverse(index.gazetteer, longitude, latitude, limit)
        document = surroundings_collection(found, language, index.attribution)
        return gazetteer_answer(encoded(document), GEOJSON, index.stamp)


def _answer_for_name(answer: Callable[[Gazetteer, Asked], list[Candidate]]) -> Response:
    given = Parameters(request.args, SEARCH.parameters)
    name = given.required_text("q", "give a name, such as q=Raqqa.")
    asked = Asked(name, _context(given), given.limit())
    with open_index() as index:
        candidates = answer(index.gazetteer, asked)
        document = candidate_collection(candidates, asked.context.language, index.attribution)
        return gazetteer_answer(encoded(document), GEOJSON, index.stamp)


def _context(given: Parameters) -> Context:
    box = given.bbox() if given.text("bbox") is not None else None
    return Context(
        country=given.text("country"),
        admin1=given.text("admin1"),
        near=given.point("near"),
        bbox=None if box is None else (box.west, box.south, box.east, box.north),
        language=_language(given),
        on=given.day("on"),
    )


def _language(given: Parameters) -> str | None:
    text = given.text("lang")
    if text is not None and not _LANGUAGE.fullmatch(text):
        raise InvalidParameter("lang", f"{text!r} is not a language of two letters, such as ar.")
    return text


def _point(given: Parameters) -> tuple[float, float]:
    longitude, latitude = given.degrees("lon"), given.degrees("lat")
    near = given.point("near")
    if near is not None and longitude is None and latitude is None:
        return near
    if near is not None or longitude is None or latitude is None:
        raise InvalidParameter("near" if near else "lon, lat", f"do not make a point; {_A_POINT}")
    return longitude, latitude
