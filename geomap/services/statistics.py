"""How long, how often, by whom: statistics of an atlas within a window, from a standpoint."""

from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from gazetteer import Gazetteer
from gazetteer.errors import PlaceNotFound
from geomap.domain.areas import is_area
from geomap.domain.control import known_by
from geomap.domain.histories import Histories
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas, Event, Frame
from geomap.domain.statistics.tallies import Statistics, place_statistics
from geomap.domain.timeline import ControlPeriod
from geomap.domain.windows import Window
from geomap.errors import InvalidInput, InvalidParameter, NotFound
from geomap.services.shapes import KeptShapes
from geomap.services.standpoints import is_kept, resolved
from geomap.storage.atlases import load_atlas
from geomap.storage.derived import load_periods, period_of


def statistics(
    session: Session,
    days: tuple[date | None, date | None],
    standpoint: Standpoint,
    kept: KeptShapes | None = None,
) -> Statistics:
    """Count every place within `[start, end)`; None is where the view of the atlas begins or ends.

    Cells are only there when the shapes to take them from are given. Raises InvalidParameter for
    days outside the atlas or none at all, and for a revision or a source that does not exist.
    """
    revision, frame = resolved(session, standpoint)
    window = _window(frame, days)
    atlas = load_atlas(session, revision)
    if atlas is None:
        raise NotFound("There is no atlas in the database.")
    periods: dict[str, list[ControlPeriod]] = defaultdict(list)
    for period in _periods(session, standpoint, revision, atlas):
        periods[period.place_id].append(period)
    events: dict[str | None, list[Event]] = defaultdict(list)
    for event in atlas.events:
        if standpoint.rule.hears(event) and (
            standpoint.known is None or event.known <= standpoint.known
        ):
            events[event.place_id].append(event)
    places = [place for place in atlas.places if not is_area(place)]
    return Statistics(
        frame,
        standpoint,
        revision,
        window,
        tuple(
            place_statistics(place, periods[place.id], events[place.id], window) for place in places
        ),
        {actor.id: actor for actor in atlas.actors},
        {cell.place_id: cell for cell in kept.at(session, revision, frame).cells} if kept else {},
    )


def _periods(
    session: Session, standpoint: Standpoint, revision: int, atlas: Atlas
) -> Iterable[ControlPeriod]:
    """Every control period from a standpoint, by place and start."""
    if is_kept(session, standpoint, revision, atlas.frame):
        claims = {claim.id: claim for claim in atlas.claims}
        return [period_of(row, claims) for row in load_periods(session)]
    known = known_by(standpoint.known, atlas.claims)
    return Histories(atlas.places, known, standpoint.rule).all()


def _window(frame: Frame, days: tuple[date | None, date | None]) -> Window:
    start, end = days[0] or frame.view_start, days[1] or frame.view_end
    for name, outside in (("from", start < frame.start), ("to", end > frame.end)):
        if outside:
            raise InvalidParameter(
                name,
                f"{start if name == 'from' else end} leaves the atlas, which covers {frame.start}"
                f" up to, but not including, {frame.end}.",
            )
    try:
        return Window(start, end)
    except InvalidInput as error:
        raise InvalidParameter("to", f"{end} is too early. {error}") from error


def with_governorates(counted: Statistics, gazetteer: Gazetteer) -> Statistics:
    """The same statistics with the names of governorates, as the gazetteer has them now.

    A governorate none of whose places the gazetteer knows stays without a name.
    """
    names: dict[tuple[str, str], str] = {}
    for place in (one.place for one in counted.places):
        if not place.admin1 or (place.country, place.admin1) in names:
            continue
        with suppress(PlaceNotFound):
            found = gazetteer.get(place.id)
            if found.admin1_name and found.admin1 == place.admin1:
                names[place.country, place.admin1] = found.admin1_name
    return replace(counted, governorates=names)
