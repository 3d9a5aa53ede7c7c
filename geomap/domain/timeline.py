"""The whole history of a place: control periods, a pure function of the claims."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from geomap.domain.control import Control, Verdict, control_on
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days between two days on which some claim starts to count."""

    start: date
    end: date | None
    control: Control


def periods_of(
    place_id: str, claims: Sequence[Claim], rule: Rule, *areas: Sequence[Claim]
) -> list[ControlPeriod]:
    """Every control period of a place, in order, from its first claim on.

    `areas` are the claims on the areas that it lies in, from small to large. The days before the
    first period are unknown. Periods never overlap and leave no gap.
    """
    runs: list[list[_Stretch]] = []
    for stretch in _stretches(rule, [claims, *areas]):
        if runs and _continues(runs[-1][-1], stretch):
            runs[-1].append(stretch)
        else:
            runs.append([stretch])
    return [_period(place_id, run) for run in runs]


def period_on(periods: Iterable[ControlPeriod], day: date) -> ControlPeriod | None:
    """The period that holds on a day, or None where the answer is unknown."""
    return next((period for period in periods if period.contains(day)), None)


def _stretches(rule: Rule, layers: Sequence[Sequence[Claim]]) -> Iterator[_Stretch]:
    # Nothing but a claim that starts or settles can change an answer: what drops out of the
    # dispute window does so because a newer claim has settled.
    dates = [claim.when for claims in layers for claim in claims]
    days = sorted({day for when in dates for day in (when.earliest, when.settled)})
    claims, *areas = layers
    for start, end in pairwise([*days, None]):
        if start is not None:
            yield _Stretch(start, end, control_on(start, claims, rule, *areas))


def _continues(before: _Stretch, after: _Stretch) -> bool:
    return before.control.verdict == after.control.verdict


def _period(place_id: str, run: list[_Stretch]) -> ControlPeriod:
    evidence: dict[str, Evidence] = {}
    for stretch in run:
        for claim in stretch.control.evidence:
            first = evidence.get(claim.id)
            start = first.span.start if first else stretch.start
            evidence[claim.id] = Evidence(claim, Span(start, stretch.end))
    return ControlPeriod(
        place_id,
        run[0].start,
        run[-1].end,
        run[-1].control.verdict,
        _joined(_stale_within(stretch) for stretch in run),
        tuple(evidence.values()),
    )


def _stale_within(stretch: _Stretch) -> Span | None:
    day = stretch.control.stale_from
    if day is None or (stretch.end is not None and day >= stretch.end):
        return None
    return Span(max(day, stretch.start), stretch.end)


def _joined(spans: Iterable[Span | None]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if span is not None and joined and joined[-1].end == span.start:
            joined[-1] = Span(joined[-1].start, span.end)
        elif span is not None:
            joined.append(span)
    return tuple(joined)
