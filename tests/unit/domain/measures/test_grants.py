"""How an actor stands to a place: from every source's word to a date that may not have come."""

import pytest

from geomap.domain.control import Status
from geomap.domain.measures.grants import Grant, Stretch, stretches_of
from geomap.domain.measures.reasons import Reason
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim
from geomap.domain.timeline import periods_of
from tests.claims import contests, day, holds, loses, make_claim, takes


def history(*claims: Claim, area: tuple[Claim, ...] = ()) -> list[Stretch]:
    return stretches_of(periods_of("place", claims, Rule(), area))


def on(text: str, *claims: Claim) -> dict[str, Grant]:
    return {
        actor: grant
        for stretch in history(*claims)
        if stretch.contains(day(text))
        for actor, grant in stretch.grants.items()
    }


def test_all_who_speak_grant_it_to_the_holder() -> None:
    claims = [takes("is", "2014-06-10"), holds("is", "2014-06-12")]
    assert on("2014-06-12", *claims) == {"is": Grant.EVERY_SOURCE}


def test_a_source_that_names_another_opposes() -> None:
    claims = [takes("sdf", "2019-02-16"), holds("sdf", "2019-02-16"), holds("is", "2019-02-16")]
    assert on("2019-02-16", *claims) == {"sdf": Grant.VERDICT, "is": Grant.OPPOSED}


def test_sources_without_a_majority_grant_it_to_nobody_for_sure() -> None:
    claims = [takes("sdf", "2019-02-16"), holds("is", "2019-02-16")]
    assert on("2019-02-16", *claims) == {"sdf": Grant.DISPUTED, "is": Grant.DISPUTED}


def test_both_parties_of_the_fighting_are_named() -> None:
    fight = make_claim("contests", "sdf", "2017-06-06", loser="is")
    assert on("2017-06-06", fight) == {"sdf": Grant.CONTESTED, "is": Grant.CONTESTED}


def test_whoever_was_driven_out_is_granted_nothing() -> None:
    assert on("2014-06-10", loses("army", "2014-06-10")) == {}


def test_a_source_that_only_says_who_left_does_not_grant_the_place() -> None:
    claims = [takes("is", "2014-06-10"), loses("army", "2014-06-10")]
    assert on("2014-06-10", *claims) == {"is": Grant.VERDICT}


def test_a_change_within_a_month_is_pending_until_it_ends() -> None:
    claims = [holds("army", "2011-03-15/.."), takes("is", "2014-06")]
    assert on("2014-06-29", *claims) == {"army": Grant.VERDICT, "is": Grant.PENDING}
    assert on("2014-06-30", *claims) == {"is": Grant.EVERY_SOURCE}


def test_an_imprecise_claim_that_agrees_takes_nothing_away() -> None:
    claims = [takes("is", "2014-05-20"), holds("is", "2014-06")]
    assert on("2014-06-10", *claims) == {"is": Grant.EVERY_SOURCE}


def test_an_old_claim_outside_the_window_no_longer_speaks() -> None:
    claims = [holds("army", "2014-01-01"), holds("is", "2014-02-01")]
    assert on("2014-02-01", *claims) == {"is": Grant.EVERY_SOURCE}


def test_nobody_is_named_before_the_first_claim() -> None:
    first, *_more = history(takes("is", "2014-06-10"))
    assert first.start == day("2014-06-10")


def test_claims_that_change_nothing_cut_nothing() -> None:
    claims = [takes("is", "2014-06-10"), holds("is", "2014-07-01"), takes("is", "2014-08-01")]
    (only,) = history(*claims)
    assert (only.start, only.end, only.status) == (day("2014-06-10"), None, Status.HELD)


def test_a_band_may_change_within_one_period() -> None:
    claims = [takes("is", "2014-06-10"), loses("army", "2014-06-10"), holds("is", "2014-08-01")]
    assert [one.grants for one in history(*claims)] == [
        {"is": Grant.VERDICT},
        {"is": Grant.EVERY_SOURCE},
    ]


# ------------------------------------------------------------------------- why it changed

STANDING = holds("army", "2011-03-15/..")


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        pytest.param([STANDING], Reason.SOURCE, id="the first voice that is heard"),
        pytest.param([takes("is", "2014-06-10")], Reason.GROUND, id="a first taking"),
        pytest.param([STANDING, takes("is", "2014-06-10")], Reason.GROUND, id="a taking"),
        pytest.param([STANDING, loses("army", "2014-06-10")], Reason.GROUND, id="a loss"),
        pytest.param([STANDING, contests("2014-06-10")], Reason.GROUND, id="fighting breaks out"),
        pytest.param(
            [takes("army", "2014-01-01"), holds("is", "2014-06-10")],
            Reason.GROUND,
            id="another is seen, and nobody else speaks",
        ),
        pytest.param(
            [takes("army", "2014-06-09"), holds("is", "2014-06-10")],
            Reason.SOURCE,
            id="two sources see different holders",
        ),
        pytest.param(
            [
                takes("army", "2014-06-09", source_id="sohr"),
                holds("is", "2014-06-10", source_id="sohr"),
            ],
            Reason.GROUND,
            id="one source sees another holder than before",
        ),
        pytest.param(
            [takes("army", "2014-06-01"), holds("is", "2014-06-01"), holds("is", "2014-06-16")],
            Reason.SOURCE,
            id="the other side falls out of the window",
        ),
        pytest.param(
            [contests("2014-01-01"), holds("army", "2014-06-10")],
            Reason.GROUND,
            id="long after the fighting a holder is seen",
        ),
        pytest.param(
            [
                make_claim("contests", "is", "2014-06-01", loser="army"),
                make_claim("contests", "is", "2014-06-10", loser="ypg"),
            ],
            Reason.SOURCE,
            id="another source names another party of the same fighting",
        ),
        pytest.param([STANDING, takes("is", "2014-06")], Reason.PRECISION, id="within a month"),
        pytest.param(
            [STANDING, takes("is", "2014-06-10~")], Reason.PRECISION, id="on about that day"
        ),
    ],
)
def test_the_last_change_has_a_reason(claims: list[Claim], reason: Reason) -> None:
    assert history(*claims)[-1].reason is reason


def test_an_imprecise_taking_begins_and_ends_for_its_precision() -> None:
    reasons = [one.reason for one in history(STANDING, takes("is", "2014-06"))]
    assert reasons == [Reason.SOURCE, Reason.PRECISION, Reason.PRECISION]


def test_an_exact_day_within_an_imprecise_one_is_the_ground() -> None:
    claims = [STANDING, takes("is", "2014-06"), takes("is", "2014-06-10")]
    reasons = {one.start: one.reason for one in history(*claims)}
    assert reasons[day("2014-06-10")] is Reason.GROUND


def test_an_exception_within_an_area_is_no_change_of_the_ground() -> None:
    area = holds("army", "2011-03-15/..", place_id="area")
    exception = history(holds("ypg", "2013-05-01"), area=(area,))[-1]
    assert (exception.grants, exception.reason) == ({"ypg": Grant.EVERY_SOURCE}, Reason.SOURCE)
