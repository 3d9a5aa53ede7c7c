"""What is counted of places, actors and governorates within a window."""

import pytest

from geomap.domain.control import Status
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Event, Place
from geomap.domain.statistics.tallies import (
    Change,
    PlaceStatistics,
    Spell,
    actor_statistics,
    area_statistics,
    longest_of,
    place_statistics,
)
from geomap.domain.timeline import periods_of
from geomap.domain.windows import Window
from geomap.errors import InvalidInput
from tests.claims import contests, day, holds, loses, takes
from tests.events import make_event, make_place

YEAR = Window(day("2014-01-01"), day("2015-01-01"))


def counted(
    *claims: Claim,
    window: Window = YEAR,
    place: Place | None = None,
    events: tuple[Event, ...] = (),
) -> PlaceStatistics:
    at = place or make_place()
    return place_statistics(at, periods_of(at.id, claims, Rule()), events, window)


def statuses(one: PlaceStatistics) -> dict[str, int]:
    return {status.value: days for status, days in one.days.items() if days}


# -------------------------------------------------------------------------------- the window


def test_a_window_without_a_day_is_refused() -> None:
    with pytest.raises(InvalidInput, match="give an end after the start"):
        Window(day("2014-01-01"), day("2014-01-01"))


def test_the_end_of_a_window_is_no_day_of_it() -> None:
    assert YEAR.days == 365
    assert (YEAR.contains(day("2014-12-31")), YEAR.contains(day("2015-01-01"))) == (True, False)


# ------------------------------------------------------------------------------- of one place


def test_a_place_of_which_nothing_is_claimed_is_unknown_throughout() -> None:
    assert statuses(counted()) == {"unknown": 365}


def test_days_before_the_first_claim_are_unknown() -> None:
    assert statuses(counted(holds("army", "2014-01-11"))) == {"unknown": 10, "held": 355}


def test_a_hand_over_day_counts_for_the_new_holder_alone() -> None:
    one = counted(holds("army", "2013-01-01"), takes("is", "2014-06-10"))
    assert (one.held_by("army"), one.held_by("is")) == (160, 205)


def test_an_open_end_is_cut_at_the_end_of_the_window() -> None:
    assert counted(takes("is", "2014-12-31")).spells == (
        Spell("place", "is", day("2014-12-31"), day("2015-01-01")),
    )


def test_fighting_dispute_and_loss_each_have_their_days() -> None:
    one = counted(
        holds("army", "2013-01-01"),
        contests("2014-02-01", loser="army"),
        takes("army", "2014-02-11"),
        takes("is", "2014-03-01"),
        holds("army", "2014-03-01"),
        takes("is", "2014-03-04"),
        loses("is", "2014-12-30"),
    )
    assert statuses(one) == {"held": 365 - 10 - 3 - 2, "contested": 10, "disputed": 3, "unknown": 2}


def test_days_between_the_bounds_of_a_change_are_uncertain() -> None:
    one = counted(holds("army", "2013-01-01"), takes("is", "2014-06"))
    assert (one.marks.uncertain, statuses(one)) == (29, {"held": 365})


@pytest.mark.parametrize(
    ("taken", "stale"), [("2012-01-01", 365), ("2012-01-02", 364), ("2012-12-31", 0)]
)
def test_days_on_which_the_holder_was_last_named_long_ago_are_stale(taken: str, stale: int) -> None:
    assert counted(takes("is", taken)).marks.stale == stale


def test_days_of_opposed_answers_are_counted() -> None:
    majority = [takes("is", "2014-12-01", source_id=name) for name in ("a", "b", "c")]
    one = counted(*majority, holds("army", "2014-12-01", source_id="d"))
    assert (one.marks.opposed, statuses(one)) == (31, {"unknown": 334, "held": 31})


def test_an_uncertain_day_does_not_break_a_spell() -> None:
    one = counted(holds("army", "2013-01-01"), takes("is", "2014-06"))
    assert [(spell.actor, spell.days) for spell in one.spells] == [("army", 180), ("is", 185)]


def test_fighting_breaks_a_spell() -> None:
    one = counted(holds("army", "2013-01-01"), contests("2014-02-01"), takes("army", "2014-02-11"))
    assert [spell.days for spell in one.spells] == [31, 324]
    assert longest_of(one.spells) == one.spells[1]


