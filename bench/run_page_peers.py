"""Measure our page and its peers over the same 5,000 cells and 50,000 events in one run, as ratios.

Usage: python -m bench.run_page_peers [PEER ...]

The peers are npm packages, exact and with hashes in `bench/peers/page/package-lock.json`; they are
installed into `.venv-peers/page` without their scripts being run. Their pages are those beside the
lock, and two that folium writes (`bench.page_peer_data`); each has `window.step(time)`. All are
served from loopback and every other host is cut off.

Each step is one day. Two figures of work, taken alike of all sides:

- until painted: the clock around the step, and around the frame that paints it (scripts, styles,
  layout, drawing), without the wait between them. Of each step, the least of some rounds, so that
  a busy machine is not counted as theirs or ours.
- all that draws: processor time of all threads of the page's process and of the process that draws
  for it, until one frame later. It is counted in hundredths of a second, so it is the mean.

We stand there twice: the whole page with its panels, and the map to be embedded, which like the
pages of the peers is a map with a time control. Ours draws cells and events, most peers a part.
"""

import hashlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, Route

from bench.bench_page_scale import FIRST_STEP, serving_ourselves
from bench.page_browser import VIEW, Spread, chromium, opened
from bench.page_peer_data import SHOWN_DAYS, milliseconds, write_peers
from bench.page_worlds import SIZES, made_up
from bench.run_peers import PEERS, ROOT
from geomap.domain.outline import Outline
from geomap.exports.timeline import timeline_document
from geomap.web.documents import encoded

STEPS = 20
ROUNDS = 2
DAYS = tuple(FIRST_STEP + timedelta(days=number) for number in range(STEPS + 1))
PATIENCE_MS = 240_000
READY = "() => window.step !== undefined && document.readyState === 'complete'"
OUR_STEP = """() => {
  window.step = (time) => window.geomap.setDate(new Date(time).toISOString().slice(0, 10));
}"""
STEP = """async (time) => {
  const channel = new MessageChannel();
  let frame = 0;
  // Asked for before the step, so that it comes first in the frame that paints the step.
  const painted = new Promise((resolve) => {
    channel.port1.onmessage = () => resolve(performance.now() - frame);
    requestAnimationFrame(() => {
      frame = performance.now();
      channel.port2.postMessage(null);  // Comes once the frame has been laid out and drawn.
    });
  });
  const begun = performance.now();
  const done = window.step(time);
  const asked = performance.now() - begun;
  const drawn = await painted;
  await done;
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return asked + drawn;
}"""
_TIMED = "leaflet-timedimension/dist/leaflet.timedimension"
LOADED_BY_FOLIUM = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "jquery.min.js": "jquery/dist/jquery.min.js",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "moment.min.js": "moment/min/moment.min.js",
    "d3.v4.min.js": "d3/build/d3.min.js",
    "iso8601.min.js": "iso8601-js-period/iso8601.js",
    "leaflet.timedimension.min.js": f"{_TIMED}.min.js",
    "leaflet.timedimension.control.css": f"{_TIMED}.control.css",
}


@dataclass(frozen=True)
class Peer:
    """A page of others, what of the data it draws, and how far ahead of it we mean to be."""

    page: str
    draws: str
    target: float
    days: Sequence[date] = DAYS
    """Fewer where a step takes seconds; the p95 is then the slowest."""


_PEERS = {
    "Leaflet.TimeDimension": Peer("timedimension.html", "events", 30),
    "folium TimestampedGeoJson": Peer("timestamped.html", "events", 30),
    "folium TimeSliderChoropleth": Peer("choropleth.html", "cells", 30),
    "Leaflet.timeline": Peer("timeline.html", "cells, events", 5),
    "deck.gl": Peer("deckgl.html", "cells, events", 5, DAYS[:4]),
}


@dataclass(frozen=True)
class Work:
    """Milliseconds of work a step: until painted, and the mean of all that draws."""

    painted: Spread
    everything: float


