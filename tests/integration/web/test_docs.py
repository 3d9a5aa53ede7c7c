"""/api/docs: every address is explained, every example stands in the documents word for word."""

import re
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from geomap.web.docs import ADDRESSES, EXAMPLES, WRITTEN_FOR
from tests.serving import ROOT

SOURCES = ROOT / "templates" / "api" / "examples"
# The parts of a protocol, of the page and of the documentation itself.
UNTOLD = re.compile(
    r"/|/review|/static/.*|/api/?|/api/docs|/api/gazetteer/reconcile/.*|/api/proposals/.*"
)


def without_names(path: str) -> str:
    """An address with a star for each part that varies."""
    return re.sub(r"<[^>]*>|\{[^}]*\}|\b[A-Z]+\b|\b(claims)\b(?=/)", "*", path).rstrip("/")


def test_every_address_that_can_be_read_is_explained(client: FlaskClient) -> None:
    told = {without_names(one.path) for one in ADDRESSES}
    told |= {without_names(path) for path in client.get("/api/openapi.json").get_json()["paths"]}
    told = {re.sub(r"collections/\w+", "collections/*", path) for path in told}
    rules = [
        rule for rule in client.application.url_map.iter_rules() if "GET" in (rule.methods or ())
    ]
    untold = [
        rule.rule
        for rule in rules
        if not UNTOLD.fullmatch(rule.rule)
        and without_names(rule.rule) not in told | {"/*.*", "/api/tiles.json"}
    ]
    assert untold == []


def test_every_address_that_is_explained_is_there(client: FlaskClient) -> None:
    rules = {without_names(rule.rule) for rule in client.application.url_map.iter_rules()}
    files = {"/control.geojson", "/territory.geojson", "/fronts.geojson", "/events.geojson"}
    gone = {one.path for one in ADDRESSES if without_names(one.path) not in rules | files}
    assert gone == set()


@pytest.mark.parametrize("file", EXAMPLES)
def test_the_page_shows_each_example_with_its_own_address(client: FlaskClient, file: str) -> None:
    page = unescape(client.get("/api/docs", base_url="https://maps.example").text)
    text = (SOURCES / f"{file}.txt").read_text(encoding="utf-8")
    assert WRITTEN_FOR in text
    assert text.replace(WRITTEN_FOR, "https://maps.example") in page
    assert WRITTEN_FOR not in page


@pytest.mark.parametrize("file", EXAMPLES)
def test_the_documents_hold_each_example_word_for_word(file: str) -> None:
    document = Path(ROOT / "docs" / "api-examples.md").read_text(encoding="utf-8")
    assert f"\n{(SOURCES / f'{file}.txt').read_text(encoding='utf-8')}```\n" in document


def test_every_example_is_shown() -> None:
    assert {path.name for path in SOURCES.iterdir()} == {f"{file}.txt" for file in EXAMPLES}


def test_the_page_asks_no_other_host_and_runs_nothing(client: FlaskClient) -> None:
    page = client.get("/api/docs").text
    assert re.findall(r'(?:src|href)="(?!/)[^"#]', page) == []
    assert "<script" not in page


def test_a_host_that_was_made_up_is_only_text(client: FlaskClient) -> None:
    headers = {"Host": 'evil"><script>alert(1)</script>'}
    assert "<script" not in client.get("/api/docs", headers=headers).text
