"""The phrases of numbers of each language, looked up by their first and last words."""

from collections.abc import Mapping
from typing import NamedTuple

from geomap.reading.language.phrase_table import PhraseTable
from geomap.reading.numerals.number_words import NUMBER_WORDS, Bounding, NumberWords

_Number = tuple[float | None, float | None, float | None, bool]
"""Value, low, high, and whether it is a share."""


class Phrases(NamedTuple):
    """The phrases of one language."""

    numbers: PhraseTable[_Number]
    before: PhraseTable[Bounding]
    behind: PhraseTable[Bounding]


def _phrases(words: NumberWords) -> Phrases:
    numbers: dict[str, _Number] = {
        phrase: (None, float(low), float(high), False)
        for phrase, (low, high) in words.vague.items()
    }
    numbers |= {phrase: (float(value), None, None, False) for phrase, value in words.rounds.items()}
    numbers |= {phrase: (100 * part, None, None, True) for phrase, part in words.fractions.items()}
    return Phrases(PhraseTable(numbers), PhraseTable(words.before), PhraseTable(words.behind))


PHRASES = {id(words): _phrases(words) for words in NUMBER_WORDS.values()}


def _beginnings(words: NumberWords) -> frozenset[str]:
    firsts = PHRASES[id(words)].numbers.begun.keys()
    articles = words.articles
    return frozenset(words.small) | words.scales.keys() | firsts | words.few | articles


def _behind_articles(words: NumberWords) -> frozenset[str]:
    """Give the words that make a number of an article before them: "a dozen", "een dode"."""
    tables = (words.vague, words.rounds, words.fractions)
    parts = [phrase.split() for table in tables for phrase in table]
    seconds = {part[1] for part in parts if len(part) > 1 and part[0] in words.articles}
    return words.ones | words.few | seconds


BEHIND_ARTICLES = {id(words): _behind_articles(words) for words in NUMBER_WORDS.values()}
BEGINNINGS = {id(words): _beginnings(words) for words in NUMBER_WORDS.values()}


def _keys(words: NumberWords) -> frozenset[str]:
    """Give words of which one stands in every number without digits that is not a compound."""
    tables: tuple[Mapping[str, object], ...] = (words.vague, words.rounds, words.fractions)
    phrases = {max(phrase.split(), key=len) for table in tables for phrase in table}
    return frozenset(words.small) | words.scales.keys() | phrases | words.ones | words.singular


KEYS = {language: _keys(words) for language, words in NUMBER_WORDS.items()}
