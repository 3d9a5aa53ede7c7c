"""Cells share out the land; fronts are their common borders."""

from dataclasses import replace
from math import acos, pi, sqrt

import numpy as np
import pytest
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely import Point, Polygon, box, union_all
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place
from geomap.domain.territory.cells import (
    Cell,
    Edge,
    cells_around,
    cells_of,
    geodesic_area_km2,
    touched_by,
)
from geomap.domain.territory.reach import Reach
from geomap.errors import InvalidInput

LAND = box(38.0, 34.0, 42.0, 37.0)


def make_place(key: str, longitude: float, latitude: float) -> Place:
    return Place(key, key, {}, longitude, latitude, "town", "SY", "", None)


def shared(*places: Place, land: BaseGeometry = LAND) -> tuple[dict[str, Cell], list[Edge]]:
    cells, edges = cells_of(places, land, Reach(30.0))
    return {cell.place_id: cell for cell in cells}, edges


WEST, EAST = make_place("west", 39.0, 35.95), make_place("east", 39.4, 35.95)


def test_no_places_share_out_nothing() -> None:
    assert shared() == ({}, [])


def test_a_place_alone_has_all_land_within_reach() -> None:
    cells, edges = shared(WEST)
    assert cells["west"].area_km2 == pytest.approx(3.1416 * 30**2, rel=0.005)
    assert edges == []


def test_no_cell_reaches_beyond_the_land() -> None:
    cells, _edges = shared(make_place("coast", 38.1, 35.0))
    assert LAND.buffer(1e-4).covers(cells["coast"].geometry)


def test_a_long_straight_border_is_followed() -> None:
    middle = make_place("middle", 40.0, 34.02)
    cells, _edges = shared(make_place("west", 38.2, 36.0), make_place("east", 41.8, 36.0), middle)
    assert cells["middle"].geometry.bounds[1] == pytest.approx(34.0, abs=1e-4)


def test_a_place_far_from_the_land_has_no_cell() -> None:
    cells, _edges = shared(WEST, make_place("sea", 30.0, 35.0))
    assert set(cells) == {"west"}


def test_a_point_belongs_to_the_nearest_place() -> None:
    cells, _edges = shared(WEST, EAST)
    assert cells["west"].geometry.covers(box(39.15, 35.94, 39.19, 35.96))
    assert cells["east"].geometry.covers(box(39.21, 35.94, 39.25, 35.96))


def test_neighbours_share_one_border_halfway() -> None:
    _cells, edges = shared(WEST, EAST)
    assert [(edge.place_id, edge.neighbour_id) for edge in edges] == [("east", "west")]
    longitudes = [longitude for line in edges[0].lines for longitude, _latitude in line]
    assert longitudes == pytest.approx([39.2] * len(longitudes), abs=1e-3)


def test_places_out_of_reach_of_each_other_share_no_border() -> None:
    assert shared(WEST, make_place("far", 41.0, 35.95))[1] == []


