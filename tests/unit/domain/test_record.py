"""Which events a record of a place tells, and in which order."""

from datetime import date

import pytest

from geomap.domain.record import Dated, Order, RecordQuery, picked, places_near
from tests.events import make_place


def dated(key: int, first: str, last: str | None = None, km: float = 0.0) -> Dated:
    return Dated(key, "place", date.fromisoformat(first), date.fromisoformat(last or first), km)


MAY = dated(1, "2015-05-01", "2015-05-31", km=20)
APRIL = dated(2, "2015-04-10", km=5)
JUNE = dated(3, "2015-06-20", km=9)
EVENTS = [JUNE, MAY, APRIL]


def keys(**asked: object) -> list[int]:
    return [one.key for one in picked(EVENTS, RecordQuery("place", **asked))]  # type: ignore[arg-type]


def test_events_are_told_in_the_order_of_time() -> None:
    assert keys() == [2, 1, 3]


def test_the_nearest_come_first_by_distance() -> None:
    assert keys(order=Order.DISTANCE) == [2, 3, 1]
    assert keys(order=Order.DISTANCE, limit=1) == [2]


@pytest.mark.parametrize(
    ("around", "chosen"),
    [
        pytest.param(None, [1, 3], id="the latest, of no day"),
        pytest.param(date(2015, 5, 20), [1, 3], id="the one going on, then 31 days against 40"),
        pytest.param(date(2015, 5, 12), [2, 1], id="the one going on, then 32 days against 39"),
        pytest.param(date(2014, 1, 1), [2, 1], id="the first, of a day before all"),
    ],
)
def test_of_too_many_those_nearest_in_time_are_told(around: date | None, chosen: list[int]) -> None:
    assert keys(around=around, limit=2) == chosen


def test_equally_far_events_are_told_by_time() -> None:
    twins = [dated(1, "2015-01-01", km=3), dated(2, "2015-03-01", km=3)]
    query = RecordQuery("place", order=Order.DISTANCE, around=date(2015, 3, 1))
    assert [one.key for one in picked(twins, query)] == [2, 1]


def test_areas_and_the_place_itself_are_not_near() -> None:
    here = make_place("here")
    others = [
        here,
        make_place("village", longitude=39.1),
        make_place("province", kind="governorate", longitude=39.1),
        make_place("town", longitude=40.0),
    ]
    # One degree of longitude is 90.2 km long at 36 degrees north.
    assert places_near(here, others, 50) == {"village": pytest.approx(9.02, abs=0.02)}
    assert places_near(here, [], 50) == {}
