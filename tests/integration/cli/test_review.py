"""`geomap review`: decided by number, or one by one; names and rules of an atlas."""

import io
from typing import Any

import pytest

from geomap.domain.proposals import Suggestion
from geomap.domain.rule import Rule
from geomap.services.proposals import propose
from geomap.services.writing import Writing
from geomap.storage.database import Database
from tests.commands import Outcome, Run
from tests.writing import TAKING

READ = TAKING | {"report": "agency-june", "quote": "The South is back in Raqqa."}
BATTLE = {
    "place_id": "geonames:172955",
    "when": "2014-06-11",
    "source": "monitor",
    "report": "agency-june",
    "known": "2014-06-12",
    "credibility": 2,
    "summary": "Shots were heard.",
    "quote": "Shots were heard in Raqqa all day.",
    "kind": "battle",
    "actors": ["north"],
    "title": "Shots in Raqqa",
}


@pytest.fixture
def waiting(database: Database) -> None:
    """Proposal 1, a claim, and proposal 2, an event."""
    for kind, statement in (("claim", READ), ("event", BATTLE)):
        with database.writing() as session:
            suggestion = Suggestion(kind, statement, "A reader", confidence=0.8)
            propose(session, suggestion, Writing("A reader", "", Rule(), lambda _key: None))


@pytest.fixture
def typed(geomap: Run, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Runs `geomap review` for somebody who types these lines."""

    def run(*lines: str) -> Outcome:
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
        return geomap("review", "--author", "Amira")

    return run


def holder(geomap: Run) -> str | None:
    """Who holds Raqqa after the day of the claim."""
    shown = geomap("control", "2017-01-01", "--json").document["features"]
    (raqqa,) = (one for one in shown if one["id"] == "geonames:172955")
    name: str | None = raqqa["properties"]["holder"]
    return name


@pytest.mark.usefixtures("waiting")
def test_what_waits_is_listed(geomap: Run) -> None:
    listed = geomap("review", "--list")
    assert (listed.code, "agency-june" in listed.out, "battle" in listed.out) == (0, True, True)
    assert [one["number"] for one in geomap("review", "--json").document] == [1, 2]
    assert geomap("review", "--list", "--report", "none").out.strip() == "Nothing waits."


@pytest.mark.usefixtures("waiting")
def test_proposals_are_decided_by_number(geomap: Run) -> None:
    assert geomap("review", "--accept", "1").out.strip() == "Proposal 1 is accepted by revision 2."
    assert holder(geomap) == "south"
    assert geomap("review", "--reject", "2", "--reason", "Old").out.strip() == (
        "Proposal 2 is rejected."
    )
    assert geomap("review", "--undo", "1", "--undo", "2").code == 0
    assert holder(geomap) == "north"
    merged = geomap("review", "--merge", "2", "raqqa-battle")
    assert merged.out.strip() == "Event raqqa-battle cites proposal 2 from revision 4 on."


@pytest.mark.usefixtures("waiting")
def test_a_decision_that_cannot_be_made_is_refused(geomap: Run) -> None:
    assert geomap("review", "--reject", "1").code == 2
    assert geomap("review", "--accept", "9").code == 1
    geomap("review", "--accept", "1")
    again = geomap("review", "--accept", "1")
    assert (again.code, "was accepted by" in again.err) == (1, True)


@pytest.mark.usefixtures("waiting")
def test_a_reviewer_walks_through_what_waits(geomap: Run, typed: Any) -> None:
    walked = typed("a", "", "r", "Told before.")
    assert walked.code == 0, walked.err
    assert "held: north → held: south" in walked.out
    assert walked.out.strip().endswith("2 decided; 0 still wait.")
    assert holder(geomap) == "south"


@pytest.mark.usefixtures("waiting")
def test_a_walk_can_be_left_and_a_decision_undone(geomap: Run, typed: Any) -> None:
    walked = typed("x", "a", "", "u", "q")
    assert "There is no 'x'" in walked.out
    assert "Proposal 1 waits again." in walked.out
    assert walked.out.strip().endswith("0 decided; 2 still wait.")
    assert holder(geomap) == "north"


@pytest.mark.usefixtures("waiting")
def test_what_is_corrected_in_a_walk_is_accepted_and_teaches_its_name(
    geomap: Run, typed: Any
) -> None:
    when, effect, holds, loses, credibility = "2016-12-29", "", "", "", ""
    walked = typed(
        *("c", "Nowhere at all", "Kobani", when, effect, holds, loses, credibility),
        *("y", "y", "", "q"),
    )
    assert walked.code == 0, walked.err
    assert "Read 'Raqqa' as test:kobani from now on?" in walked.out
    assert geomap("review", "names", "--json").document[0]["key"] == "test:kobani"
    assert holder(geomap) == "north"


@pytest.mark.usefixtures("waiting")
def test_a_correction_that_cannot_be_accepted_says_why(typed: Any) -> None:
    walked = typed("c", "", "someday", "", "", "", "", "q")
    assert "It cannot be accepted so: when:" in walked.out
    assert walked.out.strip().endswith("0 decided; 2 still wait.")


@pytest.mark.usefixtures("waiting")
def test_events_are_merged_in_a_walk(typed: Any) -> None:
    walked = typed("s", "m", "1", "")
    assert "Fighting in Raqqa" in walked.out
    assert walked.out.strip().endswith("1 decided; 1 still wait.")


def test_names_are_taught_listed_and_forgotten(geomap: Run) -> None:
    assert geomap("review", "names").out.strip() == "Nobody has taught a name yet."
    geomap("review", "names", "--teach", "Rakka", "--place", "geonames:172955")
    listed = geomap("review", "names", "--teach", "Northerners", "--actor", "north")
    assert ("Rakka" in listed.out, "Northerners" in listed.out) == (True, True)
    left = geomap("review", "names", "--forget", "RAKKA", "--json").document
    assert [one["name"] for one in left] == ["Northerners"]
    assert geomap("review", "names", "--forget", "Rakka").code == 1
    assert geomap("review", "names", "--teach", "Rakka").code == 2
    assert geomap("review", "names", "--teach", "Rakka", "--place", "none").code == 1


def test_rules_are_off_until_one_is_set(geomap: Run) -> None:
    assert geomap("review", "rules").out.strip() == "Off: a person decides on everything."
    least = ("--reliability", "B", "--confidence", "0.9")
    added = geomap("review", "rules", "--add", "claim", "--add", "event", *least)
    assert added.out.strip() == (
        "rule 1: claims and events from sources graded B or better, read with a confidence of at"
        " least 0.9"
    )
    assert geomap("review", "rules", "--drop", "1", "--json").document == []
    assert geomap("review", "rules", "--drop", "1").code == 1
    assert geomap("review", "rules", "--add", "claim").code == 2
