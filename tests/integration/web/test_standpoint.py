"""What every answer on control is asked with: what was known, accepted, and by which rule."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.services.atlases import Loaded
from geomap.web.declarations import STANDPOINT
from tests.factories import claims

Load = Callable[..., Loaded]
CONTROL = "/control.geojson?date=2015-02-16"
TIMELINE = "/api/timeline?"
ADDRESSES = (CONTROL, TIMELINE)


def baghuz(client: FlaskClient, query: str) -> dict[str, Any]:
    """The properties of Baghuz on 16 February 2015, when sources differed."""
    answer = client.get(f"{CONTROL}&{query}")
    assert answer.status_code == 200, answer.text
    (found,) = (one for one in answer.get_json()["features"] if one["id"] == "test:baghuz")
    properties: dict[str, Any] = found["properties"]
    return properties


@pytest.mark.parametrize(
    ("query", "status", "holders"),
    [
        pytest.param("", "disputed", ["north", "south"], id="the standard rule"),
        pytest.param("source=monitor", "held", ["north"], id="as the monitor told it"),
        pytest.param("source=commander", "held", ["south"], id="as a commander told it"),
        pytest.param("source=agency", "held", ["south"], id="as the agency told it"),
        pytest.param("source=monitor,commander", "disputed", ["north", "south"], id="as both did"),
        pytest.param("reliability=A", "held", ["north"], id="reliable sources alone"),
        pytest.param("reliability=F", "disputed", ["north", "south"], id="whatever they are worth"),
    ],
)
def test_only_the_sources_that_are_asked_for_are_heard(
    client: FlaskClient, query: str, status: str, holders: list[str]
) -> None:
    found = baghuz(client, query)
    assert (found["status"], found["holders"]) == (status, holders)


def test_a_dispute_window_of_no_days_leaves_the_newest_day_alone(client: FlaskClient) -> None:
    rule = client.get(f"{CONTROL}&dispute_window=0").get_json()["rule"]
    assert rule["dispute_window_days"] == 0


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_rule_that_was_asked_is_named(client: FlaskClient, address: str) -> None:
    query = "dispute_window=3650&reliability=B&source=monitor,agency"
    rule = client.get(f"{address}&{query}").get_json()["rule"]
    named = (rule["dispute_window_days"], rule["least_reliability"], rule["sources"])
    assert named == (3650, "B", ["agency", "monitor"])


@pytest.mark.parametrize("address", ADDRESSES)
def test_answers_by_other_rules_have_other_etags(client: FlaskClient, address: str) -> None:
    queries = ("", "&source=monitor", "&reliability=A", "&dispute_window=0", "&revision=1")
    etags = {client.get(f"{address}{query}").headers["ETag"] for query in queries}
    assert len(etags) == len(queries)


def test_the_timeline_of_one_source_holds_what_that_source_grants(client: FlaskClient) -> None:
    document = client.get("/api/timeline?source=commander").get_json()
    counts = dict(zip(document["places"]["id"], document["period_counts"], strict=True))
    assert {place for place, count in counts.items() if count} == {"test:baghuz"}
    assert document["verdicts"]["status"] == ["held"]


def test_another_rule_is_never_answered_from_what_is_kept(client: FlaskClient, load: Load) -> None:
    load(claims=[row for row in claims() if row["id"] != "baghuz-holds-out"])
    assert baghuz(client, "source=monitor")["holders"] == ["north"]
    answer = client.get(f"{CONTROL}&source=commander").get_json()
    assert {one["properties"]["status"] for one in answer["features"]} == {"unknown"}


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("source=tass", "'tass' is no source of this atlas; its sources: agency, commander"),
        ("source=monitor,tass", "'tass' is no source"),
        ("source=,", "names none"),
        ("reliability=b", "'b' is no letter from A to F"),
        ("reliability=A,B", "'A,B' is no letter"),
        ("dispute_window=3651", "'3651' is not a whole number from 0 to 3650"),
        ("dispute_window=-1", "'-1' is not a whole number"),
        ("dispute_window=٣", "is not a whole number"),
        ("dispute_window=1e2", "'1e2' is not a whole number"),
        ("known=yesterday", "'yesterday' cannot be read"),
        ("revision=2", "2 is none; revisions go from 1 to 1"),
        ("source=" + "a," * 2001, "is longer than 4000 characters"),
    ],
)
def test_what_cannot_be_asked_is_refused_by_name(
    client: FlaskClient, address: str, query: str, words: str
) -> None:
    answer = client.get(f"{address}&{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    detail = answer.get_json()["detail"]
    assert detail.startswith(query.split("=", maxsplit=1)[0] + ": ")
    assert words in detail


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from([one.name for one in STANDPOINT]), text=st.text(max_size=40))
def test_no_text_at_all_breaks_a_standpoint(client: FlaskClient, name: str, text: str) -> None:
    answer = client.get("/control.geojson", query_string={"date": "2015-02-16", name: text})
    assert answer.status_code in {200, 400}
