"""Which control periods lie in a box on a day, in SQL that is not portable.

On SQLite the periods stand in an R*Tree of longitude, latitude and time; elsewhere a plain query
over the tables gives the same answer. PostGIS would have its own branch here.
"""

from datetime import date
from typing import TypeVarTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Float,
    Integer,
    MetaData,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
    true,
)
from sqlalchemy.orm import Session

from geomap.domain.bbox import Bbox
from geomap.storage.models import PeriodRow, PlaceRow
from geomap.storage.revisions import versions_at

Columns = TypeVarTuple("Columns")


def tree_table(name: str) -> Table:
    """An R*Tree of longitude, latitude and time.

    It is a virtual table, which migrations and metadata of the models cannot describe.
    """
    axes = ("west", "east", "south", "north", "start", "stop")
    columns = (Column(axis, Float) for axis in axes)
    return Table(name, MetaData(), Column("pk", Integer, primary_key=True), *columns)


CONTROL_TREE = tree_table("control_space_time")
_BATCH = 10_000


def create_index(connection: Connection) -> None:
    """Make the empty index; migrations call this once."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE control_space_time"
            " USING rtree(pk, west, east, south, north, start, stop)"
        )


def drop_index(connection: Connection) -> None:
    """Take the index away again."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE control_space_time")


def rebuild_index(session: Session, revision: int) -> None:
    """Fill the index from the stored periods."""
    if _has_tree(session):
        session.execute(delete(CONTROL_TREE))
        add_to_index(session, revision, true())


def drop_from_index(session: Session, which: ColumnElement[bool]) -> None:
    """Take some periods out of the index, before they are deleted themselves."""
    if _has_tree(session):
        # The tree finds a row by its number fast, and cannot be joined in a deletion.
        keys = session.scalars(select(PeriodRow.pk).where(which)).all()
        if keys:
            one = delete(CONTROL_TREE).where(CONTROL_TREE.c.pk == bindparam("gone"))
            session.execute(one, [{"gone": pk} for pk in keys])


def add_to_index(session: Session, revision: int, which: ColumnElement[bool]) -> None:
    """Put some stored periods into the index."""
    if not _has_tree(session):
        return
    rows = session.execute(
        select(PeriodRow.pk, PlaceRow.longitude, PlaceRow.latitude, PeriodRow.start, PeriodRow.end)
        .join(
            PlaceRow, (PlaceRow.id == PeriodRow.place_id) & versions_at(session, PlaceRow, revision)
        )
        .where(which)
    )
    for batch in rows.partitions(_BATCH):
        session.execute(
            insert(CONTROL_TREE),
            [
                {
                    "pk": row.pk,
                    "west": row.longitude,
                    "east": row.longitude,
                    "south": row.latitude,
                    "north": row.latitude,
                    "start": row.start.toordinal(),
                    "stop": (row.end or date.max).toordinal(),
                }
                for row in batch
            ],
        )


def _has_tree(session: Session) -> bool:
    return session.get_bind().dialect.name == "sqlite"


def during(query: Select[*Columns], day: date) -> Select[*Columns]:
    """Narrow a query of control periods to those that hold on a day."""
    return query.where(PeriodRow.start <= day, PeriodRow.end.is_(None) | (PeriodRow.end > day))


def within(
    session: Session, query: Select[*Columns], day: date, box: Bbox, revision: int
) -> Select[*Columns]:
    """Narrow it further to places in a box, which must not cross the antimeridian."""
    query = query.join(
        PlaceRow, (PlaceRow.id == PeriodRow.place_id) & versions_at(session, PlaceRow, revision)
    ).where(
        PlaceRow.longitude.between(box.west, box.east),
        PlaceRow.latitude.between(box.south, box.north),
    )
    if not _has_tree(session):
        return query
    # The tree keeps 32-bit floats, rounded outward, so it narrows and the columns decide.
    return query.join(CONTROL_TREE, CONTROL_TREE.c.pk == PeriodRow.pk).where(
        CONTROL_TREE.c.start <= day.toordinal(),
        CONTROL_TREE.c.stop >= day.toordinal(),
        CONTROL_TREE.c.west <= box.east,
        CONTROL_TREE.c.east >= box.west,
        CONTROL_TREE.c.south <= box.north,
        CONTROL_TREE.c.north >= box.south,
    )
