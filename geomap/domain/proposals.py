"""Proposals: statements that wait for a person, and what the person decided."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class State(StrEnum):
    """What became of a proposal."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What somebody proposes: a statement as a document, and where in its report it stands."""

    kind: str
    statement: Mapping[str, Any]
    proposer: str
    note: str = ""
    span: tuple[int, int] | None = None
    """Of the quote in the text of the report, `[start, end)` in characters."""
    request_key: str | None = None
    """By what the proposer calls the request; the same key never makes a second proposal."""
    confidence: float | None = None
    """How sure the reading of a report was, 0 to 1; None for what a person proposes."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Who accepted or rejected, when and why; `revision` is that of an accepted statement."""

    decider: str
    decided: datetime
    reason: str
    revision: int | None = None
    statement: str | None = None
    """The id of what was accepted, or of the event that now cites the report as well."""
    merged: bool = False
    """Whether it is told by an event that the atlas had already."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion as it is kept, by its number."""

    number: int
    suggestion: Suggestion
    created: datetime
    state: State
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class ProposalQuery:
    """Which proposals are wanted: those after a number, in their order; None for any."""

    limit: int
    after: int = 0
    state: State | None = None
    kind: str | None = None
    report: str | None = None
    reportless: bool = False
    """Whether only those are wanted that name no report."""
