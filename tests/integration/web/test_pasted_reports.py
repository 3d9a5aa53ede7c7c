"""Reports whose text is pasted: read at once, kept once, refused part by part."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from geomap.app import create_app
from geomap.domain.grades import Reliability
from geomap.domain.rights import Right
from geomap.services.unattended import set_rule
from geomap.settings import Settings
from geomap.web.answers import Service
from geomap.web.gazetteer_answers import GazetteerService
from tests.writing import token_for

REPORT = {
    "title": "The town falls again",
    "publisher": "The Agency",
    "published": "2016-12-31",
    "language": "en",
    "text": "The South captured Raqqa from the North on Friday.",
}

WIRE = " ".join(
    (
        "The South captured Raqqa from the North on Friday, a spokesman for the troops said.",
        *(
            f"Witness number {number} told of columns on the {number}th road."
            for number in range(40)
        ),
    )
)


@pytest.fixture
def newsroom(database_file: Path, small_index: Path) -> Iterator[FlaskClient]:
    """A client over the atlas and the gazetteer of the factories."""
    app = create_app(Settings(database_file.parent, f"sqlite:///{database_file}", str(small_index)))
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()
    places: GazetteerService = app.extensions["geomap-gazetteer"]
    places.index.close()


def pasted(client: FlaskClient, may: Right = Right.EDIT, **parts: Any) -> Any:
    by = token_for(client.application, f"Reader {len(parts)} {may}", may)
    answer = client.post("/api/reports", json=REPORT | parts, headers=by)
    return answer, by


def test_a_pasted_report_is_read_and_waits_with_its_text(newsroom: FlaskClient) -> None:
    answer, by = pasted(newsroom, Right.PROPOSE)
    assert (answer.status_code, answer.get_json()["what"]) == (201, "new")
    key = answer.get_json()["report"]
    shown = newsroom.get(f"/api/reports/{key}", headers=by).get_json()
    (claim,) = (one for one in shown["proposals"] if one["kind"] == "claim")
    start, end = claim["span"]
    assert shown["text"][start:end] == claim["statement"]["quote"] == REPORT["text"]
    assert (claim["statement"]["place_id"], claim["state"]) == ("geonames:172955", "proposed")
    assert shown["report"]["title"] == REPORT["title"]
    again = newsroom.post("/api/reports", json=REPORT, headers=by)
    assert (again.status_code, again.get_json()["what"]) == (200, "again")


def test_a_taught_name_is_read_in_the_next_report(newsroom: FlaskClient) -> None:
    editor = token_for(newsroom.application, "Amira")
    name = {"name": "Old Fortress", "means": "place", "key": "test:kobani"}
    assert newsroom.post("/api/names", json=name, headers=editor).status_code == 201
    answer, by = pasted(newsroom, text="The South captured Old Fortress from the North on Friday.")
    shown = newsroom.get(f"/api/reports/{answer.get_json()['report']}", headers=by).get_json()
    places = [one["statement"]["place_id"] for one in shown["proposals"] if one["kind"] == "claim"]
    assert places == ["test:kobani"]


def test_a_wire_story_in_two_papers_waits_once(newsroom: FlaskClient) -> None:
    first, _by = pasted(newsroom, text=WIRE)
    second, by = pasted(newsroom, text=f"{WIRE} The weather was fine.", publisher="The Monitor")
    assert second.get_json()["what"] == "same story"
    shown = newsroom.get(f"/api/reports/{second.get_json()['report']}", headers=by).get_json()
    assert (shown["story"], shown["proposals"]) == (first.get_json()["report"], [])
    shown = newsroom.get(f"/api/reports/{first.get_json()['report']}", headers=by).get_json()
    again = shown["cited_again"]
    assert [one["proposal"] for one in again] == [one["number"] for one in shown["proposals"]]
    assert {one["report"]["publisher"] for one in again} == {"The Monitor"}


def with_rule(client: FlaskClient) -> None:
    service: Service = client.application.extensions["geomap"]
    with service.database.writing() as session:
        set_rule(session, frozenset({"claim"}), Reliability.B, 0.3, "Amira")


def test_rules_are_heard_only_for_whoever_may_accept(newsroom: FlaskClient) -> None:
    with_rule(newsroom)
    answer, by = pasted(newsroom, Right.PROPOSE)
    assert states(newsroom, answer, by) == {"proposed"}


def test_what_a_rule_accepts_names_the_rule_in_its_note(newsroom: FlaskClient) -> None:
    with_rule(newsroom)
    answer, by = pasted(newsroom)
    assert states(newsroom, answer, by) == {"accepted"}
    steps = newsroom.get("/api/proposals/1/steps", headers=by).get_json()["steps"]
    note = (
        "Accepted unattended by rule 1: claims from sources graded B or better, read with a"
        " confidence of at least 0.3."
    )
    assert [(one["by"], one["reason"]) for one in steps] == [("geomap", note)]


def states(client: FlaskClient, answer: Any, by: dict[str, str]) -> set[str]:
    """What became of the claims of a report."""
    shown = client.get(f"/api/reports/{answer.get_json()['report']}", headers=by).get_json()
    return {one["state"] for one in shown["proposals"] if one["kind"] == "claim"}


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        ({"text": ""}, "text: is missing"),
        ({"text": "?!"}, "The text holds no words"),
        ({"text": "x" * 200_001}, "text: is longer than 200,000 characters"),
        ({"text": ["x"]}, "text: is not a text"),
        ({"publisher": " "}, "publisher: is missing"),
        ({"publisher": "A\x00B"}, "publisher: holds control characters"),
        ({"published": "17-10-2017"}, "published: '17-10-2017' is not a day"),
        ({"published": "2017-02-30"}, "published: '2017-02-30' is not a day"),
        ({"language": "english"}, "language: is no code of two letters"),
        ({"url": "javascript:alert(1)"}, "url: does not begin with https://"),
        ({"grade": "A1"}, "grade: there is no such part"),
    ],
)
def test_a_report_that_cannot_be_read_is_refused(
    newsroom: FlaskClient, parts: dict[str, Any], text: str
) -> None:
    answer, _by = pasted(newsroom, **parts)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert answer.get_json()["detail"].startswith(text)


def test_a_report_that_is_too_large_is_refused(newsroom: FlaskClient) -> None:
    answer, _by = pasted(newsroom, text="x" * 1_100_000)
    assert answer.status_code == 413


def test_markup_and_marks_that_turn_letters_are_text(newsroom: FlaskClient) -> None:
    text = f"<script>alert(1)</script>\u202e {REPORT['text']}"
    answer, by = pasted(newsroom, text=text)
    shown = newsroom.get(f"/api/reports/{answer.get_json()['report']}", headers=by).get_json()
    assert "<script>alert(1)</script>" in shown["text"]
    assert "\u202e" not in shown["text"]
