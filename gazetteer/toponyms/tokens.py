"""A text to words with their offsets, in one pass; any text, however hostile."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, compress, count

from gazetteer.names import folded

# Letters and digits with the marks that may follow them, and apostrophes between letters. Halves of
# surrogate pairs, control characters and marks of direction are no part of a word.
_MARKS = "\u0300-\u036f\u064b-\u065f\u0670\u0640"
_APOSTROPHES = "'’ʼ‘´`ʿʾ"
# No part of it is given up again, and most words end where neither of these follows.
_WORD = re.compile(
    rf"([^\W_]++(?:(?=[{_MARKS}{_APOSTROPHES}])"
    rf"(?:[{_MARKS}]++[^\W_]*+|[{_APOSTROPHES}][^\W_]++))*+)"
)

# What ends a sentence, with what may close it.
_END = re.compile(r"[.!?…؟:;]['\"”’»)\]]*\s|\n\s*\n|^\s*[-–—•*]|[\"“«‘„(]\s*$|\n")
_DOT = re.compile(r"\.\s+")
_WITHIN = frozenset({" ", ", ", "-"})

_LONGEST_WORD, _LONGEST_AFTER = 60, 20
_KEYS_KEPT, _GAPS_KEPT = 65_536, 1024


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
    # Gaps and words by turns; all but the last gap stand before a word.
    pieces = _WORD.split(text)
    after = pieces.pop()
    offsets = list(accumulate(map(len, pieces)))
    gaps, texts = pieces[::2], pieces[1::2]
    starts, ends = offsets[::2], offsets[1::2]
    if max(map(len, texts), default=0) > _LONGEST_WORD:
        kept = [number for number, word in enumerate(texts) if len(word) <= _LONGEST_WORD]
        texts = [texts[number] for number in kept]
        starts, ends = ([one[number] for number in kept] for one in (starts, ends))
        # What is too long to be a word stands between others.
        gaps = [text[end:start] for end, start in zip([0, *ends], starts, strict=False)]
        after = text[ends[-1] if ends else 0 :]
    after = after[:_LONGEST_AFTER]
    lower = list(map(str.lower, texts))
    capital = [
        word != small and (word[0].isupper() or _later_capital(word))
        for word, small in zip(texts, lower, strict=True)
    ]
    first, hyphened = _parted(gaps, lower, abbreviations)
    if texts and after[:1] == "-":
        hyphened.add(len(texts) - 1)
    beginnings = sorted(hyphened.union(compress(count(), capital)))
    return Words(texts, lower, starts, ends, gaps, capital, first, beginnings, after, len(texts))


def _later_capital(word: str) -> bool:
    """Say whether a word with a small article has its capital later: l'Irak, d'Alep."""
    return "'" in word[1:3] or "’" in word[1:3]


def _parted(
    gaps: list[str], lower: list[str], abbreviations: frozenset[str]
) -> tuple[list[bool], set[int]]:
    """Say of each word whether a sentence begins with it, and which stand before a hyphen."""
    first, hyphened = [False] * len(lower), set[int]()
    # Between most words stands a blank alone.
    for index in [index for index, gap in enumerate(gaps) if gap != " "]:
        gap = gaps[index]
        if not index:
            first[0] = True
        elif gap[:1] == "-":
            hyphened.add(index - 1)
        if index and gap not in _WITHIN:
            first[index] = _begins(gap, lower[index - 1], abbreviations)
    return first, hyphened


def _begins(gap: str, before: str, abbreviations: frozenset[str]) -> bool:
    if len(gap) == 1:
        return gap in '\n"“«‘„('
    if gap[:1] == "." and (before in abbreviations or len(before) == 1) and _DOT.fullmatch(gap):
        return "\n" in gap
    return _ends(gap) if len(gap) < _LONGEST_AFTER else _END.search(gap) is not None


@lru_cache(_GAPS_KEPT)
def _ends(gap: str) -> bool:
    return _END.search(gap) is not None


@lru_cache(_KEYS_KEPT)
def key_of(word: str) -> str:
    """Return the folded form of a word, as the keys of an index are made."""
    return folded(word).replace(" ", "")
