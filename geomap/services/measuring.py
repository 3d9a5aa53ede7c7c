"""What everybody holds, on a day or over time, as low-best-high bands."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

from sqlalchemy.orm import Session

from geomap.domain.answers import ControlQuery
from geomap.domain.areas import is_area
from geomap.domain.control import Control
from geomap.domain.measures import (
    NO_HOLDING,
    Extent,
    MeasuredPlace,
    Measures,
    extent_of,
    measured_places,
)
from geomap.domain.published import comparisons_of, of_whole_land
from geomap.domain.series import ONE_DAY, SeriesDay, Step, measures_of, series_of, stepped
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Figure
from geomap.domain.territory_answers import (
    Basis,
    MeasuresAnswer,
    MeasuresQuery,
    SeriesAnswer,
    SeriesQuery,
)
from geomap.domain.timeline import ControlPeriod
from geomap.domain.windows import Window
from geomap.errors import InvalidParameter, TooLarge
from geomap.services.control import control_on_day, require_covered
from geomap.services.derived import histories_at
from geomap.services.shapes import KeptShapes
from geomap.services.standpoints import is_kept
from geomap.services.territory import basis_of
from geomap.storage.atlases import load_claims, load_places, load_sources
from geomap.storage.derived import load_periods, period_of
from geomap.storage.shapes import territory_figures

MOST_ROWS = 100_000
"""Days times actors in one series."""


def measures_on_day(
    session: Session, query: MeasuresQuery, standpoint: Standpoint, kept: KeptShapes
) -> MeasuresAnswer:
    """What some actors hold on a day.

    Raises InvalidParameter for a day outside the atlas, and for an actor, a revision or a source
    that does not exist.
    """
    basis, day = basis_of(session, standpoint), query.day
    require_covered(basis.frame, day)
    _require_actors(query.actors, basis)
    measures = measures_of(_answers(session, basis, day, kept))
    actors = _by_land(measures, query.actors)
    window = Window(day, day + ONE_DAY)
    figures = of_whole_land(_figures(session, basis, actors), window)
    # A published figure is compared with all the days that it speaks of, not with this one alone.
    measured = _measured(session, basis, kept) if figures else []
    published = tuple(comparisons_of(measured, figures, window))
    sources = load_sources(session, basis.revision)
    return MeasuresAnswer(basis, day, actors, measures, published, sources)


def _answers(
    session: Session, basis: Basis, day: date, kept: KeptShapes
) -> Iterator[tuple[Extent, Control]]:
    """The answer of a day for each place that is measured, by the same choice as `_measured`."""
    at = basis.revision, basis.frame
    cells = {cell.place_id: cell for cell in kept.at(session, *at).cells}
    told = kept.periods(session, basis.standpoint, *at).places
    for one in control_on_day(session, ControlQuery(day), basis.standpoint).places:
        place = one.place
        if not is_area(place) and (place.id in cells or place.id in told):
            yield extent_of(place, cells.get(place.id)), one.control


def _by_land(measures: Measures, asked: Sequence[str]) -> tuple[str, ...]:
    def rank(actor: str) -> tuple[int, int, str]:
        holding = measures.holdings.get(actor, NO_HOLDING)
        return -holding.best.square_metres, -holding.high.square_metres, actor

    return tuple(sorted(set(asked) or measures.holdings, key=rank))


def measured_series(
    session: Session, query: SeriesQuery, standpoint: Standpoint, kept: KeptShapes
) -> SeriesAnswer:
    """What some actors hold over time.

    Raises InvalidParameter for days outside the atlas and for an actor, a revision or a source
    that does not exist, TooLarge for more days than are answered in one go.
    """
    basis = basis_of(session, standpoint)
    window = _window(query, basis)
    _require_actors(query.actors, basis)
    measured = _measured(session, basis, kept)
    actors = tuple(sorted(set(query.actors))) or _named(measured, window)
    days = _days(measured, query, window, actors)
    published = tuple(comparisons_of(measured, _figures(session, basis, actors), window))
    sources = load_sources(session, basis.revision)
    return SeriesAnswer(basis, query, window, actors, days, published, sources)


def _window(query: SeriesQuery, basis: Basis) -> Window:
    frame = basis.frame
    start, end = query.start or frame.start, query.end or frame.end
    if end <= start:
        raise InvalidParameter("end", f"{end} does not come after the start, {start}.")
    for name, day in (("start", start), ("end", end - ONE_DAY)):
        if not frame.covers(day):
            raise InvalidParameter(
                name,
                f"the days from {start} up to, but not including, {end} leave the atlas, which"
                f" covers {frame.start} up to, but not including, {frame.end}.",
            )
    return Window(start, end)


def _require_actors(actors: Sequence[str], basis: Basis) -> None:
    for actor in actors:
        if actor not in basis.actors:
            raise InvalidParameter(
                "actor",
                f"{actor!r} is no actor of this atlas; its actors:"
                f" {', '.join(sorted(basis.actors))}.",
            )


def _measured(session: Session, basis: Basis, kept: KeptShapes) -> list[MeasuredPlace]:
    cells = kept.at(session, basis.revision, basis.frame).cells
    return measured_places(load_places(session, basis.revision), cells, _periods(session, basis))


def _periods(session: Session, basis: Basis) -> Iterable[ControlPeriod]:
    standpoint = basis.standpoint
    if is_kept(session, standpoint, basis.revision, basis.frame):
        claims = {claim.id: claim for claim in load_claims(session, basis.revision)}
        return (period_of(row, claims) for row in load_periods(session))
    return histories_at(session, basis.revision, standpoint.known, standpoint.rule).all()


def _named(measured: Iterable[MeasuredPlace], window: Window) -> tuple[str, ...]:
    """Everybody whom some source grants a place on some of the days."""
    return tuple(
        sorted(
            {
                actor
                for place in measured
                for stretch in place.stretches
                if stretch.start < window.end and (stretch.end or window.end) > window.start
                for actor in stretch.grants
            }
        )
    )


def _days(
    measured: Sequence[MeasuredPlace], query: SeriesQuery, window: Window, actors: Sequence[str]
) -> tuple[SeriesDay, ...]:
    days = stepped(series_of(measured, window), query.step, window)
    if query.step is Step.CHANGE and query.actors:
        wanted = set(actors)
        days = (one for one in days if one.day == window.start or wanted & one.changes.keys())
    most = MOST_ROWS // max(1, len(actors))
    found = tuple(islice(days, most + 1))
    if len(found) > most:
        raise TooLarge(
            f"The series has more than {most} days for {len(actors)} actors; ask for fewer actors,"
            " for fewer days or for a larger step."
        )
    return found


def _figures(session: Session, basis: Basis, actors: Collection[str]) -> list[Figure]:
    """The figures on the territory of some actors that were known."""
    known = basis.standpoint.known
    return [
        figure
        for figure in territory_figures(session, basis.revision)
        if figure.actor_id in actors and (known is None or figure.known <= known)
    ]
