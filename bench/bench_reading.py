"""How well news is read: reports of our own, annotated by hand, in two languages and two parts."""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from bench.figures import Figure
from bench.reading_floors import scored_reports, summed
from bench.reading_scores import Tally
from gazetteer import Gazetteer
from gazetteer.build import build_index
from geomap.domain.reading import ReportText
from geomap.services.reading import ReportReader
from tests.annotated_reports import LANGUAGES, PARTS, annotated_reports

TARGETS = {"toponyms": 0.90, "resolved": 0.93, "claims": 0.75, "events": 0.65, "figures": 0.75}
"""What the scored part must reach, both languages together."""
GENERAL_NEWS = "en-world-"
PLAIN_NEWS = ("en-news-", "nl-nieuws-")
"""What newsrooms get on an ordinary day; the other reports were written to be hard to read."""
WORDS_OF_A_REPORT = 400
READINGS = 3
FIRST_REPORT = """
import sys
from pathlib import Path
from gazetteer import Gazetteer
from geomap.domain.reading import ReportText
from geomap.services.reading import ReportReader

with Gazetteer.open(Path(sys.argv[1])) as gazetteer:
    ReportReader(gazetteer).read(ReportText("Rebels took Raqqa in March 2013.", language="en"))
"""


def scores(reader: ReportReader) -> Iterator[Figure]:
    """Score part by part, by language and by kind of report; scored wholes have the targets."""
    scored = scored_reports(reader)
    for part in PARTS:
        of_part = [one for one in scored if one.part == part]
        targets = TARGETS if part == "scored" else {}
        for language in LANGUAGES:
            those = [one for one in of_part if one.report.language == language]
            yield from figures_of(f"{part}, {language}", summed(those), {})
        plain = [one for one in of_part if one.report.id.startswith(PLAIN_NEWS)]
        hard = [one for one in of_part if one not in plain]
        yield from figures_of(f"{part}, plain news", summed(plain), targets)
        yield from figures_of(f"{part}, all else", summed(hard), {})
        yield from figures_of(part, summed(of_part), targets)
    world = [one for one in scored if one.report.id.startswith(GENERAL_NEWS)]
    found = summed(world)["within 161 km"].f1
    yield Figure("general news in English: within 161 km, F1", found, "", at_least=0.55)


def figures_of(
    whose: str, tallies: Mapping[str, Tally], targets: Mapping[str, float]
) -> Iterator[Figure]:
    """Give precision, recall and F1 of each measure; what is resolved has one share only."""
    for measure, tally in tallies.items():
        target = targets.get(measure)
        if measure == "resolved":
            yield Figure(f"{whose}: resolved within 25 km", tally.f1, "", at_least=target)
        else:
            yield Figure(f"{whose}: {measure}, precision", tally.precision, "")
            yield Figure(f"{whose}: {measure}, recall", tally.recall, "")
            yield Figure(f"{whose}: {measure}, F1", tally.f1, "", at_least=target)


def speed(reader: ReportReader) -> Iterator[Figure]:
    """Read every report a few times, warm, in the time of one processor."""
    reports = [report for part in PARTS for report in annotated_reports(part)]
    texts = [ReportText(report.text, report.published) for report in reports]
    words = sum(len(re.findall(r"\w+", report.text)) for report in reports)
    started = time.process_time()
    for _ in range(READINGS):
        for text in texts:
            reader.read(text)
    seconds = (time.process_time() - started) / READINGS
    yield Figure("reports read", len(reports), "")
    yield Figure(
        f"reports of {WORDS_OF_A_REPORT} words a second of processor time",
        words / WORDS_OF_A_REPORT / seconds,
        "/s",
        at_least=200,
    )


def start(index: Path) -> Iterator[Figure]:
    """Start Python, import, open the index and read one sentence."""
    command = [sys.executable, "-c", FIRST_REPORT, str(index)]
    subprocess.run(command, check=True)  # The first start compiles modules.
    before, wall = getrusage(RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True)
    wall, after = time.perf_counter() - wall, getrusage(RUSAGE_CHILDREN)
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    yield Figure("from the start to the first report read", wall, "s", at_most=1)
    yield Figure("of that, processor time", processor, "s")


def measure() -> Iterator[Figure]:
    """Build the real index, unless TEST_GAZETTEER_INDEX names one, and read all reports."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(os.environ.get("TEST_GAZETTEER_INDEX", f"{folder}/gazetteer.sqlite"))
        if not index.exists():
            build_index(index)
        with Gazetteer.open(index) as gazetteer:
            reader = ReportReader(gazetteer)
            yield from scores(reader)
            yield from speed(reader)
        yield from start(index)
