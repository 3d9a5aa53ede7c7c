"""Online geocoders: asked seldom and slowly, remembered, and never the reason of a failure."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from gazetteer import Context
from gazetteer.online import OnlineGeocoders, OnlineService
from gazetteer.online_cache import KEPT_SECONDS, AnswerCache
from tests.fake_geocoders import FakeGeocoders, fake_geocoders

NAME = "Zzyzxville"
Make = Callable[..., OnlineGeocoders]


@pytest.fixture
def fake() -> Iterator[FakeGeocoders]:
    with fake_geocoders() as server:
        yield server


@pytest.fixture
def make(fake: FakeGeocoders, tmp_path: Path) -> Make:
    """Make geocoders that ask the fake server without waiting, unless a test says otherwise."""

    def make_one(*names: str, seconds_between: float = 0.0, **more: Any) -> OnlineGeocoders:
        cache = more.pop("cache", AnswerCache(tmp_path / "cache" / "geocoders.sqlite"))
        timeout = more.pop("timeout", 5.0)
        services = [
            OnlineService(name, fake.address, "geomap tests (nobody@example.org)", timeout)
            for name in names or ("nominatim",)
        ]
        return OnlineGeocoders(services, cache, seconds_between, **more)

    return make_one


@pytest.mark.parametrize(
    ("service", "place_id"), [("nominatim", "osm:node/101"), ("photon", "osm:node/102")]
)
def test_a_geocoder_is_asked_and_its_answer_is_a_candidate(
    make: Make, fake: FakeGeocoders, service: str, place_id: str
) -> None:
    (one,) = make(service).lookup(NAME, Context(country="SY", language="en"))
    assert (one.place.id, one.place.name, one.place.kind) == (place_id, NAME, "village")
    assert (one.place.longitude, one.place.latitude) == (40.5, 35.5)
    assert (one.place.country, one.place.admin1_name) == ("SY", "Deir ez-Zor")
    assert one.tier == "online"
    assert one.confidence <= 0.5
    assert any("OpenStreetMap" in term for term in one.why)
    ((_path, query, agent, _time),) = fake.asked
    assert query["q"] == NAME
    assert agent == "geomap tests (nobody@example.org)"


def test_the_country_and_the_language_are_passed_on(make: Make, fake: FakeGeocoders) -> None:
    make().lookup(NAME, Context(country="SY", language="ar"))
    assert (fake.asked[0][1]["countrycodes"], fake.asked[0][1]["accept-language"]) == ("SY", "ar")


def test_the_second_is_asked_when_the_first_knows_nothing(make: Make, fake: FakeGeocoders) -> None:
    fake.body = {"features": []}
    assert make("photon", "nominatim").lookup(NAME) == []
    assert [path for path, *_ in fake.asked] == ["/api", "/search"]


def test_nothing_is_asked_twice(make: Make, fake: FakeGeocoders) -> None:
    assert make().lookup(NAME) == make().lookup(NAME) != []
    assert fake.names == [NAME]


def test_that_nothing_was_found_is_remembered_too(make: Make, fake: FakeGeocoders) -> None:
    fake.body = []
    assert make().lookup(NAME) == make().lookup(NAME) == []
    assert fake.names == [NAME]


def test_an_answer_grows_old(make: Make, fake: FakeGeocoders, tmp_path: Path) -> None:
    today = [0.0]
    cache = AnswerCache(tmp_path / "cache.sqlite", now=lambda: today[0])
    make(cache=cache).lookup(NAME)
    today[0] = KEPT_SECONDS + 1.0
    make(cache=cache).lookup(NAME)
    assert fake.names == [NAME, NAME]


def test_questions_are_a_second_apart(make: Make, fake: FakeGeocoders) -> None:
    online = make(seconds_between=0.2)
    with ThreadPoolExecutor(3) as threads:
        list(threads.map(online.lookup, ["a", "b", "c"]))
    times = sorted(asked[3] for asked in fake.asked)
    assert len(times) == 3
    assert min(later - earlier for earlier, later in pairwise(times)) > 0.15


def test_who_would_wait_too_long_does_without(make: Make, fake: FakeGeocoders) -> None:
    online = make(seconds_between=0.1)
    fake.delay = 0.3
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(online.lookup, "abcdefgh"))
    assert 1 <= sum(bool(one) for one in found) < 8


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (500, b"oops"),
        (429, b"slow down"),
        (403, b"go away"),
        (200, b"<html>not json</html>"),
        (200, b""),
        (200, b"\xff\xfe"),
        (200, {"error": "broken"}),
        (200, [1, None, {}]),
        (200, [{"lat": "95", "lon": "1", "display_name": "z"}]),
        (200, [{"lat": "nan", "lon": "1", "display_name": "z"}]),
        (200, [{"lat": "x", "lon": "y", "display_name": "z"}]),
    ],
)
def test_a_failure_is_no_answer_and_no_error(
    make: Make, fake: FakeGeocoders, status: int, body: Any
) -> None:
    fake.status, fake.body = status, body
    assert make().lookup(NAME) == []


@pytest.mark.parametrize(
    "change",
    [
        {"osm_id": "x"},
        {"osm_id": None},
        {"display_name": "\u202e", "name": "\u202e"},
        {"address": "x"},
    ],
)
def test_a_place_that_makes_no_sense_is_passed_over(
    make: Make, fake: FakeGeocoders, change: dict[str, Any]
) -> None:
    good = {"osm_type": "way", "osm_id": 7, "lat": "1", "lon": "2", "display_name": "Good, There"}
    fake.body = [good | change, good]
    assert [one.place.id for one in make().lookup(NAME)] == ["osm:way/7"]


def answer(number: int, name: str, **said: Any) -> dict[str, Any]:
    """A place as Nominatim answers it."""
    place = {"osm_type": "node", "osm_id": number, "lat": "35.5", "lon": "40.5", "name": name}
    return place | {"display_name": name, "address": {"country_code": "sy"}} | said


def test_one_answer_of_that_name_is_as_likely_as_not(make: Make, fake: FakeGeocoders) -> None:
    fake.body = [answer(1, "Zzyzxville")]
    (one,) = make().lookup("zzyzx-ville")
    assert (one.confidence, one.why[0]) == (0.5, "same name")


def test_the_less_alike_a_name_the_less_sure(make: Make, fake: FakeGeocoders) -> None:
    fake.body = [answer(1, "Zzyzxville")]
    asked = ["Zzyzxville", "Zzyzxvile", "Zzizxvilo", "Zzyzx", "Amsterdam"]
    sure = [make().lookup(name)[0].confidence for name in asked]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)
    assert sure[1] > 0.2
    assert sure[-1] < 0.01


def test_namesakes_share_the_confidence_by_their_importance(
    make: Make, fake: FakeGeocoders
) -> None:
    fake.body = [answer(1, NAME, importance=0.1), answer(2, NAME, importance=0.4)]
    first, second = make().lookup(NAME)
    assert [first.place.id, second.place.id] == ["osm:node/2", "osm:node/1"]
    assert first.confidence == pytest.approx(0.4)
    assert second.confidence == pytest.approx(0.1)


@pytest.mark.parametrize("importance", [None, "x", "nan", float("1e400"), -3, 17, [], {}])
def test_an_importance_that_makes_no_sense_does_no_harm(
    make: Make, fake: FakeGeocoders, importance: Any
) -> None:
    fake.body = [answer(1, NAME, importance=importance)]
    assert make().lookup(NAME)[0].confidence == 0.5


def test_a_place_outside_the_country_asked_for_is_doubted(make: Make, fake: FakeGeocoders) -> None:
    fake.body = [answer(1, NAME, address={"country_code": "fr"}), answer(2, NAME)]
    first, second = make().lookup(NAME, Context(country="SY"))
    assert [first.place.country, second.place.country] == ["SY", "FR"]
    assert second.confidence < 0.1 < first.confidence
    fake.body = [answer(1, NAME, address={"country_code": "fr"})]
    (alone,) = make().lookup(f"{NAME} ", Context(country="SY"))
    assert alone.confidence <= 0.125


def test_a_name_in_another_language_is_recognised(make: Make, fake: FakeGeocoders) -> None:
    others = {"name:ar": "زيزكسفيل", "old_name": "Oldville;Elderville", "ref": "7", "name:en": 3}
    fake.body = [answer(1, NAME, namedetails=others)]
    (one,) = make().lookup("زيزكسفيل")
    assert (one.confidence, one.matched) == (0.5, "زيزكسفيل")
    (one,) = make().lookup("Elderville")
    assert (one.confidence, one.matched) == (0.5, "Elderville")
    assert ("Elderville", "historical") in {(name.text, name.kind) for name in one.place.names}
    assert fake.asked[0][1]["namedetails"] == "1"


def test_marks_that_turn_writing_are_taken_out_of_names(make: Make, fake: FakeGeocoders) -> None:
    fake.body = [
        {"osm_type": "way", "osm_id": 7, "lat": "1", "lon": "2", "display_name": "\u202eGood\x07"}
    ]
    assert make().lookup(NAME)[0].place.name == "Good"


def test_a_geocoder_that_failed_is_left_alone_for_a_while(make: Make, fake: FakeGeocoders) -> None:
    now = [0.0]
    online = make(clock=lambda: now[0])
    fake.status = 500
    assert online.lookup("a") == online.lookup("b") == []
    assert fake.names == ["a"]
    fake.status, now[0] = 200, 61.0
    assert online.lookup("b")
    assert fake.names == ["a", "b"]


def test_a_geocoder_that_does_not_answer_costs_its_timeout_once(
    make: Make, fake: FakeGeocoders
) -> None:
    fake.delay = 1.0
    online = make(timeout=0.1)
    assert online.lookup("a") == online.lookup("b") == []
    assert fake.names == ["a"]


def test_a_server_that_is_not_there_is_no_error(tmp_path: Path) -> None:
    service = OnlineService("nominatim", "http://127.0.0.1:9", "geomap tests", 0.5)
    online = OnlineGeocoders([service], AnswerCache(tmp_path / "cache.sqlite"), 0.0)
    assert online.lookup(NAME) == []


@pytest.mark.parametrize("kind", ["folder", "noise", "other-table"])
def test_a_cache_that_cannot_be_used_is_no_error(make: Make, tmp_path: Path, kind: str) -> None:
    path = tmp_path / "cache.sqlite"
    if kind == "folder":
        path.mkdir()
    elif kind == "noise":
        path.write_bytes(b"noise" * 1000)
    else:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE answer (x)")
        connection.close()
    assert make(cache=AnswerCache(path)).lookup(NAME)
