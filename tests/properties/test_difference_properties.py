"""What a comparison of two answers promises, whatever is claimed."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.control import Status, known_by
from geomap.domain.differences.accounts import End
from geomap.domain.differences.changes import Asked, Party, balances_of, transfers_of
from geomap.domain.histories import Histories
from geomap.domain.measures.bands import NOTHING, Extent, MeasuredPlace, total
from geomap.domain.measures.grants import stretches_of
from geomap.domain.measures.series import measures_on
from geomap.domain.statements import Atlas, Statement
from tests.comparing import compared
from tests.worlds import EXTENTS, TOWNS, atlases, days, standpoints


def heard(statement: Statement, end: Asked) -> bool:
    standpoint = end.standpoint
    known = standpoint.known is None or statement.known <= standpoint.known
    return known and standpoint.rule.hears(statement)


@st.composite
def ends(draw: st.DrawFn) -> Asked:
    return Asked(draw(days), draw(standpoints()))


def nets(atlas: Atlas, first: Asked, second: Asked) -> dict[Party, Extent]:
    """The net of every party that gained or lost anything."""
    balances = balances_of(compared(atlas, first, second, EXTENTS))
    return {one.party: one.net for one in balances if one.net != NOTHING}


def held(atlas: Atlas, end: Asked) -> Mapping[Party, Extent]:
    """What every actor holds and what nobody holds, as territory is measured."""
    claims = known_by(end.standpoint.known, atlas.claims)
    histories = Histories(atlas.places, claims, end.standpoint.rule)
    measures = measures_on(
        [
            MeasuredPlace(town.id, EXTENTS[town.id], tuple(stretches_of(histories.of(town))))
            for town in TOWNS
        ],
        end.day,
    )
    actors = {Party(actor, Status.HELD): one.best for actor, one in measures.holdings.items()}
    nobody = {
        Party(None, status): extent
        for status, extent in measures.statuses.items()
        if status is not Status.HELD
    }
    return actors | nobody


@given(atlases(), ends(), ends())
def test_what_all_gain_is_what_all_lose(atlas: Atlas, first: Asked, second: Asked) -> None:
    balances = balances_of(compared(atlas, first, second, EXTENTS))
    assert total(one.gains for one in balances) == total(one.losses for one in balances)
    assert total(one.net for one in balances) == NOTHING


@given(atlases(), ends(), ends())
def test_a_net_gain_is_the_difference_between_two_measures(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    before, after = held(atlas, first), held(atlas, second)
    told = nets(atlas, first, second)
    for party in before.keys() | after.keys() | told.keys():
        measured = after.get(party, NOTHING) - before.get(party, NOTHING)
        assert told.get(party, NOTHING) == measured


@given(atlases(), ends(), ends())
def test_the_mirrored_comparison_swaps_gains_and_losses(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    there = balances_of(compared(atlas, first, second, EXTENTS))
    back = balances_of(compared(atlas, second, first, EXTENTS))
    assert [(one.party, one.gains, one.losses) for one in there] == [
        (one.party, one.losses, one.gains) for one in back
    ]


@given(atlases(), ends(), ends())
def test_the_mirrored_comparison_has_the_same_accounts(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    other = {End.FROM: End.TO, End.TO: End.FROM}
    there, back = compared(atlas, first, second), compared(atlas, second, first)
    assert [one.events for one in there] == [one.events for one in back]
    for change, mirrored in zip(there, back, strict=True):
        assert (change.before, change.after) == (mirrored.after, mirrored.before)
        for account, reflected in zip(change.claims, mirrored.claims, strict=True):
            assert account.claim == reflected.claim
            assert set(account.heard_by) == {other[end] for end in reflected.heard_by}
            assert set(account.evidence_of) == {other[end] for end in reflected.evidence_of}


@given(atlases(), ends(), ends(), ends())
def test_comparisons_in_a_row_add_up(
    atlas: Atlas, first: Asked, second: Asked, third: Asked
) -> None:
    steps = [nets(atlas, first, second), nets(atlas, second, third)]
    whole = nets(atlas, first, third)
    for party in {party for one in (*steps, whole) for party in one}:
        summed = total(one.get(party, NOTHING) for one in steps)
        assert summed == whole.get(party, NOTHING)


@given(atlases(), ends())
def test_an_answer_does_not_differ_from_itself(atlas: Atlas, end: Asked) -> None:
    assert compared(atlas, end, end) == []


@given(atlases(), ends(), ends())
def test_every_change_has_a_claim_to_account_for_it(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    assert all(one.claims for one in compared(atlas, first, second))


@given(atlases(), ends(), ends())
def test_nothing_accounts_for_a_change_that_neither_end_hears(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    for change in compared(atlas, first, second):
        told = [*(one.claim for one in change.claims), *change.events]
        assert all(heard(one, first) or heard(one, second) for one in told)


@given(atlases(), ends(), ends())
def test_every_changed_place_belongs_to_one_transfer(
    atlas: Atlas, first: Asked, second: Asked
) -> None:
    changes = compared(atlas, first, second, EXTENTS)
    transfers = transfers_of(changes)
    placed = [place for one in transfers for place in one.places]
    assert sorted(one.place.id for one in placed) == sorted(one.place.id for one in changes)
    assert all(
        (one.loser, one.winner) == (t.loser, t.winner) for t in transfers for one in t.places
    )
    assert total(one.extent for one in transfers) == total(one.extent for one in changes)
