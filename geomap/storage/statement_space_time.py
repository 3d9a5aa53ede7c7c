"""Where and when the current events and claims lie, and what lies there and then.

As `space_time`, whose tree of control periods is read here too, this is not portable SQL.

On SQLite an R*Tree of longitude, latitude and time stands beside each table, and triggers keep it,
so that every way to write keeps it. It only narrows: 32-bit floats are rounded outward, and the
columns decide. Elsewhere there is no tree and the columns decide alone.
"""

from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, Select, Table, or_, select

from geomap.domain.bbox import Bbox
from geomap.domain.items.conditions import Interval
from geomap.storage.space_time import CONTROL_TREE, tree_table

TABLES = ("event", "claim")
_NOWHERE = 1000
"""A longitude for what has no place: inside no box."""
_DAY = "julianday({0}) - 1721424.5"
"""The ordinal of a day that is stored as ISO text, as Python counts days."""
_ENTRY = (
    "INSERT OR REPLACE INTO {tree}"
    f" SELECT {{row}}.pk, coalesce(place.longitude, {_NOWHERE}),"
    f" coalesce(place.longitude, {_NOWHERE}), coalesce(place.latitude, {_NOWHERE}),"
    f" coalesce(place.latitude, {_NOWHERE}),"
    f" {_DAY.format('{row}.earliest')}, {_DAY.format('{row}.latest')}"
)


def _tree_name(table: str) -> str:
    return f"{table}_space_time"


def create_trees(connection: Connection) -> None:
    """Make the trees, fill them from what is stored, and have them follow it."""
    if connection.dialect.name == "sqlite":
        for table in TABLES:
            for sentence in _sentences(table, _tree_name(table)):
                connection.exec_driver_sql(sentence)


def drop_trees(connection: Connection) -> None:
    """Take the trees away again, with what fills them."""
    if connection.dialect.name == "sqlite":
        for table in TABLES:
            for name in ("added", "closed", "deleted", "placed"):
                connection.exec_driver_sql(f"DROP TRIGGER {_tree_name(table)}_{name}")
            connection.exec_driver_sql(f"DROP TABLE {_tree_name(table)}")


def _sentences(table: str, tree: str) -> Iterator[str]:
    whole = _ENTRY.format(tree=tree, row=table)
    added = _ENTRY.format(tree=tree, row="NEW")
    current = "ON place.id = {0}.place_id AND place.until IS NULL"
    of_row, of_new = current.format(table), current.format("NEW")
    is_current = f"{table}.until IS NULL"
    gone = f"BEGIN DELETE FROM {tree} WHERE pk = OLD.pk; END"  # noqa: S608 -- Names of our own.
    yield f"CREATE VIRTUAL TABLE {tree} USING rtree(pk, west, east, south, north, start, stop)"
    yield f"{whole} FROM {table} LEFT JOIN place {of_row} WHERE {is_current}"
    yield f"""CREATE TRIGGER {tree}_added AFTER INSERT ON {table} WHEN NEW.until IS NULL
        BEGIN {added} FROM (SELECT 1) LEFT JOIN place {of_new}; END"""
    yield f"""CREATE TRIGGER {tree}_closed AFTER UPDATE OF until ON {table}
        WHEN NEW.until IS NOT NULL {gone}"""
    yield f"CREATE TRIGGER {tree}_deleted AFTER DELETE ON {table} {gone}"
    # A place that moves takes along what happened there.
    yield f"""CREATE TRIGGER {tree}_placed AFTER INSERT ON place WHEN NEW.until IS NULL
        BEGIN {whole} FROM {table} JOIN place {of_row}
        WHERE {table}.place_id = NEW.id AND {is_current}; END"""


TREES = {**{table: tree_table(_tree_name(table)) for table in TABLES}, "control": CONTROL_TREE}


def near(table: str, interval: Interval | None, box: Bbox | None) -> Select[int] | None:
    """The primary keys of all that can lie in an interval and a box, and of a few more.

    None where neither is given, or the table has no tree.
    """
    known = TREES.get(table)
    if known is None or (interval is None and box is None):
        return None
    return select(known.c.pk).where(*_during(known, interval), *_inside(known, box))


def _during(tree: Table, interval: Interval | None) -> list[ColumnElement[bool]]:
    start = interval.start if interval else None
    end = interval.end if interval else None
    return [
        *([tree.c.stop >= start.toordinal()] if start else []),
        *([tree.c.start < end.toordinal()] if end else []),
    ]


def _inside(tree: Table, box: Bbox | None) -> list[ColumnElement[bool]]:
    if box is None:
        return []
    parts = (
        (tree.c.west <= part.east)
        & (tree.c.east >= part.west)
        & (tree.c.south <= part.north)
        & (tree.c.north >= part.south)
        for part in box.parts()
    )
    return [or_(*parts)]
