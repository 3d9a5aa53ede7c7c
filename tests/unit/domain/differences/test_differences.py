"""What changed from one answer to another, in places and in measure."""

from dataclasses import replace

import pytest

from geomap.domain.control import Status
from geomap.domain.differences.changes import Asked, Party, balances_of, transfers_of
from geomap.domain.measures.bands import Extent
from geomap.domain.statements import Claim
from tests.claims import contests, grade, holds, takes
from tests.comparing import asked, compared, make_atlas
from tests.events import make_place

HIT, ANA = make_place("hit"), make_place("ana")
ANBAR = make_place("anbar", kind="governorate")
ARMY, IS = Party("army", Status.HELD), Party("is", Status.HELD)
NOBODY = Party(None, Status.CONTESTED)
SIZES = {"hit": Extent(1, 100, 0, 5_000_000), "ana": Extent(1, 0, 1, 7_000_000)}


def at(place: str, *claims: Claim) -> list[Claim]:
    """The same claims, on a place."""
    return [replace(one, place_id=place) for one in claims]


FALLEN = make_atlas(
    [HIT, ANA, ANBAR],
    [
        *at("hit", holds("army", "2013-01-01"), takes("is", "2014-10-02")),
        *at("ana", holds("army", "2013-01-01"), contests("2014-10-05")),
        *at("anbar", holds("army", "2013-01-01"), takes("is", "2014-10-03")),
    ],
)


def test_a_place_that_passes_over_is_lost_by_one_and_gained_by_the_other() -> None:
    hit, _ana = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"), SIZES)
    assert (hit.place, hit.loser, hit.winner) == (HIT, ARMY, IS)
    assert hit.extent == SIZES["hit"]


def test_nothing_changes_before_the_day_of_the_hand_over() -> None:
    assert compared(FALLEN, asked("2014-09-01"), asked("2014-10-01")) == []
    assert len(compared(FALLEN, asked("2014-10-01"), asked("2014-10-02"))) == 1


def test_a_place_that_is_fought_over_belongs_to_nobody() -> None:
    _hit, ana = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"))
    assert (ana.loser, ana.winner) == (ARMY, NOBODY)


def test_an_area_itself_is_no_place_that_is_gained() -> None:
    changes = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"))
    assert [one.place.id for one in changes] == ["hit", "ana"]


def test_a_new_majority_for_the_same_holder_is_no_change() -> None:
    atlas = make_atlas(
        [HIT],
        [
            *at("hit", holds("is", "2014-10-01", grade=grade("A1"))),
            *at("hit", holds("army", "2014-10-03", grade=grade("E5"))),
        ],
    )
    assert compared(atlas, asked("2014-10-02"), asked("2014-10-04")) == []


def test_one_kind_of_nobody_is_another_than_the_next() -> None:
    atlas = make_atlas([HIT], at("hit", contests("2014-10-05")))
    (hit,) = compared(atlas, asked("2014-10-01"), asked("2014-10-05"))
    assert (hit.loser, hit.winner) == (Party(None, Status.UNKNOWN), NOBODY)


def test_changes_are_gathered_by_pair_of_parties() -> None:
    changes = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"), SIZES)
    transfers = [
        (one.loser, one.winner, [each.place.id for each in one.places])
        for one in transfers_of(changes)
    ]
    assert transfers == [(ARMY, IS, ["hit"]), (ARMY, NOBODY, ["ana"])]


def test_each_party_has_its_gains_losses_and_net() -> None:
    changes = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"), SIZES)
    army, iraq, nobody = balances_of(changes)
    assert [one.party for one in (army, iraq, nobody)] == [ARMY, IS, NOBODY]
    assert (army.gains, army.losses) == (Extent(), Extent(2, 100, 1, 12_000_000))
    assert army.net == Extent(-2, -100, -1, -12_000_000)
    assert (iraq.gains.km2, nobody.gains.km2) == (5.0, 7.0)


def test_a_place_without_a_cell_counts_as_a_place_without_land() -> None:
    (hit, *_rest) = compared(FALLEN, asked("2014-10-01"), asked("2014-10-31"))
    assert hit.extent == Extent(1)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(asked("2014-10-01"), asked("2014-10-31"), id="two days"),
        pytest.param(
            asked("2014-10-31", "2014-09-01"), asked("2014-10-31"), id="two knowledge days"
        ),
    ],
)
def test_the_mirrored_comparison_gives_back_what_was_taken(first: Asked, second: Asked) -> None:
    there, back = compared(FALLEN, first, second), compared(FALLEN, second, first)
    assert there
    assert [(one.place, one.winner, one.loser) for one in back] == [
        (one.place, one.loser, one.winner) for one in there
    ]
