"""What lies in a box, in a time or ever, as maps ask for it again and again.

Its SQL is put together once, with names in place of values: that takes three times as long as to
ask for what a map shows.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, bindparam, or_, select

from geomap.domain.items.queries import ItemsQuery
from geomap.storage.items.conditions import overlap_values, overlapping_named
from geomap.storage.items.sources import Expression, PointColumns, Source
from geomap.storage.statement_space_time import TREES

_SIDES = ("west", "east", "south", "north")
_FROM, _UNTIL = "from_ordinal", "until_ordinal"


class Shape(NamedTuple):
    """What decides how such a query is put."""

    timed: bool
    parts: int
    """Of the box: two where it crosses the antimeridian."""
    backwards: bool | None
    """Whether the page lies before a cursor, or None where there is none."""


def shape_of(query: ItemsQuery, source: Source) -> Shape | None:
    """The shape of a query for points in a box, None for any other query."""
    more = query.conditions or query.sort or query.standpoint.known
    if more or query.box is None or source.time is None or source.table not in TREES:
        return None
    if not isinstance(source.geometry, PointColumns):
        return None
    backwards = None if query.cursor is None else query.cursor.backwards
    return Shape(query.interval is not None, len(query.box.parts()), backwards)


def primary_key(source: Source) -> Expression:
    """That of items which lie in a tree."""
    if source.pk is None:
        raise TypeError(f"{source.key} lie in no tree")
    return source.pk


def named_conditions(source: Source, shape: Shape) -> list[ColumnElement[bool]]:
    """The conditions of a shape, with names for what `named_values` gives."""
    tree, point, pk = TREES[source.table or ""].c, source.geometry, primary_key(source)
    boxes: list[list[Any]] = [
        [bindparam(f"{side}{at}") for side in _SIDES] for at in range(shape.parts)
    ]
    inside = [
        and_(point.longitude.between(west, east), point.latitude.between(south, north))
        for west, east, south, north in boxes
        if isinstance(point, PointColumns)
    ]
    around = [
        and_(tree.west <= east, tree.east >= west, tree.south <= north, tree.north >= south)
        for west, east, south, north in boxes
    ]
    keys = select(tree.pk).where(or_(*around))
    if not shape.timed or source.time is None:
        return [or_(*inside), pk.in_(keys)]
    keys = keys.where(tree.stop >= bindparam(_FROM), tree.start < bindparam(_UNTIL))
    return [or_(*inside), overlapping_named(source.time), pk.in_(keys)]


def named_values(query: ItemsQuery, source: Source) -> dict[str, Any]:
    """What a query gives for the names of its shape."""
    values: dict[str, Any] = {}
    for at, part in enumerate(query.box.parts() if query.box else ()):
        values |= {f"{side}{at}": getattr(part, side) for side in _SIDES}
    interval = query.interval
    if interval is not None and source.time is not None:
        values |= overlap_values(source.time, interval)
        values[_FROM] = (interval.start or date.min).toordinal()
        # After the last day of all, where that is open.
        values[_UNTIL] = interval.end.toordinal() if interval.end else date.max.toordinal() + 1
    return values
