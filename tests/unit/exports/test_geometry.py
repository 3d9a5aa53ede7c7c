"""Coordinates are rounded as decimal numbers are, however many at once."""

import numpy as np
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geomap.exports.geometry import (
    COORDINATE_DECIMALS,
    geometry_document,
    geometry_documents,
    round_all,
)

ANYWHERE = st.floats(-180, 180)
HALF_WAY = st.integers(-18_000_000, 18_000_000).map(lambda step: (step + 0.5) / 1e5)


@given(st.lists(ANYWHERE | HALF_WAY | HALF_WAY.map(lambda one: float(np.nextafter(one, 181)))))
def test_many_coordinates_are_rounded_as_each_by_itself(coordinates: list[float]) -> None:
    expected = [round(one, COORDINATE_DECIMALS) for one in coordinates]
    # As texts, which also tell 0.0 from -0.0.
    assert list(map(repr, round_all(np.array(coordinates)).tolist())) == list(map(repr, expected))


def test_points_shapes_and_what_has_no_place_keep_their_order() -> None:
    line = shapely.LineString([(40, 35), (41, 36)])
    raqqa = shapely.Point(39.0079051, 35.9506)
    geometries = [line, None, raqqa, shapely.Point(), shapely.Point(-1e-7, 2)]
    assert geometry_documents(geometries) == [
        geometry_document(line),
        None,
        {"type": "Point", "coordinates": [39.00791, 35.9506]},
        None,
        {"type": "Point", "coordinates": [0.0, 2.0]},
    ]
    assert geometry_documents([]) == []
