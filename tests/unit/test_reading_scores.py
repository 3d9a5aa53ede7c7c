"""The scores of reading: what counts as right, as wrong, as missed, and as neither."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bench.reading_scores import Tally, tallies
from geomap.domain.event_kinds import EventKind
from geomap.domain.reading import (
    Mention,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
)
from geomap.domain.statements import Effect, Measure, Unit
from geomap.domain.when import When
from tests.annotations import (
    AnnotatedReport,
    MarkedClaim,
    MarkedEvent,
    MarkedFigure,
    MarkedName,
    Point,
)

RAQQA = Point(39.0, 36.0)
NEAR_RAQQA = ReadPlace("test:1", "Raqqa", "SY", 39.1, 36.1, "city")
HAMA = ReadPlace("test:2", "Hama", "SY", 36.8, 35.1, "city")
DAY = When.parse("2017-07-04")
SAID: dict[str, Any] = {
    "when": DAY,
    "source": None,
    "quote": "",
    "start": 0,
    "end": 0,
    "confidence": 1.0,
}

NAME = MarkedName("Raqqa", 0, 5, "Raqqa", RAQQA, scored=True)
MENTION = Mention("Raqqa", 0, 5, NEAR_RAQQA, 1.0)
CLAIM = MarkedClaim(
    place=RAQQA, when=DAY, scored=True, effect=Effect.TAKES, holder="sdf", loser="is"
)
READ_CLAIM = ReadClaim(place=NEAR_RAQQA, effect=Effect.TAKES, holder="sdf", **SAID)
EVENT = MarkedEvent(place=RAQQA, when=DAY, scored=True, kind=EventKind.BATTLE, actors=())
READ_EVENT = ReadEvent(place=NEAR_RAQQA, kind=EventKind.BATTLE, **SAID)
FIGURE = MarkedFigure(
    place=None, when=DAY, scored=True, measure=Measure.KILLED, unit=Unit.PERSONS,
    value=400, low=None, high=None, actor="is",
)  # fmt: skip
READ_FIGURE = ReadFigure(
    place=None, measure=Measure.KILLED, unit=Unit.PERSONS, value=400, actor="is", **SAID
)


def score(measure: str, found: object, *wanted: object) -> tuple[int, int, int]:
    """Right, found, wanted of one measure, with one thing found."""
    report = AnnotatedReport(
        *("en-x", "work", "en", date(2017, 7, 4), "", "", ""),
        names=tuple(one for one in wanted if isinstance(one, MarkedName)),
        claims=tuple(one for one in wanted if isinstance(one, MarkedClaim)),
        events=tuple(one for one in wanted if isinstance(one, MarkedEvent)),
        figures=tuple(one for one in wanted if isinstance(one, MarkedFigure)),
    )
    key = {Mention: "mentions", ReadClaim: "claims", ReadEvent: "events", ReadFigure: "figures"}
    reading = Reading(None, "en", "rules", **{key[type(found)]: (found,)})  # type: ignore[arg-type]
    tally = tallies(report, reading)[measure]
    return tally.right, tally.found, tally.wanted


def test_precision_and_recall_make_f1() -> None:
    tally = Tally(right=3, found=4, wanted=6)
    assert (tally.precision, tally.recall) == (0.75, 0.5)
    assert tally.f1 == pytest.approx(0.6)


def test_nothing_found_where_nothing_was_wanted_is_right() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (1, 1, 1)


def test_a_name_is_found_by_its_exact_span() -> None:
    assert score("toponyms", MENTION, NAME) == (1, 1, 1)
    assert score("toponyms", MENTION._replace(end=6), NAME) == (0, 1, 1)


def test_a_name_of_free_choice_counts_neither_way() -> None:
    free = replace(NAME, scored=False)
    assert score("toponyms", MENTION, free) == (0, 0, 0)
    assert score("within 161 km", MENTION, free) == (0, 0, 0)


def test_a_name_is_resolved_right_within_25_km() -> None:
    assert score("resolved", MENTION, NAME) == (1, 1, 1)
    assert score("resolved", MENTION._replace(place=HAMA), NAME) == (0, 1, 1)
    assert score("resolved", MENTION._replace(place=None), NAME) == (0, 1, 1)


def test_a_name_that_nobody_can_tell_is_not_asked_to_be_resolved() -> None:
    unknown = replace(NAME, point=None)
    assert score("toponyms", MENTION, unknown) == (1, 1, 1)
    assert score("resolved", MENTION, unknown) == (0, 0, 0)


def test_takes_and_holds_of_one_holder_are_one_claim() -> None:
    assert score("claims", READ_CLAIM, CLAIM) == (1, 1, 1)
    assert score("claims", replace(READ_CLAIM, effect=Effect.HOLDS), CLAIM) == (1, 1, 1)


@pytest.mark.parametrize(
    "other",
    [
        replace(READ_CLAIM, place=HAMA),
        replace(READ_CLAIM, holder="is"),
        replace(READ_CLAIM, effect=Effect.CONTESTS),
        replace(READ_CLAIM, when=When.parse("2017-07-05")),
        replace(READ_CLAIM, effect=Effect.LOSES, holder=None, loser="ypg"),
    ],
)
def test_a_claim_of_another_place_holder_effect_or_day_is_wrong(other: ReadClaim) -> None:
    assert score("claims", other, CLAIM) == (0, 1, 1)


def test_a_claim_may_be_dated_more_roughly() -> None:
    assert score("claims", replace(READ_CLAIM, when=When.parse("2017-07")), CLAIM) == (1, 1, 1)


def test_who_took_a_place_holds_it_from_that_day_on() -> None:
    later, before = When.parse("2017-07-09"), When.parse("2017-07-01")
    holds = replace(READ_CLAIM, effect=Effect.HOLDS)
    assert score("claims", replace(holds, when=later), CLAIM) == (1, 1, 1)
    assert score("claims", replace(holds, when=before), CLAIM) == (0, 1, 1)
    held = replace(CLAIM, effect=Effect.HOLDS, when=later)
    assert score("claims", READ_CLAIM, held) == (1, 1, 1)
    assert score("claims", READ_CLAIM, replace(held, when=before)) == (0, 1, 1)


def test_fighting_is_the_same_with_one_party_in_common() -> None:
    wanted = replace(CLAIM, effect=Effect.CONTESTS)
    contests = replace(READ_CLAIM, effect=Effect.CONTESTS)
    assert score("claims", replace(contests, holder="is"), wanted) == (1, 1, 1)
    assert score("claims", replace(contests, holder="ypg"), wanted) == (0, 1, 1)


def test_a_loss_is_told_by_who_loses() -> None:
    wanted = replace(CLAIM, effect=Effect.LOSES, holder=None)
    loses = replace(READ_CLAIM, effect=Effect.LOSES, holder=None, loser="is")
    assert score("claims", loses, wanted) == (1, 1, 1)
    assert score("claims", replace(loses, loser="sdf"), wanted) == (0, 1, 1)


def test_a_loss_that_a_capture_implies_counts_neither_way() -> None:
    loses = replace(READ_CLAIM, effect=Effect.LOSES, holder=None, loser="is")
    assert score("claims", loses, CLAIM) == (0, 0, 1)
    assert score("claims", replace(loses, loser="ypg"), CLAIM) == (0, 1, 1)


def test_battle_and_offensive_are_one_group_and_other_kinds_are_not() -> None:
    assert score("events", replace(READ_EVENT, kind=EventKind.OFFENSIVE), EVENT) == (1, 1, 1)
    assert score("events", replace(READ_EVENT, kind=EventKind.SHELLING), EVENT) == (0, 1, 1)


def test_an_event_without_a_place_is_not_one_with_a_place() -> None:
    assert score("events", replace(READ_EVENT, place=None), EVENT) == (0, 1, 1)
    nowhere = replace(EVENT, place=None)
    assert score("events", replace(READ_EVENT, place=None), nowhere) == (1, 1, 1)


def test_a_fight_that_a_claim_implies_counts_neither_way() -> None:
    assert score("events", READ_EVENT, CLAIM) == (0, 0, 0)
    assert score("events", READ_EVENT, replace(CLAIM, effect=Effect.HOLDS)) == (0, 1, 0)


def test_a_fact_of_free_choice_is_taken_only_by_what_no_other_fact_needs() -> None:
    free = replace(EVENT, scored=False)
    assert score("events", READ_EVENT, free, EVENT) == (1, 1, 1)
    assert score("events", READ_EVENT, free) == (0, 0, 0)


def test_a_figure_is_right_within_a_hundredth_and_of_the_actor_that_is_wanted() -> None:
    assert score("figures", replace(READ_FIGURE, value=403), FIGURE) == (1, 1, 1)
    assert score("figures", replace(READ_FIGURE, value=410), FIGURE) == (0, 1, 1)
    assert score("figures", replace(READ_FIGURE, actor=None), FIGURE) == (0, 1, 1)
    assert score("figures", READ_FIGURE, replace(FIGURE, actor=None)) == (1, 1, 1)
    assert score("figures", replace(READ_FIGURE, measure=Measure.WOUNDED), FIGURE) == (0, 1, 1)


def test_bounds_stand_in_for_a_value_that_is_not_there() -> None:
    between = replace(READ_FIGURE, value=None, low=300, high=500)
    assert score("figures", between, FIGURE) == (1, 1, 1)
    assert score("figures", replace(between, low=None), FIGURE) == (0, 1, 1)
