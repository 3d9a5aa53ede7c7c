"""Who took a place, where a sentence leaves it unsaid: who does so elsewhere in the report."""

from collections.abc import Sequence
from typing import NamedTuple

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.clauses.actors import PEACEFUL, Cast
from geomap.reading.model import ReadClaim, ReadPlace

_SOON = 7
"""Days between two tellings of one capture."""


class Taking(NamedTuple):
    """That somebody took a place; or, where it is asked who did, lost it."""

    party: str | None
    place: ReadPlace
    retaken: bool
    """Whether it was freed or taken back."""
    when: When
    start: int
    """Where its sentence stands in the report."""


class Takers:
    """Those who take, hold and attack places in a report."""

    def __init__(self, cast: Cast) -> None:
        """`cast` knows the governments."""
        self._cast = cast
        self._takings: list[Taking] = []
        self._there: list[tuple[Effect, Taking]] = []
        """Who is told to have, or to fight for, which place."""
        self._attackers: list[tuple[str, str]] = []
        """Who opened an offensive, and in which country."""

    def note(self, claim: ReadClaim, *, retaken: bool) -> None:
        """Remember who took, has or fights for a place."""
        if claim.place is None or claim.holder in PEACEFUL or claim.holder is None:
            return
        taking = Taking(claim.holder, claim.place, retaken, claim.when, claim.start)
        if claim.effect is Effect.TAKES:
            self._takings.append(taking)
        self._there.append((claim.effect, taking))

    def attack(self, party: str | None, country: str | None) -> None:
        """Remember who went over to the attack in a country."""
        if party is not None and party not in PEACEFUL and country is not None:
            self._attackers.append((party, country))

    def likeliest(self, lost: Taking) -> str | None:
        """Who took what was lost: who takes places there at about the same time.

        Whom the report says took that place in those days is told of again. What is freed or
        taken back goes to who does so elsewhere, else to the government.
        """
        before = [one for one in self._takings if one.start <= lost.start]
        return (
            self._there_told(Effect.TAKES, lost, before=True)
            or _nearest(before, lost)
            or self._there_told(Effect.TAKES, lost, before=False)
            or self._foe(lost)
            or self._cast.only_party(lost.party)
            or self._there_told(Effect.CONTESTS, lost, before=False)
            or _nearest(self._takings, lost)
            or self._attacker(lost)
        )

    def _there_told(self, effect: Effect, lost: Taking, *, before: bool) -> str | None:
        """Who is told to have taken or entered the place itself in those days."""
        found = [
            one
            for kind, one in self._there
            if kind is effect
            and (one.start <= lost.start) is before
            and one.party != lost.party
            and one.place == lost.place
            and _days_between(one.when, lost.when) <= _SOON
        ]
        if not found:
            return None
        return min(found, key=lambda one: _days_between(one.when, lost.when)).party

    def _attacker(self, lost: Taking) -> str | None:
        """The one party that went over to the attack in the country."""
        country = lost.place.country
        able = {party for party, where in self._attackers if where == country} - {lost.party}
        return able.pop() if len(able) == 1 else None

    def _foe(self, lost: Taking) -> str | None:
        """The government, for what it had lost and what others than governments lost."""
        loser = lost.party
        if lost.retaken or (loser is not None and loser not in self._cast.governments):
            return self._cast.government_of(lost.place.country)
        return None


def _nearest(takings: Sequence[Taking], lost: Taking) -> str | None:
    """Who took places of the same country at about the same time; of several the last told of."""
    able = [
        one
        for one in reversed(takings)
        if one.party != lost.party
        and one.place.country == lost.place.country
        and (one.retaken or not lost.retaken)
    ]
    if not able:
        return None
    return min(able, key=lambda one: _days_between(one.when, lost.when)).party


def _days_between(one: When, other: When) -> int:
    """The days that lie between two dates; none when they can be the same."""
    if one.earliest > other.latest:
        return (one.earliest - other.latest).days
    return max(0, (other.earliest - one.settled).days)
