"""Rule 1, sentence by sentence."""

from datetime import timedelta

import pytest

from geomap.domain.control import Control, Status, Verdict, control_on, known_by
from geomap.domain.rule import Rule, rule_document
from geomap.domain.statements import Claim
from geomap.domain.territory.reach import Reach
from tests.claims import contests, day, grade, holds, loses, takes

RULE = Rule()


def judged(on: str, *claims: Claim, area: tuple[Claim, ...] = ()) -> Control:
    return control_on(day(on), claims, RULE, area)


def verdict(on: str, *claims: Claim) -> Verdict:
    return judged(on, *claims).verdict


# ------------------------------------------------------------------ step 1: what is in force


def test_nothing_claimed_is_unknown() -> None:
    assert judged("2017-10-17") == Control(Verdict(Status.UNKNOWN))


def test_a_claim_does_not_count_before_its_day() -> None:
    assert verdict("2017-10-16", takes("sdf", "2017-10-17")).status is Status.UNKNOWN


def test_on_the_day_of_a_hand_over_the_new_holder_holds() -> None:
    before, after = holds("is", "2017-10-10"), takes("sdf", "2017-10-17")
    assert verdict("2017-10-16", before, after).holder == "is"
    assert verdict("2017-10-17", before, after).holder == "sdf"


def test_only_claims_known_by_the_knowledge_day_count() -> None:
    early = holds("is", "2017-10-10")
    late = takes("sdf", "2017-10-17", known=day("2017-11-01"))
    assert known_by(day("2017-10-31"), [early, late]) == [early]
    assert known_by(day("2017-11-01"), [early, late]) == [early, late]
    assert known_by(None, [early, late]) == [early, late]


def test_a_claim_on_an_area_counts_where_nothing_is_claimed_of_the_place() -> None:
    assert judged("2017-10-17", area=(holds("is", "2017-10-01"),)).verdict.holder == "is"


def test_a_claim_on_the_place_stands_above_a_newer_one_on_its_area() -> None:
    place, area = holds("sdf", "2017-10-01"), takes("is", "2017-10-10")
    assert judged("2017-10-17", place, area=(area,)).verdict == Verdict(Status.HELD, ("sdf",))


def test_an_area_counts_until_the_first_claim_on_the_place_settles() -> None:
    place, area = takes("sdf", "2017-10"), holds("is", "2017-09-01")
    answer = judged("2017-10-17", place, area=(area,)).verdict
    assert (answer.holder, answer.uncertain, answer.candidates) == ("is", True, ("sdf",))


# ------------------------------------------------------------ step 2: takings make history


def test_a_taking_makes_history_of_earlier_claims() -> None:
    answer = judged("2014-06-11", holds("army", "2014-06-05"), takes("is", "2014-06-10"))
    assert answer.verdict == Verdict(Status.HELD, ("is",))
    assert [claim.holder for claim in answer.evidence] == ["is"]


def test_a_taking_makes_history_of_a_standing_claim() -> None:
    standing = holds("army", "2011-12-18/..")
    assert verdict("2014-06-11", standing, takes("is", "2014-06-10")).holder == "is"


def test_a_loss_makes_history_and_names_nobody() -> None:
    answer = judged("2014-06-11", holds("is", "2014-06-05"), loses("is", "2014-06-10"))
    assert answer.verdict.status is Status.UNKNOWN
    assert [claim.loser for claim in answer.evidence] == ["is"]


def test_a_claim_on_the_day_of_a_taking_is_no_history() -> None:
    answer = verdict("2019-02-16", takes("sdf", "2019-02-16"), holds("is", "2019-02-16"))
    assert answer == Verdict(Status.DISPUTED, ("is", "sdf"))


def test_takings_on_one_day_by_different_actors_all_stay() -> None:
    answer = verdict("2014-06-05", takes("is", "2014-06-05"), takes("army", "2014-06-05"))
    assert answer == Verdict(Status.DISPUTED, ("army", "is"))


def test_an_order_decides_between_takings_on_one_day() -> None:
    lost = takes("is", "2014-06-05", order=1)
    retaken = takes("army", "2014-06-05", order=2)
    assert verdict("2014-06-05", lost, retaken) == Verdict(Status.HELD, ("army",))


def test_fighting_that_comes_before_a_taking_of_that_day_is_history() -> None:
    entered = contests("2014-06-05", order=1)
    assert verdict("2014-06-05", entered, takes("army", "2014-06-05", order=2)).holder == "army"


