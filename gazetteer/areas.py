"""Points to the areas whose polygon holds them. Knows numbers, no names."""

from collections.abc import Sequence
from typing import Self

from shapely import STRtree, from_wkb, points

from gazetteer.index_file import IndexReader


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
