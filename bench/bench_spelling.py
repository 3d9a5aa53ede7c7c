"""How well names are found that are not written as in the index, and how fast: issue by issue."""

import contextlib
import gc
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from bench import held_out
from bench.confidence_examples import NO_PLACES, is_meant, lines_of
from bench.families import FAMILIES
from bench.figures import Figure
from bench.reliability import calibration_error
from bench.typing_errors import one_edit, place_names
from gazetteer import Candidate, Gazetteer, InvalidName
from gazetteer.build import build_index
from gazetteer.confidence import THRESHOLD

SEED = 20241122
QUESTIONS = 1000
AMONG = 10
POINTS = 5_000
MANY_POINTS = 500_000
MILLISECONDS = 1000


def names_found(gazetteer: Gazetteer, asked: Iterable[tuple[str, str]]) -> tuple[float, float]:
    """Return the shares of (spelling, place id) found among ten and first."""
    among, first, count = 0, 0, 0
    for spelling, place_id in asked:
        ids = [one.place.id for one in candidates(gazetteer, spelling)]
        among += place_id in ids[:AMONG]
        first += ids[:1] == [place_id]
        count += 1
    return among / count, first / count


def candidates(gazetteer: Gazetteer, spelling: str) -> list[Candidate]:
    """Look a name up; what an edit has made no name finds nothing."""
    with contextlib.suppress(InvalidName):
        return gazetteer.lookup(spelling)
    return []


def seconds_of_each(task: Callable[[str], object], texts: Sequence[str]) -> list[float]:
    """Return how long each text takes, sorted."""
    taken = []
    for text in texts:
        started = time.perf_counter()
        with contextlib.suppress(InvalidName):
            task(text)
        taken.append(time.perf_counter() - started)
    return sorted(taken)


