"""Cells and borders, and the few columns that colour them on a day: read lean, without models."""

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import LargeBinary, TypeCoerce, select, type_coerce
from sqlalchemy.orm import InstrumentedAttribute, Session

from geomap.domain.control import Status, Verdict
from geomap.domain.statements import Figure, Measure
from geomap.domain.territory.cells import Cell
from geomap.domain.territory.fronts import Borders, CellPeriods
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


def load_cell_periods(session: Session) -> CellPeriods:
    """Whose the land of each place is through all days, by the stored control periods."""
    columns = PeriodRow.place_id, PeriodRow.status, PeriodRow.holders, PeriodRow.start
    rows = session.execute(select(*columns, PeriodRow.end))
    return CellPeriods(
        (place_id, _verdict(status, holders), start, end)
        for place_id, status, holders, start, end in rows
    )


def _verdict(status: str, holders: list[str]) -> Verdict:
    return Verdict(Status(status), tuple(holders))


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
