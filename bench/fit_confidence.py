"""Fit the weights of `gazetteer.confidence`, print them, and say how far they are to be believed.

Usage: python -m bench.fit_confidence INDEX      (an index of the sources that ship; some minutes)

Seven examples in ten are fitted on, drawn by a fixed seed; the figures are of the others, and of
lists of words that no fit ever sees.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from bench import confidence_examples as drawn
from bench.confidence_examples import Example, Judged, World, judged, lines_of
from bench.reliability import told
from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.confidence import ALIKE, THRESHOLD, WRITTEN

SEED = 11
FITTED = 0.7
ROUNDS = 40
RIDGE = 0.1
# A reader meets words far more often than names of places.
WEIGHT_OF_A_WORD = 4.0

Weights = NDArray[np.float64]


def fitted(examples: Sequence[Judged]) -> Weights:
    """Return the weights that make the examples most probable (Newton's method)."""
    inputs = np.array([one.features for one in examples])
    right = np.array([one.right for one in examples], dtype=float)
    weight = np.array([1.0 if one.example.place_id else WEIGHT_OF_A_WORD for one in examples])
    weights = np.zeros(inputs.shape[1])
    for _ in range(ROUNDS):
        likely = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (weight * (likely - right)) + RIDGE * weights
        bend = (inputs * (weight * likely * (1 - likely))[:, None]).T @ inputs
        weights -= np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
    return weights


def confidence(one: Judged, models: Mapping[bool, Weights]) -> float:
    """Return the confidence in the first candidate; 0 where there is none."""
    if not one.features:
        return 0.0
    return float(1 / (1 + np.exp(-np.dot(one.features, models[one.fuzzy]))))


def world(index: Path) -> list[World]:
    """Return every place of an index, read past its interface."""
    connection = sqlite3.connect(f"{index.absolute().as_uri()}?mode=ro", uri=True)
    try:
        rows = connection.execute(
            "SELECT id, name, country, coalesce(population, 0), standing FROM place ORDER BY number"
        )
        return [World(*row) for row in rows]
    finally:
        connection.close()


def all_examples(index: Path) -> list[Judged]:
    """Look all examples up, in the index of the world and in one that lacks some spellings."""
    places = world(index)
    asked = [
        *drawn.of_places(places),
        *drawn.of_places_elsewhere(places),
        *drawn.of_curated_names({one.id: one.country for one in places}),
        *drawn.of_no_places(places),
        *(Example(path.stem, text) for path in drawn.NO_PLACES for text in lines_of(path)),
    ]
    with Gazetteer.open(index) as gazetteer:
        examples = list(judged(gazetteer, asked))
    source, unseen = drawn.of_unseen_spellings()
    with tempfile.TemporaryDirectory() as folder:
        build_index(Path(folder) / "held_out.sqlite", [source])
        with Gazetteer.open(Path(folder) / "held_out.sqlite") as gazetteer:
            return examples + list(judged(gazetteer, unseen))


def parted(examples: Iterable[Judged]) -> tuple[list[Judged], list[Judged]]:
    """Part examples into those to fit on and those to test; the lists of words are for tests.

    What the model is told nothing of teaches it caution, and would test nothing.
    """
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    for_tests = {path.stem for path in drawn.NO_PLACES}
    fit, test = list[Judged](), list[Judged]()
    for one in examples:
        tested = chance.random() >= FITTED or one.example.kind in for_tests
        (test if tested and one.example.listed else fit).append(one)
    return fit, test


def report(test: Sequence[Judged], models: Mapping[bool, Weights]) -> None:
    """Print what the weights make of examples that were not fitted on."""
    sure = {one: confidence(one, models) for one in test}
    for kind in dict.fromkeys(one.example.kind for one in test):
        for country in (True, False):
            some = [
                one
                for one in test
                if one.example.kind == kind and (one.example.country is not None) is country
            ]
            if some:
                above = [one for one in some if sure[one] >= THRESHOLD]
                right = sum(one.right for one in above)
                where = "with country" if country else "no country"
                print(f"{kind}, {where}: {len(above)} of {len(some)} above, {right} right")
    answered = [one for one in test if one.features]
    named = [one for one in answered if one.example.place_id]
    print("Places and no places:", told([(sure[one], one.right) for one in answered]))
    print("Names of places:", told([(sure[one], one.right) for one in named]))
    for one in test:
        if sure[one] >= THRESHOLD and not one.example.place_id:
            print(f"false alarm: {one.example.text} {sure[one]:.2f}")


def printed(name: str, features: Iterable[str], weights: Weights) -> None:
    """Print weights as they stand in the code."""
    print(f"{name} = {{")
    for feature, weight in zip(features, weights, strict=True):
        print(f'    "{feature}": {weight:.2f},')
    print("}")


def main(index: Path) -> None:
    """Fit both models and print them and how they do."""
    fit, test = parted(all_examples(index))
    models = {
        fuzzy: fitted([one for one in fit if one.features and one.fuzzy is fuzzy])
        for fuzzy in (False, True)
    }
    printed("WRITTEN", WRITTEN, models[False])
    printed("ALIKE", ALIKE, models[True])
    report(test, models)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
