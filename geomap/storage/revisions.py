"""Revisions, and records that are versioned instead of overwritten."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar, cast

from sqlalchemy import ColumnElement, Row, Select, Table, bindparam, func, insert, select, update
from sqlalchemy.orm import Session

from geomap.storage.columns import Versioned
from geomap.storage.database import Database, remembered
from geomap.storage.models import RevisionRow

_LATEST = "geomap.latest_revision"
_FOUND = "geomap.found_before"
# Made once, since what is asked on each request costs more to put together than to ask.
_NEWEST = select(func.max(RevisionRow.number))
Record = TypeVar("Record", bound=Versioned)
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records a replacement touched."""

    added: int = 0
    edited: int = 0
    withdrawn: int = 0
    kept: tuple[str, ...] = ()
    """Statements that stand as somebody edited or withdrew them, otherwise than is wanted."""

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.added or self.edited or self.withdrawn)

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added,
            self.edited + other.edited,
            self.withdrawn + other.withdrawn,
            self.kept + other.kept,
        )


def latest_revision(session: Session) -> int:
    """The number of the newest accepted change; 0 for an empty database.

    A session sees one state of the database, but for the revision that it adds itself, so that it
    is asked once.
    """
    if _LATEST not in session.info:
        known = remembered(session)
        if _LATEST not in known:
            known[_LATEST] = session.connection().scalar(_NEWEST) or 0
        session.info[_LATEST] = known[_LATEST]
    number: int = session.info[_LATEST]
    return number


def found_before(session: Session, what: str) -> dict[str, Any]:
    """What a session has found out and need not ask again, by the name of what it is.

    It holds for one revision: whatever changes the atlas in this session makes the next one.
    """
    revision = latest_revision(session)
    kept = session.info.get(_FOUND)
    if kept is None or kept[0] != revision:
        nothing: dict[str, dict[str, Any]] = {}
        kept = session.info[_FOUND] = (revision, nothing)
    found: dict[str, Any] = kept[1].setdefault(what, {})
    return found


class NewestRevision:
    """The newest revision, asked of the database only after something in it has changed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._known: tuple[int, int] | None = None

    def get(self) -> int:
        """The number now, also after another process has written."""
        version = self._database.version()
        known = self._known
        if known is not None and known[0] == version:
            return known[1]
        # The version is read first: a change in between is then seen the next time.
        with self._database.reading() as session:
            number = latest_revision(session)
        self._known = None if version is None else (version, number)
        return number


def add_revision(session: Session, author: str, note: str, origin: str | None = None) -> int:
    """Begin the next revision and return its number; `origin` is that of what it changes."""
    number = latest_revision(session) + 1
    made = {"created": datetime.now(UTC), "author": author, "note": note, "origin": origin}
    session.add(RevisionRow(number=number, **made))
    session.flush()
    session.info[_LATEST] = number
    return number


def rows_of(session: Session, query: Select[*tuple[Any, ...]]) -> Iterable[Row[*tuple[Any, ...]]]:
    """The rows of a query of columns, without what only models need; for many rows."""
    return session.connection().execute(query)


def in_force(model: type[Versioned], revision: int | ColumnElement[int]) -> ColumnElement[bool]:
    """The versions that counted at a revision."""
    return (model.since <= revision) & (model.until.is_(None) | (model.until > revision))


def versions_at(
    session: Session, model: type[Versioned], revision: int, *, throughout: bool = False
) -> ColumnElement[bool]:
    """As `in_force`, in the words by which the indexes of current versions are found.

    With `throughout`, for a look at most rows, in words by which they are not: to go through an
    index and to fetch row after row takes ten times as long as to read the table from one end to
    the other.
    """
    if revision != latest_revision(session):
        return in_force(model, revision)
    return func.coalesce(model.until, 0) == 0 if throughout else model.until.is_(None)


def records(session: Session, model: type[Record], revision: int) -> Sequence[Record]:
    """Every record of a table as it was at a revision, by id."""
    return session.scalars(select(model).where(in_force(model, revision)).order_by(model.id)).all()


@dataclass(frozen=True, slots=True)
class Difference:
    """What turns the current records of one origin into those that are wanted."""

    closed: tuple[int, ...]
    """Primary keys of the versions that end."""
    new: Mapping[str, Columns]
    """The versions that begin, by id."""
    changes: Changes


def difference(
    session: Session,
    model: type[Versioned],
    ours: ColumnElement[bool],
    wanted: Mapping[str, Columns],
) -> Difference:
    """What must change so that the current records for which `ours` is true are those wanted."""
    table = model.__table__
    names = list(next(iter(wanted.values()), {}))
    selected = [table.c[name] for name in ("pk", "id", *names)]
    present: dict[str, int] = {}
    same: set[str] = set()
    for pk, key, *values in session.execute(select(*selected).where(model.until.is_(None), ours)):
        present[key] = pk
        if key in wanted and values == [wanted[key][name] for name in names]:
            same.add(key)
    closed = tuple(pk for key, pk in present.items() if key not in same)
    new = {key: columns for key, columns in wanted.items() if key not in same}
    edited = sum(1 for key in new if key in present)
    return Difference(closed, new, Changes(len(new) - edited, edited, len(closed) - edited))


def apply(
    session: Session, model: type[Versioned], found: Difference, origin: str, revision: int
) -> None:
    """Carry a difference out, by new versions alone."""
    # The old versions must be closed before the new ones arrive: only one may be current.
    close(session, model, found.closed, revision)
    if found.new:
        versions = [
            {"id": key, "since": revision, "origin": origin, **columns}
            for key, columns in found.new.items()
        ]
        # Through the model, rows would go in one by one, as each leaves other columns empty.
        session.execute(insert(cast("Table", model.__table__)), versions)


def close(session: Session, model: type[Versioned], keys: Sequence[int], revision: int) -> None:
    """End versions, by their primary keys."""
    if keys:
        table = cast("Table", model.__table__)
        ending = update(table).where(table.c.pk == bindparam("closed")).values(until=revision)
        session.execute(ending, [{"closed": pk} for pk in keys])
