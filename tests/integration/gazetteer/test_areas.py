"""Points to the areas whose polygon holds them."""

from collections.abc import Iterator

import pytest
from shapely import MultiPolygon, box

from gazetteer import Gazetteer, InvalidQuery
from gazetteer.build import build_index
from tests.gazetteers import FixedSource, record

LAKE = box(40.4, 35.4, 40.6, 35.6)
AREAS = (
    record("test:country", "Country", kind="country", polygon=box(36, 33, 42, 37)),
    record("test:west", "West", kind="governorate", polygon=box(36, 33, 39, 37)),
    record("test:east", "East", kind="governorate", polygon=box(39, 33, 42, 37) - LAKE),
    record("test:district", "District", kind="district", polygon=box(39, 35, 40, 36)),
    record(
        "test:islands",
        "Islands",
        kind="district",
        polygon=MultiPolygon([box(-180, -17, -179, -16), box(179, -17, 180, -16)]),
    ),
    record("test:no-polygon", "No polygon", kind="district"),
    record("test:town", "Town", longitude=39.5, latitude=35.5),
)


@pytest.fixture(scope="module")
def land(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("areas") / "gazetteer.sqlite"
    build_index(path, [FixedSource(AREAS)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


def ids(gazetteer: Gazetteer, longitude: float, latitude: float) -> list[str]:
    return [place.id for place in gazetteer.areas(longitude, latitude)]


def test_the_areas_that_hold_a_point_come_smallest_first(land: Gazetteer) -> None:
    assert ids(land, 39.5, 35.5) == ["test:district", "test:east", "test:country"]


def test_an_area_without_a_point_in_it_is_left_out(land: Gazetteer) -> None:
    assert ids(land, 37.0, 35.0) == ["test:west", "test:country"]


def test_a_hole_is_not_in_its_area(land: Gazetteer) -> None:
    assert ids(land, 40.5, 35.5) == ["test:country"]
    assert ids(land, 40.7, 35.5) == ["test:east", "test:country"]


def test_an_area_has_parts_on_both_sides_of_the_180th_meridian(land: Gazetteer) -> None:
    assert ids(land, 179.5, -16.5) == ids(land, -179.5, -16.5) == ["test:islands"]


def test_the_sea_lies_in_no_area(land: Gazetteer) -> None:
    assert ids(land, 0.0, 0.0) == []


def test_a_gazetteer_without_polygons_knows_no_areas(world: Gazetteer) -> None:
    assert world.areas(39.0, 36.0) == []


@pytest.mark.parametrize(
    ("longitude", "latitude"), [(181.0, 0.0), (0.0, 91.0), (float("nan"), 0.0)]
)
def test_a_point_off_the_earth_is_refused(
    land: Gazetteer, longitude: float, latitude: float
) -> None:
    with pytest.raises(InvalidQuery):
        land.areas(longitude, latitude)
