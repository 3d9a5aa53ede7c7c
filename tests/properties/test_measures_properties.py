"""What measured territory promises whatever the claims are."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.control import Status, control_on
from geomap.domain.measures.bands import Extent, MeasuredPlace, total
from geomap.domain.measures.grants import HELD
from geomap.domain.measures.series import EVERYBODY, measures_on, sampled, series_of
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim
from geomap.domain.windows import Window
from tests.measured import make_measured
from tests.properties.test_control_properties import CLAIMS, DAYS, FIRST

KM2 = st.floats(0, 5000, allow_nan=False)
POPULATION = st.none() | st.integers(0, 2_000_000)
END = FIRST + timedelta(days=200)


@st.composite
def measured_strategy(draw: st.DrawFn) -> list[MeasuredPlace]:
    return [
        make_measured(
            *draw(CLAIMS), key=f"place-{number}", km2=draw(KM2), population=draw(POPULATION)
        )
        for number in range(draw(st.integers(1, 4)))
    ]


MEASURED = measured_strategy()


def parts(extent: Extent) -> tuple[int, int, int, int]:
    return extent.places, extent.population, extent.population_unknown, extent.square_metres


def at_most(one: Extent, other: Extent) -> bool:
    return all(first <= second for first, second in zip(parts(one), parts(other), strict=True))


@given(MEASURED, DAYS)
def test_a_band_never_falls(measured: list[MeasuredPlace], day: date) -> None:
    measures = measures_on(measured, day)
    for holding in measures.holdings.values():
        assert at_most(holding.low, holding.best)
        assert at_most(holding.best, holding.high)
        assert at_most(holding.high, measures.covered)


@given(MEASURED, DAYS)
def test_all_that_is_held_and_all_that_is_not_make_the_covered_land(
    measured: list[MeasuredPlace], day: date
) -> None:
    measures = measures_on(measured, day)
    held = total(holding.best for holding in measures.holdings.values())
    rest = total(
        extent for status, extent in measures.statuses.items() if status is not Status.HELD
    )
    assert held == measures.statuses.get(Status.HELD, Extent())
    assert held + rest == measures.covered == total(place.extent for place in measured)


@given(CLAIMS, CLAIMS, DAYS)
def test_the_best_figure_is_the_verdict(
    claims: list[Claim], of_the_area: list[Claim], day: date
) -> None:
    measures = measures_on([make_measured(*claims, areas=[of_the_area])], day)
    holders = {actor for actor, holding in measures.holdings.items() if holding.best.places}
    verdict = control_on(day, claims, Rule(), of_the_area).verdict
    assert holders == ({verdict.holder} if verdict.holder else set())
    assert set(measures.holdings) >= set(verdict.holders) | set(verdict.candidates)


@given(MEASURED, DAYS)
def test_the_sweep_gives_the_measures_of_every_day(
    measured: list[MeasuredPlace], start: date
) -> None:
    days = [start + timedelta(days=number) for number in range((END - start).days)]
    for one in sampled(series_of(measured, Window(start, END)), days):
        assert one.measures == measures_on(measured, one.day)


@given(MEASURED, DAYS)
def test_something_changes_on_each_day_of_the_series(
    measured: list[MeasuredPlace], start: date
) -> None:
    for before, after in pairwise(series_of(measured, Window(start, END))):
        assert before.day < after.day
        assert EVERYBODY in after.changes
        for actor in before.measures.holdings.keys() | after.measures.holdings.keys():
            same = before.measures.holdings.get(actor) == after.measures.holdings.get(actor)
            assert same or actor in after.changes


@given(CLAIMS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_stretches(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert make_measured(*shuffled) == make_measured(*claims)


@given(CLAIMS)
def test_stretches_follow_each_other_and_each_differs(claims: list[Claim]) -> None:
    stretches = make_measured(*claims).stretches
    for before, after in pairwise(stretches):
        assert before.end == after.start
        assert (before.status, before.grants) != (after.status, after.grants)
    for stretch in stretches:
        assert sum(grant in HELD for grant in stretch.grants.values()) == (
            stretch.status is Status.HELD
        )
