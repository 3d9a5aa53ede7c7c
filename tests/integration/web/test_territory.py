"""Territory, fronts and measures over HTTP."""

import csv
import io
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyproj import Geod
from shapely import MultiPolygon
from shapely.geometry import shape

from geomap.services.atlases import Loaded
from tests.factories import HIT, NOWHERE, actor, claim, claims, figure

Load = Callable[..., Loaded]
GEODESIC = Geod(ellps="WGS84")
DISPUTE = "2015-02-16"


def ask(client: FlaskClient, address: str, **query: str | int) -> Any:
    answer = client.get(address, query_string=query)
    assert answer.status_code == 200, answer.text
    return answer.get_json()


def territories(client: FlaskClient, **query: str | int) -> dict[str, Any]:
    features = ask(client, "/territory.geojson", **query)["features"]
    return {feature["id"]: feature for feature in features}


# ------------------------------------------------------------------------------ /territory


def test_there_is_one_feature_for_each_holder_and_each_dispute(client: FlaskClient) -> None:
    assert list(territories(client, date=DISPUTE)) == [
        "held:north",
        "held:south",
        "disputed:north+south",
    ]


def test_the_collection_says_what_was_asked_and_names_its_rule(client: FlaskClient) -> None:
    document = ask(client, "/territory.geojson", date=DISPUTE, known="2015-03-01")
    del document["features"]
    assert document.pop("rule")["name"] == "rule-1"
    assert document == {
        "type": "FeatureCollection",
        "atlas": "test-war",
        "date": DISPUTE,
        "known": "2015-03-01",
        "revision": 1,
        "numberReturned": 3,
    }


def test_a_territory_has_its_band_and_its_places(client: FlaskClient) -> None:
    found = territories(client, date=DISPUTE)
    north, disputed = found["held:north"]["properties"], found["disputed:north+south"]["properties"]
    assert (north["actor"], north["name"], north["status"]) == ("north", "North", "held")
    assert (north["holders"], north["places"]) == (["north"], 2)
    assert north["area_km2_low"] == north["area_km2"]
    whole = north["area_km2"] + disputed["area_km2"]
    assert north["area_km2_high"] == pytest.approx(whole, abs=0.02)


def test_land_that_nobody_holds_has_no_actor_and_no_band(client: FlaskClient) -> None:
    disputed = territories(client, date=DISPUTE)["disputed:north+south"]["properties"]
    facts = [disputed[name] for name in ("actor", "name", "area_km2_low", "area_km2_high")]
    assert facts == [None] * 4
    assert disputed["holders"] == ["north", "south"]


def test_an_area_is_that_of_the_shape(client: FlaskClient) -> None:
    for feature in territories(client, date=DISPUTE).values():
        metres, _perimeter = GEODESIC.geometry_area_perimeter(shape(feature["geometry"]))
        assert metres / 1e6 == pytest.approx(feature["properties"]["area_km2"], rel=1e-3)


def test_shapes_are_valid_and_their_exteriors_turn_left(client: FlaskClient) -> None:
    for feature in territories(client, date=DISPUTE).values():
        found = shape(feature["geometry"])
        assert found.is_valid
        assert isinstance(found, MultiPolygon)
        assert all(polygon.exterior.is_ccw for polygon in found.geoms)


def test_all_territories_together_are_all_cells_on_every_day(client: FlaskClient) -> None:
    areas = [
        sum(one["properties"]["area_km2"] for one in territories(client, date=day).values())
        for day in ("2014-01-01", "2014-06-10", "2014-10-06", DISPUTE)
    ]
    assert areas == pytest.approx([areas[0]] * len(areas), abs=0.05)


def test_what_was_not_known_is_land_that_nobody_speaks_for(client: FlaskClient) -> None:
    assert list(territories(client, date=DISPUTE, known="2013-12-31")) == ["unknown"]


def test_a_box_keeps_the_whole_cells_that_touch_it(client: FlaskClient) -> None:
    found = territories(client, date="2014-06-10", bbox="38.9,35.9,39.1,36")
    assert [(key, one["properties"]["places"]) for key, one in found.items()] == [("held:south", 1)]


