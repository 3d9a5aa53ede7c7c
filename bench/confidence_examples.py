"""Texts that are names of places and texts that are none, for fitting and testing confidence.

All is drawn by fixed seeds. None of the words and persons is in a `no_places*.txt`, on which the
fit is measured.
"""

import csv
import random
import string
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench import held_out
from bench.typing_errors import one_edit
from gazetteer import Gazetteer, GazetteerError
from gazetteer.confidence import Question, all_rivals, features
from gazetteer.names import keys
from gazetteer.ordinary_words import FIRST, Ordinary
from gazetteer.places import Place, Tier
from gazetteer.ranking import Ranked
from gazetteer.word_lists import common_words, names_of_locale

FOLDER = Path(__file__).resolve().parent
NO_PLACES = tuple(sorted(FOLDER.glob("no_places*.txt")))
OWN_WORDS = FOLDER / "ordinary_words.txt"
CURATED_NAMES = FOLDER.parent / "gazetteer" / "data" / "names.csv"

SEED = 7
KEPT_FOR_THE_BENCH = 1000
OF_EACH_KIND = 2000
COMMONEST_WORDS = 8000
ABBREVIATIONS = 150
LOCALES = ("nl_NL", "nl_BE", "en_US", "en_GB", "de_DE", "fr_FR", "tr_TR", "fr_DZ", "en_PK", "ar_SA")

# People in large places and in metropolises.
LARGE, METROPOLIS = 15_000, 500_000

# Standings of places of 300,000 and of a million people. Who names one of these may well mean it,
# though the name is that of persons or, of the latter and of countries, a common word.
FAMOUS, MOST_FAMOUS = 0.84, 0.885

NO_SUCH_PLACE = "none"
"""The id of a place that the index lacks."""

# The share of words and persons that the model is told nothing of, as it knows nothing of some.
UNLISTED = 0.1


class Example(NamedTuple):
    """A text of some kind, the id of the place it means, and the country it is asked with, if any.

    What is not listed is judged as if the index knew no such word.
    """

    kind: str
    text: str
    place_id: str | None = None
    country: str | None = None
    listed: bool = True


class Judged(NamedTuple):
    """An example with the features of the first candidate, and whether that is the place meant.

    There are no features when nothing was found.
    """

    example: Example
    features: tuple[float, ...]
    fuzzy: bool
    right: bool


class World(NamedTuple):
    """What of a place is needed to ask for it."""

    id: str
    name: str
    country: str
    population: int
    standing: float


