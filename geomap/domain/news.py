"""Changes of control in the order in which they were accepted."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from geomap.domain.answers import Register
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.changes import Revision
from geomap.domain.control import Verdict
from geomap.domain.statements import Claim, Frame
from geomap.domain.timeline import ControlPeriod


class Rank(NamedTuple):
    """A place in the order of news: the revision that made it what it is, its day, its place."""

    revision: int
    day: date
    place_id: str


class Turn(NamedTuple):
    """That a place gets another answer, and whom it concerns: everybody named before or after."""

    rank: Rank
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class ControlChange:
    """On a day a place gets another answer; `before` is None where nothing was known."""

    rank: Rank
    before: Verdict | None
    after: Verdict
    evidence: tuple[Claim, ...]
    """What the new answer rests on, on its first day."""

    @property
    def turn(self) -> Turn:
        """The change without what it is."""
        before = self.before.holders if self.before else ()
        return Turn(self.rank, frozenset((*before, *self.after.holders)))


@dataclass(frozen=True, slots=True)
class NewsQuery:
    """Which changes are wanted: those below a rank, the newest first."""

    limit: int
    after: Rank | None = None
    actor: str | None = None
    place: str | None = None
    box: Bbox = WORLD

    def wants(self, turn: Turn, inside: Collection[str] | None) -> bool:
        """Whether a change is among them; `inside` are the places in the box, None for all."""
        rank = turn.rank
        return (
            (self.after is None or rank < self.after)
            and (self.actor is None or self.actor in turn.actors)
            and (self.place is None or self.place == rank.place_id)
            and (inside is None or rank.place_id in inside)
        )


@dataclass(frozen=True, slots=True)
class News:
    """Some changes of control, the newest first, with who and what they name."""

    history: str
    frame: Frame
    revision: Revision
    """The newest."""
    changes: Sequence[ControlChange]
    more: bool
    register: Register
    revisions: Mapping[int, Revision]
    """Those that made the changes, by number."""


def changes_of_control(
    periods: Iterable[ControlPeriod], accepted: Mapping[str, int]
) -> Iterator[ControlChange]:
    """The changes between control periods, which come place by place and in time.

    `accepted` gives the revision that made each claim what it is. A change is as new as the newest
    claim that it rests on. What only changes how sure an answer is, is no change of control.
    """
    last: ControlPeriod | None = None
    for period in periods:
        follows = last is not None and last.place_id == period.place_id
        before = last.verdict if last is not None and follows else None
        last = period
        if before is not None and _answer(before) == _answer(period.verdict):
            continue
        evidence = period.on(period.start).evidence
        revision = max((accepted[claim.id] for claim in evidence), default=0)
        rank = Rank(revision, period.start, period.place_id)
        yield ControlChange(rank, before, period.verdict, evidence)


def _answer(verdict: Verdict) -> tuple[str, tuple[str, ...]]:
    return verdict.status.value, verdict.holders
