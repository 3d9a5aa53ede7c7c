"""The whole atlas at once: what the page scrubs through without asking again."""

from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from geomap.domain.answers import Timeline
from geomap.domain.control import known_by
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas
from geomap.errors import NotFound
from geomap.services.control import resolved_revision
from geomap.services.derived import require_current, territory_of
from geomap.storage.atlases import load_atlas
from geomap.storage.derived import load_periods, load_territory, period_of
from geomap.storage.revisions import latest_revision


def timeline(session: Session, known: date | None, revision: int | None, rule: Rule) -> Timeline:
    """Everything as known on a day, at a revision; None means all that is known, and now."""
    number, frame = resolved_revision(session, revision)
    atlas = load_atlas(session, number)
    if atlas is None:
        raise NotFound("There is no atlas in the database.")
    newest = number == latest_revision(session)
    if newest:
        require_current(session, rule)
    if newest and known is None:
        claims = {claim.id: claim for claim in atlas.claims}
        periods = [period_of(row, claims) for row in load_periods(session)]
    else:
        histories = Histories(atlas.places, known_by(known, atlas.claims), rule)
        periods = list(histories.all())
    if newest:
        cells, edges = load_territory(session)
    else:
        cells, edges = territory_of(Histories(atlas.places, atlas.claims, rule), frame)
    return Timeline(
        _as_known(atlas, known), number, known, rule, tuple(periods), tuple(cells), tuple(edges)
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
