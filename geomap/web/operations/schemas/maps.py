"""What the map of a day, the timeline and the description of the tiles answer."""

from geomap.web.declarations import DAY, TEXT, Json
from geomap.web.operations.schemas.parts import (
    CODE,
    CODES,
    DAY_OR_NULL,
    EVIDENCE,
    NUMBER,
    OF_ANSWER,
    OF_ATLAS,
    POINT,
    SPAN,
    STATUS,
    TEXT_OR_NULL,
    TEXTS,
    VERDICT,
    WHOLE,
    a_collection,
    a_feature,
    a_geometry,
    a_list,
    an_object,
    by_key,
    or_null,
)

_OF_A_DAY: dict[str, Json] = {**OF_ATLAS, "date": DAY, "numberReturned": WHOLE}
CONTROL = a_collection(
    a_feature(POINT, place_id=TEXT, name=TEXT, country=TEXT, **VERDICT, **SPAN, evidence=EVIDENCE),
    **_OF_A_DAY,
)
TERRITORY = a_collection(
    a_feature(
        a_geometry("MultiPolygon", 3),
        actor=TEXT_OR_NULL,
        name=TEXT_OR_NULL,
        status=STATUS,
        holders=TEXTS,
        area_km2=NUMBER,
        area_km2_low=or_null(NUMBER),
        area_km2_high=or_null(NUMBER),
        places=WHOLE,
        population=WHOLE,
        population_unknown=WHOLE,
    ),
    **_OF_A_DAY,
)
FRONTS = a_collection(
    a_feature(
        {"type": "object"},
        **{
            f"{side}_{name}": schema
            for side in "ab"
            for name, schema in (
                ("place", TEXT),
                ("status", STATUS),
                ("holder", TEXT_OR_NULL),
                ("holders", TEXTS),
            )
        },
        length_km=NUMBER,
        since=DAY_OR_NULL,
    ),
    **_OF_A_DAY,
)
_LISTS = a_list(CODES)
_NAMES = by_key(TEXT)
_COLUMNS: dict[str, Json] = {
    "places": an_object(
        id=TEXTS,
        name=TEXTS,
        names=a_list(_NAMES),
        longitude=a_list(NUMBER),
        latitude=a_list(NUMBER),
        kind=TEXTS,
        country=TEXTS,
        population=a_list(or_null(WHOLE)),
        area_km2=a_list(or_null(NUMBER)),
    ),
    "verdicts": an_object(
        status=TEXTS, holders=_LISTS, opposed=CODES, uncertain=CODES, candidates=_LISTS
    ),
    "periods": an_object(gap=CODES, days=CODES, verdict=CODES),
    "period_counts": CODES,
    "stale": an_object(period=CODES, start=CODES, days=CODES),
    "event_codes": an_object(kind=TEXTS, parties=_LISTS, grade=TEXTS),
    "events": an_object(
        id=TEXTS,
        **dict.fromkeys(
            ("kind", "place", "earliest", "days", "known", "parties", "source", "grade"), CODES
        ),
    ),
    "arcs": an_object(cell=CODES, beside=CODES, points=CODES),
    "points": an_object(x=CODES, y=CODES),
}
TIMELINE = an_object(
    **OF_ANSWER,
    atlas=an_object(
        **dict.fromkeys(("id", "title", "description", "licence"), TEXT),
        **dict.fromkeys(("start", "end", "view_start", "view_end"), DAY),
        bounds=a_list(NUMBER),
        countries=TEXTS,
    ),
    epoch=DAY,
    attribution=TEXTS,
    actors=a_list(an_object(id=TEXT, name=TEXT, names=_NAMES, kind=TEXT, colour=TEXT)),
    sources=a_list(an_object(id=TEXT, name=TEXT, kind=TEXT, reliability=TEXT)),
    **_COLUMNS,
    units_a_degree=CODE,
)
TILES = an_object(
    **dict.fromkeys(("tilejson", "name", "description", "version", "scheme"), TEXT),
    tiles=TEXTS,
    minzoom=WHOLE,
    maxzoom=WHOLE,
    vector_layers=a_list(an_object(id=TEXT, description=TEXT, fields=by_key(TEXT))),
)
