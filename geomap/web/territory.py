"""Territory over HTTP: land and fronts as GeoJSON, measures as JSON or CSV."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Blueprint, Response, current_app, request
from sqlalchemy.orm import Session

from geomap.domain.answers import ControlQuery
from geomap.domain.measures.series import Step
from geomap.domain.standpoint import Standpoint
from geomap.domain.territory.answers import (
    FrontsAnswer,
    MeasuresQuery,
    SeriesQuery,
    TerritoryAnswer,
)
from geomap.errors import InvalidParameter
from geomap.exports.measures import (
    measures_document,
    measures_table,
    series_document,
    series_table,
)
from geomap.exports.territory import fronts_collection, territory_collection
from geomap.services.measuring import measured_series, measures_on_day
from geomap.services.shapes import KeptShapes
from geomap.services.territory import fronts_on_day, territory_on_day
from geomap.web.answers import CSV, GEOJSON, JSON, json_answer, service
from geomap.web.documents import encoded
from geomap.web.operations.counts import MEASURES, SERIES
from geomap.web.operations.maps import FRONTS, ON_A_DAY, TERRITORY
from geomap.web.parameters import Parameters

blueprint = Blueprint("territory", __name__)
_EXTENSION = "geomap.shapes"
Drawn = TypeVar("Drawn", TerritoryAnswer, FrontsAnswer)


def mount(shapes: KeptShapes, extensions: dict[str, Any]) -> None:
    """Hand the shapes that the views share to an app."""
    extensions[_EXTENSION] = shapes


def kept_shapes() -> KeptShapes:
    """The shapes of the revisions that were asked for last."""
    return cast("KeptShapes", current_app.extensions[_EXTENSION])


@blueprint.get(TERRITORY.path)
def show_territory() -> Response:
    """The land of every actor on a day, melted into one shape for each."""
    return _drawn(territory_on_day, territory_collection)


@blueprint.get(FRONTS.path)
def show_fronts() -> Response:
    """Where the land of a day ends at that of others."""
    return _drawn(fronts_on_day, fronts_collection)


def _drawn(
    on_day: Callable[[Session, ControlQuery, Standpoint, KeptShapes], Drawn],
    collection: Callable[[Drawn], Any],
) -> Response:
    given = Parameters(request.args, ON_A_DAY)
    query = ControlQuery(given.required_day("date"), given.bbox())
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = on_day(session, query, standpoint, kept_shapes())
    return json_answer(encoded(collection(answer)), GEOJSON, answer.basis.revision)


@blueprint.get(MEASURES.path)
def show_measures() -> Response:
    """What everybody holds on a day: places, people and land."""
    given = Parameters(request.args, MEASURES.parameters)
    query = MeasuresQuery(given.required_day("date"), _actors(given))
    form = given.choice("f")
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = measures_on_day(session, query, standpoint, kept_shapes())
    revision = answer.basis.revision
    if form == "csv":
        return json_answer(measures_table(answer).encode(), CSV, revision)
    return json_answer(encoded(measures_document(answer)), JSON, revision)


@blueprint.get(SERIES.path)
def show_series() -> Response:
    """What some actors hold over time, and why it changed."""
    given = Parameters(request.args, SERIES.parameters)
    step, form = given.choice("step"), given.choice("f")
    query = SeriesQuery(given.day("start"), given.day("end"), Step(step), _actors(given))
    standpoint = given.standpoint(service().rule)
    with service().database.reading() as session:
        answer = measured_series(session, query, standpoint, kept_shapes())
    revision = answer.basis.revision
    if form == "csv":
        return json_answer(series_table(answer).encode(), CSV, revision)
    return json_answer(encoded(series_document(answer)), JSON, revision)


def _actors(given: Parameters) -> tuple[str, ...]:
    text = given.text("actor")
    if text is None:
        return ()
    actors = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if not actors:
        raise InvalidParameter("actor", "names none; give ids, such as is,sdf.")
    return actors
