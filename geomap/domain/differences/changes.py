"""What changed from one answer to another: which places passed from whom to whom.

The two answers may be of two days, as known on two days, at two revisions or by two rules. A place
belongs to a party: the actor that holds it or, where nobody does, the status that says why. Every
place belongs to one party in each answer, so what all parties gain together is what all lose.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from geomap.domain.areas import is_area
from geomap.domain.control import UNKNOWN, Control, Status, Verdict
from geomap.domain.differences.accounts import Account, Heard, accounts_of, events_of
from geomap.domain.differences.reasons import reasons_between
from geomap.domain.measures.bands import Extent, total
from geomap.domain.measures.reasons import Reason
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Actor, Event, Frame, Place, Source
from geomap.domain.territory.cells import Cell

_UNKNOWN = Control(UNKNOWN)


@dataclass(frozen=True, slots=True)
class Asked:
    """One end of a comparison: a day, and from where it is answered."""

    day: date
    standpoint: Standpoint


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a place belongs to: the actor that holds it, or nobody and the status that says why."""

    actor: str | None
    status: Status

    @classmethod
    def of(cls, verdict: Verdict) -> "Party":
        """The party that a verdict names."""
        return cls(verdict.holder, verdict.status)

    @property
    def rank(self) -> tuple[bool, str]:
        """Actors come first, by id; then nobody, by status."""
        return self.actor is None, self.actor or self.status


@dataclass(frozen=True, slots=True)
class ChangedPlace:
    """A place that belongs to another party in the second answer, and what accounts for it."""

    place: Place
    before: Control
    after: Control
    extent: Extent
    claims: tuple[Account, ...]
    events: tuple[Event, ...]
    reasons: tuple[Reason, ...]
    """What the change comes from: the ground, other sources, imprecise dates or another rule."""

    @property
    def loser(self) -> Party:
        """Whom it belonged to in the first answer."""
        return Party.of(self.before.verdict)

    @property
    def winner(self) -> Party:
        """Whom it belongs to in the second answer."""
        return Party.of(self.after.verdict)


@dataclass(frozen=True, slots=True)
class Transfer:
    """All places that passed from one party to another."""

    loser: Party
    winner: Party
    places: tuple[ChangedPlace, ...]

    @property
    def extent(self) -> Extent:
        """How much they come to."""
        return total(one.extent for one in self.places)


@dataclass(frozen=True, slots=True)
class Balance:
    """What one party gained and lost."""

    party: Party
    gained: tuple[ChangedPlace, ...]
    lost: tuple[ChangedPlace, ...]

    @property
    def gains(self) -> Extent:
        """How much it gained."""
        return total(one.extent for one in self.gained)

    @property
    def losses(self) -> Extent:
        """How much it lost."""
        return total(one.extent for one in self.lost)

    @property
    def net(self) -> Extent:
        """Gains less losses; its numbers are negative where more was lost."""
        return self.gains - self.losses


@dataclass(frozen=True, slots=True)
class Answers:
    """One end of a comparison: the answer for each place, and the statements it was made from."""

    heard: Heard
    controls: Mapping[str, Control] = field(default_factory=dict)
    """By place; what is missing is unknown."""

    def at(self, place: Place) -> Control:
        """The answer for a place."""
        return self.controls.get(place.id, _UNKNOWN)


def changed_places(
    places: Iterable[Place], ends: tuple[Answers, Answers], extents: Mapping[str, Extent]
) -> list[ChangedPlace]:
    """The places whose party differs, in the order given.

    Areas are left out: a claim on a governorate counts through the places in it. `extents` say how
    much each place comes to; a place that is missing there counts as one place without land.
    """
    first, second = ends
    return [
        _changed(place, ends, extents.get(place.id, Extent(1)))
        for place in places
        if not is_area(place)
        and Party.of(first.at(place).verdict) != Party.of(second.at(place).verdict)
    ]


def _changed(place: Place, ends: tuple[Answers, Answers], extent: Extent) -> ChangedPlace:
    first, second = ends
    answers = first.at(place), second.at(place)
    accounts = accounts_of(place, first.heard, second.heard, answers)
    events = events_of(place, first.heard, second.heard, accounts)
    reasons = reasons_between(place, first.heard, second.heard)
    return ChangedPlace(place, *answers, extent, accounts, events, reasons)


def transfers_of(changes: Sequence[ChangedPlace]) -> list[Transfer]:
    """The changes by pair of parties: from whom, then to whom."""
    pairs: dict[tuple[Party, Party], list[ChangedPlace]] = {}
    for one in changes:
        pairs.setdefault((one.loser, one.winner), []).append(one)
    ordered = sorted(pairs, key=lambda pair: (pair[0].rank, pair[1].rank))
    return [Transfer(*pair, tuple(pairs[pair])) for pair in ordered]


def balances_of(changes: Sequence[ChangedPlace]) -> list[Balance]:
    """The gains and losses of every party that has any, actors first."""
    parties = {party for one in changes for party in (one.loser, one.winner)}
    return [
        Balance(
            party,
            tuple(one for one in changes if one.winner == party),
            tuple(one for one in changes if one.loser == party),
        )
        for party in sorted(parties, key=lambda party: party.rank)
    ]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two answers on all places of an atlas.

    Both ends name the revision that they were answered from. Cells are those of the newer of the
    two, so that a place has the same land at both ends.
    """

    frame: Frame
    ends: tuple[Asked, Asked]
    compared: int
    """How many places both answers are about."""
    changes: tuple[ChangedPlace, ...]
    actors: Mapping[str, Actor]
    sources: Mapping[str, Source]
    cells: Mapping[str, Cell]
