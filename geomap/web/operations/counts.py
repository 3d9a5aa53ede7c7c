"""Declared: what is held, in numbers, and what is known of a place and of events."""

from dataclasses import replace

from geomap.domain.event_search import EventQuery
from geomap.domain.measures.series import Step
from geomap.domain.record import Order, RecordQuery
from geomap.web.answers import CSV, GEOJSON, JSON
from geomap.web.declarations import (
    DATE,
    DAY,
    STANDPOINT,
    TEXT,
    Operation,
    Parameter,
    limit,
    one_of,
    required,
)
from geomap.web.operations.schemas import counts as schemas

TAG = "numbers"
FARTHEST_KM = 200
MOST_OF_A_RECORD = 1000
MOST_FOUND = 100
_ACTOR = Parameter("actor", "Only these actors, by id.", TEXT, several=True)
_FORMAT = Parameter("f", "The format of the answer.", one_of("json", "csv"))
_RECORD, _SEARCH = RecordQuery(""), EventQuery("")
_AROUND = Parameter("around", "Events nearest to this day come first.", DAY)

MEASURES = Operation(
    name="measures",
    path="/api/territory",
    summary="Places, people and land of each actor on a day",
    tag=TAG,
    media_types=(JSON, CSV),
    schema=schemas.MEASURES,
    parameters=(required(DATE), _ACTOR, _FORMAT, *STANDPOINT),
    refusals=(404,),
)
SERIES = Operation(
    name="series",
    path="/api/territory/series",
    summary="What some actors hold over time, and why it changed",
    tag=TAG,
    media_types=(JSON, CSV),
    schema=schemas.SERIES,
    parameters=(
        Parameter("start", "The first day; else the first of the atlas.", DAY),
        Parameter("end", "The last day; else the last of the atlas.", DAY),
        Parameter("step", "On which days it is told.", one_of(*Step)),
        _ACTOR,
        _FORMAT,
        *STANDPOINT,
    ),
    refusals=(404,),
)
PLACES = Operation(
    name="placeStatistics",
    path="/api/statistics/places",
    summary="How long and by whom each place was held",
    tag=TAG,
    media_types=(JSON, GEOJSON, CSV),
    schema=schemas.PLACES,
    parameters=(
        Parameter("from", "The first day; else the first of the atlas.", DAY),
        Parameter("to", "The day after the last; else that of the atlas.", DAY),
        *STANDPOINT,
        Parameter("f", "The format of the answer.", one_of("json", "geojson", "csv")),
    ),
    refusals=(404,),
)
ACTORS = replace(
    PLACES,
    name="actorStatistics",
    path="/api/statistics/actors",
    summary="What each actor held, gained and lost",
    schema=schemas.ACTORS,
)
GOVERNORATES = replace(
    PLACES,
    name="governorateStatistics",
    path="/api/statistics/governorates",
    summary="How long and by whom the places of each governorate and country were held",
    schema=schemas.GOVERNORATES,
)
RECORD = Operation(
    name="placeRecord",
    path="/api/places/{place_id}/record",
    summary="All that is known of one place, with evidence, and what happened near it",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.RECORD,
    parameters=(
        Parameter(
            "near_km",
            "How far away an event may lie, in km.",
            {"type": "number", "minimum": 0, "maximum": FARTHEST_KM, "default": _RECORD.near_km},
        ),
        Parameter("order", "In which order events are told.", one_of(*Order)),
        _AROUND,
        limit(_RECORD.limit, MOST_OF_A_RECORD, "events of the place, and as many near it,"),
        *STANDPOINT,
    ),
    named=(Parameter("place_id", "The id of a place, such as geonames:172955.", TEXT),),
    refusals=(404,),
)
EVENTS = Operation(
    name="eventSearch",
    path="/api/events/search",
    summary="The events in which every word is met, in the text or by a name in any language",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.FOUND,
    parameters=(
        Parameter("q", "A word or more, such as `air strike raqqa`.", TEXT, required=True),
        _AROUND,
        limit(_SEARCH.limit, MOST_FOUND, "events"),
        *STANDPOINT,
    ),
    refusals=(404,),
)
OPERATIONS = (MEASURES, SERIES, PLACES, ACTORS, GOVERNORATES, RECORD, EVENTS)
