"""Points to the nearest places. Knows numbers and ids, no names.

Points lie on a sphere of radius 1, where neither the poles nor the 180th meridian are special. A
chord there is not quite a distance on the earth, so the tree proposes and the geodesic decides.
"""

import sqlite3
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.spatial import cKDTree

from gazetteer.errors import InvalidQuery
from gazetteer.index_file import IndexReader
from gazetteer.packed_texts import PackedTexts
from gazetteer.sphere import check_point, on_unit_sphere, wgs84
from gazetteer.terms import write_array, write_texts

Floats = NDArray[np.float64]

# The radius of curvature of the earth lies between 6,335 and 6,400 km, so what is farther by
# chord by more than this factor is farther on the ground.
_SURELY_FARTHER = 1.0105
_METRES_IN_KILOMETRE = 1000
_FARTHEST_EAST, _FARTHEST_NORTH = 180, 90


class PointColumns:
    """The points of an index while it is built."""

    def __init__(self) -> None:
        self._places: list[int] = []
        self._ids: list[str] = []
        self._longitudes: list[float] = []
        self._latitudes: list[float] = []

    def add(self, place: int, place_id: str, longitude: float, latitude: float) -> None:
        """Take in the point of a place."""
        self._places.append(place)
        self._ids.append(place_id)
        self._longitudes.append(longitude)
        self._latitudes.append(latitude)

    def write(self, connection: sqlite3.Connection) -> None:
        """Store what was taken in."""
        write_array(connection, "point_place", np.asarray(self._places, dtype=np.uint32))
        write_array(connection, "point_longitude", np.asarray(self._longitudes, dtype=np.float64))
        write_array(connection, "point_latitude", np.asarray(self._latitudes, dtype=np.float64))
        write_texts(connection, "point_id", self._ids)


class Nearest(NamedTuple):
    """The place nearest to each of many points: ids as text, distances in kilometres."""

    ids: NDArray[np.str_]
    kilometres: Floats


class PointTree:
    """The points of an index in a tree. `places` are numbers of the table `place`."""

    def __init__(self, places: NDArray[np.uint32], ids: PackedTexts, points: Floats) -> None:
        # A view gives numbers of Python's own, several times as fast as an array does.
        self._places = places.astype(np.uint32).data
        self._ids = ids
        # An unbalanced tree is built in a third of the time and answers as fast.
        self._tree = cKDTree(points, balanced_tree=False, compact_nodes=False)

    @classmethod
    def read(cls, reader: IndexReader) -> Self:
        """Read the points of an index."""
        longitudes = reader.array("point_longitude", np.float64)
        latitudes = reader.array("point_latitude", np.float64)
        return cls(
            reader.array("point_place", np.uint32),
            PackedTexts.read(reader, "point_id"),
            _on_sphere(longitudes, latitudes),
        )

    def around(self, longitude: float, latitude: float, limit: int) -> list[int]:
        """Return places among which the so many nearest surely are, in no particular order."""
        middle = on_unit_sphere(longitude, latitude)
        found: list[int]
        wanted, count = limit + 1, len(self._places)
        while True:
            # Beyond all points there are infinite chords to a row that is none.
            answer: Any = self._tree.query(middle, k=wanted)
            chords, found = answer[0].tolist(), answer[1].tolist()
            if wanted > count:
                return [self._places[row] for row in found[:count]]
            if chords[-1] > chords[limit - 1] * _SURELY_FARTHER:
                # The last was only asked for to be sure that it is farther.
                return [self._places[row] for row in found[:-1]]
            wanted *= 2

    def nearest_many(self, longitudes: ArrayLike, latitudes: ArrayLike) -> Nearest:
        """Return the nearest place of each of many points, and the distances.

        Raises InvalidQuery for points off the earth, for columns of unequal length, and where
        there are points but no places.
        """
        east, north = np.asarray(longitudes, float), np.asarray(latitudes, float)
        _check_points(east, north)
        if not len(east):
            return Nearest(np.empty(0, dtype=np.str_), np.empty(0))
        if not self._places:
            raise InvalidQuery("The gazetteer has no place with a point of its own.")
        _, rows = self._tree.query(_on_sphere(east, north))
        found, where = np.unique(rows, return_inverse=True)
        ids = np.asarray(self._ids.at(found.tolist()))
        _, _, metres = wgs84().inv(east, north, *_in_degrees(self._tree.data[rows]))
        return Nearest(ids[where], np.asarray(metres) / _METRES_IN_KILOMETRE)


def _check_points(longitudes: Floats, latitudes: Floats) -> None:
    if longitudes.ndim != 1 or longitudes.shape != latitudes.shape:
        raise InvalidQuery("Give as many longitudes as latitudes.")
    # Written so that NaN, which compares with nothing, is refused as well.
    off = ~((np.abs(longitudes) <= _FARTHEST_EAST) & (np.abs(latitudes) <= _FARTHEST_NORTH))
    if off.any():
        row = int(np.flatnonzero(off)[0])
        check_point(float(longitudes[row]), float(latitudes[row]))


def _on_sphere(longitudes: Floats, latitudes: Floats) -> Floats:
    """Return x, y, z of points. One column after the other, since all at once take much memory."""
    points = np.empty((len(longitudes), 3))
    x, y, z = points.T
    np.radians(latitudes, out=z)
    np.cos(z, out=x)
    np.sin(z, out=z)
    east = np.radians(longitudes)
    np.multiply(x, np.sin(east), out=y)
    np.multiply(x, np.cos(east), out=x)
    return points


def _in_degrees(points: Floats) -> tuple[Floats, Floats]:
    """Return longitudes and latitudes: to keep them beside the tree would take 16 bytes each."""
    longitudes = np.degrees(np.arctan2(points[:, 1], points[:, 0]))
    return longitudes, np.degrees(np.arcsin(points[:, 2]))
