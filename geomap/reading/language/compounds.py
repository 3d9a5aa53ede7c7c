"""Words that nobody listed and that mean what they end with: Dutch "grensoffensief"."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from geomap.reading.language.phrases import Entry

_SHORTEST_FRONT = 3


@dataclass(frozen=True, slots=True)
class Compounds:
    """The ends of such words, and what they mean; none in a language that writes them apart."""

    tails: Mapping[str, Entry] = field(default_factory=dict)
    ends: tuple[str, ...] = ()
    """The same, the longest first."""
    others: frozenset[str] = frozenset()
    """Words that end so and mean another thing: "hartaanval"."""
    shortest: int = sys.maxsize
    """Letters; what is shorter need not be asked for."""

    def entry(self, word: str) -> Entry | None:
        """What a word means that is not in the lexicon itself."""
        if len(word) < self.shortest or not word.endswith(self.ends) or word in self.others:
            return None
        return self.tails[next(end for end in self.ends if word.endswith(end))]


NO_COMPOUNDS = Compounds()


def compounds_of(
    table: Mapping[str, Sequence[str]] | None, phrases: Mapping[str, Entry]
) -> Compounds:
    """Read the part of a lexicon that lists them; every end is a word of its own in it.

    Raises:
        ValueError: an end is no word of the lexicon.
    """
    if table is None:
        return NO_COMPOUNDS
    tails: dict[str, Entry] = {}
    for end in table["tails"]:
        entry = phrases.get(end)
        if entry is None or not entry.single:
            raise ValueError(f"{end} is no word of the lexicon")
        tails[end] = Entry(entry.single[:1])
        tails[end].settle()
    shortest = min(map(len, tails)) + _SHORTEST_FRONT
    ends = tuple(sorted(tails, key=len, reverse=True))
    return Compounds(tails, ends, frozenset(table["others"]), shortest)
