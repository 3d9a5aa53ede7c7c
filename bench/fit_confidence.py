"""Fit the weights of `gazetteer.confidence` and print them.

Usage: python -m bench.fit_confidence INDEX      (an index of the sources that ship; some minutes)

Everything is drawn by fixed seeds. Every second line of `no_places.txt` is fitted on; the others
are kept for `bench_spelling.py`, as are the first held-out spellings.
"""

import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import held_out
from bench.typing_errors import one_edit, place_names
from gazetteer import Gazetteer, GazetteerError
from gazetteer.build import build_index
from gazetteer.confidence import WEIGHTS, features

NO_PLACES = Path(__file__).resolve().parent / "no_places.txt"
SEED = 7
KEPT_FOR_THE_BENCH = 1000
OF_EACH_KIND = 1500
ROUNDS = 30
RIDGE = 0.1
# A reader meets words far more often than names of places.
WEIGHT_OF_A_WORD = 3.0

Asked = tuple[str, str | None, str | None]
"""A text, the id of the place it means or None, and the country it is asked with or None."""


def examples(gazetteer: Gazetteer, asked: Sequence[Asked]) -> Iterator[tuple[float, ...]]:
    """Yield features, whether the first candidate is right, and the weight of the example."""
    for text, place_id, country in asked:
        try:
            found, forms, bias = gazetteer.matcher.found(text, country, None)
        except GazetteerError:
            continue
        if found.best:
            best = found.best[0]
            right = found.rows[best.match.number][0] == place_id
            weight = 1.0 if place_id else WEIGHT_OF_A_WORD
            yield (*features(best, found.best, forms, bias), float(right), weight)


def fitted(rows: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights that make the examples most probable (Newton's method)."""
    inputs, right, weight = rows[:, :-2], rows[:, -2], rows[:, -1]
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (weight * (likely - right)) + RIDGE * weights
        bend = (inputs * (weight * likely * (1 - likely))[:, None]).T @ inputs
        weights -= np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
    return weights


def of_the_world(index: Path) -> list[Asked]:
    """Names of places everywhere, with and without one typing error, and what is no place."""
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    places = place_names(index)
    asked: list[Asked] = []
    for place_id, name, country in chance.sample(places, 2 * OF_EACH_KIND):
        asked.append((name, place_id, chance.choice((country, None))))
    for place_id, name, country in chance.sample(places, OF_EACH_KIND):
        asked.append((one_edit(name, chance), place_id, chance.choice((country, None))))
    words = NO_PLACES.read_text(encoding="utf-8").splitlines()[::2]
    return asked + [(word, None, None) for word in words]


def of_unseen_spellings(folder: Path) -> list[tuple[float, ...]]:
    """Spellings of Syrian and Iraqi places that the index does not have."""
    source, questions = held_out.with_names_held_out(held_out.live_places())
    build_index(folder / "held_out.sqlite", [source])
    chosen = questions[KEPT_FOR_THE_BENCH : KEPT_FOR_THE_BENCH + OF_EACH_KIND]
    asked: list[Asked] = [
        (one.spelling, one.place_id, one.country if number % 2 else None)
        for number, one in enumerate(chosen)
    ]
    with Gazetteer.open(folder / "held_out.sqlite") as gazetteer:
        return list(examples(gazetteer, asked))


def main(index: Path) -> None:
    """Fit on all examples and print the weights as they stand in the code."""
    with tempfile.TemporaryDirectory() as folder, Gazetteer.open(index) as gazetteer:
        rows = list(examples(gazetteer, of_the_world(index)))
        rows += of_unseen_spellings(Path(folder))
    weights = fitted(np.asarray(rows))
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main(Path(sys.argv[1]))
