"""/api/diff: who gained what from whom between two answers, and what accounts for it."""

from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from geomap.services.atlases import Loaded
from tests.factories import BAGHUZ, HIT, claim, claims, event

Load = Callable[..., Loaded]


def asked(client: FlaskClient, query: str) -> dict[str, Any]:
    answer = client.get(f"/api/diff?{query}")
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def changed(client: FlaskClient, query: str) -> dict[str, tuple[str, str]]:
    """By place: who or what it was, and who or what it is."""
    return {
        one["name"]: (
            one["from"]["holder"] or one["from"]["status"],
            one["to"]["holder"] or one["to"]["status"],
        )
        for one in asked(client, query)["changes"]
    }


def accounts(client: FlaskClient, query: str, place: str) -> dict[str, tuple[list[str], list[str]]]:
    """By claim: which ends hear it, and which answers rest on it."""
    (change,) = (one for one in asked(client, query)["changes"] if one["name"] == place)
    return {one["id"]: (one["heard_by"], one["evidence_of"]) for one in change["claims"]}


def test_the_document_says_what_was_compared(client: FlaskClient) -> None:
    document = asked(client, "from=2014-06-09&to=2014-06-10")
    assert document["from"].pop("rule") == document["to"].pop("rule")
    del document["parties"], document["transfers"], document["changes"]
    assert document == {
        "atlas": "test-war",
        "from": {"date": "2014-06-09", "known": None, "revision": 1},
        "to": {"date": "2014-06-10", "known": None, "revision": 1},
        "places_compared": 5,
        "places_changed": 1,
    }


# ---------------------------------------------------------------------------------- two days


@pytest.mark.parametrize(
    ("query", "places"),
    [
        pytest.param("from=2014-06-09&to=2014-06-10", {"Raqqa": ("north", "south")}, id="a fall"),
        pytest.param("from=2014-06-10&to=2014-06-09", {"Raqqa": ("south", "north")}, id="backward"),
        pytest.param("from=2014-06-10&to=2014-06-11", {}, id="a quiet day"),
        pytest.param(
            "from=2014-10-05&to=2014-10-06", {"Kobani": ("north", "contested")}, id="fighting"
        ),
        pytest.param("from=2014-10-05&to=2015-01-26", {}, id="fighting that changed nothing"),
        pytest.param(
            "from=2015-02-16&to=2015-05-31",
            {"Baghuz": ("disputed", "north"), "Hit": ("north", "south")},
            id="two places",
        ),
    ],
)
def test_two_days_differ_in_the_places_that_passed_over(
    client: FlaskClient, query: str, places: dict[str, tuple[str, str]]
) -> None:
    assert changed(client, query) == places


def test_a_change_names_the_claims_and_events_of_the_days(client: FlaskClient) -> None:
    document = asked(client, "from=2014-06-01&to=2014-06-30")
    (raqqa,) = document["changes"]
    (fallen,) = raqqa["claims"]
    facts = [fallen[key] for key in ("id", "source", "grade", "heard_by", "evidence_of")]
    assert facts == ["raqqa-falls", "The Agency", "B2", ["to"], ["to"]]
    assert [(one["id"], one["kind"], one["source"]) for one in raqqa["events"]] == [
        ("raqqa-battle", "battle", "The Agency"),
        ("talks", "agreement", "The Agency"),
    ]


def test_an_event_without_a_place_is_linked_by_its_report(client: FlaskClient, load: Load) -> None:
    nowhere = {"place": "", "country": "", "place_id": ""}
    load(events=[event(id="campaign", kind="offensive", title="A campaign", **nowhere)])
    (raqqa,) = asked(client, "from=2014-06-01&to=2014-06-30")["changes"]
    assert [one["id"] for one in raqqa["events"]] == ["campaign"]
    (kobani,) = asked(client, "from=2014-10-05&to=2014-10-06")["changes"]
    assert kobani["events"] == []


def test_gains_and_losses_stand_by_party(client: FlaskClient) -> None:
    parties = asked(client, "from=2014-06-09&to=2014-10-06")["parties"]
    north, south, nobody = parties
    assert [(one["actor"], one["name"], one["status"]) for one in parties] == [
        ("north", "North", "held"),
        ("south", "South", "held"),
        (None, None, "contested"),
    ]
    assert (north["gained"], north["lost"]) == ([], ["geonames:172955", "test:kobani"])
    assert (south["gained"], nobody["gained"]) == (["geonames:172955"], ["test:kobani"])
    assert north["net"]["places"] == -2
    assert north["losses"]["population"] == 177_636 + 44_821
    assert north["losses"]["km2"] == pytest.approx(
        south["gains"]["km2"] + nobody["gains"]["km2"], abs=0.02
    )


