"""Many short texts in little memory: one run of bytes, and where each text begins."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Self

import numpy as np
from numpy.typing import NDArray

from gazetteer.index_file import IndexReader


class PackedTexts:
    """A column of texts. A list of them would take ten times the memory."""

    def __init__(self, content: bytes, starts: NDArray[np.uint32]) -> None:
        self._content = content
        # A view gives numbers of Python's own, several times as fast as an array does; it needs
        # them in the byte order of this machine.
        self._starts = starts.astype(np.uint32).data

    @classmethod
    def read(cls, reader: IndexReader, name: str) -> Self:
        """Read a column that `terms.write_texts` wrote."""
        return cls(reader.content(name), reader.array(f"{name}_start", np.uint32))

    def __len__(self) -> int:
        return len(self._starts) - 1

    def at(self, places: Iterable[int]) -> list[str]:
        """Return the texts at some places."""
        content, starts = self._content, self._starts
        return [content[starts[place] : starts[place + 1]].decode() for place in places]

    def place_of(self, text: str) -> int:
        """Return the place of the first text that is not before this one, if they are in order."""
        # UTF-8 keeps the order of the characters.
        return bisect_left(range(len(self)), text.encode(), key=self._encoded)

    def _encoded(self, place: int) -> bytes:
        return self._content[self._starts[place] : self._starts[place + 1]]
