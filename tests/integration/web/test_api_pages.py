"""The pages of the API for people: readable, safe, and complete without another host."""

import re
from html.parser import HTMLParser

import pytest
from flask.testing import FlaskClient

from geomap.domain.items.collections import COLLECTIONS
from tests.factories import event
from tests.integration.conftest import Load

DOCUMENTS = [
    *("/api/", "/api/conformance", "/api/collections"),
    *(f"/api/collections/{one}" for one in COLLECTIONS),
    *(f"/api/collections/{one}/items" for one in COLLECTIONS),
]


class _Opened(HTMLParser):
    """Every tag that was opened, and its attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def opened(text: str) -> list[tuple[str, dict[str, str | None]]]:
    reader = _Opened()
    reader.feed(text)
    return reader.tags


def page(client: FlaskClient, address: str, **given: str) -> str:
    answer = client.get(address, query_string=given, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("address", DOCUMENTS)
def test_every_document_is_a_page_too(client: FlaskClient, address: str) -> None:
    text = page(client, address)
    tags = [tag for tag, _ in opened(text)]
    assert tags.count("h1") == 1
    assert tags.count("main") == 1
    assert "script" not in tags
    assert not re.search(r"\sstyle=", text)
    assert client.get(address).is_json


@pytest.mark.parametrize("address", DOCUMENTS)
def test_pages_need_no_other_host(client: FlaskClient, address: str) -> None:
    loaded = [
        attributes.get("src") or attributes.get("href") or ""
        for tag, attributes in opened(page(client, address))
        if tag in {"img", "script", "iframe"} or attributes.get("rel") == "stylesheet"
    ]
    assert loaded
    assert all(one.startswith("/static/") for one in loaded)


def test_every_link_of_a_page_of_items_leads_somewhere(client: FlaskClient) -> None:
    for collection in COLLECTIONS:
        text = page(client, f"/api/collections/{collection}/items", limit="2")
        links = {one["href"] for tag, one in opened(text) if tag == "a"}
        assert links
        for link in links:
            assert client.get(link, headers={"Accept": "text/html"}).status_code == 200, link


def test_items_are_drawn_on_a_map_that_links_to_them(client: FlaskClient) -> None:
    text = page(client, "/api/collections/events/items")
    assert 'class="land"' in text
    assert text.count("<circle") == 2
    assert '<a href="/api/collections/events/items/raqqa-battle">' in text
    assert "<svg" in page(client, "/api/collections/events/items/raqqa-battle")
    assert text.count("<path") == 1
    assert "<svg" not in page(client, "/api/collections/events/items/talks")
    assert "<svg" not in page(client, "/api/collections/reports/items")


def test_land_is_drawn_as_area(client: FlaskClient) -> None:
    text = page(client, "/api/collections/territory/items", datetime="2016-01-01")
    assert text.count('class="area"') == 4


def test_the_form_keeps_what_else_was_asked(client: FlaskClient) -> None:
    text = page(client, "/api/collections/events/items", kind="battle", datetime="2014-06-10")
    fields = {one["name"]: one["value"] for tag, one in opened(text) if tag == "input"}
    assert fields == {"kind": "battle", "datetime": "2014-06-10", "bbox": ""}


def test_a_page_tells_how_many_items_match(client: FlaskClient) -> None:
    text = page(client, "/api/collections/events/items", limit="2")
    assert "3 items match" in " ".join(text.split())
    assert "1 item matches" in page(client, "/api/collections/events/items", kind="battle")


def test_an_item_shows_its_evidence(client: FlaskClient) -> None:
    text = page(client, "/api/collections/control/items/test:baghuz@2015-02-16")
    assert "The agency says so." in text
    assert "/api/collections/claims/items/baghuz-fallen" in text


def test_hostile_words_stay_words(client: FlaskClient, load: Load) -> None:
    load(events=[event(title="<script>alert(1)</script>", summary='"><img src=x onerror=a>')])
    for address in ("/api/collections/events/items", "/api/collections/events/items/raqqa-battle"):
        tags = {tag for tag, _ in opened(page(client, address))}
        assert not tags & {"script", "img"}
    given = {"title": '"><script>alert(1)</script>'}
    assert "<script" not in page(client, "/api/collections/events/items", **given)
