"""The real files of Who's On First and GeoNames, when they are there."""

from pathlib import Path

import pytest

from gazetteer.merging import merged
from gazetteer.places import SourceInfo
from gazetteer.sources import CuratedSource, PlaceRecord, StoredSource
from gazetteer.sources.geonames_dump import Admin1Names
from gazetteer.sources.stored import store
from gazetteer.sources.whos_on_first import WhosOnFirstFile

SHARED = Path(__file__).parents[4] / "shared" / "data" / "gazetteer"
FILES = ("wof-admin-sy.jsonl.gz", "wof-admin-iq.jsonl.gz", "admin1CodesASCII.txt")

pytestmark = pytest.mark.skipif(
    not all((SHARED / name).is_file() for name in FILES),
    reason=f"the real files of places are not at {SHARED}",
)


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaceRecord]:
    """Everything that Who's On First knows of Syria and Iraq, with our curated places."""
    folder = tmp_path_factory.mktemp("stored")
    sources = []
    for name in FILES:
        reader = Admin1Names if name.endswith(".txt") else WhosOnFirstFile
        stored = store(folder / f"{name}.gz", reader(SHARED / name).records())
        info = SourceInfo(name, stored.digest, "")
        sources.append(StoredSource(folder / f"{name}.gz", info, stored.places))
    return {place.id: place for place in merged([*sources, CuratedSource()])}


def test_all_living_places_are_there(places: dict[str, PlaceRecord]) -> None:
    assert 31_000 < len(places) < 33_000


def test_each_place_has_one_entry(places: dict[str, PlaceRecord]) -> None:
    others = [other for place in places.values() for other in place.other_ids]
    assert len(others) == len(set(others))
    assert not places.keys() & set(others)


def test_a_town_has_its_ids_names_and_areas(places: dict[str, PlaceRecord]) -> None:
    hajin = next(place for place in places.values() if place.name == "Hajin")
    assert any(other.startswith("wof:") for other in hajin.other_ids)
    assert {"en", "ar"} <= {name.language for name in hajin.names}
    assert (hajin.admin1, hajin.admin1_name) == ("07", "Deir ez-Zor")
    assert "geonames:170792" in hajin.parents


def test_no_place_is_shown_in_transliteration(places: dict[str, PlaceRecord]) -> None:
    marked = [place.name for place in places.values() if set(place.name) & set("‘ʿʾāīūḩḑţ")]
    assert marked == []


def test_governorates_and_districts_have_their_extent(places: dict[str, PlaceRecord]) -> None:
    areas = [place for place in places.values() if place.kind in {"governorate", "district"}]
    with_extent = [place for place in areas if place.polygon is not None]
    assert len(with_extent) > 150
    assert all(place.polygon.is_valid for place in with_extent if place.polygon is not None)


def test_villages_know_their_governorates(places: dict[str, PlaceRecord]) -> None:
    villages = [place for place in places.values() if place.kind == "populated_place"]
    named = [place for place in villages if place.admin1_name]
    assert len(named) > 0.99 * len(villages)
