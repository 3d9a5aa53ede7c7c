"""Every answer has the structure that the Reconciliation Service API 0.2 lays down.

The shapes are ours, written from the text of the standard
(w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410).
"""

import json
import re
from collections.abc import Mapping
from typing import Any

import pytest
from flask.testing import FlaskClient

ENDPOINT = "/api/gazetteer/reconcile"
RAQQA = "geonames:172955"
ORIGIN = {"Origin": "https://refine.example"}
Json = Any

URI = re.compile(r"https?://[^\s{}]+")
WITH_ID = re.compile(r"https?://[^\s]+\{\{id\}\}[^\s]*")
WITH_FLYOUT_ID = re.compile(r"/[^\s]*\$\{id\}[^\s]*")
NUMBER = (int, float)

TYPE = {"id": str, "name": str, "broader?": [{"id": str, "name": str}]}
SERVICE = {
    "service_url?": URI,
    "service_path?": re.compile(r"/[^\s]*"),
    "flyout_service_url?": URI,
    "flyout_service_path?": WITH_FLYOUT_ID,
}
SETTING = {"name": str, "label": str, "help_text?": str}
MANIFEST = {
    "versions": [str],
    "name": str,
    "identifierSpace": re.compile(r"https?://[^\s]+"),
    "schemaSpace": re.compile(r"https?://[^\s]+"),
    "documentation?": URI,
    "serviceVersion?": str,
    "logo?": URI,
    "defaultTypes?": [TYPE],
    "view?": {"url": WITH_ID},
    "preview?": {"url": WITH_ID, "width": int, "height": int},
    "suggest?": {"entity?": SERVICE, "type?": SERVICE, "property?": SERVICE},
    "extend?": {
        "propose_properties?": {"service_url?": URI, "service_path?": str},
        "property_settings?": [
            (
                SETTING | {"type": re.compile("number"), "default?": NUMBER},
                SETTING | {"type": re.compile("text"), "default?": str},
                SETTING | {"type": re.compile("checkbox"), "default?": bool},
            )
        ],
    },
    "batchSize?": int,
}
CANDIDATE = {
    "id": str,
    "name": str,
    "description?": str,
    "score": NUMBER,
    "features?": [{"id": str, "value": (bool, *NUMBER)}],
    "match?": bool,
    "type?": [({"id": str, "name?": str}, str)],
}
SUGGESTED = {"id": str, "name": str, "description?": str}
PLACES = {"result": [SUGGESTED | {"notable?": [({"id": str, "name?": str}, str)]}]}
CELL: tuple[Json, ...] = (
    {},
    {"id": str, "name": str, "description?": str},
    {"str": str},
    {"float": NUMBER},
    {"int": int},
)
EXTENSION_META = {"id": str, "name": str, "type?": {"id": str, "name?": str}, "service?": URI}
PROPOSAL = {"type": str, "properties": [{"id": str, "name": str}], "limit?": int}


def fits(value: Json, shape: Json) -> bool:
    """Say whether a document has a shape: a type, a pattern, one of several, or parts by name.

    A name that ends in a question mark may be left out; no other names may be there.
    """
    if isinstance(shape, type):
        # To Python, True is a number; to JSON it is none.
        return isinstance(value, shape) and (shape is bool or not isinstance(value, bool))
    if isinstance(shape, re.Pattern):
        return isinstance(value, str) and shape.fullmatch(value) is not None
    if isinstance(shape, tuple):
        return any(fits(value, one) for one in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(one, shape[0]) for one in value)
    if not isinstance(value, dict):
        return False
    parts = {name.rstrip("?"): part for name, part in shape.items()}
    needed = {name for name in shape if not name.endswith("?")}
    return needed <= value.keys() <= parts.keys() and all(
        fits(value[name], parts[name]) for name in value
    )


def checked(client: FlaskClient, shape: Json, path: str = "", **given: Any) -> Json:
    answer = client.get(ENDPOINT + path, query_string=given, headers=ORIGIN)
    assert (answer.status_code, answer.mimetype) == (200, "application/json"), answer.text
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    document = answer.get_json()
    assert fits(document, shape), document
    return document


def test_shapes_tell_right_from_wrong() -> None:
    right = {"id": "x:1", "name": "Mill", "score": 1.5, "match": True}
    assert fits(right, CANDIDATE)
    wrong: list[Mapping[str, Any]] = [
        {"id": "x:1", "name": "Mill"},
        right | {"score": "1.5"},
        right | {"score": True},
        right | {"match": 1},
        right | {"id": 1},
        right | {"more": 1},
        right | {"features": [{"id": "a", "value": "b"}]},
    ]
    assert not any(fits(one, CANDIDATE) for one in wrong)


