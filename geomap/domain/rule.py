"""The settings of rule 1, as they are part of every answer."""

from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """The settings of rule 1; they are part of every answer."""

    name: str = "rule-1"
    dispute_window: timedelta = timedelta(days=14)
    """A claim older than the newest by more than this no longer disagrees with it."""
    staleness: timedelta = timedelta(days=730)
    """A holder whose newest claim is older than this is marked stale."""
    majority: Fraction = Fraction(2, 3)
    """The share of the weight that one holder needs against others."""


def rule_document(rule: Rule, reach_km: float) -> dict[str, Any]:
    """The rule and its settings, as every answer names them."""
    return {
        "name": rule.name,
        "dispute_window_days": rule.dispute_window.days,
        "staleness_days": rule.staleness.days,
        "majority": f"{rule.majority.numerator}/{rule.majority.denominator}",
        "reach_km": reach_km,
    }
