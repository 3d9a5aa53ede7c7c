"""Texts that are the same, or nearly: a hash of the words, and a sketch of them (MinHash).

A sketch is made of the shingles of a text, its runs of three words. Two sketches agree in as large
a share of their numbers as the texts have shingles in common (A. Broder, On the resemblance and
containment of documents, 1997). Cut into bands, sketches are found by an index: texts that have
half of their shingles in common share one of 20 bands of three numbers in 93 of 100 cases, those
that have two thirds in all but one of 1,000.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b, sha256, shake_256
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORDS_OF_SHINGLE = 3
BANDS = 20
ROWS = 3
SAME_STORY = 0.5
"""So large a share of all shingles is in both texts when they tell one wire story."""
CUT_SHORT = 0.8
"""Or so large a share of those of the shorter one, when a paper has cut the story short."""
LEAST_WORDS = 40
"""A shorter text stands in a longer one by chance."""
_WORD = re.compile(r"\w+")
_PRIME = np.uint64(4_294_967_311)  # The first above 2 ** 32.
_Numbers = NDArray[np.uint64]


@dataclass(frozen=True)
class Words:
    """The words of a text in their normal form: without case, marks and spaces."""

    text: str

    @cached_property
    def words(self) -> list[str]:
        """In their order."""
        return _WORD.findall(unicodedata.normalize("NFKC", self.text).casefold())

    @cached_property
    def joined(self) -> str:
        """With one space round each."""
        return f" {' '.join(self.words)} "

    @cached_property
    def shingles(self) -> frozenset[int]:
        """Every run of three words, as a number of 32 bits."""
        words, size = self.words, WORDS_OF_SHINGLE
        runs = (" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1)))
        return frozenset(crc32(run.encode("utf-8", "replace")) for run in runs)

    @property
    def sha256(self) -> str:
        """The same for texts of the same words."""
        return sha256(self.joined.encode("utf-8", "replace")).hexdigest()

    def holds(self, quote: str) -> bool:
        """Whether the words of a quote stand in the text, one after the other."""
        words = Words(quote)
        return bool(words.words) and words.joined in self.joined

    def tells_the_same_as(self, other: "Words") -> bool:
        """Whether the two are one story, word for word in most of it."""
        mine, theirs = self.shingles, other.shingles
        common = len(mine & theirs)
        if common >= SAME_STORY * len(mine | theirs):
            return True
        shorter = min(len(mine), len(theirs))
        return shorter >= LEAST_WORDS and common >= CUT_SHORT * shorter


def signature_of(words: Words) -> bytes:
    """The sketch of a text: the least number that each of 60 functions gives to a shingle."""
    factors, terms = _functions()
    shingles = np.fromiter(words.shingles, np.uint64, len(words.shingles))
    hashed = (shingles[:, None] * factors + terms) % _PRIME
    least: _Numbers = hashed.min(axis=0)
    return least.astype("<u4").tobytes()


def bands_of(signature: bytes) -> tuple[int, ...]:
    """The numbers by which an index finds sketches that are alike; below 2 ** 63."""
    size = 4 * ROWS
    parts = (signature[at : at + size] for at in range(0, len(signature), size))
    return tuple(_band(number, part) for number, part in enumerate(parts))


def _band(number: int, part: bytes) -> int:
    digest = blake2b(part, digest_size=8, salt=number.to_bytes(2, "little")).digest()
    return int.from_bytes(digest, "little") >> 1


@lru_cache(maxsize=1)
def _functions() -> tuple[_Numbers, _Numbers]:
    """Factors and terms, the same in every process. Products stay below 2 ** 64."""
    count = BANDS * ROWS
    drawn = np.frombuffer(shake_256(b"geomap sketches").digest(2 * count * 4), "<u4")
    halved = drawn.astype(np.uint64) >> np.uint64(1)
    return halved[:count] + np.uint64(1), halved[count:]
