"""Which claims and events account for the difference between two answers."""

from datetime import timedelta

from geomap.domain.differences.changes import Asked, ChangedPlace, changed_places
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Event
from tests.claims import contests, day, holds, takes
from tests.comparing import answers, asked, compared, make_atlas
from tests.events import make_event, make_place

HIT = make_place("place")
ANBAR = make_place("anbar", kind="governorate")
BEFORE = holds("army", "2013-01-01", id="before", source_id="ministry")


def difference(
    first: Asked, second: Asked, claims: list[Claim], events: tuple[Event, ...] = ()
) -> ChangedPlace:
    (change,) = compared(make_atlas([HIT, ANBAR], claims, events), first, second)
    return change


def told(change: ChangedPlace) -> dict[str, tuple[str, str]]:
    """By claim: who hears it, and whose answer rests on it."""
    return {
        one.claim.id: (" ".join(one.heard_by), " ".join(one.evidence_of)) for one in change.claims
    }


def events(change: ChangedPlace) -> list[str]:
    return [event.id for event in change.events]


# ---------------------------------------------------------------------------------- two days


def test_two_days_are_told_apart_by_the_claims_between_them() -> None:
    claims = [BEFORE, takes("is", "2014-10-02", id="falls"), holds("is", "2014-12-01", id="later")]
    change = difference(asked("2014-10-01"), asked("2014-10-31"), claims)
    assert told(change) == {"falls": ("to", "to")}


def test_every_passing_between_two_days_is_named_in_order() -> None:
    claims = [
        BEFORE,
        contests("2014-10-02", id="fight"),
        takes("is", "2014-10-04", id="falls"),
        takes("army", "2014-10-20", id="back"),
        takes("is", "2014-10-25", id="falls again"),
    ]
    change = difference(asked("2014-10-01"), asked("2014-10-31"), claims)
    assert list(told(change)) == ["fight", "falls", "back", "falls again"]
    assert told(change)["falls again"] == ("to", "to")
    assert told(change)["falls"] == ("to", "")


def test_a_change_that_began_before_and_settled_between_accounts_for_it() -> None:
    claims = [BEFORE, takes("is", "2014-10", id="some day of October")]
    change = difference(asked("2014-10-15"), asked("2014-10-31"), claims)
    assert told(change) == {"some day of October": ("from to", "from to")}


def test_the_order_of_the_days_does_not_matter_to_what_lies_between() -> None:
    claims = [BEFORE, takes("is", "2014-10-02", id="falls")]
    change = difference(asked("2014-10-31"), asked("2014-10-01"), claims)
    assert told(change) == {"falls": ("from", "from")}


def test_a_claim_on_the_area_accounts_for_the_places_in_it() -> None:
    claims = [
        holds("army", "2013-01-01", place_id="anbar"),
        takes("is", "2014-10-02", id="anbar falls", place_id="anbar"),
    ]
    change = difference(asked("2014-10-01"), asked("2014-10-31"), claims)
    assert (change.place, told(change)) == (HIT, {"anbar falls": ("to", "to")})


def test_the_events_of_the_days_at_the_place_stand_beside_it() -> None:
    claims = [BEFORE, takes("is", "2014-10-02")]
    change = difference(
        asked("2014-10-01"),
        asked("2014-10-31"),
        claims,
        (
            make_event("battle", "2014-10-01", id="on the first day"),
            make_event("battle", "2014-09-20/2014-10-02", id="into the days"),
            make_event("battle", "2014-10-31", id="on the last day"),
            make_event("battle", "2014-11-01", id="after them"),
            make_event("battle", "2014-10-03", id="elsewhere", place_id="ana"),
        ),
    )
    assert events(change) == ["into the days", "on the last day"]


def test_an_event_without_a_place_is_linked_by_the_report_of_a_claim() -> None:
    claims = [BEFORE, takes("is", "2014-10-02", report_id="news")]
    change = difference(
        asked("2014-10-01"),
        asked("2014-10-31"),
        claims,
        (
            make_event(
                "offensive", "2014-10-01/2014-10-03", id="told", place_id=None, report_id="news"
            ),
            make_event("offensive", "2014-10-02", id="other", place_id=None, report_id="else"),
            make_event("offensive", "2014-10-02", id="without", place_id=None),
            make_event("offensive", "2015-10-02", id="later", place_id=None, report_id="news"),
        ),
    )
    assert events(change) == ["told"]


