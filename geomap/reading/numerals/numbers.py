"""Numbers in a sentence, in digits and words, with the bounds that the words around them give.

"At least 22" is 22 or more, "fewer than 1,000" has no best estimate but a bound, "dozens" only
bounds; "between 20 and 30" lies between. Digits follow the usage of both languages: "3,000" and
"3.000" are three thousand, "1,5" and "1.5" one and a half.
"""

from collections.abc import Iterator
from typing import NamedTuple

from geomap.reading.language.sentences import Sentence
from geomap.reading.numerals.number_phrases import BEGINNINGS, BEHIND_ARTICLES, KEYS, PHRASES
from geomap.reading.numerals.number_words import (
    DUTCH,
    NUMBER_WORDS,
    Bounding,
    NumberWords,
)
from geomap.reading.numerals.written_numbers import MOST_DIGITS, digits, spelled

_GROUP = 3
_DASHES = frozenset("-–—")


class Quantity(NamedTuple):
    """A number as it is meant, of the tokens `[first, last)`; its bounds are among them."""

    first: int
    last: int
    value: float | None
    low: float | None = None
    high: float | None = None
    percent: bool = False
    number: int = 0
    """The token at which the number itself begins, behind "at least"."""
    vague: bool = False
    """A word such as "dozens" alone; its bounds are what it usually means."""


def quantities_in(sentence: Sentence, language: str) -> list[Quantity]:
    """Find the numbers of a sentence, in their order; none in a language without words for them."""
    words = NUMBER_WORDS.get(language)
    return list(_Counter(sentence, words).all()) if words is not None else []


def may_have_numbers(sentence: Sentence, language: str) -> bool:
    """Whether it is worth while to look for numbers in a sentence."""
    words = NUMBER_WORDS.get(language)
    if words is None:
        return False
    if sentence.has_digits or not sentence.vocabulary.isdisjoint(KEYS[language]):
        return True
    return words is DUTCH and _is_compound(sentence.text.lower(), words)


def _is_compound(lower: str, words: NumberWords) -> bool:
    return words is DUTCH and ("honderd" in lower or "duizend" in lower)


def _shared(low: float, high: float) -> float:
    """Give the low end the thousands or hundreds of the high one."""
    for scale in (1000, 100):
        if high % scale == 0 and low * scale < high:
            return low * scale
    return low


