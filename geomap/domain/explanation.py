"""Why a place is judged as it is: what became of every claim, and how the rest was weighed.

The steps are those of `geomap.domain.control`, by the same functions, so that an explanation can
never tell another story than the answer. The rule in words stands in docs/control.md.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from geomap.domain.control import (
    Control,
    control_on,
    in_force,
    known_by,
    newest_of_each_source,
    not_history,
    side_of,
    verdict_of,
    within_window,
)
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Place


class Fate(StrEnum):
    """What became of a claim, in the order of the steps of the rule."""

    NOT_HEARD = "not_heard"  # The rule that was asked leaves its source out.
    NOT_KNOWN = "not_known_yet"
    NOT_IN_FORCE = "not_in_force_yet"
    BELOW = "below_a_smaller_place"  # On an area, while the place or a smaller area has claims.
    PENDING = "pending"  # Between its earliest and latest day.
    HISTORY = "made_history"
    REPLACED = "replaced_by_its_source"
    OUTSIDE_WINDOW = "outside_the_dispute_window"
    COUNTED = "counted"


STEPS = {
    Fate.NOT_HEARD: 0,
    Fate.NOT_KNOWN: 1,
    Fate.NOT_IN_FORCE: 1,
    Fate.BELOW: 1,
    Fate.PENDING: 5,
    Fate.HISTORY: 2,
    Fate.REPLACED: 3,
    Fate.OUTSIDE_WINDOW: 3,
    Fate.COUNTED: 4,
}
"""The step of rule 1 that decided on a claim; 0 stands for the choice of sources before it."""


@dataclass(frozen=True, slots=True)
class Considered:
    """A claim and what became of it."""

    claim: Claim
    fate: Fate
    by: Claim | None = None
    """The claim that left this one out, for a fate that needs one."""
    days: int = 0
    """For a claim outside the dispute window: how many days it is older than the claim `by`."""
    parties: tuple[str, ...] = ()
    """For a claim that counts or is pending: the actors that it names, each by its weight."""


@dataclass(frozen=True, slots=True)
class Share:
    """What speaks for one actor, in hundredths as grades weigh, and its part of the whole."""

    actor_id: str
    weight: int
    part: Fraction


@dataclass(frozen=True, slots=True)
class Freshness:
    """How old the newest claim that names the holder is."""

    newest: Claim
    age_days: int
    limit_days: int
    stale: bool
    """Never true for a standing claim, which its source upholds until it says otherwise."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """The answer for a place on a day, with all that was considered for it."""

    place: Place
    day: date
    standpoint: Standpoint
    control: Control
    considered: tuple[Considered, ...]
    """Every claim on the place or its areas, by date, then by the day it became known."""
    shares: tuple[Share, ...]
    freshness: Freshness | None

    def with_fate(self, *fates: Fate) -> list[Considered]:
        """The claims that one of these things became of."""
        return [one for one in self.considered if one.fate in fates]


def explain(
    place: Place,
    day: date,
    claims: Sequence[Claim],
    areas: Sequence[Sequence[Claim]],
    standpoint: Standpoint,
) -> Explanation:
    """Say what became of every claim on a place, and on its areas from small to large."""
    rule, known = standpoint.rule, standpoint.known
    layers = [list(claims), *map(list, areas)]
    considered = [_left_out(claim, rule, known) for layer in layers for claim in layer]
    answering = [known_by(known, filter(rule.hears, layer)) for layer in layers]
    control = control_on(day, answering[0], rule, *answering[1:])
    judged = [*filter(None, considered), *_judged(day, answering, rule)]
    judged.sort(key=lambda one: (one.claim.when.settled, one.claim.known, one.claim.id))
    counted = [one.claim for one in judged if one.fate is Fate.COUNTED]
    shares = _shares(counted, control, rule)
    freshness = _freshness(counted, control, day, rule)
    return Explanation(place, day, standpoint, control, tuple(judged), shares, freshness)


def _left_out(claim: Claim, rule: Rule, known: date | None) -> Considered | None:
    """What is said of a claim that the rule does not hear, or that was not known yet."""
    if not rule.hears(claim):
        return Considered(claim, Fate.NOT_HEARD)
    if known is not None and claim.known > known:
        return Considered(claim, Fate.NOT_KNOWN)
    return None


def _judged(day: date, layers: Sequence[Sequence[Claim]], rule: Rule) -> Iterable[Considered]:
    """What steps 1 to 5 make of the claims that are known and heard."""
    below: Claim | None = None
    for claims in layers:
        settled, pending = in_force(day, claims)
        came = {claim.id for claim in (*settled, *pending)}
        for claim in claims:
            if claim.id not in came:
                yield Considered(claim, Fate.NOT_IN_FORCE)
            elif below is not None:
                yield Considered(claim, Fate.BELOW, below)
        if below is None:
            yield from (
                Considered(claim, Fate.PENDING, parties=_parties(claim, rule)) for claim in pending
            )
            yield from _weighed(settled, rule)
            below = _newest(settled) if settled else None


def _weighed(settled: list[Claim], rule: Rule) -> Iterable[Considered]:
    """Steps 2 and 3 for the claims in force on the place, or on the smallest area with any."""
    current = not_history(settled)
    changes = [claim for claim in current if claim.changes_control]
    voices = newest_of_each_source(current)
    counted = within_window(voices, current, rule)
    stays, speaks, counts = (
        {claim.id for claim in claims} for claims in (current, voices, counted)
    )
    for claim in settled:
        if claim.id not in stays:
            yield Considered(claim, Fate.HISTORY, _newest(changes))
        elif claim.id not in speaks:
            own = [voice for voice in voices if voice.source_id == claim.source_id]
            yield Considered(claim, Fate.REPLACED, _newest(own))
        elif claim.id not in counts:
            newest = _newest(one for one in current if side_of(one) != side_of(claim))
            older = (newest.when.settled - claim.when.settled).days
            yield Considered(claim, Fate.OUTSIDE_WINDOW, newest, older)
        else:
            yield Considered(claim, Fate.COUNTED, parties=_parties(claim, rule))


def _newest(claims: Iterable[Claim]) -> Claim:
    """The newest by date and given order; of several equally new ones the first by id."""
    first_by_id = sorted(claims, key=lambda claim: claim.id)
    return max(first_by_id, key=_position)


def _position(claim: Claim) -> tuple[date, int]:
    return claim.when.settled, -1 if claim.order is None else claim.order


def _parties(claim: Claim, rule: Rule) -> tuple[str, ...]:
    return verdict_of([claim], rule).holders


def _shares(counted: Sequence[Claim], control: Control, rule: Rule) -> tuple[Share, ...]:
    """Step 4: the weight for each actor, in the order of the verdict."""
    weights: dict[str, int] = dict.fromkeys(control.verdict.holders, 0)
    for claim in counted:
        for actor in _parties(claim, rule):
            weights[actor] += claim.grade.weight
    total = sum(weights.values())
    return tuple(Share(actor, own, Fraction(own, total)) for actor, own in weights.items())


def _freshness(
    counted: Sequence[Claim], control: Control, day: date, rule: Rule
) -> Freshness | None:
    """Step 6: the age of the newest claim that names the holder; none where nobody holds."""
    holder = control.verdict.holder
    naming = [claim for claim in counted if claim.names_holder and claim.holder == holder]
    if not naming:
        return None
    standing = [claim for claim in naming if claim.when.standing]
    newest = _newest(standing or naming)
    age = day - newest.when.settled
    return Freshness(newest, age // timedelta(days=1), rule.staleness.days, control.is_stale(day))
