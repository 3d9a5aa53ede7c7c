"""What reviewing leaves behind beside the statements: decisions, citations, names, rules."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from geomap.domain.grades import Reliability
from geomap.domain.proposals import Suggestion
from geomap.domain.statements import Report


class Step(StrEnum):
    """What somebody did with a proposal."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    REJECTED = "rejected"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Taken:
    """One step, kept for good; `revision` is that which it made, where it changed the atlas."""

    proposal: int
    step: Step
    author: str
    at: datetime
    reason: str
    revision: int | None


@dataclass(frozen=True, slots=True)
class Citation:
    """Another report that tells of an event which the atlas has already."""

    id: str
    event_id: str
    source_id: str
    report_id: str | None
    known: date
    credibility: int
    summary: str
    quote: str | None


class Means(StrEnum):
    """What a name stands for."""

    PLACE = "place"
    ACTOR = "actor"


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name as reports of this atlas write it, and the place or actor that is meant by it."""

    name: str
    means: Means
    key: str
    """The id of the place or the actor."""
    author: str
    noted: datetime


@dataclass(frozen=True, slots=True)
class AcceptanceRule:
    """Which proposals are accepted unattended. None is, unless somebody sets a rule."""

    number: int
    kinds: frozenset[str]
    reliability: Reliability
    """The source has this letter or a better one. F, which cannot be judged, never has."""
    confidence: float
    """The reading is at least as sure, 0 to 1."""
    author: str
    set_at: datetime

    def accepts(self, suggestion: Suggestion, reliability: Reliability) -> bool:
        """Whether this rule is enough for a suggestion from a source of that reliability."""
        sure = suggestion.confidence
        return (
            suggestion.kind in self.kinds
            and reliability is not Reliability.F
            and reliability <= self.reliability
            and sure is not None
            and sure >= self.confidence
        )

    def __str__(self) -> str:
        kinds = " and ".join(f"{kind}s" for kind in sorted(self.kinds))
        return (
            f"rule {self.number}: {kinds} from sources graded {self.reliability} or better,"
            f" read with a confidence of at least {self.confidence:g}"
        )


@dataclass(frozen=True, slots=True)
class QueuedReport:
    """A report with proposals; those without a report stand together under None."""

    id: str | None
    report: Report | None
    waiting: int
    decided: int


def written_in(quote: str, names: Iterable[str]) -> str | None:
    """The longest of some names that stands in a quote as words of its own, as written there."""
    for name in sorted({name for name in names if name.strip()}, key=lambda one: (-len(one), one)):
        pattern = rf"(?<!\w){re.escape(name)}(?!\w)"
        if found := re.search(pattern, quote, re.IGNORECASE):
            return found[0]
    return None
