"""What the page scrubs through without asking again."""

from sqlalchemy.orm import Session

from geomap.domain.histories import Histories
from geomap.domain.outline import Outline, Outlined
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame, Place
from geomap.domain.territory.cells import Cell
from geomap.services.derived import territory_of
from geomap.services.standpoints import is_kept, require_derived, resolved
from geomap.storage.atlases import load_actors, load_claims, load_places, load_sources
from geomap.storage.derived import load_cells
from geomap.storage.outlines import load_marks, load_outlined
from geomap.storage.revisions import latest_revision


def outline(session: Session, standpoint: Standpoint) -> Outline:
    """Everything that is shown, as known on a day, at a revision, by a rule.

    Cells are those of every place with a claim, whatever the standpoint, so that two outlines of
    one revision can be laid over each other. Raises as `control_on_day` does.
    """
    number, frame = resolved(session, standpoint)
    places = load_places(session, number)
    if is_kept(session, standpoint, number, frame):
        periods = load_outlined(session)
    else:
        claims = load_claims(session, number, known=standpoint.known)
        periods = [
            Outlined(one.place_id, one.start, one.end, one.verdict, one.stale)
            for one in Histories(places, claims, standpoint.rule).all()
        ]
    return Outline(
        frame=frame,
        standpoint=standpoint,
        revision=number,
        actors=tuple(load_actors(session, number).values()),
        sources=tuple(load_sources(session, number).values()),
        places=places,
        periods=periods,
        events=load_marks(session, number, standpoint.known),
        cells=_cells(session, number, frame, places),
    )


def _cells(session: Session, revision: int, frame: Frame, places: list[Place]) -> list[Cell]:
    if revision == latest_revision(session):
        require_derived(session, revision)
        return load_cells(session)
    everything = Histories(places, load_claims(session, revision), Standpoint().rule)
    return territory_of(everything, frame)[0]
