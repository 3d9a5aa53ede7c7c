"""The page over the bundled atlas, in a real headless Chromium without a graphics card."""

import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from bench.figures import Figure
from scripts.browser import find_browser
from tests.browser.conftest import ARGUMENTS
from tests.browser.map_page import GROUND, READY
from tests.serving import ROOT, environment_for, free_port, serving

VISITS = 5
VIEW = {"width": 1280, "height": 800}
STEPS = """async () => {
  const end = new Date("2019-12-31");
  for (let day = new Date("2014-01-01"); day < end; day.setDate(day.getDate() + 3))
    await window.geomap.setDate(day.toISOString().slice(0, 10));
  return window.geomap.timings();
}"""
PERCENTILES = 20


def measure() -> Iterator[Figure]:
    """Visit the map as a stranger several times, then step through six years of it."""
    path = find_browser()
    if path is None:
        raise RuntimeError("There is no Chromium; `make browser` installs one.")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        environment = environment_for(folder, free_port()) | {"PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
        browser = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        with serving(command, environment, folder) as address:
            painted = [_first_paint(browser, address) for _ in range(VISITS)]
            weight = _weight(browser, address)
            timings = _steps(browser, address)
        browser.close()
    yield Figure("navigation to first painted map, median", statistics.median(painted), "s", 1.0)
    yield Figure("page, scripts and data, packed, without base map", weight, "kB", 500)
    median = statistics.median(timings)
    slowest = statistics.quantiles(timings, n=PERCENTILES)[-1]
    yield Figure("one step of three days, median", median, "ms")
    yield Figure("one step of three days, p95", slowest, "ms", at_most=10)


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_page(viewport={"width": VIEW["width"], "height": VIEW["height"]})
    page.goto(address)
    page.evaluate(READY)
    return page


def _first_paint(browser: Browser, address: str) -> float:
    """Seconds from navigation until the first day is painted, with an empty cache."""
    page = _open(browser, address)
    milliseconds: float = page.evaluate("() => performance.now()")
    page.close()
    return milliseconds / 1000


def _weight(browser: Browser, address: str) -> float:
    """Thousands of bytes that a stranger is sent until the map is complete, but for its ground."""
    page = browser.new_page(viewport={"width": VIEW["width"], "height": VIEW["height"]})
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    sent: dict[str, float] = {}
    ground: set[str] = set()

    def asked(event: dict[str, Any]) -> None:
        if any(name in event["request"]["url"] for name in GROUND):
            ground.add(event["requestId"])

    def arrived(event: dict[str, Any]) -> None:
        sent[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", arrived)
    page.goto(address)
    page.evaluate(READY)
    while len(ground & sent.keys()) < len(GROUND):
        page.wait_for_timeout(50)
    page.close()
    return sum(size for key, size in sent.items() if key not in ground) / 1000


def _steps(browser: Browser, address: str) -> list[float]:
    """Milliseconds of work of each of the latest steps."""
    page = _open(browser, address)
    timings: list[float] = page.evaluate(STEPS)
    page.close()
    return timings
