"""What accounts for the difference between two answers: the claims, and the events beside them.

- Two days: the claims whose date begins or settles after the earlier day and by the later one, and
  the events of those days.
- Two knowledge days, two revisions or two choices of sources: the claims that only one side hears
  and that it has not already put aside as history.
- Two settings of the rule: the claims that only one of the answers rests on.

A comparison of several of these at once has the claims of each.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from geomap.domain.control import Control, in_force, known_by, not_history
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas, Claim, Event, Place, Statement
from geomap.domain.timeline import ControlPeriod


class End(StrEnum):
    """The two ends of a comparison, from the first answer to the second."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class Account:
    """A claim that accounts for a difference."""

    claim: Claim
    heard_by: tuple[End, ...]
    """Which ends hear it, and find its day come for certain or perhaps."""
    evidence_of: tuple[End, ...]
    """Which of the answers rest on it."""


class Heard:
    """The statements that one end of a comparison hears, by place."""

    def __init__(self, day: date, standpoint: Standpoint, atlas: Atlas) -> None:
        self.day = day
        self.standpoint = standpoint
        known = known_by(standpoint.known, atlas.claims)
        self._histories = Histories(atlas.places, known, standpoint.rule)
        self._events = _by_place(_heard(atlas.events, standpoint))

    def layers(self, place: Place) -> list[Sequence[Claim]]:
        """The claims on a place, then those on the areas that it lies in, from small to large."""
        return self._histories.layers(place)

    def history(self, place: Place) -> list[ControlPeriod]:
        """The control periods of a place through all days."""
        return self._histories.of(place)

    def claims(self, place: Place) -> set[Claim]:
        """Every claim on a place or its areas, whenever its day comes."""
        return {claim for layer in self.layers(place) for claim in layer}

    def current(self, place: Place) -> set[Claim]:
        """The claims whose day has come, for certain or perhaps, and that are no history yet."""
        current: set[Claim] = set()
        for layer in self.layers(place):
            settled, pending = in_force(self.day, layer)
            current.update(not_history(settled), pending)
        return current

    def events(self, place_id: str | None) -> set[Event]:
        """Every event at a place, or for None those without a place."""
        return set(self._events.get(place_id, ()))


def accounts_of(
    place: Place, first: Heard, second: Heard, answers: tuple[Control, Control]
) -> tuple[Account, ...]:
    """The claims that account for two answers on one place, by date."""
    found = _between_days(place, first, second) | _heard_by_one(place, first, second)
    if settings_of(first.standpoint.rule) != settings_of(second.standpoint.rule):
        before, after = (set(answer.evidence) for answer in answers)
        found |= before ^ after
    ends = ((End.FROM, first, answers[0]), (End.TO, second, answers[1]))
    heard = {end: one.claims(place) for end, one, _answer in ends}
    # Two versions of one claim differ in nothing but what was edited: the first end's comes first.
    ordered = sorted(found, key=lambda claim: (_by_date(claim), claim not in heard[End.FROM]))
    return tuple(
        Account(
            claim,
            tuple(
                end
                for end, one, _answer in ends
                if claim in heard[end] and claim.when.earliest <= one.day
            ),
            tuple(end for end, _one, answer in ends if claim in answer.evidence),
        )
        for claim in ordered
    )


def events_of(
    place: Place, first: Heard, second: Heard, accounts: Iterable[Account]
) -> tuple[Event, ...]:
    """The events that stand beside a difference, by date.

    Between two days they are those of these days at the place, and those without a place of which
    the report of one of the claims tells. For one day they are those at the place of which only
    one side knows, because it was told later or accepted later.
    """
    here = first.events(place.id) | second.events(place.id)
    found = {event for event in here if _meets(event, first.day, second.day)}
    if first.day != second.day:
        reports = {one.claim.report_id for one in accounts} - {None}
        nowhere = first.events(None) | second.events(None)
        found |= {
            event
            for event in nowhere
            if event.report_id in reports and _meets(event, first.day, second.day)
        }
    if _truth(first.standpoint) != _truth(second.standpoint):
        latest = max(first.day, second.day)
        told = first.events(place.id) ^ second.events(place.id)
        found |= {event for event in told if event.when.earliest <= latest}
    return tuple(sorted(found, key=_by_date))


def _between_days(place: Place, first: Heard, second: Heard) -> set[Claim]:
    earlier, later = sorted((first, second), key=lambda heard: heard.day)
    return {
        claim
        for claim in later.claims(place)
        if earlier.day < claim.when.earliest <= later.day
        or earlier.day < claim.when.settled <= later.day
    }


def _heard_by_one(place: Place, first: Heard, second: Heard) -> set[Claim]:
    # What both hear, but on another day, is not told apart here.
    by_one = first.claims(place) ^ second.claims(place)
    if not by_one:
        return by_one
    return by_one & (first.current(place) | second.current(place))


def _meets(event: Event, first: date, second: date) -> bool:
    """Whether an event has a day after the earlier day and up to the later one."""
    return event.when.latest > min(first, second) and event.when.earliest <= max(first, second)


def settings_of(rule: Rule) -> Rule:
    """What the rule decides by, whomever it hears."""
    return replace(rule, sources=frozenset(), least_reliability=None)


def _truth(standpoint: Standpoint) -> tuple[date | None, int | None]:
    return standpoint.known, standpoint.revision


def _heard(events: Iterable[Event], standpoint: Standpoint) -> Iterator[Event]:
    for one in events:
        known = standpoint.known is None or one.known <= standpoint.known
        if known and standpoint.rule.hears(one):
            yield one


def _by_place(events: Iterable[Event]) -> Mapping[str | None, list[Event]]:
    found: dict[str | None, list[Event]] = {}
    for one in events:
        found.setdefault(one.place_id, []).append(one)
    return found


def _by_date(statement: Statement) -> tuple[date, date, str]:
    return statement.when.settled, statement.known, statement.id
