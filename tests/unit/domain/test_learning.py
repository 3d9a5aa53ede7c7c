"""What was learned between two standpoints: the statements and the parts that they played."""

from geomap.domain.control import Control, Status, Verdict
from geomap.domain.explanation import explain
from geomap.domain.learning import Learned, Role, answers_differ, what_was_learned
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Place
from tests.claims import day, holds, takes

RAQQA = Place("place", "Raqqa", {}, 39.0, 35.9, "city", "SY", "04", None)


def learned(on: str, known: str, *claims: Claim) -> tuple[Learned, ...]:
    before, after = (
        explain(RAQQA, day(on), claims, [], Standpoint(at)) for at in (day(known), None)
    )
    return what_was_learned(before, after)


def test_a_late_report_counts_and_names_what_it_put_aside() -> None:
    old = holds("army", "2013-01-01", known=day("2013-01-01"))
    late = takes("is", "2014-01-13", known=day("2014-02-01"))
    assert learned("2014-01-20", "2014-01-20", old, late) == (Learned(late, Role.COUNTS, (old,)),)


def test_a_capture_of_some_day_in_a_month_is_learned_as_a_doubt() -> None:
    old = holds("army", "2013-12-20")
    late = takes("is", "2014-01", known=day("2014-02-01"))
    assert learned("2014-01-20", "2014-01-20", old, late) == (Learned(late, Role.PENDING),)


def test_a_taking_that_was_overtaken_since_is_named_for_what_it_put_aside() -> None:
    old = holds("army", "2014-01-01")
    taking = takes("is", "2014-01-13", source_id="sohr", known=day("2014-02-01"))
    newer = holds("is", "2014-01-15", source_id="sohr", known=day("2014-02-02"))
    assert learned("2014-01-20", "2014-01-20", old, taking, newer) == (
        Learned(taking, Role.SETS_ASIDE, (old,)),
        Learned(newer, Role.COUNTS),
    )


def test_what_overtook_a_taking_is_named_even_where_it_is_too_old_itself() -> None:
    old = holds("army", "2014-01-01")
    taking = takes("is", "2014-01-13/..", source_id="sohr", known=day("2014-02-20"))
    newer = holds("sdf", "2014-01-15", source_id="sohr", known=day("2014-02-20"))
    newest = holds("ypg", "2014-02-19", known=day("2014-02-20"))
    statements = learned("2014-02-19", "2014-02-19", old, taking, newer, newest)
    assert {(one.claim.id, one.role) for one in statements} == {
        (taking.id, Role.SETS_ASIDE),
        (newer.id, Role.SETS_ASIDE),
        (newest.id, Role.COUNTS),
    }


def test_a_late_report_that_plays_no_part_is_not_named() -> None:
    old = takes("is", "2014-01-13")
    late = holds("army", "2013-12-01", known=day("2014-02-01"))
    assert learned("2014-01-20", "2014-01-20", old, late) == ()


def test_a_claim_that_is_gone_is_told_apart_from_one_that_was_edited() -> None:
    gone, first = holds("army", "2014-01-01"), holds("is", "2014-01-01", id="same")
    second = holds("sdf", "2014-01-01", id="same", source_id=first.source_id)
    before, after = (
        explain(RAQQA, day("2014-01-05"), claims, [], Standpoint())
        for claims in ([gone, first], [second])
    )
    roles = {(one.claim.holder, one.role) for one in what_was_learned(before, after)}
    assert roles == {("army", Role.WITHDRAWN), ("is", Role.EDITED), ("sdf", Role.COUNTS)}


def test_the_order_of_those_who_disagree_makes_no_other_answer() -> None:
    answers = [
        Control(Verdict(Status.DISPUTED, holders)) for holders in (("is", "sdf"), ("sdf", "is"))
    ]
    assert not answers_differ(day("2014-01-05"), *answers)


def test_another_holder_of_a_place_that_others_claim_too_is_another_answer() -> None:
    answers = [
        Control(Verdict(Status.HELD, holders, opposed=True))
        for holders in (("is", "sdf"), ("sdf", "is"))
    ]
    assert answers_differ(day("2014-01-05"), *answers)
