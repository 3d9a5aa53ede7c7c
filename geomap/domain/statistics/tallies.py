"""How long, how often, by whom: places, actors and governorates within a window of days.

Everything here is counted from control periods and from the events of sieges. A change of control
is the passing of a place from one holder to the next, on the first day on which the next one
holds; days between them on which nobody held it, and fighting after which the same holder goes
on, are no changes of their own. What each number means stands in
docs/statistics.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from geomap.domain.control import Status
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, Event, Frame, Place
from geomap.domain.statistics.sieges import Siege, sieges_of
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import ControlPeriod, Span
from geomap.domain.windows import Window


@dataclass(frozen=True, slots=True)
class Spell:
    """Days `[start, end)` without a break on which one actor held one place."""

    place_id: str
    actor: str
    start: date
    end: date

    @property
    def days(self) -> int:
        """Its length."""
        return (self.end - self.start).days


@dataclass(frozen=True, slots=True)
class Change:
    """A place passed from one holder to the next, who holds it on that day."""

    place_id: str
    day: date
    loser: str
    holder: str


@dataclass(frozen=True, slots=True)
class Marks:
    """Days on which an answer carried a mark; such days have a status too."""

    uncertain: int = 0
    opposed: int = 0
    stale: int = 0


@dataclass(frozen=True, slots=True)
class PlaceStatistics:
    """What happened at one place within the window."""

    place: Place
    window: Window
    days: Mapping[Status, int]
    """Days of each status; together they are the days of the window."""
    marks: Marks
    spells: tuple[Spell, ...]
    changes: tuple[Change, ...]
    sieges: tuple[Siege, ...]

    def held_by(self, actor: str) -> int:
        """The days on which an actor held it."""
        return sum(spell.days for spell in self.spells if spell.actor == actor)

    @property
    def siege_days(self) -> int:
        """The days of the window on which it was besieged."""
        return sum(self.window.days_of(siege.span) for siege in self.sieges)


@dataclass(frozen=True, slots=True)
class ActorStatistics:
    """What one actor held, gained and lost within the window."""

    actor: str
    places: tuple[Place, ...]
    """The places that it held on some day."""
    place_days: int
    longest: Spell | None
    """Its longest hold, the earliest of several; None when it only lost."""
    gains: int
    losses: int
    population_days: int
    """Days times inhabitants, over the places whose population is known."""


@dataclass(frozen=True, slots=True)
class AreaStatistics:
    """The places of one governorate together, or of one country where `admin1` is empty."""

    country: str
    admin1: str
    places: tuple[PlaceStatistics, ...]

    @property
    def days(self) -> Mapping[Status, int]:
        """Place-days of each status."""
        return {status: sum(one.days[status] for one in self.places) for status in Status}

    @property
    def changes(self) -> list[Change]:
        """Every change of control in it, by day."""
        found = [change for one in self.places for change in one.changes]
        return sorted(found, key=lambda change: (change.day, change.place_id))

    def held_by(self) -> dict[str, int]:
        """Place-days by actor."""
        days: dict[str, int] = {}
        for spell in (spell for one in self.places for spell in one.spells):
            days[spell.actor] = days.get(spell.actor, 0) + spell.days
        return dict(sorted(days.items()))


@dataclass(frozen=True, slots=True)
class Statistics:
    """The statistics of every place of an atlas within a window, from a standpoint.

    `revision` is the one that was answered from, even where the standpoint names none.
    """

    frame: Frame
    standpoint: Standpoint
    revision: int
    window: Window
    places: tuple[PlaceStatistics, ...]
    """Of every place but the areas, whose claims count through the places in them."""
    actors: Mapping[str, Actor]
    cells: Mapping[str, Cell]
    governorates: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Names of governorates by country and admin1 code, as far as they are known."""


