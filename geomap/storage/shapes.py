"""Cells and borders, and the few columns that colour them on a day: read lean, without models."""

from datetime import date

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import LargeBinary, Row, TypeCoerce, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from geomap.domain.control import Status, Verdict
from geomap.domain.fronts import Borders, CellAnswer
from geomap.domain.statements import Figure, Measure
from geomap.domain.territory import Cell
from geomap.storage.atlases import load_sources
from geomap.storage.models import CellRow, EdgeRow, FigureRow, PeriodRow
from geomap.storage.records import figure_of
from geomap.storage.revisions import in_force


def load_cells(session: Session) -> list[Cell]:
    """Every cell, by place."""
    query = select(CellRow.place_id, _binary(CellRow.geometry), CellRow.area_km2)
    rows = session.execute(query.order_by(CellRow.place_id)).all()
    geometries = shapely.from_wkb([row[1] for row in rows])
    return [
        Cell(place_id, geometry, area_km2)
        for (place_id, _wkb, area_km2), geometry in zip(rows, geometries, strict=True)
    ]


def load_borders(session: Session) -> Borders:
    """Every border between two cells, by place and neighbour."""
    query = select(EdgeRow.place_id, EdgeRow.neighbour_id, _binary(EdgeRow.geometry))
    rows = session.execute(query.order_by(EdgeRow.place_id, EdgeRow.neighbour_id)).all()
    geometries = shapely.from_wkb([row[2] for row in rows])
    return Borders([(row[0], row[1]) for row in rows], geometries)


def cell_answers_on(session: Session, day: date) -> dict[str, CellAnswer]:
    """Whose the land of each place is on a day, by the stored periods."""
    query = select(PeriodRow.place_id, PeriodRow.status, PeriodRow.holders, PeriodRow.start)
    during = (PeriodRow.start <= day) & (PeriodRow.end.is_(None) | (PeriodRow.end > day))
    return {row.place_id: _answer(row) for row in session.execute(query.where(during))}


def _answer(row: Row[tuple[str, str, list[str], date]]) -> CellAnswer:
    return CellAnswer.of(Verdict(Status(row.status), tuple(row.holders)), row.start)


def territory_figures(session: Session, revision: int) -> list[Figure]:
    """Every figure on territory at a revision, by id."""
    sources = load_sources(session, revision)
    query = select(FigureRow).where(
        in_force(FigureRow, revision), FigureRow.measure == Measure.TERRITORY.value
    )
    return [figure_of(row, sources) for row in session.scalars(query.order_by(FigureRow.id))]


def _binary(column: InstrumentedAttribute[BaseGeometry]) -> TypeCoerce[bytes]:
    """The stored bytes as they are, so that all are decoded at once."""
    return type_coerce(column, LargeBinary)
