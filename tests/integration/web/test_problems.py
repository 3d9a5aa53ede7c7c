"""Every refusal has one shape (RFC 9457) and says what to send instead."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from geomap.app import create_app
from geomap.settings import Settings
from geomap.web.answers import Service

KNOWN = "known parameters: date, bbox, known, revision, dispute_window, reliability, source."


def check_problem(answer: TestResponse, status: int) -> str:
    """The one definition of how an error looks; gives its sentence back."""
    document = answer.get_json()
    assert answer.status_code == status
    assert answer.mimetype == "application/problem+json"
    assert set(document) - {"parameter"} == {"type", "title", "status", "detail"}
    assert (document["type"], document["status"]) == ("about:blank", status)
    assert document["title"]
    assert document["detail"].endswith(".")
    assert "\n" not in document["detail"]
    return str(document["detail"])


def api_paths(app: Flask) -> list[str]:
    """Every address that takes no variable part, but the pages for people."""
    paths = {rule.rule for rule in app.url_map.iter_rules() if not rule.arguments}
    return sorted(paths - {"/", "/review"})


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("", "date: is missing; give a day, such as 2017-10-17."),
        ("date=", "date: '' cannot be read; give a day of the calendar as YYYY-MM-DD"),
        ("date=yesterday", "date: 'yesterday' cannot be read"),
        ("date=2014-6-1", "date: '2014-6-1' cannot be read"),
        ("date=20140610", "date: '20140610' cannot be read"),
        ("date=2014-W24-2", "date: '2014-W24-2' cannot be read"),
        ("date=2014-02-30", "date: '2014-02-30' cannot be read"),
        ("date=2014-06-10T00:00:00Z", "cannot be read; give a day of the calendar"),
        ("date=2014-06-10&date=2014-06-11", "date: is given more than once; give it once."),
        ("date=" + "1" * 201, "date: is longer than 200 characters."),
        ("date=2013-12-31", "date: 2013-12-31 lies outside the atlas, which covers 2014-01-01"),
        ("date=2018-01-01", "up to, but not including, 2018-01-01."),
        ("date=2014-06-10&known=soon", "known: 'soon' cannot be read"),
        ("date=2014-06-10&known=", "known: '' cannot be read"),
        ("date=2014-06-10&bbox=1,2,3", "bbox: '1,2,3' is not four numbers"),
        ("date=2014-06-10&bbox=a,b,c,d", "bbox: 'a,b,c,d' cannot be read"),
        ("date=2014-06-10&bbox=nan,0,1,1", "bbox: 'nan,0,1,1' is not four numbers"),
        ("date=2014-06-10&bbox=0,10,1,1", "bbox: south 10.0 lies north of north 1.0"),
        ("date=2014-06-10&bbox=0,0,181,1", "bbox: '0,0,181,1' leaves the globe"),
        ("date=2014-06-10&bbox=0,-91,1,1", "bbox: '0,-91,1,1' leaves the globe"),
        ("date=2014-06-10&bbox=", "bbox: '' cannot be read"),
        (
            "date=2014-06-10&revision=0",
            "revision: '0' is no revision; give a whole number from 1 on",
        ),
        (
            "date=2014-06-10&revision=-1",
            "revision: '-1' is no revision; give a whole number from 1 on",
        ),
        (
            "date=2014-06-10&revision=1.0",
            "revision: '1.0' is no revision; give a whole number from 1 on",
        ),
        ("date=2014-06-10&revision=2", "revision: 2 is none; revisions go from 1 to 1."),
        ("date=2014-06-10&revision=" + "9" * 30, "is no revision; give a whole number from 1 on"),
        ("day=2014-06-10", f"day: there is no such parameter here; {KNOWN}"),
        ("date=2014-06-10&Known=2014-06-11", f"Known: there is no such parameter here; {KNOWN}"),
        ("date=2014-06-10&" + "x" * 300 + "=1", "there is no such parameter here"),
    ],
)
def test_a_parameter_that_cannot_be_used_is_refused_by_name(
    client: FlaskClient, query: str, sentence: str
) -> None:
    assert sentence in check_problem(client.get(f"/control.geojson?{query}"), 400)


def test_a_refused_parameter_is_named_for_programs(client: FlaskClient) -> None:
    for query, name in (("day=2014-06-10", "day"), ("date=tomorrow", "date")):
        assert client.get(f"/control.geojson?{query}").get_json()["parameter"] == name
    assert "parameter" not in client.get("/api/nothing").get_json()


@pytest.mark.parametrize("path", ["/api/timeline", "/health"])
def test_every_address_refuses_a_parameter_that_it_does_not_know(
    client: FlaskClient, path: str
) -> None:
    sentence = check_problem(client.get(f"{path}?colour=red"), 400)
    assert sentence.startswith("colour: there is no such parameter here; known parameters: ")


@pytest.mark.parametrize("query", ["known=x", "revision=9", "revision=x", "known=2014-W24-2"])
def test_the_timeline_refuses_what_it_cannot_read(client: FlaskClient, query: str) -> None:
    check_problem(client.get(f"/api/timeline?{query}"), 400)


@pytest.mark.parametrize(
    "path", ["/nothing", "/api/nothing", "/control.json", "/static/none.js", "/static/../app.py"]
)
def test_an_unknown_address_is_a_problem_document(client: FlaskClient, path: str) -> None:
    assert check_problem(client.get(path), 404).startswith("There is nothing at /")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_every_address_refuses_another_method_and_names_those_it_takes(
    client: FlaskClient, method: str
) -> None:
    taken = {
        rule.rule
        for rule in client.application.url_map.iter_rules()
        if method in (rule.methods or ())
    }
    for path in {*api_paths(client.application), "/"} - taken:
        answer = client.open(path, method=method)
        assert check_problem(answer, 405) == f"{method} is not allowed at {path}."
        assert {"GET", "HEAD"} <= set(re.findall(r"[A-Z]+", answer.headers["Allow"]))


def test_every_address_of_the_api_fails_in_one_shape(client: FlaskClient) -> None:
    for path in api_paths(client.application):
        check_problem(client.get(f"{path}?no-such-parameter=1"), 400)


def test_without_an_atlas_every_address_says_how_to_load_one(empty_client: FlaskClient) -> None:
    for path in ("/control.geojson?date=2014-06-10", "/api/timeline", "/health"):
        assert "geomap load" in check_problem(empty_client.get(path), 404)


def test_a_body_that_is_too_large_is_a_problem_document(client: FlaskClient) -> None:
    check_problem(client.post("/health", data=b"x" * (2 * 1024 * 1024)), 405)


def test_a_problem_is_never_kept(client: FlaskClient) -> None:
    assert client.get("/control.geojson").headers["Cache-Control"] == "no-store"


def test_a_person_gets_a_page(client: FlaskClient) -> None:
    answer = client.get("/nothing", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.mimetype) == (404, "text/html")


def test_a_page_never_runs_what_the_address_says(client: FlaskClient) -> None:
    answer = client.get("/<script>alert(1)</script>", headers={"Accept": "text/html"})
    assert "<script>alert" not in answer.text


def test_a_person_who_asks_the_api_gets_what_programs_get(client: FlaskClient) -> None:
    answer = client.get("/control.geojson", headers={"Accept": "text/html,*/*;q=0.8"})
    check_problem(answer, 400)


@pytest.fixture
def broken_client(database_file: Path) -> Iterator[FlaskClient]:
    """A client of a service with a view that fails."""
    app = create_app(Settings(database=f"sqlite:///{database_file}"))

    @app.get("/api/broken")
    def fail() -> str:
        raise RuntimeError("secret of the inside")

    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


def test_a_defect_is_a_problem_document_without_its_reason(broken_client: FlaskClient) -> None:
    sentence = check_problem(broken_client.get("/api/broken"), 500)
    assert "secret" not in sentence


def test_the_reason_of_a_defect_stands_in_the_log(
    broken_client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    broken_client.get("/api/broken")
    assert "secret of the inside" in caplog.text
