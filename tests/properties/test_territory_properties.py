"""What cells promise wherever the places stand."""

from collections.abc import Sequence

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely import Point, Polygon, box, union_all
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place
from geomap.domain.territory.cells import (
    Cell,
    Edge,
    cells_among,
    cells_around,
    cells_of,
    geodesic_area_km2,
    touched_by,
)
from geomap.domain.territory.ground import ground_of
from geomap.domain.territory.reach import Reach

# Land with a bay, a lake and an island, and with places on and off it.
LAND: BaseGeometry = union_all(
    [
        Polygon(
            [(38, 34), (42, 34), (42, 37), (40.3, 37), (40, 35.6), (39.8, 37), (38, 37)],
            [[(38.6, 34.6), (38.9, 34.6), (38.9, 34.8), (38.6, 34.8)]],
        ),
        box(42.2, 35, 42.4, 35.2),
    ]
)
REACH = Reach(30.0, 10.0)
REACHES = st.sampled_from([REACH, Reach(30.0), Reach(40.0, 2.0), Reach(8.0, 25.0)])
Territory = tuple[list[Cell], list[Edge]]


def make_place(number: int, longitude: float, latitude: float, kind: str = "town") -> Place:
    return Place(f"p{number:03}", "", {}, longitude, latitude, kind, "SY", "", None)


@st.composite
def points(draw: st.DrawFn) -> tuple[float, float]:
    """Points that like to be collinear, cocircular or nearly the same."""
    shape = draw(st.sampled_from(["lattice", "circle", "near", "anywhere"]))
    if shape == "lattice":
        return 38.0 + draw(st.integers(0, 17)) * 0.25, 34.0 + draw(st.integers(0, 12)) * 0.25
    if shape == "circle":
        angle = draw(st.integers(0, 11)) * np.pi / 6
        return round(40 + 0.3 * np.cos(angle), 5), round(35.5 + 0.25 * np.sin(angle), 5)
    if shape == "near":
        step = st.integers(0, 3)
        return round(39.5 + draw(step) * 1e-5, 6), round(35.0 + draw(step) * 1e-5, 6)
    return draw(st.floats(37.9, 42.5)), draw(st.floats(33.9, 37.1))


KINDS = st.sampled_from(["town", "town", "town", "dam"])


@st.composite
def places(draw: st.DrawFn, least: int = 1) -> list[Place]:
    chosen = draw(st.lists(points(), min_size=least, max_size=25, unique=True))
    return [make_place(number, *point, draw(KINDS)) for number, point in enumerate(chosen)]


def wkb(territory: Territory) -> tuple[dict[str, bytes], dict[tuple[str, str], object]]:
    """Every byte of a territory, by place and by pair of places."""
    cells, edges = territory
    return (
        {cell.place_id: cell.geometry.wkb + repr(cell.area_km2).encode() for cell in cells},
        {(edge.place_id, edge.neighbour_id): edge.lines for edge in edges},
    )


def replaced(before: Territory, ids: frozenset[str], after: Territory) -> Territory:
    """A territory in which the cells of some places and the borders between them are new."""
    cells = [cell for cell in before[0] if cell.place_id not in ids]
    edges = [edge for edge in before[1] if not {edge.place_id, edge.neighbour_id} <= ids]
    return cells + after[0], edges + after[1]


def union_of_circles(shared: Sequence[Place]) -> BaseGeometry:
    """The covered land, on the plane, by circles of Shapely's own."""
    ground = ground_of(LAND)
    x, y = ground.points(shared)
    circles = [
        Point(east, north).buffer(REACH.of(place.kind) * 1000, quad_segs=32)
        for place, east, north in zip(shared, x, y, strict=True)
    ]
    return union_all(circles) & ground.land


