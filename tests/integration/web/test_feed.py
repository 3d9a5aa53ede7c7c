"""/feed.atom: changes of control in plain words, valid Atom, each with an id of its own."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, fromstring

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.factories import actor, claim, claims, tables
from tests.writing import NEW, PATH, TAKING, token_for

Load = Callable[..., Loaded]
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: FlaskClient, query: str = "") -> Element:
    answer = client.get(f"/feed.atom{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    return fromstring(answer.data)  # noqa: S314 - what we wrote ourselves.


def text(element: Element, name: str) -> str:
    found = element.findall(f"{ATOM}{name}")
    assert len(found) == 1
    return found[0].text or ""


def entries(client: FlaskClient, query: str = "") -> list[Element]:
    return feed(client, query).findall(f"{ATOM}entry")


def titles(client: FlaskClient, query: str = "") -> list[str]:
    return [text(entry, "title") for entry in entries(client, query)]


RAQQA = [
    "Raqqa, 1 March 2016: held by North (before: held by South)",
    "Raqqa, 10 June 2014: held by South (before: held by North)",
    "Raqqa, 1 January 2014: held by North",
]


def test_every_change_of_a_place_is_told_in_plain_words(client: FlaskClient) -> None:
    assert titles(client, "?place=geonames:172955") == RAQQA


def test_what_was_accepted_last_comes_first(client: FlaskClient) -> None:
    client.put(PATH, json=TAKING, headers=token_for(client.application) | NEW)
    newest = entries(client)[0]
    assert text(newest, "title") == "Raqqa, 30 December 2016: held by South (before: held by North)"
    assert newest.findtext(f"{ATOM}author/{ATOM}name") == "Amira"
    assert "The Agency (B2), 2016-12-30" in text(newest, "content")


def test_an_older_day_that_is_accepted_later_comes_first_too(client: FlaskClient) -> None:
    early = {"when": "2014-03-01", "known": "2014-03-02"}
    client.put(PATH, json=TAKING | early, headers=token_for(client.application) | NEW)
    assert titles(client)[0] == "Raqqa, 1 March 2014: held by South (before: held by North)"


def test_the_feed_is_what_atom_demands(client: FlaskClient) -> None:
    root = feed(client)
    for element in [root, *root.findall(f"{ATOM}entry")]:
        assert text(element, "id").startswith("urn:uuid:")
        assert text(element, "title")
        assert datetime.fromisoformat(text(element, "updated")).tzinfo is not None
        assert element.find(f"{ATOM}author/{ATOM}name") is not None
        assert element.find(f"{ATOM}link[@rel='alternate']") is not None
    ids = [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]
    assert len(set(ids)) == len(ids) > 5
    assert root.find(f"{ATOM}link[@rel='self']") is not None


def test_ids_stay_and_updated_moves_with_an_edit(client: FlaskClient) -> None:
    editor = token_for(client.application)
    client.put(PATH, json=TAKING, headers=editor | NEW)
    before = entries(client)[0]
    client.patch(PATH, json={"summary": "As was said."}, headers=editor | {"If-Match": '"r2"'})
    after = entries(client)[0]
    assert text(after, "id") == text(before, "id")
    assert text(after, "updated") >= text(before, "updated")
    elsewhere = client.get("/feed.atom", base_url="https://maps.example/").data
    assert text(before, "id").encode() in elsewhere


def test_a_withdrawn_change_is_no_longer_told(client: FlaskClient) -> None:
    editor = token_for(client.application)
    client.put(PATH, json=TAKING, headers=editor | NEW)
    client.delete(PATH, headers=editor | {"If-Match": '"r2"'})
    assert titles(client, "?place=geonames:172955") == RAQQA


def test_a_link_leads_to_the_day_and_the_place_on_the_map(client: FlaskClient) -> None:
    (link,) = entries(client, "?place=geonames:172955")[0].findall(f"{ATOM}link")
    assert link.attrib["href"] == "http://localhost/#date=2016-03-01&place=geonames%3A172955"


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("?actor=south", {"Raqqa", "Baghuz", "Hit", "Kobani"}),
        ("?actor=north", {"Raqqa", "Baghuz", "Hit", "Kobani"}),
        ("?bbox=42,33,43,34", {"Hit"}),
        ("?bbox=0,0,1,1", set()),
        ("?actor=south&bbox=39,34,42,37", {"Raqqa", "Baghuz"}),
        ("?place=geonames:99072", set()),
    ],
)
def test_changes_are_found_by_actor_place_and_box(
    client: FlaskClient, query: str, places: set[str]
) -> None:
    assert {title.split(",")[0] for title in titles(client, query)} == places


def test_only_what_was_known_by_a_day_is_told(client: FlaskClient) -> None:
    found = titles(client, "?place=test:baghuz&known=2015-02-16")
    assert found[0] == "Baghuz, 16 February 2015: held by North (before: held by South)"
    found = titles(client, "?place=test:baghuz&known=2015-02-17")
    assert found[0].startswith("Baghuz, 16 February 2015: disputed between")


@pytest.mark.parametrize("limit", [1, 2, 5, 500])
def test_pages_tell_everything_once(client: FlaskClient, limit: int) -> None:
    whole = [text(entry, "id") for entry in entries(client, "?limit=500")]
    address: str | None = f"/feed.atom?limit={limit}"
    told: list[str] = []
    while address:
        root = fromstring(client.get(address).data)  # noqa: S314 - what we wrote ourselves.
        told += [text(entry, "id") for entry in root.findall(f"{ATOM}entry")]
        following = root.find(f"{ATOM}link[@rel='next']")
        parts = urlsplit(following.attrib["href"]) if following is not None else None
        address = f"{parts.path}?{parts.query}" if parts else None
    assert told == whole


def test_names_are_text_whatever_they_hold(client: FlaskClient, load: Load) -> None:
    hostile = '</title><script>alert("1")</script>&amp;'
    load(
        actors=[actor(name=hostile), *tables()["actors"][1:]],
        claims=[*claims(), claim(id="new", when="2016-05-01", known="2016-05-02", holder="north")],
    )
    assert b"<script" not in client.get("/feed.atom").data
    assert any(hostile in title for title in titles(client))


@pytest.mark.parametrize(
    "query",
    [
        "actor=nobody",
        "place=nowhere",
        "bbox=1",
        "known=x",
        "limit=0",
        "limit=501",
        "after=x",
        "after=1.2014-02-30.a",
        "after=1.2014-02-20",
        "after=-1.2014-02-20.a",
        "date=2014-06-10",
    ],
)
def test_what_cannot_be_read_is_refused(client: FlaskClient, query: str) -> None:
    refused = client.get(f"/feed.atom?{query}")
    assert (refused.status_code, refused.mimetype) == (400, "application/problem+json")


def test_a_reader_who_polls_is_told_that_nothing_is_new(client: FlaskClient) -> None:
    tag = client.get("/feed.atom").headers["ETag"]
    assert client.get("/feed.atom", headers={"If-None-Match": tag}).status_code == 304


def test_the_page_names_its_feed(client: FlaskClient) -> None:
    assert 'type="application/atom+xml" href="/feed.atom"' in client.get("/").text
