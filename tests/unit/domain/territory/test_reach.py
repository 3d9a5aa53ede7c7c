"""How far a place colours the land around it, by what it is."""

import pytest

from geomap.domain.territory.reach import Reach

REACH = Reach(25.0, 12.5)


@pytest.mark.parametrize("kind", ["city", "town", "populated_place", "district", ""])
def test_a_place_that_may_be_a_centre_has_the_land_around_it(kind: str) -> None:
    assert REACH.of(kind) == 25.0


@pytest.mark.parametrize("kind", ["village", "dam", "air_base", "oil_field", "border_crossing"])
def test_a_village_and_a_facility_reach_less_far(kind: str) -> None:
    assert REACH.of(kind) == 12.5


def test_without_a_reach_of_their_own_small_places_reach_as_far_as_towns() -> None:
    assert Reach(30.0).of("dam") == 30.0


@pytest.mark.parametrize(("reach", "greatest"), [(REACH, 25.0), (Reach(10.0, 20.0), 20.0)])
def test_no_place_reaches_further_than_the_greatest_reach(reach: Reach, greatest: float) -> None:
    assert reach.greatest_km == greatest