class _Counter:
    """Reads numbers from the tokens of one sentence."""

    def __init__(self, sentence: Sentence, words: NumberWords) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._lowers = sentence.lowers
        self._phrases = PHRASES[id(words)]
        self._words = words

    def all(self) -> Iterator[Quantity]:
        behind = 0
        words, behind_article = self._words, BEHIND_ARTICLES[id(self._words)]
        for index in self._beginnings():
            if index < behind:
                continue
            if (
                self._lowers[index] in words.articles
                and self._lower(index + 1) not in behind_article
                and not self._is_somebody(index)
            ):
                continue
            found = self._at(index)
            if found is not None:
                yield found
                behind = found.last

    def _beginnings(self) -> list[int]:
        """Give the tokens with which a number can begin."""
        lowers, begins = self._lowers, BEGINNINGS[id(self._words)]
        if self._words is DUTCH and _is_compound(" ".join(lowers), self._words):
            begins |= {lower for lower in lowers if _is_compound(lower, self._words)}
        return self._sentence.places_of(begins, numbers=True)

    def _at(self, index: int) -> Quantity | None:
        """Read a number with all that belongs to it."""
        found = self._plain(index) if not self._is_glued(index) else None
        if found is None:
            return None
        found = self._range(found) or self._bounded(found)
        end = self._percent(found.last)
        return found._replace(last=end, percent=True) if end else found

    def _may_follow(self, index: int) -> bool:
        """Whether a number can begin at the second place of a range."""
        lower = self._lower(index)
        if lower[:1].isdecimal():
            return True
        return lower in BEGINNINGS[id(self._words)] or _is_compound(lower, self._words)

    def _is_glued(self, index: int) -> bool:
        """Whether digits belong to a name: "T-72", "M-16", "Covid-19"."""
        return (
            index > 1
            and self._lowers[index][0].isdecimal()
            and self._lowers[index - 1] in _DASHES
            and self._adjacent(index)
            and self._adjacent(index - 1)
            and self._lowers[index - 2].isalpha()
            and self._lowers[index - 2] not in self._words.small
        )

    def _plain(self, index: int) -> Quantity | None:
        """Read a number without its bounds: in digits, in words, round or vague, or a share."""
        if self._lowers[index][0].isdecimal():
            return self._digits(index)
        phrase = self._phrases.numbers.at(self._lowers, index)
        if phrase is not None:
            last, (value, low, high, percent) = phrase
            vague = low is not None
            return Quantity(index, last, value, low, high, percent, index, vague=vague)
        one = self._lower(index + 1) in self._words.ones
        if (one and self._lowers[index] in self._words.articles) or self._is_somebody(index):
            return Quantity(index, index + 1, 1.0, number=index)
        few = self._few(index)
        return few or self._spelled(index)

    def _is_somebody(self, index: int) -> bool:
        """Whether an article is one person: "a soldier", "een Turkse militair"."""
        words = self._words
        if self._lowers[index] not in words.indefinite:
            return False
        if self._lower(index + 1) in words.singular:
            return True
        described = index + 2 < len(self._tokens) and self._tokens[index + 1].text[0].isupper()
        return described and self._lower(index + 2) in words.singular

    def _few(self, index: int) -> Quantity | None:
        """Read "several hundred", "a few thousand", "een paar honderd"."""
        at = index + 1 if self._lowers[index] in self._words.articles else index
        if self._lower(at) not in self._words.few:
            return None
        at = at + 2 if self._lower(at + 1) in self._words.of else at + 1
        scale = self._words.scales.get(self._lower(at))
        if scale is None:
            return None
        low, high = 2.0 * scale, 9.0 * scale
        return Quantity(index, at + 1, None, low, high, number=index, vague=True)

    def _spelled(self, index: int) -> Quantity | None:
        value, last = spelled(self._lowers, index, self._words)
        return None if value is None else Quantity(index, last, value, number=index)

    def _digits(self, index: int) -> Quantity | None:
        text, last = self._lowers[index], index + 1
        while last < len(self._tokens) and self._is_group(last, text):
            text += self._lowers[last]
            last += 1
        scaled = self._lower(last) in self._words.scales
        value = digits(text, scaled=scaled)
        if value is None:
            return None
        if self._lower(last) in self._words.ordinals and self._adjacent(last):
            return None
        while (scale := self._words.scales.get(self._lower(last))) and value < 10**MOST_DIGITS:
            value, last = value * scale, last + 1
        return Quantity(index, last, round(value, 6), number=index)

    def _is_group(self, index: int, text: str) -> bool:
        """Whether a group of three digits goes on a number: "37 000"."""
        group = self._lowers[index]
        before = self._tokens[index - 1]
        return (
            len(group) == _GROUP == len(group.strip("+-. "))
            and group.isdecimal()
            and len(before.text) <= _GROUP
            and text.isdecimal()
            and len(text) < MOST_DIGITS
            and text[0] != "0"
            and self._sentence.starts[index] - self._sentence.end_of(index - 1) == 1
        )

    def _range(self, found: Quantity) -> Quantity | None:
        """Read "between 20 and 30", "20 to 30 thousand", "vijf à zes", "300-400"."""
        # "Tussen de drie- en vijfduizend" shares its thousands.
        cut = (
            self._lower(found.last) in _DASHES and self._lower(found.last + 1) in self._words.up_to
        )
        last = found.last + cut
        joint = self._lower(last)
        before = self._lower(found.first - 1)
        at = found.first - 1
        if before in self._words.articles:
            before, at = self._lower(found.first - 2), at - 1
        opened = before in self._words.between
        joins = joint in self._words.up_to and (joint not in self._words.both or opened)
        if not joins and joint not in _DASHES:
            return None
        following = last + 1
        following += self._lower(following) in self._words.articles and opened
        if not self._may_follow(following):
            return None
        other = self._plain(following)
        if other is None or other.value is None or found.value is None:
            return None
        low = self._same_scale(found, other) if not cut else _shared(found.value, other.value)
        if low >= other.value:
            return None
        first = at if opened else found.first
        return Quantity(first, other.last, None, low, other.value, number=found.first)

    def _same_scale(self, found: Quantity, other: Quantity) -> float:
        """Give the low end in the scale of the high one: "1 to 2 million"."""
        low, high = found.value or 0.0, other.value or 0.0
        scale = self._words.scales.get(self._lowers[other.last - 1], 1)
        scaled = self._lowers[found.last - 1] in self._words.scales
        return low * scale if not scaled and low * scale < high and scale > 1 else low

    def _bounded(self, found: Quantity) -> Quantity:
        """Apply "at least", "fewer than", "or more"."""
        bounding, first = self._before(found.first)
        if bounding is Bounding.AT_MOST and self._lower(first - 1) in self._words.risen:
            bounding, first = None, found.first
        last = found.last
        behind = self._phrases.behind.at(self._lowers, last)
        if bounding is None and behind is not None:
            last, bounding = behind
        bounded = found
        if (first, last) != (found.first, found.last):
            bounded = found._replace(first=first, last=last)
        if found.value is None or bounding is None or bounding is Bounding.ABOUT:
            return bounded
        if bounding is Bounding.BELOW:
            return bounded._replace(value=None, high=found.value)
        if bounding is Bounding.AT_LEAST:
            return bounded._replace(low=found.value)
        return bounded._replace(high=found.value)

    def _before(self, first: int) -> tuple[Bounding | None, int]:
        at = first - 1 if self._lower(first - 1) in self._words.articles else first
        for end in (first, at):
            found = self._phrases.before.before(self._lowers, end)
            if found is not None:
                return found[1], found[0]
        return None, first

    def _percent(self, last: int) -> int | None:
        """Give the index behind "%", "percent" or "per cent"."""
        lower = self._lower(last)
        if lower in self._words.percent:
            return last + 1
        return last + 2 if lower == "per" and self._lower(last + 1) == "cent" else None

    def _adjacent(self, index: int) -> bool:
        return self._sentence.adjacent(index)

    def _lower(self, index: int) -> str:
        return self._lowers[index] if 0 <= index < len(self._lowers) else ""
