"""Requests that mean harm: each is answered or refused, and none breaks the service."""

import base64
import json
from typing import Any

import pytest
from flask.testing import FlaskClient

CONTROL = "/api/collections/control/items"
HALF = chr(0xD800)


def cursor_of(*values: Any) -> str:
    """A cursor that leads onward from an item with some values."""
    return base64.urlsafe_b64encode(json.dumps([False, *values]).encode()).decode().rstrip("=")


def nested(depth: int) -> str:
    inner: Any = {"op": "isNull", "args": [{"property": "holder"}]}
    for _ in range(depth):
        inner = {"op": "not", "args": [inner]}
    return json.dumps(inner)


def compared(left: Any, right: Any) -> str:
    return json.dumps({"op": "=", "args": [left, right]})


HOSTILE = [
    pytest.param({"filter": " OR ".join(["id=''"] * 1100)}, id="many conditions"),
    pytest.param({"filter": "(" * 4000}, id="many brackets"),
    pytest.param({"filter": "id=" + "-" * 9000 + "1"}, id="many signs"),
    pytest.param({"filter": nested(150)}, id="deep JSON"),
    pytest.param({"filter": "[" * 9000, "filter-lang": "cql2-json"}, id="JSON without an end"),
    pytest.param({"filter": compared({"property": "name"}, HALF)}, id="half a character"),
    pytest.param({"filter": compared({"property": HALF}, "x")}, id="half a name"),
    pytest.param({"filter": compared({"property": "start"}, 1e400)}, id="an infinite number"),
    pytest.param({"filter": compared({"property": ["name"]}, "x")}, id="a list for a name"),
    pytest.param({"filter": "name='"}, id="a quote"),
    pytest.param({"filter": "S_INTERSECTS(geometry,POINT(1e308 1e308))"}, id="far off"),
    pytest.param({"filter": "S_INTERSECTS(geometry,POINT(nan nan))"}, id="nowhere"),
    pytest.param({"filter": "S_INTERSECTS(geometry,POLYGON EMPTY)"}, id="empty"),
    pytest.param({"filter": "S_INTERSECTS(geometry,POLYGON((1 1,2 2)))"}, id="no polygon"),
    pytest.param({"cursor": cursor_of(HALF, ["2014-01-01"])}, id="half a cursor"),
    pytest.param({"cursor": cursor_of(1, 2)}, id="a cursor of numbers"),
    pytest.param({"cursor": cursor_of("a", ["2014-13-01"])}, id="a cursor of no day"),
    pytest.param({"cursor": cursor_of({"a": 1}, [])}, id="a cursor of objects"),
    pytest.param({"cursor": cursor_of()}, id="an empty cursor"),
    pytest.param({"cursor": "[" * 9000}, id="a cursor that is none"),
    pytest.param({"bbox": "1e999,0,1,1"}, id="an infinite box"),
    pytest.param({"bbox": "0,0,1,1", "bbox-crs": "x" * 9000}, id="a long CRS"),
    pytest.param({"datetime": "2014-01-01T00:00:00+99:99"}, id="a zone that is none"),
    pytest.param({"datetime": "0001-01-01T00:00:00+14:00"}, id="before the calendar"),
    pytest.param({"datetime": "9999-12-31T23:59:59-14:00"}, id="after the calendar"),
    pytest.param({"sortby": "-" * 9000}, id="a long order"),
    pytest.param({"limit": "1" * 9000 + "x"}, id="a long number"),
    pytest.param({"uncertain": "\x00"}, id="a zero character"),
    pytest.param({"x" * 9000: "1"}, id="a long name"),
]


@pytest.mark.parametrize("given", HOSTILE)
def test_what_means_harm_is_refused_in_words(client: FlaskClient, given: dict[str, str]) -> None:
    answer = client.get(CONTROL, query_string=given)
    assert answer.status_code == 400, answer.get_data(as_text=True)[:300]
    assert answer.content_type == "application/problem+json"
    assert len(answer.get_json()["detail"]) < 2000


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({"name": "'; DROP TABLE place; --"}, id="SQL as a value"),
        pytest.param({"actor": '"] OR 1=1 --'}, id="SQL in a list"),
        pytest.param({"actor": "%"}, id="a pattern as a value"),
        pytest.param({"name": "\x00"}, id="a zero character"),
        pytest.param({"filter": "name='''; DROP TABLE place; --'"}, id="SQL in a filter"),
        pytest.param({"filter": "NOT " * 2000 + "name=''"}, id="many negations"),
        pytest.param({"filter": "name LIKE '" + "%a" * 2000 + "'"}, id="a slow pattern"),
        pytest.param({"filter": "name LIKE '[a-z]*'"}, id="the pattern of another language"),
        pytest.param({"filter": "name LIKE 'abc\\'"}, id="a backslash at the end"),
        pytest.param({"place": "x" * 10_000}, id="a long value"),
        pytest.param({"cursor": cursor_of("\x7f" * 99, ["2014-01-01"])}, id="far behind"),
    ],
)
def test_what_only_looks_like_harm_finds_nothing(
    client: FlaskClient, given: dict[str, str]
) -> None:
    answer = client.get(CONTROL, query_string=given)
    assert answer.status_code == 200, answer.get_data(as_text=True)[:300]
    assert answer.get_json()["features"] == []
    assert client.get("/api/collections/places/items").get_json()["numberMatched"] == 5


@pytest.mark.parametrize("item", ["%00", "..%2f..", "a@", "@2014-01-01", "a|@2014-01-01", "%ff"])
def test_an_id_that_is_none_is_not_found(client: FlaskClient, item: str) -> None:
    for collection in ("control", "fronts", "events"):
        assert client.get(f"/api/collections/{collection}/items/{item}").status_code == 404


def test_other_methods_are_refused(client: FlaskClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        answer = client.open(CONTROL, method=method)
        assert answer.status_code == 405
        assert "GET" in answer.headers["Allow"]
