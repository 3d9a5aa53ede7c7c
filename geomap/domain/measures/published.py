"""Our measured territory beside what others have published."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from geomap.domain.measures.bands import SQUARE_METRES_PER_KM2, MeasuredPlace
from geomap.domain.measures.grants import HELD, Grant
from geomap.domain.statements import Figure, Measure, Unit
from geomap.domain.timeline import Span
from geomap.domain.windows import Window

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure on all the land of an actor, and ours: the mean over its days, in km2."""

    figure: Figure
    published_km2: float
    low_km2: float
    best_km2: float
    high_km2: float

    @property
    def difference(self) -> float | None:
        """How much more our best figure is than theirs, as a share of theirs."""
        return (
            (self.best_km2 - self.published_km2) / self.published_km2
            if (self.published_km2)
            else None
        )


def of_whole_land(figures: Iterable[Figure], asked: Window) -> list[Figure]:
    """The figures on all the land of an actor that speak of a day that is asked for, by date."""
    return sorted(
        (
            figure
            for figure in figures
            if figure.measure is Measure.TERRITORY and figure.actor_id and not figure.place_id
            if asked.cut(_days_of(figure))
        ),
        key=lambda figure: (figure.when.earliest, figure.id),
    )


def comparisons_of(
    measured: Sequence[MeasuredPlace], figures: Iterable[Figure], asked: Window
) -> list[Comparison]:
    """Compare every figure on the whole land of an actor that speaks of a day that is asked for."""
    return [_compared(measured, figure) for figure in of_whole_land(figures, asked)]


def _km2(figure: Figure) -> float:
    """Its value, or the middle of its bounds, or the one bound that it has."""
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    value = sum(bounds) / len(bounds) if figure.value is None else figure.value
    return value / SQUARE_METRES_PER_KM2 if figure.unit is Unit.M2 else value


def _days_of(figure: Figure) -> Span:
    return Span(figure.when.earliest, figure.when.settled + ONE_DAY)


def _compared(measured: Sequence[MeasuredPlace], figure: Figure) -> Comparison:
    days = _days_of(figure)
    window = Window(days.start, days.end or date.max)
    sums = dict.fromkeys(Grant, 0)
    for place in measured:
        for stretch in place.stretches:
            grant = stretch.grants.get(figure.actor_id or "")
            if grant is not None:
                span = Span(stretch.start, stretch.end)
                sums[grant] += window.days_of(span) * place.extent.square_metres
    unit = window.days * SQUARE_METRES_PER_KM2
    best = sum(sums[grant] for grant in HELD)
    return Comparison(
        figure,
        _km2(figure),
        sums[Grant.EVERY_SOURCE] / unit,
        best / unit,
        sum(sums.values()) / unit,
    )
