"""Cells share out the land; fronts are their common borders."""

import pytest
from shapely import Polygon, box, union_all
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place
from geomap.domain.territory import Cell, Edge, cells_of, geodesic_area_km2
from geomap.errors import InvalidInput

LAND = box(38.0, 34.0, 42.0, 37.0)


def make_place(key: str, longitude: float, latitude: float) -> Place:
    return Place(key, key, {}, longitude, latitude, "town", "SY", "", None)


def shared(*places: Place, land: BaseGeometry = LAND) -> tuple[dict[str, Cell], list[Edge]]:
    cells, edges = cells_of(places, land, reach_km=30.0)
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
    assert [(edge.place_id, edge.neighbour_id) for edge in edges] == [("west", "east")]
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
    with pytest.raises(InvalidInput, match="west and twin stand on one point"):
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