def test_cells_do_not_overlap_and_cover_their_union() -> None:
    places = [make_place(f"p{i}", 39 + i % 4 * 0.3, 35 + i // 4 * 0.25) for i in range(16)]
    cells, _edges = shared(*places)
    whole = geodesic_area_km2(union_all([cell.geometry for cell in cells.values()]))
    assert sum(cell.area_km2 for cell in cells.values()) == pytest.approx(whole, rel=1e-4)


def test_two_places_on_one_point_are_refused() -> None:
    with pytest.raises(InvalidInput, match="twin and west stand on one point"):
        shared(WEST, make_place("twin", WEST.longitude, WEST.latitude))


def test_the_area_of_a_degree_at_the_equator_is_geodesic() -> None:
    # Karney's own figure for the 1 by 1 degree cell at the equator: about 12,308.8 km2.
    assert geodesic_area_km2(box(0, 0, 1, 1)) == pytest.approx(12308.8, rel=1e-4)


def test_a_hole_is_not_counted() -> None:
    ring = Polygon(box(0, 0, 1, 1).exterior, [box(0.25, 0.25, 0.75, 0.75).exterior])
    expected = geodesic_area_km2(box(0, 0, 1, 1)) - geodesic_area_km2(box(0.25, 0.25, 0.75, 0.75))
    assert geodesic_area_km2(ring) == pytest.approx(expected, rel=1e-9)


def test_nothing_has_no_area() -> None:
    assert geodesic_area_km2(Polygon()) == 0.0


def test_a_facility_takes_from_a_town_no_more_than_its_own_circle() -> None:
    dam = replace(EAST, kind="dam")
    cells, edges = cells_of([WEST, dam], LAND, Reach(30.0, 10.0))
    town, own = (cell.geometry for cell in sorted(cells, key=lambda cell: cell.area_km2)[::-1])
    # 36 km apart: each would reach the other, but the dam gives up beyond its 10 km.
    assert own.area < town.area
    assert own.bounds[2] - own.bounds[0] == pytest.approx(2 * 10 / 90.2, rel=0.01)
    assert not town.intersects(Point(39.4, 35.95))
    assert [(edge.place_id, edge.neighbour_id) for edge in edges] == [("east", "west")]


def test_a_facility_inside_a_town_shares_it_by_a_bisector_and_an_arc() -> None:
    dam = replace(make_place("dam", 39.1, 35.95), kind="dam")
    cells, edges = cells_of([WEST, dam], LAND, Reach(30.0, 10.0))
    areas = {cell.place_id: cell.area_km2 for cell in cells}
    # 9 km apart: the dam keeps its circle but for the part beyond 4.5 km towards the town.
    lost = 10**2 * acos(0.4512) - 4.512 * sqrt(10**2 - 4.512**2)
    assert areas["dam"] == pytest.approx(pi * 10**2 - lost, rel=0.005)
    assert sum(areas.values()) == pytest.approx(pi * 30**2, rel=0.005)
    (edge,) = edges
    # The border closes on itself: one ring round the dam.
    assert len(edge.lines) == 1
    assert edge.lines[0][0] == edge.lines[0][-1]


def test_beyond_the_circle_of_a_facility_the_town_goes_on() -> None:
    dam = replace(make_place("dam", 39.1, 35.95), kind="dam")
    cells, _edges = cells_of([WEST, dam], LAND, Reach(30.0, 10.0))
    town = next(cell.geometry for cell in cells if cell.place_id == "west")
    assert town.contains(Point(39.25, 35.95))  # 22.5 km from the town, 13.5 km from the dam.


def test_the_border_is_halfway_by_the_geodesic() -> None:
    _cells, (edge,) = shared(make_place("a", 38.9, 35.2), make_place("b", 39.3, 35.4))
    geod = Geod(ellps="WGS84")
    for longitude, latitude in edge.lines[0]:
        _, _, to_a = geod.inv(longitude, latitude, 38.9, 35.2)
        _, _, to_b = geod.inv(longitude, latitude, 39.3, 35.4)
        assert to_a == pytest.approx(to_b, rel=0.003)


def authalic_area_km2(geometry: BaseGeometry) -> float:
    """The area by an integral over the authalic sphere, independent of the geodesic one.

    A straight line between two corners in degrees encloses with the equator the integral of
    q(latitude) (Snyder 1987, 3-12) along the longitude; corners lie close enough for a trapezium.
    """
    e = sqrt(0.0066943799901413165)

    def q(latitudes: NDArray[np.float64]) -> NDArray[np.float64]:
        sine = np.sin(np.radians(latitudes))
        return (1 - e**2) * (sine / (1 - (e * sine) ** 2) + np.arctanh(e * sine) / e)

    def ring(pairs: NDArray[np.float64]) -> float:
        heights = q(pairs[:, 1])
        return float(np.sum(np.diff(np.radians(pairs[:, 0])) * (heights[:-1] + heights[1:]) / 2))

    rings = [
        abs(ring(shapely.get_coordinates(part.exterior)))
        - sum(abs(ring(shapely.get_coordinates(hole))) for hole in part.interiors)
        for part in shapely.get_parts(shapely.segmentize(geometry, 0.01))
    ]
    return sum(rings) * 6378.137**2 / 2


def test_areas_agree_with_an_independent_formula() -> None:
    places = [make_place(f"p{i}", 38.3 + i % 5 * 0.7, 34.3 + i // 5 * 0.6) for i in range(20)]
    cells, _edges = shared(*places)
    for cell in cells.values():
        assert cell.area_km2 == pytest.approx(authalic_area_km2(cell.geometry), rel=1e-4)


def test_the_circle_of_a_place_has_its_area_wherever_it_stands() -> None:
    cells, _edges = shared(*(make_place(f"p{i}", 39 + i, 34.5 + i * 0.7) for i in range(3)))
    for cell in cells.values():
        assert cell.area_km2 == pytest.approx(pi * 30**2, rel=0.001)


def test_neighbours_of_no_place_are_none() -> None:
    assert cells_around([], [WEST, EAST], LAND, Reach(30.0)) == ([], [])


def test_a_place_far_from_those_that_change_is_not_touched() -> None:
    far = make_place("far", 41.5, 35.0)
    assert touched_by([WEST], [WEST, EAST, far], LAND, Reach(30.0)) == {"west", "east"}


def test_a_village_behind_another_takes_land_from_a_place_that_reaches_further() -> None:
    # Towns between the village and the dam do not reach the land that the two share.
    dam = replace(make_place("dam", 40.15, 35.28349), kind="dam")
    between = make_place("between", 40.25981, 35.375)
    village = make_place("village", 40.3, 35.5)
    reach = Reach(8.0, 25.0)
    _cells, edges = cells_of([dam, between, village], LAND, reach)
    assert ("dam", "village") in {(edge.place_id, edge.neighbour_id) for edge in edges}
    assert "dam" in touched_by([village], [dam, between, village], LAND, reach)
