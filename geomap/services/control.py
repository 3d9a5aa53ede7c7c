"""Who holds what on a day, as known on a day, at a revision."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from geomap.domain.answers import ControlAnswer, ControlQuery, PlaceControl
from geomap.domain.control import UNKNOWN, Control
from geomap.domain.rule import Rule
from geomap.domain.statements import Frame, Place
from geomap.domain.timeline import ControlPeriod, period_on
from geomap.errors import InvalidParameter, NotFound
from geomap.services.derived import histories_at, require_current
from geomap.storage.atlases import (
    load_claims,
    load_frame,
    load_places,
    load_sources,
)
from geomap.storage.derived import period_of
from geomap.storage.revisions import latest_revision
from geomap.storage.space_time import periods_on


def resolved_revision(session: Session, revision: int | None) -> tuple[int, Frame]:
    """The revision to answer from, and what the atlas covered then.

    Raises InvalidParameter for a revision that does not exist, NotFound for an empty database.
    """
    latest = latest_revision(session)
    if revision is not None and not 1 <= revision <= latest:
        raise InvalidParameter("revision", f"{revision} is none; revisions go from 1 to {latest}.")
    number = latest if revision is None else revision
    frame = load_frame(session, number)
    if frame is None:
        raise NotFound("There is no atlas in the database; load one with geomap load FOLDER.")
    return number, frame


def control_on_day(session: Session, query: ControlQuery, rule: Rule) -> ControlAnswer:
    """Judge every place of the atlas in the box on one day.

    Raises InvalidParameter for a day outside the atlas.
    """
    revision, frame = resolved_revision(session, query.revision)
    if not frame.covers(query.day):
        raise InvalidParameter(
            "date",
            f"{query.day} lies outside the atlas, which covers {frame.start} up to, but not"
            f" including, {frame.end}.",
        )
    places = [
        place
        for place in load_places(session, revision)
        if query.box.contains(place.longitude, place.latitude)
    ]
    if query.known is None and revision == latest_revision(session):
        periods = _stored(session, query, revision, rule)
    else:
        histories = histories_at(session, revision, query.known, rule)
        periods = {place.id: period_on(histories.of(place), query.day) for place in places}
    answers = tuple(_answer(place, periods.get(place.id), query.day) for place in places)
    return ControlAnswer(frame, query, revision, rule, answers, load_sources(session, revision))


def _stored(
    session: Session, query: ControlQuery, revision: int, rule: Rule
) -> Mapping[str, ControlPeriod | None]:
    require_current(session, rule)
    claims = {claim.id: claim for claim in load_claims(session, revision)}
    rows = periods_on(session, query.day, query.box, revision)
    return {row.place_id: period_of(row, claims) for row in rows}


def _answer(place: Place, period: ControlPeriod | None, day: date) -> PlaceControl:
    control = Control(UNKNOWN) if period is None else period.on(day)
    return PlaceControl(place, control, period)
