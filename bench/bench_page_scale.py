"""The page over made-up atlases of three sizes, in a headless Chromium without a graphics card.

A real server gives the page; the timeline document is made of the made-up atlas by the same
program, so that no database of half a million rows has to be filled first. Each step is one day.
Its work is the least of some rounds, so that a busy machine is not counted as ours.
"""

import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

from bench.figures import Figure
from bench.page_browser import Spread, Watched, chromium, opened
from bench.page_worlds import SIZES, made_up
from geomap.exports.timeline import timeline_document
from geomap.web.documents import encoded
from geomap.web.packing import Packed
from tests.serving import ROOT, environment_for, free_port, serving

MOST_STEP_MS = {1_000: 6.0, 5_000: 10.0, 33_000: 16.0}
FIRST_STEP = date(2016, 1, 1)
STEPS = 40
ROUNDS = 3
PIXEL_RATIOS = (1, 2)
DECODED = """async (url) => {
  const { decodeTimeline } = await import("/static/js/timeline.js");
  const text = await (await fetch(url)).text();
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    const started = performance.now();
    decodeTimeline(JSON.parse(text));
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}"""


def measure() -> Iterator[Figure]:
    """Step and move through each size, at one and at two pixels for one."""
    with chromium() as browser, serving_ourselves() as address:
        for size in SIZES:
            document = timeline_document(made_up(size))
            yield from _documented(browser, address, document, size.cells)
            for ratio in PIXEL_RATIOS:
                of = f"{size.name}, {ratio} px"
                limit = MOST_STEP_MS[size.cells]
                yield from _scrubbed(browser, address, encoded(document), (of, ratio, limit))


@contextmanager
def serving_ourselves() -> Iterator[str]:
    """Run a real server in an empty home and give its address."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = environment_for(folder, free_port()) | {"PYTHONPATH": str(ROOT)}
        if built := os.environ.get("TEST_GAZETTEER_INDEX"):
            environment["GEOMAP_GAZETTEER"] = built
        command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
        with serving(command, environment, folder) as address:
            yield address


def _documented(
    browser: Browser, address: str, document: dict[str, Any], cells: int
) -> Iterator[Figure]:
    """How large the document is without events, packed, and how long it takes to read."""
    largest = cells == SIZES[-1].cells
    none: dict[str, list[int]] = {column: [] for column in document["events"]}
    body = encoded(document | {"events": none})
    of = f"timeline of {cells:,} places"
    for encoding in ("zstd", "gzip"):
        size = len(Packed(body).encoded(encoding)) / 1e6
        yield Figure(f"{of}, {encoding}", size, "MB", 2.5 if largest else None)
    page = opened(browser, address, body, 1)
    milliseconds = page.evaluate(DECODED, f"{address}/api/timeline")
    page.context.close()
    yield Figure(f"{of}, decoded", milliseconds, "ms", 150 if largest else None)


def _days(stride: int, count: int) -> Sequence[str]:
    return [(FIRST_STEP + timedelta(days=stride * number)).isoformat() for number in range(count)]


def _scrubbed(
    browser: Browser, address: str, document: bytes, what: tuple[str, float, float]
) -> Iterator[Figure]:
    of, ratio, limit = what
    page = opened(browser, address, document, ratio)
    watched = Watched(page)
    work, late = watched.steps(_days(1, STEPS), ROUNDS)
    spread = Spread.of(work)
    yield Figure(f"{of}: step, median", spread.median, "ms")
    yield Figure(f"{of}: step, p95", spread.p95, "ms", limit)
    yield Figure(f"{of}: later than the next frame, p95", Spread.of(late).p95, "ms", 17)
    far, _late = watched.steps(_days(90, STEPS // 4), ROUNDS)
    yield Figure(f"{of}: jump of 90 days, median", statistics.median(far), "ms")
    times, _spent, was_blank = watched.moves()
    yield Figure(f"{of}: moved until painted whole, median", statistics.median(times), "ms", 250)
    yield Figure(f"{of}: moves with a blank map", int(was_blank), "of 1", 0)
    yield Figure(f"{of}: heap", watched.heap_mb(), "MB", 200)
    page.context.close()
