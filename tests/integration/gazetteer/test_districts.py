"""Districts as areas: what the hierarchy of a source says decides which namesake is meant."""

from collections.abc import Iterator

import pytest

from gazetteer import Context, Gazetteer
from gazetteer.build import build_index
from tests.gazetteers import FixedSource, record

PLACES = (
    record("x:idlib", "Idlib", "إدلب", kind="governorate", admin1="12", names=()),
    record("x:ariha", "Ariha", kind="district", admin1="12", parents=("x:idlib",)),
    record("x:harim", "Harim", kind="district", admin1="12", parents=("x:idlib",)),
    record("x:harim-town", "Harim", kind="town", admin1="12", population=20_000, longitude=36.5),
    record(
        "x:in-ariha", "Kafr Nabudah", admin1="12", parents=("x:ariha", "x:idlib"), latitude=35.8,
    ),
    record(
        "x:in-harim", "Kafr Nabudah", admin1="12", parents=("x:harim", "x:idlib"),
        latitude=36.2, population=300,
    ),
    record("x:unknown", "Kafr Nabudah", admin1="12", latitude=36.6, population=200),
    record("x:hama", "Kafr Nabudah", admin1="10", latitude=35.4, population=14_000),
)  # fmt: skip


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    path = tmp_path_factory.mktemp("districts") / "gazetteer.sqlite"
    build_index(path, [FixedSource(PLACES)])
    with Gazetteer.open(path) as gazetteer:
        yield gazetteer


def found(gazetteer: Gazetteer, name: str, admin1: str | None = None) -> list[str]:
    context = Context(admin1=admin1) if admin1 else None
    return [one.place.id for one in gazetteer.lookup(name, context=context)]


def test_without_an_area_the_largest_comes_first(districts: Gazetteer) -> None:
    assert found(districts, "Kafr Nabudah")[0] == "x:hama"


@pytest.mark.parametrize(
    ("name", "place_id"),
    [
        pytest.param("Kafr Nabudah, Ariha", "x:in-ariha", id="district"),
        pytest.param("Kafr Nabudah (Harim District)", "x:in-harim", id="unit-word"),
        pytest.param("Kafr Nabudah, Ariha, Idlib", "x:in-ariha", id="district-and-governorate"),
        pytest.param("Kafr Nabudah, Idlib", "x:in-harim", id="governorate"),
    ],
)
def test_an_area_behind_a_name_decides(districts: Gazetteer, name: str, place_id: str) -> None:
    assert found(districts, name)[0] == place_id


def test_a_column_of_areas_may_name_districts(districts: Gazetteer) -> None:
    assert found(districts, "Kafr Nabudah", "Ariha")[0] == "x:in-ariha"
    assert found(districts, "Kafr Nabudah", "Harim")[0] == "x:in-harim"


def test_what_nobody_puts_in_a_district_is_judged_by_its_governorate(districts: Gazetteer) -> None:
    candidates = districts.lookup("Kafr Nabudah, Ariha")
    assert candidates[-1].place.id == "x:hama"
    assert "not in the area named" in candidates[-1].why
    said = {one.place.id: one.why for one in candidates}
    assert "in the area named" in said["x:in-ariha"]
    assert "in the governorate of the area named" in said["x:unknown"]
