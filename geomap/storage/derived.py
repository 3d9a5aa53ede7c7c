"""Derived tables: control periods and cells, kept beside the truth and rebuilt at will."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

import shapely
from shapely import LineString, MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry
from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from geomap.domain.control import Status, Verdict
from geomap.domain.statements import Claim
from geomap.domain.territory import Cell, Edge
from geomap.domain.timeline import ControlPeriod, Evidence, Span
from geomap.storage.models import CellRow, DerivedRow, EdgeRow, PeriodRow
from geomap.storage.space_time import rebuild_index

CONTROL = "control"
TERRITORY = "territory"


def derived_state(session: Session, name: str) -> tuple[int, Any] | None:
    """The revision and rule that a derived table stands for, or None before the first build."""
    row = session.get(DerivedRow, name)
    return None if row is None else (row.revision, row.rule)


def _set_state(session: Session, name: str, revision: int, rule: Mapping[str, Any]) -> None:
    session.merge(DerivedRow(name=name, revision=revision, rule=dict(rule)))


def store_periods(
    session: Session, periods: Iterable[ControlPeriod], revision: int, rule: Mapping[str, Any]
) -> None:
    """Replace every control period."""
    session.execute(delete(PeriodRow))
    rows = [_period_columns(period) for period in periods]
    if rows:
        session.execute(insert(PeriodRow), rows)
    rebuild_index(session, revision)
    _set_state(session, CONTROL, revision, rule)


def load_periods(session: Session) -> Sequence[PeriodRow]:
    """Every control period, by place and start."""
    return session.scalars(select(PeriodRow).order_by(PeriodRow.place_id, PeriodRow.start)).all()


def store_territory(
    session: Session, shares: tuple[list[Cell], list[Edge]], revision: int, rule: Mapping[str, Any]
) -> None:
    """Replace every cell and every border between cells."""
    cells, edges = shares
    session.execute(delete(EdgeRow))
    session.execute(delete(CellRow))
    session.add_all(
        CellRow(place_id=cell.place_id, geometry=cell.geometry, area_km2=cell.area_km2)
        for cell in cells
    )
    session.add_all(
        EdgeRow(
            place_id=edge.place_id,
            neighbour_id=edge.neighbour_id,
            geometry=MultiLineString([LineString(line) for line in edge.lines]),
        )
        for edge in edges
    )
    session.flush()
    _set_state(session, TERRITORY, revision, rule)


def load_territory(session: Session) -> tuple[list[Cell], list[Edge]]:
    """Every cell by place, and every border between two cells by place and neighbour."""
    cells = session.scalars(select(CellRow).order_by(CellRow.place_id))
    edges = session.scalars(select(EdgeRow).order_by(EdgeRow.place_id, EdgeRow.neighbour_id))
    return (
        [Cell(row.place_id, cast("MultiPolygon", row.geometry), row.area_km2) for row in cells],
        [Edge(row.place_id, row.neighbour_id, _lines(row.geometry)) for row in edges],
    )


def _lines(geometry: BaseGeometry) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple((x, y) for x, y in line.coords) for line in shapely.get_parts(geometry))


def _period_columns(period: ControlPeriod) -> dict[str, Any]:
    return {
        "place_id": period.place_id,
        "start": period.start,
        "end": period.end,
        "status": period.verdict.status.value,
        "holders": list(period.verdict.holders),
        "opposed": period.verdict.opposed,
        "uncertain": period.verdict.uncertain,
        "candidates": list(period.verdict.candidates),
        "stale": [_span_columns(span) for span in period.stale],
        "evidence": [[one.claim.id, *_span_columns(one.span)] for one in period.evidence],
    }


def _span_columns(span: Span) -> list[str | None]:
    return [span.start.isoformat(), span.end.isoformat() if span.end else None]


def _span(start: str, end: str | None) -> Span:
    return Span(date.fromisoformat(start), date.fromisoformat(end) if end else None)


def period_of(row: PeriodRow, claims: Mapping[str, Claim]) -> ControlPeriod:
    """A control period with its claims."""
    verdict = Verdict(
        Status(row.status),
        tuple(row.holders),
        opposed=row.opposed,
        uncertain=row.uncertain,
        candidates=tuple(row.candidates),
    )
    evidence = tuple(
        Evidence(claims[claim_id], _span(start, end)) for claim_id, start, end in row.evidence
    )
    stale = tuple(_span(start, end) for start, end in row.stale)
    return ControlPeriod(row.place_id, row.start, row.end, verdict, stale, evidence)
