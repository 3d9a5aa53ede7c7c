"""What the sources grant each actor in a place: the ground under every band of measured territory.

On each day an actor stands in one of six ways to a place, or in none. They are told from the
verdict and from the claims that it rests on; docs/territory.md says what each is good for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from geomap.domain.control import Status, Verdict
from geomap.domain.measures.reasons import Reason, reason_of
from geomap.domain.statements import Claim, Effect
from geomap.domain.timeline import ControlPeriod


class Grant(StrEnum):
    """How an actor stands to a place."""

    EVERY_SOURCE = "every_source"
    """It holds the place, and every claim that the answer rests on says so."""
    VERDICT = "verdict"
    """It holds the place by rule 1, though not every such claim says so."""
    CONTESTED = "contested"
    """It is named in a place that is fought over."""
    DISPUTED = "disputed"
    """It is named in a place on whose holder the sources disagree."""
    OPPOSED = "opposed"
    """Another holds the place; some source that counts names this actor."""
    PENDING = "pending"
    """Only a claim whose day has come perhaps, but not for certain, names this actor."""


HELD = frozenset({Grant.EVERY_SOURCE, Grant.VERDICT})
_NAMED = {Status.CONTESTED: Grant.CONTESTED, Status.DISPUTED: Grant.DISPUTED}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days `[start, end)` on which nobody's standing in a place changes; None while it lasts."""

    start: date
    end: date | None
    status: Status
    grants: Mapping[str, Grant]
    reason: Reason
    """Why it differs from the stretch before it, or from knowing nothing."""

    def contains(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.start <= day and (self.end is None or day < self.end)


def grants_of(verdict: Verdict, evidence: Iterable[Claim]) -> dict[str, Grant]:
    """How every actor that is named stands to a place, from the answer of one day."""
    evidence = tuple(evidence)
    grants = dict.fromkeys(_named_by(evidence), Grant.PENDING)
    grants |= dict.fromkeys(verdict.holders, _NAMED.get(verdict.status, Grant.OPPOSED))
    if verdict.holder:
        agreed = all(one.names_holder and one.holder == verdict.holder for one in evidence)
        grants[verdict.holder] = Grant.EVERY_SOURCE if agreed else Grant.VERDICT
    return grants


def _named_by(claims: Iterable[Claim]) -> Iterator[str]:
    """The actors that claims grant a part in a place; one that is driven out has none."""
    for claim in claims:
        parties = (
            (claim.holder, claim.loser) if claim.effect is Effect.CONTESTS else (claim.holder,)
        )
        yield from (actor for actor in parties if actor)


def stretches_of(periods: Sequence[ControlPeriod]) -> list[Stretch]:
    """The history of one place, cut wherever anybody's standing in it changes.

    `periods` are those of one place in order, as `periods_of` gives them.
    """
    stretches: list[Stretch] = []
    before: Sequence[Claim] = ()
    for start, end, verdict, evidence in _days_of_one_evidence(periods):
        grants = grants_of(verdict, evidence)
        last = stretches[-1] if stretches else None
        if last and (last.status, last.grants) == (verdict.status, grants):
            stretches[-1] = Stretch(last.start, end, last.status, last.grants, last.reason)
        elif last or grants or verdict.status is not Status.UNKNOWN:
            reason = reason_of(start, before, evidence)
            stretches.append(Stretch(start, end, verdict.status, grants, reason))
        before = evidence
    return stretches


def _days_of_one_evidence(
    periods: Iterable[ControlPeriod],
) -> Iterator[tuple[date, date | None, Verdict, tuple[Claim, ...]]]:
    """Runs of days of one verdict that rests on the same claims."""
    for period in periods:
        ends = (one.span.end for one in period.evidence)
        days = {*(one.span.start for one in period.evidence), *(day for day in ends if day)}
        inside = (day for day in days if period.contains(day))
        for start, end in pairwise([*sorted({period.start, *inside}), period.end]):
            if start is not None:
                yield start, end, period.verdict, period.on(start).evidence
