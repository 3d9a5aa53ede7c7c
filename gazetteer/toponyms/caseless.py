"""Names in a script without capitals: Arabic, where a name looks like any other word.

Only what is well known, or has a word before it that goes with places, is taken for one.
"""

import re
from collections.abc import Iterator

from gazetteer.names import without_articles
from gazetteer.toponyms.document import Document
from gazetteer.toponyms.entries import Entries
from gazetteer.toponyms.evidence import Evidence
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import key_of

LANGUAGES = frozenset({"ar", "fa", "ur", "ku"})

_LETTERS = re.compile("[\u0600-\u06ff]")
# "and", "so", "in", "like", "to" are written on to the word.
_PREFIX = re.compile("[وف]?[بكل](?=.{3})|[وف](?=.{3})")
_TO_THE = re.compile("[وف]?لل(?=.{2})")
_LONGEST = 3
_SHORTEST = 3


def caseless_spots(document: Document, entries: Entries) -> tuple[list[Spot], list[Evidence]]:
    """Return the names of places in a text without capitals, with what speaks for each."""
    runs = list(_runs(document))
    found = entries.of({key for spot in runs for key in (spot.key, without_articles(spot.key))})
    taken = [False] * document.words.count
    kept = []
    for spot in sorted(runs, key=lambda one: (one.first - one.last, one.first, one.start)):
        covered = slice(spot.first, spot.last + 1)
        spot.entries = found.get(spot.key) or found.get(without_articles(spot.key)) or ()
        if spot.entries and not any(taken[covered]):
            evidence = _weighed(document, spot)
            if evidence.weight + spot.entries[0].weight > _EVEN:
                taken[covered] = [True] * (spot.last - spot.first + 1)
                kept.append((spot, evidence))
    kept.sort(key=lambda one: one[0].first)
    return [spot for spot, _ in kept], [evidence for _, evidence in kept]


_EVEN = 3.5


def _runs(document: Document) -> Iterator[Spot]:
    """Yield runs of up to three words, as they are and without what is written on to the first."""
    words = document.words
    for first, text in enumerate(words.texts):
        if not _LETTERS.match(text):
            continue
        key = ""
        for last in range(first, min(first + _LONGEST, words.count)):
            if last > first and words.gaps[last] not in (" ", "-"):
                break
            start, end = words.starts[first], words.ends[last]
            behind = "".join(map(key_of, words.texts[first + 1 : last + 1]))
            for cut, replaced in _beginnings(text):
                key = key_of(replaced + text[cut:]) + behind
                if len(key) >= _SHORTEST:
                    yield Spot(first, last, start + cut, end, key, ())


def _beginnings(text: str) -> Iterator[tuple[int, str]]:
    """Yield how much of a word is left out at its beginning, and what stands there instead."""
    yield 0, ""
    if match := _TO_THE.match(text):
        yield match.end(), "ال"
    if match := _PREFIX.match(text):
        yield match.end(), ""


def _weighed(document: Document, spot: Spot) -> Evidence:
    words, lexicon = document.words, document.lexicon
    judged = document.ordinary.part(spot.key)
    found = Evidence(word=judged.weight, person=judged.person)
    lower = words.lower[spot.first - 1] if spot.first and words.gaps[spot.first] == " " else ""
    bare = lower.removeprefix("و")
    if lower in lexicon.kinds_of or bare in lexicon.kinds_of:
        found.weight, found.sure, found.kind = 3.0, 1, bare
    elif {lower, bare} & (lexicon.in_place | lexicon.directions):
        found.weight, found.sure = 1.5, 1
    elif lower in lexicon.may_be_place:
        found.weight = 0.5
    if spot.first < spot.last:
        found.weight += 1.0
    elif not found.sure:
        found.weight -= 0.5 + 1.5 * bool(judged.person)
    found.weight -= 6.0 * judged.weight
    return found
