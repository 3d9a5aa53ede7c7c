"""Changes of control in the order in which they were accepted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geomap.domain.answers import Register
from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.changes import Revision
from geomap.domain.control import Verdict
from geomap.domain.statements import Claim, Frame, Place
from geomap.domain.timeline import ControlPeriod


@dataclass(frozen=True, slots=True, order=True)
class Rank:
    """A place in the order of news: the revision that made it what it is, its day, its place."""

    revision: int
    day: date
    place_id: str


@dataclass(frozen=True, slots=True)
class ControlChange:
    """On a day a place gets another answer; `before` is None where nothing was known."""

    rank: Rank
    before: Verdict | None
    after: Verdict
    evidence: tuple[Claim, ...]
    """What the new answer rests on, on its first day."""

    @property
    def actors(self) -> frozenset[str]:
        """Everybody whom it concerns: who is named before or after."""
        return frozenset(self.after.holders) | frozenset(self.before.holders if self.before else ())


@dataclass(frozen=True, slots=True)
class NewsQuery:
    """Which changes are wanted: those below a rank, the newest first."""

    limit: int
    after: Rank | None = None
    actor: str | None = None
    place: str | None = None
    box: Bbox = WORLD

    def wants(self, change: ControlChange, place: Place) -> bool:
        """Whether a change of a place is among them."""
        return (
            (self.after is None or change.rank < self.after)
            and (self.actor is None or self.actor in change.actors)
            and (self.place is None or self.place == place.id)
            and self.box.contains(place.longitude, place.latitude)
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
