"""What every answer carries: safety, an open door for readers, a name to ask again by."""

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gazetteer import Gazetteer
from geomap.app import create_app
from geomap.domain.rule import Rule
from geomap.services.atlases import Loaded, load_atlas_folder, prepare_database
from geomap.settings import Settings
from geomap.storage.database import Database
from geomap.web.answers import Service
from tests.factories import actor, claim, frame, tables, write_atlas

Load = Callable[..., Loaded]
CONTROL = "/control.geojson?date=2014-06-10"
ANSWERS = [CONTROL, "/api/timeline", "/health", "/", "/static/img/icon.svg"]
REFUSALS = ["/nothing", "/control.geojson", "/api/timeline?known=x", "/static/none.css"]
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.parametrize("path", [*ANSWERS, *REFUSALS])
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "OPTIONS"])
def test_every_answer_forbids_foreign_content(client: FlaskClient, path: str, method: str) -> None:
    with client.open(path, method=method) as answer:
        policy = answer.headers["Content-Security-Policy"]
        sniffing = answer.headers["X-Content-Type-Options"]
    assert sniffing == "nosniff"
    assert {"default-src 'self'", "object-src 'none'", "base-uri 'none'"} <= set(policy.split("; "))
    assert "unsafe" not in policy
    assert "http" not in policy


@pytest.mark.parametrize("path", [*ANSWERS, *REFUSALS])
def test_anybody_may_read(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_nobody_may_write_from_another_site(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.post("/health").headers


def test_the_nonce_of_the_page_is_new_each_time(client: FlaskClient) -> None:
    policies = {client.get("/").headers["Content-Security-Policy"] for _ in range(2)}
    assert len(policies) == 2


def test_the_page_carries_the_nonce_of_its_policy(client: FlaskClient) -> None:
    answer = client.get("/")
    nonce = answer.headers["Content-Security-Policy"].split("'nonce-")[1].split("'")[0]
    assert f'nonce="{nonce}"' in answer.text


@pytest.mark.parametrize(
    "path", ["/static/js/main.js", "/static/vendor/leaflet/leaflet-src.esm.js"]
)
def test_modules_are_served_as_javascript(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        assert answer.mimetype == "text/javascript"


@pytest.mark.parametrize("path", [CONTROL, "/api/timeline"])
def test_head_is_get_without_the_body(client: FlaskClient, path: str) -> None:
    get, head = client.get(path), client.head(path)
    assert (head.status_code, head.data, head.headers["ETag"]) == (200, b"", get.headers["ETag"])
    assert head.headers["Content-Length"] == str(len(get.data))


@pytest.mark.parametrize("path", [CONTROL, "/api/timeline", "/health"])
@pytest.mark.parametrize("encoding", ["identity", "gzip", "br", "zstd", "gzip, deflate, br, zstd"])
def test_a_reader_who_has_the_answer_is_not_sent_it_again(
    client: FlaskClient, path: str, encoding: str
) -> None:
    headers = {"Accept-Encoding": encoding}
    tag = client.get(path, headers=headers).headers["ETag"]
    again = client.get(path, headers={**headers, "If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_an_answer_that_was_sent_whole_is_known_when_asked_for_compressed(
    client: FlaskClient,
) -> None:
    tag = client.get(CONTROL).headers["ETag"]
    again = client.get(CONTROL, headers={"Accept-Encoding": "gzip", "If-None-Match": tag})
    assert again.status_code in {200, 304}


def test_another_tag_gets_the_answer(client: FlaskClient) -> None:
    assert client.get(CONTROL, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    "other",
    [
        "/control.geojson?date=2014-06-11",
        f"{CONTROL}&known=2015-01-01",
        f"{CONTROL}&bbox=0,0,1,1",
        "/api/timeline",
    ],
)
def test_another_question_has_another_tag(client: FlaskClient, other: str) -> None:
    assert client.get(CONTROL).headers["ETag"] != client.get(other).headers["ETag"]


def test_a_new_revision_has_another_tag(client: FlaskClient, load: Load) -> None:
    before = client.get(CONTROL).headers["ETag"]
    load(claims=[claim()])
    assert client.get(CONTROL).headers["ETag"] != before


def test_a_compressed_answer_says_the_same(client: FlaskClient) -> None:
    packed = client.get("/api/timeline", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == client.get("/api/timeline").data


def test_answers_are_kept_apart_by_their_encoding(client: FlaskClient) -> None:
    packed = client.get("/api/timeline", headers={"Accept-Encoding": "gzip"})
    assert "Accept-Encoding" in packed.headers["Vary"]


@pytest.fixture
def hostile_client(small_gazetteer: Gazetteer, tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of a service whose atlas carries markup wherever it has text."""
    place = {"place": SCRIPT, "place_id": "test:script"}
    folder = write_atlas(
        tmp_path / "atlas",
        atlas=frame(title=f"War {SCRIPT}", description=SCRIPT),
        actors=[actor(name=SCRIPT, name_nl=SCRIPT), *tables()["actors"][1:]],
        claims=[claim(summary=f'</script>{SCRIPT}"', **place)],
    )
    url = f"sqlite:///{tmp_path / 'geomap.sqlite'}"
    database = Database(url)
    prepare_database(database, Rule())
    load_atlas_folder(database, small_gazetteer, folder, Rule())
    database.close()
    app = create_app(Settings(database=url))
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


def test_markup_in_an_atlas_comes_back_as_the_text_it_is(hostile_client: FlaskClient) -> None:
    answer = hostile_client.get(CONTROL)
    (place,) = (one for one in answer.get_json()["features"] if one["id"] == "test:script")
    assert place["properties"]["name"] == SCRIPT
    assert place["properties"]["evidence"][0]["summary"] == f'</script>{SCRIPT}"'


def test_markup_in_an_atlas_is_no_markup_of_the_page(hostile_client: FlaskClient) -> None:
    assert SCRIPT not in hostile_client.get("/").text


@pytest.mark.parametrize("path", [CONTROL, "/api/timeline"])
def test_an_answer_with_markup_is_never_taken_for_a_page(
    hostile_client: FlaskClient, path: str
) -> None:
    answer = hostile_client.get(path, headers={"Accept": "text/html"})
    assert answer.mimetype in {"application/geo+json", "application/json"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
