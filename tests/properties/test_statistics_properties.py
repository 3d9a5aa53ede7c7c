"""What statistics promise, whatever is claimed: each day is counted once, as it was judged."""

from collections import Counter
from datetime import timedelta

from hypothesis import given

from geomap.domain.control import Status, known_by
from geomap.domain.histories import Histories
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas
from geomap.domain.statistics.tallies import (
    PlaceStatistics,
    actor_statistics,
    area_statistics,
    place_statistics,
)
from geomap.domain.timeline import ControlPeriod, period_on
from geomap.domain.windows import Window
from tests.worlds import TOWNS, atlases, standpoints, windows


def histories(atlas: Atlas, standpoint: Standpoint) -> dict[str, list[ControlPeriod]]:
    claims = known_by(standpoint.known, atlas.claims)
    judged = Histories(atlas.places, claims, standpoint.rule)
    return {town.id: judged.of(town) for town in TOWNS}


def counted(atlas: Atlas, standpoint: Standpoint, window: Window) -> list[PlaceStatistics]:
    periods = histories(atlas, standpoint)
    return [
        place_statistics(
            town, periods[town.id], [e for e in atlas.events if e.place_id == town.id], window
        )
        for town in TOWNS
    ]


@given(atlases(), standpoints(), windows())
def test_the_days_of_all_statuses_are_the_days_of_the_window(
    atlas: Atlas, standpoint: Standpoint, window: Window
) -> None:
    for one in counted(atlas, standpoint, window):
        assert sum(one.days.values()) == window.days
        assert sum(spell.days for spell in one.spells) == one.days[Status.HELD]
        assert 0 <= one.siege_days <= window.days


@given(atlases(), standpoints(), windows())
def test_counting_day_by_day_gives_the_same(
    atlas: Atlas, standpoint: Standpoint, window: Window
) -> None:
    periods = histories(atlas, standpoint)
    for one in counted(atlas, standpoint, window):
        statuses: Counter[Status] = Counter()
        holders: Counter[str] = Counter()
        for offset in range(window.days):
            day = window.start + timedelta(days=offset)
            period = period_on(periods[one.place.id], day)
            statuses[period.verdict.status if period else Status.UNKNOWN] += 1
            if period and period.verdict.holder:
                holders[period.verdict.holder] += 1
        assert {status: statuses[status] for status in Status} == one.days
        assert holders == Counter({spell.actor: one.held_by(spell.actor) for spell in one.spells})


@given(atlases(), standpoints(), windows())
def test_two_halves_of_a_window_add_up_to_it(
    atlas: Atlas, standpoint: Standpoint, window: Window
) -> None:
    middle = window.start + timedelta(days=window.days // 2)
    halves = [
        counted(atlas, standpoint, Window(*ends))
        for ends in ((window.start, middle), (middle, window.end))
        if ends[0] < ends[1]
    ]
    for at, whole in enumerate(counted(atlas, standpoint, window)):
        parts = [half[at] for half in halves]
        assert whole.days == {status: sum(part.days[status] for part in parts) for status in Status}
        assert whole.changes == tuple(change for part in parts for change in part.changes)
        assert whole.siege_days == sum(part.siege_days for part in parts)
        assert whole.marks.uncertain == sum(part.marks.uncertain for part in parts)


@given(atlases(), standpoints(), windows())
def test_what_actors_gain_others_lose(atlas: Atlas, standpoint: Standpoint, window: Window) -> None:
    places = counted(atlas, standpoint, window)
    actors = actor_statistics(places)
    changes = sum(len(one.changes) for one in places)
    assert sum(one.gains for one in actors) == sum(one.losses for one in actors) == changes
    assert sum(one.place_days for one in actors) == sum(one.days[Status.HELD] for one in places)


@given(atlases(), standpoints(), windows())
def test_governorates_add_up_to_their_country(
    atlas: Atlas, standpoint: Standpoint, window: Window
) -> None:
    areas = area_statistics(counted(atlas, standpoint, window))
    for country in (one for one in areas if not one.admin1):
        parts = [one for one in areas if one.admin1 and one.country == country.country]
        assert country.days == {
            status: sum(part.days[status] for part in parts) for status in Status
        }
        assert len(country.changes) == sum(len(part.changes) for part in parts)
