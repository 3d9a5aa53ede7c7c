"""How long, how often, by whom: statistics of an atlas within a window, from a standpoint."""

from collections import defaultdict
from contextlib import suppress
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from gazetteer import Gazetteer
from gazetteer.errors import PlaceNotFound
from geomap.domain.areas import is_area
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Event, Frame
from geomap.domain.statistics import Statistics, place_statistics
from geomap.domain.timeline import ControlPeriod
from geomap.domain.windows import Window
from geomap.errors import InvalidInput, InvalidParameter
from geomap.services.standpoints import resolved
from geomap.services.timeline import timeline


def statistics(
    session: Session, days: tuple[date | None, date | None], standpoint: Standpoint
) -> Statistics:
    """Count every place within `[start, end)`; None is where the view of the atlas begins or ends.

    Raises InvalidParameter for days outside the atlas or none at all, and for a revision or a
    source that does not exist.
    """
    _revision, frame = resolved(session, standpoint)
    window = _window(frame, days)
    whole = timeline(session, standpoint)
    periods: dict[str, list[ControlPeriod]] = defaultdict(list)
    for period in whole.periods:
        periods[period.place_id].append(period)
    events: dict[str | None, list[Event]] = defaultdict(list)
    for event in filter(standpoint.rule.hears, whole.atlas.events):
        events[event.place_id].append(event)
    return Statistics(
        frame,
        standpoint,
        whole.revision,
        window,
        tuple(
            place_statistics(place, periods[place.id], events[place.id], window)
            for place in whole.atlas.places
            if not is_area(place)
        ),
        {actor.id: actor for actor in whole.atlas.actors},
        {cell.place_id: cell for cell in whole.cells},
    )


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
