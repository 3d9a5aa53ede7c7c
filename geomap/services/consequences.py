"""What would change on the map if a statement were accepted; nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from geomap.domain.areas import is_area
from geomap.domain.control import UNKNOWN, Verdict
from geomap.domain.histories import Histories
from geomap.domain.statements import Claim, Place, Statement
from geomap.domain.timeline import ControlPeriod
from geomap.services.meanings import Meaning, meanings_of
from geomap.services.statements import check_statement
from geomap.services.writing import KINDS, Writing, change_for, read
from geomap.storage.atlases import load_areas, load_claims, load_frame, load_places
from geomap.storage.revisions import latest_revision
from geomap.storage.statements import current_place, current_statement

MOST_PLACES = 200
"""Of an area; the others change alike."""


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """The answer for one place on the day, as it is and as it would be."""

    place: Place
    fresh: bool
    """Whether the atlas does not have the place yet."""
    before: Verdict
    after: Verdict
    periods: tuple[ControlPeriod, ...]
    """The whole history of the place as it would be."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """What a statement would bring about, at a revision."""

    revision: int
    day: date
    place: Place | None
    changes: tuple[PlaceChange, ...]
    """Places whose history would be another; none for events and figures."""
    meanings: tuple[Meaning, ...]
    """What a correction would teach."""


def consequences(
    session: Session,
    kind: str,
    document: Mapping[str, Any],
    proposed: Mapping[str, Any],
    writing: Writing,
) -> Consequences:
    """What accepting a statement would change, `proposed` as it was before it was corrected.

    Raises InvalidStatement for what could not be accepted, NotFound while there is no atlas.
    """
    statement = read(session, KINDS[kind], {**document, "id": proposed["id"]})
    key = statement.place_id
    place = (current_place(session, key) or writing.find_place(key)) if key else None
    check_statement(session, statement, change_for(session, statement, writing).place)
    revision = latest_revision(session)
    changes: tuple[PlaceChange, ...] = ()
    day = _day_of(session, statement)
    if isinstance(statement, Claim) and place is not None:
        changes = tuple(_changes(session, statement, place, day, writing))
    taught = tuple(meanings_of(session, statement, proposed, writing))
    return Consequences(revision, day, place, changes, taught)


def _day_of(session: Session, statement: Statement) -> date:
    """The day on which the change has certainly come, within the atlas."""
    frame = load_frame(session, latest_revision(session))
    day = statement.when.settled
    if frame is None or frame.covers(day):
        return day
    return frame.start if day < frame.start else date.fromordinal(frame.end.toordinal() - 1)


def _changes(
    session: Session, claim: Claim, place: Place, day: date, writing: Writing
) -> list[PlaceChange]:
    revision = latest_revision(session)
    within = load_places(session, revision, place)[:MOST_PLACES] if is_area(place) else []
    places = {one.id: one for one in (place, *within)}
    areas = load_areas(session, revision)
    keys = {*places, *(area.id for area in areas)}
    claims = [one for one in load_claims(session, revision, list(keys)) if one.id != claim.id]
    standing = current_statement(session, Claim, claim.id)
    now = claims if standing is None else [*claims, standing.statement]
    before = Histories(
        places.values(), [c for c in now if isinstance(c, Claim)], writing.rule, areas
    )
    after = Histories(places.values(), [*claims, claim], writing.rule, areas)
    changed = []
    for one in places.values():
        old, new = before.of(one), after.of(one)
        if old != new:
            fresh = current_place(session, one.id) is None
            verdicts = _verdict(old, day), _verdict(new, day)
            changed.append(PlaceChange(one, fresh, *verdicts, tuple(new)))
    return changed


def _verdict(periods: list[ControlPeriod], day: date) -> Verdict:
    for period in periods:
        if period.start <= day and (period.end is None or day < period.end):
            return period.verdict
    return UNKNOWN