def test_an_unordered_claim_of_the_day_stays_beside_ordered_takings() -> None:
    lost, retaken = takes("is", "2014-06-05", order=1), takes("army", "2014-06-05", order=2)
    answer = verdict("2014-06-05", lost, retaken, holds("is", "2014-06-05"))
    assert answer.status is Status.DISPUTED


# --------------------------------------------- step 3: one voice a source, inside the window


def test_a_source_counts_with_its_newest_claim() -> None:
    older = holds("is", "2019-02-10", source_id="sohr")
    newer = holds("sdf", "2019-02-12", source_id="sohr")
    answer = judged("2019-02-12", older, newer)
    assert answer.evidence == (newer,)


def test_a_source_that_corrects_itself_counts_with_the_correction() -> None:
    said = holds("is", "2019-02-10", source_id="sohr", known=day("2019-02-10"))
    corrected = holds("sdf", "2019-02-10", source_id="sohr", known=day("2019-02-11"))
    assert verdict("2019-02-12", said, corrected) == Verdict(Status.HELD, ("sdf",))


def test_one_source_that_names_two_holders_at_once_is_not_taken_at_random() -> None:
    both = [takes(holder, "2014-06-05", source_id="sohr") for holder in ("is", "nusra")]
    assert verdict("2014-06-06", *both) == Verdict(Status.DISPUTED, ("is", "nusra"))


@pytest.mark.parametrize(
    ("newer", "status"),
    [
        pytest.param("2019-02-15", Status.DISPUTED, id="14 days later"),
        pytest.param("2019-02-16", Status.HELD, id="15 days later"),
    ],
)
def test_an_older_claim_drops_out_beyond_the_dispute_window(newer: str, status: Status) -> None:
    claims = [holds("is", "2019-02-01"), holds("sdf", newer)]
    assert verdict("2019-03-01", *claims).status is status


def test_claims_that_agree_never_silence_each_other() -> None:
    good = holds("is", "2014-01-01", grade=grade("A1"))
    other = holds("army", "2014-01-10", grade=grade("B2"))
    rumour = holds("is", "2014-01-20", grade=grade("E5"))
    assert verdict("2014-01-20", good, other, rumour).holders == ("is", "army")
    assert judged("2014-01-20", good, other, rumour).evidence == (good, other, rumour)


def test_who_was_silenced_stays_silent_when_the_other_changes_its_mind() -> None:
    silenced = holds("is", "2014-01-01")
    said = holds("army", "2014-01-20", source_id="sohr")
    changed = holds("ypg", "2014-01-25", source_id="sohr")
    assert judged("2014-01-25", silenced, said, changed).evidence == (changed,)


def test_fighting_long_ago_is_over_for_those_who_see_a_holder_since() -> None:
    fight = contests("2014-10-06", loser="ypg")
    assert verdict("2014-10-21", fight, holds("ypg", "2014-10-21")).status is Status.HELD
    assert verdict("2014-10-20", fight, holds("ypg", "2014-10-20")).status is Status.CONTESTED


def test_a_standing_claim_never_drops_out_of_the_window() -> None:
    claims = [holds("army", "2011-12-18/.."), holds("is", "2014-06-10")]
    assert verdict("2014-06-11", *claims) == Verdict(Status.DISPUTED, ("army", "is"))


def test_a_standing_claim_ends_when_its_source_says_otherwise() -> None:
    standing = holds("army", "2011-12-18/..", source_id="ministry")
    ended = holds("is", "2014-06-10", source_id="ministry")
    assert verdict("2014-06-11", standing, ended) == Verdict(Status.HELD, ("is",))


# ---------------------------------------------------------------------- step 4: the verdict


def test_fighting_inside_means_contested_with_its_parties() -> None:
    fight = contests("2014-10-06", loser="ypg")
    answer = verdict("2014-11-01", holds("ypg", "2014-10-01"), fight)
    assert answer == Verdict(Status.CONTESTED, ("ypg",))
    assert answer.holder is None


def test_fighting_is_over_with_the_next_taking() -> None:
    claims = [contests("2014-10-06"), takes("ypg", "2015-01-26")]
    assert verdict("2015-01-25", *claims).status is Status.CONTESTED
    assert verdict("2015-01-26", *claims) == Verdict(Status.HELD, ("ypg",))


def test_two_thirds_of_the_weight_hold_against_opposition() -> None:
    claims = [
        holds("sdf", "2019-02-16", grade=grade("B2")),
        holds("sdf", "2019-02-16", grade=grade("B2")),
        holds("is", "2019-02-16", grade=grade("B2")),
    ]
    assert verdict("2019-02-16", *claims) == Verdict(Status.HELD, ("sdf", "is"), opposed=True)