def test_another_rule_gives_another_map_and_another_etag(client: FlaskClient) -> None:
    query = {"date": "2015-03-10", "source": "commander"}
    alone = client.get("/territory.geojson", query_string=query)
    both = client.get("/territory.geojson", query_string={"date": "2015-03-10"})
    assert [one["id"] for one in alone.get_json()["features"]] == ["held:south", "unknown"]
    assert alone.headers["ETag"] != both.headers["ETag"]


def test_an_old_revision_gives_the_same_bytes(client: FlaskClient, load: Load) -> None:
    addresses = [
        f"{address}&revision=1"
        for address in (
            f"/territory.geojson?date={DISPUTE}",
            f"/fronts.geojson?date={DISPUTE}",
            f"/api/territory?date={DISPUTE}",
            "/api/territory/series?step=change",
        )
    ]
    before = [client.get(address).data for address in addresses]
    load(claims=[claim(**HIT)])
    assert [client.get(address).data for address in addresses] == before


def test_who_has_it_already_gets_nothing(client: FlaskClient) -> None:
    address = f"/territory.geojson?date={DISPUTE}"
    etag = client.get(address).headers["ETag"]
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 304


# --------------------------------------------------------------------------------- /fronts


SALIHIYAH = {"place": "Salihiyah", "country": "SY", "place_id": "test:salihiyah-east"}


@pytest.fixture
def neighbour(load: Load) -> None:
    """Gives Baghuz a neighbour that South holds throughout."""
    always = {"effect": "holds", "holder": "south", "when": "2014-01-01/..", "known": "2014-01-01"}
    load(claims=[*claims(), claim(id="salihiyah", **{**SALIHIYAH, **always})])


def test_neighbours_of_one_holder_have_no_front(client: FlaskClient, neighbour: None) -> None:
    assert ask(client, "/fronts.geojson", date="2015-02-15")["features"] == []


def test_a_front_tells_both_sides_and_since_when(client: FlaskClient, neighbour: None) -> None:
    (front,) = ask(client, "/fronts.geojson", date="2016-01-01")["features"]
    length = front["properties"].pop("length_km")
    assert front["properties"] == {
        "a_place": "test:baghuz",
        "b_place": "test:salihiyah-east",
        "a_status": "held",
        "a_holder": "north",
        "a_holders": ["north"],
        "b_status": "held",
        "b_holder": "south",
        "b_holders": ["south"],
        "since": "2015-03-23",
    }
    assert front["geometry"]["type"] == "LineString"
    assert length == pytest.approx(
        GEODESIC.geometry_length(shape(front["geometry"])) / 1000, abs=0.01
    )


def test_a_dispute_is_a_front_to_what_is_held(client: FlaskClient, neighbour: None) -> None:
    (front,) = ask(client, "/fronts.geojson", date=DISPUTE)["features"]
    facts = [front["properties"][name] for name in ("a_status", "a_holder", "a_holders", "since")]
    assert facts == ["disputed", None, ["north", "south"], DISPUTE]


@pytest.mark.parametrize("query", [{"known": "2015-02-16"}, {"source": "monitor,agency"}])
def test_a_front_is_that_of_its_standpoint(
    client: FlaskClient, neighbour: None, query: dict[str, str]
) -> None:
    (front,) = ask(client, "/fronts.geojson", date=DISPUTE, **query)["features"]
    assert front["properties"]["a_holder"] == "north"


def test_fronts_are_kept_to_a_box(client: FlaskClient, neighbour: None) -> None:
    document = ask(client, "/fronts.geojson", date="2016-01-01", bbox="0,0,1,1")
    assert document["numberReturned"] == 0


def test_fronts_follow_a_new_revision(client: FlaskClient, neighbour: None, load: Load) -> None:
    before = ask(client, "/fronts.geojson", date="2016-01-01")
    load(claims=claims())
    after = ask(client, "/fronts.geojson", date="2016-01-01")
    assert (before["numberReturned"], after["numberReturned"]) == (1, 0)


