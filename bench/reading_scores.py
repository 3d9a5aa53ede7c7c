"""How well a reading agrees with what a careful person read: tallies of right, found and wanted.

The rules by which two facts are the same are told in tests/data/reports/README.md.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

from gazetteer.sphere import geodesic_kilometres
from geomap.domain.event_kinds import EventKind
from geomap.domain.reading import (
    Mention,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
    ReadStatement,
)
from geomap.domain.statements import Effect
from tests.annotations import (
    AnnotatedReport,
    Fact,
    MarkedClaim,
    MarkedEvent,
    MarkedFigure,
    MarkedName,
    Point,
)

WITHIN_KM = 161
"""The measure of the literature on geoparsing: 100 miles."""
SAME_SHARE = 0.01
MEASURES = ("toponyms", "resolved", "within 161 km", "claims", "events", "figures")

_FIGHTS = frozenset({EventKind.BATTLE, EventKind.OFFENSIVE})
_CHANGES = frozenset({Effect.TAKES, Effect.CONTESTS})

Found = TypeVar("Found")
Wanted = TypeVar("Wanted")
AFact = TypeVar("AFact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the found are right, and of the wanted are found; they add up over reports."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 when nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 1 when nothing was wanted."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else 1.0


@dataclass(frozen=True, slots=True)
class Compared(Generic[Found, Wanted]):
    """What was found, what was wanted, and which of them are the same."""

    right: Sequence[tuple[Found, Wanted]]
    wrong: Sequence[Found]
    missed: Sequence[Wanted]

    @property
    def tally(self) -> Tally:
        """The numbers of it."""
        right = len(self.right)
        return Tally(right, right + len(self.wrong), right + len(self.missed))


def tallies(report: AnnotatedReport, reading: Reading) -> dict[str, Tally]:
    """Score one reading, measure by measure."""
    names = compared_names(report, reading)
    return {
        "toponyms": names.tally,
        "resolved": _resolved(names),
        "within 161 km": _end_to_end(report, reading),
        "claims": compared_claims(report, reading).tally,
        "events": compared_events(report, reading).tally,
        "figures": compared_figures(report, reading).tally,
    }


def compared_names(report: AnnotatedReport, reading: Reading) -> Compared[Mention, MarkedName]:
    """Names are the same when their spans are; what overlaps a name of free choice is left out."""
    return _compared(
        _without_free_names(report, reading),
        [name for name in report.names if name.scored],
        lambda mention, name: (mention.start, mention.end) == (name.start, name.end),
    )


def compared_claims(report: AnnotatedReport, reading: Reading) -> Compared[ReadClaim, MarkedClaim]:
    """Claims are the same by place, day, and who holds, fights for or loses it.

    A loss that another claim implies, as one takes it from the loser, is left out.
    """
    compared = _compared_facts(reading.claims, report.claims, same_claim)
    wrong = [claim for claim in compared.wrong if not _told_as_taken(claim, report.claims)]
    return Compared(compared.right, wrong, compared.missed)


def compared_events(report: AnnotatedReport, reading: Reading) -> Compared[ReadEvent, MarkedEvent]:
    """Events are the same by kind, place and day; fights that a claim implies are left out."""
    compared = _compared_facts(reading.events, report.events, same_event)
    wrong = [event for event in compared.wrong if not _told_as_claim(event, report.claims)]
    return Compared(compared.right, wrong, compared.missed)


def compared_figures(
    report: AnnotatedReport, reading: Reading
) -> Compared[ReadFigure, MarkedFigure]:
    """Figures are the same by measure, value and, where one is wanted, actor."""
    return _compared_facts(reading.figures, report.figures, same_figure)


def same_claim(found: ReadClaim, wanted: MarkedClaim) -> bool:
    """Whether the two say the same of the same place at a time that they share.

    Who takes a place holds it from that day on, so that "it is theirs again" is the same claim.
    """
    if not (_same_control(found, wanted) and near(found.place, wanted.place)):
        return False
    if found.effect is Effect.HOLDS and wanted.effect is Effect.TAKES:
        return wanted.when.earliest <= found.when.latest
    if found.effect is Effect.TAKES and wanted.effect is Effect.HOLDS:
        return found.when.earliest <= wanted.when.latest
    return _same_time(found, wanted)


def same_event(found: ReadEvent, wanted: MarkedEvent) -> bool:
    """Whether the two are one occurrence. Battles and offensives are of one kind here."""
    kinds = {found.kind, wanted.kind}
    return (len(kinds) == 1 or kinds == _FIGHTS) and _same_place_and_time(found, wanted)


def same_figure(found: ReadFigure, wanted: MarkedFigure) -> bool:
    """Whether the two count the same, of the actor that is wanted, and differ by a hundredth."""
    if found.measure is not wanted.measure or wanted.actor not in (None, found.actor):
        return False
    one, other = _best(found), _best(wanted)
    return abs(one - other) <= SAME_SHARE * max(one, other)


def near(place: ReadPlace | None, point: Point | None, kilometres: float = 0) -> bool:
    """Whether both are nowhere, or no farther apart than the point, or the caller, allows."""
    if place is None or point is None:
        return place is None and point is None
    (apart,) = geodesic_kilometres(*point[:2], [(place.longitude, place.latitude)])
    return apart <= max(kilometres, point.kilometres)


def _compared(
    found: Sequence[Found], wanted: Sequence[Wanted], same: Callable[[Found, Wanted], bool]
) -> Compared[Found, Wanted]:
    """Pair as many as can be paired, each with one."""
    alike = np.array([[same(one, other) for other in wanted] for one in found], dtype=bool)
    alike = alike.reshape(len(found), len(wanted))
    assigned = (ends.tolist() for ends in linear_sum_assignment(alike, maximize=True))
    pairs = [(row, column) for row, column in zip(*assigned, strict=True) if alike[row, column]]
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    return Compared(
        [(found[row], wanted[column]) for row, column in pairs],
        [one for row, one in enumerate(found) if row not in rows],
        [other for column, other in enumerate(wanted) if column not in columns],
    )


def _compared_facts(
    found: Sequence[Found], wanted: Sequence[AFact], same: Callable[[Found, AFact], bool]
) -> Compared[Found, AFact]:
    """Pair the facts that count first; what is left may be a fact of free choice."""
    compared = _compared(found, [fact for fact in wanted if fact.scored], same)
    free = [fact for fact in wanted if not fact.scored]
    wrong = [one for one in compared.wrong if not any(same(one, fact) for fact in free)]
    return Compared(compared.right, wrong, compared.missed)


def _without_free_names(report: AnnotatedReport, reading: Reading) -> list[Mention]:
    free = [name for name in report.names if not name.scored]
    return [
        mention
        for mention in reading.mentions
        if not any(mention.start < name.end and name.start < mention.end for name in free)
    ]


def _resolved(names: Compared[Mention, MarkedName]) -> Tally:
    """Of the names that were found and can be resolved, those that were resolved right."""
    known = [(mention, name) for mention, name in names.right if name.point is not None]
    right = sum(near(mention.place, name.point) for mention, name in known)
    return Tally(right, len(known), len(known))


def _end_to_end(report: AnnotatedReport, reading: Reading) -> Tally:
    """Names found and resolved within 161 km, as the corpora of English news are scored."""
    return _compared(
        [mention for mention in _without_free_names(report, reading) if mention.place],
        [name for name in report.names if name.scored and name.point],
        lambda mention, name: (
            mention.start < name.end
            and name.start < mention.end
            and near(mention.place, name.point, WITHIN_KM)
        ),
    ).tally


def _same_control(found: ReadClaim, wanted: MarkedClaim) -> bool:
    if Effect.LOSES in (found.effect, wanted.effect):
        return found.effect is wanted.effect and found.loser == wanted.loser
    if Effect.CONTESTS in (found.effect, wanted.effect):
        # Who attacks and who defends is often not said; one party in common is enough.
        one, other = {found.holder, found.loser}, {wanted.holder, wanted.loser}
        return found.effect is wanted.effect and bool((one & other) - {None} or one == {None})
    return found.holder == wanted.holder


def _same_place_and_time(found: ReadStatement, wanted: Fact) -> bool:
    return _same_time(found, wanted) and near(found.place, wanted.place)


def _same_time(found: ReadStatement, wanted: Fact) -> bool:
    return found.when.earliest <= wanted.when.latest and wanted.when.earliest <= found.when.latest


def _told_as_taken(found: ReadClaim, claims: Iterable[MarkedClaim]) -> bool:
    return found.effect is Effect.LOSES and any(
        claim.effect is Effect.TAKES
        and claim.loser == found.loser
        and _same_place_and_time(found, claim)
        for claim in claims
    )


def _told_as_claim(event: ReadEvent, claims: Iterable[MarkedClaim]) -> bool:
    return event.kind in _FIGHTS and any(
        claim.effect in _CHANGES and _same_place_and_time(event, claim) for claim in claims
    )


def _best(figure: ReadFigure | MarkedFigure) -> float:
    """Give the best estimate, or the middle of the bounds, or the one bound that there is."""
    if figure.value is not None:
        return figure.value
    bounds = [bound for bound in (figure.low, figure.high) if bound is not None]
    return sum(bounds) / len(bounds)
