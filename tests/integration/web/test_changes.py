"""/api/changes: every statement that a revision brought, edited or took back, told once."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.factories import claim, claims, event
from tests.writing import NEW, PATH, TAKING, token_for

Load = Callable[..., Loaded]
Document = dict[str, Any]
TOLD_FIRST = 12 + 3 + 2


def changes(client: FlaskClient, query: str = "") -> Document:
    answer = client.get(f"/api/changes{query}")
    assert answer.status_code == 200
    document: Document = answer.get_json()
    return document


def told(document: Document) -> list[tuple[int, str, str]]:
    return [(one["revision"], one["what"], one["id"]) for one in document["changes"]]


@pytest.fixture
def written(client: FlaskClient) -> FlaskClient:
    """A client of a service where a claim was accepted, edited and withdrawn."""
    editor = token_for(client.application)
    client.put(PATH, json=TAKING, headers=editor | NEW)
    client.patch(PATH, json={"holder": "north"}, headers=editor | {"If-Match": '"r2"'})
    client.delete(PATH, headers=editor | {"If-Match": '"r3"'})
    return client


def test_an_atlas_begins_with_every_statement_of_its_folder(client: FlaskClient) -> None:
    document = changes(client)
    assert (document["revision"], document["next"]) == (1, None)
    assert len(document["changes"]) == TOLD_FIRST
    assert {one["what"] for one in document["changes"]} == {"insertion"}
    assert {one["kind"] for one in document["changes"]} == {"claim", "event", "figure"}


def test_a_change_tells_what_was_before_and_after(written: FlaskClient) -> None:
    inserted, edited, withdrawn = changes(written, "?since=1")["changes"]
    assert [one["what"] for one in (inserted, edited, withdrawn)] == [
        "insertion",
        "edit",
        "withdrawal",
    ]
    north = TAKING | {"holder": "north"}
    assert (inserted["before"], inserted["after"]) == (None, TAKING)
    assert (edited["before"], edited["after"]) == (TAKING, north)
    assert (withdrawn["before"], withdrawn["after"]) == (north, None)


def test_a_change_tells_who_made_it_and_why(written: FlaskClient) -> None:
    edited = changes(written, "?since=2")["changes"][0]
    assert (edited["author"], edited["note"]) == ("Amira", "It was in the papers")
    assert edited["at"].endswith("+00:00")


@pytest.mark.parametrize(("since", "revisions"), [(1, [2, 3, 4]), (2, [3, 4]), (3, [4]), (4, [])])
def test_only_what_came_after_a_revision_is_told(
    written: FlaskClient, since: int, revisions: list[int]
) -> None:
    assert [one["revision"] for one in changes(written, f"?since={since}")["changes"]] == revisions


@pytest.mark.parametrize("limit", [1, 2, 7, 19, 20, 1000])
def test_pages_tell_everything_once_and_in_order(written: FlaskClient, limit: int) -> None:
    whole = told(changes(written, "?limit=1000"))
    path: str | None = f"?limit={limit}"
    pages: list[tuple[int, str, str]] = []
    while path:
        document = changes(written, path)
        assert 0 < len(document["changes"]) <= limit
        pages += told(document)
        path = document["next"] and document["next"].removeprefix("/api/changes")
    assert pages == whole
    assert len(whole) == TOLD_FIRST + 3


def test_one_load_is_one_revision_with_all_that_it_did(client: FlaskClient, load: Load) -> None:
    kept = claims()[:-2]
    load(claims=[*kept, claim(id="hit-before", holder="south"), claim(id="new")], events=[event()])
    assert sorted(told(changes(client, "?since=1"))) == [
        (2, "edit", "hit-before"),
        (2, "insertion", "new"),
        (2, "withdrawal", "hit-falls"),
        (2, "withdrawal", "mosul-speech"),
        (2, "withdrawal", "talks"),
    ]


def test_following_makes_the_statements_as_they_are(written: FlaskClient, load: Load) -> None:
    load(claims=[*claims()[1:], claim(id="again", summary="Anew.")])
    kept: dict[tuple[str, str], Document] = {}
    for one in changes(written, "?limit=1000")["changes"]:
        key = one["kind"], one["id"]
        assert kept.get(key) == one["before"]
        if one["after"] is None:
            del kept[key]
        else:
            kept[key] = one["after"]
    for (kind, name), document in kept.items():
        assert written.get(f"/api/statements/{kind}s/{name}").get_json() == document
    assert ("claim", "raqqa-before") not in kept


def test_what_is_written_while_pages_are_read_comes_at_the_end(written: FlaskClient) -> None:
    first = changes(written, "?limit=10&since=0")
    written.put(PATH, json=TAKING, headers=token_for(written.application, "Bo") | NEW)
    following = first["next"].removeprefix("/api/changes").replace("limit=10", "limit=1000")
    rest = changes(written, following)
    assert told(rest)[-1] == (5, "insertion", "raqqa-again")
    assert len(rest["changes"]) == TOLD_FIRST + 3 + 1 - 10


def test_who_followed_another_database_is_told_to_begin_again(client: FlaskClient) -> None:
    history = changes(client)["history"]
    assert changes(client, f"?since=1&history={history}")["changes"] == []
    for query in ("?since=2", "?since=1&history=0123456789ab", "?after=2.0.1"):
        refused = client.get(f"/api/changes{query}")
        assert (refused.status_code, refused.mimetype) == (410, "application/problem+json")
        assert "begin again with since=0." in refused.get_json()["detail"]


@pytest.mark.parametrize(
    "query",
    [
        "since=-1",
        "since=x",
        "limit=0",
        "limit=1001",
        "after=x",
        "after=1.2",
        "after=1.2.3.4",
        "f=x",
    ],
)
def test_what_cannot_be_read_is_refused(client: FlaskClient, query: str) -> None:
    refused = client.get(f"/api/changes?{query}")
    assert (refused.status_code, refused.mimetype) == (400, "application/problem+json")


def test_nothing_new_costs_nothing(written: FlaskClient) -> None:
    tag = written.get("/api/changes?since=4").headers["ETag"]
    again = written.get("/api/changes?since=4", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    written.put(PATH, json=TAKING, headers=token_for(written.application, "Bo") | NEW)
    assert written.get("/api/changes?since=4", headers={"If-None-Match": tag}).status_code == 200


def test_an_empty_database_has_nothing_to_follow(empty_client: FlaskClient) -> None:
    assert empty_client.get("/api/changes").status_code == 404
