"""The description tells of every address of the API, with just the parameters that it takes."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import OpenAPIV30SpecValidator
from werkzeug.routing import Rule

from geomap.domain.items.collections import COLLECTIONS
from geomap.web.operations import gazetteer
from geomap.web.operations.files import ENDINGS
from tests.writing import token_for

Json = dict[str, Any]
PAGES = {"/", "/review", "/api/docs", "/static/<path:filename>"}
METHODS = {"get", "put", "post", "patch", "delete"}
UNKNOWN = "no-such-parameter"
KNOWN = re.compile(r"known parameters: (.*)\.$")
EXAMPLES = {
    "place_id": "geonames:172955",
    "kind": "claims",
    "key": "raqqa-before",
    "number": "1",
    "zoom": "0",
    "column": "0",
    "row": "0",
    "extension": "csv",
}

NEEDED = {"date": "2015-02-16", "q": "raqqa", "prefix": "a", "place": "geonames:172955"}
BESIDE = {
    "/api/diff": {"from": "2014-01-01", "to": "2017-01-01"},
    "/api/gazetteer/reverse": {"near": "39,35"},
}
MADE_ANEW = {"/feed.atom", "/api/changes"}
"""Whose links repeat what was asked."""


@pytest.fixture
def description(client: FlaskClient) -> Json:
    document: Json = client.get("/api/openapi.json").get_json()
    return document


def operations(description: Json) -> Iterator[tuple[str, str, Json]]:
    for path, methods in description["paths"].items():
        for method, operation in methods.items():
            yield path, method, operation


def address(path: str) -> str:
    """An address that a path leads to."""
    return re.sub(r"\{(\w+)\}", lambda part: EXAMPLES.get(part[1], "x"), path)


def asked_of(path: str, operation: Json) -> dict[str, str]:
    """A query that is answered, without anything that need not be given."""
    named = names_in(operation, "query")
    return BESIDE.get(path) or {name: NEEDED[name] for name in named if name in NEEDED}


def names_in(operation: Json, where: str) -> list[str]:
    return [one["name"] for one in operation["parameters"] if one["in"] == where]


def paths_of(rule: Rule) -> set[str]:
    """The paths by which the description tells of a route."""
    if rule.rule == "/<collection>.<extension>":
        return {f"/{one}.{{extension}}" for one in COLLECTIONS}
    path = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule).replace("{item_id}", "{itemId}")
    if path in {"/api", "/api/collections/"}:  # The other spelling of these is described.
        path = {"/api": "/api/", "/api/collections/": "/api/collections"}[path]
    return {path.replace("{collection_id}", one) for one in COLLECTIONS}


def test_it_is_a_description_as_the_standard_has_it(description: Json) -> None:
    OpenAPIV30SpecValidator(description).validate()


def test_it_tells_of_every_route_and_of_no_other(client: FlaskClient, description: Json) -> None:
    routes = {
        (path, method.lower())
        for rule in client.application.url_map.iter_rules()
        if rule.rule not in PAGES
        for path in paths_of(rule)
        for method in rule.methods or ()
        if method.lower() in METHODS
    }
    assert {(path, method) for path, method, _one in operations(description)} == routes


def test_every_parameter_that_is_taken_is_described(client: FlaskClient, description: Json) -> None:
    editor = token_for(client.application)
    lenient = {one.path for one in gazetteer.OPEN}
    for path, method, operation in operations(description):
        if path in lenient:
            continue
        answer = client.open(f"{address(path)}?{UNKNOWN}=1", method=method.upper(), headers=editor)
        assert answer.status_code == 400, (method, path)
        listed = KNOWN.search(answer.get_json()["detail"])
        assert listed is not None, (method, path)
        described = names_in(operation, "query") or ["none"]
        # The order of parameters in a description says nothing.
        assert sorted(listed[1].split(", ")) == sorted(described), (method, path)


def test_parameters_of_a_client_are_passed_over_where_a_protocol_wants_it(
    places_client: FlaskClient,
) -> None:
    for one in gazetteer.OPEN:
        needed = {each.name: "x" for each in one.parameters if each.required}
        plain = places_client.get(one.path, query_string=needed)
        own = places_client.get(one.path, query_string={**needed, UNKNOWN: "1"})
        assert (own.status_code, own.data) == (plain.status_code, plain.data)


def test_what_must_be_given_is_missed_by_name(client: FlaskClient, description: Json) -> None:
    editor = token_for(client.application)
    for path, method, operation in operations(description):
        needed = [one["name"] for one in operation["parameters"] if one["required"]]
        needed = [name for name in needed if name in names_in(operation, "query")]
        if not needed:
            continue
        answer = client.open(address(path), method=method.upper(), headers=editor)
        assert (answer.status_code, answer.mimetype) == (400, "application/problem+json"), path
        assert answer.get_json()["detail"].split(":")[0] in needed


def bounded(description: Json) -> Iterator[tuple[str, str, str]]:
    """Addresses with a number that lies just outside what is described."""
    for path, method, operation in operations(description):
        if method != "get" or path.startswith("/api/collections") or "{extension}" in path:
            continue
        for one in operation["parameters"]:
            for bound, step in (("minimum", -1), ("maximum", 1)):
                if one["in"] == "query" and bound in one["schema"]:
                    yield path, one["name"], str(one["schema"][bound] + step)


def test_bounds_are_those_that_are_kept(client: FlaskClient, description: Json) -> None:
    editor = token_for(client.application)
    asked = list(bounded(description))
    assert len(asked) > 40
    for path, name, text in asked:
        query = asked_of(path, description["paths"][path]["get"]) | {name: text}
        if name in {"lon", "lat"}:
            query = {"lon": "1", "lat": "1", name: text}
        answer = client.get(address(path), query_string=query, headers=editor)
        assert answer.status_code == 400, (path, name, text, answer.text[:200])
        assert answer.get_json()["detail"].startswith(name)


def test_defaults_are_those_that_are_taken(client: FlaskClient, description: Json) -> None:
    checked = 0
    for path, method, operation in operations(description):
        given = {one["name"]: one["schema"] for one in operation["parameters"]}
        defaults = {name: one["default"] for name, one in given.items() if "default" in one}
        if method != "get" or not defaults or path in MADE_ANEW or not is_shown_to_all(path):
            continue
        query = asked_of(path, operation)
        plain = client.get(address(path), query_string=query)
        spelled = client.get(address(path), query_string=query | defaults)
        assert (plain.status_code, spelled.data) == (200, plain.data), path
        checked += 1
    assert checked >= 7


def is_shown_to_all(path: str) -> bool:
    """Whether no token and no gazetteer is needed, and the answer has no time of its own."""
    begun = ("/api/collections", "/api/gazetteer", "/api/proposals", "/api/reports")
    return not path.startswith(begun)


def test_writing_needs_a_token_and_reading_none(description: Json) -> None:
    schemes = description["components"]["securitySchemes"]
    assert schemes["bearer"]["scheme"] == "bearer"
    guarded = {(path, method) for path, method, one in operations(description) if "security" in one}
    assert guarded == {
        *(("/api/statements/{kind}/{key}", method) for method in ("put", "patch", "delete")),
        ("/api/proposals", "get"),
        ("/api/proposals", "post"),
        ("/api/proposals/{number}", "get"),
        ("/api/proposals/{number}/accept", "post"),
        ("/api/proposals/{number}/reject", "post"),
        *((f"/api/proposals/{{number}}/{what}", "post") for what in ("preview", "merge", "undo")),
        *((f"/api/proposals/{{number}}/{what}", "get") for what in ("alike", "steps")),
        *(("/api/names", method) for method in ("get", "post", "delete")),
        *((f"/api/{what}", "get") for what in ("review", "reports", "reports/{key}")),
        ("/api/reports", "post"),
    }


def test_who_writes_without_a_token_is_told_so(client: FlaskClient, description: Json) -> None:
    for path, method, operation in operations(description):
        if "security" not in operation:
            continue
        query = {"note": "x"} if "note" in names_in(operation, "query") else {}
        answer = client.open(address(path), method=method.upper(), query_string=query)
        assert answer.status_code == 401, (path, method)
        assert "401" in operation["responses"]


def test_every_ending_of_a_file_is_described(description: Json) -> None:
    for collection in COLLECTIONS:
        endings: list[str] = description["paths"][f"/{collection}.{{extension}}"]["get"][
            "parameters"
        ][0]["schema"]["enum"]
        written = {f"/{collection}.{ending}" for ending in endings} | set(description["paths"])
        assert {f"/{collection}.{ending}" for ending in ENDINGS.values()} <= written


def test_names_of_operations_are_its_own(description: Json) -> None:
    names = [one["operationId"] for _path, _method, one in operations(description)]
    assert len(set(names)) == len(names)
    tags = {one["name"] for one in description["tags"]}
    used = {tag for _path, _method, one in operations(description) for tag in one.get("tags", ())}
    assert used == tags
    assert "$ref" not in json.dumps(description["tags"])
