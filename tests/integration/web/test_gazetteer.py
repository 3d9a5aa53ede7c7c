"""Search, suggest and reverse: GeoJSON, best first, strict parameters, kept by ETag."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from gazetteer.build import build_index
from tests.gazetteer_clients import client_over
from tests.gazetteers import FixedSource, record, world_index

SEARCH, SUGGEST, REVERSE = (f"/api/gazetteer/{name}" for name in ("search", "suggest", "reverse"))
RAQQA = "geonames:172955"
HOSTILE = [
    pytest.param("", id="empty"),
    pytest.param("   ", id="blank"),
    pytest.param("a" * 10_000, id="too-long"),
    pytest.param("Raq\x00qa", id="null"),
    pytest.param("Raq\x1b[31mqa", id="escape"),
    pytest.param("\u202eaqqaR", id="right-to-left-override"),
    pytest.param("\u2066Raqqa\u2069", id="isolate"),
    pytest.param("!?*", id="no-letter"),
]
STRANGE = ["<script>alert(1)</script>", "' OR 1=1 --", "%s%n", "{{7*7}}", "../../etc/passwd", "a"]


def features(answer: TestResponse) -> list[Any]:
    document = answer.get_json()
    assert answer.status_code == 200, document
    assert answer.mimetype == "application/geo+json"
    assert document["type"] == "FeatureCollection"
    assert document["numberReturned"] == len(document["features"])
    assert all(one["id"] == one["properties"]["id"] for one in document["features"])
    return list(document["features"])


def refusal(answer: TestResponse, status: int = 400) -> str:
    document = answer.get_json()
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json"), document
    assert set(document) - {"parameter"} == {"type", "title", "status", "detail"}
    return str(document["detail"])


def ids(answer: TestResponse) -> list[str]:
    return [one["id"] for one in features(answer)]


@pytest.mark.parametrize("path", [SEARCH, SUGGEST])
def test_a_name_gives_features_with_all_that_is_known(
    places_client: FlaskClient, path: str
) -> None:
    first = features(places_client.get(path, query_string={"q": "الرقة", "country": "SY"}))[0]
    assert first["geometry"] == {"type": "Point", "coordinates": [39.00788, 35.95283]}
    said = first["properties"]
    assert (said["id"], said["name"], said["country"], said["admin1"], said["kind"]) == (
        RAQQA, "Raqqa", "SY", "04", "city",
    )  # fmt: skip
    assert said["population"] == 531952
    assert {"text": "Ar Raqqah", "language": "", "kind": "variant"} in said["names"]
    assert 0 < said["score"] <= 1
    assert 0 <= said["confidence"] <= 1
    assert isinstance(said["homonyms"], int)
    assert said["why"]


def test_the_best_comes_first(places_client: FlaskClient) -> None:
    found = features(places_client.get(f"{SEARCH}?q=Kobani"))
    scores = [one["properties"]["score"] for one in found]
    assert found[0]["id"] == "geonames:172256"
    assert scores == sorted(scores, reverse=True)


def test_the_sources_are_credited(places_client: FlaskClient) -> None:
    assert places_client.get(f"{SEARCH}?q=Raqqa").get_json()["attribution"] == ["nobody"]


def test_a_country_brings_its_places_to_the_top(places_client: FlaskClient) -> None:
    assert ids(places_client.get(f"{SEARCH}?q=Kobani&country=TZ"))[0] == "geonames:153600"


def test_a_limit_shortens_the_answer(places_client: FlaskClient) -> None:
    assert len(ids(places_client.get(f"{SEARCH}?q=Hawijah&limit=2"))) == 2


def test_an_id_is_its_place(places_client: FlaskClient) -> None:
    assert ids(places_client.get(SEARCH, query_string={"q": RAQQA})) == [RAQQA]


def test_a_name_that_nothing_has_gives_no_features(places_client: FlaskClient) -> None:
    assert ids(places_client.get(f"{SEARCH}?q=Zzyzxqwv")) == []


@pytest.mark.parametrize("query", ["lon=39.0&lat=35.9", "near=39.0,35.9"])
def test_a_point_gives_the_nearest_place(places_client: FlaskClient, query: str) -> None:
    (one,) = features(places_client.get(f"{REVERSE}?{query}"))
    assert one["id"] == RAQQA
    assert one["properties"]["distance_km"] == pytest.approx(5.9, abs=0.1)


def test_several_places_near_a_point_come_nearest_first(places_client: FlaskClient) -> None:
    found = features(places_client.get(f"{REVERSE}?near=39.0,35.9&limit=3"))
    distances = [one["properties"]["distance_km"] for one in found]
    assert len(found) == 3
    assert distances == sorted(distances)


@pytest.mark.parametrize(
    ("path", "query", "sentence"),
    [
        (SEARCH, "", "q: is missing; give a name"),
        (SEARCH, "name=Raqqa", "name: there is no such parameter here; known parameters: q,"),
        (SEARCH, "q=Raqqa&q=Mosul", "q: is given more than once"),
        (SEARCH, "q=Raqqa&limit=0", "limit: '0' is not a whole number from 1 to 100."),
        (SEARCH, "q=Raqqa&limit=101", "limit: '101' is not"),
        (SEARCH, "q=Raqqa&limit=ten", "limit: 'ten' is not"),
        (SEARCH, "q=Raqqa&country=Syria", "country: give a code of two letters"),
        (SEARCH, "q=Raqqa&lang=arabic", "lang: 'arabic' is not a language of two letters"),
        (SEARCH, "q=Raqqa&near=39", "near: '39' cannot be read"),
        (SEARCH, "q=Raqqa&near=39,north", "near: 'north' is not a number of degrees"),
        (SEARCH, "q=Raqqa&near=39,91", "near: '91' is not a number of degrees from -90 to 90."),
        (SEARCH, "q=Raqqa&near=nan,1", "near: 'nan' is not"),
        (SEARCH, "q=Raqqa&bbox=1,2,3", "bbox: '1,2,3' is not four numbers"),
        (SEARCH, "q=Raqqa&on=2017", "on: '2017' cannot be read"),
        (REVERSE, "", "do not make a point; give lon and lat"),
        (REVERSE, "lon=39", "do not make a point"),
        (REVERSE, "lon=39&lat=35&near=39,35", "do not make a point"),
        (REVERSE, "lon=200&lat=35", "lon: '200' is not a number of degrees from -180 to 180."),
        (REVERSE, "q=Raqqa", "q: there is no such parameter here"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_refused_by_name(
    places_client: FlaskClient, path: str, query: str, sentence: str
) -> None:
    assert sentence in refusal(places_client.get(f"{path}?{query}"))


@pytest.mark.parametrize("path", [SEARCH, SUGGEST])
@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_name_is_refused(places_client: FlaskClient, path: str, name: str) -> None:
    assert refusal(places_client.get(path, query_string={"q": name})).endswith(".")


@pytest.mark.parametrize("path", [SEARCH, SUGGEST])
@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_name_is_answered(places_client: FlaskClient, path: str, name: str) -> None:
    features(places_client.get(path, query_string={"q": name}))


@pytest.mark.parametrize("path", [SEARCH, SUGGEST, REVERSE])
def test_anybody_may_read(places_client: FlaskClient, path: str) -> None:
    answer = places_client.get(f"{path}?q=Raqqa")
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("query", [f"{SEARCH}?q=Raqqa", f"{REVERSE}?near=39,36"])
def test_who_has_the_answer_is_not_sent_it_again(places_client: FlaskClient, query: str) -> None:
    tag = places_client.get(query).headers["ETag"]
    again = places_client.get(query, headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    assert places_client.get(f"{query}&limit=5").headers["ETag"] != tag


def test_a_new_index_answers_at_once_and_under_another_tag(tmp_path: Path) -> None:
    index = world_index(tmp_path)
    with client_over(index, tmp_path) as client:
        tag = client.get(f"{SEARCH}?q=Raqqa").headers["ETag"]
        build_index(index, [FixedSource((record("test:new", "Raqqa"),))])
        answer = client.get(f"{SEARCH}?q=Raqqa", headers={"If-None-Match": tag})
        assert ids(answer) == ["test:new"]


def test_an_index_that_is_gone_is_said_so_until_it_is_back(
    world_path: Path, tmp_path: Path
) -> None:
    index = tmp_path / "gazetteer.sqlite"
    with client_over(index, tmp_path) as client:
        sentence = refusal(client.get(f"{SEARCH}?q=Raqqa"), 503)
        assert "geomap gazetteer build" in sentence
        assert str(tmp_path) not in sentence
        shutil.copy(world_path, index)
        assert ids(client.get(f"{SEARCH}?q=Raqqa"))


@pytest.fixture
def hostile_client(tmp_path: Path) -> Iterator[FlaskClient]:
    """A service whose gazetteer has markup for a name."""
    index = tmp_path / "gazetteer.sqlite"
    build_index(index, [FixedSource((record("x:1", "<script>alert(1)</script>"),))])
    with client_over(index, tmp_path) as client:
        yield client


def test_markup_in_a_name_comes_back_as_the_text_it_is(hostile_client: FlaskClient) -> None:
    answer = hostile_client.get(
        SEARCH, query_string={"q": "<script>alert(1)</script>"}, headers={"Accept": "text/html"}
    )
    assert features(answer)[0]["properties"]["name"] == "<script>alert(1)</script>"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
