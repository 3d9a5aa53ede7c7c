"""Derived tables: control periods and cells, kept beside the truth and rebuilt at will."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any, cast

import shapely
from shapely import LineString, MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry
from sqlalchemy import Row, Table, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from geomap.domain.control import Status, Verdict
from geomap.domain.statements import Claim
from geomap.domain.territory.cells import Cell, Edge, length_km
from geomap.domain.territory.fronts import Look
from geomap.domain.timeline import ControlPeriod, Evidence, Span
from geomap.storage.database import remembered
from geomap.storage.models import CellRow, DerivedRow, EdgeRow, PeriodRow
from geomap.storage.selection import portions
from geomap.storage.space_time import add_to_index, drop_from_index, rebuild_index

CONTROL = "control"
TERRITORY = "territory"
_BATCH = 10_000


def derived_state(session: Session, name: str) -> tuple[int, Any] | None:
    """The revision and rule that a derived table stands for, or None before the first build."""
    known = remembered(session)
    if (DerivedRow, name) not in known:
        query = select(DerivedRow.revision, DerivedRow.rule).where(DerivedRow.name == name)
        row = session.execute(query).first()
        known[DerivedRow, name] = None if row is None else (row.revision, row.rule)
    state: tuple[int, Any] | None = known[DerivedRow, name]
    return state


def set_derived_state(session: Session, name: str, revision: int, rule: Mapping[str, Any]) -> None:
    """Say what a derived table stands for from now on."""
    session.merge(DerivedRow(name=name, revision=revision, rule=dict(rule)))
    session.flush()


def store_periods(
    session: Session, periods: Iterable[ControlPeriod], revision: int, rule: Mapping[str, Any]
) -> None:
    """Replace every control period."""
    session.execute(delete(PeriodRow))
    _insert_periods(session, periods)
    rebuild_index(session, revision)
    set_derived_state(session, CONTROL, revision, rule)


def replace_periods(
    session: Session, place_ids: Collection[str], periods: Iterable[ControlPeriod], revision: int
) -> None:
    """Replace the control periods of some places, and where they stand in the index."""
    for portion in portions(place_ids):
        theirs = PeriodRow.place_id.in_(portion)
        drop_from_index(session, theirs)
        session.execute(delete(PeriodRow).where(theirs))
    _insert_periods(session, periods)
    for portion in portions(place_ids):
        add_to_index(session, revision, PeriodRow.place_id.in_(portion))


def _insert_periods(session: Session, periods: Iterable[ControlPeriod]) -> None:
    rows = map(_period_columns, periods)
    while batch := list(islice(rows, _BATCH)):
        session.execute(insert(cast("Table", PeriodRow.__table__)), batch)


def load_periods(session: Session) -> Sequence[PeriodRow]:
    """Every control period, by place and start."""
    return session.scalars(select(PeriodRow).order_by(PeriodRow.place_id, PeriodRow.start)).all()


def load_periods_of(session: Session, *place_ids: str) -> Sequence[PeriodRow]:
    """The control periods of some places, by place and start."""
    theirs = select(PeriodRow).where(PeriodRow.place_id.in_(place_ids))
    return session.scalars(theirs.order_by(PeriodRow.place_id, PeriodRow.start)).all()


def store_territory(
    session: Session, shares: tuple[list[Cell], list[Edge]], revision: int, rule: Mapping[str, Any]
) -> None:
    """Replace every cell and every border between cells."""
    session.execute(delete(EdgeRow))
    session.execute(delete(CellRow))
    _insert_territory(session, shares)
    set_derived_state(session, TERRITORY, revision, rule)


def replace_territory(
    session: Session, place_ids: Collection[str], shares: tuple[list[Cell], list[Edge]]
) -> None:
    """Replace the cells of some places, and the borders between two of them."""
    within = frozenset(place_ids)
    for portion in portions(within):
        session.execute(delete(CellRow).where(CellRow.place_id.in_(portion)))
        pairs = select(EdgeRow.place_id, EdgeRow.neighbour_id).where(EdgeRow.place_id.in_(portion))
        inner = [pair for pair in session.execute(pairs) if pair.neighbour_id in within]
        _delete_edges(session, inner)
    _insert_territory(session, shares)


def _delete_edges(session: Session, pairs: Sequence[Row[str, str]]) -> None:
    if pairs:
        edge = (EdgeRow.place_id == bindparam("first")) & (
            EdgeRow.neighbour_id == bindparam("second")
        )
        session.connection().execute(
            delete(EdgeRow).where(edge), [{"first": one, "second": other} for one, other in pairs]
        )


def _insert_territory(session: Session, shares: tuple[list[Cell], list[Edge]]) -> None:
    cells, edges = shares
    if cells:
        session.execute(
            insert(CellRow),
            [
                {"place_id": one.place_id, "geometry": one.geometry, "area_km2": one.area_km2}
                | _bounds(one.geometry)
                for one in cells
            ],
        )
    if edges:
        session.execute(insert(EdgeRow), [_edge_columns(edge) for edge in edges])


def _edge_columns(edge: Edge) -> dict[str, Any]:
    lines = MultiLineString([LineString(line) for line in edge.lines])
    pair = {"place_id": edge.place_id, "neighbour_id": edge.neighbour_id, "geometry": lines}
    return pair | _bounds(lines) | {"length_km": length_km(lines)}


def _bounds(geometry: BaseGeometry) -> dict[str, float]:
    return dict(zip(("west", "south", "east", "north"), geometry.bounds, strict=True))


def load_territory(session: Session) -> tuple[list[Cell], list[Edge]]:
    """Every cell by place, and every border between two cells by place and neighbour."""
    edges = session.scalars(select(EdgeRow).order_by(EdgeRow.place_id, EdgeRow.neighbour_id))
    return (
        load_cells(session),
        [Edge(row.place_id, row.neighbour_id, _lines(row.geometry)) for row in edges],
    )


def load_cells(session: Session) -> list[Cell]:
    """Every cell, by place."""
    columns = select(CellRow.place_id, CellRow.geometry, CellRow.area_km2)
    return [
        Cell(place_id, cast("MultiPolygon", geometry), area_km2)
        for place_id, geometry, area_km2 in session.execute(columns.order_by(CellRow.place_id))
    ]


def _lines(geometry: BaseGeometry) -> tuple[tuple[tuple[float, float], ...], ...]:
    return tuple(tuple((x, y) for x, y in line.coords) for line in shapely.get_parts(geometry))


def _period_columns(period: ControlPeriod) -> dict[str, Any]:
    return {
        "place_id": period.place_id,
        "start": period.start,
        "end": period.end,
        "status": period.verdict.status.value,
        "holders": list(period.verdict.holders),
        "holder": period.verdict.holder,
        "look": Look.of(period.verdict).id,
        "opposed": period.verdict.opposed,
        "uncertain": period.verdict.uncertain,
        "candidates": list(period.verdict.candidates),
        "stale": [_span_columns(span) for span in period.stale],
        "evidence": [[one.claim.id, *_span_columns(one.span)] for one in period.evidence],
    }


def _span_columns(span: Span) -> list[str | None]:
    return [span.start.isoformat(), span.end.isoformat() if span.end else None]


def span_of(start: str, end: str | None) -> Span:
    """Days as they are stored: ISO days, the last exclusive, None while it lasts."""
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
        Evidence(claims[claim_id], span_of(start, end)) for claim_id, start, end in row.evidence
    )
    stale = tuple(span_of(start, end) for start, end in row.stale)
    return ControlPeriod(row.place_id, row.start, row.end, verdict, stale, evidence)
