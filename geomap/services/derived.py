"""Keep control periods and cells in step with the truth that they are derived from."""

from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from geomap.domain.control import known_by
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule, rule_document
from geomap.domain.statements import Frame
from geomap.domain.territory import Cell, Edge, cells_of
from geomap.errors import Unavailable
from geomap.imports.land import land_of
from geomap.storage.atlases import load_claims, load_frame, load_places
from geomap.storage.derived import CONTROL, TERRITORY, derived_state, store_periods, store_territory
from geomap.storage.revisions import latest_revision

LAND = Path(__file__).parent.parent / "static" / "vendor" / "world-atlas" / "countries-10m.json"


def is_current(session: Session, rule: Rule) -> bool:
    """Whether the derived tables stand for the newest revision and for this rule."""
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return True
    wanted = (revision, rule_document(rule, frame.reach))
    return all(derived_state(session, name) == wanted for name in (CONTROL, TERRITORY))


def require_current(session: Session, rule: Rule) -> None:
    """Raise Unavailable while the derived tables stand for an older revision or another rule."""
    if not is_current(session, rule):
        raise Unavailable("The answers are being derived anew; ask again in a moment.")


def rebuild(session: Session, rule: Rule) -> None:
    """Derive everything anew from the statements of the newest revision.

    Raises InvalidInput when two places of the atlas stand on one point.
    """
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return
    document = rule_document(rule, frame.reach)
    histories = histories_at(session, revision, None, rule)
    store_periods(session, histories.all(), revision, document)
    store_territory(session, territory_of(histories, frame), revision, document)


def histories_at(session: Session, revision: int, known: date | None, rule: Rule) -> Histories:
    """The histories of every place at a revision, as known on a day."""
    claims = known_by(known, load_claims(session, revision))
    return Histories(load_places(session, revision), claims, rule)


def territory_of(histories: Histories, frame: Frame) -> tuple[list[Cell], list[Edge]]:
    """Share the land out among the places that have a history."""
    return cells_of(histories.with_cells(), land_of(LAND, frame.countries), frame.reach)
