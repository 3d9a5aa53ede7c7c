"""Whether a written name is also an ordinary word or a name of persons, as an index knows it.

An index holds the words that people use most and the names that people have (`word_lists` says
where they come from), as hashes of 64 bits: of a quarter of a million words, no two share one but
by a chance of one in a billion. Looking one up takes some microseconds and no query.
"""

from bisect import bisect_left
from collections.abc import Mapping
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from gazetteer.names import Forms, folded

FIRST, LAST = 1, 2
"""Names that a person is given, and names of families; a name may be both."""

HASHES, WEIGHTS, PERSONS = "word_hash", "word_weight", "word_person"
"""Columns of an index: of each word its hash in order, its weight of 0 to 255, and what name."""

Columns = dict[str, NDArray[np.uint8] | NDArray[np.uint64]]

_HASH_BYTES = 8
_UPPER_BITS = 12
_LOWER_BITS = 8 * _HASH_BYTES - _UPPER_BITS
_WORDS_KEPT = 4096
_HEAVIEST = 255

# Four times in a million words.
_COMMON = 0.4

# What an Arabic adjective of origin ends in.
_ENDS_OF_ORIGIN = ("i", "y", "ي")
_SHORTEST_ORIGIN = 4

# What stands between the names of a person; "al" and its likes are gone with the articles.
_PARTICLES = frozenset(
    (  # noqa: SIM905 - so many words read best as a text.
        "de der den van von zu ter ten te het t la le du des da dos di del della bin ibn ben abu "
        "umm bint y e mac"
    ).split()
)


class ColumnReader(Protocol):
    """What of an index is asked here."""

    def array(self, name: str, kind: Any) -> NDArray[Any]:
        """Return a column."""


class Ordinary(NamedTuple):
    """How ordinary a text is, each from 0 to 1.

    `word` is how common its rarest word is; `person` how many of its words are names of persons,
    if it begins with one (a text of several words: with a first name).
    """

    word: float = 0.0
    person: float = 0.0

    def remarks(self) -> tuple[str, ...]:
        """Say in words what else a text may mean."""
        if self == _NOTHING_ORDINARY:
            return ()
        remarks = []
        if self.word >= _COMMON:
            remarks.append("also a common word")
        if self.person == 1:
            remarks.append("also the name of a person")
        return tuple(remarks)


class Word(NamedTuple):
    """What is known of one word: its weight of 0 to 1, and FIRST or LAST as far as it is a name."""

    weight: float = 0.0
    person: int = 0


UNKNOWN = Word()
_NOTHING_ORDINARY = Ordinary()


class OrdinaryWords:
    """The words of an index, read when the first name is judged."""

    def __init__(self, reader: ColumnReader) -> None:
        self._reader = reader
        # The same few words stand in many names: san, tell, nahr. Whole names do not come again.
        self.part = lru_cache(_WORDS_KEPT)(self.word)
        self.written = lru_cache(_WORDS_KEPT)(self._as_written)

    def judge(self, asked: Forms) -> Ordinary:
        """Say how ordinary a name is, as it is written and with its words joined."""
        whole = self.word(asked.key)
        if asked.bare == asked.key:  # One word, as most are.
            if whole is UNKNOWN:
                return _NOTHING_ORDINARY
            return Ordinary(whole.weight, float(whole.person > 0))
        words = asked.bare.split()
        known = [self.part(word) for word in words]
        weight = min([one.weight for one in known], default=0.0)
        person = _as_person(words, known)
        if whole is UNKNOWN:
            return Ordinary(weight, person) if weight or person else _NOTHING_ORDINARY
        return Ordinary(max(whole.weight, weight), max(float(whole.person > 0), person))

    def _as_written(self, text: str) -> Word:
        """Return what is known of one word as a text has it."""
        return self.part(folded(text).replace(" ", ""))

    def word(self, key: str) -> Word:
        """Return what is known of one folded word."""
        hashed = hash_of(key)
        hashes, weights, persons = self._columns
        # Hashes lie evenly, so that their upper bits tell well enough where to look.
        stretch = hashed >> _LOWER_BITS
        place = bisect_left(hashes, hashed, self._starts[stretch], self._starts[stretch + 1])
        if place == len(hashes) or hashes[place] != hashed:
            return UNKNOWN
        return Word(weights[place] / _HEAVIEST, persons[place])

    @cached_property
    def _starts(self) -> list[int]:
        """Where the hashes with the same upper bits begin."""
        hashes = np.asarray(self._columns[0])
        firsts = np.arange(1 << _UPPER_BITS, dtype=np.uint64) << np.uint64(_LOWER_BITS)
        return [*np.searchsorted(hashes, firsts).tolist(), len(hashes)]

    @cached_property
    def _columns(self) -> tuple[memoryview, memoryview, memoryview]:
        kinds = ((HASHES, np.uint64), (WEIGHTS, np.uint8), (PERSONS, np.uint8))
        hashes, weights, persons = (
            # Without a view, its format says a byte order, which a memoryview cannot read.
            self._reader.array(name, kind).view(kind).data
            for name, kind in kinds
        )
        return hashes, weights, persons


def hash_of(key: str) -> int:
    """Return the number by which a folded word is known; the same on every machine."""
    return int.from_bytes(blake2b(key.encode(), digest_size=_HASH_BYTES).digest(), "little")


def columns_of(words: Mapping[str, Word]) -> Columns:
    """Return folded words as the columns of an index."""
    hashed = sorted((hash_of(key), word) for key, word in words.items())
    return {
        HASHES: np.array([one for one, _ in hashed], dtype=np.uint64),
        WEIGHTS: np.array([round(word.weight * _HEAVIEST) for _, word in hashed], dtype=np.uint8),
        PERSONS: np.array([word.person for _, word in hashed], dtype=np.uint8),
    }


def _as_origin(word: str) -> float:
    """Say whether a word behind an article is made like "Tikriti": of Tikrit, so a family name.

    Places are called so as well, so it counts half.
    """
    return 0.5 if len(word) >= _SHORTEST_ORIGIN and word.endswith(_ENDS_OF_ORIGIN) else 0.0


def _as_person(words: list[str], known: list[Word]) -> float:
    """Return the share of words that are names or stand between names.

    A text that begins with neither a first name nor such a word names no person, nor does one
    where nothing but the words between names is known.
    """
    names = [one.person > 0 for one in known]
    if len(words) == 1:  # Of which an article was taken.
        return 1.0 if names[0] else _as_origin(words[0])
    if not any(names):
        return 0.0
    between = [word in _PARTICLES for word in words]
    if not (known[0].person & FIRST or (between[0] and known[-1].person)):
        return 0.0
    return sum(map(max, between, names)) / len(words)
