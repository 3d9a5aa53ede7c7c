"""The scores below which reading must not fall again, in tests/data/reports/floors.csv.

Usage: python -m bench.reading_floors INDEX      raise the floors to what is scored now
       python -m bench.reading_floors INDEX --lower      and lower those that fell, with a reason

A floor is the score of a part in one language, cut to two digits: a share of right names for
`resolved`, F1 for all else.
"""

import csv
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.reading_scores import MEASURES, Tally, tallies
from gazetteer import Gazetteer
from geomap.domain.reading import ReportText
from geomap.services.reading import ReportReader
from tests.annotated_reports import LANGUAGES, PARTS, REPORTS, annotated_reports
from tests.annotations import AnnotatedReport

FLOORS = REPORTS / "floors.csv"
HEAD = ("part", "language", *MEASURES)

Key = tuple[str, str]
"""Part and language."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A report with its scores."""

    part: str
    report: AnnotatedReport
    tallies: Mapping[str, Tally]


def scored_reports(reader: ReportReader) -> list[Scored]:
    """Read all reports, in the language that is found in them, and score each."""
    return [
        Scored(part, report, scores_of(reader, report))
        for part in PARTS
        for report in annotated_reports(part)
    ]


def summed(scored: Iterable[Scored]) -> dict[str, Tally]:
    """Add the scores of some reports up, measure by measure."""
    sums = dict.fromkeys(MEASURES, Tally())
    for one in scored:
        sums = {measure: sums[measure] + one.tallies[measure] for measure in MEASURES}
    return sums


def scores_of_parts(reader: ReportReader) -> dict[Key, dict[str, Tally]]:
    """Add the scores up by part and language."""
    scored = scored_reports(reader)
    return {
        (part, language): summed(
            one for one in scored if (one.part, one.report.language) == (part, language)
        )
        for part in PARTS
        for language in LANGUAGES
    }


def scores_of(reader: ReportReader, report: AnnotatedReport) -> dict[str, Tally]:
    """Read one report, without saying in which language it is, and score what was read."""
    text = ReportText(report.text, report.published, publisher=report.publisher, title=report.title)
    return tallies(report, reader.read(text))


def floors() -> dict[Key, dict[str, float]]:
    """Read the floors; none where no floor was ever set."""
    if not FLOORS.exists():
        return {}
    with FLOORS.open(encoding="utf-8", newline="") as file:
        return {
            (row["part"], row["language"]): {measure: float(row[measure]) for measure in MEASURES}
            for row in csv.DictReader(file)
        }


def fallen(scores: Mapping[Key, Mapping[str, Tally]]) -> list[str]:
    """Say in words which scores lie below their floor."""
    return [
        f"{part}, {language}: {measure} is {scores[part, language][measure].f1:.3f}, was {floor}"
        for (part, language), row in floors().items()
        for measure, floor in row.items()
        if scores[part, language][measure].f1 < floor
    ]


def write_floors(scores: Mapping[Key, Mapping[str, Tally]], *, lower: bool) -> None:
    """Write the scores, cut to two digits; a floor that is higher stays unless told otherwise."""
    before = {} if lower else floors()
    with FLOORS.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEAD)
        for key, row in scores.items():
            old = before.get(key, {})
            now = {measure: math.floor(tally.f1 * 100) / 100 for measure, tally in row.items()}
            writer.writerow([*key, *(max(now[name], old.get(name, 0)) for name in MEASURES)])


def main(arguments: Sequence[str]) -> int:
    """Score with the index that is named, and write the floors."""
    with Gazetteer.open(Path(arguments[0])) as gazetteer:
        scores = scores_of_parts(ReportReader(gazetteer))
    for line in fallen(scores):
        print(line)
    write_floors(scores, lower="--lower" in arguments)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
