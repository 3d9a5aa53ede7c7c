"""A text to words with their offsets, in one pass; any text, however hostile."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gazetteer.names import folded

# Letters and digits with the marks that may follow them, and apostrophes between letters. Halves of
# surrogate pairs, control characters and marks of direction are no part of a word.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_RUN = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
# A word with what stands before it, and at the end of a text what stands there alone: a match
# begins wherever the last one ends, so that no part of a text is looked at twice.
_PIECE = re.compile(rf"([\W_]*+)({_RUN}(?:['’ʼ‘´`ʿʾ]{_RUN})*|\Z)")

# What ends a sentence, with what may close it.
_END = re.compile(r"[.!?…؟:;]['\"”’»)\]]*\s|\n\s*\n|^\s*[-–—•*]|[\"“«‘„(]\s*$|\n")
_DOT = re.compile(r"\.\s+")
_WITHIN = frozenset({" ", ", ", "-"})

_LONGEST_WORD = 60
_KEYS_KEPT = 65_536


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text as columns, all of one length, `count`.

    `gaps[i]` is what stands before word i, `starts` are characters of the text, and `first[i]` says
    whether a sentence (or a quotation, or a line) begins with word i. `beginnings` are the words
    with a capital, and those before a hyphen, which may be articles: al-Bab.
    """

    texts: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]
    capital: list[bool]
    first: list[bool]
    beginnings: list[int]
    after: str
    count: int

    def gap_after(self, index: int) -> str:
        """Return what stands behind a word."""
        return self.gaps[index + 1] if index + 1 < len(self.gaps) else self.after


def words_of(text: str, abbreviations: frozenset[str]) -> Words:
    """Read the words of a text."""
    texts, starts, ends, gaps = [], [], [], []
    end = behind = 0
    for gap, word in _PIECE.findall(text):
        begin = behind
        start = begin + len(gap)
        behind = start + len(word)
        if 0 < len(word) <= _LONGEST_WORD:
            texts.append(word)
            starts.append(start)
            ends.append(behind)
            # What is too long to be a word stands between others.
            gaps.append(gap if begin == end else text[end:start])
            end = behind
    lower = [word.lower() for word in texts]
    capital = [
        word != small and (word[0].isupper() or _later_capital(word))
        for word, small in zip(texts, lower, strict=True)
    ]
    first = [
        gap not in _WITHIN and _begins(gap, before, abbreviations)
        for gap, before in zip(gaps[1:], lower, strict=False)
    ]
    if texts:
        first.insert(0, gaps[0] != " ")
    after = text[end : end + 20]
    beginnings = [
        index
        for index, (large, gap) in enumerate(zip(capital, [*gaps[1:], after], strict=False))
        if large or gap[:1] == "-"
    ]
    return Words(texts, lower, starts, ends, gaps, capital, first, beginnings, after, len(texts))


def _later_capital(word: str) -> bool:
    """Say whether a word with a small article has its capital later: l'Irak, d'Alep."""
    return "'" in word[1:3] or "’" in word[1:3]


def _begins(gap: str, before: str, abbreviations: frozenset[str]) -> bool:
    if len(gap) == 1:
        return gap in '\n"“«‘„('
    if _DOT.fullmatch(gap) and (before in abbreviations or len(before) == 1):
        return "\n" in gap
    return _END.search(gap) is not None


@lru_cache(_KEYS_KEPT)
def key_of(word: str) -> str:
    """Return the folded form of a word, as the keys of an index are made."""
    return folded(word).replace(" ", "")
