"""What every answer promises over places and areas, for rule 1 and its alternatives."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.control import UNKNOWN, Control, Status, known_by
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Effect, Place
from geomap.domain.timeline import ControlPeriod, period_on
from geomap.domain.when import When
from tests.claims import grade, holds
from tests.worlds import AREAS, PLACES, TOWNS, claim_lists, claims, days, rules, standpoints

towns = st.sampled_from(TOWNS)
in_one_place = (TOWNS[0], *AREAS)
grades = st.builds(Grade, st.sampled_from(Reliability), st.sampled_from(Credibility))


def history(told: list[Claim], standpoint: Standpoint, place: Place) -> list[ControlPeriod]:
    heard = known_by(standpoint.known, told)
    return Histories(PLACES, heard, standpoint.rule).of(place)


def answer_on(told: list[Claim], standpoint: Standpoint, place: Place, on: date) -> Control:
    period = period_on(history(told, standpoint, place), on)
    return period.on(on) if period else Control(UNKNOWN)


@given(claim_lists, standpoints(), st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_histories(
    told: list[Claim], standpoint: Standpoint, random: Random
) -> None:
    shuffled, places = list(told), list(PLACES)
    random.shuffle(shuffled)
    random.shuffle(places)
    there = Histories(PLACES, known_by(standpoint.known, told), standpoint.rule)
    here = Histories(places, known_by(standpoint.known, shuffled), standpoint.rule)
    assert [there.of(place) for place in PLACES] == [here.of(place) for place in PLACES]


@given(claim_lists, standpoints(), towns)
def test_an_answer_rests_on_nothing_known_later_and_on_nobody_unheard(
    told: list[Claim], standpoint: Standpoint, place: Place
) -> None:
    for period in history(told, standpoint, place):
        for claim in (one.claim for one in period.evidence):
            assert standpoint.known is None or claim.known <= standpoint.known
            assert standpoint.rule.hears(claim)


@given(claim_lists, claim_lists, days, rules(), towns)
def test_what_becomes_known_later_does_not_change_an_earlier_answer(
    told: list[Claim], more: list[Claim], known: date, rule: Rule, place: Place
) -> None:
    standpoint = Standpoint(known, None, rule)
    later = [replace(claim, known=max(claim.known, known + timedelta(days=1))) for claim in more]
    assert history([*told, *later], standpoint, place) == history(told, standpoint, place)


@given(claim_lists, rules(), towns)
def test_an_unheard_claim_is_as_good_as_none(told: list[Claim], rule: Rule, place: Place) -> None:
    heard = [claim for claim in told if rule.hears(claim)]
    alone = replace(rule, sources=frozenset(), least_reliability=None)
    assert history(told, Standpoint(rule=rule), place) == history(
        heard, Standpoint(rule=alone), place
    )


def agreeing(answer: Control, on: date, graded: Grade, later: int) -> Claim:
    """Another voice that sees the same holder, some days after the newest claim of the answer."""
    settled = [claim for claim in answer.evidence if claim.when.settled <= on]
    newest = max(settled, key=lambda claim: claim.when.settled)
    seen = min(newest.when.settled + timedelta(days=later), on)
    return Claim(
        id="another voice",
        place_id=newest.place_id,
        effect=Effect.HOLDS,
        holder=answer.verdict.holder,
        when=When.parse(seen.isoformat()),
        source_id="another voice",
        report_id=None,
        known=newest.known,
        grade=graded,
        summary="",
    )


@given(
    st.lists(claims(in_one_place), max_size=8),
    st.sampled_from([0, 14, 30]),
    grades,
    st.integers(0, 60),
)
def test_a_claim_that_agrees_never_weakens_an_answer(
    told: list[Claim], window: int, graded: Grade, later: int
) -> None:
    standpoint = Standpoint(rule=Rule(dispute_window=timedelta(days=window)))
    starts = [period.start for period in history(told, standpoint, TOWNS[0])]
    for on in (start + timedelta(days=later) for start in starts):
        before = answer_on(told, standpoint, TOWNS[0], on)
        if before.verdict.status is not Status.HELD:
            continue
        more = [*told, agreeing(before, on, graded, later)]
        after = answer_on(more, standpoint, TOWNS[0], on)
        assert after.verdict.holder == before.verdict.holder
        assert before.verdict.opposed or not after.verdict.opposed
        assert before.verdict.uncertain or not after.verdict.uncertain
        assert before.is_stale(on) or not after.is_stale(on)


def test_a_newer_claim_that_agrees_never_weakens_an_answer() -> None:
    told = [
        holds("is", "2014-01-01", place_id="raqqa", grade=grade("A1")),
        holds("is", "2014-01-01", place_id="raqqa", grade=grade("A1")),
        holds("army", "2014-01-10", place_id="raqqa", grade=grade("B2")),
    ]
    raqqa, on = TOWNS[0], date(2014, 1, 20)
    assert answer_on(told, Standpoint(), raqqa, on).verdict.holder == "is"
    rumour = holds("is", "2014-01-20", place_id="raqqa", grade=grade("E5"))
    assert answer_on([*told, rumour], Standpoint(), raqqa, on).verdict.holder == "is"
