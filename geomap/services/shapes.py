"""What maps of territory are made of, kept because it is large, often needed and never changes."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from shapely import LineString, MultiLineString
from sqlalchemy.orm import Session

from geomap.domain.measures.bands import MeasuredPlace, measured_places
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame
from geomap.domain.territory.cells import Cell, Edge
from geomap.domain.territory.fronts import Borders, CellPeriods
from geomap.services.derived import histories_at, territory_of
from geomap.services.kept import Kept
from geomap.services.standpoints import is_kept, require_derived
from geomap.storage.atlases import load_claims, load_places
from geomap.storage.derived import load_periods, period_of
from geomap.storage.revisions import latest_revision
from geomap.storage.shapes import load_borders, load_cell_periods, load_cells

MOST_REVISIONS = 2
MOST_STANDPOINTS = 2


@dataclass(frozen=True, slots=True)
class Shapes:
    """The cell of each place and the borders between cells; they stand for one revision."""

    cells: list[Cell]
    borders: Borders


class KeptShapes:
    """Shapes by revision, periods and measured places by standpoint: those asked for last."""

    def __init__(self) -> None:
        self._shapes = Kept[int, Shapes](MOST_REVISIONS)
        self._periods = Kept[Standpoint, CellPeriods](MOST_STANDPOINTS)
        self._measured = Kept[Standpoint, list[MeasuredPlace]](MOST_STANDPOINTS)

    def at(self, session: Session, revision: int, frame: Frame) -> Shapes:
        """The shapes of a revision: of every place with a claim, whoever is heard.

        Raises Unavailable while those of the newest revision are being derived.
        """
        return self._shapes.get(revision, lambda: _shapes_at(session, revision, frame))

    def periods(
        self, session: Session, standpoint: Standpoint, revision: int, frame: Frame
    ) -> CellPeriods:
        """Whose the land of each place is through all days, from a standpoint."""
        key = replace(standpoint, revision=revision)
        return self._periods.get(key, lambda: _periods_from(session, key, revision, frame))

    def measured(
        self, session: Session, standpoint: Standpoint, revision: int, frame: Frame
    ) -> list[MeasuredPlace]:
        """Every measured place with its land and its whole history, from a standpoint."""
        key = replace(standpoint, revision=revision)
        cells = self.at(session, revision, frame).cells
        return self._measured.get(key, lambda: _measured_from(session, key, frame, cells))


def _shapes_at(session: Session, revision: int, frame: Frame) -> Shapes:
    if revision == latest_revision(session):
        require_derived(session, revision)
        return Shapes(load_cells(session), load_borders(session))
    cells, edges = territory_of(histories_at(session, revision, None, Rule()), frame)
    return Shapes(cells, _borders(edges))


def _borders(edges: Iterable[Edge]) -> Borders:
    edges = list(edges)
    pairs = [(edge.place_id, edge.neighbour_id) for edge in edges]
    lines = (MultiLineString([LineString(line) for line in edge.lines]) for edge in edges)
    return Borders(pairs, lines)


def _periods_from(
    session: Session, standpoint: Standpoint, revision: int, frame: Frame
) -> CellPeriods:
    if is_kept(session, standpoint, revision, frame):
        return load_cell_periods(session)
    histories = histories_at(session, revision, standpoint.known, standpoint.rule)
    return CellPeriods((one.place_id, one.verdict, one.start, one.end) for one in histories.all())


def _measured_from(
    session: Session, standpoint: Standpoint, frame: Frame, cells: list[Cell]
) -> list[MeasuredPlace]:
    revision = standpoint.revision or latest_revision(session)
    places = load_places(session, revision)
    if is_kept(session, standpoint, revision, frame):
        claims = {claim.id: claim for claim in load_claims(session, revision)}
        return measured_places(
            places, cells, (period_of(row, claims) for row in load_periods(session))
        )
    histories = histories_at(session, revision, standpoint.known, standpoint.rule)
    return measured_places(places, cells, histories.all())
