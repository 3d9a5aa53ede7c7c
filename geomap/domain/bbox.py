"""Boxes on the globe, in degrees of WGS 84."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians


@dataclass(frozen=True, slots=True)
class Bbox:
    """A box in degrees; it crosses the antimeridian when west is greater than east."""

    west: float
    south: float
    east: float
    north: float

    def parts(self) -> tuple["Bbox", ...]:
        """The box itself, or its two halves on either side of the antimeridian."""
        if self.west <= self.east:
            return (self,)
        return (
            Bbox(self.west, self.south, 180.0, self.north),
            Bbox(-180.0, self.south, self.east, self.north),
        )

    def contains(self, longitude: float, latitude: float) -> bool:
        """Whether a point lies in the box, its border included."""
        return any(
            part.west <= longitude <= part.east and part.south <= latitude <= part.north
            for part in self.parts()
        )


WORLD = Bbox(-180.0, -90.0, 180.0, 90.0)
_MOST_LATITUDE = 85.0
_KM_A_DEGREE = 110.5
"""Of latitude, where a degree is shortest."""


def box_around(points: Sequence[tuple[float, float]], km: float) -> Bbox:
    """A box that holds all within so many km of one of the points (longitude, latitude).

    It is generous: near a pole or the antimeridian it is the world.
    """
    room = km / _KM_A_DEGREE
    south = min(latitude for _longitude, latitude in points) - room
    north = max(latitude for _longitude, latitude in points) + room
    if max(abs(south), abs(north)) >= _MOST_LATITUDE:
        return WORLD
    wide = room / cos(radians(max(abs(south), abs(north))))
    west = min(longitude for longitude, _latitude in points) - wide
    east = max(longitude for longitude, _latitude in points) + wide
    if west < WORLD.west or east > WORLD.east:
        return WORLD
    return Bbox(west, south, east, north)