def test_less_than_two_thirds_of_the_weight_is_a_dispute() -> None:
    claims = [
        holds("sdf", "2019-02-16", grade=grade("A1")),
        holds("is", "2019-02-16", grade=grade("B2")),
    ]
    assert verdict("2019-02-16", *claims) == Verdict(Status.DISPUTED, ("sdf", "is"))


def test_agreeing_sources_hold_together() -> None:
    claims = [takes("sdf", "2017-10-17"), holds("sdf", "2017-10-18")]
    answer = judged("2017-10-18", *claims)
    assert answer.verdict == Verdict(Status.HELD, ("sdf",))
    assert len(answer.evidence) == 2


# ----------------------------------------------------------- step 5: between two known days


def test_between_the_bounds_of_a_change_the_old_holder_is_uncertain() -> None:
    claims = [holds("army", "2014-05-30"), takes("is", "2014-06")]
    answer = verdict("2014-06-15", *claims)
    assert (answer.holder, answer.uncertain, answer.candidates) == ("army", True, ("is",))


@pytest.mark.parametrize(("on", "holder"), [("2014-05-31", "army"), ("2014-06-30", "is")])
def test_outside_the_bounds_of_a_change_nothing_is_uncertain(on: str, holder: str) -> None:
    answer = verdict(on, holds("army", "2014-05-30"), takes("is", "2014-06"))
    assert answer == Verdict(Status.HELD, (holder,))


def test_an_imprecise_claim_that_changes_nothing_is_not_uncertain() -> None:
    answer = judged("2014-06-15", holds("is", "2014-05-30"), holds("is", "2014-06"))
    assert answer.verdict == Verdict(Status.HELD, ("is",))
    assert len(answer.evidence) == 2


OVERLAPPING = (takes("is", "2014-06"), takes("rebels", "2014-06-15/2014-07-15"))


@pytest.mark.parametrize(
    ("on", "holder", "candidates"),
    [
        ("2014-06-14", "army", ("is",)),
        ("2014-06-15", "army", ("rebels", "is")),
        ("2014-06-30", "is", ("rebels",)),
        ("2014-07-15", "rebels", ()),
    ],
)
def test_of_changes_that_overlap_each_may_have_come_alone(
    on: str, holder: str, candidates: tuple[str, ...]
) -> None:
    answer = verdict(on, holds("army", "2014-05-30"), *OVERLAPPING)
    assert (answer.holder, answer.candidates) == (holder, candidates)
    assert answer.uncertain == bool(candidates)


def test_a_place_that_may_be_lost_and_retaken_is_uncertain() -> None:
    retaken = takes("army", "2014-06-15/2014-07-15")
    answer = verdict("2014-06-20", takes("army", "2014-05-30"), takes("is", "2014-06"), retaken)
    assert (answer.holder, answer.uncertain, answer.candidates) == ("army", True, ("is",))


def test_a_first_imprecise_claim_leaves_it_unknown_with_a_candidate() -> None:
    answer = judged("2014-06-15", takes("is", "2014-06"))
    assert answer.verdict == Verdict(Status.UNKNOWN, uncertain=True, candidates=("is",))
    assert len(answer.evidence) == 1


def test_a_known_day_inside_the_bounds_of_an_older_change_counts_from_that_day() -> None:
    claims = [takes("is", "2014-06"), takes("army", "2014-07-03")]
    assert verdict("2014-07-03", *claims) == Verdict(Status.HELD, ("army",))


# ------------------------------------------------------------------------ step 6: staleness


def test_a_holder_is_stale_when_its_newest_claim_is_too_old() -> None:
    claim = takes("is", "2014-01-14")
    last_fresh = claim.when.settled + RULE.staleness
    answer = control_on(last_fresh, [claim], RULE)
    assert not answer.is_stale(last_fresh)
    assert answer.is_stale(last_fresh + timedelta(days=1))


def test_a_standing_claim_is_never_stale() -> None:
    assert not judged("2030-01-01", holds("army", "2011-12-18/..")).is_stale(day("2030-01-01"))


def test_a_claim_at_the_end_of_the_calendar_is_never_stale() -> None:
    assert judged("9999-12-31", takes("is", "9999-12-30")).stale_from is None


def test_the_settings_of_the_rule_can_be_named() -> None:
    assert rule_document(RULE, Reach(25.0, 12.5)) == {
        "name": "rule-1",
        "dispute_window_days": 14,
        "staleness_days": 730,
        "majority": "2/3",
        "least_reliability": None,
        "sources": [],
        "reach_km": 25.0,
        "small_reach_km": 12.5,
    }
