"""The same fact once, however often a report tells it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect
from geomap.reading.model import ReadClaim, ReadFigure, ReadPlace, ReadStatement

_HOLDING = (Effect.TAKES, Effect.HOLDS)
_SOON = timedelta(days=7)

Statement = TypeVar("Statement", bound=ReadStatement)


class Party(StrEnum):
    """How exactly somebody is named who is no government: "rebels", or by their own name."""

    SORT = "sort"
    NAMED = "named"
    OTHER = "other"


@dataclass(slots=True)
class Told(Generic[Statement]):
    """A statement, and whether its own words date it, and say where it was and of whom it is."""

    statement: Statement
    dated: bool
    placed: bool = True
    lately: bool = False
    """News of which nothing says the day."""
    wider: frozenset[EventKind] = frozenset()
    """Of an event, the kinds that it tells of less exactly: "the attack" may be a bombing."""
    new: bool = False
    """Whether an event is told of as one not yet spoken of: "a bombing on Saturday"."""
    back: bool = False
    """Whether an event is told of as one already spoken of: "the explosion"."""
    party: Party = Party.OTHER
    """Of a claim, how its holder is named."""


def merged_claims(claims: Iterable[Told[ReadClaim]]) -> tuple[ReadClaim, ...]:
    """Keep one claim for each place, holder and time; a taking says more than a holding.

    What only comes from a list of parties gives way to what is told of one of them.
    """
    kept: list[Told[ReadClaim]] = []
    for claim in sorted(claims, key=lambda told: not told.placed):
        for index, known in enumerate(kept):
            if _same(known.statement, claim.statement) and close(known, claim):
                kept[index] = _better(known, claim)
                break
        else:
            kept.append(claim)
    kept = [told for told in kept if not any(_names_them(other, told) for other in kept)]
    found = [told.statement for told in kept]
    kept.sort(key=lambda told: told.statement.start)
    return tuple(
        told.statement
        for told in kept
        if not (
            _is_implied(told.statement, found)
            or _is_part_of_it(told.statement, found)
            or _is_kept_on(told, found)
        )
    )


def _names_them(other: Told[ReadClaim], told: Told[ReadClaim]) -> bool:
    """Whether another claim says which rebels "the rebels" were that took a place that day."""
    claim, first = told.statement, other.statement
    return (
        told.party is Party.SORT
        and other.party is Party.NAMED
        and claim.effect is first.effect is Effect.TAKES
        and key(first.place) == key(claim.place)
        and first.loser != claim.holder
        and first.when.earliest <= claim.when.latest
        and claim.when.earliest <= first.when.latest
    )


def _is_kept_on(told: Told[ReadClaim], others: Iterable[ReadClaim]) -> bool:
    """Whether the same sentence says who took what is held or lost: "since they took it"."""
    claim = told.statement
    held, lost = claim.effect is Effect.HOLDS, claim.effect is Effect.LOSES
    return (
        (held or lost)
        and not told.dated
        and any(
            other.effect is Effect.TAKES
            and other.start == claim.start
            and (other.holder == claim.holder if held else other.holder != claim.loser)
            and key(other.place) == key(claim.place)
            and other.when.earliest <= claim.when.latest
            for other in others
        )
    )


def _is_part_of_it(claim: ReadClaim, others: Iterable[ReadClaim]) -> bool:
    """Whether who took a place in the same days also took a part of it: its town hall.

    Who has the whole of it, as the same sentence says, fights for no part of it either.
    """
    return claim.effect is Effect.CONTESTS and any(
        (other.effect is Effect.TAKES or (other.effect in _HOLDING and other.start == claim.start))
        and other.holder == claim.holder
        and claim.loser in {None, other.loser}
        and key(other.place) == key(claim.place)
        and other.when.earliest <= _later(claim.when.latest, _SOON)
        and claim.when.earliest <= _later(other.when.settled, _SOON)
        for other in others
    )


def _is_implied(claim: ReadClaim, others: Iterable[ReadClaim]) -> bool:
    """Whether somebody lost what the report says that another took in the same days."""
    return claim.effect is Effect.LOSES and any(
        other.effect is Effect.TAKES
        and other.holder != claim.loser
        and key(other.place) == key(claim.place)
        and other.when.earliest <= _later(claim.when.latest, _SOON)
        and claim.when.earliest <= _later(other.when.settled, _SOON)
        for other in others
    )


def _same(one: ReadClaim, other: ReadClaim) -> bool:
    if key(one.place) != key(other.place):
        return False
    if one.effect is Effect.CONTESTS and other.effect is Effect.CONTESTS:
        return True
    if one.holder != other.holder:
        return False
    if (one.effect in _HOLDING) != (other.effect in _HOLDING):
        return False
    if one.effect not in _HOLDING and one.effect is not other.effect:
        return False
    return one.effect is not Effect.LOSES or one.loser == other.loser


def close(one: Told[Statement], other: Told[Statement]) -> bool:
    """Whether two dates can be one; what is not dated by its own words can be some days off."""
    first, second = one.statement.when, other.statement.when
    slack = timedelta(0) if one.dated and other.dated else _SOON
    return first.earliest <= _later(second.latest, slack) and second.earliest <= _later(
        first.latest, slack
    )


def _later(day: date, slack: timedelta) -> date:
    return day if day > date.max - slack else day + slack


def _better(one: Told[ReadClaim], other: Told[ReadClaim]) -> Told[ReadClaim]:
    """The taking of the two, else the one told first; with the better date and a loser."""
    first, second = one, other
    if other.statement.effect is Effect.TAKES and one.statement.effect is Effect.HOLDS:
        first, second = other, one
    claim = first.statement
    if second.dated and not first.dated and second.statement.effect is claim.effect:
        claim = replace(claim, when=second.statement.when)
    if claim.effect is Effect.CONTESTS:
        claim = _both_sides(claim, second.statement)
    elif claim.loser is None and claim.effect is Effect.TAKES:
        claim = replace(claim, loser=second.statement.loser)
    return Told(claim, first.dated or second.dated, party=first.party)


def _both_sides(claim: ReadClaim, other: ReadClaim) -> ReadClaim:
    """Who fights for a place, put together from two sentences."""
    sides = [claim.holder, claim.loser, other.holder, other.loser]
    named = list(dict.fromkeys(side for side in sides if side is not None))
    return replace(
        claim,
        holder=named[0] if named else None,
        loser=named[1] if len(named) > 1 else None,
    )


def merged_figures(figures: Iterable[ReadFigure]) -> tuple[ReadFigure, ...]:
    """Keep one figure for each measure and number, with its party if it is ever named."""
    kept: list[ReadFigure] = []
    for one in figures:
        for index, known in enumerate(kept):
            if _counts_the_same(known, one):
                fuller = one if known.low is None and known.high is None else known
                kept[index] = replace(
                    known, actor=known.actor or one.actor, low=fuller.low, high=fuller.high
                )
                break
        else:
            kept.append(one)
    return tuple(kept)


def _counts_the_same(one: ReadFigure, other: ReadFigure) -> bool:
    """Whether it is one number, told again without "at least"."""
    if one.measure is not other.measure or one.value != other.value:
        return False
    bounds, others = (one.low, one.high), (other.low, other.high)
    plain = one.value is not None and (None, None) in {bounds, others}
    return (bounds == others or plain) and len({one.actor, other.actor} - {None}) <= 1


def key(place: ReadPlace | None) -> str | None:
    """The id of a place, by which two of them are the same."""
    return place.id if place is not None else None
