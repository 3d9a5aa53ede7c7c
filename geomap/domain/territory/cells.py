"""Cells: the fixed patch of land that stands for a place, and the borders between patches.

A point of the land belongs to the nearest of the places that reach it. So where all places reach
equally far, a cell is the Voronoi cell of its place, cut by a circle and by the land; and a place
that reaches less far than its neighbours takes from them no more than its own circle.

Each cell is a function of the land and of the places near it. A place that comes or goes changes
the cells that touch its own and no other; `touched_by` names them, and `cells_among` gives for
them what `cells_of` would give, byte for byte. Geometry in and out is in degrees of WGS 84,
longitude before latitude.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from operator import attrgetter

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod
from shapely import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place
from geomap.domain.territory.ground import Ground, ground_of
from geomap.domain.territory.reach import Reach
from geomap.domain.territory.shares import Line, Shares, shares_of, touching
from geomap.domain.territory.tiles import Sites
from geomap.errors import InvalidInput

METRES_PER_KM = 1000.0
# A cell depends on places two reaches away, and who touches it on places 4.5 reaches away; the
# plane shortens by less than a third.
_CELL_REACHES = 3.0
_TOUCH_REACHES = 7.0
_KM_A_DEGREE = 110.5
_GEOD = Geod(ellps="WGS84")


@dataclass(frozen=True, slots=True)
class Cell:
    """The land that stands for one place."""

    place_id: str
    geometry: MultiPolygon
    area_km2: float  # Geodesic, on the WGS 84 ellipsoid.


@dataclass(frozen=True, slots=True)
class Edge:
    """The border between the cells of two places; a front when their answers differ."""

    place_id: str  # The smaller id of the two.
    neighbour_id: str
    lines: tuple[tuple[tuple[float, float], ...], ...]  # (longitude, latitude) pairs.


def geodesic_area_km2(geometry: BaseGeometry) -> float:
    """The area in km2 on the ellipsoid (Karney 2013), holes taken off."""
    if geometry.is_empty:
        return 0.0
    area, _perimeter = _GEOD.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return abs(area) / METRES_PER_KM**2


def length_km(lines: BaseGeometry) -> float:
    """The length of lines in km on the ellipsoid."""
    return float(_GEOD.geometry_length(lines)) / METRES_PER_KM


def cells_of(
    places: Sequence[Place], land: BaseGeometry, reach: Reach
) -> tuple[list[Cell], list[Edge]]:
    """Share the land out among places: the cells and the borders, sorted by place id.

    Raises InvalidInput when two places stand on one point: neither could have a cell.
    """
    return _built(_sorted(places), None, land, reach)


def cells_among(
    place_ids: Collection[str], places: Sequence[Place], land: BaseGeometry, reach: Reach
) -> tuple[list[Cell], list[Edge]]:
    """The cells of some places, and the borders between two of them.

    `places` holds those places and at least all others within three reaches of one of them. A place
    without land has no cell. Raises InvalidInput as `cells_of` does.
    """
    wanted = frozenset(place_ids)
    centres = [place for place in places if place.id in wanted]
    return _built(
        _sorted(_vicinity(places, centres, _CELL_REACHES * reach.greatest_km)), wanted, land, reach
    )


def cells_around(
    place_ids: Collection[str], places: Sequence[Place], land: BaseGeometry, reach: Reach
) -> tuple[list[Cell], list[Edge]]:
    """The cells of some places and of all that they touch, and the borders between those."""
    wanted = frozenset(place_ids)
    touched = touched_by([place for place in places if place.id in wanted], places, land, reach)
    return cells_among(touched, places, land, reach)


def touched_by(
    changed: Sequence[Place], places: Sequence[Place], land: BaseGeometry, reach: Reach
) -> frozenset[str]:
    """The ids of all places whose cell can change when some places come or go, theirs included.

    `changed` are the places that came, as they are now, and those that went, as they were; a place
    that moved is both. `places` are those of now, at least all within seven reaches of a changed
    one.
    """
    ids = frozenset(place.id for place in changed)
    now = [place for place in places if place.id in ids]
    gone = [place for place in changed if place not in now]
    near = _sorted(_vicinity([*places, *gone], changed, _TOUCH_REACHES * reach.greatest_km))
    wanted = np.array([at for at, place in enumerate(near) if place.id in ids], dtype=np.int64)
    touched = touching(_sites(near, ground_of(land), reach), wanted)
    return ids | {near[at].id for at in touched.tolist()}


def _built(
    places: Sequence[Place], wanted: Collection[str] | None, land: BaseGeometry, reach: Reach
) -> tuple[list[Cell], list[Edge]]:
    _refuse_shared_points(places)
    ground = ground_of(land)
    rows = [at for at, place in enumerate(places) if wanted is None or place.id in wanted]
    if not rows:
        return [], []
    shares = shares_of(_sites(places, ground, reach), np.array(rows, dtype=np.int64))
    inland = shapely.contains_properly(ground.land, shares.reached)
    cells = _cells([places[row] for row in rows], shares, ground, inland)
    return cells, _edges(places, list(shares.lines()), ground, inland)


def _cells(
    places: Sequence[Place], shares: Shares, ground: Ground, inland: NDArray[np.bool_]
) -> list[Cell]:
    geometries = ground.degrees(ground.cut(shares.geometries(), inland=inland))
    polygons = [_polygons(geometry) for geometry in geometries]
    return [
        Cell(place.id, polygon, geodesic_area_km2(polygon))
        for place, polygon in zip(places, polygons, strict=True)
        if not polygon.is_empty
    ]


def _edges(
    places: Sequence[Place], lines: Sequence[Line], ground: Ground, inland: NDArray[np.bool_]
) -> list[Edge]:
    geometries = np.array([line.geometry for line in lines], dtype=object)
    owned_inland = np.array([inland[line.owner] for line in lines], dtype=np.bool_)
    borders: dict[tuple[int, int], list[BaseGeometry]] = {}
    degrees = ground.degrees(ground.cut(geometries, inland=owned_inland))
    for line, geometry in zip(lines, degrees, strict=True):
        if not geometry.is_empty:
            borders.setdefault((line.first, line.second), []).append(geometry)
    joined = ((pair, _lines(parts)) for pair, parts in sorted(borders.items()))
    return [
        Edge(places[first].id, places[second].id, parts)
        for (first, second), parts in joined
        if parts
    ]


def _sorted(places: Iterable[Place]) -> list[Place]:
    return sorted(places, key=attrgetter("id"))


def _sites(places: Sequence[Place], ground: Ground, reach: Reach) -> Sites:
    reaches = np.array([reach.of(place.kind) for place in places], dtype=np.float64) * METRES_PER_KM
    return Sites(*ground.points(places), reaches)


def _vicinity(places: Sequence[Place], centres: Sequence[Place], km: float) -> list[Place]:
    """The places in a box of degrees that holds all within so many km of a centre."""
    if not centres:
        return []
    room = km / _KM_A_DEGREE
    latitudes = np.array([place.latitude for place in places])
    to_equator = [abs(place.latitude) for place in centres]
    # Degrees of longitude are the shorter the nearer to a pole; round it, all of them are near.
    wide = room / max(cos(radians(min(max(to_equator) + room, 90.0))), 1e-9)
    first = centres[0].longitude
    offsets = _turn(np.array([place.longitude for place in places]) - first)
    own = _turn(np.array([place.longitude for place in centres]) - first)
    near = (own.min() - wide <= offsets) & (offsets <= own.max() + wide)
    if own.min() - wide < -180.0 or own.max() + wide > 180.0:  # noqa: PLR2004 -- Half a turn.
        near[:] = True
    near &= min(place.latitude for place in centres) - room <= latitudes
    near &= latitudes <= max(place.latitude for place in centres) + room
    return [places[at] for at in np.flatnonzero(near).tolist()]


def _turn(degrees: NDArray[np.float64]) -> NDArray[np.float64]:
    """Differences of longitude as turns of at most half a circle, so that 180 is beside -180."""
    return (degrees + 180.0) % 360.0 - 180.0


def _refuse_shared_points(places: Sequence[Place]) -> None:
    taken: dict[tuple[float, float], Place] = {}
    for place in places:
        other = taken.setdefault((place.longitude, place.latitude), place)
        if other is not place:
            raise InvalidInput(
                f"{other.id} and {place.id} stand on one point, so neither has a cell"
            )


def _polygons(geometry: BaseGeometry) -> MultiPolygon:
    return MultiPolygon([one for one in shapely.get_parts(geometry) if isinstance(one, Polygon)])


def _lines(parts: Sequence[BaseGeometry]) -> tuple[tuple[tuple[float, float], ...], ...]:
    lines = [line for part in parts for line in _line_strings(part)]
    merged = shapely.line_merge(shapely.union_all(lines)) if len(lines) > 1 else lines
    return tuple(tuple((x, y) for x, y in line.coords) for line in shapely.get_parts(merged))


def _line_strings(geometry: BaseGeometry) -> list[LineString]:
    return [part for part in shapely.get_parts(geometry) if isinstance(part, LineString)]
