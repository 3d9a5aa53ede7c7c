"""/api/statistics: how long and by whom places were held, counted by hand for a small war."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from geomap.app import create_app
from geomap.services.atlases import Loaded
from geomap.settings import Settings
from geomap.web.answers import Service
from tests.factories import HIT, claims, event

Load = Callable[..., Loaded]
VIEW_DAYS = 1096  # 2014-06-01 up to, but not including, 2017-06-01.
SUBJECTS = ("places", "actors", "governorates")


def asked(client: FlaskClient, subject: str, **query: str | int) -> dict[str, Any]:
    answer = client.get(f"/api/statistics/{subject}", query_string=query)
    assert answer.status_code == 200, answer.text
    document: dict[str, Any] = answer.get_json()
    return document


def at(client: FlaskClient, name: str, **query: str | int) -> dict[str, Any]:
    """The row of one place."""
    (row,) = (one for one in asked(client, "places", **query)["places"] if one["name"] == name)
    found: dict[str, Any] = row
    return found


def held(row: dict[str, Any]) -> dict[str, int]:
    return {one["actor"]: one["days"] for one in row["held_by"]}


def test_the_document_says_what_was_asked(client: FlaskClient) -> None:
    document = asked(client, "places", known="2015-01-01")
    del document["places"]
    assert document.pop("rule")["name"] == "rule-1"
    assert document == {
        "atlas": "test-war",
        "start": "2014-06-01",
        "end": "2017-06-01",
        "days": VIEW_DAYS,
        "known": "2015-01-01",
        "revision": 1,
    }


# ---------------------------------------------------------------------------------- of places


def test_a_town_that_changed_hands_twice(client: FlaskClient) -> None:
    raqqa = at(client, "Raqqa")
    assert held(raqqa) == {"north": 9 + 457, "south": 630}
    facts = [raqqa[key] for key in ("changes", "first_change", "last_change")]
    assert facts == [2, "2014-06-10", "2016-03-01"]
    south = raqqa["held_by"][1]
    assert south["longest"] == {"days": 630, "start": "2014-06-10", "end": "2016-03-01"}


def test_a_town_that_was_fought_over(client: FlaskClient) -> None:
    kobani = at(client, "Kobani")
    assert kobani["days"] == {"held": 984, "contested": 112, "disputed": 0, "unknown": 0}
    assert (kobani["changes"], kobani["held_by"][0]["spells"]) == (0, 2)


def test_a_town_on_which_sources_disagreed(client: FlaskClient) -> None:
    baghuz = at(client, "Baghuz")
    assert baghuz["days"]["disputed"] == 35
    assert held(baghuz) == {"north": 801, "south": 260}
    assert baghuz["changes"] == 1


def test_a_town_that_fell_on_some_day_of_a_month(client: FlaskClient) -> None:
    hit = at(client, "Hit")
    assert (hit["uncertain_days"], hit["first_change"]) == (30, "2015-05-31")


def test_a_town_of_which_nothing_is_claimed(client: FlaskClient) -> None:
    assert at(client, "Mosul")["days"]["unknown"] == VIEW_DAYS


@pytest.mark.parametrize(
    "query", [{}, {"from": "2015-02-16", "to": "2015-02-17"}, {"known": "2014-01-02"}]
)
def test_the_days_of_each_place_add_up_to_the_window(
    client: FlaskClient, query: dict[str, str]
) -> None:
    document = asked(client, "places", **query)
    assert {sum(one["days"].values()) for one in document["places"]} == {document["days"]}


def test_only_the_days_asked_for_count(client: FlaskClient) -> None:
    raqqa = at(client, "Raqqa", **{"from": "2016-02-29", "to": "2016-03-02"})
    assert (held(raqqa), raqqa["changes"]) == ({"north": 1, "south": 1}, 1)


def test_what_was_not_known_yet_does_not_count(client: FlaskClient) -> None:
    assert held(at(client, "Raqqa", known="2014-06-10")) == {"north": VIEW_DAYS}


def test_another_source_tells_another_history(client: FlaskClient) -> None:
    baghuz = at(client, "Baghuz", source="monitor")
    assert (baghuz["days"]["unknown"], held(baghuz)) == (260, {"north": 836})


def test_an_old_revision_can_be_asked_for(client: FlaskClient, load: Load) -> None:
    before = client.get("/api/statistics/places?revision=1").data
    load(claims=claims()[1:])
    assert client.get("/api/statistics/places?revision=1").data == before
    assert client.get("/api/statistics/places").data != before


def test_sieges_are_counted_with_their_days(client: FlaskClient, load: Load) -> None:
    siege = {"kind": "siege", "when": "2014-05-01/..", "known": "2014-05-01", **HIT}
    broken = {"kind": "siege_broken", "when": "2014-06-11", "known": "2014-06-12", **HIT}
    load(events=[event(id="siege", **siege), event(id="broken", **broken)])
    hit = at(client, "Hit")
    assert [hit[key] for key in ("sieges", "sieges_broken", "siege_days")] == [1, 1, 10]
    early = at(client, "Hit", known="2014-06-11")
    assert [early[key] for key in ("sieges", "sieges_broken", "siege_days")] == [1, 0, VIEW_DAYS]
    (iraq, *_rest) = asked(client, "governorates")["governorates"]
    assert (iraq["sieges"], iraq["siege_days"]) == (1, 10)


def test_an_event_of_a_source_that_is_not_heard_does_not_count(
    client: FlaskClient, load: Load
) -> None:
    load(events=[event(kind="siege", **HIT)])
    assert at(client, "Hit")["sieges"] == 1
    assert at(client, "Hit", source="monitor")["sieges"] == 0


# ---------------------------------------------------------------------------------- of actors


def test_actors_are_counted_over_all_places(client: FlaskClient) -> None:
    north, south = asked(client, "actors")["actors"]
    assert (north["actor"], north["name"], south["actor"]) == ("north", "North", "south")
    assert (north["places_held"], south["places_held"]) == (4, 3)
    assert north["place_days"] == 466 + 984 + 801 + 364
    assert south["place_days"] == 630 + 260 + 732
    assert (north["gains"], north["losses"]) == (2, 2)
    assert (south["gains"], south["losses"]) == (2, 2)
    assert south["longest_hold"] == {
        "place_id": "test:hit",
        "name": "Hit",
        "days": 732,
        "start": "2015-05-31",
        "end": "2017-06-01",
    }


def test_people_are_counted_where_their_number_is_known(client: FlaskClient) -> None:
    _north, south = asked(client, "actors")["actors"]
    assert south["population_days"] == 630 * 177_636 + 732 * 66_700
    assert south["places_without_population"] == 1


# ----------------------------------------------------------------------------- of governorates


def test_governorates_follow_their_country(client: FlaskClient) -> None:
    rows = asked(client, "governorates")["governorates"]
    assert [(one["level"], one["country"], one["admin1"], one["places"]) for one in rows] == [
        ("country", "IQ", None, 2),
        ("governorate", "IQ", "01", 1),
        ("governorate", "IQ", "15", 1),
        ("country", "SY", None, 3),
        ("governorate", "SY", "04", 1),
        ("governorate", "SY", "07", 1),
        ("governorate", "SY", "09", 1),
    ]


def test_a_country_adds_up_its_places(client: FlaskClient) -> None:
    syria = asked(client, "governorates")["governorates"][3]
    assert syria["place_days"] == 3 * VIEW_DAYS == sum(syria["days"].values())
    assert {one["actor"]: one["place_days"] for one in syria["held_by"]} == {
        "north": 466 + 984 + 801,
        "south": 630 + 260,
    }
    assert (syria["changes"], syria["last_change"]) == (3, "2016-03-01")


@pytest.fixture
def named_client(database_file: Path, gazetteer_index: Path) -> Iterator[FlaskClient]:
    """A client whose gazetteer knows the real towns of the small war, and their governorates."""
    settings = Settings(database=f"sqlite:///{database_file}", gazetteer=str(gazetteer_index))
    app = create_app(settings)
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


def test_governorates_are_named_by_the_gazetteer(named_client: FlaskClient) -> None:
    rows = asked(named_client, "governorates")["governorates"]
    names = {(one["country"], one["admin1"]): one["name"] for one in rows}
    assert (names["SY", "04"], names["IQ", "15"]) == ("Raqqa", "Nineveh")
    assert (names["SY", "09"], names["SY", None]) == (None, None)
    assert at(named_client, "Raqqa")["governorate"] == "Raqqa"


def test_without_a_gazetteer_governorates_go_by_their_codes(client: FlaskClient) -> None:
    assert {one["name"] for one in asked(client, "governorates")["governorates"]} == {None}


# -------------------------------------------------------------------------- GeoJSON and tables


def test_places_are_points(client: FlaskClient) -> None:
    document = asked(client, "places", f="geojson")
    raqqa = document["features"][0]
    assert (document["type"], raqqa["id"]) == ("FeatureCollection", "geonames:172955")
    assert raqqa["geometry"] == {"type": "Point", "coordinates": [39.0082, 35.9594]}
    assert raqqa["properties"]["area_km2"] == pytest.approx(2827, rel=0.01)


@pytest.mark.parametrize(("subject", "first"), [("actors", "north"), ("governorates", "IQ")])
def test_actors_and_governorates_are_the_land_of_their_places(
    client: FlaskClient, subject: str, first: str
) -> None:
    feature = asked(client, subject, f="geojson")["features"][0]
    assert (feature["id"], feature["geometry"]["type"]) == (first, "MultiPolygon")
    assert feature["properties"]["area_km2"] > 0


def test_a_governorate_without_a_cell_has_no_geometry(client: FlaskClient) -> None:
    features = asked(client, "governorates", f="geojson")["features"]
    (nineveh,) = (one for one in features if one["id"] == "IQ-15")
    assert (nineveh["geometry"], nineveh["properties"]["area_km2"]) == (None, 0)


@pytest.mark.parametrize("subject", SUBJECTS)
def test_the_features_are_the_rows(client: FlaskClient, subject: str) -> None:
    features = asked(client, subject, f="geojson")["features"]
    rows = [one["properties"] for one in features]
    assert [{key: row[key] for key in row if key != "area_km2"} for row in rows] == asked(
        client, subject
    )[subject]


def table(client: FlaskClient, subject: str) -> list[dict[str, str]]:
    answer = client.get(f"/api/statistics/{subject}?f=csv")
    assert answer.mimetype == "text/csv"
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def test_a_table_has_a_column_for_each_actor(client: FlaskClient) -> None:
    raqqa = table(client, "places")[0]
    keys = (
        "name",
        "held_days",
        "held_by_north_days",
        "held_by_south_days",
        "held_by_south_longest",
    )
    assert [raqqa[key] for key in keys] == ["Raqqa", "1096", "466", "630", "630"]


def test_the_table_of_actors_names_the_longest_hold(client: FlaskClient) -> None:
    _north, south = table(client, "actors")
    keys = ("actor", "longest_hold_name", "longest_hold_days", "longest_hold_end")
    assert [south[key] for key in keys] == ["south", "Hit", "732", "2017-06-01"]


def test_the_table_of_governorates_has_place_days(client: FlaskClient) -> None:
    syria = table(client, "governorates")[3]
    assert (syria["level"], syria["held_by_south_days"]) == ("country", "890")


def test_a_name_that_a_spreadsheet_would_run_is_guarded(client: FlaskClient, load: Load) -> None:
    bad = {"id": "north", "name": "=1+1", "kind": "alliance", "colour": "#0072b2", "aliases": ""}
    south = {"id": "south", "name": "South", "kind": "alliance", "colour": "#d55e00", "aliases": ""}
    load(actors=[bad, south])
    assert table(client, "actors")[0]["name"] == "'=1+1"


# ------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(
    ("query", "says"),
    [
        pytest.param("from=2013-12-31", "from: 2013-12-31 leaves the atlas", id="before it"),
        pytest.param("to=2018-01-02", "to: 2018-01-02 leaves the atlas", id="after it"),
        pytest.param("from=2015-01-01&to=2015-01-01", "to: 2015-01-01 is too early", id="no day"),
        pytest.param("from=2015-13-01", "from: '2015-13-01' cannot be read", id="no date"),
        pytest.param("f=xml", "f: 'xml' is none of json, geojson, csv", id="format"),
        pytest.param("source=nobody", "source: 'nobody' is no source", id="source"),
        pytest.param("date=2015-01-01", "date: there is no such parameter", id="parameter"),
    ],
)
def test_what_makes_no_sense_is_refused(
    client: FlaskClient, subject: str, query: str, says: str
) -> None:
    answer = client.get(f"/api/statistics/{subject}?{query}")
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert says in answer.get_json()["detail"]


def test_the_last_day_of_the_atlas_can_be_asked_for(client: FlaskClient) -> None:
    document = asked(client, "places", **{"from": "2014-01-01", "to": "2018-01-01"})
    assert document["days"] == 1461


def test_without_an_atlas_there_is_nothing_to_count(empty_client: FlaskClient) -> None:
    assert empty_client.get("/api/statistics/places").status_code == 404


@pytest.mark.parametrize("form", ["json", "geojson", "csv"])
def test_an_answer_that_is_still_good_is_not_sent_again(client: FlaskClient, form: str) -> None:
    address = f"/api/statistics/places?f={form}"
    tag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
