"""Cells as shared arcs."""

from itertools import pairwise

from shapely import MultiPolygon, Polygon, box

from geomap.domain.territory.cells import Cell
from geomap.exports.arcs import OUTSIDE, Arc, Point, arcs_of


def arcs(*geometries: Polygon | MultiPolygon) -> list[Arc]:
    cells = [
        Cell(str(number), shape if isinstance(shape, MultiPolygon) else MultiPolygon([shape]), 1.0)
        for number, shape in enumerate(geometries)
    ]
    return arcs_of(cells, {cell.place_id: number for number, cell in enumerate(cells)})


def sides(found: list[Arc], cell: int) -> set[tuple[Point, Point]]:
    """The sides of a cell, each with the cell to its left."""
    left = {side for arc in found if arc.cell == cell for side in pairwise(arc.points)}
    right = {side[::-1] for arc in found if arc.beside == cell for side in pairwise(arc.points)}
    return left | right


def area(found: list[Arc], cell: int) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in sides(found, cell)) / 2


def test_a_lone_cell_is_one_closed_arc_beside_nothing() -> None:
    (arc,) = arcs(box(0, 0, 1, 1))
    assert (arc.cell, arc.beside) == (0, OUTSIDE)
    assert arc.points[0] == arc.points[-1]
    assert set(arc.points) == {(0, 0), (10_000, 0), (10_000, 10_000), (0, 10_000)}


def test_the_border_of_two_cells_is_given_once() -> None:
    found = arcs(box(0, 0, 1, 1), box(1, 0, 2, 1))
    assert sorted((arc.cell, arc.beside) for arc in found) == [(0, OUTSIDE), (0, 1), (1, OUTSIDE)]
    (border,) = (arc for arc in found if arc.beside == 1)
    assert set(border.points) == {(10_000, 0), (10_000, 10_000)}


def test_a_cell_lies_to_the_left_of_its_arcs() -> None:
    found = arcs(box(0, 0, 1, 1), box(1, 0, 2, 1), box(0, 1, 2, 2))
    assert [area(found, cell) / 1e8 for cell in range(3)] == [1, 1, 2]


def test_a_corner_on_the_side_of_a_neighbour_breaks_it() -> None:
    # A third of the side lies between two units of the grid, so no rounding hides the corner.
    found = arcs(box(0, 0, 1, 1), box(0, 1, 1 / 3, 2), box(1 / 3, 1, 1, 2))
    inner = {(arc.cell, arc.beside) for arc in found if arc.beside != OUTSIDE}
    assert inner == {(0, 1), (0, 2), (1, 2)}
    assert sum(area(found, cell) for cell in range(3)) == 2e8


def test_holes_and_islands_stay() -> None:
    ring = Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (6, 3), (6, 6), (3, 6)]])
    found = arcs(ring, MultiPolygon([box(3, 3, 6, 6), box(20, 0, 21, 1)]))
    assert [area(found, cell) / 1e8 for cell in range(2)] == [72, 10]
    assert {(arc.cell, arc.beside) for arc in found} == {(0, OUTSIDE), (0, 1), (1, OUTSIDE)}


def test_what_is_thinner_than_the_grid_leaves_no_arc() -> None:
    assert arcs(box(0, 0, 1, 0.00001)) == []


def test_no_cells_have_no_arcs() -> None:
    assert arcs() == []
