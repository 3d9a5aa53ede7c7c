"""Rule 1: who holds a place on a day, judged from the claims that were known by then.

The rule in words stands in docs/control.md; each step below names the sentence it carries out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter

from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Effect


class Status(StrEnum):
    """The kind of answer."""

    HELD = "held"
    CONTESTED = "contested"  # A claim says that there is fighting inside.
    DISPUTED = "disputed"  # Sources disagree on the holder.
    UNKNOWN = "unknown"  # No claim names anybody.


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a place, without the evidence."""

    status: Status
    holders: tuple[str, ...] = ()
    """All that are named: for `held` the holder first, else the weightiest first."""
    opposed: bool = False
    """Held by a majority of the weight; some source names another."""
    uncertain: bool = False
    """A change is going on whose day is not known; `candidates` may hold the place already."""
    candidates: tuple[str, ...] = ()

    @property
    def holder(self) -> str | None:
        """The one holder, or None unless the place is held."""
        return self.holders[0] if self.status is Status.HELD else None


UNKNOWN = Verdict(Status.UNKNOWN)
Side = tuple[Effect | None, str | None, str | None]
"""What claims of one side agree on: holder, or the parties that fight."""

_NEVER = (date.min, -2, date.min)
_DATED = attrgetter("when.settled", "known", "id")


@dataclass(frozen=True, slots=True)
class Control:
    """The answer for a place on a day: the verdict and the claims that it rests on."""

    verdict: Verdict
    evidence: tuple[Claim, ...] = ()
    stale_from: date | None = None
    """The day from which the holder counts as stale, unless somebody names it again."""

    def is_stale(self, day: date) -> bool:
        """Whether the holder's newest claim is too old by that day."""
        return self.stale_from is not None and day >= self.stale_from


def known_by(day: date | None, claims: Iterable[Claim]) -> list[Claim]:
    """The claims that were known on a day; all of them for None."""
    return [claim for claim in claims if day is None or claim.known <= day]


def control_on(day: date, claims: Sequence[Claim], rule: Rule, *areas: Sequence[Claim]) -> Control:
    """Judge one place on one day from the claims on it and on the areas that it lies in.

    All claims given count as known; narrow them with `known_by`. Claims on an area count only
    while none does on the place itself or on a smaller area; `areas` go from small to large. The
    answer does not depend on the order of the claims.
    """
    settled, pending = in_force(day, claims)
    for of_the_area in areas:
        if settled:
            break
        settled, starting = in_force(day, of_the_area)
        pending += starting
    counted = counting(by_date(settled), rule)
    pending = by_date(pending)
    verdict = judged(counted, pending, rule)
    return Control(verdict, (*counted, *pending), stale_from(verdict, counted, rule))


def judged(counted: list[Claim], pending: list[Claim], rule: Rule) -> Verdict:
    """Steps 4 and 5: the verdict of the claims that count, and of those that may count already."""
    verdict = verdict_of(counted, rule)
    if not pending:
        return verdict
    # Step 5: until the latest day of a change the old answer stands, marked uncertain. Changes
    # whose dates overlap may not have come together: any one may have, and the others not yet.
    chances = [pending] if len(pending) == 1 else [pending, *([claim] for claim in pending)]
    after = [verdict_of(counting([*counted, *come], rule), rule) for come in chances]
    if all((one.status, one.holders) == (verdict.status, verdict.holders) for one in after):
        return verdict
    named = dict.fromkeys(holder for one in after for holder in one.holders)
    candidates = tuple(holder for holder in named if holder != verdict.holder)
    return replace(verdict, uncertain=True, candidates=candidates)


