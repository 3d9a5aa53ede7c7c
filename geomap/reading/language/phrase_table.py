"""Phrases of one or more words, found where they begin or where they end."""

from collections.abc import Mapping
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")
_Entries = list[tuple[tuple[str, ...], Meaning]]


class PhraseTable(Generic[Meaning]):
    """A table of phrases, in lower case and with blanks between their tokens; the longest wins."""

    def __init__(self, phrases: Mapping[str, Meaning]) -> None:
        self.begun: dict[str, _Entries[Meaning]] = {}
        """By their first word, the longest first."""
        self._ended: dict[str, _Entries[Meaning]] = {}
        for phrase, meaning in sorted(phrases.items(), key=lambda entry: -entry[0].count(" ")):
            parts = tuple(phrase.split())
            self.begun.setdefault(parts[0], []).append((parts, meaning))
            self._ended.setdefault(parts[-1], []).append((parts, meaning))

    def longest_words(self) -> frozenset[str]:
        """Words of which one stands in every sentence that has one of the phrases."""
        entries = (parts for phrases in self.begun.values() for parts, _ in phrases)
        return frozenset(max(parts, key=len) for parts in entries)

    def at(self, lowers: tuple[str, ...], index: int) -> tuple[int, Meaning] | None:
        """Give the index behind the phrase that begins at a token, with what it means."""
        for parts, meaning in self.begun.get(lowers[index], ()) if index < len(lowers) else ():
            end = index + len(parts)
            if len(parts) == 1 or lowers[index:end] == parts:
                return end, meaning
        return None

    def before(self, lowers: tuple[str, ...], end: int) -> tuple[int, Meaning] | None:
        """Give the index of the phrase that ends before a token, with what it means."""
        for parts, meaning in self._ended.get(lowers[end - 1], ()) if end > 0 else ():
            begin = end - len(parts)
            if begin >= 0 and lowers[begin:end] == parts:
                return begin, meaning
        return None
