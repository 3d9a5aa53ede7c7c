"""How sieges are counted from the events that tell of them."""

import pytest

from geomap.domain.statements import Event
from geomap.domain.statistics.sieges import Siege, sieges_of
from geomap.domain.timeline import Span
from geomap.domain.windows import Window
from tests.claims import day
from tests.events import make_event


def told(*events: Event) -> list[tuple[str, str | None, bool]]:
    """First day, day after the last, and whether it was broken, of each siege."""
    return [
        (one.span.start.isoformat(), one.span.end.isoformat() if one.span.end else None, one.broken)
        for one in sieges_of(events)
    ]


def test_no_event_is_no_siege() -> None:
    assert sieges_of([make_event("battle", "2014-06-10")]) == []


def test_a_siege_lasts_through_the_last_day_that_is_told() -> None:
    assert told(make_event("siege", "2014-06-01/2014-08-30")) == [
        ("2014-06-01", "2014-08-31", False)
    ]


def test_a_siege_without_an_end_lasts() -> None:
    assert told(make_event("siege", "2014-06-01/..")) == [("2014-06-01", None, False)]


def test_a_siege_of_one_day_that_nobody_breaks_is_one_day() -> None:
    assert told(make_event("siege", "2014-06-01")) == [("2014-06-01", "2014-06-02", False)]


def test_a_siege_told_on_the_day_of_its_breaking_had_that_day() -> None:
    events = make_event("siege", "2014-06-18"), make_event("siege_broken", "2014-06-18")
    assert told(*events) == [("2014-06-18", "2014-06-19", True)]


@pytest.mark.parametrize("siege", ["2014-06-18", "2014-06-18/..", "2014-06-18/2014-11-30"])
def test_a_breaking_ends_the_siege_on_its_day(siege: str) -> None:
    events = make_event("siege", siege), make_event("siege_broken", "2014-11-18")
    assert told(*events) == [("2014-06-18", "2014-11-18", True)]


def test_an_imprecise_breaking_ends_it_on_the_latest_day() -> None:
    events = (
        make_event("siege", "2014-08-03/.."),
        make_event("siege_broken", "2014-08-09/2014-08-14"),
    )
    assert told(*events) == [("2014-08-03", "2014-08-14", True)]


def test_a_breaking_on_the_day_after_the_siege_was_last_told_broke_it() -> None:
    events = make_event("siege", "2014-06-01/2014-06-30"), make_event("siege_broken", "2014-07-01")
    assert told(*events) == [("2014-06-01", "2014-07-01", True)]


def test_a_breaking_long_after_a_siege_of_known_length_is_another() -> None:
    events = make_event("siege", "2014-06-01/2014-06-30"), make_event("siege_broken", "2015-01-01")
    assert told(*events) == [
        ("2014-06-01", "2014-07-01", False),
        ("2015-01-01", "2015-01-01", True),
    ]


def test_a_breaking_before_a_siege_does_not_end_it() -> None:
    events = make_event("siege_broken", "2014-05-01"), make_event("siege", "2014-06-01/2014-06-30")
    assert told(*events) == [
        ("2014-05-01", "2014-05-01", True),
        ("2014-06-01", "2014-07-01", False),
    ]


def test_a_breaking_alone_is_a_siege_of_no_known_length() -> None:
    (siege,) = sieges_of([make_event("siege_broken", "2015-11-10", id="kuweires")])
    span = Span(day("2015-11-10"), day("2015-11-10"))
    assert siege == Siege(span, broken=True, events=("kuweires",))


def test_a_breaking_that_two_sources_tell_is_one() -> None:
    events = make_event("siege_broken", "2015-11-10"), make_event("siege_broken", "2015-11-10")
    assert told(*events) == [("2015-11-10", "2015-11-10", True)]


def test_sieges_that_overlap_are_one_told_twice() -> None:
    events = (
        make_event("siege", "2014-06-01/2014-06-20"),
        make_event("siege", "2014-06-10/2014-06-30"),
    )
    (siege,) = sieges_of(events)
    assert siege.span == Span(day("2014-06-01"), day("2014-07-01"))
    assert siege.events == tuple(event.id for event in events)


def test_a_short_siege_within_a_lasting_one_does_not_end_it() -> None:
    events = make_event("siege", "2014-06-01/.."), make_event("siege", "2014-06-10/2014-06-12")
    assert told(*events) == [("2014-06-01", None, False)]


def test_a_place_can_be_besieged_again_after_the_breaking() -> None:
    events = (
        make_event("siege", "2014-06-01/.."),
        make_event("siege_broken", "2014-07-01"),
        make_event("siege", "2014-07-01/2014-07-31"),
    )
    assert told(*events) == [
        ("2014-06-01", "2014-07-01", True),
        ("2014-07-01", "2014-08-01", False),
    ]


@pytest.mark.parametrize(
    ("start", "end", "sieges"),
    [
        pytest.param("2014-01-01", "2014-06-01", 0, id="ends on its first day"),
        pytest.param("2014-01-01", "2014-06-02", 1, id="has its first day"),
        pytest.param("2014-06-30", "2015-01-01", 1, id="has its last day"),
        pytest.param("2014-07-01", "2015-01-01", 0, id="begins after it"),
    ],
)
def test_a_siege_counts_in_a_window_that_has_a_day_of_it(start: str, end: str, sieges: int) -> None:
    (siege,) = sieges_of([make_event("siege", "2014-06-01/2014-06-30")])
    assert siege.meets(Window(day(start), day(end))) == bool(sieges)


@pytest.mark.parametrize(("end", "sieges"), [("2015-11-10", 0), ("2015-11-11", 1)])
def test_a_breaking_alone_counts_in_the_window_of_its_day(end: str, sieges: int) -> None:
    (siege,) = sieges_of([make_event("siege_broken", "2015-11-10")])
    assert siege.meets(Window(day("2015-01-01"), day(end))) == bool(sieges)
