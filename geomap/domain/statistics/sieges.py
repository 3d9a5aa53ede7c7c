"""Sieges, counted from the events that tell of them.

A siege lasts from the earliest to the latest day of an event of kind `siege`, both included. One
whose event names a single day lasts until the next event of kind `siege_broken` at that place. A
breaking ends a siege: the latest day on which it can have happened is no day of the siege. Sieges
of one place that overlap are one siege told twice. A breaking of which no siege is told counts as
a siege of no known length.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Event
from geomap.domain.timeline import Span
from geomap.domain.windows import Window

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Siege:
    """The days `[start, end)` of one siege; `end` is None while it lasts."""

    span: Span
    broken: bool
    events: tuple[str, ...]
    """The ids of the events that tell of it."""

    def meets(self, window: Window) -> bool:
        """Whether a day of it, or its breaking where no day is known, lies in the window."""
        if self.span.start == self.span.end:
            return window.contains(self.span.start)
        return window.cut(self.span) is not None


def sieges_of(events: Iterable[Event]) -> list[Siege]:
    """The sieges of one place, in order, from all events there."""
    told = sorted(events, key=lambda event: (event.when.earliest, event.when.settled, event.id))
    breakings = [event for event in told if event.kind is EventKind.SIEGE_BROKEN]
    stated = [_stated(event, breakings) for event in told if event.kind is EventKind.SIEGE]
    sieges = _joined(stated)
    for event in breakings:
        sieges = _with_breaking(sieges, event)
    return sorted(sieges, key=lambda siege: (siege.span.start, siege.events))


def _stated(event: Event, breakings: Sequence[Event]) -> Siege:
    start, latest = event.when.earliest, event.when.latest
    end = None if latest == date.max else latest + ONE_DAY
    ending = min((one.when.settled for one in breakings if one.when.settled > start), default=None)
    if ending is None:
        return Siege(Span(start, end), broken=False, events=(event.id,))
    if end is None or start == latest or ending < end:
        return Siege(Span(start, ending), broken=True, events=(event.id,))
    return Siege(Span(start, end), broken=ending == end, events=(event.id,))


def _joined(stated: Sequence[Siege]) -> list[Siege]:
    """Sieges that overlap are one; a broken siege that is laid again is another."""
    joined: list[Siege] = []
    for siege in stated:
        last = joined[-1] if joined else None
        if last is None or (last.span.end is not None and last.span.end <= siege.span.start):
            joined.append(siege)
            continue
        later = max(last, siege, key=_end)
        span = Span(last.span.start, later.span.end)
        joined[-1] = Siege(span, later.broken, (*last.events, *siege.events))
    return joined


def _with_breaking(sieges: Sequence[Siege], event: Event) -> list[Siege]:
    """The sieges with the breaking that an event tells of; one of its own where it ends none."""
    whole = list(sieges)
    for position, siege in enumerate(whole):
        if siege.span.start <= event.when.settled and event.when.earliest <= _end(siege):
            whole[position] = replace(siege, broken=True, events=(*siege.events, event.id))
            return whole
    day = event.when.settled
    return [*whole, Siege(Span(day, day), broken=True, events=(event.id,))]


def _end(siege: Siege) -> date:
    return siege.span.end or date.max
