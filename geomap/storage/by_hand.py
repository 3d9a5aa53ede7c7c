"""What people accepted, edited or withdrew one by one, which a load of the atlas leaves to them.

Every record names its origin, and every revision that of the records it changed:

- `atlas:ID`: read from the folder of the atlas, and replaced by its next load;
- `accepted`: accepted one by one, with the place, source and report where the atlas had none; these
  become the atlas' own when its folder brings them;
- `edited:atlas:ID`: read from the folder first, then edited or withdrawn by hand.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from geomap.storage.columns import Versioned
from geomap.storage.models import (
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    RevisionRow,
    SourceRow,
)

ACCEPTED = "accepted"
_EDITED = "edited:"
STATEMENTS = (ClaimRow, EventRow, FigureRow)
BROUGHT = (PlaceRow, SourceRow, ReportRow)
"""What comes with an accepted statement where the atlas lacks it."""
Wanted = dict[str, dict[str, Any]]


def edited(origin: str) -> str:
    """The origin of a record after somebody has edited it."""
    return _EDITED + origin if origin.startswith("atlas:") else origin


def leave_to_hand(
    session: Session, origin: str, tables: Mapping[type[Versioned], Wanted]
) -> tuple[str, ...]:
    """Take out of what is wanted each statement that was edited or withdrawn by hand.

    Gives the ids of those that now stand otherwise than they are wanted, withdrawn ones included.
    """
    kept: set[str] = set()
    for model in STATEMENTS:
        wanted = tables[model]
        for key, columns in _edited_here(session, model, origin):
            if wanted.pop(key, None) != columns:
                kept.add(key)
        for key in _withdrawn_here(session, model, origin):
            if wanted.pop(key, None) is not None:
                kept.add(key)
    return tuple(sorted(kept))


def replaceable(
    session: Session, model: type[Versioned], origin: str, wanted: Wanted
) -> ColumnElement[bool]:
    """Which current records a load may replace: its own, and what came with statements."""
    ours: ColumnElement[bool] = model.origin == origin
    if model in BROUGHT:
        condition = model.until.is_(None) & (model.origin != origin)
        others = set(session.scalars(select(model.id).where(condition)))
        ours |= model.id.in_(others & wanted.keys())
    return ours


def _edited_here(
    session: Session, model: type[Versioned], origin: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    table = model.__table__
    versioning = Versioned.__annotations__
    names = [column.name for column in table.columns if column.name not in versioning]
    condition = model.until.is_(None) & (model.origin == edited(origin))
    for row in session.execute(select(table).where(condition)).mappings():
        yield row["id"], {name: row[name] for name in names}


def _withdrawn_here(session: Session, model: type[Versioned], origin: str) -> list[str]:
    """The ids whose last version was closed by another hand than a load's."""
    closed = session.execute(
        select(model.id, RevisionRow.origin)
        .join(RevisionRow, RevisionRow.number == model.until)
        .where(model.id.not_in(select(model.id).where(model.until.is_(None))))
        .order_by(model.until)
    )
    last = {row.id: row.origin for row in closed}
    return [key for key, closing in last.items() if closing not in {None, origin}]
