"""Runs of words that may be the name of a place, under all keys that they may have in an index."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from gazetteer.toponyms.entries import Entries
from gazetteer.toponyms.facilities import NAMED_BEFORE, NAMED_BEHIND, kinds_around
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import Words, key_of

_LONGEST_RUN = 7
# What may stand between the words of one name; a dot only behind a short form: "St. Louis".
_JOINS = frozenset({" ", "-", "\u2011", "\u2010", "'", "’", "\u00a0"})
GENITIVE = re.compile(r"['’ʼ](?:[sS]|[nysd]?[aeıiuü]n?|[yn]?l[ae]|n?[dt][ae](?:n|ki)?)?$")
"""What a genitive, or a case of Turkish, adds to a name."""

JOINING = frozenset({"e", "i", "ye"})
"""What joins the two parts of a Persian name behind a hyphen: Dar-e Suf."""

_ELISION = re.compile(r"(?:[lLdD]|[qQ]u)['’](?=\w)")
_APOSTROPHES = ("'", "’", "‘")
_ENDINGS_KEPT = 20_000


class _Ending(NamedTuple):
    """A way to end a name: the last word, without some of its characters on both sides."""

    key: str
    lower: str
    before: int
    behind: int


def runs_in(words: Words, lexicon: Lexicon, entries: Entries) -> list[Spot]:
    """Return the runs of words that may be a name: from a capital, or an article, to a capital.

    Those of which the index has said before that they name nothing are left out.
    """
    runs = _Runs(words, lexicon, entries)
    for first in words.beginnings:
        if words.capital[first] or is_leading_article(words, first, lexicon):
            runs.begin(first)
    return runs.found


class _Runs:
    """The runs of a text, as they are found."""

    def __init__(self, words: Words, lexicon: Lexicon, entries: Entries) -> None:
        self._words = words
        self._lexicon = lexicon
        self._asked = entries.asked.get
        self.found: list[Spot] = []

    def begin(self, first: int) -> None:
        """Add the runs that begin with a word."""
        words, lower, capital = self._words, self._words.lower, self._words.capital
        particles = self._lexicon.particles
        compound = is_compound(words, first, self._lexicon)
        no_name = compound or is_leading_article(words, first, self._lexicon)
        of_kind = first > 0 and lower[first - 1] in NAMED_BEFORE
        last, behind, key = first, min(first + _LONGEST_RUN, words.count), ""
        while True:
            following = last + 1
            if capital[last] and not (no_name and first == last):
                self._end(first, last, key)
                if of_kind or (following < words.count and lower[following] in NAMED_BEHIND):
                    self._end_with_kinds(first, last, key)
                if compound:
                    rest = key.removeprefix(key_of(words.texts[first]))
                    self._end(first, last, rest, lesser=True)
            if following >= behind:
                break
            if not (capital[following] or lower[following] in particles):
                break
            if not self._is_joined(following):
                break
            key += key_of(words.texts[last])
            last = following

    def _is_joined(self, index: int) -> bool:
        """Say whether what stands before a word lets it belong to the name before it."""
        words, lexicon = self._words, self._lexicon
        gap = words.gaps[index]
        if gap in _JOINS:
            return True
        if gap == "\n":  # A line that was broken where it was long enough.
            return not words.first[index]
        return gap == ". " and words.lower[index - 1] in lexicon.abbreviations

    def _end(self, first: int, last: int, key: str, *, lesser: bool = False) -> None:
        """Add a run as it is written, without a genitive or an elided article, without its kind."""
        words, lexicon = self._words, self._lexicon
        start, end = words.starts[first], words.ends[last]
        if words.lower[first] == "s" and words.gaps[first][-1:] in _APOSTROPHES:
            start -= 1
        endings = (_endings if first < last else _endings_alone)(words.texts[last])
        asked, no_places, respelled = self._asked, lexicon.no_places, lexicon.respelled
        for ending, _, before, behind in endings:
            at, whole = (first, last, start + before, end - behind), key + ending
            # Of most keys it is known that they name nothing.
            if asked(whole) != () or whole in no_places:
                self.found.append(Spot(*at, whole, (), lesser=lesser))
            if respelled is not None and not lesser and respelled.search(whole):
                self._respell(at, whole)
        kind = endings[-1].lower
        if (
            first < last
            and kind in lexicon.kinds_capital
            and words.lower[first] not in lexicon.generic
        ):
            for other in (*_KINDS_SAID_OTHERWISE.get(kind, ()), ""):
                self.found.append(Spot(*at, key + other, (), kind=kind, lesser=lesser))

    def _end_with_kinds(self, first: int, last: int, key: str) -> None:
        """Add a run with the kind of a facility that stands beside it in small letters."""
        words = self._words
        for kind in kinds_around(words, first, last):
            whole = key + key_of(words.texts[last]) + kind
            start, end = words.starts[first], words.ends[last]
            self.found.append(Spot(first, last, start, end, whole, (), facility=True))

    def _respell(self, at: tuple[int, int, int, int], key: str) -> None:
        """Add a run as other languages spell it: Sjoesja is Shusha, Latsjin is Lachin."""
        spelled = key
        for written, international in self._lexicon.spelled.items():
            spelled = spelled.replace(written, international)
        if self._asked(spelled) != () or spelled in self._lexicon.no_places:
            self.found.append(Spot(*at, spelled, (), respelled=True))


@lru_cache(_ENDINGS_KEPT)
def _endings(text: str) -> tuple[_Ending, ...]:
    """Return how a name of several words can end with one, which may be the whole of it."""
    return tuple(_without_genitive(text, 0))


@lru_cache(_ENDINGS_KEPT)
def _endings_alone(text: str) -> tuple[_Ending, ...]:
    """Return how a name can end with the word with which it begins."""
    elided = _ELISION.match(text)
    before = elided.end() if elided else 0
    return tuple(_without_genitive(text[before:], before))


def _without_genitive(text: str, before: int) -> Iterator[_Ending]:
    yield _Ending(key_of(text), text.lower(), before, 0)
    genitive = GENITIVE.search(text) if not text.isalnum() or "ʼ" in text else None
    if genitive and genitive.start():
        text = text[: genitive.start()]
        yield _Ending(key_of(text), text.lower(), before, len(genitive[0]))


_KINDS_SAID_OTHERWISE = {
    "province": ("governorate",),
    "governorate": ("province",),
    "provincie": ("governorate", "province"),
    "gouvernement": ("governorate", "province"),
    "region": ("oblast", "governorate", "province"),
    "district": ("district",),
    "river": ("river",),
}


def is_compound(words: Words, first: int, lexicon: Lexicon) -> bool:
    """Say whether a name begins with a part of a place before a hyphen: Noord-Raqqa."""
    if first + 1 == words.count or words.gaps[first + 1] != "-":
        return False
    return words.lower[first] in lexicon.compound_directions and words.capital[first + 1]


def is_leading_article(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a small article begins a name: "al-Bab", "'s-Hertogenbosch"."""
    lower = words.lower[index]
    if index + 1 >= words.count or not words.capital[index + 1] or words.gaps[index + 1] != "-":
        return False
    if lower == "s":
        return words.gaps[index][-1:] in _APOSTROPHES
    return lower in lexicon.articles