def test_a_place_without_a_known_population_is_counted_apart(client: FlaskClient) -> None:
    north, *_rest = asked(client, "from=2015-02-15&to=2015-03-23")["parties"]
    gains = north["gains"]
    assert (gains["places"], gains["population"], gains["population_unknown"]) == (1, 0, 1)


def test_transfers_stand_by_pair_of_parties(client: FlaskClient) -> None:
    transfers = asked(client, "from=2014-06-09&to=2014-10-06")["transfers"]
    assert [
        (one["from"]["actor"], one["to"]["actor"], one["to"]["status"], one["place_ids"])
        for one in transfers
    ] == [
        ("north", "south", "held", ["geonames:172955"]),
        ("north", None, "contested", ["test:kobani"]),
    ]


# ------------------------------------------------------------------------ two knowledge days


def test_what_was_learned_changes_an_answer_on_one_day(client: FlaskClient) -> None:
    query = "date=2015-02-16&known=2015-02-16&to_known=2015-02-17"
    assert changed(client, query) == {"Baghuz": ("north", "disputed")}
    assert accounts(client, query, "Baghuz") == {"baghuz-holds-out": (["to"], ["to"])}


def test_what_is_known_now_is_the_default(client: FlaskClient) -> None:
    then, now = "date=2015-02-16&known=2015-02-16", "date=2015-02-16&known=2015-02-17"
    assert changed(client, f"{then}&to_known=default") == {"Baghuz": ("north", "disputed")}
    assert changed(client, f"{now}&to_known=default") == {}


def test_an_event_that_was_told_later_stands_beside_it(client: FlaskClient, load: Load) -> None:
    told = {"known": "2015-02-17", "when": "2015-02-16"}
    load(events=[event(id="later", **told, **BAGHUZ), event(id="elsewhere", **told, **HIT)])
    query = "date=2015-02-16&known=2015-02-16&to_known=2015-02-17"
    (baghuz,) = asked(client, query)["changes"]
    assert [one["id"] for one in baghuz["events"]] == ["later"]


# ------------------------------------------------------------------ two sources, rules, revisions


def test_as_one_source_told_it_and_as_the_other_did(client: FlaskClient) -> None:
    query = "date=2015-02-17&source=monitor&to_source=commander"
    assert changed(client, query) == {"Baghuz": ("north", "south")}
    assert accounts(client, query, "Baghuz") == {
        "baghuz-fallen": (["from"], ["from"]),
        "baghuz-holds-out": (["to"], ["to"]),
    }


def test_the_second_end_can_hear_everybody_again(client: FlaskClient) -> None:
    query = "date=2015-02-17&source=monitor&to_source=default"
    assert changed(client, query)["Baghuz"] == ("north", "disputed")


def test_only_reliable_sources_and_all(client: FlaskClient) -> None:
    query = "date=2015-02-17&reliability=A&to_reliability=F"
    assert changed(client, query)["Baghuz"] == ("north", "disputed")


def test_another_window_hears_older_disagreement(client: FlaskClient, load: Load) -> None:
    old = {"effect": "holds", "holder": "south", "when": "2015-01-01", "known": "2015-01-02"}
    new = {"effect": "holds", "holder": "north", "when": "2015-02-01", "known": "2015-02-02"}
    load(
        claims=[
            claim(id="old", source="monitor", **{**BAGHUZ, **old}),
            claim(id="new", source="commander", **{**BAGHUZ, **new}),
        ]
    )
    query = "date=2015-02-17&dispute_window=14&to_dispute_window=60"
    assert changed(client, query) == {"Baghuz": ("north", "disputed")}
    assert accounts(client, query, "Baghuz") == {"old": (["from", "to"], ["to"])}


def test_two_revisions_differ_by_what_was_accepted(client: FlaskClient, load: Load) -> None:
    kept = [one for one in claims() if one["id"] != "raqqa-falls"]
    load(claims=kept)
    query = "date=2014-06-10&revision=1&to_revision=2"
    assert changed(client, query) == {"Raqqa": ("south", "north")}
    assert accounts(client, query, "Raqqa") == {"raqqa-falls": (["from"], ["from"])}


def test_a_place_that_only_one_revision_has_is_compared_too(
    client: FlaskClient, load: Load
) -> None:
    kept = [one for one in claims() if one["place_id"] != "test:hit"]
    load(claims=kept)
    assert changed(client, "date=2014-06-10&revision=1&to_revision=2") == {
        "Hit": ("north", "unknown")
    }
    assert changed(client, "date=2014-06-10&revision=2&to_revision=1") == {
        "Hit": ("unknown", "north")
    }


