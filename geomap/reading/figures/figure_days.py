"""On which days a figure counts."""

from collections.abc import Sequence

from geomap.domain.statements import Measure
from geomap.domain.when import When
from geomap.reading.calendar.of_sentence import Bound, DateFound
from geomap.reading.calendar.periods import Period
from geomap.reading.calendar.periods import when as written
from geomap.reading.figures.of_sentence import FigureFound

FLOWS = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.SURRENDERED, Measure.STRIKES})
"""What happened to people, or was done, on some day."""
# What is there at a time; all else happens over one.
_STOCKS = frozenset(
    {
        Measure.FIGHTERS,
        Measure.TERRITORY,
        Measure.POPULATION,
        Measure.NAMES_LISTED,
    }
)


def day_counted(
    figure: FigureFound,
    said: When | None,
    today: When | None,
    told: Sequence[FigureFound],
    dates: Sequence[DateFound],
) -> When | None:
    """Give the days of a figure, from the date that is said in its clause.

    What is counted "since July" is counted up to the day of publication, `today`, wherever in
    the sentence it stands among the `dates`. A date that belongs to a number that is only
    compared with, one of those `told`, is not that of others.
    """
    if figure.when is not None:
        return figure.when
    if said in {other.when for other in told if other.when is not None}:
        return today
    if figure.measure is Measure.POPULATION and any(one.past for one in dates):
        # "Al-Qaeda seized Mukalla, home to 200,000 people, in 2015."
        return today
    if said == today:
        said = next((one.when for one in dates if one.bound is Bound.SINCE), today)
    if said is None or not said.standing or today is None or today.latest < said.earliest:
        return said
    if figure.measure in _STOCKS and figure.verb < 0:
        return today
    return written(Period(said.earliest, today.latest))