def installed() -> Path:
    """Install the peers once, and give the folder of their packages."""
    folder, lock = ROOT / ".venv-peers" / "page", PEERS / "page" / "package-lock.json"
    stamp, digest = folder / ".installed", hashlib.sha256(lock.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        folder.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(PEERS / "page" / name, folder)
        npm = [sys.executable, str(ROOT / "scripts" / "node_tools.py"), "npm"]
        subprocess.run([*npm, "ci", "--ignore-scripts", "--silent"], cwd=folder, check=True)
        stamp.write_text(digest, encoding="utf-8")
    return folder / "node_modules"


def work_of(browser: Browser, page: Page, days: Sequence[date] = DAYS) -> Work:
    """Step through the days and read what was spent."""
    rounds, everything = [], 0.0
    for _ in range(ROUNDS):
        page.evaluate(STEP, milliseconds(days[0]))  # A jump back, and no step.
        before = _everything_ms(browser)
        rounds.append([page.evaluate(STEP, milliseconds(day)) for day in days[1:]])
        everything += _everything_ms(browser) - before
    least = [min(of_day) for of_day in zip(*rounds, strict=True)]
    few = Spread(statistics.median(least), max(least))
    painted = Spread.of(least) if len(least) >= STEPS else few
    return Work(painted, everything / (ROUNDS * len(least)))


def _everything_ms(browser: Browser) -> float:
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return float(sum(1000 * one["cpuTime"] for one in processes if one["type"] in _DRAWING))


_DRAWING = ("renderer", "GPU")


def our_work(browser: Browser, world: Outline) -> dict[str, Work]:
    """Step through our page and our embedded map, as a real server gives them."""
    found = {}
    with serving_ourselves() as address:
        for name, asked in (("page", ""), ("embedded", "?embed=1")):
            document = encoded(timeline_document(world))
            page = opened(browser, f"{address}/{asked}#window={SHOWN_DAYS}", document, 1)
            page.evaluate(OUR_STEP)
            found[name] = work_of(browser, page)
            page.context.close()
    return found


def their_work(browser: Browser, address: str, days: Sequence[date], modules: Path) -> Work:
    """Step through the page of a peer."""
    context = browser.new_context(viewport={"width": VIEW["width"], "height": VIEW["height"]})
    context.set_default_timeout(PATIENCE_MS)

    def answer(route: Route) -> None:
        name = route.request.url.rsplit("/", 1)[-1]
        if name in LOADED_BY_FOLIUM:
            route.fulfill(path=modules / LOADED_BY_FOLIUM[name])
        else:
            route.abort()

    context.route(lambda url: not url.startswith(address.rsplit("/", 1)[0]), answer)
    page = context.new_page()
    page.goto(address)
    page.wait_for_function(READY)
    work = work_of(browser, page, days)
    context.close()
    return work


class _Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing of it."""

    def log_message(self, *_arguments: object) -> None:
        """Keep the table free of requests."""


@contextmanager
def peers_served(world: Outline, modules: Path) -> Iterator[str]:
    """Serve the pages, their data and their libraries from loopback."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for page in (PEERS / "page").glob("*.html"):
            shutil.copy(page, folder)
        (folder / "node_modules").symlink_to(modules)
        write_peers(world, DAYS, folder)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=name))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def printed(name: str, ours: Mapping[str, Work], theirs: Work) -> None:
    """Print a peer beside us; above 1 means that we do better."""
    peer = _PEERS[name]
    print(f"\n{f'{name} ({peer.draws}), ms':<46} {'peer':>9} {'ours':>9} {'ratio':>9}")
    for side, our in ours.items():
        for what, mine, other in (
            ("until painted, p95", our.painted.p95, theirs.painted.p95),
            ("until painted, median", our.painted.median, theirs.painted.median),
            ("all that draws, mean", our.everything, theirs.everything),
        ):
            verdict = "met" if other / mine >= peer.target else "MISSED"
            told = f"{other:>9,.1f} {mine:>9,.1f} {other / mine:>7,.1f} x"
            print(f"  {f'{side}: {what}':<44} {told}   at least {peer.target:g} x: {verdict}")
    sys.stdout.flush()


def main(arguments: Sequence[str]) -> int:
    """Measure ourselves and the peers that are named, or all."""
    modules, world = installed(), made_up(SIZES[1])
    with chromium() as browser, peers_served(world, modules) as address:
        print(f"Steps of a day, {SIZES[1].name}, Chromium {browser.version}", flush=True)
        ours = our_work(browser, world)
        for name in arguments or _PEERS:
            peer = _PEERS[name]
            theirs = their_work(browser, f"{address}/{peer.page}", peer.days, modules)
            printed(name, ours, theirs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