# -------------------------------------------------------------------------- /api/territory


def test_a_day_is_told_by_actor(client: FlaskClient) -> None:
    document = ask(client, "/api/territory", date=DISPUTE)
    north = next(one for one in document["actors"] if one["actor"] == "north")
    assert north["name"] == "North"
    assert north["places"] == {"low": 2, "best": 2, "high": 3}
    assert north["population"] == {"low": 111521, "best": 111521, "high": 111521}
    assert north["population_unknown"] == {"low": 0, "best": 0, "high": 1}
    assert north["grants"]["disputed"]["places"] == 1


def test_what_is_held_and_what_is_not_make_the_covered_land(client: FlaskClient) -> None:
    document = ask(client, "/api/territory", date=DISPUTE)
    for name in ("places", "population", "population_unknown", "km2"):
        parts = [one[name]["best"] for one in document["actors"]]
        parts += [extent[name] for extent in document["not_held"].values()]
        assert sum(parts) == pytest.approx(document["covered"][name], abs=0.05)


def test_a_place_that_only_an_event_names_is_not_measured(client: FlaskClient) -> None:
    assert ask(client, "/api/territory", date=DISPUTE)["covered"]["places"] == 4


def test_those_with_the_most_land_come_first(client: FlaskClient) -> None:
    actors = ask(client, "/api/territory", date=DISPUTE)["actors"]
    assert [one["actor"] for one in actors] == ["north", "south"]


def test_one_actor_may_be_asked_about(client: FlaskClient) -> None:
    document = ask(client, "/api/territory", date=DISPUTE, actor="south")
    assert [one["actor"] for one in document["actors"]] == ["south"]


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_a_day_is_a_table_too(client: FlaskClient) -> None:
    answer = client.get(f"/api/territory?date={DISPUTE}&f=csv")
    assert answer.mimetype == "text/csv"
    north, _south = rows(answer.text)
    assert (north["actor"], north["places_low"], north["places_high"]) == ("north", "2", "3")


def test_a_published_figure_stands_beside_ours(client: FlaskClient, load: Load) -> None:
    area = {"measure": "territory", "unit": "km2", "value": "6000", "low": "", "high": ""}
    load(figures=[figure(id="area", when="2015-02", known="2015-06-01", **{**area, **NOWHERE})])
    (one,) = ask(client, "/api/territory", date=DISPUTE)["published"]
    facts = (one["figure"], one["actor"], one["when"], one["source"], one["published_km2"])
    assert facts == ("area", "south", "2015-02", "The Agency", 6000)
    assert one["difference"] == pytest.approx((one["km2"]["best"] - 6000) / 6000, abs=1e-4)
    assert ask(client, "/api/territory", date=DISPUTE, known="2015-05-31")["published"] == []


# ------------------------------------------------------------------- /api/territory/series


def test_a_series_has_a_row_for_each_day_of_change(client: FlaskClient) -> None:
    document = ask(client, "/api/territory/series", start="2015-01-01", end="2015-05-31")
    assert document["days"] == [
        "2015-01-01",
        "2015-01-26",
        "2015-02-16",
        "2015-03-23",
        "2015-05-01",
    ]
    assert document["actors"]["north"]["places"]["best"] == [1, 2, 2, 3, 3]
    assert document["not_held"]["disputed"]["places"] == [0, 0, 1, 0, 0]


def test_its_figures_are_those_of_the_day(client: FlaskClient) -> None:
    series = ask(client, "/api/territory/series")
    for number, day in enumerate(series["days"]):
        actors = {one["actor"]: one for one in ask(client, "/api/territory", date=day)["actors"]}
        for key, columns in series["actors"].items():
            for name in ("places", "population", "population_unknown", "km2"):
                for bound in ("low", "best", "high"):
                    expected = actors[key][name][bound] if key in actors else 0
                    assert columns[name][bound][number] == expected


