"""What is answered in numbers, and all that is known of a place and of events."""

from geomap.web.declarations import DAY, TEXT, Json
from geomap.web.operations.schemas.parts import (
    AMOUNT,
    AMOUNTS,
    CODE,
    DAY_OR_NULL,
    EFFECT,
    NAMES,
    NUMBER,
    OF_ATLAS,
    POINT,
    REPORTS,
    SPAN,
    STATED,
    TEXT_OR_NULL,
    TEXTS,
    VERDICT,
    WHOLE,
    a_list,
    a_word,
    an_object,
    by_key,
    or_null,
)


def _each(schemas: dict[str, Json]) -> Json:
    """The same amounts, day by day."""
    return an_object(**{name: a_list(one) for name, one in schemas.items()})


def _band(schema: Json) -> Json:
    return an_object(low=schema, best=schema, high=schema)


_NOT_HELD = ("contested", "disputed", "unknown")
_WHY = ("ground", "source", "precision")
_GRANTS = ("every_source", "verdict", "contested", "disputed", "opposed", "pending")
_PUBLISHED = a_list(
    an_object(
        figure=TEXT,
        actor=TEXT,
        when=TEXT,
        source=TEXT,
        source_id=TEXT,
        published_km2=NUMBER,
        km2=_band(NUMBER),
        difference=NUMBER,
    )
)
MEASURES = an_object(
    **OF_ATLAS,
    date=DAY,
    covered=AMOUNT,
    not_held=an_object(**dict.fromkeys(_NOT_HELD, AMOUNT)),
    actors=a_list(
        an_object(
            actor=TEXT,
            name=TEXT,
            grants=an_object(**dict.fromkeys(_GRANTS, AMOUNT)),
            **{name: _band(one) for name, one in AMOUNTS.items()},
        )
    ),
    published=_PUBLISHED,
)
_CHANGED = an_object(**dict.fromkeys(_WHY, _each({"places": CODE, "km2": NUMBER})))
SERIES = an_object(
    **OF_ATLAS,
    start=DAY,
    end=DAY,
    step=TEXT,
    days=a_list(DAY),
    covered=AMOUNT,
    not_held=an_object(**dict.fromkeys(_NOT_HELD, _each(AMOUNTS))),
    changes=_CHANGED,
    actors=by_key(
        an_object(
            name=TEXT,
            changes=_CHANGED,
            **{name: _band(a_list(one)) for name, one in AMOUNTS.items()},
        )
    ),
    published=_PUBLISHED,
)
_OF_STATISTICS: dict[str, Json] = {**OF_ATLAS, "start": DAY, "end": DAY, "days": WHOLE}
_SPELL: dict[str, Json] = {"days": WHOLE, "start": DAY, "end": DAY}
_STATED_DAYS = an_object(**dict.fromkeys(("held", *_NOT_HELD), WHOLE))
_TURNS: dict[str, Json] = {
    "changes": WHOLE,
    "first_change": DAY_OR_NULL,
    "last_change": DAY_OR_NULL,
    **dict.fromkeys(("sieges", "sieges_broken", "siege_days"), WHOLE),
}
PLACES = an_object(
    **_OF_STATISTICS,
    places=a_list(
        an_object(
            **dict.fromkeys(("place_id", "name", "country", "admin1", "kind"), TEXT),
            governorate=TEXT_OR_NULL,
            longitude=NUMBER,
            latitude=NUMBER,
            population=or_null(WHOLE),
            days=_STATED_DAYS,
            **dict.fromkeys(("uncertain_days", "opposed_days", "stale_days"), WHOLE),
            held_by=a_list(
                an_object(actor=TEXT, days=WHOLE, spells=WHOLE, longest=an_object(**_SPELL))
            ),
            **_TURNS,
        )
    ),
)
ACTORS = an_object(
    **_OF_STATISTICS,
    actors=a_list(
        an_object(
            actor=TEXT,
            name=TEXT,
            longest_hold=or_null(an_object(place_id=TEXT, name=TEXT, **_SPELL)),
            **dict.fromkeys(("places_held", "place_days", "gains", "losses"), WHOLE),
            **dict.fromkeys(("population_days", "places_without_population"), WHOLE),
        )
    ),
)
GOVERNORATES = an_object(
    **_OF_STATISTICS,
    governorates=a_list(
        an_object(
            level=a_word("governorate", "country"),
            country=TEXT,
            admin1=TEXT_OR_NULL,
            name=TEXT_OR_NULL,
            places=WHOLE,
            place_days=WHOLE,
            days=_STATED_DAYS,
            held_by=a_list(an_object(actor=TEXT, place_days=WHOLE)),
            **_TURNS,
        )
    ),
)
_DATED: dict[str, Json] = {**STATED, "earliest": DAY, "latest": DAY, "quote": TEXT_OR_NULL}
_EVENT: dict[str, Json] = {
    **_DATED,
    "kind": TEXT,
    "actors": TEXTS,
    "title": TEXT,
    "place": or_null(an_object(id=TEXT, name=TEXT, names=NAMES)),
    "geometry": or_null(POINT),
    "distance_km": or_null(NUMBER),
}
_TOLD = an_object(matched=WHOLE, told=a_list(an_object(**_EVENT, also=TEXTS)))
_SOURCES = by_key(an_object(name=TEXT, kind=TEXT, reliability=TEXT))
RECORD = an_object(
    **OF_ATLAS,
    place=an_object(
        id=TEXT, name=TEXT, names=NAMES, kind=TEXT, country=TEXT, governorate=TEXT_OR_NULL,
        population=or_null(WHOLE), geometry=POINT, areas=a_list({"type": "object"}),
    ),
    periods=a_list(
        an_object(
            **SPAN,
            **(VERDICT | {"stale": a_list(an_object(**SPAN))}),
            evidence=a_list(an_object(claim=TEXT, **SPAN)),
        )
    ),
    claims=by_key(
        an_object(**_DATED, place=TEXT, effect=EFFECT, holder=TEXT_OR_NULL, loser=TEXT_OR_NULL)
    ),
    events=_TOLD,
    near_km=NUMBER,
    near=_TOLD,
    figures=a_list(
        an_object(
            **_DATED, actor=TEXT_OR_NULL, measure=TEXT, unit=TEXT,
            **dict.fromkeys(("value", "low", "high"), or_null(NUMBER)),
        )
    ),
    sources=_SOURCES,
    reports=REPORTS,
)  # fmt: skip
FOUND = an_object(
    **OF_ATLAS, matched=WHOLE, told=a_list(an_object(**_EVENT)), sources=_SOURCES, reports=REPORTS
)
