"""Who took a place, where a sentence leaves it unsaid: who does so elsewhere in the report."""

from typing import NamedTuple

from geomap.domain.when import When
from geomap.reading.clauses.actors import PEACEFUL, Cast


class Taking(NamedTuple):
    """That somebody took a place in a country; or, where it is asked who did, lost it."""

    party: str | None
    country: str
    retaken: bool
    """Whether it was freed or taken back."""
    when: When
    place: str
    """The id of what was taken."""


class Takers:
    """Those who take places in a report, as they come."""

    def __init__(self, cast: Cast) -> None:
        """`cast` knows the governments."""
        self._cast = cast
        self._takings: list[Taking] = []

    def add(self, taking: Taking) -> None:
        """Remember who took a place."""
        if taking.party not in PEACEFUL:
            self._takings.append(taking)

    def likeliest(self, lost: Taking) -> str | None:
        """Who took what was lost: who took places there at about the same time.

        Whom the report says took that place in those days is told of again. What is freed or
        taken back goes to who does so elsewhere, else to the government.
        """
        others = [one for one in reversed(self._takings) if one.party != lost.party]
        there = [one for one in others if one.place == lost.place]
        able = [one for one in there if _days_between(one.when, lost.when) <= _A_WEEK] or [
            one
            for one in others
            if one.country == lost.country and (one.retaken or not lost.retaken)
        ]
        if able:
            return min(able, key=lambda one: _days_between(one.when, lost.when)).party
        loser = lost.party
        if lost.retaken or (loser is not None and loser not in self._cast.governments):
            return self._cast.government_of(lost.country)
        return self._cast.only_party(loser)


_A_WEEK = 7


def _days_between(one: When, other: When) -> int:
    """The days that lie between two dates; none when they can be the same."""
    if one.earliest > other.latest:
        return (one.earliest - other.latest).days
    return max(0, (other.earliest - one.settled).days)
