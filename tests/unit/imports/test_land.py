"""The land of countries comes from the vendored TopoJSON file."""

from pathlib import Path

import pytest
from shapely import Point

from geomap.errors import InvalidInput, Unavailable
from geomap.imports.land import land_of
from geomap.services.derived import LAND

LAND_OF_SYRIA_AND_IRAQ = {"Raqqa": (39.01, 35.95), "Mosul": (43.13, 36.34)}
NOT_THEIR_LAND = {"the sea off Syria": (34.5, 35.5), "Urfa in Turkey": (38.8, 37.2)}


@pytest.mark.parametrize("place", LAND_OF_SYRIA_AND_IRAQ)
def test_the_land_of_countries_holds_their_towns(place: str) -> None:
    assert land_of(LAND, ["SY", "IQ"]).contains(Point(LAND_OF_SYRIA_AND_IRAQ[place]))


@pytest.mark.parametrize("place", NOT_THEIR_LAND)
def test_the_land_of_countries_leaves_out_all_else(place: str) -> None:
    assert not land_of(LAND, ["SY", "IQ"]).contains(Point(NOT_THEIR_LAND[place]))


def test_a_country_inside_another_is_a_hole_in_it() -> None:
    assert not land_of(LAND, ["ZA"]).contains(Point(28.25, -29.6))


@pytest.mark.parametrize("country", ["XX", "sy", "SYR", ""])
def test_a_country_that_does_not_exist_is_refused(country: str) -> None:
    with pytest.raises(InvalidInput, match="is not a country code of two capitals"):
        land_of(LAND, [country])


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Unavailable, match="run make install"):
        land_of(tmp_path / "countries.json", ["SY"])
