"""Schemas that the answers of several addresses share, in the words of OpenAPI 3.0."""

from geomap.domain.control import Status
from geomap.domain.statements import Effect
from geomap.web.declarations import DAY, TEXT, Json


def an_object(**properties: Json) -> Json:
    """An object that has all of these."""
    return {"type": "object", "required": list(properties), "properties": properties}


def a_list(of: Json) -> Json:
    """An array of values that have one schema."""
    return {"type": "array", "items": of}


def with_more(schema: Json, **properties: Json) -> Json:
    """An object that may have these besides."""
    return {**schema, "properties": schema["properties"] | properties}


def or_null(schema: Json) -> Json:
    """The same, or null where nothing is known or said."""
    values = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return {**schema, **values, "nullable": True}


def by_key(of: Json) -> Json:
    """An object whose names are ids."""
    return {"type": "object", "additionalProperties": of}


def a_collection(feature: Json, **members: Json) -> Json:
    """A GeoJSON FeatureCollection (RFC 7946) with members of its own."""
    return an_object(type=a_word("FeatureCollection"), features=a_list(feature), **members)


def a_word(*words: str) -> Json:
    """One of some words."""
    return {"type": "string", "enum": list(words)}


def a_feature(geometry: Json, **properties: Json) -> Json:
    """A GeoJSON Feature (RFC 7946) that has all of these properties."""
    return an_object(
        type=a_word("Feature"), id=TEXT, geometry=geometry, properties=an_object(**properties)
    )


def a_geometry(kind: str, depth: int) -> Json:
    """A GeoJSON geometry, its positions (longitude, latitude) in so many lists."""
    coordinates: Json = a_list({"type": "number"})
    for _ in range(depth):
        coordinates = a_list(coordinates)
    return an_object(type=a_word(kind), coordinates=coordinates)


WHOLE: Json = {"type": "integer", "minimum": 0}
CODE: Json = {"type": "integer"}
NUMBER: Json = {"type": "number"}
SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
YES: Json = {"type": "boolean"}
TEXTS, CODES = a_list(TEXT), a_list(CODE)
TEXT_OR_NULL, DAY_OR_NULL = or_null(TEXT), or_null(DAY)
POINT = a_geometry("Point", 0)
STATUS, EFFECT = a_word(*Status), a_word(*Effect)
RULE = an_object(
    name=TEXT,
    dispute_window_days=WHOLE,
    staleness_days=WHOLE,
    majority=TEXT,
    least_reliability=TEXT_OR_NULL,
    sources=TEXTS,
    reach_km=NUMBER,
    small_reach_km=NUMBER,
)
OF_ANSWER: dict[str, Json] = {"known": DAY_OR_NULL, "revision": WHOLE, "rule": RULE}
OF_ATLAS: dict[str, Json] = {"atlas": TEXT, **OF_ANSWER}
VERDICT: dict[str, Json] = {
    "status": STATUS,
    "holder": TEXT_OR_NULL,
    "holders": TEXTS,
    "opposed": YES,
    "uncertain": YES,
    "candidates": TEXTS,
    "stale": YES,
}
STATED: dict[str, Json] = {
    "id": TEXT,
    "source": TEXT,
    "report": TEXT_OR_NULL,
    "grade": TEXT,
    "when": TEXT,
    "known": DAY,
    "summary": TEXT,
}
CLAIM: dict[str, Json] = {
    **STATED,
    "source_id": TEXT,
    "effect": EFFECT,
    "holder": TEXT_OR_NULL,
    "loser": TEXT_OR_NULL,
    "quote": TEXT_OR_NULL,
}
EVIDENCE = a_list(an_object(**CLAIM))
PLACE = an_object(id=TEXT, name=TEXT, country=TEXT, geometry=POINT)
AMOUNTS: dict[str, Json] = {
    "places": WHOLE,
    "population": WHOLE,
    "population_unknown": WHOLE,
    "km2": NUMBER,
}
AMOUNT = an_object(**AMOUNTS)


SPAN: dict[str, Json] = {"start": DAY, "end": DAY_OR_NULL}
NAMES = by_key(TEXT)
REPORTS = by_key(
    an_object(
        title=TEXT, publisher=TEXT_OR_NULL, published=TEXT_OR_NULL, language=TEXT_OR_NULL,
        url=TEXT_OR_NULL,
    )
)  # fmt: skip
