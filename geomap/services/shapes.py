"""The shapes of a revision, kept because they are large, often needed and never change."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from shapely import LineString, MultiLineString
from sqlalchemy.orm import Session

from geomap.domain.fronts import Borders
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule
from geomap.domain.statements import Frame
from geomap.domain.territory import Cell, Edge
from geomap.services.derived import histories_at, territory_of
from geomap.services.standpoints import require_derived
from geomap.storage.revisions import latest_revision
from geomap.storage.shapes import load_borders, load_cells

MOST_KEPT = 2


@dataclass(frozen=True, slots=True)
class Shapes:
    """The cell of each place and the borders between cells; they stand for one revision."""

    cells: list[Cell]
    borders: Borders


class KeptShapes:
    """The shapes of the revisions that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Shapes] = OrderedDict()
        self._lock = Lock()

    def at(self, session: Session, revision: int, frame: Frame) -> Shapes:
        """The shapes of a revision: of every place with a claim, whoever is heard.

        Raises Unavailable while those of the newest revision are being derived.
        """
        with self._lock:
            shapes = self._kept.get(revision)
            if shapes is not None:
                self._kept.move_to_end(revision)
                return shapes
        shapes = _shapes_at(session, revision, frame)
        with self._lock:
            self._kept[revision] = shapes
            if len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        return shapes


def _shapes_at(session: Session, revision: int, frame: Frame) -> Shapes:
    if revision == latest_revision(session):
        require_derived(session, revision)
        return Shapes(load_cells(session), load_borders(session))
    everything: Histories = histories_at(session, revision, None, Rule())
    cells, edges = territory_of(everything, frame)
    return Shapes(cells, _borders(edges))


def _borders(edges: list[Edge]) -> Borders:
    pairs = [(edge.place_id, edge.neighbour_id) for edge in edges]
    lines = (MultiLineString([LineString(line) for line in edge.lines]) for edge in edges)
    return Borders(pairs, lines)