def lines_of(path: Path) -> list[str]:
    """Return the lines of a list that say something."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def judged(gazetteer: Gazetteer, examples: Iterable[Example]) -> Iterator[Judged]:
    """Look each example up; what is no name at all is left out."""
    for one in examples:
        try:
            found, asked, bias = gazetteer.matcher.found(one.text, one.country, None)
        except GazetteerError:
            continue
        if not found:
            yield Judged(one, (), fuzzy=False, right=False)
            continue
        best = found[0]
        ordinary = gazetteer.matcher.words.judge(asked) if one.listed else Ordinary()
        place = best.match.place()
        yield Judged(
            one,
            features(best, all_rivals(found, 1)[0], Question(asked, bias, ordinary)),
            fuzzy=is_fuzzy(best),
            right=is_meant(place, one.place_id),
        )


def is_fuzzy(one: Ranked) -> bool:
    """Say which of the two models judges a candidate."""
    return one.tier in {Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM}


def is_meant(place: Place, place_id: str | None) -> bool:
    """Say whether an id is one of those of a place."""
    return place_id in (place.id, *place.other_ids)


def of_places(places: list[World]) -> list[Example]:
    """Names of the world, of larger places and of metropolises, and some with a typing error."""
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    large = [place for place in places if place.population >= LARGE]
    vast = [place for place in places if place.population >= METROPOLIS]

    def drawn(kind: str, among: list[World], count: int, *, edited: bool) -> Iterator[Example]:
        for place in chance.sample(among, min(count, len(among))):
            text = one_edit(place.name, chance) if edited else place.name
            country = chance.choice((place.country, None))
            yield Example(kind, text, place.id, None if among is vast else country)

    return [
        *drawn("place", places, OF_EACH_KIND, edited=False),
        *drawn("large place", large, OF_EACH_KIND, edited=False),
        *drawn("metropolis", vast, OF_EACH_KIND, edited=False),
        *drawn("edited", places, OF_EACH_KIND, edited=True),
        *drawn("edited large", large, OF_EACH_KIND // 2, edited=True),
    ]


def of_places_elsewhere(places: list[World]) -> list[Example]:
    """Names asked with a country that has no such place.

    Either the asker mistook the country, or means a place that the index lacks. We take the latter
    to be the case twice out of three times.
    """
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    countries = sorted({place.country for place in places})
    large = [place for place in places if place.population >= LARGE]
    return [
        Example(
            "elsewhere",
            place.name,
            NO_SUCH_PLACE if number % 3 else place.id,
            chance.choice([country for country in countries if country != place.country]),
        )
        for number, place in enumerate(chance.sample(large, OF_EACH_KIND // 2))
    ]


def of_curated_names(countries: dict[str, str]) -> list[Example]:
    """Spellings of the press, with and without their country."""
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    with CURATED_NAMES.open(encoding="utf-8", newline="") as table:
        rows = [(row["name"], row["place_id"]) for row in csv.DictReader(table)]
    return [
        Example("curated", name, place_id, chance.choice((countries.get(place_id), None)))
        for name, place_id in chance.sample(rows, OF_EACH_KIND)
    ]


def of_unseen_spellings() -> tuple[held_out.FixedSource, list[Example]]:
    """Spellings of Syrian and Iraqi places that an index of the source returned does not have."""
    source, questions = held_out.with_names_held_out(held_out.live_places())
    chosen = questions[KEPT_FOR_THE_BENCH : KEPT_FOR_THE_BENCH + OF_EACH_KIND]
    return source, [
        Example("unseen", one.spelling, one.place_id, one.country if number % 2 else None)
        for number, one in enumerate(chosen)
    ]


def of_no_places(places: list[World]) -> list[Example]:
    """Common words and names of persons; those that are also large cities are left out."""
    chance = random.Random(SEED)  # noqa: S311 - the same examples in every run.
    kept_out = {keys(text)[0] for path in NO_PLACES for text in words_of(path)}
    famous = {keys(one.name)[0] for one in places if one.standing >= FAMOUS}
    most_famous = {keys(one.name)[0] for one in places if one.standing >= MOST_FAMOUS}
    examples = [Example("own word", word) for word in lines_of(OWN_WORDS)]
    for language in ("nl", "en"):
        often = common_words(language)
        words = sorted(often, key=lambda word: (-often[word], word))[:COMMONEST_WORDS]
        examples += [Example("word", word) for word in chance.sample(words, OF_EACH_KIND)]
    examples = [one for one in examples if keys(one.text)[0] not in kept_out | most_famous]
    first, last = persons(kept_out | famous)
    examples += [Example("person", name) for name in chance.sample(first, OF_EACH_KIND // 2)]
    examples += [Example("person", name) for name in chance.sample(last, OF_EACH_KIND // 2)]
    examples += [
        Example("person", f"{chance.choice(first)} {chance.choice(last)}")
        for _ in range(OF_EACH_KIND // 3)
    ]
    examples = [one._replace(listed=chance.random() >= UNLISTED) for one in examples]
    return examples + [
        Example("abbreviation", "".join(chance.choices(string.ascii_uppercase, k=length)))
        for length in (2, 2, 3)
        for _ in range(ABBREVIATIONS)
    ]


def words_of(path: Path) -> Iterator[str]:
    """Yield the texts of a list and each of their words."""
    for line in lines_of(path):
        yield line
        yield from line.split()


def persons(but: set[str]) -> tuple[list[str], list[str]]:
    """Return first and last names of some countries, without those whose keys are given."""
    first, last = set[str](), set[str]()
    for locale in LOCALES:
        for name, kind in names_of_locale(locale):
            if keys(name)[0] and keys(name)[0] not in but:
                (first if kind == FIRST else last).add(name)
    return sorted(first), sorted(last)
