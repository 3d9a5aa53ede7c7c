"""The settings of rule 1, as they are part of every answer."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any

from geomap.domain.grades import Reliability
from geomap.domain.statements import Statement
from geomap.domain.territory.reach import Reach


@dataclass(frozen=True, slots=True)
class Rule:
    """The settings of rule 1; they are part of every answer."""

    name: str = "rule-1"
    dispute_window: timedelta = timedelta(days=14)
    """A claim older by more than this than one that says otherwise no longer disagrees with it."""
    staleness: timedelta = timedelta(days=730)
    """A holder whose newest claim is older than this is marked stale."""
    majority: Fraction = Fraction(2, 3)
    """The share of the weight that one holder needs against others."""
    least_reliability: Reliability | None = None
    """Only sources of this reliability or better are heard; None hears all, as F does."""
    sources: frozenset[str] = frozenset()
    """Only these sources are heard, by id; an empty set hears all."""

    @property
    def hears_all(self) -> bool:
        """Whether no claim is left out for its source."""
        return not self.sources and self.least_reliability in {None, Reliability.F}

    def hears(self, statement: Statement) -> bool:
        """Whether a statement counts at all, by who says it.

        The letters fall from A to E. F, "cannot be judged", is no degree: it is only heard where
        every reliability is.
        """
        if self.sources and statement.source_id not in self.sources:
            return False
        least = self.least_reliability
        return least is None or statement.grade.reliability <= least


def rule_document(rule: Rule, reach: Reach) -> dict[str, Any]:
    """The rule and its settings, as every answer names them."""
    return {
        "name": rule.name,
        "dispute_window_days": rule.dispute_window.days,
        "staleness_days": rule.staleness.days,
        "majority": f"{rule.majority.numerator}/{rule.majority.denominator}",
        "least_reliability": rule.least_reliability.value if rule.least_reliability else None,
        "sources": sorted(rule.sources),
        "reach_km": reach.km,
        "small_reach_km": reach.small_km,
    }


DERIVATION = 3
"""Rises with each change of the program that makes other periods or cells of the same claims, or
keeps more of them."""


def derivation_document(rule: Rule, reach: Reach) -> dict[str, Any]:
    """What derived data is kept under: the rule with its settings, and the program's reading of it.

    A program that judges otherwise than the one that filled a database must not answer from what
    that one has left.
    """
    return {**rule_document(rule, reach), "derivation": DERIVATION}
