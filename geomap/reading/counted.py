"""A sentence as those who read figures look at it: its numbers, and what is told around them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from geomap.reading.measure_words import MEASURE_WORDS, Fate, MeasureWords
from geomap.reading.numbers import Quantity
from geomap.reading.sentences import Token

_WALLS = frozenset({";", ".", "!", "?", "(", ")"})
_JOINTS = {"and": 4, "en": 4, "but": 8, "maar": 8, "while": 8, "terwijl": 8}
_PENALTIES: Mapping[str, int] = {",": 3, ":": 5, "–": 4, "—": 4, **_JOINTS}
_FURTHEST = 26
_PER_NUMBER = 3


class Told(NamedTuple):
    """A word or phrase that says what became of people, the tokens `[first, last)`."""

    first: int
    last: int
    fate: Fate


class Counted:
    """The tokens of a sentence with the numbers among them."""

    __slots__ = ("_begins", "_costs", "fates", "lowers", "quantities", "tokens", "words")

    def __init__(
        self, tokens: Sequence[Token], words: MeasureWords, quantities: Sequence[Quantity]
    ) -> None:
        self.tokens = tokens
        self.lowers = ["IS" if token.text == "IS" else token.lower for token in tokens]
        self.words = words
        self.quantities = quantities
        self._begins = {quantity.first for quantity in quantities}
        self._costs = list(accumulate(map(self._cost, range(len(self.lowers))), initial=0))
        self.fates = list(self._fates())

    def lower(self, index: int) -> str:
        """Give a word in lower case; nothing outside the sentence."""
        return self.lowers[index] if 0 <= index < len(self.lowers) else ""

    def _fates(self) -> Iterator[Told]:
        index_of_phrases = _FATES[id(self.words)]
        index = 0
        while index < len(self.lowers):
            for parts, fate in index_of_phrases.get(self.lowers[index], ()):
                if tuple(self.lowers[index : index + len(parts)]) == parts:
                    yield Told(index, index + len(parts), fate)
                    index += len(parts) - 1
                    break
            else:
                if self._parted(index):
                    yield Told(index, index + 1, Fate.KILLED)
            index += 1

    def _parted(self, index: int) -> bool:
        """Whether "om" closes a verb that means death: "kwamen 22 strijders om"."""
        if self.lowers[index] != "om" or not self.words.parting.intersection(self.lowers[:index]):
            return False
        return not self.lower(index + 1).isalpha() or self.lower(index + 1) in self.words.stops

    def _cost(self, index: int) -> int:
        lower = self.lowers[index]
        if lower in _WALLS:
            return _FURTHEST
        return 1 + _PENALTIES.get(lower, 0) + _PER_NUMBER * (index in self._begins)

    def number_begins(self, index: int) -> bool:
        """Whether a number begins at a token."""
        return index in self._begins

    def distance(self, first: int, last: int) -> int | None:
        """How far two tokens are apart, with what parts clauses counting more; None for too far."""
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
        return self.distance(index + 1, quantity.first) if index < quantity.first else 0


def _by_first_word(words: MeasureWords) -> dict[str, list[tuple[tuple[str, ...], Fate]]]:
    index: dict[str, list[tuple[tuple[str, ...], Fate]]] = {}
    for phrase, fate in sorted(words.fates.items(), key=lambda item: -item[0].count(" ")):
        parts = tuple(phrase.split())
        index.setdefault(parts[0], []).append((parts, fate))
    return index


_FATES = {id(words): _by_first_word(words) for words in MEASURE_WORDS.values()}
