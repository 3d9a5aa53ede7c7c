"""What the difference between two answers on a place comes from: the ground, or how it is told.

The way from one answer to the other is taken in two steps: first to the other standpoint on the
same day, then to the other day from there. Each step on which the place passes to another party
gives its reasons.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from geomap.domain.control import Status
from geomap.domain.differences.accounts import Heard, settings_of
from geomap.domain.measures.grants import HELD, Stretch, stretches_of
from geomap.domain.measures.reasons import Reason
from geomap.domain.statements import Place

_Party = tuple[Status, str | None]


def reasons_between(place: Place, first: Heard, second: Heard) -> tuple[Reason, ...]:
    """The reasons for which two answers on a place name different parties, in their order.

    A party is the holder or, where nobody holds the place, the status.
    """
    told_before, told_after = (stretches_of(one.history(place)) for one in (first, second))
    reasons: set[Reason] = set()
    if _party_on(told_before, first.day) != _party_on(told_after, first.day):
        reasons.update(_of_the_standpoint(place, first, second))
    reasons.update(_on_the_way(told_after, *sorted((first.day, second.day))))
    return tuple(reason for reason in Reason if reason in reasons)


def _of_the_standpoint(place: Place, first: Heard, second: Heard) -> Iterator[Reason]:
    if first.claims(place) != second.claims(place):
        yield Reason.SOURCE
    if settings_of(first.standpoint.rule) != settings_of(second.standpoint.rule):
        yield Reason.RULE


def _on_the_way(stretches: Sequence[Stretch], earlier: date, later: date) -> Iterator[Reason]:
    for before, after in pairwise([None, *stretches]):
        if after and earlier < after.start <= later and _party(before) != _party(after):
            yield after.reason


def _party_on(stretches: Sequence[Stretch], day: date) -> _Party:
    return _party(next((one for one in stretches if one.contains(day)), None))


def _party(stretch: Stretch | None) -> _Party:
    if stretch is None:
        return Status.UNKNOWN, None
    holders = (actor for actor, grant in stretch.grants.items() if grant in HELD)
    return stretch.status, next(holders, None)