def place_statistics(
    place: Place, periods: Sequence[ControlPeriod], events: Iterable[Event], window: Window
) -> PlaceStatistics:
    """Count one place: from all its control periods, in order, and all events there.

    The periods reach beyond the window, so that a change on its first day is seen.
    """
    return PlaceStatistics(
        place,
        window,
        _days(periods, window),
        _marks(periods, window),
        tuple(_spells(place.id, periods, window)),
        tuple(change for change in changes_of(place.id, periods) if window.contains(change.day)),
        tuple(siege for siege in sieges_of(events) if siege.meets(window)),
    )


def changes_of(place_id: str, periods: Sequence[ControlPeriod]) -> list[Change]:
    """Every change of control in a history."""
    changes: list[Change] = []
    last: str | None = None
    for period in periods:
        holder = period.verdict.holder
        if holder is None:
            continue
        if last is not None and holder != last:
            changes.append(Change(place_id, period.start, last, holder))
        last = holder
    return changes


def _days(periods: Sequence[ControlPeriod], window: Window) -> dict[Status, int]:
    days = dict.fromkeys(Status, 0)
    # Before its first period a place is unknown.
    first = periods[0].start if periods else None
    days[Status.UNKNOWN] += window.days_of(Span(date.min, first))
    for period in periods:
        days[period.verdict.status] += window.days_of(Span(period.start, period.end))
    return days


def _marks(periods: Sequence[ControlPeriod], window: Window) -> Marks:
    def days(which: Iterable[ControlPeriod]) -> int:
        return sum(window.days_of(Span(period.start, period.end)) for period in which)

    return Marks(
        days(period for period in periods if period.verdict.uncertain),
        days(period for period in periods if period.verdict.opposed),
        sum(window.days_of(span) for period in periods for span in period.stale),
    )


def _spells(place_id: str, periods: Sequence[ControlPeriod], window: Window) -> list[Spell]:
    spells: list[Spell] = []
    for period in periods:
        actor, cut = period.verdict.holder, window.cut(Span(period.start, period.end))
        if actor is None or cut is None:
            continue
        last = spells[-1] if spells else None
        if last is not None and (last.actor, last.end) == (actor, cut.start):
            spells[-1] = Spell(place_id, actor, last.start, cut.end)
        else:
            spells.append(Spell(place_id, actor, cut.start, cut.end))
    return spells


def longest_of(spells: Iterable[Spell]) -> Spell | None:
    """The longest spell; of several the earliest, then the one of the first place by id."""
    return min(spells, key=lambda one: (-one.days, one.start, one.place_id), default=None)


def actor_statistics(places: Sequence[PlaceStatistics]) -> list[ActorStatistics]:
    """Count every actor that held, gained or lost a place within the window, by id."""
    spells = [(one.place, spell) for one in places for spell in one.spells]
    changes = [change for one in places for change in one.changes]
    actors = {spell.actor for _place, spell in spells} | {change.loser for change in changes}
    return [_actor(actor, spells, changes) for actor in sorted(actors)]


def _actor(
    actor: str, spells: Sequence[tuple[Place, Spell]], changes: Sequence[Change]
) -> ActorStatistics:
    own = [(place, spell) for place, spell in spells if spell.actor == actor]
    return ActorStatistics(
        actor,
        tuple({place.id: place for place, _spell in own}.values()),
        sum(spell.days for _place, spell in own),
        longest_of(spell for _place, spell in own),
        sum(1 for change in changes if change.holder == actor),
        sum(1 for change in changes if change.loser == actor),
        sum(spell.days * (place.population or 0) for place, spell in own),
    )


def area_statistics(places: Sequence[PlaceStatistics]) -> list[AreaStatistics]:
    """Count every country and every governorate in it, by code; a country comes first."""
    members: dict[tuple[str, str], list[PlaceStatistics]] = {}
    for one in places:
        country, admin1 = one.place.country, one.place.admin1
        members.setdefault((country, ""), []).append(one)
        if admin1:
            members.setdefault((country, admin1), []).append(one)
    return [AreaStatistics(*codes, tuple(members[codes])) for codes in sorted(members)]
