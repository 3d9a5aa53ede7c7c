"""Worlds for property tests: a few places, their areas, and whatever may be claimed of them.

Claims lie close together in time, so that most examples have something to judge: takings on one
day with and without an order, imprecise dates, standing claims, claims on areas, late reports.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.measures.bands import Extent
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas, Claim, Effect, Event, Place
from geomap.domain.when import When
from geomap.domain.windows import Window
from tests.comparing import make_atlas
from tests.events import make_place

FIRST = date(2014, 1, 1)
LAST_OFFSET = 120
TOWNS = (
    make_place("raqqa", population=100),
    make_place("tabqa"),
    make_place("kobani", admin1="09", population=30),
    make_place("hit", country="IQ", admin1="01", population=7),
)
AREAS = (
    make_place("syria", kind="country", admin1=""),
    make_place("raqqa-governorate", kind="governorate"),
)
PLACES = (*TOWNS, *AREAS)
EXTENTS = {
    place.id: Extent(1, place.population or 0, int(not place.population), 1_000_000 * number + 7)
    for number, place in enumerate(TOWNS, start=1)
}
ACTORS = ("army", "is", "peshmerga", "sdf")
SOURCES = ("anha", "reuters", "sohr")

days = st.integers(0, LAST_OFFSET).map(lambda offset: FIRST + timedelta(days=offset))
actors = st.sampled_from(ACTORS)


@st.composite
def whens(draw: st.DrawFn) -> When:
    """A day, a month, an interval, or a standing start of either precision."""
    day = draw(days)
    kind = draw(st.sampled_from(["day", "day", "month", "interval", "standing", "month on"]))
    month = day.isoformat()[:7]
    written = {
        "day": day.isoformat(),
        "month": month,
        "interval": f"{day}/{day + timedelta(days=draw(st.integers(0, 30)))}",
        "standing": f"{day}/..",
        "month on": f"{month}/..",
    }
    return When.parse(written[kind])


def _stated(draw: st.DrawFn, when: When) -> dict[str, Any]:
    return {
        "id": draw(st.uuids()).hex,
        "when": when,
        "source_id": draw(st.sampled_from(SOURCES)),
        "report_id": draw(st.sampled_from(["daily", "weekly", None])),
        "known": when.earliest + timedelta(days=draw(st.integers(0, 40))),
        "grade": Grade(draw(st.sampled_from(Reliability)), draw(st.sampled_from(Credibility))),
        "summary": "",
    }


@st.composite
def claims(draw: st.DrawFn, places: tuple[Place, ...] = PLACES) -> Claim:
    """A claim of any effect on a place or an area."""
    effect = draw(st.sampled_from(Effect))
    holder = draw(actors) if effect in {Effect.TAKES, Effect.HOLDS} else None
    if effect is Effect.CONTESTS:
        holder = draw(st.none() | actors)
    loser = draw(actors) if effect is Effect.LOSES else None
    return Claim(
        **_stated(draw, draw(whens())),
        place_id=draw(st.sampled_from(places)).id,
        effect=effect,
        holder=holder,
        loser=loser,
        order=draw(st.none() | st.integers(1, 2)),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    """A battle, a siege or its breaking, with or without a place."""
    kinds = (EventKind.BATTLE, EventKind.SIEGE, EventKind.SIEGE_BROKEN)
    return Event(
        **_stated(draw, draw(whens())),
        place_id=draw(st.none() | st.sampled_from([place.id for place in TOWNS])),
        kind=draw(st.sampled_from(kinds)),
        title="",
    )


claim_lists = st.lists(claims(), max_size=14)
event_lists = st.lists(events(), max_size=6)


@st.composite
def atlases(draw: st.DrawFn) -> Atlas:
    """The places with claims and events."""
    return make_atlas(PLACES, draw(claim_lists), draw(event_lists))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    """Rule 1 and its alternatives: another window, fewer sources, better sources."""
    return replace(
        Rule(staleness=timedelta(days=60)),
        dispute_window=timedelta(days=draw(st.sampled_from([14, 14, 0, 30]))),
        sources=draw(st.just(frozenset()) | st.frozensets(st.sampled_from(SOURCES), min_size=1)),
        least_reliability=draw(st.none() | st.sampled_from(Reliability)),
    )


@st.composite
def standpoints(draw: st.DrawFn) -> Standpoint:
    """What was known by a day or at all, by a rule."""
    return Standpoint(draw(st.none() | days), 1, draw(rules()))


@st.composite
def windows(draw: st.DrawFn) -> Window:
    """Days in and around those of the claims."""
    start = FIRST + timedelta(days=draw(st.integers(-20, LAST_OFFSET + 60)))
    return Window(start, start + timedelta(days=draw(st.integers(1, 90))))
