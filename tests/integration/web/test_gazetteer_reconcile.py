"""The Reconciliation Service API 0.2, as OpenRefine and other clients speak it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gazetteer.build import build_index
from gazetteer.places import Name
from tests.gazetteer_clients import client_over
from tests.gazetteers import FixedSource, record

ENDPOINT = "/api/gazetteer/reconcile"
RAQQA, KOBANI = "geonames:172955", "geonames:172256"
MARKUP = "<script>alert(1)</script>"
Json = dict[str, Any]


def checked(answer: TestResponse) -> Any:
    assert answer.status_code == 200, answer.text
    assert answer.mimetype == "application/json"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    return answer.get_json()


def refusal(answer: TestResponse, status: int = 400) -> str:
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    return str(answer.get_json()["detail"])


def send(client: FlaskClient, batch: Any, name: str = "queries") -> TestResponse:
    return client.post(ENDPOINT, data={name: json.dumps(batch)})


def ask(client: FlaskClient, query: str, **more: Any) -> list[Json]:
    answer = checked(send(client, {"q0": {"query": query, **more}}))
    assert set(answer) == {"q0"}
    assert set(answer["q0"]) == {"result"}
    found: list[Json] = answer["q0"]["result"]
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)
    assert sum(one["match"] for one in found) <= 1
    for one in found:
        assert set(one) == {"id", "name", "description", "type", "score", "features", "match"}
        assert all(set(each) == {"id", "name"} for each in one["type"])
    return found


def first(client: FlaskClient, query: str, **more: Any) -> str:
    return str(ask(client, query, **more)[0]["id"])


def test_the_manifest_says_what_is_offered(places_client: FlaskClient) -> None:
    manifest = checked(places_client.get(ENDPOINT))
    assert manifest["versions"] == ["0.2"]
    for space in ("identifierSpace", "schemaSpace"):
        assert manifest[space].startswith("http://localhost/")
    assert manifest["batchSize"] == 100
    assert "{{id}}" in manifest["view"]["url"]
    assert {"url", "width", "height"} <= set(manifest["preview"])
    assert set(manifest["suggest"]) == {"entity", "type", "property"}
    assert {"id": "place", "name": "Place"} in manifest["defaultTypes"]


def test_the_addresses_of_the_manifest_are_those_of_the_asker(places_client: FlaskClient) -> None:
    answer = places_client.get(ENDPOINT, headers={"Host": "maps.example:8080"})
    assert checked(answer)["suggest"]["type"]["service_url"] == "http://maps.example:8080"


@pytest.mark.parametrize("host", ['evil"<x>', "a b", "a/b", "\xff"])
def test_a_host_that_is_none_is_refused(places_client: FlaskClient, host: str) -> None:
    assert places_client.get(ENDPOINT, headers={"Host": host}).status_code == 400


def test_every_address_of_the_manifest_answers(places_client: FlaskClient) -> None:
    manifest = checked(places_client.get(ENDPOINT))
    shown = {"entity": RAQQA, "type": "city", "property": "country"}
    for what, service in manifest["suggest"].items():
        path = service["service_url"] + service["service_path"]
        assert checked(places_client.get(path, query_string={"prefix": "c"}))["result"] is not None
        flyout = service["flyout_service_url"] + service["flyout_service_path"]
        said = checked(places_client.get(flyout.replace("${id}", shown[what])))
        assert (said["id"], "<p>" in said["html"]) == (shown[what], True)
    proposal = manifest["extend"]["propose_properties"]
    path = proposal["service_url"] + proposal["service_path"]
    assert checked(places_client.get(path, query_string={"type": "city"}))["properties"]
    for template in (manifest["preview"]["url"], manifest["view"]["url"]):
        assert places_client.get(template.replace("{{id}}", RAQQA)).status_code == 200


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_batch_is_answered_by_its_keys(places_client: FlaskClient, method: str) -> None:
    batch = {"q0": {"query": "Rakka"}, "another": {"query": "Kobanî", "limit": 1}}
    sent = {"queries": json.dumps(batch)}
    given = {"query_string": sent} if method == "GET" else {"data": sent}
    answer = checked(places_client.open(ENDPOINT, method=method, **given))  # type: ignore[arg-type]
    assert set(answer) == set(batch)
    assert answer["q0"]["result"][0]["id"] == RAQQA
    assert [one["id"] for one in answer["another"]["result"]] == [KOBANI]


def test_a_candidate_says_what_it_is(places_client: FlaskClient) -> None:
    best = ask(places_client, "Rakka")[0]
    assert (best["id"], best["name"]) == (RAQQA, "Raqqa")
    assert best["type"] == [
        {"id": "city", "name": "City"},
        {"id": "settlement", "name": "Settlement"},
    ]
    assert {one["id"] for one in best["features"]} == {"confidence", "homonyms"}
    assert best["description"].startswith("city, ")


@pytest.mark.parametrize(
    "country", ["TZ", "TZA", "Tanzania", {"id": "geonames:153600"}, ["nowhere", "TZ"]]
)
def test_the_country_counts_however_it_is_written(places_client: FlaskClient, country: Any) -> None:
    said = [{"pid": "country", "v": country}]
    assert first(places_client, "Kobani", properties=said) == "geonames:153600"


def test_a_type_shuts_out_what_is_not_of_it(places_client: FlaskClient) -> None:
    kinds = {one["type"][0]["id"] for one in ask(places_client, "Raqqa", type="admin_area")}
    assert kinds == {"governorate"}


def test_a_settlement_of_unknown_size_may_be_a_city(places_client: FlaskClient) -> None:
    found = [one["id"] for one in ask(places_client, "Raqqa", type=["city"])]
    assert RAQQA in found
    assert "test:raqqa-hamlet" in found
    assert "test:raqqa-governorate" not in found


def test_a_type_that_only_should_be_puts_nobody_out(places_client: FlaskClient) -> None:
    found = ask(places_client, "Raqqa", type=["place"], type_strict="should")
    assert len(found) >= 3


def test_an_id_is_its_place_and_a_match(places_client: FlaskClient) -> None:
    (only,) = ask(places_client, RAQQA)
    assert (only["id"], only["match"]) == (RAQQA, True)


def test_namesakes_are_candidates_and_no_match(places_client: FlaskClient) -> None:
    found = ask(places_client, "Al Hawijah", properties=[{"pid": "country", "v": "SY"}])
    assert len(found) >= 5
    assert not any(one["match"] for one in found)


def test_what_was_said_but_not_understood_makes_no_match(places_client: FlaskClient) -> None:
    (only,) = ask(places_client, RAQQA, properties=[{"pid": "country", "v": "Ruritania"}])
    assert (only["id"], only["match"]) == (RAQQA, False)


@pytest.mark.parametrize(
    "name",
    ["", " ", "a" * 10_000, "Raq\x00qa", "\u202eaqqaR", "\ud800", "!?", MARKUP, "' OR 1=1 --"],
)
def test_a_hostile_name_fails_nobody_else(places_client: FlaskClient, name: str) -> None:
    answer = checked(send(places_client, {"bad": {"query": name}, "good": {"query": "Raqqa"}}))
    assert isinstance(answer["bad"]["result"], list)
    assert answer["good"]["result"][0]["id"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "queries: is not JSON"),
        ("[]", "queries: must be a JSON object."),
        ('{"q0": "Raqqa"}', "queries: must be a JSON object."),
        ('{"q0": {}}', "queries: 'q0' has no text named query."),
        ('{"q0": {"query": 1}}', "queries: 'q0' has no text named query."),
        ('{"q0": {"query": "a", "limit": 0}}', "queries: limit 0 is no positive number."),
        ('{"q0": {"query": "a", "limit": "3"}}', "queries: limit '3' is no positive number."),
        ('{"q0": {"query": "a", "limit": NaN}}', "queries: is not JSON: NaN is no number"),
        ('{"q0": {"query": "a", "type": "Q515"}}', "queries: 'Q515' is no type; types: place"),
        ('{"q0": {"query": "a", "properties": [{"pid": "x", "v": 1}]}}', "'x' is no property"),
        ('{"q0": {"query": "a", "properties": {}}}', "queries: properties must be a JSON array."),
        ('{"' + "k" * 300 + '": {"query": "a"}}', "is no text of at most 200 characters."),
        ('{"\\ud800": {"query": "a"}}', "is no text of at most 200 characters."),
        ("[" * 100_000, "queries: is nested too deeply."),
    ],
)
def test_what_is_no_batch_is_refused(places_client: FlaskClient, text: str, sentence: str) -> None:
    assert sentence in refusal(places_client.post(ENDPOINT, data={"queries": text}))


def test_a_batch_has_at_most_a_hundred_queries(places_client: FlaskClient) -> None:
    batch = {f"q{number}": {"query": "Raqqa", "limit": 1} for number in range(101)}
    assert "at most 100" in refusal(send(places_client, batch), 413)
    batch.pop("q100")
    assert len(checked(send(places_client, batch))) == 100


def test_a_batch_has_at_most_a_megabyte(places_client: FlaskClient) -> None:
    padding = "a" * 900_000
    checked(send(places_client, {"q0": {"query": "Raqqa", "comment": padding}}))
    refusal(send(places_client, {"q0": {"query": "Raqqa", "comment": padding + padding}}), 413)


@pytest.mark.parametrize("data", [{}, {"query": "Raqqa"}, {"queries": "{}", "extend": "{}"}])
def test_a_form_without_queries_is_refused(places_client: FlaskClient, data: Json) -> None:
    refusal(places_client.post(ENDPOINT, data=data))


def test_places_are_suggested(places_client: FlaskClient) -> None:
    path = f"{ENDPOINT}/suggest/entity"
    found = checked(places_client.get(path, query_string={"prefix": "Kobani"}))["result"]
    assert found[0]["id"] == KOBANI
    assert found[0]["notable"][0] == {"id": "town", "name": "Town"}
    skipped = checked(places_client.get(path, query_string={"prefix": "Kobani", "cursor": "1"}))
    assert skipped["result"] == found[1:]
    assert checked(places_client.get(path, query_string={"prefix": ""}))["result"] == []
    assert "cursor" in refusal(places_client.get(path, query_string={"prefix": "a", "cursor": "x"}))


def test_types_and_properties_are_suggested(places_client: FlaskClient) -> None:
    types = checked(places_client.get(f"{ENDPOINT}/suggest/type?prefix=oil"))["result"]
    assert types == [{"id": "oil_field", "name": "Oil field"}]
    found = checked(places_client.get(f"{ENDPOINT}/suggest/property?prefix="))["result"]
    assert [one["id"] for one in found][:4] == ["country", "admin1", "near", "on"]


def test_columns_are_fetched(places_client: FlaskClient) -> None:
    wanted = [{"id": "longitude"}, {"id": "population"}, {"id": "country"}]
    names = {"id": "names", "settings": {"limit": "1"}}
    answer = checked(
        send(places_client, {"ids": [RAQQA, "x:none"], "properties": [*wanted, names]}, "extend")
    )
    assert [one["id"] for one in answer["meta"]] == ["longitude", "population", "country", "names"]
    assert answer["rows"][RAQQA] == {
        "longitude": [{"float": 39.00788}],
        "population": [{"int": 531952}],
        "country": [{"str": "SY"}],
        "names": [{"str": "Raqqa"}],
    }
    assert answer["rows"]["x:none"] == {one["id"]: [] for one in answer["meta"]}


@pytest.mark.parametrize(
    "extend",
    [
        {},
        {"ids": "x", "properties": []},
        {"ids": [1], "properties": []},
        {"ids": [], "properties": [{"id": "x"}]},
    ],
)
def test_an_extension_that_makes_no_sense_is_refused(
    places_client: FlaskClient, extend: Json
) -> None:
    refusal(send(places_client, extend, "extend"))


@pytest.mark.parametrize("what", ["flyout/entity", "flyout/type", "flyout/property", "preview"])
def test_what_is_not_known_cannot_be_shown(places_client: FlaskClient, what: str) -> None:
    answer = places_client.get(f"{ENDPOINT}/{what}?id=x:none")
    assert answer.status_code in {400, 404}
    assert "id: is missing" in refusal(places_client.get(f"{ENDPOINT}/{what}"))


@pytest.fixture
def hostile_client(tmp_path: Path) -> Iterator[FlaskClient]:
    """A service whose gazetteer has markup for a name and for an admin area."""
    index = tmp_path / "gazetteer.sqlite"
    names = (Name(MARKUP, "en", "preferred"),)
    build_index(index, [FixedSource((record("x:1", MARKUP, admin1_name=MARKUP, names=names),))])
    with client_over(index, tmp_path) as client:
        yield client


def test_a_preview_runs_nothing_and_may_be_framed(hostile_client: FlaskClient) -> None:
    answer = hostile_client.get(f"{ENDPOINT}/preview?id=x:1")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    assert "<script" not in answer.text
    assert answer.text.count("&lt;script&gt;") == len(("title", "heading", "area", "English name"))
    policy = answer.headers["Content-Security-Policy"].split("; ")
    assert {"default-src 'none'", "frame-ancestors *"} <= set(policy)


def test_a_flyout_runs_nothing(hostile_client: FlaskClient) -> None:
    said = checked(hostile_client.get(f"{ENDPOINT}/flyout/entity?id=x:1"))
    assert "<script" not in said["html"]
