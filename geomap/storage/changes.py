"""What revisions did to statements, found by the versions that they began and ended."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session, aliased

from geomap.domain.changes import Mark, Revision, StatementChange
from geomap.domain.statements import Claim, Event, Figure, Source
from geomap.storage import records as columns
from geomap.storage.models import ClaimRow, EventRow, FigureRow, RevisionRow, SourceRow
from geomap.storage.revisions import rows_of, versions_at
from geomap.storage.selection import portions

_Row = ClaimRow | EventRow | FigureRow
_Rows = type[ClaimRow] | type[EventRow] | type[FigureRow]
_TABLES: tuple[_Rows, ...] = (ClaimRow, EventRow, FigureRow)
_PHASES = 2


def began(session: Session) -> datetime | None:
    """When the first revision was made; None for an empty database."""
    return session.scalar(select(func.min(RevisionRow.created)))


def changes_after(session: Session, after: Mark, most: int) -> list[StatementChange]:
    """The changes after a mark in their order, `most` at most.

    A revision comes table by table, first what it put in place and then what it took back.
    """
    marks = sorted(
        mark
        for group in range(_PHASES * len(_TABLES))
        for mark in _marks(session, group, after, most)
    )[:most]
    revisions = revisions_of(session, {mark.revision for mark in marks})
    sources = _sources(session)
    found: dict[Mark, StatementChange] = {}
    for number, model in enumerate(_TABLES):
        ours = [mark for mark in marks if mark.group // _PHASES == number]
        for mark, before, after_it in _versions(session, model, ours, sources):
            found[mark] = StatementChange(mark, revisions[mark.revision], before, after_it)
    return [found[mark] for mark in marks]


def _marks(session: Session, group: int, after: Mark, most: int) -> Iterator[Mark]:
    model, ends = _TABLES[group // _PHASES], group % _PHASES
    rows = session.execute(_query(model, group, after, ends=bool(ends)).limit(most))
    return (Mark(revision, group, row) for revision, row in rows)


def _query(model: _Rows, group: int, after: Mark, *, ends: bool) -> Select[*tuple[int, int]]:
    column = cast("ColumnElement[int]", model.until if ends else model.since)
    condition = column > after.revision
    if group == after.group:
        condition |= (column == after.revision) & (model.pk > after.row)
    elif group > after.group:
        condition = column >= after.revision
    query = select(column, model.pk).where(condition).order_by(column, model.pk)
    if not ends:
        return query
    # What a revision ended and began anew is an edit, told with the new version.
    successor = aliased(model)
    follows = (successor.id == model.id) & (successor.since == model.until)
    return query.where(~select(successor.pk).where(follows).exists())


def _versions(
    session: Session, model: _Rows, marks: Sequence[Mark], sources: Mapping[str, Source]
) -> Iterator[tuple[Mark, Any, Any]]:
    rows = {row.pk: row for row in _rows(session, model, {mark.row for mark in marks})}
    ended = _predecessors(session, model, [rows[mark.row] for mark in marks])
    for mark in marks:
        row = rows[mark.row]
        statement = _statement(row, sources)
        if mark.group % _PHASES:
            yield mark, statement, None
        else:
            before = ended.get((row.id, row.since))
            yield mark, _statement(before, sources) if before else None, statement


def _rows(session: Session, model: _Rows, keys: Collection[int]) -> list[_Row]:
    wanted = sorted(keys)
    found: list[_Row] = []
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        found += cast("list[_Row]", session.scalars(select(model).where(model.pk.in_(part))).all())
    return found


def _predecessors(
    session: Session, model: _Rows, rows: Sequence[_Row]
) -> dict[tuple[str, int | None], _Row]:
    """The versions that ended where these began, by id and revision."""
    found: dict[tuple[str, int | None], _Row] = {}
    revisions = {row.since for row in rows}
    for part in portions({row.id for row in rows}):
        query = select(model).where(model.id.in_(part), model.until.in_(revisions))
        for row in cast("list[_Row]", session.scalars(query).all()):
            found[row.id, row.until] = row
    return found


def _statement(row: _Row, sources: Mapping[str, Source]) -> Claim | Event | Figure:
    if isinstance(row, ClaimRow):
        return next(columns.claims_of([[getattr(row, one.key) for one in columns.CLAIM]], sources))
    if isinstance(row, EventRow):
        return columns.event_of(row, sources)
    return columns.figure_of(row, sources)


def revisions_of(session: Session, numbers: Collection[int]) -> dict[int, Revision]:
    """Who made these revisions, when and why, by number."""
    query = select(RevisionRow).where(RevisionRow.number.in_(sorted(numbers)))
    return {
        row.number: Revision(row.number, row.created, row.author, row.note)
        for row in session.scalars(query)
    }


def claims_accepted(
    session: Session, revision: int, ids: Collection[str] | None = None
) -> dict[str, int]:
    """The revision that made each claim, or each of some, what it was at a revision, by id."""
    query = select(ClaimRow.id, ClaimRow.since).where(versions_at(session, ClaimRow, revision))
    asked = [query] if ids is None else [query.where(ClaimRow.id.in_(one)) for one in portions(ids)]
    return {row.id: row.since for one in asked for row in rows_of(session, one)}


def _sources(session: Session) -> dict[str, Source]:
    """Every source that there ever was, as it was last; old statements may name one that went."""
    rows = session.scalars(select(SourceRow).order_by(SourceRow.since))
    return {row.id: columns.source_of(row) for row in rows}