# ------------------------------------------------------------------------ two knowledge days


def test_two_knowledge_days_are_told_apart_by_what_became_known_between() -> None:
    claims = [
        BEFORE,
        takes("is", "2014-10-02", id="at once", known=day("2014-10-02")),
        takes("army", "2014-10-05", id="late", known=day("2014-12-01")),
        takes("is", "2014-10-06", id="too late", known=day("2015-12-01")),
    ]
    change = difference(
        asked("2014-10-31", "2014-10-31"), asked("2014-10-31", "2015-01-01"), claims
    )
    assert told(change) == {"late": ("to", "to")}


def test_a_late_taking_accounts_for_a_dispute_that_it_ended_without_being_evidence() -> None:
    claims = [
        holds("is", "2014-10-03", id="monitor", source_id="monitor"),
        holds("army", "2014-10-10", id="agency", source_id="agency"),
        takes("army", "2014-10-05", id="late", source_id="agency", known=day("2014-12-01")),
    ]
    change = difference(asked("2014-10-31", "2014-10-31"), asked("2014-10-31"), claims)
    assert told(change) == {"late": ("to", "")}


def test_what_became_known_but_was_history_already_accounts_for_nothing() -> None:
    claims = [
        BEFORE,
        takes("is", "2014-10-02", id="falls", known=day("2014-12-01")),
        holds("army", "2014-06-01", id="seen in June", known=day("2014-12-01")),
    ]
    change = difference(asked("2014-10-31", "2014-10-31"), asked("2014-10-31"), claims)
    assert told(change) == {"falls": ("to", "to")}


def test_events_that_became_known_between_stand_beside_it() -> None:
    late = day("2014-12-01")
    change = difference(
        asked("2014-10-31", "2014-10-31"),
        asked("2014-10-31"),
        [BEFORE, takes("is", "2014-10-02", known=late)],
        (
            make_event("battle", "2014-10-02", id="late", known=late),
            make_event("battle", "2014-10-01", id="at once"),
            make_event("battle", "2014-11-01", id="later battle", known=late),
        ),
    )
    assert events(change) == ["late"]


# ------------------------------------------------------------------------ two rules or sources


def test_two_sources_are_told_apart_by_what_only_one_of_them_says() -> None:
    claims = [
        holds("is", "2019-02-16", id="commander", source_id="commander"),
        takes("sdf", "2019-02-16", id="sohr", source_id="sohr"),
    ]
    ends = [
        asked("2019-02-17", rule=Rule(sources=frozenset({one}))) for one in ("sohr", "commander")
    ]
    change = difference(ends[0], ends[1], claims)
    assert told(change) == {"commander": ("to", "to"), "sohr": ("from", "from")}


def test_two_windows_are_told_apart_by_the_claims_that_drop_out() -> None:
    claims = [
        holds("is", "2014-10-01", id="old", source_id="a"),
        holds("army", "2014-10-20", id="new", source_id="b"),
    ]
    wide = Rule(dispute_window=timedelta(days=30))
    change = difference(asked("2014-10-31"), asked("2014-10-31", rule=wide), claims)
    assert told(change) == {"old": ("from to", "to")}


def test_events_do_not_account_for_two_rules() -> None:
    claims = [
        holds("is", "2019-02-16", source_id="commander"),
        takes("sdf", "2019-02-16", source_id="sohr"),
    ]
    only = asked("2019-02-17", rule=Rule(sources=frozenset({"sohr"})))
    change = difference(only, asked("2019-02-17"), claims, (make_event("battle", "2019-02-16"),))
    assert events(change) == []


def test_an_edit_shows_both_versions_of_a_claim() -> None:
    old = make_atlas([HIT], [takes("is", "2014-10-02", id="one")])
    new = make_atlas([HIT], [takes("army", "2014-10-02", id="one")])
    first, second = asked("2014-10-31", revision=1), asked("2014-10-31", revision=2)
    (change,) = changed_places([HIT], (answers(old, first), answers(new, second)), {})
    assert [(one.claim.holder, one.heard_by) for one in change.claims] == [
        ("is", ("from",)),
        ("army", ("to",)),
    ]
