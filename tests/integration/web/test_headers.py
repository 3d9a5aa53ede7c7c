"""What every answer carries: safety, an open door for readers, a name to ask again by."""

import gzip
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import brotli
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

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

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


# ------------------------------------------------------ what is kept, and for how long


def named_by_the_page(client: FlaskClient) -> str:
    """The address of the timeline, as the page names it."""
    found = re.search(r'href="([^"]+)" data-ref="timeline"', client.get("/").text)
    assert found is not None
    return found[1].replace("&amp;", "&")


def test_the_timeline_that_the_page_names_is_kept_for_ever(client: FlaskClient) -> None:
    answer = client.get(named_by_the_page(client))
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer.data == client.get("/api/timeline").data


def test_after_a_change_the_page_names_another_timeline(client: FlaskClient, load: Load) -> None:
    before = named_by_the_page(client)
    old = client.get(before).data
    load(claims=[claim()])
    after = named_by_the_page(client)
    assert after != before
    assert client.get(after).data != old
    assert client.get(before).data == old


@pytest.mark.parametrize("query", ["", "?revision=1", "?revision=1&edition=older", "?edition=x"])
def test_another_address_of_the_timeline_is_asked_for_anew(client: FlaskClient, query: str) -> None:
    assert client.get(f"/api/timeline{query}").headers["Cache-Control"] == "no-cache"


UNPACK: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": zstd.decompress,
}


@pytest.mark.parametrize("path", ["/api/timeline", "/static/js/main.js", "/static/css/page.css"])
@pytest.mark.parametrize("encoding", UNPACK)
def test_what_is_hot_is_kept_in_every_encoding(
    client: FlaskClient, path: str, encoding: str
) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    packed = client.get(path, headers={"Accept-Encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert "Content-Encoding" not in plain.headers
    assert UNPACK[encoding](packed.data) == plain.data
    assert packed.headers["ETag"] != plain.headers["ETag"]
    assert packed.headers["Content-Length"] == str(len(packed.data))


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, br", "br"),
        ("br;q=0, gzip;q=0.1", "gzip"),
        ("*", "zstd"),
        ("identity", None),
        ("gzip;q=0, identity", None),
        ("", None),
        ("compress, x", None),
    ],
)
def test_a_client_is_sent_an_encoding_that_it_takes(
    client: FlaskClient, accepted: str, encoding: str | None
) -> None:
    answer = client.get("/api/timeline", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding


def test_a_file_that_changed_is_sent_anew(client: FlaskClient, tmp_path: Path) -> None:
    client.application.static_folder = str(tmp_path)
    (tmp_path / "a.js").write_text("old();")
    first = client.get("/static/a.js")
    tag = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/static/a.js", headers=tag).status_code == 304
    (tmp_path / "a.js").write_text("newer();")
    assert client.get("/static/a.js", headers=tag).data == b"newer();"
    (tmp_path / "a.js").unlink()
    assert client.get("/static/a.js").status_code == 404


@pytest.mark.parametrize(
    "path", ["../app.py", "%2e%2e/app.py", "js/../../app.py", "/etc/passwd", "js", "a%00.js", "js/"]
)
def test_no_address_leads_out_of_the_folder_of_the_page(client: FlaskClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code in {308, 404}


def test_a_part_of_a_file_can_be_asked_for(client: FlaskClient) -> None:
    with client.get("/static/js/main.js", headers={"Range": "bytes=0-3"}) as part:
        assert (part.status_code, len(part.data)) == (206, 4)


def test_an_answer_is_not_made_again_for_who_has_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = client.get(CONTROL).headers["ETag"]
    views = client.application.view_functions
    monkeypatch.setitem(views, "api.show_control", lambda: pytest.fail("It was made again."))
    kept = client.get(CONTROL, headers={"If-None-Match": f'"x", W/{tag}'})
    assert (kept.status_code, kept.headers["ETag"]) == (304, tag)
    assert kept.headers["Cache-Control"] == "no-cache"


def test_what_was_asked_for_in_another_format_is_not_what_one_has(client: FlaskClient) -> None:
    as_page = client.get("/api/collections/control", headers={"Accept": "text/html"})
    tag = {"If-None-Match": as_page.headers["ETag"]}
    as_json = client.get("/api/collections/control", headers={"Accept": "application/json"} | tag)
    assert (as_json.status_code, as_json.mimetype) == (200, "application/json")


def test_an_older_revision_stays_what_it_is_called(client: FlaskClient, load: Load) -> None:
    pinned = f"{CONTROL}&revision=1"
    tag = client.get(pinned).headers["ETag"]
    load(claims=[claim()])
    assert client.get(pinned, headers={"If-None-Match": tag}).status_code == 304


def test_every_address_says_what_can_be_done_there(client: FlaskClient) -> None:
    values = {"kind": "claims", "key": "raqqa-falls", "number": 1, "filename": "js/main.js"}
    adapter = client.application.url_map.bind("localhost")
    for rule in client.application.url_map.iter_rules():
        known = {name: values.get(name, 1) for name in rule.arguments}
        answer = client.options(adapter.build(rule.endpoint, known))
        allowed = set(answer.headers["Allow"].replace(",", " ").split())
        assert (answer.status_code, answer.data) == (200, b"")
        assert (rule.methods or set()) <= allowed
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert set(answer.headers["Access-Control-Allow-Methods"].split(", ")) == allowed & {
            *("GET", "HEAD", "OPTIONS"),
        }


def files_of(page: str) -> list[str]:
    """The files that a page names."""
    return re.findall(r'"(/static/[^"]+)"', page)


def test_the_page_names_files_that_may_be_kept_for_ever(client: FlaskClient) -> None:
    named = files_of(client.get("/").text)
    assert len(named) > 50
    assert len({path.split("/")[2] for path in named}) == 1
    for path in named[::10]:
        with client.get(path) as answer:
            assert answer.status_code == 200
            assert "immutable" in answer.headers["Cache-Control"]


def test_a_file_that_changed_gets_another_address(client: FlaskClient, tmp_path: Path) -> None:
    client.application.static_folder = str(tmp_path)
    file = tmp_path / "img" / "icon.svg"
    file.parent.mkdir()
    file.write_text("<svg/>")
    before = next(path for path in files_of(client.get("/").text) if path.endswith("icon.svg"))
    assert "immutable" in client.get(before).headers["Cache-Control"]
    file.write_text("<svg></svg>")
    # A page of before gets what there is, and may not keep it.
    stale = client.get(before)
    assert (stale.data, stale.headers["Cache-Control"]) == (b"<svg></svg>", "no-cache")
    after = next(path for path in files_of(client.get("/").text) if path.endswith("icon.svg"))
    assert after != before
    assert "immutable" in client.get(after).headers["Cache-Control"]
    assert client.get(before).headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["v-000000000000/none.js", "v-000000000000/../../app.py", "v-x/a"])
def test_a_version_opens_no_other_folder(client: FlaskClient, path: str) -> None:
    assert client.get(f"/static/{path}").status_code in {308, 404}
