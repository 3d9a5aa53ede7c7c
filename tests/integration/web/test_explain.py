"""/api/explain: the answer of /control.geojson with everything that led to it."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import source
from tests.integration.conftest import Load

PLACES = ("geonames:172955", "geonames:99072", "test:baghuz", "test:hit", "test:kobani")
EXTRA_SOURCES = [
    source(id="monitor", name="The Monitor", kind="monitor", reliability="A"),
    source(id="commander", name="A commander", kind="party", reliability="B"),
]
QUERY = {"place": "test:baghuz", "date": "2015-02-16"}


def explained(client: FlaskClient, **query: str | int) -> dict[str, Any]:
    answer = client.get("/api/explain", query_string=QUERY | query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def fates(document: dict[str, Any]) -> dict[str, str]:
    return {one["id"]: one["fate"] for one in document["claims"]}


def test_a_dispute_is_explained_with_both_sides(client: FlaskClient) -> None:
    document = explained(client)
    assert fates(document) == {
        "baghuz-before": "made_history",
        "baghuz-fallen": "counted",
        "baghuz-holds-out": "counted",
        "baghuz-over": "not_in_force_yet",
    }
    assert document["summary"][0] == (
        "On 16 February 2015, Baghuz was disputed: sources name North and South, and none of them"
        " has 2/3 of the weight."
    )


def test_the_weights_are_worked_out(client: FlaskClient) -> None:
    document = explained(client)
    assert document["shares"] == [
        {"actor": "north", "name": "North", "weight": 0.8, "share": 0.5556},
        {"actor": "south", "name": "South", "weight": 0.64, "share": 0.4444},
    ]
    assert "North: 0.80 of 1.44, 56 %." in document["summary"]
    became = {one["id"]: one["became"] for one in document["claims"]}
    assert became["baghuz-fallen"] == "Counts for North: 1.0 × 0.8 = 0.80."


def test_the_reports_of_the_claims_can_be_read(client: FlaskClient) -> None:
    document = explained(client)
    assert {one["report"] for one in document["claims"]} == set(document["reports"])
    assert document["reports"]["agency-june"]["title"] == "The town falls"


def test_what_was_not_known_yet_is_named_with_its_day(client: FlaskClient) -> None:
    document = explained(client, known="2015-02-16")
    (late,) = (one for one in document["claims"] if one["id"] == "baghuz-holds-out")
    assert (late["fate"], late["step"]) == ("not_known_yet", 1)
    assert late["became"] == "Not known yet: it became known on 2015-02-17."
    assert "As known on 16 February 2015." in document["summary"]
    assert document["verdict"]["holder"] == "north"


def test_a_source_that_is_not_heard_is_named_with_its_reliability(client: FlaskClient) -> None:
    document = explained(client, reliability="A", dispute_window=30)
    (unheard,) = (one for one in document["claims"] if one["id"] == "baghuz-holds-out")
    assert unheard["became"] == (
        "Left out: this answer does not hear A commander, of reliability B."
    )
    assert document["summary"][1:3] == [
        "Hearing only sources of reliability A or better.",
        "With a dispute window of 30 days.",
    ]


def test_history_names_what_made_it(client: FlaskClient) -> None:
    document = explained(client, place="geonames:172955", date="2014-06-10")
    (before,) = (one for one in document["claims"] if one["id"] == "raqqa-before")
    assert (before["by"], before["step"]) == ("raqqa-falls", 2)
    assert before["became"] == (
        "History: control changed later, by “South takes Raqqa” (The Agency, 2014-06-10)."
    )


def test_a_pending_capture_is_named_with_its_candidate(client: FlaskClient) -> None:
    document = explained(client, place="test:hit", date="2015-05-09")
    assert fates(document)["hit-falls"] == "pending"
    assert document["summary"][-2:] == [
        "A change was under way whose day is not known: South may have held it.",
        "A standing claim names North, so the answer does not grow stale.",
    ]


def test_a_place_without_claims_says_so(client: FlaskClient) -> None:
    document = explained(client, place="geonames:99072")
    assert document["text"] == [
        "On 16 February 2015, nobody is known to have held Mosul.",
        "No claim was ever made on Mosul or on an area that it lies in.",
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("day", ["2014-01-01", "2014-06-10", "2015-02-16", "2015-05-09"])
@pytest.mark.parametrize("more", [{}, {"known": "2015-02-16"}, {"source": "agency"}])
def test_it_says_what_the_map_says(
    client: FlaskClient, place: str, day: str, more: dict[str, str]
) -> None:
    document = explained(client, place=place, date=day, **more)
    features = client.get("/control.geojson", query_string={"date": day} | more).get_json()
    (shown,) = (one["properties"] for one in features["features"] if one["id"] == place)
    assert document["verdict"] == {name: shown[name] for name in document["verdict"]}
    counted = {one["id"] for one in document["claims"] if one["fate"] in {"counted", "pending"}}
    assert counted == {one["id"] for one in shown["evidence"]}


def test_the_text_begins_with_the_summary_and_has_a_line_for_each_claim(
    client: FlaskClient,
) -> None:
    document = explained(client)
    assert document["text"] == document["summary"] + [
        f"{one['says']} {one['became']}" for one in document["claims"]
    ]


def test_a_name_full_of_braces_is_a_name(client: FlaskClient, load: Load) -> None:
    load(sources=[source(name="{holder} <b>{0}</b> %s"), *EXTRA_SOURCES])
    document = explained(client, place="geonames:172955", date="2014-06-10")
    assert document["claims"][-1]["says"].startswith("{holder} <b>{0}</b> %s (B2)")


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ({"place": "test:nowhere"}, 404, "no place with the id 'test:nowhere'"),
        ({"place": ""}, 404, "no place with the id ''"),
        ({"place": "<script>"}, 404, "no place"),
        ({"place": "x" * 201}, 400, "place: is longer than 200 characters"),
        ({"date": "2013-12-31"}, 400, "date: 2013-12-31 lies outside the atlas"),
        ({"date": "2018-01-01"}, 400, "date: 2018-01-01 lies outside the atlas"),
        ({"date": "16-2-2015"}, 400, "date: '16-2-2015' cannot be read"),
        ({"source": "tass"}, 400, "source: 'tass' is no source"),
        ({"dispute_window": "99999999999999999999"}, 400, "dispute_window: "),
        ({"revision": "9"}, 400, "revision: 9 is none"),
        ({"f": "text"}, 400, "f: there is no such parameter here"),
    ],
)
def test_what_cannot_be_explained_is_refused(
    client: FlaskClient, query: dict[str, str], status: int, words: str
) -> None:
    answer = client.get("/api/explain", query_string=QUERY | query)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert words in answer.get_json()["detail"]


def test_a_place_must_be_given(client: FlaskClient) -> None:
    answer = client.get("/api/explain?date=2015-02-16")
    assert answer.get_json()["detail"] == (
        "place: is missing; give the id of a place, such as geonames:172955."
    )


def test_an_answer_that_has_not_changed_is_not_sent_again(client: FlaskClient) -> None:
    first = client.get("/api/explain", query_string=QUERY)
    again = client.get(
        "/api/explain", query_string=QUERY, headers={"If-None-Match": first.headers["ETag"]}
    )
    assert (again.status_code, again.data) == (304, b"")


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["place", "date", "known"]), text=st.text(max_size=40))
def test_no_text_at_all_breaks_it(client: FlaskClient, name: str, text: str) -> None:
    answer = client.get("/api/explain", query_string=QUERY | {name: text})
    assert answer.status_code in {200, 400, 404}
