"""What was learned is just what turned one answer into another."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.domain.control import control_on, known_by
from geomap.domain.explanation import explain
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.learning import (
    Learned,
    answer_on,
    answers_differ,
    differing_days,
    told,
    what_was_learned,
)
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Effect
from geomap.domain.timeline import periods_of
from geomap.domain.when import When
from tests.properties.test_control_properties import CLAIMS, DAYS, FIRST, RULE
from tests.properties.test_explanation_properties import LAYERS, PLACE

END = FIRST + timedelta(days=400)


LATE = FIRST + timedelta(days=60)
EARLY, LATER = LATE, LATE + timedelta(days=1)
SHORT = replace(RULE, dispute_window=timedelta(days=5))


@st.composite
def dense_claim(draw: st.DrawFn) -> Claim:
    """A claim of one of two sources, within three weeks, known early or late.

    In so small a world claims often leave each other out, in chains too.
    """
    day = FIRST + timedelta(days=draw(st.integers(0, 20)))
    when = When.parse(f"{day}/.." if draw(st.booleans()) else f"{day}")
    return Claim(
        id=draw(st.uuids()).hex,
        place_id="place",
        effect=draw(st.sampled_from([Effect.TAKES, Effect.HOLDS])),
        holder=draw(st.sampled_from(["is", "sdf"])),
        when=when,
        source_id=draw(st.sampled_from(["sohr", "reuters"])),
        report_id=None,
        known=draw(st.sampled_from([EARLY, LATER])),
        grade=Grade(Reliability.B, Credibility.PROBABLE),
        summary="",
    )


@settings(max_examples=400)
@given(st.lists(dense_claim(), min_size=2, max_size=5))
def test_what_was_learned_is_enough_where_claims_leave_each_other_out(claims: list[Claim]) -> None:
    before, after = (
        explain(PLACE, LATE, claims, [], Standpoint(at, rule=SHORT)) for at in (EARLY, LATER)
    )
    named = {one.claim.id for one in what_was_learned(before, after)}
    enough = [claim for claim in claims if claim.known == EARLY or claim.id in named]
    assert control_on(LATE, enough, SHORT) == after.control


def learned(
    layers: list[list[Claim]], day: date, known: date | None, until: date | None
) -> tuple[Learned, ...]:
    before, after = (
        explain(PLACE, day, layers[0], layers[1:], Standpoint(at, rule=RULE))
        for at in (known, until)
    )
    return what_was_learned(before, after)


@given(LAYERS, DAYS, DAYS, st.none() | DAYS)
def test_with_what_was_learned_the_old_answer_becomes_the_new(
    layers: list[list[Claim]], day: date, known: date, until: date | None
) -> None:
    until = max(until, known) if until else None
    named = {one.claim.id for one in learned(layers, day, known, until)}
    enough = [[c for c in layer if c.known <= known or c.id in named] for layer in layers]
    everything = [known_by(until, layer) for layer in layers]
    reached, wanted = (control_on(day, own, RULE, *areas) for own, *areas in (enough, everything))
    assert reached == wanted


@given(LAYERS, DAYS, DAYS, st.none() | DAYS)
def test_only_what_became_known_in_between_was_learned(
    layers: list[list[Claim]], day: date, known: date, until: date | None
) -> None:
    until = max(until, known) if until else None
    claims = [one.claim for one in learned(layers, day, known, until)]
    assert all(known < claim.known <= (until or date.max) for claim in claims)


@given(LAYERS, DAYS, DAYS)
def test_an_answer_that_is_another_one_has_a_statement_that_made_it_so(
    layers: list[list[Claim]], day: date, known: date
) -> None:
    own, *areas = layers
    before = control_on(day, known_by(known, own), RULE, *(known_by(known, one) for one in areas))
    after = control_on(day, own, RULE, *areas)
    assert learned(layers, day, known, None) or not answers_differ(day, before, after)


@given(LAYERS, DAYS, DAYS)
def test_nothing_is_learned_from_the_same_knowledge(
    layers: list[list[Claim]], day: date, known: date
) -> None:
    assert learned(layers, day, known, known) == ()


@given(LAYERS, LAYERS, DAYS)
def test_what_an_edit_brings_and_takes_is_all_that_it_needs(
    old: list[list[Claim]], new: list[list[Claim]], day: date
) -> None:
    old, new = (([*layers, [], []])[:3] for layers in (old, new))
    before, after = (
        explain(PLACE, day, layers[0], layers[1:], Standpoint(rule=RULE)) for layers in (old, new)
    )
    changes = what_was_learned(before, after)
    assert not answers_differ(day, before.control, after.control) or changes
    held = {claim.id for layer in old for claim in layer}
    assert all((one.claim.id in held) == (one.role in {"edited", "withdrawn"}) for one in changes)


@given(CLAIMS, CLAIMS, DAYS)
def test_the_differing_days_are_just_those_that_differ(
    old: list[Claim], new: list[Claim], day: date
) -> None:
    before, after = (periods_of("place", claims, RULE) for claims in (old, new))
    runs = differing_days(before, after, FIRST, END)
    inside = any(span.contains(day) for run in runs for span in run)
    answers = [control_on(day, claims, RULE) for claims in (old, new)]
    assert inside == answers_differ(day, *answers)


@given(CLAIMS, CLAIMS)
def test_a_run_of_differing_days_has_one_answer_on_either_side(
    old: list[Claim], new: list[Claim]
) -> None:
    histories = [periods_of("place", claims, RULE) for claims in (old, new)]
    runs = differing_days(histories[0], histories[1], FIRST, END)
    for run in runs:
        assert all(one.end == other.start for one, other in pairwise(run))
        for periods in histories:
            assert len({told(span.start, answer_on(periods, span.start)) for span in run}) == 1
    assert all(
        before[-1].end != after[0].start
        or [told(day, answer_on(each, day)) for each in histories for day in [before[0].start]]
        != [told(day, answer_on(each, day)) for each in histories for day in [after[0].start]]
        for before, after in pairwise(runs)
    )
