"""Ourselves, asked as the peers are."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bench.asked import ENOUGH, Answers, Ask, Asked, Questions, answered, answered_points, report
from gazetteer import Gazetteer


@contextmanager
def opened(folder: Path, index: str) -> Iterator[tuple[Gazetteer, float]]:
    """Open the index that was built from the places, and let it read what it reads once.

    How many seconds that takes comes along, as the peers are timed until they are ready.
    """
    started = time.perf_counter()
    with Gazetteer.open(folder / f"{index}.sqlite") as gazetteer:
        gazetteer.lookup("Rhakkaa")
        gazetteer.reverse(39.0, 35.9)
        gazetteer.reverse_many([39.0], [35.9])
        yield gazetteer, time.perf_counter() - started


def asking(gazetteer: Gazetteer) -> Ask:
    """Answer names as the peers do: ids, best first."""

    def ask(name: str, country: str) -> list[str]:
        found = gazetteer.lookup(name, country=country or None, limit=ENOUGH)
        return [one.place.id for one in found]

    return ask


def points_answered(name: str, questions: Questions, gazetteer: Gazetteer) -> Answers:
    """Answer points, one at a time or all at once."""
    if questions.batched:
        longitudes, latitudes = zip(*questions.points, strict=True)
        started = time.perf_counter()
        found = gazetteer.reverse_many(longitudes, latitudes).ids.tolist()
        mean = (time.perf_counter() - started) / len(questions.points)
        return answered_points(name, questions, found, [mean] * len(questions.points))
    found, seconds = [], []
    for longitude, latitude in questions.points:
        started = time.perf_counter()
        ((place, _),) = gazetteer.reverse(longitude, latitude)
        seconds.append(time.perf_counter() - started)
        found.append(place.id)
    return answered_points(name, questions, found, seconds)


def main() -> None:
    """Answer all questions."""
    asked = Asked(Path(sys.argv[1]))
    for name, questions in asked.sets.items():
        with opened(asked.folder, questions.index) as (gazetteer, ready):
            if questions.points:
                answers = points_answered(name, questions, gazetteer)
            else:
                answers = answered(name, questions, asking(gazetteer))
            report(replace(answers, ready=ready))


if __name__ == "__main__":
    main()
