"""What rule 1 promises whatever the claims are."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.control import UNKNOWN, Control, Status, control_on, counting, known_by
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Effect
from geomap.domain.timeline import period_of_day, period_on, periods_of
from geomap.domain.when import When

RULE = Rule(dispute_window=timedelta(days=14), staleness=timedelta(days=60))
FIRST = date(2014, 1, 1)
DAYS = st.integers(0, 120).map(lambda days: FIRST + timedelta(days=days))
ACTORS = st.sampled_from(["is", "sdf", "army", "peshmerga"])


def _edtf(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    kind = draw(st.sampled_from(["day", "day", "month", "interval", "standing", "month on"]))
    month = day.isoformat()[:7]
    return {
        "day": day.isoformat(),
        "month": month,
        "interval": f"{day}/{day + timedelta(days=draw(st.integers(0, 30)))}",
        "standing": f"{day}/..",
        "month on": f"{month}/..",
    }[kind]


@st.composite
def claim_strategy(draw: st.DrawFn) -> Claim:
    effect = draw(st.sampled_from(Effect))
    when = When.parse(_edtf(draw))
    names_holder = effect in {Effect.TAKES, Effect.HOLDS}
    return Claim(
        id=draw(st.uuids()).hex,
        place_id="place",
        effect=effect,
        holder=draw(ACTORS) if names_holder else None,
        loser=draw(ACTORS) if effect is Effect.LOSES else None,
        when=when,
        order=draw(st.none() | st.integers(1, 2)),
        source_id=draw(st.sampled_from(["sohr", "reuters", "anha"])),
        report_id=None,
        known=when.earliest + timedelta(days=draw(st.integers(0, 40))),
        grade=Grade(draw(st.sampled_from(Reliability)), draw(st.sampled_from(Credibility))),
        summary="",
    )


CLAIMS = st.lists(claim_strategy(), max_size=8)


@given(CLAIMS, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_periods(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert periods_of("place", shuffled, RULE) == periods_of("place", claims, RULE)


@given(CLAIMS, CLAIMS)
def test_periods_follow_each_other_without_gap_or_overlap(
    claims: list[Claim], of_the_area: list[Claim]
) -> None:
    periods = periods_of("place", claims, RULE, of_the_area)
    assert all(before.end == after.start for before, after in pairwise(periods))
    assert all(period.end is None for period in periods[-1:])
    assert all(before.verdict != after.verdict for before, after in pairwise(periods))


@given(CLAIMS, DAYS)
def test_an_answer_has_evidence_unless_it_is_unknown(claims: list[Claim], day: date) -> None:
    answer = control_on(day, claims, RULE)
    assert answer.evidence or answer.verdict.status is Status.UNKNOWN


@given(st.lists(CLAIMS, min_size=1, max_size=3))
def test_the_periods_give_the_answer_of_every_day(layers: list[list[Claim]]) -> None:
    periods = periods_of("place", layers[0], RULE, *layers[1:])
    for day in days_around(layers):
        answer = control_on(day, layers[0], RULE, *layers[1:])
        period = period_on(periods, day)
        assert period_of_day("place", day, RULE, *layers) == period
        if period is None:
            assert answer == Control(UNKNOWN)
            continue
        told = period.on(day)
        assert told.verdict == answer.verdict
        assert set(told.evidence) == set(answer.evidence)
        assert told.is_stale(day) == answer.is_stale(day)


def days_around(layers: list[list[Claim]]) -> list[date]:
    """Every day on which an answer can change, and the days beside it."""
    whens = [claim.when for claims in layers for claim in claims]
    turns = {day for when in whens for day in (when.earliest, when.settled)}
    turns |= {day + RULE.staleness for day in turns}
    return sorted({day + timedelta(days=by) for day in turns for by in (-1, 0, 1)})


@given(CLAIMS, CLAIMS)
def test_what_no_longer_counts_never_counts_again(earlier: list[Claim], later: list[Claim]) -> None:
    last = max((claim.when.settled for claim in earlier), default=date.min)
    later = [claim for claim in later if claim.when.settled > last]
    if earlier and later:
        together = counting([*earlier, *later], RULE)
        assert counting([*counting(earlier, RULE), *later], RULE) == together


@given(CLAIMS, DAYS, DAYS)
def test_an_answer_uses_nothing_known_later(claims: list[Claim], day: date, known: date) -> None:
    answer = control_on(day, known_by(known, claims), RULE)
    assert all(claim.known <= known for claim in answer.evidence)


@given(CLAIMS, DAYS)
def test_only_a_held_place_has_one_holder(claims: list[Claim], day: date) -> None:
    verdict = control_on(day, claims, RULE).verdict
    assert (verdict.holder is not None) == (verdict.status is Status.HELD)
    assert verdict.status is not Status.DISPUTED or len(verdict.holders) > 1
    assert not verdict.opposed or len(verdict.holders) > 1


@given(CLAIMS, DAYS, ACTORS)
def test_a_taking_that_nobody_speaks_against_holds(
    claims: list[Claim], day: date, holder: str
) -> None:
    after = day + timedelta(days=200)
    taking = Claim(
        id="taking",
        place_id="place",
        effect=Effect.TAKES,
        holder=holder,
        when=When.parse(after.isoformat()),
        source_id="reuters",
        report_id=None,
        known=after,
        grade=Grade(Reliability.F, Credibility.CANNOT_BE_JUDGED),
        summary="",
    )
    assert control_on(after, [*claims, taking], RULE).verdict.holder == holder
