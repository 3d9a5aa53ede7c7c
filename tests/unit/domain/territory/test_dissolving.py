"""Cells of one answer become one shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.domain.control import Status, Verdict
from geomap.domain.territory.cells import Cell, geodesic_area_km2
from geomap.domain.territory.dissolving import Territory, dissolved, territories_of
from geomap.domain.territory.fronts import Look


def cell(key: str, *polygons: BaseGeometry) -> Cell:
    geometry = MultiPolygon([one for one in polygons if isinstance(one, Polygon)])
    return Cell(key, geometry, geodesic_area_km2(geometry))


def look(status: str, *holders: str) -> Look:
    return Look.of(Verdict(Status(status), holders))


WEST, MIDDLE, EAST = (cell(str(x), box(x, 35, x + 1, 36)) for x in (40, 41, 42))


def by_id(cells: list[Cell], **looks: Look) -> dict[str, Territory]:
    named = {key.removeprefix("_"): one for key, one in looks.items()}
    return {one.id: one for one in territories_of(cells, named)}


def test_neighbours_of_one_holder_melt_into_one() -> None:
    held = by_id([WEST, MIDDLE, EAST], _40=look("held", "is"), _41=look("held", "is"))["held:is"]
    assert (len(held.geometry.geoms), held.geometry.bounds) == (1, (40, 35, 42, 36))
    assert held.place_ids == ("40", "41")


def test_land_is_kept_apart_by_status_and_by_those_named() -> None:
    found = by_id(
        [WEST, MIDDLE, EAST],
        _40=look("contested", "sdf", "is"),
        _41=look("contested", "is", "army"),
    )
    assert list(found) == ["contested:army+is", "contested:is+sdf", "unknown"]
    assert found["contested:is+sdf"].look.holder is None


def test_an_opposed_holder_is_the_actor() -> None:
    held = by_id([WEST], _40=look("held", "is", "sdf"))["held:is"]
    assert (held.look.holder, held.look.holders) == ("is", ("is",))


def test_a_corner_beside_the_side_of_its_neighbour_leaves_no_sliver() -> None:
    slanting = cell("slanting", Polygon([(40, 35), (41, 35.00003), (41, 36), (40, 36)]))
    # The middle corner lies up to half a metre off the side of the cell above.
    below = cell("below", Polygon([(40, 34), (41, 34), (41, 35.00003), (40.5, 35.00001), (40, 35)]))
    whole = dissolved([slanting, below])
    assert (len(whole.geoms), len(whole.geoms[0].interiors)) == (1, 0)


def test_a_gap_of_a_metre_between_two_sides_is_no_hole() -> None:
    side = [(40.002, 35), (40.004, 35.00003), (40.006, 35)]
    upper = cell("upper", Polygon([(40, 35), *side, (40.008, 35), (40.008, 36), (40, 36)]))
    lower = cell("lower", Polygon([(40, 34), (40.008, 34), (40.008, 35), (40, 35)]))
    whole = dissolved([upper, lower])
    assert [len(part.interiors) for part in whole.geoms] == [0]


def test_a_small_lake_stays_a_hole() -> None:
    lake = box(40.5, 35.5, 40.501, 35.501)
    whole = dissolved([cell("shore", box(40, 35, 41, 36).difference(lake))])
    assert [len(part.interiors) for part in whole.geoms] == [1]


def test_exteriors_turn_left_and_holes_right() -> None:
    ring = [cell(f"{x}{y}", box(x, y, x + 1, y + 1)) for x in range(3) for y in range(3)]
    whole = dissolved([one for one in ring if one.place_id != "11"])
    (polygon,) = whole.geoms
    assert polygon.exterior.is_ccw
    assert [hole.is_ccw for hole in polygon.interiors] == [False]


def test_cells_that_touch_in_a_corner_stay_two_polygons() -> None:
    whole = dissolved([cell("one", box(0, 0, 1, 1)), cell("other", box(1, 1, 2, 2))])
    assert (whole.is_valid, len(whole.geoms)) == (True, 2)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, unique=True))
def test_the_shape_has_the_area_of_its_cells(squares: list[tuple[int, int]]) -> None:
    cells = [cell(f"{x},{y}", box(40 + x, 30 + y, 41 + x, 31 + y)) for x, y in squares]
    whole = dissolved(cells)
    assert whole.is_valid
    # Corners along a straight side are kept: each stretch of it is a geodesic of its own.
    assert geodesic_area_km2(whole) == pytest.approx(sum(one.area_km2 for one in cells), rel=1e-9)