def test_the_manifest(places_client: FlaskClient) -> None:
    manifest = checked(places_client, MANIFEST)
    assert "0.2" in manifest["versions"]
    types = [json.dumps(one, sort_keys=True) for one in manifest["defaultTypes"]]
    assert len(types) == len(set(types))


@pytest.mark.parametrize(
    "query",
    [
        {"query": "Raqqa"},
        {"query": "الرقة", "limit": 3, "type": "settlement", "type_strict": "any"},
        {"query": "Raqqa", "type": ["city", "governorate"], "type_strict": "all"},
        {"query": "Raqqa", "type": ["city"], "type_strict": "should", "limit": 2.0},
        {"query": "Kobani", "properties": [{"pid": "country", "v": "SY"}]},
        {"query": "Kobani", "properties": [{"pid": "country", "v": ["SY", {"id": RAQQA}]}]},
        {"query": "Kobani", "properties": [{"pid": "on", "v": 2014}, {"pid": "near", "v": True}]},
        {"query": "Kobani", "properties": [{"pid": "near", "v": {"id": RAQQA, "name": "Raqqa"}}]},
        {"properties": [{"pid": "country", "v": "SY"}]},
        {"query": "Zzyzxqwv"},
        {"query": ""},
        {"query": "\u202eaqqaR"},
        {"query": "a" * 10_000},
    ],
)
def test_results(places_client: FlaskClient, query: Json) -> None:
    queries = json.dumps({"q0": query, "another key": {"query": "Mosul"}})
    shape = {"q0": {"result": [CANDIDATE]}, "another key": {"result": [CANDIDATE]}}
    checked(places_client, shape, queries=queries)
    posted = places_client.post(ENDPOINT, data={"queries": queries}, headers=ORIGIN)
    assert posted.headers["Access-Control-Allow-Origin"] == "*"
    assert fits(posted.get_json(), shape)


@pytest.mark.parametrize("prefix", ["", "R", "raq", "ر", "\u202e", "a" * 300])
@pytest.mark.parametrize("what", ["entity", "type", "property"])
def test_suggestions(places_client: FlaskClient, what: str, prefix: str) -> None:
    shape = PLACES if what == "entity" else {"result": [SUGGESTED]}
    answer = places_client.get(f"{ENDPOINT}/suggest/{what}", query_string={"prefix": prefix})
    if answer.status_code == 400:
        assert answer.mimetype == "application/problem+json"
    else:
        assert fits(answer.get_json(), shape), answer.get_json()


def test_flyouts(places_client: FlaskClient) -> None:
    for what, shown in (("entity", RAQQA), ("type", "city"), ("property", "near")):
        document = checked(places_client, {"id": str, "html": str}, f"/flyout/{what}", id=shown)
        assert document["id"] == shown


def test_extensions(places_client: FlaskClient) -> None:
    proposed = checked(places_client, PROPOSAL, "/properties", type="city")
    assert proposed["type"] == "city"
    wanted = [{"id": one["id"]} for one in proposed["properties"]]
    ids = [RAQQA, "geonames:172256", "x:none"]
    columns = {one["id"]: [CELL] for one in wanted}
    shape = {"meta": [EXTENSION_META], "rows": dict.fromkeys(ids, columns)}
    extend = json.dumps({"ids": ids, "properties": wanted})
    document = checked(places_client, shape, extend=extend)
    assert [one["id"] for one in document["meta"]] == [one["id"] for one in wanted]
    limited = checked(places_client, PROPOSAL, "/properties", type="city", limit="2")
    assert (len(limited["properties"]), limited["limit"]) == (2, 2)


def test_a_preview_is_a_page_that_others_may_frame(places_client: FlaskClient) -> None:
    answer = places_client.get(f"{ENDPOINT}/preview", query_string={"id": RAQQA})
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert answer.text.startswith("<!doctype html>")
    assert "X-Frame-Options" not in answer.headers
    assert "frame-ancestors *" in answer.headers["Content-Security-Policy"]


def test_no_script_is_sent_in_place_of_json(places_client: FlaskClient) -> None:
    answer = places_client.get(ENDPOINT, query_string={"callback": "alert"})
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    queries = json.dumps({"q0": {"query": "Raqqa"}})
    answer = places_client.get(ENDPOINT, query_string={"queries": queries, "callback": "alert"})
    assert answer.status_code == 400
