"""Keep control periods and cells in step with the truth that they are derived from."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from geomap.domain.control import Rule, rule_document
from geomap.domain.statements import Frame
from geomap.domain.territory import Cell, Edge, cells_of
from geomap.domain.timeline import periods_of
from geomap.imports.land import land_of
from geomap.storage.atlases import by_place, load_claims, load_frame, load_places
from geomap.storage.derived import CONTROL, TERRITORY, derived_state, store_periods, store_territory
from geomap.storage.revisions import latest_revision

LAND = Path(__file__).parent.parent / "static" / "vendor" / "world-atlas" / "countries-10m.json"


def is_current(session: Session, rule: Rule) -> bool:
    """Whether the derived tables stand for the newest revision and for this rule."""
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return True
    wanted = (revision, rule_document(rule, frame.reach_km))
    return all(derived_state(session, name) == wanted for name in (CONTROL, TERRITORY))


def rebuild(session: Session, rule: Rule) -> None:
    """Derive everything anew from the statements of the newest revision.

    Raises InvalidInput when two places of the atlas stand on one point.
    """
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return
    document = rule_document(rule, frame.reach_km)
    _rebuild_control(session, revision, rule, document)
    store_territory(session, territory_at(session, revision, frame), revision, document)


def _rebuild_control(
    session: Session, revision: int, rule: Rule, document: Mapping[str, Any]
) -> None:
    claims = by_place(load_claims(session, revision))
    periods = (
        period
        for place_id, of_place in claims.items()
        for period in periods_of(place_id, of_place, rule)
    )
    store_periods(session, periods, revision, document)


def territory_at(session: Session, revision: int, frame: Frame) -> tuple[list[Cell], list[Edge]]:
    """Share the land out among the places that had a claim at a revision."""
    claimed = by_place(load_claims(session, revision))
    places = [place for place in load_places(session, revision) if place.id in claimed]
    return cells_of(places, land_of(LAND, frame.countries), frame.reach_km)
