"""The whole history of a place: control periods, a pure function of the claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import NamedTuple

from geomap.domain.control import (
    Control,
    Verdict,
    by_date,
    counting,
    judged,
    pending_on,
    stale_from,
)
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim


@dataclass(frozen=True, slots=True)
class Span:
    """Days `[start, end)`; `end` is None while it lasts."""

    start: date
    end: date | None

    def contains(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim that an answer rests on, and the days on which it does."""

    claim: Claim
    span: Span


@dataclass(frozen=True, slots=True)
class ControlPeriod:
    """A run of days `[start, end)` with one verdict; `end` is None while it lasts."""

    place_id: str
    start: date
    end: date | None
    verdict: Verdict
    stale: tuple[Span, ...]
    """The days on which the holder's newest claim was too old."""
    evidence: tuple[Evidence, ...]

    def contains(self, day: date) -> bool:
        """Whether the period holds on a day."""
        return Span(self.start, self.end).contains(day)

    def on(self, day: date) -> Control:
        """The answer on one day of the period, with just the evidence of that day."""
        claims = tuple(one.claim for one in self.evidence if one.span.contains(day))
        stale_from = next((span.start for span in self.stale if span.contains(day)), None)
        return Control(self.verdict, claims, stale_from)


class _Stretch(NamedTuple):
    """Days `[start, end)` between two days on which some claim starts or settles."""

    start: date
    end: date | None
    verdict: Verdict
    claims: list[Claim]
    stale_from: date | None


class _Layer:
    """The claims on one place or area, taken in as their days come.

    `counted` are those that count by now. What was left out never counts again, so that each day
    only adds its own claims to them instead of judging all anew.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.counted: list[Claim] = []
        self.settling: dict[date, list[Claim]] = {}
        for claim in claims:
            self.settling.setdefault(claim.when.settled, []).append(claim)
        self.imprecise = [claim for claim in claims if claim.when.earliest < claim.when.settled]

    def days(self) -> set[date]:
        """The days on which a claim starts or settles."""
        return {*self.settling, *(claim.when.earliest for claim in self.imprecise)}

    def pass_to(self, day: date, rule: Rule) -> None:
        """Take in what settles on a day; days must be given in order, none left out."""
        settled = self.settling.get(day)
        if settled:
            self.counted = counting([*self.counted, *by_date(settled)], rule)


def periods_of(
    place_id: str, claims: Sequence[Claim], rule: Rule, *areas: Sequence[Claim]
) -> list[ControlPeriod]:
    """Every control period of a place, in order, from its first claim on.

    `areas` are the claims on the areas that it lies in, from small to large. The days before the
    first period are unknown. Periods never overlap and leave no gap.
    """
    return [_period(place_id, run) for run in _runs(rule, claims, *areas)]


def period_of_day(
    place_id: str, day: date, rule: Rule, *layers: Sequence[Claim]
) -> ControlPeriod | None:
    """As `period_on` of all periods, without judging what comes after that period.

    `layers` are the claims on the place, then those on its areas from small to large.
    """
    for run in _runs(rule, *layers):
        if run[0].start > day:
            break
        end = run[-1].end
        if end is None or day < end:
            return _period(place_id, run)
    return None


def period_on(periods: Iterable[ControlPeriod], day: date) -> ControlPeriod | None:
    """The period that holds on a day, or None where the answer is unknown."""
    return next((period for period in periods if period.contains(day)), None)


def _runs(rule: Rule, *layers: Sequence[Claim]) -> Iterator[list[_Stretch]]:
    """Stretches that follow each other with one verdict."""
    run: list[_Stretch] = []
    for stretch in _stretches(rule, [_Layer(claims) for claims in layers]):
        if run and run[-1].verdict != stretch.verdict:
            yield run
            run = []
        run.append(stretch)
    if run:
        yield run


def _stretches(rule: Rule, layers: Sequence[_Layer]) -> Iterator[_Stretch]:
    # Nothing but a claim that starts or settles can change an answer: what drops out of the
    # dispute window does so because a newer claim has settled.
    days = sorted({day for layer in layers for day in layer.days()})
    for start, end in zip_longest(days, days[1:]):
        counted: list[Claim] = []
        pending: list[Claim] = []
        for layer in layers:
            layer.pass_to(start, rule)
            # As in `control_on`, a larger area counts while nothing smaller does.
            if not counted:
                counted = layer.counted
                pending += pending_on(start, layer.imprecise)
        pending = by_date(pending)
        verdict = judged(counted, pending, rule)
        stale = _stale_from(end, verdict, counted, rule)
        yield _Stretch(start, end, verdict, [*counted, *pending], stale)


def _stale_from(
    end: date | None, verdict: Verdict, counted: list[Claim], rule: Rule
) -> date | None:
    """The day before `end` on which the holder becomes stale, or None."""
    # By far the most stretches end before even the oldest claim that counts is too old.
    if counted and end and end - counted[0].when.settled <= rule.staleness:
        return None
    day = stale_from(verdict, counted, rule)
    return day if day and (end is None or day < end) else None


def _period(place_id: str, run: list[_Stretch]) -> ControlPeriod:
    evidence: dict[str, Evidence] = {}
    for stretch in run:
        span = Span(stretch.start, stretch.end)
        for claim in stretch.claims:
            first = evidence.get(claim.id)
            whole = Span(first.span.start, stretch.end) if first else span
            evidence[claim.id] = Evidence(claim, whole)
    stale = [
        Span(max(stretch.stale_from, stretch.start), stretch.end)
        for stretch in run
        if stretch.stale_from
    ]
    start, end, verdict = run[0].start, run[-1].end, run[-1].verdict
    return ControlPeriod(place_id, start, end, verdict, _joined(stale), tuple(evidence.values()))


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)
