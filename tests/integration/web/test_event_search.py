"""/api/events/search: events by words of their texts and by names in any language."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.factories import KOBANI, MOSUL, NOWHERE, event
from tests.integration.conftest import Load

SIEGE = {"when": "2014-09-15", "known": "2014-09-16", **KOBANI}
STRIKE = {"when": "2015-11-15", "known": "2015-11-16"}
EVENTS = [
    event(id="siege", kind="siege", title="The town is cut off", **SIEGE),
    event(id="strike", kind="air_strike", title="Bombs on Rāqqa", **STRIKE),
    event(id="talks", kind="agreement", title="Talks", summary="A truce for Raqqa.", **NOWHERE),
    event(id="speech", kind="declaration", title="A speech", actors="south", **MOSUL),
]


@pytest.fixture
def loaded(client: FlaskClient, load: Load) -> FlaskClient:
    load(events=EVENTS)
    return client


def found(client: FlaskClient, q: str, **query: str | int) -> list[str]:
    return [one["id"] for one in searched(client, q, **query)["told"]]


def searched(client: FlaskClient, q: str, **query: str | int) -> dict[str, Any]:
    answer = client.get("/api/events/search", query_string={"q": q} | query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


@pytest.mark.parametrize(
    ("words", "events"),
    [
        pytest.param("cut", ["siege"], id="a word of the title"),
        pytest.param("BOMB", ["strike"], id="its beginning, in other letters"),
        pytest.param("raqqa", ["strike", "talks"], id="the title goes before the summary"),
        pytest.param("truce", ["talks"], id="a word of the summary"),
        pytest.param("raqqa truce", ["talks"], id="every word must be met"),
        pytest.param("الرقة", ["strike"], id="the place in another script"),
        pytest.param("الموصل خطاب", [], id="no text in that language"),
        pytest.param("luchtaanval", ["strike"], id="the kind in Dutch"),
        pytest.param("غارة رقة", ["strike"], id="kind and place in Arabic, without its article"),
        pytest.param("zuid mosul", [], id="no actor is called so"),
        pytest.param("noord kobani", ["siege"], id="an actor in Dutch, and a place"),
        pytest.param("nothing like it", [], id="nothing"),
        pytest.param('"} OR title:* --', [], id="no language of queries"),
        pytest.param("!?", [], id="no word at all"),
    ],
)
def test_events_are_found_by_words(loaded: FlaskClient, words: str, events: list[str]) -> None:
    assert found(loaded, words) == events


def test_of_equally_good_ones_the_nearest_in_time_come_first(loaded: FlaskClient) -> None:
    assert found(loaded, "agency", around="2014-09-16") == ["siege", "speech", "strike"]
    assert found(loaded, "agency", around="2015-11-01", limit=1) == ["strike"]
    assert searched(loaded, "agency", limit=1)["matched"] == 3


def test_an_event_is_told_with_its_place_source_and_day(loaded: FlaskClient) -> None:
    (siege,) = searched(loaded, "cut")["told"]
    assert (siege["place"]["name"], siege["when"], siege["grade"]) == ("Kobani", "2014-09-15", "B2")
    assert siege["geometry"]["coordinates"] == [38.3556, 36.8895]
    (talks,) = searched(loaded, "truce")["told"]
    assert (talks["place"], talks["geometry"]) == (None, None)
    assert searched(loaded, "truce")["sources"]["agency"]["name"] == "The Agency"


def test_only_what_was_known_is_found(loaded: FlaskClient) -> None:
    assert found(loaded, "cut", known="2014-09-15") == []
    assert found(loaded, "cut", known="2014-09-16") == ["siege"]


def test_old_revisions_are_searched_as_they_were(loaded: FlaskClient) -> None:
    assert found(loaded, "fighting") == []
    assert found(loaded, "fighting", revision=1) == ["raqqa-battle"]


def test_what_has_not_changed_is_not_sent_again(loaded: FlaskClient) -> None:
    etag = loaded.get("/api/events/search?q=cut").headers["ETag"]
    again = loaded.get("/api/events/search?q=cut", headers={"If-None-Match": etag})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "q: is missing; give a word or more"),
        ({"q": "x" * 201}, "q: is longer than 200 characters."),
        ({"q": "x", "limit": "101"}, "limit: '101' is not a whole number from 1 to 100."),
        ({"q": "x", "around": "now"}, "around: 'now' cannot be read"),
        ({"q": "x", "lang": "ar"}, "lang: there is no such parameter here"),
    ],
)
def test_what_cannot_be_searched_is_refused(
    client: FlaskClient, query: dict[str, str], words: str
) -> None:
    answer = client.get("/api/events/search", query_string=query)
    assert (answer.status_code, answer.content_type) == (400, "application/problem+json")
    assert words in answer.get_json()["detail"]