def test_fighting_after_which_the_same_holder_goes_on_is_no_change() -> None:
    one = counted(holds("army", "2013-01-01"), contests("2014-02-01"), takes("army", "2014-02-11"))
    assert one.changes == ()


def test_a_place_that_passes_over_through_fighting_changes_once() -> None:
    one = counted(holds("army", "2013-01-01"), contests("2014-02-01"), takes("is", "2014-02-11"))
    assert one.changes == (Change("place", day("2014-02-11"), "army", "is"),)


def test_the_first_holder_that_is_known_is_no_change() -> None:
    assert counted(takes("is", "2014-06-10")).changes == ()


@pytest.mark.parametrize(
    ("taken", "changes"),
    [
        pytest.param("2013-12-31", 0, id="the day before the window"),
        pytest.param("2014-01-01", 1, id="its first day"),
        pytest.param("2014-12-31", 1, id="its last day"),
        pytest.param("2015-01-01", 0, id="the day after it"),
    ],
)
def test_a_change_counts_on_its_day(taken: str, changes: int) -> None:
    assert len(counted(holds("army", "2013-01-01"), takes("is", taken)).changes) == changes


def test_besieged_days_are_those_within_the_window() -> None:
    siege = make_event("siege", "2013-12-01/2014-01-10")
    one = counted(holds("army", "2013-01-01"), events=(siege,))
    assert (len(one.sieges), one.siege_days) == (1, 10)


# -------------------------------------------------------------------------------- of an actor


def test_an_actor_is_counted_over_all_places() -> None:
    first, second = make_place("hit", population=100), make_place("ana")
    places = [
        counted(holds("army", "2013-01-01"), takes("is", "2014-06-10"), place=first),
        counted(holds("is", "2013-01-01"), takes("army", "2014-01-03"), place=second),
    ]
    army, iraq = actor_statistics(places)
    assert (army.actor, iraq.actor) == ("army", "is")
    assert (army.place_days, iraq.place_days) == (160 + 363, 205 + 2)
    assert (army.gains, army.losses, iraq.gains, iraq.losses) == (1, 1, 1, 1)
    assert (army.population_days, iraq.population_days) == (16_000, 20_500)
    assert iraq.longest == Spell("hit", "is", day("2014-06-10"), day("2015-01-01"))
    assert [place.id for place in iraq.places] == ["hit", "ana"]


def test_an_actor_that_only_lost_on_the_first_day_is_counted_too() -> None:
    army, _is = actor_statistics([counted(holds("army", "2013-01-01"), takes("is", "2014-01-01"))])
    assert (army.places, army.place_days, army.longest, army.losses) == ((), 0, None, 1)


def test_of_equal_spells_the_earliest_is_the_longest() -> None:
    early = Spell("b", "is", day("2014-01-01"), day("2014-01-03"))
    late = Spell("a", "is", day("2014-02-01"), day("2014-02-03"))
    assert longest_of([late, early]) == early
    assert longest_of([]) is None


# --------------------------------------------------------------------------- of a governorate


def test_a_country_comes_before_its_governorates() -> None:
    codes = [("hit", "IQ", "01"), ("raqqa", "SY", "04"), ("sur", "SY", "04"), ("sea", "SY", "")]
    places = [
        counted(place=make_place(name, country=country, admin1=admin1))
        for name, country, admin1 in codes
    ]
    areas = [(one.country, one.admin1, len(one.places)) for one in area_statistics(places)]
    assert areas == [("IQ", "", 1), ("IQ", "01", 1), ("SY", "", 3), ("SY", "04", 2)]


def test_a_governorate_adds_up_its_places() -> None:
    first = counted(holds("army", "2013-01-01"), takes("is", "2014-06-10"), place=make_place("a"))
    second = counted(holds("is", "2014-12-31"), place=make_place("b"))
    whole, part = area_statistics([first, second])
    assert whole.places == part.places
    assert part.days[Status.HELD] == 366
    assert part.days[Status.UNKNOWN] == 364
    assert part.held_by() == {"army": 160, "is": 206}
    assert [change.place_id for change in part.changes] == ["a"]
