"""The geopy geocoder keeps to geopy's conventions: latitude first, Location, its exceptions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from geopy.distance import Distance
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.build import build_index
from gazetteer.geocoder import GazetteerGeocoder
from gazetteer.places import Name
from tests.gazetteers import FixedSource, record


@pytest.fixture
def geocoder(world_path: Path) -> Iterator[GazetteerGeocoder]:
    with GazetteerGeocoder(world_path) as geocoder:
        yield geocoder


def test_it_is_a_geocoder_of_geopy(geocoder: GazetteerGeocoder) -> None:
    assert isinstance(geocoder, Geocoder)


def test_a_name_gives_the_location_of_the_place_that_is_meant(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Raqqa")
    assert isinstance(location, Location)
    assert location.address == "Raqqa, SY"
    assert (location.latitude, location.longitude) == (35.95283, 39.00788)


def test_the_raw_answer_is_all_we_know(geocoder: GazetteerGeocoder) -> None:
    location = geocoder.geocode("Mkoani", exactly_one=True, timeout=5)
    assert isinstance(location, Location)
    assert location.raw == {
        "id": "geonames:153600",
        "name": "Mkoani",
        "kind": "populated_place",
        "country": "TZ",
        "admin1": "",
        "admin1_name": "",
        "population": 23719,
        "other_ids": [],
        "names": [
            {"text": "Mkoani", "language": "", "kind": "preferred"},
            {"text": "Kobani", "language": "", "kind": "variant"},
        ],
        "score": pytest.approx(0.77, abs=0.05),
        "confidence": location.raw["confidence"],
        "homonyms": 0,
        "tier": "exact",
        "matched": "Mkoani",
        "why": ["written exactly so", "usual name", "populated place of 23,719"],
    }


def test_all_candidates_are_a_list(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Al-Hawijah", exactly_one=False)
    assert isinstance(locations, list)
    assert len(locations) == 6
    assert locations[0].raw["id"] == "geonames:390188"


def test_a_limit_shortens_the_list(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Al-Hawijah", exactly_one=False, limit=2)
    assert isinstance(locations, list)
    assert len(locations) == 2


@pytest.mark.parametrize(
    ("codes", "place_id"),
    [("tz", "geonames:153600"), ("SY", "geonames:172256"), (["iq", "tz"], "geonames:153600")],
)
def test_country_codes_shut_other_countries_out(
    geocoder: GazetteerGeocoder, codes: str | list[str], place_id: str
) -> None:
    locations = geocoder.geocode("Kobani", exactly_one=False, country_codes=codes)
    assert isinstance(locations, list)
    assert [location.raw["id"] for location in locations] == [place_id]


@pytest.mark.parametrize("exactly_one", [True, False])
def test_nothing_found_is_none(geocoder: GazetteerGeocoder, exactly_one: bool) -> None:  # noqa: FBT001 - a column of the table above.
    assert geocoder.geocode("Nowhere at all", exactly_one=exactly_one) is None
    assert geocoder.geocode("Kobani", exactly_one=exactly_one, country_codes="FR") is None


@pytest.mark.parametrize("query", ["", "Raq\x00qa", "a" * 201])
def test_a_query_that_is_no_name_is_a_query_error(geocoder: GazetteerGeocoder, query: str) -> None:
    with pytest.raises(GeocoderQueryError, match="A name"):
        geocoder.geocode(query)


def test_a_senseless_limit_is_a_query_error(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(GeocoderQueryError, match="limit"):
        geocoder.geocode("Raqqa", exactly_one=False, limit=-1)
    with pytest.raises(GeocoderQueryError, match="limit"):
        geocoder.reverse((35.9, 39.0), exactly_one=False, limit=-1)


@pytest.mark.parametrize("codes", ["Syria", "s1", ["sy", ""], [1], 5, "sy,"])
def test_a_country_that_is_no_code_is_a_query_error(
    geocoder: GazetteerGeocoder, codes: Any
) -> None:
    with pytest.raises(GeocoderQueryError, match="country_codes"):
        geocoder.geocode("Raqqa", country_codes=codes)


@pytest.mark.parametrize("query", [None, 1, b"Raqqa", {"city": "Raqqa"}])
def test_a_query_that_is_no_text_is_a_query_error(geocoder: GazetteerGeocoder, query: Any) -> None:
    with pytest.raises(GeocoderQueryError, match="give a name as text"):
        geocoder.geocode(query)


TANZANIA = [Point(-12, 29), Point(0, 41)]


def test_a_view_brings_what_lies_in_it_forward(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.geocode("Kobani", exactly_one=False, viewbox=TANZANIA, limit=5)
    assert isinstance(locations, list)
    assert {"geonames:153600", "geonames:172256"} <= {one.raw["id"] for one in locations}


@pytest.mark.parametrize("corners", [[("35.0,37.0"), "38.0,39.0"], [(38, 39), (35, 37)]])
def test_a_bounded_view_shuts_out_the_rest(geocoder: GazetteerGeocoder, corners: list[Any]) -> None:
    locations = geocoder.geocode("Kobani", exactly_one=False, viewbox=corners, bounded=True)
    assert isinstance(locations, list)
    assert [one.raw["id"] for one in locations] == ["geonames:172256"]


@pytest.mark.parametrize("corners", [[(1, 2)], [1, 2, 3], ["here", "there"], 5])
def test_a_view_that_is_none_is_a_query_error(geocoder: GazetteerGeocoder, corners: Any) -> None:
    with pytest.raises(GeocoderQueryError, match="viewbox"):
        geocoder.geocode("Kobani", viewbox=corners)
    with pytest.raises(GeocoderQueryError, match="needs a viewbox"):
        geocoder.geocode("Kobani", bounded=True)


@pytest.mark.parametrize("language", ["ar", "ar-SY,ar;q=0.9,en;q=0.5"])
def test_the_address_is_in_the_language_of_the_reader(tmp_path: Path, language: str) -> None:
    arabic = Name("الرقة", "ar", "preferred")
    build_index(tmp_path / "ar.sqlite", [FixedSource((record("x:1", "Raqqa", names=(arabic,)),))])
    with GazetteerGeocoder(tmp_path / "ar.sqlite") as geocoder:
        location = geocoder.geocode("Raqqa", language=language)
        nearest = geocoder.reverse((35.0, 40.0), language=language)
    assert isinstance(location, Location)
    assert isinstance(nearest, Location)
    assert location.address == nearest.address == "الرقة, SY"


@pytest.mark.parametrize("query", [(35.9, 39.0), "35.9, 39.0", Point(35.9, 39.0)])
def test_a_point_gives_the_nearest_place(
    geocoder: GazetteerGeocoder, query: tuple[float, float] | str | Point
) -> None:
    location = geocoder.reverse(query)
    assert isinstance(location, Location)
    assert location.raw["id"] == "geonames:172955"
    assert location.raw["distance_km"] == pytest.approx(5.9, abs=0.1)


def test_several_places_near_a_point_are_a_list(geocoder: GazetteerGeocoder) -> None:
    locations = geocoder.reverse((35.9, 39.0), exactly_one=False, limit=3)
    assert isinstance(locations, list)
    assert len(locations) == 3


@pytest.mark.parametrize("threshold", [5, 5.0, Distance(kilometers=5), Distance(miles=3)])
def test_what_is_too_far_away_is_left_out(
    geocoder: GazetteerGeocoder, threshold: float | Distance
) -> None:
    assert geocoder.reverse((35.9, 39.0), distance_threshold=threshold) is None
    assert geocoder.reverse((35.952, 39.007), distance_threshold=threshold) is not None


@pytest.mark.parametrize("threshold", [-1, float("nan"), "near"])
def test_a_senseless_threshold_is_a_query_error(
    geocoder: GazetteerGeocoder, threshold: Any
) -> None:
    with pytest.raises(GeocoderQueryError, match="distance_threshold"):
        geocoder.reverse((35.9, 39.0), distance_threshold=threshold)


def test_the_index_of_the_user_is_the_default(
    world_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GEOMAP_GAZETTEER", str(world_path))
    with GazetteerGeocoder() as geocoder:
        assert geocoder.geocode("Raqqa") is not None


def test_what_is_no_point_is_a_value_error_as_in_geopy(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(ValueError, match="oint"):
        geocoder.reverse("nowhere")


def test_no_point_is_not_the_point_at_zero(geocoder: GazetteerGeocoder) -> None:
    with pytest.raises(ValueError, match="point"):
        geocoder.reverse(None)


@pytest.mark.parametrize("language", [5, ["ar"]])
def test_a_language_that_is_no_text_is_a_query_error(
    geocoder: GazetteerGeocoder, language: Any
) -> None:
    with pytest.raises(GeocoderQueryError, match="language"):
        geocoder.geocode("Raqqa", language=language)


@pytest.mark.parametrize("codes", ["iq,sy", "IQ, SY"])
def test_country_codes_may_be_one_text_as_for_nominatim(
    geocoder: GazetteerGeocoder, codes: str
) -> None:
    locations = geocoder.geocode("Raqqa", exactly_one=False, country_codes=codes)
    assert isinstance(locations, list)
    assert {one.raw["country"] for one in locations} == {"IQ", "SY"}


def test_near_nothing_is_none(tmp_path: Path) -> None:
    build_index(tmp_path / "empty.sqlite", [])
    with GazetteerGeocoder(str(tmp_path / "empty.sqlite")) as geocoder:
        assert geocoder.reverse((35.9, 39.0)) is None


def test_a_place_of_no_country_has_its_name_for_an_address(tmp_path: Path) -> None:
    build_index(tmp_path / "sea.sqlite", [FixedSource((record("x:1", "Null Island", country=""),))])
    with GazetteerGeocoder(tmp_path / "sea.sqlite") as geocoder:
        location = geocoder.geocode("Null Island")
    assert isinstance(location, Location)
    assert location.address == "Null Island"


def test_leaving_the_context_closes_the_index(world_path: Path) -> None:
    with GazetteerGeocoder(world_path) as geocoder:
        geocoder.geocode("Raqqa")
    with pytest.raises(GeocoderServiceError, match="closed"):
        geocoder.geocode("Raqqa")


def test_a_missing_index_is_a_configuration_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="Run `geomap gazetteer build`"):
        GazetteerGeocoder(tmp_path / "none.sqlite")
