"""A name in an atlas means one place, or the analyst is told why not."""

from pathlib import Path

import pytest

from gazetteer import Gazetteer
from geomap.errors import InvalidInput
from geomap.services.resolving import PlaceResolver


@pytest.fixture
def resolve(small_gazetteer: Gazetteer) -> PlaceResolver:
    return PlaceResolver(small_gazetteer)


@pytest.mark.parametrize(
    ("name", "country", "place_id", "found"),
    [
        pytest.param("Raqqa", "SY", "", "geonames:172955", id="by name"),
        pytest.param("Raqqa", "", "", "geonames:172955", id="by name alone"),
        pytest.param("الرقة", "SY", "", "geonames:172955", id="in Arabic"),
        pytest.param("Ayn al-Arab", "SY", "", "test:kobani", id="by another name"),
        pytest.param("Raqqa", "SY", "geonames:172955", "geonames:172955", id="by id"),
        pytest.param("raqqah", "SY", "geonames:172955", "geonames:172955", id="spelt by ear"),
        pytest.param("Salihiyah", "SY", "test:salihiyah-east", "test:salihiyah-east", id="pinned"),
    ],
)
def test_a_place_is_found(
    resolve: PlaceResolver, name: str, country: str, place_id: str, found: str
) -> None:
    assert resolve(name, country, place_id).id == found


@pytest.mark.parametrize(
    ("name", "country", "place_id", "reason"),
    [
        pytest.param("Atlantis", "SY", "", "knows no 'Atlantis' in SY; give a place_id", id="none"),
        pytest.param("Mosul", "SY", "", "knows no 'Mosul' in SY", id="not in that country"),
        pytest.param("Salihiyah", "SY", "", "write the right one into place_id", id="two of them"),
        pytest.param("Raqqa", "SY", "test:none", "there is no place 'test:none'", id="no such id"),
        pytest.param("Mosul", "IQ", "geonames:172955", "is not a name of", id="id of another"),
        pytest.param("Raqqa", "IQ", "geonames:172955", "lies in SY", id="id in another country"),
        pytest.param("Raqqa", "Syria", "", "give a code of two letters", id="no country code"),
        pytest.param("...", "SY", "", "", id="no name at all"),
    ],
)
def test_a_place_that_cannot_be_meant_is_refused_with_the_reason(
    resolve: PlaceResolver, name: str, country: str, place_id: str, reason: str
) -> None:
    with pytest.raises(InvalidInput) as refusal:
        resolve(name, country, place_id)
    assert reason in str(refusal.value)


def test_an_ambiguous_name_lists_the_places_that_it_could_mean(resolve: PlaceResolver) -> None:
    with pytest.raises(InvalidInput, match=r"test:salihiyah-(east|west).* or .*test:salihiyah-"):
        resolve("Salihiyah", "SY", "")


def test_preferred_names_come_along_by_language(resolve: PlaceResolver) -> None:
    assert resolve("Raqqa", "SY", "").names == {"ar": "الرقة", "en": "Raqqa"}


def test_a_place_keeps_longitude_before_latitude(resolve: PlaceResolver) -> None:
    place = resolve("Raqqa", "SY", "")
    assert (place.longitude, place.latitude) == (39.0082, 35.9594)


def test_an_index_that_is_damaged_later_is_a_refusal(small_index: Path, tmp_path: Path) -> None:
    copy = tmp_path / "gazetteer.sqlite"
    copy.write_bytes(small_index.read_bytes())
    with Gazetteer.open(copy) as gazetteer:
        gazetteer.close()
        with pytest.raises(InvalidInput):
            PlaceResolver(gazetteer)("Raqqa", "SY", "")
