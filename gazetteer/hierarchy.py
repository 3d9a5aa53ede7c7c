"""Which areas hold which places, as the sources say: villages, districts, governorates."""

import sqlite3
from collections.abc import Mapping, Sequence

TABLES = """
CREATE TABLE holder (
    area INTEGER NOT NULL REFERENCES place, place INTEGER NOT NULL REFERENCES place,
    PRIMARY KEY (area, place)
) WITHOUT ROWID;
"""


def write_holders(connection: sqlite3.Connection, parents: Mapping[int, Sequence[str]]) -> None:
    """Write which areas hold a place, from the ids of the areas by the number of the place.

    An area that is in no source leaves no trace.
    """
    wanted = {area for areas in parents.values() for area in areas}
    numbers = {
        place_id: number
        for place_id, number in connection.execute(
            "SELECT id, number FROM other_id UNION ALL SELECT id, number FROM place"
        )
        if place_id in wanted
    }
    connection.executemany(
        "INSERT OR IGNORE INTO holder VALUES (?, ?)",
        sorted(
            (numbers[area], place)
            for place, areas in parents.items()
            for area in areas
            if area in numbers and numbers[area] != place
        ),
    )
