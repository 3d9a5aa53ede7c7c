"""Proposals over HTTP: kept without changing an answer, until an editor decides."""

import threading
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from geomap.domain.rights import Right
from tests.writing import TAKING, holder_of_raqqa, token_for

PROPOSALS = "/api/proposals"
WITHOUT_ID = {part: value for part, value in TAKING.items() if part != "id"}


@pytest.fixture
def proposer(client: FlaskClient) -> dict[str, str]:
    return token_for(client.application, "A reader", Right.PROPOSE)


@pytest.fixture
def editor(client: FlaskClient) -> dict[str, str]:
    return token_for(client.application)


def proposed(
    client: FlaskClient, by: dict[str, str], statement: Any = TAKING, **parts: Any
) -> TestResponse:
    body = {"kind": "claim", "statement": statement} | parts
    return client.post(f"{PROPOSALS}?note=I+read+it", json=body, headers=by)


def decide(client: FlaskClient, by: dict[str, str], what: str, **sent: Any) -> TestResponse:
    return client.post(f"{PROPOSALS}/1/{what}?note=Checked", headers=by, **sent)


def detail(answer: TestResponse, status: int) -> str:
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    text: str = answer.get_json()["detail"]
    return text


def test_a_proposal_is_kept_and_changes_no_answer(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    before = client.get("/api/timeline").headers["ETag"]
    answer = proposed(client, proposer, span=[10, 31])
    assert (answer.status_code, answer.headers["Location"]) == (201, f"{PROPOSALS}/1")
    kept = client.get(f"{PROPOSALS}/1", headers=proposer).get_json()
    assert kept == answer.get_json()
    assert (kept["state"], kept["proposer"], kept["note"]) == ("proposed", "A reader", "I read it")
    assert (kept["statement"], kept["span"], kept["decision"]) == (TAKING, [10, 31], None)
    assert client.get("/api/timeline").headers["ETag"] == before


def test_a_proposal_without_an_id_is_given_one(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    kept = proposed(client, proposer, WITHOUT_ID).get_json()["statement"]
    assert kept.pop("id").startswith("proposed-")
    assert kept == WITHOUT_ID


def test_an_accepted_proposal_is_a_revision(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    proposed(client, proposer)
    answer = decide(client, editor, "accept")
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"r2"')
    assert client.get(answer.headers["Location"]).get_json() == TAKING
    assert holder_of_raqqa(client) == "south"
    kept = client.get(f"{PROPOSALS}/1", headers=proposer).get_json()
    decision = kept["decision"]
    assert (kept["state"], decision["by"], decision["reason"], decision["revision"]) == (
        "accepted",
        "Amira",
        "Checked",
        2,
    )


def test_an_editor_corrects_while_accepting(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    proposed(client, proposer, WITHOUT_ID)
    answer = decide(client, editor, "accept", json=WITHOUT_ID | {"holder": "north"})
    assert answer.get_json()["holder"] == "north"
    kept = client.get(f"{PROPOSALS}/1", headers=proposer).get_json()
    assert kept["statement"]["holder"] == "south"


def test_a_rejected_proposal_keeps_the_reason(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    proposed(client, proposer)
    kept = decide(client, editor, "reject").get_json()
    assert (kept["state"], kept["decision"]["reason"]) == ("rejected", "Checked")
    assert client.get("/health").get_json()["revision"] == 1


@pytest.mark.parametrize("first", ["accept", "reject"])
@pytest.mark.parametrize("second", ["accept", "reject"])
def test_a_decision_is_made_once(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str], first: str, second: str
) -> None:
    proposed(client, proposer)
    assert decide(client, editor, first).status_code in {200, 201}
    assert f"Proposal 1 was {first}ed by Amira before" in detail(
        decide(client, editor, second), 409
    )


def test_of_two_who_decide_at_once_one_is_told(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    proposed(client, proposer)
    start = threading.Barrier(4)
    told: list[int] = []

    def carry_out(what: str) -> None:
        mine = client.application.test_client()
        start.wait()
        told.append(decide(mine, editor, what).status_code)

    threads = [
        threading.Thread(target=carry_out, args=(what,)) for what in ("accept", "reject") * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told)[1:] == [409, 409, 409]
    assert min(told) in {200, 201}


def test_a_request_sent_twice_is_one_proposal(
    client: FlaskClient, proposer: dict[str, str]
) -> None:
    key = proposer | {"Idempotency-Key": "a1"}
    first, again = proposed(client, key, WITHOUT_ID), proposed(client, key, WITHOUT_ID)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.get_json() == first.get_json()


def test_a_key_stands_for_one_request_of_one_proposer(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    proposed(client, proposer | {"Idempotency-Key": "a1"}, WITHOUT_ID)
    other = proposed(client, proposer | {"Idempotency-Key": "a1"}, TAKING)
    assert "belongs to proposal 1" in detail(other, 409)
    theirs = proposed(client, editor | {"Idempotency-Key": "a1"}, WITHOUT_ID)
    assert theirs.get_json()["number"] == 2


@pytest.mark.parametrize("key", ["", "a b", "x" * 201, "é"])
def test_a_key_that_is_none_is_refused(
    client: FlaskClient, proposer: dict[str, str], key: str
) -> None:
    answer = proposed(client, proposer | {"Idempotency-Key": key})
    assert "Idempotency-Key" in detail(answer, 400)


def test_proposals_are_listed_page_by_page(
    client: FlaskClient, proposer: dict[str, str], editor: dict[str, str]
) -> None:
    for _ in range(5):
        proposed(client, proposer, WITHOUT_ID)
    decide(client, editor, "reject")
    path, pages = f"{PROPOSALS}?limit=2", []
    while path:
        page = client.get(path, headers=proposer).get_json()
        pages.append([one["number"] for one in page["proposals"]])
        path = page["next"]
    assert pages == [[2, 3], [4, 5]]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [2]),
        ("?state=any", [1, 2]),
        ("?state=rejected", [1]),
        ("?state=accepted", []),
        ("?kind=event&state=any", []),
        ("?kind=claim", [2]),
        ("?report=agency-june&state=any", [1]),
        ("?after=1", [2]),
    ],
)
def test_proposals_are_found_by_what_they_are(
    client: FlaskClient,
    proposer: dict[str, str],
    editor: dict[str, str],
    query: str,
    numbers: list[int],
) -> None:
    proposed(client, proposer, WITHOUT_ID | {"report": "agency-june"})
    proposed(client, proposer, WITHOUT_ID)
    decide(client, editor, "reject")
    found = client.get(PROPOSALS + query, headers=proposer).get_json()["proposals"]
    assert [one["number"] for one in found] == numbers


@pytest.mark.parametrize("path", [PROPOSALS, f"{PROPOSALS}/1"])
def test_proposals_are_for_those_with_a_token(
    client: FlaskClient, proposer: dict[str, str], path: str
) -> None:
    proposed(client, proposer)
    assert client.get(path).status_code == 401
    read = client.get(path, headers=proposer)
    assert (read.headers["Cache-Control"], "Authorization" in read.headers["Vary"]) == (
        "no-store",
        True,
    )


@pytest.mark.parametrize("what", ["accept", "reject"])
def test_who_may_only_propose_cannot_decide(
    client: FlaskClient, proposer: dict[str, str], what: str
) -> None:
    proposed(client, proposer)
    detail(decide(client, proposer, what), 403)
    assert client.post(f"{PROPOSALS}/1/{what}?note=x").status_code == 401


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ({}, "kind: is none of claim, event, figure."),
        ({"kind": ["claim"], "statement": TAKING}, "kind: is none of"),
        ({"kind": "claim"}, "statement: is not a JSON object"),
        ({"kind": "claim", "statement": TAKING, "state": "accepted"}, "state: there is no such"),
        ({"kind": "claim", "statement": TAKING | {"holder": "x"}}, "holder: the atlas has no"),
        ({"kind": "claim", "statement": TAKING | {"id": "A b"}}, "id: 'A b' is not an id"),
        ({"kind": "event", "statement": TAKING}, "there is no such part here"),
        ({"kind": "claim", "statement": TAKING, "span": [5]}, "span: is not [start, end]"),
        ({"kind": "claim", "statement": TAKING, "span": [5, 5]}, "span: is not [start, end]"),
        ({"kind": "claim", "statement": TAKING, "span": [-1, 5]}, "span: is not [start, end]"),
        ({"kind": "claim", "statement": TAKING, "span": [0, True]}, "span: is not [start, end]"),
        ({"kind": "claim", "statement": TAKING, "span": [0, 10**9]}, "span: ends beyond"),
    ],
)
def test_what_could_not_be_accepted_is_refused_at_once(
    client: FlaskClient, proposer: dict[str, str], body: Any, sentence: str
) -> None:
    answer = client.post(PROPOSALS, json=body, headers=proposer)
    assert sentence in detail(answer, 400)


def test_an_id_that_is_taken_is_refused(client: FlaskClient, proposer: dict[str, str]) -> None:
    answer = proposed(client, proposer, TAKING | {"id": "raqqa-falls"})
    assert "already a claim with the id raqqa-falls" in detail(answer, 409)


@pytest.mark.parametrize("what", ["", "/accept", "/reject"])
def test_a_proposal_that_is_none_cannot_be_found(
    client: FlaskClient, editor: dict[str, str], what: str
) -> None:
    path = f"{PROPOSALS}/7{what}"
    answer = (
        client.post(f"{path}?note=x", headers=editor) if what else client.get(path, headers=editor)
    )
    assert detail(answer, 404) == "There is no proposal 7."
