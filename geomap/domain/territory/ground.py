"""The land of an atlas on a plane, and the way from degrees to that plane and back.

The plane is a Lambert azimuthal equal-area projection round the middle of the land, so it depends
on the countries of the atlas and on no place. It keeps areas exactly; distances across an atlas
of 1,500 km are true to 0.2 %. Plane coordinates are metres, degrees are those of WGS 84,
longitude before latitude.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Transformer
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from geomap.domain.statements import Place

DEGREE_DECIMALS = 5  # About one metre.
LONGEST_BORDER_DEGREES = 0.1
# A straight line on the plane is a curve in degrees; over 20 km the two lie 6 m apart. The odd
# millimetre keeps a border of just 20 km from being cut for one neighbour and not for the other.
LONGEST_LINE_METRES = 20_000.001

Numbers = NDArray[np.float64]
Geometries = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Ground:
    """The land on the plane."""

    land: BaseGeometry
    projection: Transformer

    def points(self, places: Sequence[Place]) -> tuple[Numbers, Numbers]:
        """Where places stand on the plane: all x, all y."""
        longitudes = np.array([place.longitude for place in places], dtype=np.float64)
        latitudes = np.array([place.latitude for place in places], dtype=np.float64)
        x, y = self.projection.transform(longitudes, latitudes)
        return np.asarray(x), np.asarray(y)

    def cut(self, geometries: Geometries, *, inland: NDArray[np.bool_]) -> Geometries:
        """Cut geometries by the land; those that are known to lie inland stay as they are."""
        shares = geometries.copy()
        at_sea = ~inland & ~shapely.intersects(self.land, geometries)
        shares[at_sea] = Polygon()
        coastal = ~inland & ~at_sea
        shares[coastal] = shapely.intersection(geometries[coastal], self.land)
        return shares

    def degrees(self, geometries: Geometries) -> Geometries:
        """Bring geometries back to degrees, with every corner rounded on its own.

        So a corner that two geometries share stays one. What collapses becomes empty, or a line
        of polygons and a point of lines.
        """

        def back(pairs: Numbers) -> Numbers:
            x, y = self.projection.transform(pairs[:, 0], pairs[:, 1], direction="INVERSE")
            return np.round(np.column_stack((x, y)), DEGREE_DECIMALS)

        close = shapely.segmentize(geometries, LONGEST_LINE_METRES)
        degrees = np.asarray(shapely.transform(close, back))
        broken = ~shapely.is_valid(degrees)
        degrees[broken] = shapely.make_valid(degrees[broken], method="structure")
        return np.asarray(shapely.remove_repeated_points(degrees))


# The land of an atlas is the same for each of its places and every answer.
@lru_cache(maxsize=4)
def ground_of(land: BaseGeometry) -> Ground:
    """Lay land, given in degrees, on the plane."""
    projection = _projection(land)

    def forth(pairs: Numbers) -> Numbers:
        return np.column_stack(projection.transform(pairs[:, 0], pairs[:, 1]))

    # A straight border on the map is a curve on the plane, so it is given points in between.
    close = shapely.segmentize(land, LONGEST_BORDER_DEGREES)
    plane = shapely.make_valid(shapely.transform(close, forth))
    shapely.prepare(plane)
    return Ground(plane, projection)


def _projection(land: BaseGeometry) -> Transformer:
    west, south, east, north = (0.0,) * 4 if land.is_empty else land.bounds
    middle = f"+lon_0={round((west + east) / 2)} +lat_0={round((south + north) / 2)}"
    return Transformer.from_crs("OGC:CRS84", f"+proj=laea {middle} +datum=WGS84", always_xy=True)
