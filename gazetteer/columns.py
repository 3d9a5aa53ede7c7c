"""What of the terms of an index is held in memory, as columns in the order of their keys."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from gazetteer.index_file import IndexReader
from gazetteer.packed_texts import PackedTexts

Terms = NDArray[np.uint32]


class Columns:
    """The columns of terms: standing, country and length of each, and its key."""

    def __init__(self, reader: IndexReader) -> None:
        self.standing = reader.array("term_standing", np.float32)
        self.country = reader.array("term_country", np.uint16)
        self.length = reader.array("term_length", np.uint8)
        self._keys = PackedTexts.read(reader, "term_key")

    def __len__(self) -> int:
        return len(self.standing)

    def keys(self, terms: Iterable[int]) -> list[str]:
        """Return the keys of terms."""
        return self._keys.at(terms)

    def place_of(self, key: str) -> int:
        """Return the number of the first term that is not before a key."""
        return self._keys.place_of(key)

    def prominence(self, terms: Terms, countries: frozenset[int]) -> NDArray[np.float32]:
        """Return how likely each term is to be meant, before it is looked at."""
        standing = self.standing[terms]
        if countries:
            standing = standing + np.isin(self.country[terms], list(countries))
        return standing
