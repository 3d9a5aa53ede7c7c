"""The API over a made-up war of 35,000 places and 400,000 events: pages, tiles and files.

One reader with one connection asks a real `geomap serve`. A 304 and the timeline are compared with
files from the same server, by the median of each, which a busy machine moves least.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from bench.api_load import Memory, Reader, Timing, environment_with, running
from bench.figures import Figure
from bench.made_up_atlas import DATA_FOLDER, EVENTS, fill
from tests.serving import ROOT, free_port

ITEMS = "/api/collections/events/items"
ONE = f"{ITEMS}/event-{{number}}"
BOX_AND_MONTH = f"{ITEMS}?limit=1000&bbox=40,34,41,35&datetime=2015-03-01/2015-03-31"
DEEP = 300_000
SMALL_FILE = "/static/js/main.js"
LARGE_FILE = "/static/vendor/world-atlas/countries-10m.json"
PACKED = {"Accept-Encoding": "gzip"}
MOST_P95 = {"limit=10": 15, "limit=1000": 40, "a degree and a month": None, "one event by id": 4}
PATHS = {
    "limit=10": f"{ITEMS}?limit=10",
    "limit=1000": f"{ITEMS}?limit=1000",
    "a degree and a month": BOX_AND_MONTH,
    "one event by id": ONE,
}
TIMES = {"limit=10": 50, "limit=1000": 10, "a degree and a month": 20, "one event by id": 100}


@contextmanager
def serving(folder: Path) -> Iterator[tuple[Reader, int]]:
    """Serve the atlas in a folder; give a reader and the process id of the server."""
    port = free_port()
    variables = {"GEOMAP_DATA_DIR": str(folder / DATA_FOLDER), "GEOMAP_PORT": str(port)}
    environment = environment_with(**variables, PYTHONPATH=str(ROOT))
    command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
    with running(command, environment, folder / "geomap.log", (port, "/health")) as process:
        reader = Reader(port, process)
        for encoding in ("zstd", "br", "gzip"):
            # A server that has just begun still packs the timeline.
            reader.get("/api/timeline", {"Accept-Encoding": encoding})
        yield reader, process


def measure() -> Iterator[Figure]:
    """Fill a database once, then ask for it in every way."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        with serving(folder) as (reader, process):
            for what, path in PATHS.items():
                timing = reader.time_anew(path, TIMES[what])
                yield from _figures(what, timing, MOST_P95[what])
            again = reader.time(PATHS["limit=1000"], TIMES["one event by id"])
            yield from _figures("a page of 1,000 that was asked for before", again)
            yield from _deep(reader)
            yield from _unchanged(reader)
            yield from _tiles(reader)
            for ending in ("geojson", "csv", "fgb", "parquet"):
                yield from _whole(reader, process, ending)


def deep_page(reader: Reader) -> str:
    """Where a page begins behind so many events: the link to the next page of one before it."""
    page = reader.get(f"{ITEMS}?limit=1000&offset={DEEP}")
    return next_of(page.body)


def next_of(body: bytes) -> str:
    """The path and the query of a page's link to the next."""
    (following,) = (one["href"] for one in json.loads(body)["links"] if one["rel"] == "next")
    parts = urlsplit(following)
    return f"{parts.path}?{parts.query}"


def _figures(what: str, timing: Timing, at_most: float | None = None) -> Iterator[Figure]:
    yield Figure(f"{what}, one connection", timing.a_second, "/s")
    yield Figure(f"{what}, p95", timing.p95, "ms", at_most=at_most)
    yield Figure("  of which processor time, mean", timing.work, "ms")


def _deep(reader: Reader) -> Iterator[Figure]:
    deep = reader.time_anew(deep_page(reader), 10)
    first = reader.time_anew(PATHS["limit=1000"], 10)
    yield Figure("a page behind 300,000, by the first page", deep.work / first.work, "x", 1.5)


def _unchanged(reader: Reader) -> Iterator[Figure]:
    """A 304 by that of a file of the page, and the timeline by a large file, byte by byte."""
    medians = []
    for path in (PATHS["limit=1000"], SMALL_FILE):
        tag = reader.get(path).headers["etag"]
        medians.append(reader.time(path, 100, {"If-None-Match": tag}, status=304).work)
    yield Figure("304 of a page, by that of a file", medians[0] / medians[1], "x", at_most=2)
    rates = []
    for path in ("/api/timeline", LARGE_FILE):
        size = len(reader.get(path, PACKED).body)
        rates.append(reader.time(path, 10, PACKED).median / size)
    yield Figure("the timeline by a large file, each byte", rates[0] / rates[1], "x", at_most=2)


def _tiles(reader: Reader) -> Iterator[Figure]:
    before = reader.work()
    fresh = [
        reader.get(f"/api/tiles/9/{column}/{row}?layers=control,events").milliseconds
        for column in range(312, 318)
        for row in range(200, 206)
    ]
    yield from _figures("a new tile of zoom 9", Timing.of(fresh, reader.work() - before))
    yield from _figures("the same tile again", reader.time("/api/tiles/9/315/203", 40))


def _whole(reader: Reader, process: int, ending: str) -> Iterator[Figure]:
    # All as GeoJSON; a part shows how fast the others are, and whether their memory grows.
    wanted = EVENTS if ending == "geojson" else EVENTS // 4
    reader.read_through(f"/events.{ending}?limit=1")  # What a library itself takes, stays.
    before = reader.work()
    with Memory(process) as memory:
        seconds, end = reader.read_through(f"/events.{ending}?limit={wanted}")
    work = (reader.work() - before) / 1000
    if ending == "geojson" and f'"numberReturned":{EVENTS}}}'.encode() not in end:
        raise AssertionError(f"The file of all events ends with {end!r}.")
    yield Figure(f"{wanted:,} events as {ending}", wanted / seconds, "/s")
    yield Figure("  by processor time", wanted / work, "/s")
    yield Figure("  memory that it takes", memory.most - memory.before, "MB", at_most=30)