def test_days_and_standpoints_can_differ_at_once(client: FlaskClient) -> None:
    query = "from=2014-06-09&known=2014-06-10&to=2014-06-10&to_known=2014-06-11"
    assert changed(client, query) == {"Raqqa": ("north", "south")}


# ----------------------------------------------------------------------------------- GeoJSON


def test_land_and_places_are_features(client: FlaskClient) -> None:
    document = asked(client, "from=2014-06-09&to=2014-06-10&f=geojson")
    land, place = document["features"]
    assert (document["type"], document["numberReturned"]) == ("FeatureCollection", 2)
    assert (land["id"], land["geometry"]["type"]) == ("transfer:north:south", "MultiPolygon")
    assert land["properties"]["km2"] == pytest.approx(2827, rel=0.01)
    assert (place["id"], place["geometry"]["coordinates"]) == (
        "place:geonames:172955",
        [39.0082, 35.9594],
    )
    assert [one["properties"]["feature"] for one in (land, place)] == ["transfer", "place"]


def test_land_of_nobody_is_named_by_its_status(client: FlaskClient) -> None:
    features = asked(client, "from=2014-10-05&to=2014-10-06&f=geojson")["features"]
    assert features[0]["id"] == "transfer:north:contested"


def test_the_features_say_what_the_tables_say(client: FlaskClient) -> None:
    query = "from=2014-06-01&to=2015-05-31"
    tables, features = asked(client, query), asked(client, f"{query}&f=geojson")["features"]
    for name, kind in (("transfers", "transfer"), ("changes", "place")):
        told = [one["properties"] for one in features if one["properties"]["feature"] == kind]
        assert [{key: row[key] for key in row if key != "feature"} for row in told] == tables[name]


def test_geojson_is_called_so(client: FlaskClient) -> None:
    answer = client.get("/api/diff?from=2014-06-09&to=2014-06-10&f=geojson")
    assert answer.mimetype == "application/geo+json"


# ---------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param("from=2014-06-09&to=2014-06-09", "nothing to compare", id="same day"),
        pytest.param("date=2014-06-09", "nothing to compare", id="same question"),
        pytest.param("date=2014-06-09&revision=1", "nothing to compare", id="newest revision"),
        pytest.param(
            "date=2014-06-09&known=2015-01-01&to_known=2015-01-01", "nothing to compare", id="known"
        ),
        pytest.param(
            "date=2014-06-09&source=agency&to_source=agency", "nothing to compare", id="source"
        ),
        pytest.param("", "from: is missing", id="no day"),
        pytest.param("from=2014-06-09", "to: is missing", id="one day"),
        pytest.param("date=2014-06-09&to=2014-06-10", "to: goes not with date", id="three days"),
        pytest.param("from=2013-12-31&to=2014-06-09", "from: 2013-12-31 lies outside", id="before"),
        pytest.param("from=2014-06-09&to=2018-01-01", "to: 2018-01-01 lies outside", id="after"),
        pytest.param(
            "date=2018-01-01&to_known=2018-01-01", "date: 2018-01-01 lies outside", id="date"
        ),
        pytest.param("date=2014-06-09&revision=9&to_revision=1", "revision: 9 is none", id="first"),
        pytest.param("date=2014-06-09&to_revision=9", "to_revision: 9 is none", id="second"),
        pytest.param("date=2014-06-09&to_known=soon", "to_known: 'soon' cannot be read", id="word"),
        pytest.param(
            "date=2014-06-09&known=default", "known: 'default' cannot be read", id="first known"
        ),
        pytest.param("date=2014-06-09&to_source=x", "to_source: 'x' is no source", id="no source"),
        pytest.param("from=2014-06-09&to=2014-06-10&f=csv", "f: 'csv' is none of", id="format"),
        pytest.param("from=2014-06-09&to=2014-06-10&to_date=1", "to_date: there is no", id="name"),
    ],
)
def test_what_makes_no_sense_is_refused(client: FlaskClient, query: str, says: str) -> None:
    answer = client.get(f"/api/diff?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert says in answer.get_json()["detail"]


def test_without_an_atlas_there_is_nothing_to_compare(empty_client: FlaskClient) -> None:
    assert empty_client.get("/api/diff?from=2014-06-09&to=2014-06-10").status_code == 404


def test_an_answer_that_is_still_good_is_not_sent_again(client: FlaskClient, load: Load) -> None:
    address = "/api/diff?date=2015-02-16&known=2015-02-16&to_known=default"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    load(claims=claims()[:-3])
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200
