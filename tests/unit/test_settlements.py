"""Capitals, cities and towns told apart where a gazetteer only knows how many live there."""

import pytest

from gazetteer import Place
from geomap.services.settlements import kind_read


@pytest.mark.parametrize(
    ("name", "country", "kind", "population", "read"),
    [
        ("Kyiv", "UA", "populated_place", 2_952_301, "capital"),
        ("Damascus", "SY", "city", 1_569_394, "capital"),
        ("Tripoli", "LB", "populated_place", 229_398, "city"),
        ("Kherson", "UA", "populated_place", 66_000, "city"),
        ("Sake", "CD", "populated_place", 17_151, "town"),
        ("Robotyne", "UA", "populated_place", 480, "populated_place"),
        ("Leego", "SO", "populated_place", None, "populated_place"),
        ("Hajin", "SY", "town", 129_237, "town"),
        ("Kabul", "AF", "governorate", 4_000_000, "governorate"),
    ],
)
def test_a_settlement_is_read_as_what_its_people_make_it(
    name: str, country: str, kind: str, population: int | None, read: str
) -> None:
    place = Place("test:1", name, 0.0, 0.0, kind, country, "", population, ())
    assert kind_read(place) == read
