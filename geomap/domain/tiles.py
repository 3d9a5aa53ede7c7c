"""Tiles of the web's map: squares of the Mercator projection, halved at every zoom."""

from dataclasses import dataclass
from math import atan, degrees, pi, sinh

from geomap.domain.bbox import Bbox
from geomap.errors import NotFound

DEEPEST_ZOOM = 14
"""Deeper than this a reader's map enlarges what it has: a unit of the tile is half a metre."""
EXTENT = 4096
"""Units of a tile on each side."""
BUFFER = 64
"""Units around a tile that belong to it too, so that lines and symbols meet at its edge."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One tile, counted from the north-west. Raises NotFound where there is none."""

    zoom: int
    column: int
    row: int

    def __post_init__(self) -> None:
        if not 0 <= self.zoom <= DEEPEST_ZOOM:
            raise NotFound(
                f"There is no zoom {self.zoom}; tiles have zooms from 0 to {DEEPEST_ZOOM}."
            )
        if not (0 <= self.column < self.across and 0 <= self.row < self.across):
            raise NotFound(
                f"There is no tile {self.column}/{self.row} at zoom {self.zoom}; columns and rows"
                f" go from 0 to {self.across - 1}."
            )

    @property
    def across(self) -> int:
        """How many tiles stand side by side at this zoom."""
        return int(2**self.zoom)

    @property
    def box(self) -> Bbox:
        """The tile with its buffer, in degrees; at the edge of the world it ends there."""
        room = BUFFER / EXTENT
        return Bbox(
            max(-180.0, self._longitude(self.column - room)),
            self._latitude(self.row + 1 + room),
            min(180.0, self._longitude(self.column + 1 + room)),
            self._latitude(self.row - room),
        )

    def _longitude(self, column: float) -> float:
        return column / self.across * 360 - 180

    def _latitude(self, row: float) -> float:
        inside = min(max(row / self.across, 0.0), 1.0)
        return degrees(atan(sinh(pi * (1 - 2 * inside))))
