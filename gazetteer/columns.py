"""What of the terms of an index is held in memory, as columns in the order of their keys."""

from bisect import bisect_left
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gazetteer.index_file import IndexReader

Terms = NDArray[np.uint32]


class Columns:
    """The columns of terms: standing, country and length of each, its key, and its rivals."""

    def __init__(self, reader: IndexReader) -> None:
        self.standing = reader.array("term_standing", np.float32)
        self.country = reader.array("term_country", np.uint16)
        self.length = reader.array("term_length", np.uint8)
        self._rival = reader.array("term_rival", np.uint8).data
        self._text = reader.content("term_key")
        # A view gives numbers of Python's own, several times as fast as an array does; it needs
        # them in the byte order of this machine.
        self._start = reader.array("term_start", np.uint32).astype(np.uint32).data

    def __len__(self) -> int:
        return len(self.standing)

    def keys(self, terms: Iterable[int]) -> list[str]:
        """Return the keys of terms."""
        text, start = self._text, self._start
        return [text[start[term] : start[term + 1]].decode() for term in terms]

    def place_of(self, key: str) -> int:
        """Return the number of the first term that is not before a key."""
        # UTF-8 keeps the order of the characters.
        return bisect_left(range(len(self)), key.encode(), key=self._encoded)

    def has_rival(self, term: int) -> bool:
        """Say whether a name that is as well known as this one or better sounds the same."""
        return bool(self._rival[term])

    def prominence(self, terms: Terms, countries: frozenset[int]) -> NDArray[np.float32]:
        """Return how likely each term is to be meant, before it is looked at."""
        standing = self.standing[terms]
        if countries:
            standing = standing + np.isin(self.country[terms], list(countries))
        return standing

    def _encoded(self, term: int) -> bytes:
        return self._text[self._start[term] : self._start[term + 1]]
