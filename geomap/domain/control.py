"""Rule 1: who holds a place on a day, judged from the claims that were known by then.

The rule in words stands in docs/control.md; each step below names the sentence it carries out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
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
_NEVER = (date.min, -2, date.min)


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
    counted = _counted(settled, rule)
    verdict = verdict_of(counted, rule)
    stale_from = _stale_from(verdict, counted, rule)
    if pending:
        after = verdict_of(_counted([*settled, *pending], rule), rule)
        verdict = _awaiting(after, verdict)
    return Control(verdict, _by_date([*counted, *pending]), stale_from)


def in_force(day: date, claims: Sequence[Claim]) -> tuple[list[Claim], list[Claim]]:
    """Step 1: the claims whose day has come for certain, and those for which it may have."""
    settled = [claim for claim in claims if claim.when.settled <= day]
    if len(settled) == len(claims):
        return settled, []
    pending = [claim for claim in claims if claim.when.earliest <= day < claim.when.settled]
    return settled, pending


def _awaiting(after: Verdict, verdict: Verdict) -> Verdict:
    """Step 5: until the latest day of a change the old answer stands, marked uncertain."""
    if (after.status, after.holders) == (verdict.status, verdict.holders):
        return verdict
    candidates = tuple(holder for holder in after.holders if holder != verdict.holder)
    return replace(verdict, uncertain=True, candidates=candidates)


def _counted(claims: list[Claim], rule: Rule) -> list[Claim]:
    """Steps 2 and 3: what is not yet history, each source by its newest, inside the window."""
    current = not_history(claims)
    if len(current) > 1:
        current = within_window(newest_of_each_source(current), rule)
    return current


def within_window(claims: list[Claim], rule: Rule) -> list[Claim]:
    """Step 3, second half: those that are not much older than the newest, and those that stand."""
    newest = max(claim.when.settled for claim in claims)
    return [
        claim
        for claim in claims
        if newest - claim.when.settled <= rule.dispute_window or claim.when.standing
    ]


def newest_of_each_source(claims: list[Claim]) -> list[Claim]:
    """Step 3, first half: each source counts with its newest claims."""
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
    changes = [claim for claim in claims if claim.changes_control]
    if not changes:
        return claims
    newest = max(changes, key=_position)
    day, order = _position(newest)

    def stays(claim: Claim) -> bool:
        if claim.when.settled != day:
            return claim.when.settled > day
        return claim.order is None or newest.order is None or claim.order >= order

    return [claim for claim in claims if stays(claim)]


def _position(claim: Claim) -> tuple[date, int]:
    return claim.when.settled, -1 if claim.order is None else claim.order


def _recency(claim: Claim) -> tuple[date, int, date]:
    return *_position(claim), claim.known


def verdict_of(counted: Sequence[Claim], rule: Rule) -> Verdict:
    """Step 4: fighting inside, one holder, a majority among several, or a dispute."""
    weights: dict[str, int] = {}
    fighting = False
    for claim in counted:
        fighting = fighting or claim.effect is Effect.CONTESTS
        for actor in _parties(claim):
            weights[actor] = weights.get(actor, 0) + claim.grade.weight
    holders = tuple(sorted(weights, key=lambda actor: (-weights[actor], actor)))
    if fighting:
        return Verdict(Status.CONTESTED, holders)
    if not holders:
        return UNKNOWN
    if len(holders) == 1:
        return Verdict(Status.HELD, holders)
    if weights[holders[0]] >= rule.majority * sum(weights.values()):
        return Verdict(Status.HELD, holders, opposed=True)
    return Verdict(Status.DISPUTED, holders)


def _parties(claim: Claim) -> tuple[str, ...]:
    if claim.names_holder and claim.holder:
        return (claim.holder,)
    if claim.effect is Effect.CONTESTS:
        return tuple(actor for actor in (claim.holder, claim.loser) if actor)
    return ()


def _stale_from(verdict: Verdict, counted: Sequence[Claim], rule: Rule) -> date | None:
    """Step 6: the first day on which the holder's newest claim is too old."""
    naming = [c for c in counted if c.names_holder and c.holder == verdict.holder]
    if not naming or any(claim.when.standing for claim in naming):
        return None
    newest = max(claim.when.settled for claim in naming)
    if date.max - newest <= rule.staleness:
        return None
    return newest + rule.staleness + timedelta(days=1)


def _by_date(claims: list[Claim]) -> tuple[Claim, ...]:
    if len(claims) > 1:
        claims.sort(key=attrgetter("when.settled", "known", "id"))
    return tuple(claims)
