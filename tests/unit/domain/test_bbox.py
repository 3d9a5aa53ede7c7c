"""Boxes on the globe."""

import pytest

from geomap.domain.bbox import Bbox


@pytest.mark.parametrize(
    ("longitude", "latitude", "inside"),
    [(38.0, 34.0, True), (42.0, 37.0, True), (37.99, 35.0, False), (40.0, 37.01, False)],
)
def test_a_box_includes_its_border(longitude: float, latitude: float, inside: bool) -> None:  # noqa: FBT001 -- A column of the table above.
    assert Bbox(38.0, 34.0, 42.0, 37.0).contains(longitude, latitude) is inside


@pytest.mark.parametrize(("longitude", "inside"), [(179.0, True), (-179.0, True), (0.0, False)])
def test_a_box_may_cross_the_antimeridian(longitude: float, inside: bool) -> None:  # noqa: FBT001 -- A column of the table above.
    assert Bbox(170.0, -10.0, -170.0, 10.0).contains(longitude, 0.0) is inside