@given(places(), REACHES)
def test_a_part_built_alone_has_the_bytes_of_the_whole(shared: list[Place], reach: Reach) -> None:
    whole_cells, whole_edges = wkb(cells_of(shared, LAND, reach))
    for place in shared:
        touched = touched_by([place], shared, LAND, reach)
        cells, edges = wkb(cells_around({place.id}, shared, LAND, reach))
        assert cells == {key: whole_cells[key] for key in whole_cells if key in touched}
        assert edges == {pair: whole_edges[pair] for pair in whole_edges if {*pair} <= touched}


@given(places(least=2), REACHES, st.data())
def test_a_place_that_comes_or_goes_changes_only_what_it_touches(
    shared: list[Place], reach: Reach, data: st.DataObject
) -> None:
    place = data.draw(st.sampled_from(shared))
    others = [other for other in shared if other is not place]
    with_it, without = cells_of(shared, LAND, reach), cells_of(others, LAND, reach)
    come = touched_by([place], shared, LAND, reach)
    gone = touched_by([place], others, LAND, reach)
    assert come == gone
    added = replaced(without, come, cells_among(come, shared, LAND, reach))
    assert wkb(added) == wkb(with_it)
    removed = replaced(with_it, gone, cells_among(gone, others, LAND, reach))
    assert wkb(removed) == wkb(without)


@given(places(), REACHES, st.data())
def test_a_place_that_moves_changes_only_what_it_touched_and_touches(
    shared: list[Place], reach: Reach, data: st.DataObject
) -> None:
    old = data.draw(st.sampled_from(shared))
    others = [other for other in shared if other is not old]
    taken = {(other.longitude, other.latitude) for other in others}
    there = data.draw(points().filter(lambda point: point not in taken))
    new = make_place(int(old.id[1:]), *there, data.draw(KINDS))
    after = cells_of([*others, new], LAND, reach)
    touched = touched_by([old, new], [*others, new], LAND, reach)
    part = cells_among(touched, [*others, new], LAND, reach)
    assert wkb(replaced(cells_of(shared, LAND, reach), touched, part)) == wkb(after)


@given(places())
def test_cells_cover_what_is_reached_once(shared: list[Place]) -> None:
    cells, _edges = cells_of(shared, LAND, REACH)
    together = union_all([cell.geometry for cell in cells])
    total = sum(cell.area_km2 for cell in cells)
    # Places a metre apart have strips of land a metre wide, which rounding moves: hence the 5 ha.
    assert total == pytest.approx(geodesic_area_km2(together), rel=1e-6, abs=0.05)
    covered = union_of_circles(shared)
    # The plane keeps areas, so square metres of the plane are those of the ground.
    assert total == pytest.approx(covered.area / 1e6, rel=1e-5, abs=0.05)


@given(places(least=2))
def test_a_border_lies_between_its_two_cells(shared: list[Place]) -> None:
    cells, edges = cells_of(shared, LAND, REACH)
    geometries = {cell.place_id: cell.geometry for cell in cells}
    for edge in edges:
        assert edge.place_id < edge.neighbour_id
        line = shapely.MultiLineString([list(part) for part in edge.lines])
        for end in (edge.place_id, edge.neighbour_id):
            assert end in geometries
            assert geometries[end].boundary.hausdorff_distance(line) >= 0.0
            assert (line - geometries[end].boundary.buffer(2e-4)).is_empty


@given(places())
def test_every_point_belongs_to_the_nearest_place_that_reaches_it(shared: list[Place]) -> None:
    cells, _edges = cells_of(shared, LAND, REACH)
    x, y = ground_of(LAND).points(shared)
    reach = np.array([REACH.of(place.kind) * 1000 for place in shared])
    for cell in cells:
        spot = cell.geometry.representative_point()
        if spot.buffer(3e-4).within(cell.geometry):
            (east,), (north,) = ground_of(LAND).points([make_place(0, spot.x, spot.y)])
            apart = np.hypot(x - east, y - north)
            nearest = int(np.argmin(np.where(apart <= reach, apart, np.inf)))
            assert shared[nearest].id == cell.place_id
