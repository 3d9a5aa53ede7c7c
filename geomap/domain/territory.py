"""Cells: the fixed patch of land that stands for a place, and the borders between patches.

A cell is the Voronoi cell of its place among the places of the atlas, cut by the land of the
atlas' countries and by a reach around the place. Geometry in and out is in degrees of WGS 84,
longitude before latitude; in between it is metres of an azimuthal equidistant projection round
the middle of the places, which keeps distances within the reach true to about 0.2 % for an atlas
that spans 1,500 km.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Geod, Transformer
from shapely import MultiPoint, MultiPolygon, Point, Polygon, STRtree
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place
from geomap.errors import InvalidInput

METRES_PER_KM = 1000.0
DEGREE_DECIMALS = 5  # About one metre.
CIRCLE_QUARTER_SEGMENTS = 32
LONGEST_BORDER_DEGREES = 0.1
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

    place_id: str
    neighbour_id: str
    lines: tuple[tuple[tuple[float, float], ...], ...]  # (longitude, latitude) pairs.


def geodesic_area_km2(geometry: BaseGeometry) -> float:
    """The area in km2 on the ellipsoid (Karney 2013), holes taken off."""
    if geometry.is_empty:
        return 0.0
    area, _perimeter = _GEOD.geometry_area_perimeter(shapely.orient_polygons(geometry))
    return abs(area) / METRES_PER_KM**2


def cells_of(
    places: Sequence[Place], land: BaseGeometry, reach_km: float
) -> tuple[list[Cell], list[Edge]]:
    """Share the land out among places.

    Raises InvalidInput when two places stand on one point: neither could have a cell.
    """
    _refuse_shared_points(places)
    if not places:
        return [], []
    projection = _projection(places)
    points = [Point(*projection.transform(place.longitude, place.latitude)) for place in places]
    reach = reach_km * METRES_PER_KM
    # A straight border on the map is a curve in the projection, so it is given points in between.
    ground = _projected(shapely.segmentize(land, LONGEST_BORDER_DEGREES), projection, inverse=False)
    circles = [point.buffer(reach, quad_segs=CIRCLE_QUARTER_SEGMENTS) for point in points]
    tiles = _tiles(points, reach)
    shares = [
        _polygons(_degrees(tile & circle & ground, projection))
        for tile, circle in zip(tiles, circles, strict=True)
    ]
    cells = [
        Cell(place.id, share, geodesic_area_km2(share))
        for place, share in zip(places, shares, strict=True)
        if not share.is_empty
    ]
    edges = []
    for first, second in _neighbours(tiles):
        border = tiles[first] & tiles[second] & circles[first] & ground
        lines = _lines(_degrees(border, projection))
        if lines:
            edges.append(Edge(places[first].id, places[second].id, lines))
    return cells, edges


def _refuse_shared_points(places: Sequence[Place]) -> None:
    taken: dict[tuple[float, float], Place] = {}
    for place in places:
        other = taken.setdefault((place.longitude, place.latitude), place)
        if other is not place:
            raise InvalidInput(
                f"{other.id} and {place.id} stand on one point, so neither has a cell"
            )


def _projection(places: Sequence[Place]) -> Transformer:
    west, south, east, north = MultiPoint([(p.longitude, p.latitude) for p in places]).bounds
    middle = f"+lon_0={(west + east) / 2} +lat_0={(south + north) / 2}"
    return Transformer.from_crs("OGC:CRS84", f"+proj=aeqd {middle} +datum=WGS84", always_xy=True)


def _tiles(points: Sequence[Point], reach: float) -> list[BaseGeometry]:
    """The Voronoi cells in the order of their points, wide enough for every reach."""
    extent = MultiPoint(points).envelope.buffer(2 * reach)
    if len(points) == 1:
        return [extent]
    return list(shapely.voronoi_polygons(MultiPoint(points), extend_to=extent, ordered=True).geoms)


def _neighbours(tiles: Sequence[BaseGeometry]) -> list[tuple[int, int]]:
    firsts, seconds = STRtree(tiles).query(tiles, predicate="touches")
    pairs = zip(firsts.tolist(), seconds.tolist(), strict=True)
    return sorted((first, second) for first, second in pairs if first < second)


def _projected(geometry: BaseGeometry, projection: Transformer, *, inverse: bool) -> BaseGeometry:
    direction = "INVERSE" if inverse else "FORWARD"

    def move(pairs: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.column_stack(projection.transform(pairs[:, 0], pairs[:, 1], direction=direction))

    projected: BaseGeometry = shapely.transform(geometry, move)
    return projected if inverse else shapely.make_valid(projected)


def _degrees(geometry: BaseGeometry, projection: Transformer) -> BaseGeometry:
    degrees = _projected(geometry, projection, inverse=True)
    rounded: BaseGeometry = shapely.set_precision(degrees, 10**-DEGREE_DECIMALS)
    return rounded


def _polygons(geometry: BaseGeometry) -> MultiPolygon:
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon)]
    return MultiPolygon(parts)


def _lines(geometry: BaseGeometry) -> tuple[tuple[tuple[float, float], ...], ...]:
    merged = shapely.line_merge(geometry)
    lines = [part for part in shapely.get_parts(merged) if part.geom_type == "LineString"]
    return tuple(tuple((x, y) for x, y in line.coords) for line in lines if not line.is_empty)
