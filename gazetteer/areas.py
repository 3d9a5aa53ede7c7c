"""Points to the areas whose polygon holds them. Knows numbers, no names."""

import sqlite3

from shapely import Point, from_wkb, to_wkb
from shapely.geometry.base import BaseGeometry

from gazetteer.index_file import IndexReader

# The R*Tree tells which few polygons may hold a point, so that the others need no memory.
TABLES = """
CREATE TABLE area (place INTEGER PRIMARY KEY, polygon BLOB NOT NULL);
CREATE VIRTUAL TABLE area_box USING rtree(place, west, east, south, north);
"""

_AROUND = """
SELECT area.place, polygon FROM area_box JOIN area ON area.place = area_box.place
WHERE west <= ?1 AND east >= ?1 AND south <= ?2 AND north >= ?2
"""


def write_area(connection: sqlite3.Connection, place: int, polygon: BaseGeometry) -> None:
    """Store the polygon of a place."""
    west, south, east, north = polygon.bounds
    connection.execute("INSERT INTO area VALUES (?, ?)", (place, to_wkb(polygon)))
    box = (place, west, east, south, north)
    connection.execute("INSERT INTO area_box VALUES (?, ?, ?, ?, ?)", box)


def areas_holding(reader: IndexReader, longitude: float, latitude: float) -> list[int]:
    """Return the places whose polygon holds a point, the smallest first."""
    around = reader.fetch(_AROUND, (longitude, latitude))
    point = Point(longitude, latitude)
    # In square degrees, which is as good as any to tell a district from its province.
    holding = [
        (polygon.area, place)
        for place, polygon in ((place, from_wkb(packed)) for place, packed in around)
        if polygon.intersects(point)
    ]
    return [place for _, place in sorted(holding)]
