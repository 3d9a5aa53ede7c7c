"""Ordinary words and names of persons, from packages that keep them; needed by a build alone.

How common a word is comes from the dictionaries of `pyspellchecker`, which count the words of
subtitles but give names hardly any weight, so that London is rare there and "hit" is not. The names
of persons come from `faker` and `mimesis`. No list is copied: an index holds hashes of what they
have. What both lack, Arabic and Kurdish names in Latin script, we have written down ourselves.
"""

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path
from pkgutil import iter_modules

import faker.providers.person
import mimesis
from spellchecker import SpellChecker

from gazetteer.names import folded
from gazetteer.ordinary_words import FIRST, LAST, Columns, Word, columns_of

LANGUAGES = ("nl", "en", "de", "fr", "ar")
"""ISO 639-1: the languages whose words are known."""

# Times in a million words. Rarer ones are as often names, and no reader meets them much.
_RAREST = 0.3
# The Arabic dictionary counts places as any other word; this is more often than Iraq or Palmyra.
_RAREST_OF = {"ar": 25.0}
_WEIGHTLESS, _HEAVIEST = 0.1, 1000.0

# What the dictionaries fail to count. The Dutch one has all words that begin so without a count,
# whose commonest is "aan" (on, at); no place to speak of begins so.
_UNCOUNTED = {"nl": ("aan", "aard")}
_OFTEN_ENOUGH = 10.0
# The English one spells as Americans do: the British ways of color, realize and defense.
_BRITISH = (
    (re.compile(r"(?<=[a-z]{2})or(?=s?$|ed$|ing$|able$|ful$|ite|hood)"), "our"),
    (re.compile(r"(?<=[a-z]{2})([iy])z(?=e|ing$|ation)"), r"\1s"),
    (re.compile(r"(?<=[a-z]{2})ense(?=s?$|less$)"), "ence"),
)
_SHORTEST_NAME = 3

_OWN_NAMES = Path(__file__).resolve().parent / "data" / "person_names.txt"
_KINDS = {"FIRST": FIRST, "LAST": LAST}
# How English, French, German, Dutch and Turkish write the sounds of these names.
_OTHER_SPELLINGS = tuple(
    (re.compile(written), other)
    for written, other in (
        ("ou|oo", "u"), ("oo|u(?!$)", "ou"), ("ou|u(?!$)", "o"), ("o(?!u)", "u"),
        ("ee", "i"), ("(?<=[^aeiou])i(?=[^aeiouy])", "ee"), ("iya", "ia"), ("ia", "iya"),
        ("ai|ay", "ei"), ("ai|ei", "ay"), ("ay|ei", "ai"), ("aa", "a"), ("ei", "e"),
        (r"([^aeiou])\1", r"\1"), ("(?<=[aeiou])m(?=[aeiou])", "mm"), ("ss?", "ss"),
        ("q", "k"), ("k(?!h)", "q"), ("dh", "d"), ("dh|th", "z"), ("gh", "g"), ("sh", "ch"),
        ("j", "dj"), ("j", "c"), ("w", "v"), ("a$", "ah"), ("ah?$", "e"), ("ah?$", "eh"),
        ("i$", "y"), ("eddin$", "eddine"), ("eddin$", "uddin"), ("eddin$", "addin"),
        ("eddin$", " al din"), ("^abdel|^abdul", "abdul"), ("^abdel|^abdul", "abdel"),
        ("^abdel|^abdul", "abd al "),
        ("e(?!$)", "a"), ("a(?=[^aeiou]$)", "e"),
    )
)  # fmt: skip


@cache
def known_columns() -> Columns:
    """Return all that is known as the columns of an index, made once in a process."""
    return columns_of(known_words())


def known_words() -> dict[str, Word]:
    """Return what is known of each folded word and name."""
    weights: dict[str, float] = {}
    for language in LANGUAGES:
        for key, often in common_words(language).items():
            weights[key] = max(weights.get(key, 0.0), weight_of(often))
    persons: dict[str, int] = {}
    for name, kind in (*names_of_persons(), *names_in_other_spellings()):
        key = folded(name).replace(" ", "")
        if len(key) >= _SHORTEST_NAME:
            persons[key] = persons.get(key, 0) | kind
    return {
        key: Word(weights.get(key, 0.0), persons.get(key, 0)) for key in weights.keys() | persons
    }


