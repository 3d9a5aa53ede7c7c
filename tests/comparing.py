"""Comparisons for tests: the answers of both ends, straight from the claims."""

from collections.abc import Iterable, Mapping
from datetime import date

from geomap.domain.control import known_by
from geomap.domain.differences.accounts import Heard
from geomap.domain.differences.changes import Answers, Asked, ChangedPlace, changed_places
from geomap.domain.histories import Histories
from geomap.domain.measures.bands import Extent
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas, Claim, Event, Frame, Place
from geomap.domain.timeline import period_on

FRAME = Frame(
    id="war",
    title="A war",
    description="",
    start=date(2013, 1, 1),
    end=date(2020, 1, 1),
    view_start=date(2013, 1, 1),
    view_end=date(2020, 1, 1),
    countries=("SY",),
    reach_km=30.0,
    licence="CC0",
)


def make_atlas(
    places: Iterable[Place], claims: Iterable[Claim], events: Iterable[Event] = ()
) -> Atlas:
    """An atlas of these records alone."""
    return Atlas(FRAME, places=tuple(places), claims=tuple(claims), events=tuple(events))


def asked(
    day: str, known: str | None = None, rule: Rule | None = None, revision: int | None = None
) -> Asked:
    """One end of a comparison."""
    known_day = date.fromisoformat(known) if known else None
    return Asked(date.fromisoformat(day), Standpoint(known_day, revision, rule or Rule()))


def answers(atlas: Atlas, end: Asked) -> Answers:
    """The answers of one end, for every place of an atlas."""
    standpoint = end.standpoint
    claims = known_by(standpoint.known, atlas.claims)
    histories = Histories(atlas.places, claims, standpoint.rule)
    periods = {place.id: period_on(histories.of(place), end.day) for place in atlas.places}
    return Answers(
        Heard(end.day, standpoint, atlas),
        {key: period.on(end.day) for key, period in periods.items() if period},
    )


def compared(
    atlas: Atlas, first: Asked, second: Asked, extents: Mapping[str, Extent] | None = None
) -> list[ChangedPlace]:
    """The places that changed, and why."""
    ends = answers(atlas, first), answers(atlas, second)
    return changed_places(atlas.places, ends, extents or {})
