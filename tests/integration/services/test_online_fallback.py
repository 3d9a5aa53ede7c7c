"""Where the online geocoders come in: only where the gazetteer is not sure, if they are named."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from geomap.errors import InvalidInput
from geomap.settings import Settings
from tests.fake_geocoders import FakeGeocoders, fake_geocoders
from tests.gazetteer_clients import client_over
from tests.gazetteers import world_index

NAME = "Zzyzxville"
AGENT = "geomap tests (nobody@example.org)"


@pytest.fixture
def fake() -> Iterator[FakeGeocoders]:
    with fake_geocoders() as server:
        yield server


def asking(fake: FakeGeocoders) -> dict[str, object]:
    return {
        "geocoders": ("nominatim",),
        "nominatim_url": fake.address,
        "geocoder_user_agent": AGENT,
        "geocoder_timeout": 1.0,
    }


def test_nobody_is_asked_unless_named(tmp_path: Path, fake: FakeGeocoders) -> None:
    settings = asking(fake) | {"geocoders": ()}
    with client_over(world_index(tmp_path), tmp_path, **settings) as client:
        assert client.get(f"/api/gazetteer/search?q={NAME}").get_json()["features"] == []
    assert fake.asked == []


def test_search_asks_where_the_gazetteer_knows_nothing(tmp_path: Path, fake: FakeGeocoders) -> None:
    with client_over(world_index(tmp_path), tmp_path, **asking(fake)) as client:
        (one,) = client.get(f"/api/gazetteer/search?q={NAME}").get_json()["features"]
        assert (one["id"], one["properties"]["tier"]) == ("osm:node/101", "online")
        client.get(f"/api/gazetteer/suggest?q={NAME}")
    assert fake.names == [NAME]


def test_what_came_online_is_never_a_match(tmp_path: Path, fake: FakeGeocoders) -> None:
    with client_over(world_index(tmp_path), tmp_path, **asking(fake)) as client:
        queries = json.dumps({"q0": {"query": NAME}})
        answer = client.post("/api/gazetteer/reconcile", data={"queries": queries}).get_json()
    (one,) = answer["q0"]["result"]
    assert (one["id"], one["match"]) == ("osm:node/101", False)


def test_a_hostile_name_is_asked_of_nobody(tmp_path: Path, fake: FakeGeocoders) -> None:
    with client_over(world_index(tmp_path), tmp_path, **asking(fake)) as client:
        answer = client.get("/api/gazetteer/search", query_string={"q": "Raq\x00qa"})
    assert (answer.status_code, fake.asked) == (400, [])


@pytest.mark.parametrize("status", [200, 500])
def test_a_failure_breaks_no_answer_of_the_gazetteer(
    tmp_path: Path, fake: FakeGeocoders, status: int
) -> None:
    fake.status, fake.body = status, b"broken"
    with client_over(world_index(tmp_path), tmp_path, **asking(fake)) as client:
        answer = client.get("/api/gazetteer/search?q=Hawijah")
    assert (answer.status_code, bool(answer.get_json()["features"])) == (200, True)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"GEOMAP_GEOCODERS": "nominatim"}, "GEOMAP_GEOCODER_USER_AGENT: is not set"),
        ({"GEOMAP_GEOCODERS": "oracle"}, "'oracle' is none of nominatim, photon."),
        ({"GEOMAP_NOMINATIM_URL": "nominatim"}, "'nominatim' is no address"),
        ({"GEOMAP_PHOTON_URL": "file:///etc/passwd"}, "is no address"),
        ({"GEOMAP_GEOCODER_TIMEOUT": "0"}, "'0' is no number of seconds"),
        ({"GEOMAP_GEOCODER_TIMEOUT": "nan"}, "'nan' is no number of seconds"),
        ({"GEOMAP_GEOCODER_USER_AGENT": "a\nb"}, "only printable ASCII"),
    ],
)
def test_settings_that_make_no_sense_are_refused(given: dict[str, str], sentence: str) -> None:
    with pytest.raises(InvalidInput, match="GEOMAP_") as refusal:
        Settings.from_environ(given)
    assert sentence in str(refusal.value)


def test_settings_name_the_geocoders_in_their_order() -> None:
    settings = Settings.from_environ(
        {
            "GEOMAP_GEOCODERS": "Photon, nominatim",
            "GEOMAP_PHOTON_URL": "http://127.0.0.1:2322/",
            "GEOMAP_GEOCODER_USER_AGENT": AGENT,
            "GEOMAP_GEOCODER_TIMEOUT": "2.5",
        }
    )
    assert settings.geocoders == ("photon", "nominatim")
    assert settings.photon_url == "http://127.0.0.1:2322"
    assert settings.geocoder_timeout == 2.5
