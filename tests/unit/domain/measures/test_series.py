"""Measured territory of a day and over time."""

from datetime import date, timedelta

import pytest

from geomap.domain.control import Status
from geomap.domain.measures.bands import Extent, MeasuredPlace, measured_places, total
from geomap.domain.measures.reasons import Reason
from geomap.domain.measures.series import EVERYBODY, Step, measures_on, sampled, series_of, stepped
from geomap.domain.rule import Rule
from geomap.domain.timeline import periods_of
from geomap.domain.windows import Window
from tests.claims import day, holds, make_claim, takes
from tests.measured import make_cell, make_measured, make_place

START, END = day("2014-01-01"), day("2015-01-01")


def small_war() -> list[MeasuredPlace]:
    """North loses the first town, wins a village after a dispute and always has the dam."""
    standing = "2013-01-01/.."
    town = [holds("north", standing), takes("south", "2014-06-10")]
    village = [holds("south", standing), takes("north", "2014-03-01"), holds("south", "2014-03-01")]
    over = takes("north", "2014-09-01")
    return [
        make_measured(*town, key="town", km2=100.25, population=50_000),
        make_measured(*village, over, key="village", km2=30.5, population=800),
        make_measured(holds("north", standing), key="dam", km2=4, population=None),
    ]


def test_a_day_is_summed_up_by_actor() -> None:
    north = measures_on(small_war(), day("2014-02-01")).holdings["north"]
    assert north.best == Extent(2, 50_000, 1, 104_250_000)


def test_land_is_told_in_km2() -> None:
    assert measures_on(small_war(), day("2014-02-01")).covered.km2 == 134.75


def test_what_is_disputed_is_in_the_high_bound_of_both() -> None:
    found = measures_on(small_war(), day("2014-03-01")).holdings
    km2 = {actor: (one.low.km2, one.best.km2, one.high.km2) for actor, one in found.items()}
    assert km2 == {"north": (104.25, 104.25, 134.75), "south": (0.0, 0.0, 30.5)}


def test_what_nobody_holds_is_counted_by_its_status() -> None:
    statuses = measures_on(small_war(), day("2014-03-01")).statuses
    assert statuses[Status.DISPUTED] == Extent(1, 800, 0, 30_500_000)


def test_before_the_first_claim_all_is_unknown() -> None:
    measures = measures_on(small_war(), day("2012-12-31"))
    assert (measures.holdings, set(measures.statuses)) == ({}, {Status.UNKNOWN})


def test_the_series_has_the_days_of_change() -> None:
    days = [one.day for one in series_of(small_war(), Window(START, END))]
    assert days == [START, day("2014-03-01"), day("2014-06-10"), day("2014-09-01")]


def test_a_change_on_the_first_day_is_how_things_stand() -> None:
    first, *_later = series_of(small_war(), Window(day("2014-03-01"), END))
    assert (first.changes, first.measures.statuses[Status.DISPUTED].places) == ({}, 1)


def test_the_end_is_exclusive() -> None:
    days = [one.day for one in series_of(small_war(), Window(START, day("2014-09-01")))]
    assert days[-1] == day("2014-06-10")


def test_a_change_is_told_by_reason_for_those_whom_it_concerns() -> None:
    changes = {one.day: one.changes for one in series_of(small_war(), Window(START, END))}
    town = {Reason.GROUND: Extent(1, 50_000, 0, 100_250_000)}
    assert changes[day("2014-06-10")] == {EVERYBODY: town, "north": town, "south": town}


def test_a_change_that_leaves_the_sums_alone_is_a_change() -> None:
    standing, swap = "2013-01-01/..", "2014-05-01"
    measured = [
        make_measured(holds("north", standing), takes("south", swap), key="one"),
        make_measured(holds("south", standing), takes("north", swap), key="other"),
    ]
    first, second = series_of(measured, Window(START, END))
    assert first.measures == second.measures
    assert second.changes["north"][Reason.GROUND].places == 2


@pytest.mark.parametrize(
    ("days", "changed"),
    [
        pytest.param([START, day("2014-12-31")], [0, 3], id="all between two days"),
        pytest.param([START, day("2014-06-10"), day("2014-06-11")], [0, 2, 0], id="on the day"),
        pytest.param([day("2014-01-05"), day("2014-06-09")], [0, 1], id="beginning later"),
    ],
)
def test_a_sample_gathers_the_changes_since_the_one_before(
    days: list[date], changed: list[int]
) -> None:
    samples = list(sampled(series_of(small_war(), Window(START, END)), days))
    assert [one.day for one in samples] == days
    assert [total(one.changes.get(EVERYBODY, {}).values()).places for one in samples] == changed


def test_a_sample_stands_as_its_day_does() -> None:
    measured = small_war()
    days = [START + timedelta(days=number) for number in range(365)]
    for one in sampled(series_of(measured, Window(START, END)), days):
        assert one.measures == measures_on(measured, one.day)


@pytest.mark.parametrize(
    ("step", "days"),
    [
        (Step.CHANGE, ["2014-02-25", "2014-03-01"]),
        (Step.MONTH, ["2014-02-25", "2014-03-01"]),
        (Step.WEEK, ["2014-02-25", "2014-03-03"]),
        (Step.DAY, [f"2014-02-{number}" for number in range(25, 29)]),
    ],
)
def test_a_step_begins_with_the_first_day(step: Step, days: list[str]) -> None:
    window = Window(day("2014-02-25"), day("2014-03-05"))
    found = [str(one.day) for one in stepped(series_of(small_war(), window), step, window)]
    assert found[: len(days)] == days


def test_a_step_of_days_has_every_day() -> None:
    window = Window(START, END)
    assert len(list(stepped(series_of(small_war(), window), Step.DAY, window))) == 365


def test_an_area_is_not_measured_beside_the_places_in_it() -> None:
    claim = holds("north", "2013-01-01/..", place_id="governorate")
    area = make_place("governorate", kind="governorate")
    periods = periods_of("governorate", [claim], Rule())
    assert measured_places([area], [], periods) == []


def test_a_place_without_land_counts_as_a_place() -> None:
    periods = periods_of("island", [holds("north", "2013-01-01/..")], Rule())
    (island,) = measured_places([make_place("island")], [], periods)
    assert island.extent == Extent(1, 1000, 0, 0)


def test_a_place_of_which_nothing_is_claimed_is_not_measured() -> None:
    assert measured_places([make_place("named by an event")], [], []) == []


def test_a_place_whose_claims_came_later_is_unknown_land() -> None:
    (place,) = measured_places([make_place("town")], [make_cell("town")], [])
    assert measures_on([place], START).statuses == {Status.UNKNOWN: Extent(1, 1000, 0, 1_000_000)}


def test_fighting_is_in_the_high_bound_of_its_parties() -> None:
    fight = make_claim("contests", "sdf", "2014-06-06", loser="is")
    holdings = measures_on([make_measured(fight)], day("2014-06-06")).holdings
    assert {actor: one.high.km2 for actor, one in holdings.items()} == {"sdf": 1.0, "is": 1.0}
