"""Measured territory over time: a sweep over the days on which some answer changes.

Nothing is evaluated day by day: the first day is summed up once, and every later change takes a
place out of one sum and puts it into another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from geomap.domain.control import Status
from geomap.domain.measures.bands import (
    NO_HOLDING,
    NOTHING,
    Extent,
    Holding,
    MeasuredPlace,
    Measures,
)
from geomap.domain.measures.grants import Grant, Stretch
from geomap.domain.measures.reasons import Reason
from geomap.domain.windows import Window

Changes = Mapping[Reason, Extent]
EVERYBODY = ""
ONE_DAY = timedelta(days=1)


class Step(StrEnum):
    """On which days a series is told."""

    CHANGE = "change"
    """On every day on which something changes."""
    DAY = "day"
    WEEK = "week"
    """On Mondays."""
    MONTH = "month"
    """On the first day of each month."""


_BEGINS: Mapping[Step, Callable[[date], bool]] = {
    Step.DAY: lambda _day: True,
    Step.WEEK: lambda day: day.weekday() == 0,
    Step.MONTH: lambda day: day.day == 1,
}


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """How things stand from a day on, and what changed to make them so."""

    day: date
    measures: Measures
    changes: Mapping[str, Changes]
    """By actor, the places in which its standing changed, by reason, each change counted; under
    EVERYBODY the places in which anybody's standing or the status did. None on the first day."""


@dataclass(frozen=True, slots=True)
class _Change:
    day: date
    place: MeasuredPlace
    before: Stretch | None
    after: Stretch


def measures_on(measured: Iterable[MeasuredPlace], day: date) -> Measures:
    """The measured territory of one day."""
    ledger = _Ledger()
    for place in measured:
        ledger.enter(place.extent, *_standing(_stretch_on(place, day)))
    return ledger.measures()


def series_of(measured: Sequence[MeasuredPlace], window: Window) -> Iterator[SeriesDay]:
    """The first day of the window and every later one on which something changes."""
    ledger = _Ledger()
    for place in measured:
        ledger.enter(place.extent, *_standing(_stretch_on(place, window.start)))
    yield SeriesDay(window.start, ledger.measures(), {})
    changes = sorted(_changes_within(measured, window), key=attrgetter("day"))
    for day, of_the_day in groupby(changes, key=attrgetter("day")):
        noted = _Notes()
        for change in of_the_day:
            ledger.leave(change.place.extent, *_standing(change.before))
            ledger.enter(change.place.extent, *_standing(change.after))
            noted.add(change)
        yield SeriesDay(day, ledger.measures(), noted.changes)


def stepped(series: Iterable[SeriesDay], step: Step, window: Window) -> Iterator[SeriesDay]:
    """The series of a window on the days of a step, from the first day of the window on."""
    if step is Step.CHANGE:
        return iter(series)
    begins = _BEGINS[step]
    days = (window.start + number * ONE_DAY for number in range(window.days))
    return sampled(series, (day for day in days if day == window.start or begins(day)))


def sampled(series: Iterable[SeriesDay], days: Iterable[date]) -> Iterator[SeriesDay]:
    """The series on some days, in order, each with all the changes since the day before it.

    The first of the days must not come before the series begins.
    """
    following = iter(series)
    current, coming = next(following), next(following, None)
    for day in days:
        changes = []
        while coming is not None and coming.day <= day:
            current, coming = coming, next(following, None)
            changes.append(current.changes)
        yield SeriesDay(day, current.measures, _summed(changes))


def _summed(many: Iterable[Mapping[str, Changes]]) -> Mapping[str, Changes]:
    notes = _Notes()
    for changes in many:
        for actor, by_reason in changes.items():
            for reason, extent in by_reason.items():
                notes.note(actor, reason, extent)
    return notes.changes


def _stretch_on(place: MeasuredPlace, day: date) -> Stretch | None:
    return next((one for one in place.stretches if one.contains(day)), None)


def _standing(stretch: Stretch | None) -> tuple[Status, Mapping[str, Grant]]:
    return (stretch.status, stretch.grants) if stretch else (Status.UNKNOWN, {})


def _changes_within(measured: Iterable[MeasuredPlace], window: Window) -> Iterator[_Change]:
    for place in measured:
        before: Stretch | None = None
        for stretch in place.stretches:
            if window.start < stretch.start < window.end:
                yield _Change(stretch.start, place, before, stretch)
            before = stretch


class _Notes:
    """What changed, by actor and reason."""

    def __init__(self) -> None:
        self.changes: dict[str, dict[Reason, Extent]] = {}

    def add(self, change: _Change) -> None:
        before = change.before.grants if change.before else {}
        after = change.after.grants
        self.note(EVERYBODY, change.after.reason, change.place.extent)
        for actor in sorted(before.keys() | after.keys()):
            if before.get(actor) is not after.get(actor):
                self.note(actor, change.after.reason, change.place.extent)

    def note(self, actor: str, reason: Reason, extent: Extent) -> None:
        by_reason = self.changes.setdefault(actor, {})
        by_reason[reason] = by_reason.get(reason, NOTHING) + extent


class _Ledger:
    """Running sums by actor and by status."""

    def __init__(self) -> None:
        self._sums: dict[str, dict[Grant, Extent]] = defaultdict(dict)
        self._statuses: dict[Status, Extent] = {}
        self._holdings: dict[str, Holding] = {}
        self._touched: set[str] = set()

    def enter(self, extent: Extent, status: Status, grants: Mapping[str, Grant]) -> None:
        """Count a place in."""
        self._statuses[status] = self._statuses.get(status, NOTHING) + extent
        for actor, grant in grants.items():
            sums = self._sums[actor]
            sums[grant] = sums.get(grant, NOTHING) + extent
            self._touched.add(actor)

    def leave(self, extent: Extent, status: Status, grants: Mapping[str, Grant]) -> None:
        """Count a place out again."""
        self._statuses[status] -= extent
        for actor, grant in grants.items():
            self._sums[actor][grant] -= extent
            self._touched.add(actor)

    def measures(self) -> Measures:
        """The sums as they stand; what has not changed since is not made anew."""
        for actor in self._touched:
            grants = {grant: extent for grant, extent in self._sums[actor].items() if extent.places}
            self._holdings[actor] = Holding(grants) if grants else NO_HOLDING
        self._touched.clear()
        holdings = {actor: one for actor, one in self._holdings.items() if one is not NO_HOLDING}
        statuses = {status: one for status, one in self._statuses.items() if one.places}
        return Measures(holdings, statuses)
