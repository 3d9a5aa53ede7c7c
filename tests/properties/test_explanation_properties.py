"""An explanation tells the story of the very answer that it explains."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.control import control_on, known_by
from geomap.domain.explanation import Explanation, Fate, explain
from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Place
from tests.properties.test_control_properties import CLAIMS, DAYS

PLACE = Place("place", "Raqqa", {}, 39.0, 35.9, "city", "SY", "04", None)
RULES = st.builds(
    Rule,
    dispute_window=st.integers(0, 40).map(lambda days: timedelta(days=days)),
    staleness=st.just(timedelta(days=60)),
    least_reliability=st.none() | st.sampled_from(Reliability),
    sources=st.frozensets(st.sampled_from(["sohr", "reuters", "anha"])),
)
STANDPOINTS = st.builds(Standpoint, st.none() | DAYS, st.none(), RULES)
LAYERS = st.lists(CLAIMS, min_size=1, max_size=3)


def told(day: date, layers: Sequence[Sequence[Claim]], standpoint: Standpoint) -> Explanation:
    return explain(PLACE, day, layers[0], layers[1:], standpoint)


@given(LAYERS, DAYS, STANDPOINTS)
def test_it_ends_with_the_answer_of_the_rule(
    layers: list[list[Claim]], day: date, standpoint: Standpoint
) -> None:
    rule = standpoint.rule
    own, *areas = (known_by(standpoint.known, filter(rule.hears, layer)) for layer in layers)
    answer = control_on(day, own, rule, *areas)
    explanation = told(day, layers, standpoint)
    assert explanation.control == answer
    counted = explanation.with_fate(Fate.COUNTED, Fate.PENDING)
    assert {one.claim.id for one in counted} == {claim.id for claim in answer.evidence}


@given(LAYERS, DAYS, STANDPOINTS)
def test_each_claim_has_one_fate(
    layers: list[list[Claim]], day: date, standpoint: Standpoint
) -> None:
    considered = told(day, layers, standpoint).considered
    made = sorted(claim.id for layer in layers for claim in layer)
    assert sorted(one.claim.id for one in considered) == made


@given(LAYERS, DAYS, STANDPOINTS)
def test_a_claim_is_left_out_by_one_that_had_its_say(
    layers: list[list[Claim]], day: date, standpoint: Standpoint
) -> None:
    explanation = told(day, layers, standpoint)
    fates = {one.claim.id: one.fate for one in explanation.considered}
    silent = {Fate.NOT_HEARD, Fate.NOT_KNOWN, Fate.NOT_IN_FORCE, Fate.PENDING, Fate.BELOW}
    needs_one = {Fate.HISTORY, Fate.REPLACED, Fate.OUTSIDE_WINDOW, Fate.BELOW}
    for one in explanation.considered:
        assert (one.by is not None) == (one.fate in needs_one)
        assert one.by is None or fates[one.by.id] not in silent
        assert one.by is None or one.by.id != one.claim.id


@given(LAYERS, DAYS, STANDPOINTS)
def test_the_shares_are_what_the_counted_claims_weigh(
    layers: list[list[Claim]], day: date, standpoint: Standpoint
) -> None:
    explanation = told(day, layers, standpoint)
    counted = explanation.with_fate(Fate.COUNTED)
    weighed = sum(one.claim.grade.weight * len(one.parties) for one in counted)
    assert sum(share.weight for share in explanation.shares) == weighed
    assert not explanation.shares or sum(share.part for share in explanation.shares) == 1
    holders = tuple(share.actor_id for share in explanation.shares)
    assert holders == explanation.control.verdict.holders


@given(LAYERS, DAYS, STANDPOINTS)
def test_it_says_stale_where_the_answer_is(
    layers: list[list[Claim]], day: date, standpoint: Standpoint
) -> None:
    explanation = told(day, layers, standpoint)
    freshness = explanation.freshness
    assert (freshness is not None and freshness.stale) == explanation.control.is_stale(day)
    assert (freshness is None) == (explanation.control.verdict.holder is None)


@given(LAYERS, DAYS, STANDPOINTS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_explanation(
    layers: list[list[Claim]], day: date, standpoint: Standpoint, random: object
) -> None:
    shuffled = [list(layer) for layer in layers]
    for layer in shuffled:
        random.shuffle(layer)  # type: ignore[attr-defined]
    assert told(day, shuffled, standpoint) == told(day, layers, standpoint)


@given(CLAIMS, DAYS, DAYS)
def test_what_is_not_known_yet_is_all_that_a_knowledge_day_leaves_out(
    claims: list[Claim], day: date, known: date
) -> None:
    everything = told(day, [claims], Standpoint())
    then = told(day, [claims], replace(everything.standpoint, known=known))
    later = {one.claim.id for one in then.with_fate(Fate.NOT_KNOWN)}
    assert later == {claim.id for claim in claims if claim.known > known}
