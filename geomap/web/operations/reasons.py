"""Declared: why answers are as they are, and how two of them differ."""

from geomap.web.answers import GEOJSON, JSON
from geomap.web.declarations import (
    BBOX,
    DATE,
    DAY,
    LARGEST_REVISION,
    STANDPOINT,
    TEXT,
    Operation,
    Parameter,
    one_of,
    required,
    second_end,
    whole,
)
from geomap.web.operations.schemas import reasons as schemas

TAG = "reasons"
PLACE = Parameter("place", "The id of a place, such as geonames:172955.", TEXT)
EXPLAIN = Operation(
    name="explain",
    path="/api/explain",
    summary="Why a place is judged as it is on a day",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.EXPLAIN,
    parameters=(required(PLACE), required(DATE), *STANDPOINT),
    refusals=(404,),
)
ALTERNATIVES = Operation(
    name="alternatives",
    path="/api/alternatives",
    summary="The places that other sources, or another dispute window, judge otherwise",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.ALTERNATIVES,
    parameters=(required(DATE), BBOX, *STANDPOINT),
    refusals=(404,),
)
LEARNED = Operation(
    name="learned",
    path="/api/learned",
    summary="Which answers differ from what was known before, and what made them differ",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.LEARNED,
    parameters=(
        DATE,
        PLACE,
        Parameter("until", "Compared with what was known by that day.", DAY),
        Parameter("until_revision", "Compared with that revision.", whole(1, LARGEST_REVISION)),
        *STANDPOINT,
    ),
    refusals=(404,),
)
DIFFERENCE = Operation(
    name="difference",
    path="/api/diff",
    summary="Who gained what from whom between two answers",
    tag=TAG,
    media_types=(JSON, GEOJSON),
    schema=schemas.DIFFERENCE,
    parameters=(
        Parameter("from", "The day of the first answer; goes with `to`.", DAY),
        Parameter("to", "The day of the second answer; goes with `from`.", DAY),
        Parameter("date", "The day of both answers, in place of `from` and `to`.", DAY),
        *STANDPOINT,
        *map(second_end, STANDPOINT),
        Parameter("f", "The format of the answer.", one_of("json", "geojson")),
    ),
    refusals=(404,),
)
OPERATIONS = (EXPLAIN, ALTERNATIVES, LEARNED, DIFFERENCE)
