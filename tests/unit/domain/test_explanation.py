"""What becomes of a claim, fate by fate."""

from datetime import timedelta
from fractions import Fraction

import pytest

from geomap.domain.explanation import STEPS, Considered, Explanation, Fate, explain
from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Place
from tests.claims import contests, day, grade, holds, loses, takes

RAQQA = Place("place", "Raqqa", {}, 39.0, 35.9, "city", "SY", "04", None)


def told(
    on: str, *claims: Claim, area: tuple[Claim, ...] = (), at: Standpoint | None = None
) -> Explanation:
    return explain(RAQQA, day(on), claims, [area], at or Standpoint())


def fate(explanation: Explanation, claim: Claim) -> Considered:
    (found,) = (one for one in explanation.considered if one.claim.id == claim.id)
    return found


def test_a_claim_that_counts_names_its_parties() -> None:
    taking = takes("sdf", "2017-10-17", loser="is")
    assert fate(told("2017-10-17", taking), taking) == Considered(
        taking, Fate.COUNTED, parties=("sdf",)
    )


def test_fighting_counts_for_the_side_that_it_names() -> None:
    fight = contests("2017-10-01", loser="is")
    assert fate(told("2017-10-17", fight), fight).parties == ("is",)


def test_a_loss_counts_for_nobody() -> None:
    loss = loses("is", "2017-10-01")
    explanation = told("2017-10-17", loss)
    assert fate(explanation, loss) == Considered(loss, Fate.COUNTED)
    assert explanation.shares == ()


def test_a_taking_is_named_as_what_made_history() -> None:
    before, taking = holds("army", "2014-06-05"), takes("is", "2014-06-10")
    assert fate(told("2014-06-11", before, taking), before) == Considered(
        before, Fate.HISTORY, taking
    )


def test_of_two_takings_on_one_day_the_later_by_order_makes_history() -> None:
    lost = takes("is", "2014-06-05", order=1)
    retaken = takes("army", "2014-06-05", order=2)
    assert fate(told("2014-06-05", lost, retaken), lost) == Considered(lost, Fate.HISTORY, retaken)


def test_a_source_that_corrects_itself_replaces_what_it_said() -> None:
    said = holds("is", "2019-02-10", source_id="sohr")
    corrected = holds("sdf", "2019-02-12", source_id="sohr")
    assert fate(told("2019-02-13", said, corrected), said) == Considered(
        said, Fate.REPLACED, corrected
    )


def test_a_correction_of_the_same_day_is_the_one_that_came_later() -> None:
    said = holds("is", "2019-02-10", source_id="sohr")
    corrected = holds("sdf", "2019-02-10", source_id="sohr", known=day("2019-02-11"))
    assert fate(told("2019-02-13", said, corrected), said).by == corrected


def test_a_claim_outside_the_dispute_window_says_how_much_older_it_is() -> None:
    old, new = holds("is", "2019-02-01"), holds("sdf", "2019-02-16")
    assert fate(told("2019-02-16", old, new), old) == Considered(
        old, Fate.OUTSIDE_WINDOW, new, days=15
    )


def test_a_wider_window_lets_the_older_claim_speak() -> None:
    old, new = holds("is", "2019-02-01"), holds("sdf", "2019-02-16")
    wider = Standpoint(rule=Rule(dispute_window=timedelta(days=15)))
    assert fate(told("2019-02-16", old, new, at=wider), old).fate is Fate.COUNTED


def test_a_claim_on_an_area_stays_below_one_on_the_place() -> None:
    province, city = holds("is", "2017-01-01"), takes("sdf", "2017-10-17")
    assert fate(told("2017-10-17", city, area=(province,)), province) == Considered(
        province, Fate.BELOW, city
    )


def test_a_claim_on_an_area_counts_until_the_first_on_the_place() -> None:
    province, city = holds("is", "2017-01-01"), takes("sdf", "2017-10-17")
    explanation = told("2017-10-16", city, area=(province,))
    assert fate(explanation, province).fate is Fate.COUNTED
    assert fate(explanation, city).fate is Fate.NOT_IN_FORCE


def test_a_capture_of_some_day_in_a_month_is_pending_in_it() -> None:
    before, taking = holds("army", "2014-05-30"), takes("is", "2014-06")
    explanation = told("2014-06-15", before, taking)
    assert fate(explanation, taking) == Considered(taking, Fate.PENDING, parties=("is",))
    assert explanation.control.verdict.candidates == ("is",)


def test_what_became_known_later_is_told_apart() -> None:
    late = takes("sdf", "2017-10-17", known=day("2017-11-01"))
    explanation = told("2017-10-20", late, at=Standpoint(known=day("2017-10-31")))
    assert fate(explanation, late).fate is Fate.NOT_KNOWN


@pytest.mark.parametrize(
    "rule", [Rule(sources=frozenset({"sohr"})), Rule(least_reliability=Reliability.C)]
)
def test_a_source_that_is_not_heard_is_told_apart(rule: Rule) -> None:
    unheard = takes("sdf", "2017-10-17", source_id="anha", grade=grade("D2"))
    assert fate(told("2017-10-20", unheard, at=Standpoint(rule=rule)), unheard).fate is (
        Fate.NOT_HEARD
    )


def test_shares_are_parts_of_the_weight() -> None:
    claims = [
        holds("sdf", "2019-02-16", grade=grade("B2")),
        holds("is", "2019-02-16", grade=grade("C3")),
    ]
    shares = told("2019-02-16", *claims).shares
    assert [(one.actor_id, one.weight, one.part) for one in shares] == [
        ("sdf", 64, Fraction(64, 100)),
        ("is", 36, Fraction(36, 100)),
    ]


def test_the_age_of_the_newest_claim_is_told() -> None:
    claim = takes("is", "2014-01-14")
    freshness = told("2016-01-15", claim).freshness
    assert freshness is not None
    assert (freshness.age_days, freshness.limit_days, freshness.stale) == (731, 730, True)


def test_a_standing_claim_is_old_and_never_stale() -> None:
    standing = holds("army", "2011-03-15/..")
    newer = holds("army", "2011-04-01")
    freshness = told("2019-03-15", standing, newer).freshness
    assert freshness is not None
    assert (freshness.newest, freshness.stale) == (standing, False)


def test_a_place_of_which_nothing_was_ever_said_has_nothing_to_explain() -> None:
    explanation = told("2017-10-17")
    assert (explanation.considered, explanation.shares, explanation.freshness) == ((), (), None)


def test_every_fate_belongs_to_a_step_of_the_rule() -> None:
    assert set(STEPS) == set(Fate)
    assert set(STEPS.values()) <= set(range(7))
