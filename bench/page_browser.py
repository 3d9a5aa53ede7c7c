"""A page over a made-up atlas in a real headless Chromium without a graphics card."""

import statistics
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    Error,
    Page,
    Route,
    sync_playwright,
)

from scripts.browser import find_browser
from tests.browser.conftest import ARGUMENTS
from tests.browser.map_page import READY

VIEW = {"width": 1280, "height": 800}
PERCENTILES = 20
PATIENCE = 5
STEP = """async (day) => {
  const asked = document.timeline.currentTime;
  await window.geomap.setDate(day);
  // Times of frames: of the one in which the day was asked for, and of the one that paints it.
  return [window.geomap.timings().at(-1), document.timeline.currentTime - asked];
}"""
MOVED = """async (before) => {
  const map = document.querySelector('[data-ref="map"]');
  const cells = map.querySelector('canvas[data-layer="cells"]');
  let isBlank = false;
  const until = performance.now() + 20000;
  while (window.geomap.moveTimings().length === before && performance.now() < until) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const [picture, shown] = [cells.getBoundingClientRect(), map.getBoundingClientRect()];
    const [x, y] = [shown.left + shown.width / 2, shown.top + shown.height / 2];
    const isBeside = x < picture.left || x > picture.right || y < picture.top || y > picture.bottom;
    isBlank ||= cells.width === 0 || isBeside;
  }
  return [window.geomap.moveTimings().at(-1), isBlank];
}"""
KEYS = ("ArrowRight", "ArrowDown", "+", "ArrowLeft", "-")


@dataclass(frozen=True)
class Spread:
    """Some timings in milliseconds, in short."""

    median: float
    p95: float

    @classmethod
    def of(cls, timings: Sequence[float]) -> "Spread":
        """The median and the slowest of twenty."""
        return cls(statistics.median(timings), statistics.quantiles(timings, n=PERCENTILES)[-1])


@contextmanager
def chromium() -> Iterator[Browser]:
    """The browser of this machine, as the browser tests start it."""
    path = find_browser()
    if path is None:
        raise RuntimeError("There is no Chromium; `make browser` installs one.")
    with sync_playwright() as playwright:
        arguments = [*ARGUMENTS, "--js-flags=--expose-gc"]
        browser = playwright.chromium.launch(executable_path=path, args=arguments)
        yield browser
        browser.close()


def opened(browser: Browser, address: str, document: bytes, pixel_ratio: float) -> Page:
    """The page of a real server with a timeline document in place of its own."""
    context: BrowserContext = browser.new_context(
        viewport={"width": VIEW["width"], "height": VIEW["height"]},
        device_scale_factor=pixel_ratio,
    )
    page = context.new_page()

    def answer(route: Route) -> None:
        route.fulfill(body=document, content_type="application/json")

    page.route("**/api/timeline*", answer)
    page.goto(address)
    _wait_until_ready(page)
    page.wait_for_timeout(1500)  # The ground comes after the first picture.
    return page


def _wait_until_ready(page: Page) -> None:
    """Playwright hands a large document over slowly, more so on a busy machine."""
    for _ in range(PATIENCE):
        try:
            page.evaluate(READY)
        except Error:
            continue
        return
    page.evaluate(READY)


class Watched:
    """A page whose processor time can be read.

    On a machine that others use too, the time of the clock says more about them than about us.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self._session: CDPSession = page.context.new_cdp_session(page)
        self._session.send("Performance.setTimeDomain", {"timeDomain": "threadTicks"})
        self._session.send("Performance.enable")

    def busy_ms(self) -> float:
        """Processor time that the page's own thread has spent so far, drawing included."""
        metrics = self._session.send("Performance.getMetrics")["metrics"]
        return float(1000 * sum(one["value"] for one in metrics if one["name"] == "TaskDuration"))

    def heap_mb(self) -> float:
        """Objects and buffers of scripts, once what nobody needs was thrown away."""
        self._session.send("HeapProfiler.collectGarbage")
        usage = self._session.send("Runtime.getHeapUsage")
        return float((usage["usedSize"] + usage.get("backingStorageSize", 0)) / 1024**2)

    def steps(self, days: Sequence[str], rounds: int) -> tuple[list[float], list[float]]:
        """Milliseconds of work of each step, the least of some rounds, and until its frame."""
        # The first of each round is a jump back, and no step.
        found = [[self.page.evaluate(STEP, day) for day in days][1:] for _ in range(rounds)]
        work = [min(one[0] for one in of_day) for of_day in zip(*found, strict=True)]
        late = [min(one[1] for one in of_day) for of_day in zip(*found, strict=True)]
        return work, late

    def busy_a_step(self, days: Sequence[str]) -> list[float]:
        """Processor time of each step, drawing and asking included."""
        spent = []
        for day in days:
            before = self.busy_ms()
            self.page.evaluate(STEP, day)
            spent.append(self.busy_ms() - before)
        return spent

    def moves(self) -> tuple[list[float], list[float], bool]:
        """Milliseconds until each of some moves was painted whole, by clock and processor.

        And whether the map was blank meanwhile.
        """
        times, spent, blank = [], [], False
        self.page.locator('[data-ref="map"]').focus()
        for key in KEYS:
            before = self.page.evaluate("() => window.geomap.moveTimings().length")
            busy = self.busy_ms()
            self.page.keyboard.press(key)
            taken, was_blank = self.page.evaluate(MOVED, before)
            times.append(taken)
            spent.append(self.busy_ms() - busy)
            blank = blank or was_blank
        return times, spent, blank