def in_force(day: date, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Step 1: the claims whose day has come for certain, and those for which it may have."""
    settled = [claim for claim in claims if claim.when.settled <= day]
    if len(settled) == len(claims):
        return settled, []
    return settled, pending_on(day, claims)


def pending_on(day: date, claims: Sequence[Claim]) -> list[Claim]:
    """Step 1, second half: the claims whose day may have come, but has not for certain."""
    return [claim for claim in claims if claim.when.earliest <= day < claim.when.settled]


def counting(claims: list[Claim], rule: Rule) -> list[Claim]:
    """Steps 2 and 3: what is not yet history, each source by its newest, inside the window.

    What is left out never counts again: claims that settle on a later day can only leave out
    more. So those that count together with later ones give the same as all of them together.
    """
    current = not_history(claims)
    if len(current) > 1:
        current = within_window(newest_of_each_source(current), current, rule)
    return current


def within_window(voices: list[Claim], current: Sequence[Claim], rule: Rule) -> list[Claim]:
    """Step 3, second half: whom nobody contradicts much later, and those that stand.

    `current` are all claims that are not history: a source that has silenced another and then
    changed its mind does not give the other its voice back.
    """
    newest: dict[Side, date] = {}
    for claim in current:
        side, settled = side_of(claim), claim.when.settled
        newest[side] = max(newest.get(side, settled), settled)
    if len(newest) == 1:
        return voices
    return [
        claim
        for claim in voices
        if claim.when.standing
        or all(
            settled - claim.when.settled <= rule.dispute_window
            for side, settled in newest.items()
            if side != side_of(claim)
        )
    ]


def side_of(claim: Claim) -> Side:
    """What a claim speaks for: its holder, fighting between its parties, or a loss to no one."""
    if claim.names_holder:
        return None, claim.holder, None
    first, second = sorted((claim.holder or "", claim.loser or ""))
    return claim.effect, first, second


def newest_of_each_source(claims: list[Claim]) -> list[Claim]:
    """Step 3, first half: each source counts with its newest claims."""
    if len({claim.source_id for claim in claims}) == len(claims):
        return claims
    newest: dict[str, tuple[date, int, date]] = {}
    recencies = [_recency(claim) for claim in claims]
    for claim, recency in zip(claims, recencies, strict=True):
        if recency > newest.get(claim.source_id, _NEVER):
            newest[claim.source_id] = recency
    return [
        claim
        for claim, recency in zip(claims, recencies, strict=True)
        if recency == newest[claim.source_id]
    ]


def not_history(claims: list[Claim]) -> list[Claim]:
    """Step 2: the newest taking or losing makes history of every claim dated before it."""
    if len(claims) == 1:
        return claims
    changes = [claim for claim in claims if claim.changes_control]
    if not changes:
        return claims
    newest = max(changes, key=_position) if len(changes) > 1 else changes[0]
    day, order = newest.when.settled, newest.order
    return [
        claim
        for claim in claims
        if (settled := claim.when.settled) > day
        or (settled == day and (order is None or claim.order is None or claim.order >= order))
    ]


def _position(claim: Claim) -> tuple[date, int]:
    return claim.when.settled, -1 if claim.order is None else claim.order


def _recency(claim: Claim) -> tuple[date, int, date]:
    return *_position(claim), claim.known


def verdict_of(counted: Sequence[Claim], rule: Rule) -> Verdict:
    """Step 4: fighting inside, one holder, a majority among several, or a dispute."""
    weights: dict[str, int] = {}
    fighting = False
    for claim in counted:
        parties: tuple[str | None, ...] = (claim.holder,)
        if claim.effect is Effect.CONTESTS:
            fighting = True
            parties = (claim.holder, claim.loser)
        for actor in parties:
            if actor:
                weights[actor] = weights.get(actor, 0) + claim.grade.weight
    if not fighting and len(weights) <= 1:
        return _held_by(*weights) if weights else UNKNOWN
    holders = tuple(sorted(weights, key=lambda actor: (-weights[actor], actor)))
    if fighting:
        return Verdict(Status.CONTESTED, holders)
    if weights[holders[0]] >= rule.majority * sum(weights.values()):
        return Verdict(Status.HELD, holders, opposed=True)
    return Verdict(Status.DISPUTED, holders)


@lru_cache(maxsize=1024)
def _held_by(actor: str) -> Verdict:
    """The commonest verdict, made once an actor."""
    return Verdict(Status.HELD, (actor,))


def stale_from(verdict: Verdict, counted: Sequence[Claim], rule: Rule) -> date | None:
    """Step 6: the first day on which the holder's newest claim is too old."""
    if verdict.status is not Status.HELD:
        return None
    holder = verdict.holders[0]
    newest = date.min
    for claim in counted:
        if claim.holder == holder and claim.names_holder:
            if claim.when.standing:
                return None
            newest = max(newest, claim.when.settled)
    if date.max - newest <= rule.staleness:
        return None
    return newest + rule.staleness + timedelta(days=1)


def by_date(claims: list[Claim]) -> list[Claim]:
    """The order in which evidence is given; the steps keep it."""
    return sorted(claims, key=_DATED) if len(claims) > 1 else claims