def p95(taken: Sequence[float]) -> float:
    """Return the 95th percentile in milliseconds."""
    return taken[len(taken) * 95 // 100] * MILLISECONDS


def families(gazetteer: Gazetteer) -> Iterator[Figure]:
    """Every spelling of the press, with its country."""
    asked = [
        (spelling, place_id, country)
        for (place_id, country), spellings in FAMILIES.items()
        for spelling in spellings.split("|")
    ]
    right = sum(
        [one.place.id for one in gazetteer.lookup(spelling, country=country, limit=1)] == [place_id]
        for spelling, place_id, country in asked
    )
    yield Figure("families of the press", len(FAMILIES), "", at_least=16)
    yield Figure("their spellings to the right place first", right / len(asked), "", at_least=1)


def unseen(folder: Path) -> Iterator[Figure]:
    """Spellings that were held out of Who's On First, and Arabic ones against Latin names."""
    if not held_out.are_there():
        # A line of its own, so that a missing figure is not taken for a forgotten one.
        print("unseen spellings are skipped: there are no files of Who's On First")
        return
    places = held_out.live_places()
    for label, (source, questions), targets in (
        ("unseen spelling", held_out.with_names_held_out(places), (0.85, 0.50)),
        ("Arabic spelling, Latin index", held_out.with_latin_names_only(places), (0.90, None)),
    ):
        path = folder / "held_out.sqlite"
        build_index(path, [source])
        with Gazetteer.open(path) as gazetteer:
            asked = [(one.spelling, one.place_id) for one in questions[:QUESTIONS]]
            among, first = names_found(gazetteer, asked)
        yield Figure(f"{label}: among ten", among, "", at_least=targets[0])
        yield Figure(f"{label}: first", first, "", at_least=targets[1])


def edited(gazetteer: Gazetteer, places: Sequence[tuple[str, str, str]]) -> Iterator[Figure]:
    """One random edit on names of the world."""
    chance = random.Random(SEED)  # noqa: S311 - the same names in every run.
    asked = [(one_edit(name, chance), one) for one, name, _ in chance.sample(places, QUESTIONS)]
    among, first = names_found(gazetteer, asked)
    yield Figure("one random edit, world: among ten", among, "", at_least=0.92)
    yield Figure("one random edit, world: first", first, "")
    fuzzy = [spelling for spelling, _ in asked]
    taken = seconds_of_each(gazetteer.lookup, fuzzy)
    yield Figure("fuzzy look-up, p95", p95(taken), "ms", at_most=10)
    yield Figure("fuzzy look-up, median", taken[len(taken) // 2] * MILLISECONDS, "ms")


def alarms(gazetteer: Gazetteer, places: Sequence[tuple[str, str, str]]) -> Iterator[Figure]:
    """Words and names of persons that are no places; and names that are, for comparison."""
    for path in NO_PLACES:
        words = lines_of(path)
        quiet = sum(
            all(one.confidence < THRESHOLD for one in candidates(gazetteer, word)) for word in words
        )
        yield Figure(f"{path.stem}: below the threshold", quiet / len(words), "", at_least=0.99)
    chance = random.Random(SEED)  # noqa: S311 - the same names in every run.
    answers = [
        (found[0].confidence, is_meant(found[0].place, one))
        for one, name, country in chance.sample(places, QUESTIONS)
        if (found := gazetteer.lookup(name, country=country, limit=1))
    ]
    sure = [right for confidence, right in answers if confidence >= THRESHOLD]
    yield Figure("names of the world with country: above it", len(sure) / len(answers), "")
    yield Figure("of those, the right place", sum(sure) / len(sure), "")
    yield Figure("error of their confidence", calibration_error(answers), "", at_most=0.1)


def completions(gazetteer: Gazetteer, places: Sequence[tuple[str, str, str]]) -> Iterator[Figure]:
    """Beginnings of every length, and every single letter."""
    chance = random.Random(SEED)  # noqa: S311 - the same names in every run.
    names = [name for _, name, _ in chance.sample(places, QUESTIONS)]
    beginnings = [name[: chance.randint(1, len(name))] for name in names]
    taken = seconds_of_each(gazetteer.suggest, beginnings)
    yield Figure("suggest, all lengths, p95", p95(taken), "ms", at_most=5)
    short = [name[:length] for name in names[:300] for length in (1, 2)]
    yield Figure(
        "suggest, one and two letters, p95",
        p95(seconds_of_each(gazetteer.suggest, short)),
        "ms",
        at_most=5,
    )


def backwards(gazetteer: Gazetteer) -> Iterator[Figure]:
    """Points everywhere on land and sea."""
    chance = np.random.default_rng(SEED)
    longitudes = chance.uniform(-180, 180, MANY_POINTS)
    latitudes = np.degrees(np.arcsin(chance.uniform(-1, 1, MANY_POINTS)))
    gazetteer.reverse(0, 0)
    points = list(zip(longitudes[:POINTS].tolist(), latitudes[:POINTS].tolist(), strict=True))
    started = time.perf_counter()
    for longitude, latitude in points:
        gazetteer.reverse(longitude, latitude)
    yield Figure(
        "reverse, one at a time", POINTS / (time.perf_counter() - started), "/s", at_least=20_000
    )
    gazetteer.reverse_many(longitudes[:1], latitudes[:1])
    started = time.perf_counter()
    gazetteer.reverse_many(longitudes, latitudes)
    yield Figure(
        "reverse, batched", MANY_POINTS / (time.perf_counter() - started), "/s", at_least=300_000
    )


def measure() -> Iterator[Figure]:
    """Build the index of the world in a scratch folder and ask it in every way."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        build_index(path)
        places = place_names(path)
        gc.freeze()
        with Gazetteer.open(path) as gazetteer:
            yield from families(gazetteer)
            yield from edited(gazetteer, places)
            yield from alarms(gazetteer, places)
            yield from completions(gazetteer, places)
            yield from backwards(gazetteer)
        yield from unseen(Path(folder))
