"""/api/learned and /api/alternatives: two answers to one question, and why they differ."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import claim, claims
from tests.integration.conftest import Load


def learned(client: FlaskClient, **query: str | int) -> dict[str, Any]:
    answer = client.get("/api/learned", query_string=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def alternatives(client: FlaskClient, **query: str | int) -> dict[str, Any]:
    answer = client.get("/api/alternatives", query_string=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def statuses(client: FlaskClient, **query: str | int) -> dict[str, tuple[str, ...]]:
    features = client.get("/control.geojson", query_string=query).get_json()["features"]
    return {
        one["id"]: (one["properties"]["status"], *one["properties"]["holders"]) for one in features
    }


# ------------------------------------------------------------------- two knowledge days


def test_a_report_that_came_a_day_later_made_the_dispute(client: FlaskClient) -> None:
    document = learned(client, date="2015-02-16", known="2015-02-16", until="2015-02-17")
    (difference,) = document["differences"]
    assert (difference["before"]["holder"], difference["after"]["status"]) == ("north", "disputed")
    assert [(one["id"], one["role"]) for one in difference["statements"]] == [
        ("baghuz-holds-out", "counts")
    ]
    assert difference["text"] == [
        "Baghuz: held by North before, disputed between North and South now.",
        "A commander (B2), 2015-02-16, known 2015-02-17: South holds Baghuz. New; it counts.",
    ]


def test_a_late_report_puts_the_old_answer_aside(client: FlaskClient) -> None:
    document = learned(client, date="2014-06-10", known="2014-06-10")
    (difference,) = document["differences"]
    (statement,) = difference["statements"]
    assert (statement["id"], statement["aside"]) == ("raqqa-falls", ["raqqa-before"])
    assert statement["text"].endswith(
        "New; it counts. It put aside “North holds Raqqa” (The Agency, 2014-01-01/..)."
    )


def test_until_is_all_that_is_known_unless_it_is_given(client: FlaskClient) -> None:
    everything = learned(client, date="2015-02-16", known="2014-01-01")
    by_then = learned(client, date="2015-02-16", known="2014-01-01", until="2017-12-31")
    assert everything["after"] == {"known": None, "revision": 1}
    assert everything["differences"] == by_then["differences"]


def test_nothing_was_learned_between_a_day_and_itself(client: FlaskClient) -> None:
    document = learned(client, date="2015-02-16", known="2015-02-16", until="2015-02-16")
    assert (document["numberReturned"], document["differences"]) == (0, [])


@pytest.mark.parametrize("day", ["2014-06-10", "2014-10-06", "2015-02-16", "2015-05-31"])
@pytest.mark.parametrize("known", ["2014-01-01", "2014-10-06", "2015-02-16", "2015-05-19"])
def test_the_differences_are_those_of_the_two_maps(
    client: FlaskClient, day: str, known: str
) -> None:
    before, after = (statuses(client, date=day, **at) for at in ({"known": known}, {}))
    found = {
        one["place"]["id"]: one for one in learned(client, date=day, known=known)["differences"]
    }
    assert {place for place in after if before[place] != after[place]} <= found.keys()
    for place, one in found.items():
        assert (one["before"]["status"], *sorted(one["before"]["holders"])) == before[place]
        assert (one["after"]["status"], *sorted(one["after"]["holders"])) == after[place]
        assert one["statements"]


def test_a_place_can_be_asked_alone(client: FlaskClient) -> None:
    query = {"date": "2015-02-16", "known": "2014-01-01"}
    everywhere = learned(client, **query)["differences"]
    alone = learned(client, place="test:baghuz", **query)["differences"]
    assert [one["place"]["name"] for one in everywhere] == ["Raqqa", "Baghuz"]
    assert alone == everywhere[1:]


def test_the_whole_history_of_a_place_is_compared_day_by_day(client: FlaskClient) -> None:
    document = learned(client, place="test:baghuz", known="2015-02-16", until="2015-03-01")
    assert [(one["start"], one["end"]) for one in document["differences"]] == [
        ("2015-02-16", "2017-02-16"),
        ("2017-02-16", "2018-01-01"),
    ]
    first, stale = document["differences"]
    assert (first["before"]["stale"], stale["before"]["stale"]) == (False, True)
    assert {one["id"] for one in first["statements"]} == {"baghuz-holds-out"}


def test_an_imprecise_capture_is_learned_as_a_doubt_and_then_a_change(
    client: FlaskClient,
) -> None:
    document = learned(client, place="test:hit", known="2015-05-19")
    assert [
        (one["start"], one["after"]["holder"], one["after"]["uncertain"])
        for one in document["differences"][:2]
    ] == [("2015-05-01", "north", True), ("2015-05-31", "south", False)]


# ------------------------------------------------------------------------ two revisions


def test_a_claim_that_was_withdrawn_is_named(client: FlaskClient, load: Load) -> None:
    load(claims=[row for row in claims() if row["id"] != "baghuz-holds-out"])
    document = learned(client, date="2015-02-16", revision=1)
    (difference,) = document["differences"]
    assert (document["before"]["revision"], document["after"]["revision"]) == (1, 2)
    assert [(one["id"], one["role"]) for one in difference["statements"]] == [
        ("baghuz-holds-out", "withdrawn")
    ]


def test_a_claim_that_was_edited_is_named_as_it_was_and_as_it_is(
    client: FlaskClient, load: Load
) -> None:
    edited = claim(holder="north", loser="south")
    load(claims=[edited if row["id"] == "raqqa-falls" else row for row in claims()])
    (difference,) = learned(client, date="2014-06-10", revision=1, until_revision=2)["differences"]
    assert [(one["role"], one["holder"]) for one in difference["statements"]] == [
        ("counts", "north"),
        ("edited", "south"),
    ]


def test_a_place_that_is_gone_is_still_compared(client: FlaskClient, load: Load) -> None:
    load(claims=[row for row in claims() if row["place"] != "Kobani"])
    (difference,) = learned(client, date="2015-02-16", revision=1)["differences"]
    assert (difference["place"]["name"], difference["after"]["status"]) == ("Kobani", "unknown")


# ------------------------------------------------------------------------- another rule


def test_as_one_source_told_it(client: FlaskClient) -> None:
    document = alternatives(client, date="2015-02-16", source="monitor")
    found = {one["place"]["name"]: one for one in document["differences"]}
    assert set(found) == {"Baghuz", "Raqqa", "Kobani", "Hit"}
    baghuz = found["Baghuz"]
    assert (baghuz["standard"]["status"], baghuz["asked"]["holder"]) == ("disputed", "north")
    assert [one["source_id"] for one in baghuz["asked"]["evidence"]] == ["monitor"]
    assert baghuz["text"] == (
        "Baghuz: disputed between North and South by the standard rule, held by North as asked."
    )


def test_both_rules_are_named(client: FlaskClient) -> None:
    document = alternatives(client, date="2015-02-16", dispute_window=30, known="2015-02-20")
    windows = [document[name]["dispute_window_days"] for name in ("standard", "rule")]
    assert (windows, document["known"]) == ([14, 30], "2015-02-20")


@pytest.mark.parametrize("query", [{"source": "monitor"}, {"reliability": "A"}])
def test_they_are_the_places_on_which_the_two_maps_differ(
    client: FlaskClient, query: dict[str, str]
) -> None:
    usual, asked = (statuses(client, date="2015-02-16", **more) for more in ({}, query))
    found = {
        one["place"]["id"]
        for one in alternatives(client, date="2015-02-16", **query)["differences"]
    }
    assert {place for place in usual if usual[place] != asked[place]} == found


def test_a_box_keeps_the_places_in_it(client: FlaskClient) -> None:
    document = alternatives(client, date="2015-02-16", source="monitor", bbox="38,35,40,37")
    assert {one["place"]["name"] for one in document["differences"]} == {"Raqqa", "Kobani"}


# ----------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ({"known": "2015-02-16"}, 400, "date: is missing; give a day, or a place"),
        ({"date": "2015-02-16"}, 400, "known: is missing; give the day from which"),
        ({"date": "2015-02-16", "until": "2015-02-17"}, 400, "known: is missing"),
        (
            {"date": "2015-02-16", "known": "2015-02-17", "until": "2015-02-16"},
            400,
            "until: 2015-02-16 comes before",
        ),
        (
            {"date": "2015-02-16", "revision": "1", "until": "2015-02-16"},
            400,
            "until: 2015-02-16 comes before",
        ),
        (
            {"date": "2015-02-16", "known": "2015-02-16", "until_revision": "1"},
            400,
            "until_revision: 1 comes before",
        ),
        ({"date": "2015-02-16", "revision": "1", "until_revision": "7"}, 400, "until_revision: 7"),
        ({"date": "2015-02-16", "revision": "7"}, 400, "revision: 7 is none"),
        ({"date": "2013-02-16", "known": "2015-02-16"}, 400, "date: 2013-02-16 lies outside"),
        ({"place": "test:x", "known": "2015-02-16"}, 404, "no place with the id 'test:x'"),
        ({"date": "2015-02-16", "known": "2015-02-16", "source": "tass"}, 400, "source: 'tass'"),
        ({"date": "2015-02-16", "known": "x"}, 400, "known: 'x' cannot be read"),
        (
            {"date": "2015-02-16", "known": "2015-02-16", "bbox": "1,2,3,4"},
            400,
            "bbox: there is no",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused(
    client: FlaskClient, query: dict[str, str], status: int, words: str
) -> None:
    answer = client.get("/api/learned", query_string=query)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.get_json()["detail"].startswith(words) or words in answer.get_json()["detail"]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("date=2015-02-16", "source: is missing; give source, reliability or dispute_window"),
        ("date=2015-02-16&dispute_window=14", "source: is missing"),
        ("source=monitor", "date: is missing"),
        ("date=2015-02-16&source=tass", "source: 'tass' is no source"),
    ],
)
def test_an_alternative_must_be_another_rule(client: FlaskClient, query: str, words: str) -> None:
    answer = client.get(f"/api/alternatives?{query}")
    assert answer.status_code == 400
    assert answer.get_json()["detail"].startswith(words)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(["date", "known", "until", "place", "until_revision"]),
    text=st.text(max_size=40),
)
def test_no_text_at_all_breaks_it(client: FlaskClient, name: str, text: str) -> None:
    query = {"date": "2015-02-16", "known": "2015-02-16"} | {name: text}
    answer = client.get("/api/learned", query_string=query)
    assert answer.status_code in {200, 400, 404}
