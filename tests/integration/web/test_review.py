"""Reviewing over HTTP: what waits, what a decision would change, merging, undoing, names."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from geomap.domain.rights import Right
from tests.writing import TAKING, holder_of_raqqa, token_for

PROPOSALS = "/api/proposals"
BATTLE: dict[str, Any] = {
    "place_id": "geonames:172955",
    "when": "2014-06-11",
    "source": "monitor",
    "report": "agency-june",
    "known": "2014-06-12",
    "credibility": 2,
    "summary": "The monitor reports fighting.",
    "quote": "Shots were heard in Raqqa all day.",
    "kind": "battle",
    "actors": ["north", "south"],
    "title": "Shots in Raqqa",
}
READ = TAKING | {"report": "agency-june", "quote": "The South is back in Rakka."}


@pytest.fixture
def editor(client: FlaskClient) -> dict[str, str]:
    return token_for(client.application)


@pytest.fixture
def proposer(client: FlaskClient) -> dict[str, str]:
    return token_for(client.application, "A reader", Right.PROPOSE)


def proposed(
    client: FlaskClient, by: dict[str, str], statement: Any = READ, kind: str = "claim"
) -> int:
    body = {"kind": kind, "statement": statement}
    answer = client.post(PROPOSALS, json=body, headers=by)
    assert answer.status_code == 201, answer.text
    number: int = answer.get_json()["number"]
    return number


def act(client: FlaskClient, by: dict[str, str], number: int, what: str, **sent: Any) -> Any:
    return client.post(f"{PROPOSALS}/{number}/{what}", headers=by, **sent)


def detail(answer: TestResponse, status: int) -> str:
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    text: str = answer.get_json()["detail"]
    return text


def queue(client: FlaskClient, by: dict[str, str], query: str = "") -> list[Any]:
    reports: list[Any] = client.get(f"/api/reports{query}", headers=by).get_json()["reports"]
    return reports


def test_the_queue_counts_what_waits_in_each_report(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    first = proposed(client, editor)
    proposed(client, editor, BATTLE, "event")
    proposed(client, editor, TAKING | {"id": "other"})
    act(client, editor, first, "reject?note=Wrong")
    shown = [(one["id"], one["waiting"], one["decided"]) for one in queue(client, editor)]
    assert shown == [("agency-june", 1, 1), (None, 1, 0)]
    assert queue(client, editor)[0]["report"]["title"] == "The town falls"


def test_a_report_that_is_done_leaves_the_queue(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    number = proposed(client, editor)
    act(client, editor, number, "reject?note=Wrong")
    assert queue(client, editor) == []
    assert [one["id"] for one in queue(client, editor, "?state=any")] == ["agency-june"]


def test_the_queue_has_pages(client: FlaskClient, editor: dict[str, str]) -> None:
    proposed(client, editor)
    proposed(client, editor, TAKING | {"id": "other"})
    page = client.get("/api/reports?limit=1", headers=editor).get_json()
    assert [one["id"] for one in page["reports"]] == ["agency-june"]
    rest = client.get(f"/api/reports?after={page['next']}", headers=editor).get_json()
    assert ([one["id"] for one in rest["reports"]], rest["next"]) == ([None], None)


def test_a_report_comes_with_its_proposals_places_and_sources(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    number = proposed(client, editor)
    shown = client.get("/api/reports/agency-june", headers=editor).get_json()
    assert [one["number"] for one in shown["proposals"]] == [number]
    assert shown["places"]["geonames:172955"]["name"] == "Raqqa"
    assert shown["sources"]["agency"]["reliability"] == "B"
    assert shown["text"] is None
    alone = proposed(client, editor, TAKING | {"id": "other"})
    without = client.get("/api/reports/-", headers=editor).get_json()
    assert ([one["number"] for one in without["proposals"]], without["report"]) == ([alone], None)


def test_a_report_that_there_is_not_is_not_found(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    assert "no report with the id 'none'" in detail(
        client.get("/api/reports/none", headers=editor), 404
    )


def test_a_preview_says_what_would_change_and_changes_nothing(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    number = proposed(client, proposer)
    shown = act(client, proposer, number, "preview").get_json()
    (change,) = shown["changes"]
    assert (shown["day"], change["place"]["name"], change["fresh"]) == (
        "2016-12-30",
        "Raqqa",
        False,
    )
    assert (change["before"]["holder"], change["after"]["holder"]) == ("north", "south")
    assert [one["holder"] for one in change["periods"]][-1] == "south"
    assert holder_of_raqqa(client) == "north"


def test_a_preview_of_a_correction_shows_the_correction(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    number = proposed(client, proposer)
    correction = READ | {"holder": "north"}
    shown = act(client, proposer, number, "preview", json=correction).get_json()
    assert [one["after"]["holder"] for one in shown["changes"]] in ([], ["north"])


def test_what_could_not_be_accepted_is_told_by_the_preview(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    number = proposed(client, proposer)
    answer = act(client, proposer, number, "preview", json=READ | {"when": "someday"})
    assert detail(answer, 400).startswith("when: ")


def test_an_event_changes_no_map(client: FlaskClient, proposer: dict[str, str]) -> None:
    number = proposed(client, proposer, BATTLE, "event")
    shown = act(client, proposer, number, "preview").get_json()
    assert (shown["changes"], shown["place"]["name"]) == ([], "Raqqa")


def test_a_corrected_name_is_offered_to_be_taught(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    statement = READ | {"holder": "north", "quote": "North holds Raqqa."}
    number = proposed(client, proposer, statement)
    shown = act(client, proposer, number, "preview", json=statement | {"holder": "south"})
    assert shown.get_json()["names"] == [{"name": "North", "means": "actor", "key": "south"}]
    moved = act(client, proposer, number, "preview", json=statement | {"place_id": "test:hit"})
    assert moved.get_json()["names"] == [{"name": "Raqqa", "means": "place", "key": "test:hit"}]


def test_roles_that_were_mixed_up_teach_no_name(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    statement = READ | {"holder": "north", "quote": "South took Raqqa from North."}
    number = proposed(client, proposer, statement)
    shown = act(client, proposer, number, "preview", json=statement | {"holder": "south"})
    assert shown.get_json()["names"] == []


def test_events_alike_are_those_of_the_place_and_the_week(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    near = proposed(client, proposer, BATTLE, "event")
    later = BATTLE | {"when": "2014-08-01", "known": "2014-08-02"}
    far = proposed(client, proposer, later, "event")
    claim = proposed(client, proposer)
    found = [
        [
            one["id"]
            for one in client.get(f"{PROPOSALS}/{n}/alike", headers=proposer).get_json()["events"]
        ]
        for n in (near, far, claim)
    ]
    assert found == [["raqqa-battle"], [], []]


def test_a_merged_event_cites_the_report_and_stays_as_it_is(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    number = proposed(client, editor, BATTLE, "event")
    before = client.get("/api/statements/events/raqqa-battle").get_json()
    merged = act(client, editor, number, "merge?into=raqqa-battle&note=The+same").get_json()
    assert (merged["state"], merged["decision"]["merged"], merged["decision"]["statement"]) == (
        "accepted",
        True,
        "raqqa-battle",
    )
    assert client.get("/api/statements/events/raqqa-battle").get_json() == before
    cited = client.get("/api/events/raqqa-battle/citations").get_json()["citations"]
    assert [(one["source"], one["quote"]) for one in cited] == [("monitor", BATTLE["quote"])]
    assert client.get("/health").get_json()["revision"] == merged["decision"]["revision"] == 2
    record = client.get("/api/places/geonames:172955/record").get_json()
    (battle,) = (one for one in record["events"]["told"] if one["id"] == "raqqa-battle")
    assert [(one["source"], one["report"]) for one in battle["also"]] == [
        ("monitor", "agency-june")
    ]
    assert record["sources"]["monitor"]["name"] == "The Monitor"
    before_that = client.get("/api/places/geonames:172955/record?revision=1").get_json()
    assert all(one["also"] == [] for one in before_that["events"]["told"])
    act(client, editor, number, "undo?note=Not+the+same")
    assert client.get("/api/events/raqqa-battle/citations").get_json()["citations"] == []


@pytest.mark.parametrize(
    ("into", "status", "text"),
    [("into=none&", 404, "no event with the id 'none'"), ("", 400, "into: ")],
)
def test_it_is_merged_only_with_an_event_that_there_is(
    client: FlaskClient, editor: dict[str, str], into: str, status: int, text: str
) -> None:
    number = proposed(client, editor, BATTLE, "event")
    assert text in detail(act(client, editor, number, f"merge?{into}note=Same"), status)


def test_claims_are_not_merged(client: FlaskClient, editor: dict[str, str]) -> None:
    number = proposed(client, editor)
    answer = act(client, editor, number, "merge?into=raqqa-battle&note=Same")
    assert "only events can be merged" in detail(answer, 400)


def test_an_accepted_claim_can_be_undone_and_accepted_again(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    number = proposed(client, editor)
    act(client, editor, number, "accept?note=Checked")
    assert holder_of_raqqa(client) == "south"
    undone = act(client, editor, number, "undo?note=Too+soon").get_json()
    assert (undone["state"], undone["decision"], holder_of_raqqa(client)) == (
        "proposed",
        None,
        "north",
    )
    act(client, editor, number, "accept?note=Checked+again")
    assert holder_of_raqqa(client) == "south"
    steps = client.get(f"{PROPOSALS}/{number}/steps", headers=editor).get_json()["steps"]
    assert [(one["step"], one["reason"], one["revision"]) for one in steps] == [
        ("accepted", "Checked", 2),
        ("reopened", "Too soon", 3),
        ("accepted", "Checked again", 4),
    ]


def test_a_rejection_can_be_undone(client: FlaskClient, editor: dict[str, str]) -> None:
    number = proposed(client, editor)
    act(client, editor, number, "reject?note=Wrong")
    assert act(client, editor, number, "undo?note=Right").get_json()["state"] == "proposed"
    assert "nothing to undo" in detail(act(client, editor, number, "undo?note=Right"), 409)


def test_what_was_edited_since_is_not_undone(client: FlaskClient, editor: dict[str, str]) -> None:
    number = proposed(client, editor)
    tag = act(client, editor, number, "accept?note=Checked").headers["ETag"]
    client.patch(
        "/api/statements/claims/raqqa-again?note=Better",
        json={"credibility": 1},
        headers=editor | {"If-Match": tag},
    )
    assert "changed or withdrawn since" in detail(act(client, editor, number, "undo?note=No"), 409)


def taught(client: FlaskClient, by: dict[str, str], **parts: Any) -> TestResponse:
    body = {"name": "Rakka", "means": "place", "key": "geonames:172955"} | parts
    return client.post("/api/names", json=body, headers=by)


def test_a_name_is_taught_listed_replaced_and_forgotten(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    assert taught(client, editor).status_code == 201
    assert taught(client, editor, name="RAKKA", key="test:hit").status_code == 201
    taught(client, editor, name="Northerners", means="actor", key="north")
    names = client.get("/api/names", headers=editor).get_json()["names"]
    assert [(one["name"], one["means"], one["key"], one["by"]) for one in names] == [
        ("RAKKA", "place", "test:hit", "Amira"),
        ("Northerners", "actor", "north", "Amira"),
    ]
    assert client.delete("/api/names?name=rakka", headers=editor).status_code == 200
    assert "Nobody has taught 'rakka'" in detail(
        client.delete("/api/names?name=rakka", headers=editor), 404
    )


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"name": ""}, "name: "),
        ({"name": "x"}, "name: "),
        ({"name": " Rakka"}, "name: "),
        ({"name": "123"}, "name: "),
        ({"name": "Ra\u202ekka"}, "name: "),
        ({"name": "x" * 101}, "name: "),
        ({"name": 7}, "name: "),
        ({"means": "river"}, "means: "),
        ({"key": "none"}, "key: there is no place"),
        ({"means": "actor"}, "key: there is no actor"),
        ({"sure": True}, "sure: "),
    ],
)
def test_a_name_that_is_none_is_not_taught(
    client: FlaskClient, editor: dict[str, str], parts: dict[str, Any], text: str
) -> None:
    assert detail(taught(client, editor, **parts), 400).startswith(text)


def test_who_may_only_propose_decides_nothing(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    number = proposed(client, proposer, BATTLE, "event")
    for what in ("merge?into=raqqa-battle&note=Same", "undo?note=No"):
        assert act(client, proposer, number, what).status_code == 403
    assert taught(client, proposer).status_code == 403


def test_a_reviewer_is_told_who_they_are_and_which_rules_are_set(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    answer = client.get("/api/review", headers=editor)
    known = answer.get_json()
    assert (known["name"], known["may"], known["rules"]) == ("Amira", "edit", [])
    assert known["choices"]["measures"]["share_lost"] == ["percent"]
    assert answer.headers["Cache-Control"] == "no-store"
