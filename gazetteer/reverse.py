"""Points to places: the nearest points, and the areas that hold a point. Knows numbers, no names.

Points lie on a sphere of radius 1, where neither the poles nor the 180th meridian are special. A
chord there is not quite a distance on the earth, so the tree proposes and the geodesic decides.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from pyproj import Geod
from scipy.spatial import cKDTree
from shapely import STRtree, from_wkb, points

from gazetteer.errors import InvalidQuery
from gazetteer.index_file import IndexReader
from gazetteer.sphere import check_point, geodesic_kilometres, on_unit_sphere
from gazetteer.terms import write_array

Floats = NDArray[np.float64]

# The radius of curvature of the earth lies between 6,335 and 6,400 km, so what is farther by
# chord by more than this factor is farther on the ground.
_SURELY_FARTHER = 1.0105
_METRES_IN_KILOMETRE = 1000
_FARTHEST_EAST, _FARTHEST_NORTH = 180, 90
_WGS84 = Geod(ellps="WGS84")


class PointColumns:
    """The points of an index while it is built."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._longitudes: list[float] = []
        self._latitudes: list[float] = []

    def add(self, place: int, longitude: float, latitude: float) -> None:
        """Take in the point of a place."""
        self._places.append(place)
        self._longitudes.append(longitude)
        self._latitudes.append(latitude)

    def write(self, connection: sqlite3.Connection) -> None:
        """Store what was taken in."""
        write_array(connection, "point_place", np.asarray(self._places, dtype=np.uint32))
        write_array(connection, "point_longitude", np.asarray(self._longitudes, dtype=np.float64))
        write_array(connection, "point_latitude", np.asarray(self._latitudes, dtype=np.float64))


class Nearest(NamedTuple):
    """The place nearest to each of many points: ids as text, distances in kilometres."""

    ids: NDArray[np.str_]
    kilometres: Floats


class PointTree:
    """The points of an index in a tree. `places` are numbers of the table `place`."""

    def __init__(
        self,
        places: NDArray[np.uint32],
        longitudes: Floats,
        latitudes: Floats,
        fetch_ids: Callable[[], Sequence[tuple[int, str]]],
    ) -> None:
        self._places = places.tolist()
        self._fetch_ids = fetch_ids
        self._longitudes, self._latitudes = longitudes, latitudes
        # An unbalanced tree is built in a third of the time and answers as fast.
        self._tree = cKDTree(
            _on_sphere(longitudes, latitudes), balanced_tree=False, compact_nodes=False
        )

    @classmethod
    def read(cls, reader: IndexReader) -> Self:
        """Read the points of an index."""
        return cls(
            reader.array("point_place", np.uint32),
            reader.array("point_longitude", np.float64),
            reader.array("point_latitude", np.float64),
            lambda: reader.fetch("SELECT number, id FROM place ORDER BY number"),
        )

    def nearest(self, longitude: float, latitude: float, limit: int) -> list[tuple[int, float]]:
        """Return the nearest places with their geodesic distance in kilometres."""
        if not self._places:
            return []
        wanted = limit + 1
        middle = on_unit_sphere(longitude, latitude)
        while True:
            chords, found = self._tree.query(middle, k=min(wanted, len(self._places)))
            chords, found = np.atleast_1d(chords).tolist(), np.atleast_1d(found).tolist()
            if len(found) <= limit:
                break
            if chords[-1] > chords[limit - 1] * _SURELY_FARTHER:
                found = found[:-1]  # It was only asked for to be sure that it is farther.
                break
            wanted *= 2
        near = [row for row in found if row < len(self._places)]
        spots = [(float(self._longitudes[row]), float(self._latitudes[row])) for row in near]
        kilometres = geodesic_kilometres(longitude, latitude, spots)
        ranked = sorted(zip(kilometres, (self._places[row] for row in near), strict=True))
        return [(place, distance) for distance, place in ranked[:limit]]

    def nearest_many(self, longitudes: ArrayLike, latitudes: ArrayLike) -> Nearest:
        """Return the nearest place of each of many points, and the distances.

        Raises InvalidQuery for points off the earth and for columns of unequal length.
        """
        east, north = np.asarray(longitudes, float), np.asarray(latitudes, float)
        _check_points(east, north)
        _, rows = self._tree.query(_on_sphere(east, north))
        _, _, metres = _WGS84.inv(east, north, self._longitudes[rows], self._latitudes[rows])
        return Nearest(self._ids[rows], np.asarray(metres) / _METRES_IN_KILOMETRE)

    @cached_property
    def _ids(self) -> NDArray[np.str_]:
        ids = dict(self._fetch_ids())
        return np.asarray([ids[place] for place in self._places])


class AreaTree:
    """The polygons of an index in a tree."""

    @classmethod
    def read(cls, reader: IndexReader) -> Self:
        """Read the polygons of an index."""
        return cls(reader.fetch("SELECT place, polygon FROM area"))

    def __init__(self, rows: Sequence[tuple[int, bytes]]) -> None:
        self._places = [place for place, _ in rows]
        self._polygons = from_wkb([polygon for _, polygon in rows])
        self._tree = STRtree(self._polygons)

    def holding(self, longitude: float, latitude: float) -> list[int]:
        """Return the places whose polygon holds a point, the smallest first."""
        rows = self._tree.query(points(longitude, latitude), predicate="intersects")
        return [self._places[row] for row in sorted(rows, key=self._size)]

    def _size(self, row: int) -> float:
        # In square degrees, which is as good as any to tell a district from its province.
        return float(self._polygons[row].area)


def _check_points(longitudes: Floats, latitudes: Floats) -> None:
    if longitudes.ndim != 1 or longitudes.shape != latitudes.shape:
        raise InvalidQuery("Give as many longitudes as latitudes.")
    # Written so that NaN, which compares with nothing, is refused as well.
    off = ~((np.abs(longitudes) <= _FARTHEST_EAST) & (np.abs(latitudes) <= _FARTHEST_NORTH))
    if off.any():
        row = int(np.flatnonzero(off)[0])
        check_point(float(longitudes[row]), float(latitudes[row]))


def _on_sphere(longitude: Any, latitude: Any) -> Floats:
    east, north = np.radians(longitude), np.radians(latitude)
    across = np.cos(north)
    return np.stack([across * np.cos(east), across * np.sin(east), np.sin(north)], axis=-1)
