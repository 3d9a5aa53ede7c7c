"""/control.geojson: who holds what on a day, as known on a day, at a revision."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.services.atlases import Loaded
from tests.factories import HIT, claim, claims

Load = Callable[..., Loaded]
PROPERTIES = {
    "place_id",
    "name",
    "country",
    "status",
    "holder",
    "holders",
    "start",
    "end",
    "opposed",
    "uncertain",
    "candidates",
    "stale",
    "evidence",
}
EVIDENCE = {
    "id",
    "source",
    "source_id",
    "report",
    "grade",
    "effect",
    "holder",
    "loser",
    "when",
    "known",
    "summary",
    "quote",
}


def control(client: FlaskClient, **query: str | int) -> dict[str, Any]:
    """The document for a query."""
    answer = client.get("/control.geojson", query_string=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def at(client: FlaskClient, name: str, **query: str | int) -> dict[str, Any]:
    """The properties of one place."""
    (found,) = (
        feature["properties"]
        for feature in control(client, **query)["features"]
        if feature["properties"]["name"] == name
    )
    properties: dict[str, Any] = found
    return properties


def test_it_is_geojson(client: FlaskClient) -> None:
    answer = client.get("/control.geojson?date=2014-06-10")
    assert answer.mimetype == "application/geo+json"


def test_the_collection_says_what_was_asked(client: FlaskClient) -> None:
    document = control(client, date="2014-06-10", known="2014-06-12")
    del document["features"]
    assert document == {
        "type": "FeatureCollection",
        "atlas": "test-war",
        "date": "2014-06-10",
        "known": "2014-06-12",
        "revision": 1,
        "rule": document["rule"],
        "numberReturned": 5,
    }


def test_the_answer_names_its_rule(client: FlaskClient) -> None:
    rule = control(client, date="2014-06-10")["rule"]
    assert (rule["name"], rule["dispute_window_days"], rule["reach_km"]) == ("rule-1", 14, 30.0)


def test_a_feature_is_a_point_longitude_first(client: FlaskClient) -> None:
    feature = control(client, date="2014-06-10")["features"][0]
    assert (feature["id"], feature["geometry"]) == (
        "geonames:172955",
        {"type": "Point", "coordinates": [39.0082, 35.9594]},
    )


def test_each_feature_has_the_properties_of_the_contract(client: FlaskClient) -> None:
    features = control(client, date="2014-06-10")["features"]
    assert {frozenset(feature["properties"]) for feature in features} == {frozenset(PROPERTIES)}


def test_each_claim_of_the_evidence_has_the_properties_of_the_contract(
    client: FlaskClient,
) -> None:
    evidence = at(client, "Raqqa", date="2014-06-10")["evidence"]
    assert {frozenset(one) for one in evidence} == {frozenset(EVIDENCE)}


def test_evidence_keeps_source_grade_and_both_dates(client: FlaskClient) -> None:
    (one,) = at(client, "Raqqa", date="2014-06-10")["evidence"]
    facts = (one["id"], one["source"], one["grade"], one["when"], one["known"])
    assert facts == ("raqqa-falls", "The Agency", "B2", "2014-06-10", "2014-06-11")


def test_places_that_only_events_name_are_unknown(client: FlaskClient) -> None:
    mosul = at(client, "Mosul", date="2014-06-10")
    facts = [mosul[key] for key in ("status", "holder", "holders", "start", "end", "evidence")]
    assert facts == ["unknown", None, [], None, None, []]


@pytest.mark.parametrize(
    ("place", "day", "status", "holders"),
    [
        pytest.param("Raqqa", "2014-06-09", "held", ["north"], id="day before the taking"),
        pytest.param("Raqqa", "2014-06-10", "held", ["south"], id="day of the taking"),
        pytest.param("Raqqa", "2016-02-29", "held", ["south"], id="day before the return"),
        pytest.param("Raqqa", "2016-03-01", "held", ["north"], id="day of the return"),
        pytest.param("Kobani", "2014-10-05", "held", ["north"], id="day before the fighting"),
        pytest.param("Kobani", "2014-10-06", "contested", ["north", "south"], id="fighting"),
        pytest.param("Kobani", "2015-01-25", "contested", ["north", "south"], id="last fighting"),
        pytest.param("Kobani", "2015-01-26", "held", ["north"], id="fighting over"),
        pytest.param("Baghuz", "2015-02-15", "held", ["south"], id="before the claims"),
        pytest.param("Baghuz", "2015-02-16", "disputed", ["north", "south"], id="claims differ"),
        pytest.param("Baghuz", "2015-03-22", "disputed", ["north", "south"], id="still differ"),
        pytest.param("Baghuz", "2015-03-23", "held", ["north"], id="dispute over"),
        pytest.param("Hit", "2015-05-30", "held", ["north"], id="last day it may not have begun"),
        pytest.param("Hit", "2015-05-31", "held", ["south"], id="taken at the latest"),
    ],
)
def test_an_answer_holds_from_its_first_day(
    client: FlaskClient, place: str, day: str, status: str, holders: list[str]
) -> None:
    found = at(client, place, date=day)
    assert (found["status"], found["holders"]) == (status, holders)


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        ("2014-06-09", "2014-01-01", "2014-06-10"),
        ("2014-06-10", "2014-06-10", "2016-03-01"),
        ("2017-12-31", "2016-03-01", None),
    ],
)
def test_a_period_ends_on_the_day_the_next_begins(
    client: FlaskClient, day: str, start: str, end: str | None
) -> None:
    raqqa = at(client, "Raqqa", date=day)
    assert (raqqa["start"], raqqa["end"]) == (start, end)


def test_only_a_held_place_has_a_holder(client: FlaskClient) -> None:
    features = control(client, date="2015-02-16")["features"]
    holders = {one["id"]: one["properties"]["holder"] for one in features}
    assert holders == {
        "geonames:172955": "south",
        "geonames:99072": None,
        "test:baghuz": None,
        "test:hit": "north",
        "test:kobani": "north",
    }


def test_a_day_within_an_imprecise_change_is_uncertain(client: FlaskClient) -> None:
    hit = at(client, "Hit", date="2015-05-09")
    assert (hit["holder"], hit["uncertain"], hit["candidates"]) == ("north", True, ["south"])


def test_an_old_holder_is_marked_stale(client: FlaskClient) -> None:
    assert [at(client, "Hit", date=day)["stale"] for day in ("2015-05-31", "2017-12-31")] == [
        False,
        True,
    ]


def test_a_disputed_place_names_both_sources(client: FlaskClient) -> None:
    evidence = at(client, "Baghuz", date="2015-02-16")["evidence"]
    assert {one["source"] for one in evidence} == {"The Monitor", "A commander"}


def test_what_was_not_known_yet_does_not_count(client: FlaskClient) -> None:
    baghuz = at(client, "Baghuz", date="2015-02-16", known="2015-02-16")
    assert (baghuz["status"], baghuz["holder"]) == ("held", "north")


def test_what_becomes_known_later_changes_the_past(client: FlaskClient) -> None:
    holders = [
        at(client, "Raqqa", date="2014-06-10", known=known)["holder"]
        for known in ("2014-06-10", "2014-06-11")
    ]
    assert holders == ["north", "south"]


def test_known_before_every_claim_leaves_all_unknown(client: FlaskClient) -> None:
    document = control(client, date="2014-06-10", known="2013-01-01")
    assert {one["properties"]["status"] for one in document["features"]} == {"unknown"}


@pytest.mark.parametrize(
    ("bbox", "names"),
    [
        pytest.param("38,35,40,37", ["Raqqa", "Kobani"], id="a part"),
        pytest.param("39.0082,35.9594,39.0082,35.9594", ["Raqqa"], id="a point, border included"),
        pytest.param("-10,-10,10,10", [], id="the sea"),
        pytest.param("43,-90,39,90", ["Mosul", "Kobani"], id="across the antimeridian"),
        pytest.param("38,35,0,40,37,9000", ["Raqqa", "Kobani"], id="with heights"),
        pytest.param("-180,-90,180,90", ["Raqqa", "Mosul", "Kobani", "Baghuz", "Hit"], id="world"),
    ],
)
def test_a_box_keeps_the_places_in_it(client: FlaskClient, bbox: str, names: list[str]) -> None:
    document = control(client, date="2014-06-10", bbox=bbox)
    assert {one["properties"]["name"] for one in document["features"]} == set(names)


def test_an_old_revision_can_be_asked_for(client: FlaskClient, load: Load) -> None:
    before = client.get("/control.geojson?date=2014-06-10&revision=1").data
    load(claims=[claim(**HIT)])
    assert client.get("/control.geojson?date=2014-06-10&revision=1").data == before


def test_the_newest_revision_answers_when_none_is_named(client: FlaskClient, load: Load) -> None:
    load(claims=claims()[1:])
    assert control(client, date="2014-06-10")["revision"] == 2


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates())
def test_a_day_is_answered_or_refused_in_words(client: FlaskClient, day: Any) -> None:
    answer = client.get(f"/control.geojson?date={day}")
    inside = "2014-01-01" <= str(day) < "2018-01-01"
    assert answer.status_code == (200 if inside else 400)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["date", "known", "bbox", "revision"]), text=st.text(max_size=40))
def test_no_text_at_all_breaks_the_service(client: FlaskClient, name: str, text: str) -> None:
    query = {"date": "2014-06-10"} | {name: text}
    answer = client.get("/control.geojson", query_string=query)
    assert answer.status_code in {200, 400}
