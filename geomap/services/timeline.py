"""The whole atlas at once: what the page scrubs through without asking again."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from geomap.domain.answers import Timeline
from geomap.domain.control import known_by
from geomap.domain.histories import Histories
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas
from geomap.errors import NotFound
from geomap.services.derived import territory_of
from geomap.services.standpoints import is_kept, require_derived, resolved
from geomap.storage.atlases import load_atlas
from geomap.storage.derived import load_cells, load_periods, period_of
from geomap.storage.revisions import latest_revision


def timeline(session: Session, standpoint: Standpoint) -> Timeline:
    """Everything as known on a day, at a revision, by a rule.

    Cells are those of every place with a claim, whatever the standpoint, so that two timelines of
    one revision can be laid over each other. Raises as `control_on_day` does.
    """
    number, frame = resolved(session, standpoint)
    atlas = load_atlas(session, number)
    if atlas is None:
        raise NotFound("There is no atlas in the database.")
    if is_kept(session, standpoint, number, frame):
        claims = {claim.id: claim for claim in atlas.claims}
        periods = [period_of(row, claims) for row in load_periods(session)]
    else:
        known = known_by(standpoint.known, atlas.claims)
        periods = list(Histories(atlas.places, known, standpoint.rule).all())
    if number == latest_revision(session):
        require_derived(session, number)
        cells = load_cells(session)
    else:
        everything = Histories(atlas.places, atlas.claims, Standpoint().rule)
        cells, _edges = territory_of(everything, frame)
    return Timeline(
        _as_known(atlas, standpoint.known),
        standpoint,
        number,
        tuple(periods),
        tuple(cells),
    )


def _as_known(atlas: Atlas, known: date | None) -> Atlas:
    """The atlas without the statements that came later."""
    if known is None:
        return atlas
    return replace(
        atlas,
        claims=tuple(claim for claim in atlas.claims if claim.known <= known),
        events=tuple(event for event in atlas.events if event.known <= known),
        figures=tuple(figure for figure in atlas.figures if figure.known <= known),
    )