def weight_of(often: float) -> float:
    """Turn times in a million words into a weight: 0.25 for once, 0.5 for ten, 1 for a thousand."""
    weight = math.log(often / _WEIGHTLESS) / math.log(_HEAVIEST / _WEIGHTLESS)
    return min(max(weight, 0.0), 1.0)


def common_words(language: str) -> dict[str, float]:
    """Return how many times in a million words each folded word of a language is used."""
    dictionary = SpellChecker(language=language).word_frequency
    # What was never counted stands in a dictionary with its least number.
    uncounted = min(count for _, count in dictionary.items())
    words: dict[str, float] = {}
    for text, count in dictionary.items():
        often = count / dictionary.total_words * 1e6
        if count == uncounted:
            often = _OFTEN_ENOUGH if text.startswith(_UNCOUNTED.get(language, ())) else 0.0
        if often >= _RAREST_OF.get(language, _RAREST):
            for spelling in (text, *_british(text)) if language == "en" else (text,):
                key = folded(spelling).replace(" ", "")
                words[key] = max(words.get(key, 0.0), often)
    return words


def _british(word: str) -> Iterator[str]:
    """Yield British spellings of an American word; what nobody writes does no harm."""
    for american, british in _BRITISH:
        if american.search(word):
            yield american.sub(british, word)


def names_of_persons() -> Iterator[tuple[str, int]]:
    """Yield names of persons of all countries, each with FIRST or LAST."""
    for module in iter_modules(faker.providers.person.__path__):
        yield from names_of_locale(module.name)
    for path in files(mimesis).joinpath("datasets").iterdir():
        if path.joinpath("person.json").is_file():
            listed = json.loads(path.joinpath("person.json").read_text(encoding="utf-8"))
            yield from ((name, FIRST) for name in _texts(listed.get("names", ())))
            yield from ((name, LAST) for name in _texts(listed.get("surnames", ())))
    yield from own_names()


def _texts(listed: object) -> Iterator[str]:
    """Yield the texts of lists that may be parted by sex."""
    if isinstance(listed, str):
        yield listed
    elif isinstance(listed, list | dict):
        for part in listed.values() if isinstance(listed, dict) else listed:
            yield from _texts(part)


def own_names() -> Iterator[tuple[str, int]]:
    """Yield the Arabic and Kurdish names that we have written down ourselves."""
    kind = 0
    for line in _OWN_NAMES.read_text(encoding="utf-8").splitlines():
        if line in _KINDS:
            kind = _KINDS[line]
        elif not line.startswith("#"):
            yield from ((name, kind) for name in line.split())


def names_in_other_spellings() -> Iterator[tuple[str, int]]:
    """Yield the other ways to write our own names, of which no two writers take the same."""
    for name, kind in own_names():
        once = set(_spelled_otherwise(name.lower()))
        twice = {other for one in once for other in _spelled_otherwise(one)}
        yield from ((spelling, kind) for spelling in once | twice)


def _spelled_otherwise(name: str) -> Iterator[str]:
    """Yield a name with one of its sounds written in another way."""
    for written, other in _OTHER_SPELLINGS:
        if written.search(name):
            yield written.sub(other, name)


def names_of_locale(locale: str) -> Iterator[tuple[str, int]]:
    """Yield the names of one country, such as "nl_NL", as they are written there."""
    provider = import_module(f"faker.providers.person.{locale}").Provider
    for attribute in dir(provider):
        kind = _kind(attribute)
        names = getattr(provider, attribute) if kind else ()
        for name in names if isinstance(names, tuple | list | dict) else ():
            if isinstance(name, str):
                yield name, kind


def _kind(attribute: str) -> int:
    if attribute.startswith("first_name"):
        return FIRST
    return LAST if attribute.startswith("last_name") else 0
