"""What everybody holds, on a day or over time, as low-best-high bands."""

from collections.abc import Collection, Iterable, Sequence
from itertools import islice

from sqlalchemy.orm import Session

from geomap.domain.measures.bands import (
    NO_HOLDING,
    MeasuredPlace,
    Measures,
)
from geomap.domain.measures.published import comparisons_of
from geomap.domain.measures.series import ONE_DAY, SeriesDay, Step, measures_on, series_of, stepped
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Figure
from geomap.domain.territory.answers import (
    Basis,
    MeasuresAnswer,
    MeasuresQuery,
    SeriesAnswer,
    SeriesQuery,
)
from geomap.domain.windows import Window
from geomap.errors import InvalidParameter, TooLarge
from geomap.services.control import require_covered
from geomap.services.shapes import KeptShapes
from geomap.services.territory import basis_of
from geomap.storage.atlases import load_sources
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
    measured = kept.measured(session, standpoint, basis.revision, basis.frame)
    measures = measures_on(measured, day)
    actors = _by_land(measures, query.actors)
    window = Window(day, day + ONE_DAY)
    published = tuple(comparisons_of(measured, _figures(session, basis, actors), window))
    sources = load_sources(session, basis.revision)
    return MeasuresAnswer(basis, day, actors, measures, published, sources)


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
    measured = kept.measured(session, standpoint, basis.revision, basis.frame)
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
