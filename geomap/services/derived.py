"""Keep control periods and cells in step with the truth that they are derived from."""

from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from sqlalchemy.orm import Session

from geomap.domain.areas import is_area
from geomap.domain.bbox import WORLD, box_around
from geomap.domain.histories import Histories, owners_of_cells
from geomap.domain.rule import Rule, derivation_document
from geomap.domain.statements import Frame, Place
from geomap.domain.territory.cells import Cell, Edge, cells_among, cells_of, touched_by
from geomap.errors import Unavailable
from geomap.imports.land import land_of
from geomap.storage.atlases import (
    claimed_places,
    load_areas,
    load_claims,
    load_frame,
    load_places,
)
from geomap.storage.derived import (
    CONTROL,
    TERRITORY,
    derived_state,
    replace_periods,
    replace_territory,
    set_derived_state,
    store_periods,
    store_territory,
)
from geomap.storage.revisions import latest_revision
from geomap.storage.selection import MOST_IDS, Selection

LAND = Path(__file__).parent.parent / "static" / "vendor" / "world-atlas" / "countries-10m.json"
FELT_REACHES = 7.0
"""So many reaches away lie all places that `touched_by` must be given."""


def is_current(session: Session, rule: Rule) -> bool:
    """Whether the derived tables stand for the newest revision and for this rule."""
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return True
    wanted = (revision, derivation_document(rule, frame.reach))
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
    document = derivation_document(rule, frame.reach)
    histories = histories_at(session, revision, None, rule)
    store_periods(session, histories.all(), revision, document)
    store_territory(session, territory_of(histories, frame), revision, document)


def follow(session: Session, touched: Collection[Place], rule: Rule) -> None:
    """Derive anew what the newest revision touches, with the result that `rebuild` would give.

    `touched` are the places and areas on which that revision made, changed or ended claims, as
    they are or, where they are gone, as they were; it changed nothing else that answers follow
    from. Raises as `rebuild` does.
    """
    revision = latest_revision(session)
    frame = load_frame(session, revision)
    if frame is None:
        return
    document = derivation_document(rule, frame.reach)
    before = (revision - 1, document)
    if any(derived_state(session, name) != before for name in (CONTROL, TERRITORY)):
        rebuild(session, rule)
        return
    if touched:
        affected = _affected(session, touched, revision)
        if len(affected) > MOST_IDS:
            rebuild(session, rule)
            return
        histories = histories_at(session, revision, None, rule, affected.keys())
        replace_periods(session, affected.keys(), histories.all(), revision)
        _follow_cells(session, affected, revision, frame)
    for name in (CONTROL, TERRITORY):
        set_derived_state(session, name, revision, document)


def _affected(session: Session, touched: Collection[Place], revision: int) -> dict[str, Place]:
    """The touched places, and all that lie in a touched area, by id."""
    affected = {place.id: place for place in touched}
    for area in filter(is_area, touched):
        affected |= {place.id: place for place in load_places(session, revision, area)}
    return affected


def _follow_cells(
    session: Session, affected: Mapping[str, Place], revision: int, frame: Frame
) -> None:
    """Share the land out anew around places that gained their first claim or lost their last."""
    owners = [
        {place.id for place in _owners(session, number, affected.keys())}
        for number in (revision - 1, revision)
    ]
    changed = [place for key, place in affected.items() if (key in owners[0]) != (key in owners[1])]
    if not changed:
        return
    land, reach = land_of(LAND, frame.countries), frame.reach
    points = [(place.longitude, place.latitude) for place in changed]
    box = box_around(points, FELT_REACHES * reach.greatest_km)
    now = _owners(session, revision, box)
    around = touched_by(changed, now, land, reach)
    replace_territory(session, around, cells_among(around, now, land, reach))


def _owners(session: Session, revision: int, where: Selection) -> list[Place]:
    areas = load_areas(session, revision)
    claimed = claimed_places(session, revision, where)
    claimed |= claimed_places(session, revision, [area.id for area in areas])
    return owners_of_cells(load_places(session, revision, where), claimed, areas)


def histories_at(
    session: Session, revision: int, known: date | None, rule: Rule, where: Selection = WORLD
) -> Histories:
    """The histories of the places that are asked for at a revision, as known on a day."""
    places = load_places(session, revision, where)
    claims = load_claims(session, revision, where, known)
    if where == WORLD:
        return Histories(places, claims, rule)
    areas = load_areas(session, revision)
    asked = {place.id for place in places}
    around = [area.id for area in areas if area.id not in asked]
    claims += load_claims(session, revision, around, known)
    return Histories(places, claims, rule, areas)


def territory_of(histories: Histories, frame: Frame) -> tuple[list[Cell], list[Edge]]:
    """Share the land out among the places that have a history."""
    return cells_of(histories.with_cells(), land_of(LAND, frame.countries), frame.reach)
