"""Revisions, and records that are versioned instead of overwritten."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from geomap.storage.columns import Versioned
from geomap.storage.models import RevisionRow

Row = TypeVar("Row", bound=Versioned)
Columns = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """How many records a replacement touched."""

    added: int = 0
    edited: int = 0
    withdrawn: int = 0

    @property
    def any(self) -> bool:
        """Whether anything changed at all."""
        return bool(self.added or self.edited or self.withdrawn)

    def __add__(self, other: "Changes") -> "Changes":
        return Changes(
            self.added + other.added,
            self.edited + other.edited,
            self.withdrawn + other.withdrawn,
        )


def latest_revision(session: Session) -> int:
    """The number of the newest accepted change; 0 for an empty database."""
    return session.scalar(select(func.max(RevisionRow.number))) or 0


def add_revision(session: Session, author: str, note: str) -> int:
    """Begin the next revision and return its number."""
    number = latest_revision(session) + 1
    session.add(RevisionRow(number=number, created=datetime.now(UTC), author=author, note=note))
    session.flush()
    return number


def in_force(model: type[Versioned], revision: int) -> ColumnElement[bool]:
    """The versions that counted at a revision."""
    return (model.since <= revision) & (model.until.is_(None) | (model.until > revision))


def records(session: Session, model: type[Row], revision: int) -> Sequence[Row]:
    """Every record of a table as it was at a revision, by id."""
    return session.scalars(select(model).where(in_force(model, revision)).order_by(model.id)).all()


def compare(
    session: Session, model: type[Row], origin: str, wanted: Mapping[str, Columns]
) -> tuple[dict[str, Row], Changes]:
    """The current records of one origin, and what `replace` would do to them."""
    current = {
        row.id: row
        for row in session.scalars(
            select(model).where(model.until.is_(None), model.origin == origin)
        )
    }
    added = sum(1 for key in wanted if key not in current)
    withdrawn = sum(1 for key in current if key not in wanted)
    edited = sum(1 for key, row in current.items() if key in wanted and not _same(row, wanted[key]))
    return current, Changes(added, edited, withdrawn)


def replace(
    session: Session, model: type[Row], origin: str, wanted: Mapping[str, Columns], revision: int
) -> None:
    """Make the records of one origin equal to those wanted, by new versions alone."""
    current, _changes = compare(session, model, origin, wanted)
    for key, row in current.items():
        if key not in wanted or not _same(row, wanted[key]):
            row.until = revision
    # The old versions must be closed before the new ones arrive: only one may be current.
    session.flush()
    for key, columns in wanted.items():
        if key not in current or not _same(current[key], columns):
            version = {"id": key, "since": revision, "origin": origin, **columns}
            session.add(model(**version))
    session.flush()


def _same(row: Versioned, columns: Columns) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())
