"""Who holds what on a day, as known on a day, at a revision, by a rule."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy.orm import Session

from geomap.domain.answers import ControlAnswer, ControlQuery, PlaceControl
from geomap.domain.control import UNKNOWN, Control
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Frame, Place
from geomap.domain.timeline import ControlPeriod
from geomap.errors import InvalidParameter
from geomap.services.derived import histories_at
from geomap.services.standpoints import is_kept, resolved
from geomap.storage.atlases import load_places, load_sources
from geomap.storage.standing import periods_standing_on


def control_on_day(session: Session, query: ControlQuery, standpoint: Standpoint) -> ControlAnswer:
    """Judge every place of the atlas in the box on one day.

    Raises InvalidParameter for a day outside the atlas, and for a revision or a source that does
    not exist.
    """
    revision, frame = resolved(session, standpoint)
    require_covered(frame, query.day)
    places = load_places(session, revision, query.box)
    if is_kept(session, standpoint, revision, frame):
        periods: Mapping[str, ControlPeriod | None] = periods_standing_on(
            session, query.day, query.box, revision
        )
    else:
        histories = histories_at(session, revision, standpoint.known, standpoint.rule, query.box)
        periods = {place.id: histories.on(place, query.day) for place in places}
    answers = tuple(_answer(place, periods.get(place.id), query.day) for place in places)
    sources = load_sources(session, revision)
    return ControlAnswer(frame, query, standpoint, revision, answers, sources)


def require_covered(frame: Frame, day: date) -> None:
    """Raise InvalidParameter for a day outside the atlas."""
    if not frame.covers(day):
        raise InvalidParameter(
            "date",
            f"{day} lies outside the atlas, which covers {frame.start} up to, but not"
            f" including, {frame.end}.",
        )


def _answer(place: Place, period: ControlPeriod | None, day: date) -> PlaceControl:
    control = Control(UNKNOWN) if period is None else period.on(day)
    return PlaceControl(place, control, period)
