"""What was learned between two standpoints: the statements that made an answer another one."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import pairwise

from geomap.domain.control import UNKNOWN, Control, Status, Verdict
from geomap.domain.explanation import Considered, Explanation, Fate
from geomap.domain.statements import Claim, Place
from geomap.domain.timeline import ControlPeriod, Span, period_on

UNAVAILABLE = frozenset({Fate.NOT_HEARD, Fate.NOT_KNOWN})
EVIDENCE = frozenset({Fate.COUNTED, Fate.PENDING})


class Role(StrEnum):
    """How a statement made a difference."""

    COUNTS = "counts"  # It is new, and the new answer rests on it.
    PENDING = "pending"  # It is new, and tells of a change that may have taken place by then.
    SETS_ASIDE = "sets_aside"  # It is new, put older evidence aside, and was itself overtaken.
    EDITED = "edited"  # The old answer rested on it as it read before it was edited.
    WITHDRAWN = "withdrawn"  # The old answer rested on it; it is gone.


@dataclass(frozen=True, slots=True)
class Learned:
    """A statement that made a difference, and the old evidence that it put aside."""

    claim: Claim
    role: Role
    aside: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Days `[start, end)` on which the answers for a place differ."""

    place: Place
    start: date
    end: date
    before: Control
    after: Control
    learned: tuple[Learned, ...]


def told(day: date, control: Control) -> tuple[Verdict, bool]:
    """What an answer says of a day, apart from what it rests on.

    The order of those who are named beside a holder, or who fight, is that of their weights; by
    itself it makes no other answer.
    """
    verdict = control.verdict
    first = 1 if verdict.status is Status.HELD else 0
    holders = (*verdict.holders[:first], *sorted(verdict.holders[first:]))
    candidates = tuple(sorted(verdict.candidates))
    return replace(verdict, holders=holders, candidates=candidates), control.is_stale(day)


def answers_differ(day: date, before: Control, after: Control) -> bool:
    """Whether two answers for a day say something different."""
    return told(day, before) != told(day, after)


def what_was_learned(before: Explanation, after: Explanation) -> tuple[Learned, ...]:
    """The statements that turned one answer for a place and a day into another.

    Those that are new and count now; those that are new and left old evidence out, even where
    they were left out themselves in the end; and those that counted or left something out before
    and are gone. Nothing that played no part is named. Together with what was there before and
    not gone, they give the new answer.
    """
    had, has = _available(before), _available(after)
    new = {key for key, claim in has.items() if had.get(key) != claim}
    gone = {key for key, claim in had.items() if has.get(key) != claim}
    learned = [
        Learned(one.claim, _role_of_new(one), _aside(one.claim, after, before))
        for one in _deciding(after, new, _evidence(before))
    ]
    lost = [
        Learned(one.claim, Role.EDITED if one.claim.id in has else Role.WITHDRAWN)
        for one in _deciding(before, gone, _evidence(after))
    ]
    return tuple(sorted([*learned, *lost], key=_by_the_day_it_became_known))


def differing_days(
    before: Sequence[ControlPeriod], after: Sequence[ControlPeriod], first: date, end: date
) -> list[list[Span]]:
    """Where two histories of a place differ, from the first day up to, not including, the end.

    Each run of spans follows on without a gap and has one answer in either history; it is cut
    where one of them begins a period or grows stale.
    """
    runs: list[list[Span]] = []
    for span in _differing_spans(before, after, first, end):
        if runs and runs[-1][-1].end == span.start and _same(before, after, runs[-1][-1], span):
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _same(
    before: Sequence[ControlPeriod], after: Sequence[ControlPeriod], one: Span, other: Span
) -> bool:
    return all(
        told(one.start, answer_on(periods, one.start))
        == told(other.start, answer_on(periods, other.start))
        for periods in (before, after)
    )


def _differing_spans(
    before: Sequence[ControlPeriod], after: Sequence[ControlPeriod], first: date, end: date
) -> list[Span]:
    days = {first}
    for period in (*before, *after):
        spans = ((span.start, span.end) for span in period.stale)
        for start, stop in ((period.start, period.end), *spans):
            days |= {day for day in (start, stop) if day is not None and first < day < end}
    return [
        Span(start, stop)
        for start, stop in pairwise([*sorted(days), end])
        if answers_differ(start, answer_on(before, start), answer_on(after, start))
    ]


def answer_on(periods: Sequence[ControlPeriod], day: date) -> Control:
    """The answer of a history on a day; unknown before its first period."""
    period = period_on(periods, day)
    return Control(UNKNOWN) if period is None else period.on(day)


def _available(explanation: Explanation) -> Mapping[str, Claim]:
    return {
        one.claim.id: one.claim for one in explanation.considered if one.fate not in UNAVAILABLE
    }


def _evidence(explanation: Explanation) -> set[str]:
    return {one.claim.id for one in explanation.considered if one.fate in EVIDENCE}


def _deciding(explanation: Explanation, among: set[str], others: set[str]) -> Iterable[Considered]:
    """Of some claims those that count, or left out what counts on the other side.

    A claim that left something out may be left out by a third; that one decided too, since
    without it the second would still speak.
    """
    fates = {one.claim.id: one for one in explanation.considered}
    found = {key for key in among if fates[key].fate in EVIDENCE}
    waiting = [*found, *(key for key in others if key in fates)]
    while waiting:
        by = fates[waiting.pop()].by
        if by is not None and by.id in among and by.id not in found:
            found.add(by.id)
            waiting.append(by.id)
    return [fates[key] for key in found]


def _role_of_new(one: Considered) -> Role:
    roles = {Fate.COUNTED: Role.COUNTS, Fate.PENDING: Role.PENDING}
    return roles.get(one.fate, Role.SETS_ASIDE)


def _aside(claim: Claim, after: Explanation, before: Explanation) -> tuple[Claim, ...]:
    old = _evidence(before)
    return tuple(
        one.claim
        for one in after.considered
        if one.by is not None and one.by.id == claim.id and one.claim.id in old
    )


def _by_the_day_it_became_known(one: Learned) -> tuple[date, str, str]:
    return one.claim.known, one.claim.id, one.role
