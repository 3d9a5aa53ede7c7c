"""The territories and the fronts of a day."""

from collections.abc import Sequence
from datetime import date

import shapely
from sqlalchemy.orm import Session

from geomap.domain.answers import ControlQuery
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.measures.bands import MeasuredPlace, total
from geomap.domain.measures.series import measures_on
from geomap.domain.standpoint import Standpoint
from geomap.domain.territory.answers import Basis, FrontsAnswer, MeasuredTerritory, TerritoryAnswer
from geomap.domain.territory.cells import Cell
from geomap.domain.territory.dissolving import Territory, territories_of
from geomap.services.control import require_covered
from geomap.services.shapes import KeptShapes
from geomap.services.standpoints import resolved
from geomap.storage.atlases import load_actors


def basis_of(session: Session, standpoint: Standpoint) -> Basis:
    """What an answer rests on. Raises as `resolved` does."""
    revision, frame = resolved(session, standpoint)
    return Basis(frame, standpoint, revision, load_actors(session, revision))


def territory_on_day(
    session: Session, query: ControlQuery, standpoint: Standpoint, kept: KeptShapes
) -> TerritoryAnswer:
    """The land of every actor on a day, and the land that nobody holds.

    Cells are taken whole when they touch the box. Raises as `control_on_day` does.
    """
    basis = basis_of(session, standpoint)
    require_covered(basis.frame, query.day)
    at = basis.revision, basis.frame
    cells = _within(query.box, kept.at(session, *at).cells)
    looks = kept.periods(session, standpoint, *at).looks_on(query.day)
    territories = territories_of(cells, looks)
    measured = kept.measured(session, standpoint, *at)
    return TerritoryAnswer(basis, query, _measured(territories, measured, query.day))


def fronts_on_day(
    session: Session, query: ControlQuery, standpoint: Standpoint, kept: KeptShapes
) -> FrontsAnswer:
    """The borders in the box between cells whose answers differ on a day.

    Raises as `control_on_day` does.
    """
    basis = basis_of(session, standpoint)
    require_covered(basis.frame, query.day)
    shapes = kept.at(session, basis.revision, basis.frame)
    periods = kept.periods(session, standpoint, basis.revision, basis.frame)
    fronts = shapes.borders.fronts(periods, query.day, query.box)
    return FrontsAnswer(basis, query, tuple(fronts))


def _measured(
    territories: Sequence[Territory], measured: Sequence[MeasuredPlace], day: date
) -> tuple[MeasuredTerritory, ...]:
    asked = {place_id for territory in territories for place_id in territory.place_ids}
    within = [place for place in measured if place.place_id in asked]
    holdings = measures_on(within, day).holdings
    extents = {place.place_id: place.extent for place in within}
    return tuple(
        MeasuredTerritory(
            territory,
            total(extents[place_id] for place_id in territory.place_ids),
            holdings[territory.look.holder] if territory.look.holder else None,
        )
        for territory in territories
    )


def _within(box: Bbox, cells: Sequence[Cell]) -> list[Cell]:
    """The cells that have a part in a box."""
    if box == WORLD:
        return list(cells)
    frame = shapely.union_all(
        [shapely.box(part.west, part.south, part.east, part.north) for part in box.parts()]
    )
    shapely.prepare(frame)
    touching = shapely.intersects(frame, [cell.geometry for cell in cells])
    return [cell for cell, touches in zip(cells, touching, strict=True) if touches]
