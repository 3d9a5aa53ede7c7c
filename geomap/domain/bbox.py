"""Boxes on the globe, in degrees of WGS 84."""

from dataclasses import dataclass


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
