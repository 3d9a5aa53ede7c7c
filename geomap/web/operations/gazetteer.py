"""Declared: the gazetteer, by names, by points and for OpenRefine."""

from dataclasses import replace

from geomap.web.answers import GEOJSON, JSON
from geomap.web.declarations import (
    BBOX,
    DAY,
    TEXT,
    Body,
    Operation,
    Parameter,
    limit,
    whole,
)
from geomap.web.operations.schemas import gazetteer as schemas

TAG = "gazetteer"
DEFAULT_LIMIT = 10
MOST_ANSWERS = 100
MOST_SKIPPED = 90
_NEAR = Parameter(
    "near",
    "A point, as longitude,latitude.",
    {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
)
_LANG = Parameter(
    "lang", "The language of names, in two letters.", TEXT | {"pattern": "^[a-z]{2}$"}
)
_UNAVAILABLE = (503,)

SEARCH = Operation(
    name="gazetteerSearch",
    path="/api/gazetteer/search",
    summary="What a name could mean, the best first",
    tag=TAG,
    media_types=(GEOJSON,),
    schema=schemas.SEARCH,
    parameters=(
        Parameter("q", "A name, such as Raqqa.", TEXT, required=True),
        Parameter("country", "The country, by ISO 3166-1 alpha-2.", TEXT),
        Parameter("admin1", "The governorate.", TEXT),
        _NEAR,
        BBOX,
        _LANG,
        Parameter("on", "The day for which names are wanted.", DAY),
        limit(DEFAULT_LIMIT, MOST_ANSWERS, "places"),
    ),
    refusals=_UNAVAILABLE,
)
SUGGEST = replace(
    SEARCH,
    name="gazetteerSuggest",
    path="/api/gazetteer/suggest",
    summary="Places whose names begin as somebody types",
)
REVERSE = Operation(
    name="gazetteerReverse",
    path="/api/gazetteer/reverse",
    summary="What is at a point, given as lon and lat or as near",
    tag=TAG,
    media_types=(GEOJSON,),
    schema=schemas.REVERSE,
    parameters=(
        Parameter("lon", "Degrees east.", {"type": "number", "minimum": -180, "maximum": 180}),
        Parameter("lat", "Degrees north.", {"type": "number", "minimum": -90, "maximum": 90}),
        _NEAR,
        _LANG,
        limit(1, MOST_ANSWERS, "places"),
    ),
    refusals=_UNAVAILABLE,
)

_RECONCILE = "/api/gazetteer/reconcile"
_BATCH = (
    Parameter("queries", "A batch of queries, as JSON.", TEXT),
    Parameter("extend", "Which properties of which places are wanted, as JSON.", TEXT),
)
MANIFEST = Operation(
    name="reconcile",
    path=_RECONCILE,
    summary="The manifest of the Reconciliation Service API 0.2, or answers to a batch",
    tag=TAG,
    media_types=(JSON,),
    parameters=_BATCH,
    refusals=(404, 413, 503),
)
BATCH = replace(
    MANIFEST,
    name="reconcileBatch",
    method="post",
    summary="Answers to a batch that is sent as a form",
    parameters=(),
    body=Body(
        ("application/x-www-form-urlencoded",),
        {"type": "object", "properties": {one.name: one.schema for one in _BATCH}},
    ),
)
_PREFIX = Parameter("prefix", "The beginning of a name.", TEXT, required=True)
_CURSOR = Parameter("cursor", "How many to leave out first.", whole(0, MOST_SKIPPED, 0))
_ID = Parameter("id", "The id of what is to be shown.", TEXT, required=True)


def _suggest(what: str) -> Operation:
    return Operation(
        name=f"reconcileSuggest{what.capitalize()}",
        path=f"{_RECONCILE}/suggest/{what}",
        summary=f"For OpenRefine: each {what} whose name begins so",
        tag=TAG,
        media_types=(JSON,),
        schema=schemas.SUGGESTED,
        parameters=(_PREFIX, _CURSOR),
        refusals=_UNAVAILABLE,
        tagged=what == "entity",
    )


def _fly_out(what: str) -> Operation:
    return Operation(
        name=f"reconcileFlyout{what.capitalize()}",
        path=f"{_RECONCILE}/flyout/{what}",
        summary=f"For OpenRefine: a few words on one {what}",
        tag=TAG,
        media_types=(JSON,),
        parameters=(_ID,),
        refusals=(404, 503),
        tagged=False,
    )


PREVIEW = Operation(
    name="reconcilePreview",
    path=f"{_RECONCILE}/preview",
    summary="A small page on a place, to be shown inside another page",
    tag=TAG,
    media_types=("text/html",),
    parameters=(_ID,),
    refusals=(404, 503),
)
PROPERTIES = Operation(
    name="reconcileProperties",
    path=f"{_RECONCILE}/properties",
    summary="Properties worth fetching of the places of a type",
    tag=TAG,
    media_types=(JSON,),
    schema=schemas.PROPERTIES,
    parameters=(
        Parameter("type", "The id of a type.", TEXT),
        Parameter("limit", "How many properties are wanted at most.", whole(1, MOST_ANSWERS)),
    ),
    tagged=False,
)
_PARTS = ("entity", "type", "property")
OPEN = (*map(_suggest, _PARTS), *map(_fly_out, _PARTS), PREVIEW)
"""Where parameters that are not known are a client's own, and passed over."""
OPERATIONS = (SEARCH, SUGGEST, REVERSE, MANIFEST, BATCH, *OPEN, PROPERTIES)
