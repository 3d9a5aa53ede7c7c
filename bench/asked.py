"""Questions for us and our peers alike: how they are read, asked and timed.

Every side runs this in its own environment, so it needs Python alone. A folder holds places in
`INDEX.jsonl` and the questions about them in `SET.json`, written by `bench.peer_questions`.
"""

import json
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

ENOUGH = 10
"""How many answers a question gets."""

# A peer answers so many questions of each set, and more until its time for the set is up.
_LEAST_QUESTIONS = 30
_SECONDS = 8


@dataclass(frozen=True)
class AskedPlace:
    """A place of an index; `names` begins with its display name."""

    id: str
    country: str
    longitude: float
    latitude: float
    population: int
    names: tuple[str, ...]


@dataclass(frozen=True)
class Questions:
    """Names, each with its country when that is known (or ""), or points; and the right places.

    `index` is the name of the index that they are put to. Of many points only the first are judged,
    for which there are right places; `batched` points are asked all at once.
    """

    index: str
    right: list[list[str]]
    names: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    points: list[tuple[float, float]] = field(default_factory=list)
    batched: bool = False


@dataclass(frozen=True)
class Answers:
    """What came of the first questions of a set.

    `ranks` holds where the first right place stood among ten, 1 for first and 0 for not there, of
    those questions that are judged; `seconds` what each question took (of a batch, the mean).
    `ready` are the seconds that the index took before its first question, when this set was it.
    """

    name: str
    ranks: list[int]
    seconds: list[float]
    ready: float = 0.0


Ask: TypeAlias = Callable[[str, str], Sequence[str]]
"""Takes a name and a country or "", gives ids of places, best first."""


class Asked:
    """A folder of places and questions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def sets(self) -> dict[str, Questions]:
        """All sets of questions by name, those of one index together."""
        found = {
            path.stem: Questions(**json.loads(path.read_text(encoding="utf-8")))
            for path in sorted(self.folder.glob("*.json"))
        }
        return dict(sorted(found.items(), key=lambda item: item[1].index))

    def write_places(self, index: str, places: Iterator[AskedPlace]) -> None:
        """Write the places of an index."""
        with (self.folder / f"{index}.jsonl").open("w", encoding="utf-8") as lines:
            lines.writelines(json.dumps(asdict(place)) + "\n" for place in places)

    def write(self, name: str, questions: Questions) -> None:
        """Write a set of questions."""
        text = json.dumps(asdict(questions))
        (self.folder / f"{name}.json").write_text(text, encoding="utf-8")

    def places(self, index: str) -> list[AskedPlace]:
        """Read the places of an index, those with most people first."""
        with (self.folder / f"{index}.jsonl").open(encoding="utf-8") as lines:
            found = [AskedPlace(**json.loads(line)) for line in lines]
        return sorted(found, key=lambda place: -place.population)


def answer_names(make: Callable[[list[AskedPlace]], Ask]) -> None:
    """Put questions of every set of names to a peer and print the answers.

    `make` gets the places of an index and gives what answers for them; it is timed by itself.
    """
    asked = Asked(Path(sys.argv[1]))
    index, ask = "", None
    for name, questions in asked.sets.items():
        if not questions.names:
            continue
        ready = 0.0
        if ask is None or questions.index != index:
            index, places = questions.index, asked.places(questions.index)
            started = time.perf_counter()
            ask = make(places)
            ready = time.perf_counter() - started
        report(replace(answered(name, questions, ask, patience=_SECONDS), ready=ready))


def answered(name: str, questions: Questions, ask: Ask, patience: float = math.inf) -> Answers:
    """Put the questions of a set, as many as the patience in seconds lets through."""
    answers = Answers(name, [], [])
    rows = zip(questions.names, questions.countries, questions.right, strict=True)
    for asked, country, right in rows:
        if len(answers.ranks) >= _LEAST_QUESTIONS and sum(answers.seconds) >= patience:
            break
        started = time.perf_counter()
        found = ask(asked, country)
        answers.seconds.append(time.perf_counter() - started)
        answers.ranks.append(rank(found, right))
    return answers


def rank(found: Sequence[str], right: Sequence[str]) -> int:
    """Say where the first right place stands among the first ten; 0 when it is not there."""
    return next((at for at, one in enumerate(found[:ENOUGH], start=1) if one in right), 0)


def answered_points(
    name: str, questions: Questions, found: Sequence[str], seconds: list[float]
) -> Answers:
    """Judge the one place that was named for each point."""
    judged = zip(found[: len(questions.right)], questions.right, strict=True)
    return Answers(name, [rank([one], right) for one, right in judged], seconds)


def report(answers: Answers) -> None:
    """Hand answers to `bench.run_peers`."""
    print(json.dumps(asdict(answers)), flush=True)
