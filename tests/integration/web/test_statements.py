"""Statements over HTTP: who may write, under which condition, and what is refused."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from geomap.app import create_app
from geomap.domain.rights import Right
from geomap.services.tokens import revoke_token
from geomap.settings import Settings
from geomap.web.answers import Service
from geomap.web.writers import WRITES_A_MINUTE, WRONG_TOKENS_A_MINUTE
from tests.writing import NEW, PATH, TAKING, holder_of_raqqa, token_for

PLAIN = PATH.split("?")[0]
NEWSROOM = "https://newsroom.example"
METHODS = ["PUT", "PATCH", "DELETE"]


@pytest.fixture
def editor(client: FlaskClient) -> dict[str, str]:
    return token_for(client.application)


def accepted(client: FlaskClient, editor: dict[str, str], **parts: Any) -> TestResponse:
    return client.put(PATH, json=TAKING | parts, headers=editor | NEW)


def problem(answer: TestResponse, status: int) -> str:
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    detail: str = answer.get_json()["detail"]
    assert detail.endswith(".")
    return detail


# ------------------------------------------------------------ what writing does


def test_an_accepted_claim_changes_the_next_answer(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    assert holder_of_raqqa(client) == "north"
    answer = accepted(client, editor)
    assert (answer.status_code, answer.headers["ETag"]) == (201, '"r2"')
    assert answer.headers["Location"] == PLAIN
    assert answer.get_json() == TAKING
    assert holder_of_raqqa(client) == "south"


def test_what_was_written_can_be_read(client: FlaskClient, editor: dict[str, str]) -> None:
    accepted(client, editor)
    read = client.get(PLAIN)
    assert (read.get_json(), read.headers["ETag"]) == (TAKING, '"r2"')
    again = client.get(PLAIN, headers={"If-None-Match": '"r2"'})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize("path", ["claims/raqqa-falls", "events/talks", "figures/raqqa-fighters"])
def test_every_statement_can_be_sent_back_as_it_was_read(
    client: FlaskClient, editor: dict[str, str], path: str
) -> None:
    read = client.get(f"/api/statements/{path}")
    tag = {"If-Match": read.headers["ETag"]}
    sent = client.put(
        f"/api/statements/{path}?note=Nothing",
        data=read.data,
        headers=editor | tag,
        content_type="application/json",
    )
    assert (sent.status_code, sent.data) == (200, read.data)
    assert sent.headers["ETag"] == '"r1"'


@pytest.fixture
def finding_client(database_file: Path, small_index: Path) -> Iterator[FlaskClient]:
    """A client of a service that can ask a gazetteer."""
    app = create_app(Settings(database=f"sqlite:///{database_file}", gazetteer=str(small_index)))
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


def test_a_claim_brings_a_place_of_the_gazetteer(finding_client: FlaskClient) -> None:
    editor = token_for(finding_client.application)
    answer = accepted(finding_client, editor, place_id="test:salihiyah-east")
    assert answer.status_code == 201
    features = finding_client.get("/control.geojson?date=2017-01-01").get_json()["features"]
    (place,) = (one for one in features if one["id"] == "test:salihiyah-east")
    assert (place["properties"]["name"], place["properties"]["holder"]) == ("Salihiyah", "south")


def test_two_places_on_one_point_cannot_both_be_claimed(finding_client: FlaskClient) -> None:
    editor = token_for(finding_client.application)
    assert accepted(finding_client, editor, place_id="test:twin-market").status_code == 201
    path = "/api/statements/claims/other?note=x"
    other = {**TAKING, "id": "other", "place_id": "test:twin-station"}
    problem(finding_client.put(path, json=other, headers=editor | NEW), 400)
    assert finding_client.get("/health").get_json()["revision"] == 2


def test_an_edit_takes_the_place_of_what_was_read(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    accepted(client, editor)
    edited = client.put(
        PATH, json=TAKING | {"holder": "north"}, headers=editor | {"If-Match": '"r2"'}
    )
    assert (edited.status_code, edited.headers["ETag"]) == (200, '"r3"')
    assert holder_of_raqqa(client) == "north"


@pytest.mark.parametrize("media_type", ["application/merge-patch+json", "application/json"])
def test_a_patch_changes_the_parts_that_it_names(
    client: FlaskClient, editor: dict[str, str], media_type: str
) -> None:
    accepted(client, editor, quote="They are back.")
    patched = client.patch(
        PATH,
        data=json.dumps({"holder": "north", "quote": None}),
        headers=editor | {"If-Match": '"r2"'},
        content_type=media_type,
    )
    assert patched.get_json() == TAKING | {"holder": "north"}


def test_a_withdrawn_claim_is_gone_and_older_revisions_keep_it(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    accepted(client, editor)
    answer = client.delete(PATH, headers=editor | {"If-Match": '"r2"'})
    assert answer.get_json() == {"id": "raqqa-again", "withdrawn": 3}
    assert client.get(PLAIN).status_code == 404
    assert holder_of_raqqa(client) == "north"
    old = client.get("/control.geojson?date=2017-01-01&revision=2").text
    assert "South is back." in old


def test_the_same_sent_twice_is_one_revision(client: FlaskClient, editor: dict[str, str]) -> None:
    accepted(client, editor)
    again = accepted(client, editor)
    assert (again.status_code, again.headers["ETag"]) == (200, '"r2"')


# ----------------------------------------------------- two editors, one statement


def test_an_id_that_is_taken_is_not_overwritten(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    accepted(client, editor)
    refused = accepted(client, editor, holder="north")
    assert "already a claim with the id raqqa-again" in problem(refused, 412)
    assert holder_of_raqqa(client) == "south"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("tag", [None, "*", " * "])
def test_a_change_must_say_what_it_changes(
    client: FlaskClient, editor: dict[str, str], method: str, tag: str | None
) -> None:
    accepted(client, editor)
    headers = editor | ({"If-Match": tag} if tag else {})
    refused = client.open(PATH, method=method, json={"holder": "north"}, headers=headers)
    assert "If-Match" in problem(refused, 428)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("tag", ['"r1"', '"r3"', "r2", '"x"', "", '"r2', '"r99999999999999"'])
def test_a_change_of_another_version_is_refused(
    client: FlaskClient, editor: dict[str, str], method: str, tag: str
) -> None:
    accepted(client, editor)
    refused = client.open(
        PATH, method=method, json=TAKING | {"holder": "north"}, headers=editor | {"If-Match": tag}
    )
    assert "not what you looked at" in problem(refused, 412)
    assert holder_of_raqqa(client) == "south"


@pytest.mark.parametrize("tag", ['W/"r2"', '"r2:gzip"', '"r7", "r2"'])
def test_a_tag_that_was_marked_on_its_way_still_counts(
    client: FlaskClient, editor: dict[str, str], tag: str
) -> None:
    accepted(client, editor)
    assert client.delete(PATH, headers=editor | {"If-Match": tag}).status_code == 200


def test_new_and_changed_at_once_is_a_contradiction(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    refused = client.put(PATH, json=TAKING, headers=editor | NEW | {"If-Match": '"r1"'})
    assert "contradict" in problem(refused, 400)


def test_of_many_editors_at_once_one_wins_and_the_others_are_told(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    accepted(client, editor)
    start = threading.Barrier(6)
    told: list[int] = []

    def write(number: int) -> None:
        mine = client.application.test_client()
        start.wait()
        answer = mine.put(
            PATH,
            json=TAKING | {"summary": f"Version {number}."},
            headers=editor | {"If-Match": '"r2"'},
        )
        told.append(answer.status_code)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(told) == [200, 412, 412, 412, 412, 412]
    assert client.get(PLAIN).headers["ETag"] == '"r3"'


# ------------------------------------------------------------------ who may write


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "sent",
    [
        None,
        "",
        "Bearer",
        "Bearer ",
        "Bearer geomap_000000000000_" + "A" * 43,
        "Basic QW1pcmE6c2VjcmV0",
        "Bearer " + "x" * 5000,
        "Bearer geomap_' OR 1=1",
    ],
)
def test_without_a_token_nothing_is_written(
    client: FlaskClient, method: str, sent: str | None
) -> None:
    headers = NEW | ({} if sent is None else {"Authorization": sent})
    refused = client.open(PATH, method=method, json=TAKING, headers=headers)
    assert "geomap token add" in problem(refused, 401)
    assert refused.headers["WWW-Authenticate"] == 'Bearer realm="geomap"'
    assert client.get(PLAIN).status_code == 404


def test_a_token_that_may_only_propose_cannot_edit(client: FlaskClient) -> None:
    proposer = token_for(client.application, may=Right.PROPOSE)
    assert "--may edit" in problem(accepted(client, proposer), 403)


def test_a_revoked_token_no_longer_writes(client: FlaskClient, editor: dict[str, str]) -> None:
    accepted(client, editor)
    service: Service = client.application.extensions["geomap"]
    with service.database.writing() as session:
        revoke_token(session, "Amira")
    problem(client.delete(PATH, headers=editor | {"If-Match": '"r2"'}), 401)


def test_no_token_is_taken_from_the_address(client: FlaskClient, editor: dict[str, str]) -> None:
    secret = editor["Authorization"].removeprefix("Bearer ")
    refused = client.put(f"{PATH}&access_token={secret}", json=TAKING, headers=NEW)
    assert "access_token: there is no such parameter" in problem(refused, 400)


def test_no_log_tells_a_token(
    client: FlaskClient, editor: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)
    accepted(client, editor)
    accepted(client, {"Authorization": editor["Authorization"] + "x"})
    assert editor["Authorization"].split("_", 2)[2] not in caplog.text


def test_guessing_is_slowed_down_and_editors_are_not(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    wrong = {"Authorization": "Bearer geomap_000000000000_" + "A" * 43}
    statuses = [
        client.delete(PATH, headers=wrong).status_code for _ in range(WRONG_TOKENS_A_MINUTE + 1)
    ]
    assert set(statuses[:-1]) == {401}
    assert statuses[-1] == 429
    assert accepted(client, editor).status_code == 201


def test_a_writer_who_writes_too_often_is_told_when_to_come_back(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    for _ in range(WRITES_A_MINUTE):
        client.delete(PATH, headers=editor)
    refused = accepted(client, editor)
    assert "At most 120 in a minute" in problem(refused, 429)
    assert 0 < int(refused.headers["Retry-After"]) <= 60


# ------------------------------------------------------------- pages of other sites


@pytest.fixture
def newsroom(database_file: Path) -> Iterator[FlaskClient]:
    """A client of a service that lets the pages of a newsroom write."""
    url = f"sqlite:///{database_file}"
    app = create_app(Settings(database=url, write_origins=(NEWSROOM,)))
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost.evil.example"},
        {"Origin": "http://localhost:81"},
        {"Origin": "http://["},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_page_of_another_site_cannot_write_even_with_a_token(
    newsroom: FlaskClient, headers: dict[str, str]
) -> None:
    editor = token_for(newsroom.application)
    refused = accepted(newsroom, editor | headers)
    assert "GEOMAP_WRITE_ORIGINS" in problem(refused, 403)
    assert "Access-Control-Allow-Origin" not in refused.headers


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://localhost"},
        {"Origin": NEWSROOM, "Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
def test_our_own_pages_and_those_that_are_named_can(
    newsroom: FlaskClient, headers: dict[str, str]
) -> None:
    assert accepted(newsroom, token_for(newsroom.application) | headers).status_code == 201


def preflight(client: FlaskClient, origin: str) -> dict[str, str]:
    answer = client.options(
        PLAIN, headers={"Origin": origin, "Access-Control-Request-Method": "PUT"}
    )
    assert answer.status_code == 200
    return {name.removeprefix("Access-Control-"): text for name, text in answer.headers}


def test_a_browser_that_asks_first_is_told_that_others_may_only_read(
    newsroom: FlaskClient,
) -> None:
    told = preflight(newsroom, "https://evil.example")
    assert (told["Allow-Origin"], told["Allow-Methods"]) == ("*", "GET, HEAD, OPTIONS")
    assert "Authorization" not in told["Allow-Headers"]
    assert "Allow-Credentials" not in told


def test_a_browser_that_asks_first_is_told_who_may_write(newsroom: FlaskClient) -> None:
    told = preflight(newsroom, NEWSROOM)
    assert told["Allow-Origin"] == NEWSROOM
    assert told["Allow-Methods"] == "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"
    assert {"Authorization", "If-Match"} <= set(told["Allow-Headers"].split(", "))
    assert "Origin" in told["Vary"]


# ----------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        ({"effect": "grabs"}, "effect: 'grabs' is none of takes, holds, contests, loses."),
        ({"holder": None}, "holder: a claim that somebody takes a place must name the holder."),
        ({"holder": "nobody"}, "holder: the atlas has no holder with the id 'nobody'."),
        ({"source": "nobody"}, "source: the atlas has no source with the id 'nobody'."),
        ({"source": None}, "source: is missing; give the id of a source of the atlas."),
        ({"when": "last week"}, "when: 'last week' cannot be read: it is not a date in EDTF; "),
        ({"known": "2016-12-29"}, "known: 2016-12-29 lies before 2016-12-30, which it tells of."),
        ({"known": "20161231"}, "known: '20161231' is not a day such as 2017-10-17."),
        ({"known": "2016-02-30"}, "known: '2016-02-30' is not a day such as 2017-10-17."),
        ({"credibility": 7}, "credibility: is not a whole number from 1 to 6."),
        ({"credibility": True}, "credibility: is not a whole number from 1 to 6."),
        ({"credibility": "2"}, "credibility: is not a whole number from 1 to 6."),
        ({"credibility": None}, "credibility: is missing; give a whole number from 1 to 6."),
        ({"place_id": None}, "place_id: is missing; give the id of a place"),
        ({"place_id": "geonames:1"}, "place: the atlas has no place with the id 'geonames:1'"),
        ({"summary": " "}, "summary: must not be empty."),
        ({"summary": 5}, "summary: is not a text."),
        ({"summary": "a\x00b"}, "summary: holds control characters."),
        ({"quote": "x" * 2001}, "quote: is longer than 2000 characters."),
        ({"order": 1.5}, "order: is not a whole number from"),
        ({"grade": "A1"}, "grade: there is no such part here; known parts: id, place_id, when"),
        ({"x" * 300: 1}, "there is no such part here"),
        ({"id": "another"}, "id: is not that of the address, 'raqqa-again'; send that or none."),
    ],
)
def test_a_claim_that_cannot_be_kept_is_refused_by_its_part(
    client: FlaskClient, editor: dict[str, str], parts: dict[str, Any], sentence: str
) -> None:
    assert sentence in problem(accepted(client, editor, **parts), 400)
    assert client.get("/health").get_json()["revision"] == 1


@pytest.mark.parametrize(
    ("path", "changes", "sentence"),
    [
        ("events/talks", {"kind": "party"}, "kind: 'party' is none of "),
        ("events/talks", {"actors": "south"}, "actors: is not a list of at most 50 ids."),
        ("events/talks", {"actors": ["south"] * 51}, "actors: is not a list of at most 50 ids."),
        ("events/talks", {"actors": [1]}, "actors: holds what is no id of an actor."),
        ("events/talks", {"title": ""}, "title: is missing; give a few words on what happened."),
        ("figures/area", {"value": "5"}, "value: is not a number."),
        ("figures/area", {"value": False}, "value: is not a number."),
        ("figures/area", {"value": 10**400}, "value: is larger than a number of fifteen digits."),
        ("figures/area", {"low": 500}, "value: low, value and high must not fall."),
        ("figures/area", {"unit": "persons"}, "unit: territory is not measured in persons"),
    ],
)
def test_an_event_or_a_figure_is_refused_by_its_part(
    client: FlaskClient,
    editor: dict[str, str],
    path: str,
    changes: dict[str, Any],
    sentence: str,
) -> None:
    tag = {"If-Match": '"r1"'}
    answer = client.patch(f"/api/statements/{path}?note=x", json=changes, headers=editor | tag)
    assert sentence in problem(answer, 400)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "The body is not JSON"),
        (b"{", "The body is not JSON"),
        (b"[]", "The body is not a JSON object."),
        (b"null", "The body is not a JSON object."),
        (b"\xff\xfe", "The body is not UTF-8."),
        (b'{"value": NaN}', "NaN is no number of JSON"),
        (b'{"id": "a", "id": "b"}', "a member stands twice"),
        (b"[" * 60_000, "nested too deeply"),
        (b'{"a":' * 12_000, "nested too deeply"),
        (b'{"order": ' + b"9" * 6000 + b"}", "The body is not JSON"),
    ],
)
def test_a_body_that_is_no_plain_object_is_refused(
    client: FlaskClient, editor: dict[str, str], body: bytes, sentence: str
) -> None:
    answer = client.put(PATH, data=body, headers=editor | NEW, content_type="application/json")
    assert sentence in problem(answer, 400)


def test_a_number_beyond_all_numbers_is_refused(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    answer = client.patch(
        "/api/statements/figures/area?note=x",
        data=b'{"value": 1e999}',
        headers=editor | {"If-Match": '"r1"'},
        content_type="application/json",
    )
    assert "value: is larger than" in problem(answer, 400)


@pytest.mark.parametrize("media_type", ["text/plain", "application/x-www-form-urlencoded", ""])
def test_a_body_of_another_type_is_refused(
    client: FlaskClient, editor: dict[str, str], media_type: str
) -> None:
    answer = client.put(
        PATH, data=json.dumps(TAKING), headers=editor | NEW, content_type=media_type
    )
    assert "send the body as application/json" in problem(answer, 415)


def test_a_body_that_is_too_large_is_refused(client: FlaskClient, editor: dict[str, str]) -> None:
    problem(accepted(client, editor, summary="x" * 70_000), 413)


@pytest.mark.parametrize("query", ["", "?note=", "?note=+", "?note=a%00b", "?note=" + "x" * 2001])
def test_every_change_says_why(client: FlaskClient, editor: dict[str, str], query: str) -> None:
    refused = client.put(f"{PLAIN}{query}", json=TAKING, headers=editor | NEW)
    assert problem(refused, 400).startswith("note: ")


@pytest.mark.parametrize("kind", ["claim", "places", "s", "Claims"])
def test_there_are_three_kinds_of_statements(client: FlaskClient, kind: str) -> None:
    assert "claims, events or figures" in problem(
        client.get(f"/api/statements/{kind}/raqqa-falls"), 404
    )


@pytest.mark.parametrize("method", METHODS)
def test_what_does_not_stand_cannot_be_changed(
    client: FlaskClient, editor: dict[str, str], method: str
) -> None:
    answer = client.open(PATH, method=method, json=TAKING, headers=editor | {"If-Match": '"r1"'})
    assert problem(answer, 404) == "There is no claim with the id 'raqqa-again'."


def test_the_id_of_a_new_statement_is_one_that_can_be_cited(
    client: FlaskClient, editor: dict[str, str]
) -> None:
    path = "/api/statements/claims/Raqqa%20again?note=x"
    answer = client.put(path, json={**TAKING, "id": "Raqqa again"}, headers=editor | NEW)
    assert problem(answer, 400).startswith("id: 'Raqqa again' is not an id")


def test_an_author_cannot_smuggle_headers_in(client: FlaskClient, editor: dict[str, str]) -> None:
    path = "/api/statements/claims/x%0d%0aSet-Cookie:a=b?note=a%0d%0aX-Evil:1"
    answer = client.put(path, json={**TAKING, "id": "x\r\nSet-Cookie:a=b"}, headers=editor | NEW)
    assert answer.status_code == 400
    assert not {"Set-Cookie", "X-Evil"} & {name for name, _text in answer.headers}
