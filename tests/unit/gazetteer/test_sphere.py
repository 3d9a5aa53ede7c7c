"""Distances, and the points on a sphere that stand for places."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import InvalidQuery
from gazetteer.sphere import (
    check_point,
    geodesic_kilometres,
    kilometres_surely_within,
    on_unit_sphere,
)

LONGITUDES = st.floats(-180, 180)
LATITUDES = st.floats(-90, 90)


@given(LONGITUDES, LATITUDES, LONGITUDES, LATITUDES)
def test_a_point_outside_a_chord_is_farther_than_surely_within(
    longitude: float, latitude: float, other_longitude: float, other_latitude: float
) -> None:
    chord = math.dist(
        on_unit_sphere(longitude, latitude), on_unit_sphere(other_longitude, other_latitude)
    )
    (distance,) = geodesic_kilometres(longitude, latitude, [(other_longitude, other_latitude)])
    assert kilometres_surely_within(chord) <= distance + 1e-6


def test_a_distance_is_geodesic() -> None:
    raqqa, mosul = (39.00788, 35.95283), (43.11889, 36.335)
    (distance,) = geodesic_kilometres(*raqqa, [mosul])
    assert distance == pytest.approx(372.4, abs=0.3)


def test_the_180th_meridian_is_no_edge() -> None:
    (distance,) = geodesic_kilometres(179.9, 0.0, [(-179.9, 0.0)])
    assert distance == pytest.approx(22.26, abs=0.01)


def test_no_points_have_no_distances() -> None:
    assert geodesic_kilometres(0.0, 0.0, []) == []


@pytest.mark.parametrize(
    ("longitude", "latitude"),
    [(180.1, 0.0), (-180.1, 0.0), (0.0, 90.1), (0.0, -90.1), (math.nan, 0.0), (0.0, math.inf)],
)
def test_what_is_not_on_the_earth_is_refused(longitude: float, latitude: float) -> None:
    with pytest.raises(InvalidQuery, match="longitude from -180 to 180"):
        check_point(longitude, latitude)


@given(LONGITUDES, LATITUDES)
def test_every_point_of_the_earth_is_taken(longitude: float, latitude: float) -> None:
    check_point(longitude, latitude)
