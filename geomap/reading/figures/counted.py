"""A sentence as those who read figures look at it: its numbers, and what is told around them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from geomap.domain.statements import Measure
from geomap.reading.figures.measure_languages import MEASURE_WORDS
from geomap.reading.figures.measure_words import Fate, MeasureWords
from geomap.reading.language.phrase_table import PhraseTable
from geomap.reading.language.sentences import Sentence
from geomap.reading.numerals.numbers import Quantity

_FURTHEST = 26
_PER_NUMBER = 3
_HYPHENS = frozenset("-–")
BOMBED = frozenset({"bombed", "gebombardeerd", "bombardeerde", "bombardeerden"})
"""Before or behind "18 times": strikes."""
_THERE = frozenset({"er", "there"})
"""Of "a year ago there were 6,000", which counts on from the sentence before."""
# What it costs to pass a token on the way from a number to its verb; other words cost one.
_PRICES: Mapping[str, int] = {
    ",": 4,
    ":": 6,
    "–": 5,
    "—": 5,
    "and": 5,
    "en": 5,
    "but": 9,
    "maar": 9,
    "that": 4,
    "while": 9,
    "terwijl": 9,
    **dict.fromkeys((";", ".", "!", "?", "(", ")"), _FURTHEST),
}


class Told(NamedTuple):
    """A word or phrase that says what became of people, the tokens `[first, last)`."""

    first: int
    last: int
    fate: Fate


class Counted:
    """The tokens of a sentence with the numbers among them."""

    __slots__ = (
        "_begins",
        "_costs",
        "_fates",
        "earlier",
        "lowers",
        "parties",
        "quantities",
        "sentence",
        "tokens",
        "words",
    )

    def __init__(
        self,
        sentence: Sentence,
        words: MeasureWords,
        quantities: Sequence[Quantity],
        parties: Mapping[int, int],
        earlier: Measure | None = None,
    ) -> None:
        self.sentence = sentence
        self.tokens = tokens = sentence.tokens
        self.earlier = earlier
        """What the report counted last before the sentence."""
        self.parties = parties
        """The tokens at which the names of parties begin, and the ones behind them."""
        # "IS" is a name and no verb, in both languages.
        self.lowers = sentence.lowers
        if "IS" in sentence.text and "is" in sentence.vocabulary:
            self.lowers = tuple(["IS" if one.text == "IS" else one.lower for one in tokens])
        self.words = words
        self.quantities = quantities
        self._begins = {quantity.first for quantity in quantities}
        self._costs: list[int] | None = None
        self._fates: list[Told] | None = None

    @property
    def fates(self) -> list[Told]:
        """What is told of people; looked up when there are some."""
        if self._fates is None:
            self._fates = list(self._told())
        return self._fates

    def lower(self, index: int) -> str:
        """Give a word in lower case; nothing outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def _told(self) -> Iterator[Told]:
        table, parting = _FATES[id(self.words)], self.words.parting
        behind = 0
        for index in self.sentence.places_of(_BEGUN[id(self.words)]):
            if index < behind:
                continue
            lower = self.lowers[index]
            found = table.at(self.lowers, index)
            if found is not None:
                behind, told = found
                yield Told(index, behind, told)
            elif lower in parting:
                fate = self._parted(index, parting[lower])
                if fate is not None:
                    yield Told(index, index + 1, fate)

    def _parted(self, index: int, ways: Sequence[tuple[frozenset[str], Fate]]) -> Fate | None:
        """What a word tells that closes a clause which its verb began: "kwamen 22 mensen om"."""
        after = self.lower(index + 1)
        if after.isalpha() and after not in self.words.stops:
            return None
        before = self.lowers[:index]
        return next((fate for verbs, fate in ways if not verbs.isdisjoint(before)), None)

    def _prices(self) -> list[int]:
        """Say what it costs to pass each token."""
        prices = [_PRICES.get(lower, 1) for lower in self.lowers]
        for index in range(len(prices) - 2) if "(" in self.sentence.vocabulary else ():
            if self.lowers[index] == "(" and self.lowers[index + 2] == ")":
                # "Islamic State (IS)" parts no clauses.
                prices[index] = prices[index + 2] = 1
        for index in self._begins:
            prices[index] += _PER_NUMBER
        return prices

    def number_begins(self, index: int) -> bool:
        """Whether a number begins at a token."""
        return index in self._begins

    def stands_alone(self, quantity: Quantity) -> bool:
        """Whether no noun follows a number."""
        after = self.lower(quantity.last)
        if after in _HYPHENS and self.lower(quantity.last + 1).isalpha():
            # "A three-storey house".
            return not self.sentence.adjacent(quantity.last)
        return not after[:1].isalnum() or after in self.words.stops

    def party_ends(self, index: int) -> bool:
        """Whether the name of a party stands right before a token."""
        return index in self.parties.values()

    def distance(self, first: int, last: int) -> int | None:
        """How far two tokens are apart, with what parts clauses counting more; None for too far."""
        if self._costs is None:
            self._costs = list(accumulate(self._prices(), initial=0))
        far = self._costs[last] - self._costs[first]
        return far if far < _FURTHEST else None

    def nearest(self, quantity: Quantity, among: frozenset[str]) -> int | None:
        """Give how far the nearest of some words is from a number, on either side."""
        # No token costs less than one, so none further away is near enough.
        start = max(0, quantity.first - _FURTHEST)
        found = [
            far
            for index, lower in enumerate(self.lowers[start : quantity.last + _FURTHEST], start)
            if lower in among and (far := self._far(quantity, index)) is not None
        ]
        return min(found, default=None)

    def _far(self, quantity: Quantity, index: int) -> int | None:
        if index >= quantity.last:
            return self.distance(quantity.last, index)
        # The "less" of "less than 7 percent" tells of no loss.
        return self.distance(index + 1, quantity.first) if index < quantity.first else None


_FATES = {id(words): PhraseTable(words.fates) for words in MEASURE_WORDS.values()}
_BEGUN = {
    id(words): frozenset(_FATES[id(words)].begun) | words.parting.keys()
    for words in MEASURE_WORDS.values()
}


def _counted(words: MeasureWords) -> frozenset[str]:
    """Give words of which one stands in every sentence that has a figure."""
    nouns = words.fighters | words.people | words.dead | words.wounded | words.displaced
    others = words.refugees | words.strikes | words.inhabitants | words.names | words.families
    land = words.lost | words.regained | words.land | words.population | words.lived_in
    longest = {_longest(phrase) for phrase in (*words.fates, *words.square)}
    parted = {verb for ways in words.parting.values() for verbs, _ in ways for verb in verbs}
    nouns |= BOMBED | _THERE
    return nouns | others | land | longest | parted | words.shares | words.counts


def _longest(phrase: str) -> str:
    return max(reversed(phrase.split()), key=len)


COUNTED: Mapping[str, frozenset[str]] = {
    language: _counted(words) for language, words in MEASURE_WORDS.items()
}
