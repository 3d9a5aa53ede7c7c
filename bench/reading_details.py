"""What was read wrong and what was missed, report by report.

Usage: python -m bench.reading_details INDEX [NAME ...]      such as en-wire-tabqa; all of work/

Reports of the scored part are shown only when they are named: nobody tunes the reader on them.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.reading_scores import (
    Compared,
    compared_claims,
    compared_events,
    compared_figures,
    compared_names,
    near,
    tallies,
)
from gazetteer import Gazetteer
from geomap.domain.reading import Mention, ReadClaim, ReadEvent, ReadFigure, Reading, ReportText
from geomap.services.reading import ReportReader
from tests.annotated_reports import PARTS, annotated_reports
from tests.annotations import AnnotatedReport, MarkedClaim, MarkedEvent, MarkedFigure, MarkedName

Found = Mention | ReadClaim | ReadEvent | ReadFigure
Wanted = MarkedName | MarkedClaim | MarkedEvent | MarkedFigure


def details(report: AnnotatedReport, reading: Reading) -> Iterator[str]:
    """Give a line for each score, each name resolved wrong, each thing read wrong or missed."""
    scored = tallies(report, reading).items()
    yield f"{report.id}: " + ", ".join(f"{measure} {tally.f1:.2f}" for measure, tally in scored)
    names = compared_names(report, reading)
    for mention, name in names.right:
        if name.point and not near(mention.place, name.point):
            yield f"  wrong place  {mention.text}: {mention.place}, not {name.point}"
    yield from _differences("name", names)
    yield from _differences("claim", compared_claims(report, reading))
    yield from _differences("event", compared_events(report, reading))
    yield from _differences("figure", compared_figures(report, reading))


def _differences(
    what: str,
    compared: Compared[Mention, MarkedName]
    | Compared[ReadClaim, MarkedClaim]
    | Compared[ReadEvent, MarkedEvent]
    | Compared[ReadFigure, MarkedFigure],
) -> Iterator[str]:
    for found in compared.wrong:
        yield f"  wrong {what}  {said(found)}"
    for wanted in compared.missed:
        yield f"  missed {what}  {said(wanted)}"


def said(one: Found | Wanted) -> str:
    """Give what matters of something read or annotated, in a line."""
    match one:
        case Mention() | MarkedName():
            return f"{one.text} [{one.start}, {one.end})"
        case ReadClaim() | MarkedClaim():
            said_of_it = f"{one.effect} | {one.holder} | {one.loser}"
        case ReadEvent() | MarkedEvent():
            said_of_it = f"{one.kind} | {', '.join(one.actors)}"
        case ReadFigure() | MarkedFigure():
            said_of_it = f"{one.measure} | {one.value} | {one.low} | {one.high} | {one.actor}"
    place = getattr(one.place, "name", one.place)
    quote = getattr(one, "quote", "").replace("\n", " ")
    return f"{said_of_it} | {place} | {one.when.edtf}  {quote}".rstrip()


def main(arguments: Sequence[str]) -> int:
    """Show the reports that are named, or the whole part that is there to work on."""
    index, *names = arguments
    with Gazetteer.open(Path(index)) as gazetteer:
        reader = ReportReader(gazetteer)
        for part in PARTS:
            for report in annotated_reports(part):
                if report.id in names or (not names and part == "work"):
                    reading = reader.read(ReportText(report.text, report.published))
                    print("\n".join(details(report, reading)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
