"""Distances on the earth, and points on a sphere of radius 1. Longitude before latitude."""

import math
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from gazetteer.errors import InvalidQuery

if TYPE_CHECKING:
    from pyproj import Geod

_FARTHEST_EAST = 180
_FARTHEST_NORTH = 90

_METRES_IN_KILOMETRE = 1000

# The radius of the earth is nowhere less than 6,335 km (its curvature at the equator, along the
# meridian), so that no two points are nearer to each other than this makes them.
_LEAST_RADIUS_KM = 6335


@cache
def wgs84() -> "Geod":
    """Return the ellipsoid on which distances are measured."""
    from pyproj import Geod  # noqa: PLC0415 - takes 20 MB, which names alone do not need.

    return Geod(ellps="WGS84")


def check_point(longitude: float, latitude: float) -> None:
    """Raise InvalidQuery unless these are WGS84 decimal degrees. NaN is none."""
    if not (abs(longitude) <= _FARTHEST_EAST and abs(latitude) <= _FARTHEST_NORTH):
        raise InvalidQuery(
            "A point needs a longitude from -180 to 180 and a latitude from -90 to 90, "
            f"not {longitude}, {latitude}."
        )


def on_unit_sphere(longitude: float, latitude: float) -> tuple[float, float, float]:
    """Return x, y, z of a point given in degrees."""
    east, north = math.radians(longitude), math.radians(latitude)
    return math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)


def kilometres_surely_within(chord: float) -> float:
    """Return a distance that every point nearer than it also keeps within a chord, at most 2."""
    return 2 * math.asin(min(chord / 2, 1.0)) * _LEAST_RADIUS_KM


def geodesic_kilometres(
    longitude: float, latitude: float, points: Sequence[tuple[float, float]]
) -> list[float]:
    """Return the geodesic distance on WGS84 from one point to each of others, in kilometres."""
    if len(points) == 1:  # Without arrays it takes a third of the time.
        ((east, north),) = points
        return [wgs84().inv(longitude, latitude, east, north)[2] / _METRES_IN_KILOMETRE]
    count = len(points)
    _, _, metres = wgs84().inv(
        [longitude] * count,
        [latitude] * count,
        [point[0] for point in points],
        [point[1] for point in points],
    )
    return [distance / _METRES_IN_KILOMETRE for distance in metres]