def test_a_change_says_what_it_comes_from(client: FlaskClient) -> None:
    document = ask(client, "/api/territory/series", start="2015-04-01", end="2015-06-01")
    assert document["days"] == ["2015-04-01", "2015-05-01", "2015-05-31"]
    north = document["actors"]["north"]["changes"]
    assert north["precision"]["places"] == [0, 1, 1]
    assert north["ground"]["places"] == north["source"]["places"] == [0, 0, 0]


def test_an_actor_has_only_the_days_that_concern_it(client: FlaskClient, load: Load) -> None:
    actors = [actor(), *(actor(id=key, name=key, colour="#d55e00") for key in ("south", "east"))]
    load(actors=actors, claims=[*claims(), claim(id="east", **{**SALIHIYAH, "holder": "east"})])
    document = ask(client, "/api/territory/series", actor="east")
    assert (document["days"], list(document["actors"])) == (["2014-01-01", "2014-06-10"], ["east"])


@pytest.mark.parametrize(
    ("step", "days"),
    [
        ("day", ["2015-02-26", "2015-02-27", "2015-02-28", "2015-03-01", "2015-03-02"]),
        ("week", ["2015-02-26", "2015-03-02"]),
        ("month", ["2015-02-26", "2015-03-01"]),
    ],
)
def test_a_series_may_be_told_by_the_calendar(
    client: FlaskClient, step: str, days: list[str]
) -> None:
    query = {"start": "2015-02-26", "end": "2015-03-03", "step": step}
    assert ask(client, "/api/territory/series", **query)["days"] == days


def test_a_series_is_a_table_too(client: FlaskClient) -> None:
    query = {"start": "2015-03-20", "end": "2015-04-01", "actor": "north", "f": "csv"}
    first, second = rows(client.get("/api/territory/series", query_string=query).text)
    assert (first["day"], first["places_best"], first["ground_places"]) == ("2015-03-20", "2", "0")
    assert (second["day"], second["places_best"], second["ground_places"]) == (
        "2015-03-23",
        "3",
        "1",
    )


# ------------------------------------------------------------------------------- refusals


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/territory.geojson", "date: is missing"),
        ("/territory.geojson?date=2019-01-01", "date: 2019-01-01 lies outside the atlas"),
        ("/territory.geojson?date=2015-01-01&bbox=1,2,3", "bbox: "),
        ("/territory.geojson?date=2015-01-01&colour=red", "colour: there is no such parameter"),
        ("/fronts.geojson?date=2019-01-01", "date: 2019-01-01 lies outside the atlas"),
        ("/fronts.geojson?date=2015-01-01&revision=99", "revision: 99 is none"),
        ("/fronts.geojson?date=2015-01-01&source=nobody", "source: 'nobody' is no source"),
        ("/api/territory?date=2015-01-01&actor=nobody", "actor: 'nobody' is no actor"),
        ("/api/territory?date=2015-01-01&actor=,", "actor: names none"),
        ("/api/territory?date=2015-01-01&f=xls", "f: 'xls' is none of json, csv"),
        ("/api/territory/series?step=year", "step: 'year' is none of change, day, week, month"),
        ("/api/territory/series?start=2013-12-31", "start: the days from 2013-12-31"),
        ("/api/territory/series?end=2018-01-02", "end: the days from 2014-01-01"),
        ("/api/territory/series?start=2015-01-02&end=2015-01-02", "end: 2015-01-02 does not come"),
        ("/api/territory/series?actor=nobody", "actor: 'nobody' is no actor"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    client: FlaskClient, address: str, said: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.mimetype) == (400, "application/problem+json")
    assert said in answer.get_json()["detail"]


def test_an_empty_database_has_no_territory(empty_client: FlaskClient) -> None:
    for address in ("/territory.geojson", "/fronts.geojson", "/api/territory"):
        assert empty_client.get(f"{address}?date=2015-01-01").status_code == 404
    assert empty_client.get("/api/territory/series").status_code == 404


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(["start", "end", "step", "actor", "f"]), text=st.text(max_size=40))
def test_no_text_at_all_breaks_the_series(client: FlaskClient, name: str, text: str) -> None:
    answer = client.get("/api/territory/series", query_string={name: text})
    assert answer.status_code in {200, 400}
