"""Claims on districts and regions, from the gazetteer's hierarchy to the answer of the service."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shapely import MultiPolygon, box

from gazetteer import Gazetteer
from gazetteer.build import build_index
from geomap.app import create_app
from geomap.domain.rule import Rule
from geomap.domain.statements import Place
from geomap.services.atlases import load_atlas_folder, prepare_database
from geomap.services.resolving import PlaceResolver
from geomap.settings import Settings
from geomap.storage.atlases import load_places
from geomap.storage.database import Database
from tests.factories import claim, write_atlas
from tests.gazetteers import FixedSource, record

STEPPE = MultiPolygon([box(38.0, 35.0, 40.0, 36.0)])
PLACES = (
    record("x:raqqa", "Raqqa District", kind="district", admin1="04", longitude=39.1),
    record("x:steppe", "Steppe", kind="region", longitude=38.9, latitude=35.3, polygon=STEPPE),
    record("x:town", "Town", kind="town", admin1="04", parents=("x:raqqa",), longitude=39.3),
    record("x:village", "Village", kind="village", admin1="04", longitude=39.5, latitude=35.6),
    record("x:far", "Far", kind="town", admin1="04", longitude=42.0, latitude=36.5),
    record("x:unknown", "Unknown District", kind="district", admin1="04", longitude=42.5),
)


@pytest.fixture(scope="module")
def hierarchy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("hierarchy") / "gazetteer.sqlite"
    build_index(path, [FixedSource(PLACES)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


def place(gazetteer: Gazetteer, name: str, key: str) -> Place:
    return PlaceResolver(gazetteer)(name, "SY", key)


def test_the_hierarchy_and_the_polygons_say_what_holds_a_place(hierarchy: Gazetteer) -> None:
    assert place(hierarchy, "Town", "x:town").within == ("x:raqqa", "x:steppe")
    assert place(hierarchy, "Village", "x:village").within == ("x:steppe",)
    assert place(hierarchy, "Far", "x:far").within == ()


def test_only_an_area_of_which_something_is_known_encloses(hierarchy: Gazetteer) -> None:
    known = {
        key: place(hierarchy, name, key).encloses
        for name, key in (
            ("Raqqa District", "x:raqqa"),
            ("Steppe", "x:steppe"),
            ("Unknown District", "x:unknown"),
            ("Town", "x:town"),
        )
    }
    assert known == {"x:raqqa": True, "x:steppe": True, "x:unknown": False, "x:town": False}


@pytest.fixture
def filled(hierarchy: Gazetteer, tmp_path: Path) -> Path:
    """IS takes the district, the army the region, and an exception stands in the village."""
    at = {"country": "SY", "when": "2014-06-10", "known": "2014-06-11"}
    claims = [
        claim(id="a", place="Raqqa District", place_id="x:raqqa", holder="south", **at),
        claim(id="b", place="Steppe", place_id="x:steppe", holder="north", **at),
        claim(id="c", place="Far", place_id="x:far", holder="north", **at),
        claim(id="d", place="Town", place_id="x:town", effect="holds", holder="north",
              country="SY", when="2016-01-01", known="2016-01-02"),
        claim(id="e", place="Village", place_id="x:village", effect="holds", holder="south",
              country="SY", when="2015-01-01", known="2015-01-02"),
    ]  # fmt: skip
    path = tmp_path / "geomap.sqlite"
    database = Database(f"sqlite:///{path}")
    prepare_database(database, Rule())
    folder = write_atlas(tmp_path / "atlas", claims=claims, events=[], figures=[])
    load_atlas_folder(database, hierarchy, folder, Rule())
    database.close()
    return path


def test_a_claim_on_a_district_counts_below_one_on_the_place(filled: Path) -> None:
    app = create_app(Settings(database=f"sqlite:///{filled}"))
    client = app.test_client()

    def holders(day: str) -> dict[str, str | None]:
        features = client.get(f"/control.geojson?date={day}").get_json()["features"]
        return {one["id"]: one["properties"]["holder"] for one in features}

    before, after = holders("2014-07-01"), holders("2016-02-01")
    assert (before["x:town"], before["x:village"], before["x:far"]) == ("south", "north", "north")
    assert (after["x:town"], after["x:village"]) == ("north", "south")
    app.extensions["geomap"].database.close()


@pytest.mark.parametrize(
    ("area", "inside"),
    [
        pytest.param("x:raqqa", ["x:town"], id="district"),
        pytest.param("x:steppe", ["x:raqqa", "x:town", "x:village"], id="region"),
    ],
)
def test_storage_finds_the_places_of_an_area(filled: Path, area: str, inside: list[str]) -> None:
    database = Database(f"sqlite:///{filled}")
    with database.reading() as session:
        places = {one.id: one for one in load_places(session, 1)}
        found = [one.id for one in load_places(session, 1, places[area])]
    database.close()
    assert sorted(found) == inside
