"""Published figures on territory beside ours."""

from typing import Any

import pytest

from geomap.domain.measures.published import Comparison, comparisons_of
from geomap.domain.statements import Figure, Measure, Unit
from geomap.domain.when import When
from geomap.domain.windows import Window
from tests.claims import day, grade, holds, takes
from tests.measured import make_measured

JANUARY = Window(day("2015-01-01"), day("2015-02-01"))


def figure(when: str, value: float | None, **more: Any) -> Figure:
    values: dict[str, Any] = {
        "id": "figure",
        "place_id": None,
        "source_id": "ihs",
        "report_id": None,
        "known": day("2016-07-10"),
        "grade": grade("B3"),
        "summary": "",
        "measure": Measure.TERRITORY,
        "unit": Unit.KM2,
        "actor_id": "is",
    } | more
    return Figure(when=When.parse(when), value=value, **values)


def compare(one: Figure, window: Window = JANUARY) -> list[Comparison]:
    always = make_measured(holds("is", "2014-01-01/.."), key="always", km2=100)
    later = make_measured(takes("is", "2015-01-17"), key="later", km2=31)
    disputed = [takes("is", "2015-01-01"), holds("army", "2015-01-01")]
    return comparisons_of([always, later, make_measured(*disputed, km2=8)], [one], window)


def test_ours_is_the_mean_over_the_days_of_the_figure() -> None:
    (found,) = compare(figure("2015-01", 90))
    # From the 17th on, 15 of 31 days.
    assert (found.low_km2, found.best_km2, found.high_km2) == (115, 115, 123)


def test_on_one_day_it_is_that_of_the_day() -> None:
    (found,) = compare(figure("2015-01-10", 90))
    assert (found.best_km2, found.high_km2) == (100, 108)


def test_the_difference_is_a_share_of_theirs() -> None:
    (found,) = compare(figure("2015-01-10", 80))
    assert found.difference == 0.25


def test_square_metres_are_told_in_km2() -> None:
    (found,) = compare(figure("2015-01-10", 90_000_000, unit=Unit.M2))
    assert found.published_km2 == 90


def test_without_a_value_the_bounds_are_taken() -> None:
    (found,) = compare(figure("2015-01-10", None, low=80, high=100))
    assert found.published_km2 == 90


def test_of_nothing_there_is_no_share() -> None:
    (found,) = compare(figure("2015-01-10", 0))
    assert found.difference is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(figure("2015-01-10", 1, place_id="baghuz"), id="of one place"),
        pytest.param(figure("2015-01-10", 1, actor_id=None), id="of nobody"),
        pytest.param(figure("2015-01-10", 1, measure=Measure.TERRITORY_LOST), id="what was lost"),
        pytest.param(figure("2014-12-31", 1), id="of a day before"),
        pytest.param(figure("2015-02-01", 1), id="of a day after"),
    ],
)
def test_other_figures_are_not_compared(other: Figure) -> None:
    assert compare(other) == []


def test_a_figure_that_reaches_into_the_days_is_compared() -> None:
    assert len(compare(figure("2014-12-15/2015-01-01", 1))) == 1
