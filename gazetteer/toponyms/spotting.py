"""Where names of places may stand in a text: runs of words that the index knows as a name.

Of runs that overlap, the longest is taken. What speaks for and against each is left to `weighing`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from gazetteer.names import folded
from gazetteer.toponyms.entries import NEAR_READERS, Entries, Entry
from gazetteer.toponyms.facilities import kinds_around
from gazetteer.toponyms.kinds import is_of_kind
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.tokens import Words, key_of

_LONGEST_RUN = 7
# What may stand between the words of one name; a dot only behind a short form: "St. Louis".
_JOINS = frozenset({" ", "-", "\u2011", "\u2010", "'", "’", "\u00a0"})
GENITIVE = re.compile(r"['’ʼ](?:[sS]|[nysd]?[aeıiuü]n?|[yn]?l[ae]|n?[dt][ae](?:n|ki)?)?$")
"""What a genitive, or a case of Turkish, adds to a name."""

_ELISION = re.compile(r"(?:[lLdD]|[qQ]u)['’](?=\w)")
_SHORTEST_KEY = 2
_APOSTROPHES = ("'", "’", "‘")

# "U.S.", "N.Y.", "D.C.": single capitals with dots, which are no words.
# Each pattern begins with what is rare, so that the rest of it is seldom tried.
_DOTTED = re.compile(r"[A-Z](?<!\w.)\.(?:\s?(?:[A-Z]\.\s?)?[A-Z](?:\.|\b)|(?<=W\.)\s?Va\.)")
# What stands behind a place for its state: ", Ill.", ", TX".
_STATE = re.compile(r",(?<=\w,)\s+(?:([A-Z][a-z]{1,4})\.|([A-Z]{2})\b(?!\.))")
_CAPITAL_OF_THE_US = re.compile(r"Washington(?<=\bWashington),?\s+D\.?C\.?(?!\w)")


@dataclass(slots=True)
class Spot:
    """A run of words, `[first, last]`, with the places that are called so.

    `start` and `end` are characters of the text. A spot of an abbreviation is `short`. `kind` is
    the word for a kind that ends the run but not the key: Helmand Province. A `lesser` one leaves
    a direction out: North Korea goes before a northern part of Korea. A `facility` goes before the
    town that it is called after. One that is `respelled` has the key of other languages.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    short: bool = False
    kind: str = ""
    lesser: bool = False
    facility: bool = False
    respelled: bool = False


def spots_in(
    text: str, words: Words, lexicon: Lexicon, entries: Entries
) -> tuple[list[Spot], list[bool]]:
    """Return the spots of a text in their order, none over another.

    Besides, say of each word whether it is part of a name that is known to be no place.
    """
    runs = [*_written_short(text, words, lexicon), *_short(words, lexicon), *_runs(words, lexicon)]
    found = entries.of({run.key for run in runs})
    # Most runs are the name of nothing.
    runs = [run for run in runs if run.key in found or run.key in lexicon.no_places]
    taken = [False] * words.count
    no_place = [False] * words.count
    spots = []
    for run in sorted(runs, key=lambda one: _order(one, found)):
        covered = slice(run.first, run.last + 1)
        if any(taken[covered]):
            continue
        if run.key in lexicon.no_places:
            no_place[covered] = taken[covered] = [True] * (run.last - run.first + 1)
        elif entries_of := _fitting(run, words, lexicon, found):
            taken[covered] = [True] * (run.last - run.first + 1)
            run.entries = entries_of
            spots.append(run)
    return sorted(spots, key=lambda one: one.first), no_place


def _order(
    run: Spot, found: Mapping[str, tuple[Entry, ...]]
) -> tuple[bool, int, int, bool, bool, bool, bool, float]:
    """Abbreviations go first, then the longest, the earliest, the best known."""
    best = found.get(run.key)
    weight = best[0].weight if best else 0.0
    span = run.first - run.last, run.first
    other = run.respelled, bool(run.kind)
    return not run.short, *span, not run.facility, *other, run.lesser, -weight


def _runs(words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield the runs of words that may be a name: from a capital, or an article, to a capital."""
    for first in words.beginnings:
        if not words.capital[first] and not is_leading_article(words, first, lexicon):
            continue
        yield from _runs_from(words, lexicon, first)


def _runs_from(words: Words, lexicon: Lexicon, first: int) -> Iterator[Spot]:
    compound = _is_compound(words, first, lexicon)
    key = ""
    for last in range(first, min(first + _LONGEST_RUN, words.count)):
        if last > first and not _joined(words, last, lexicon):
            break
        small = not words.capital[last]
        if last > first and small and words.lower[last] not in lexicon.particles:
            break
        if not small and not (compound and first == last):
            yield from _names(words, lexicon, first, last, key)
            if compound:
                behind = key.removeprefix(key_of(words.texts[first]))
                for run in _endings(words, lexicon, first, last, behind):
                    run.lesser = True
                    yield run
        key += key_of(words.texts[last])


def _names(words: Words, lexicon: Lexicon, first: int, last: int, key: str) -> Iterator[Spot]:
    """Yield a run under all names that it may have in an index."""
    for run in _endings(words, lexicon, first, last, key):
        yield run
        if lexicon.spelled:
            yield from _respelled(run, lexicon)
    for kind in kinds_around(words, first, last):
        whole = key + key_of(words.texts[last]) + kind
        yield Spot(first, last, words.starts[first], words.ends[last], whole, (), facility=True)


def _is_compound(words: Words, first: int, lexicon: Lexicon) -> bool:
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


def _joined(words: Words, index: int, lexicon: Lexicon) -> bool:
    gap = words.gaps[index]
    if gap in _JOINS:
        return True
    if gap == "\n":  # A line that was broken where it was long enough.
        return not words.first[index]
    return gap == ". " and words.lower[index - 1] in lexicon.abbreviations


def _endings(words: Words, lexicon: Lexicon, first: int, last: int, key: str) -> Iterator[Spot]:
    """Yield a run as it is written, without a genitive or an elided article, without its kind."""
    start, end = words.starts[first], words.ends[last]
    text = words.texts[last]
    if first == last and (elided := _ELISION.match(text)):
        text = text[elided.end() :]
        start += elided.end()
    elif words.lower[first] == "s" and words.gaps[first][-1:] in _APOSTROPHES:
        start -= 1
    yield Spot(first, last, start, end, key + key_of(text), ())
    genitive = GENITIVE.search(text) if not text.isalnum() or "ʼ" in text else None
    if genitive and genitive.start():
        end -= len(genitive[0])
        text = text[: genitive.start()]
        yield Spot(first, last, start, end, key + key_of(text), ())
    kind = text.lower()
    if first < last and kind in lexicon.kinds_capital:
        for other in (*_KINDS_SAID_OTHERWISE.get(kind, ()), ""):
            yield Spot(first, last, start, end, key + other, (), kind=kind)


def _respelled(run: Spot, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield a run as other languages spell it: Sjoesja is Shusha, Latsjin is Lachin."""
    key = run.key
    for written, international in lexicon.spelled.items():
        key = key.replace(written, international)
    if key != run.key and not run.kind:
        yield replace(run, key=key, respelled=True)


_KINDS_SAID_OTHERWISE = {
    "province": ("governorate",),
    "governorate": ("province",),
    "provincie": ("governorate", "province"),
    "gouvernement": ("governorate", "province"),
    "region": ("oblast", "governorate", "province"),
    "district": ("district",),
    "river": ("river",),
}


def _fitting(
    run: Spot, words: Words, lexicon: Lexicon, found: Mapping[str, tuple[Entry, ...]]
) -> tuple[Entry, ...]:
    """Return the places of a run whose name has its words apart, as the run has them."""
    entries = found.get(run.key, ())
    if not entries or len(run.key) < _SHORTEST_KEY:
        return ()
    if run.short or run.facility:
        return entries[:1]
    if run.respelled:
        entries = tuple(one for one in entries if one.country not in NEAR_READERS)
    if run.kind:
        return tuple(one for one in entries if is_of_kind(one, run.kind))
    if run.first == run.last:
        return entries
    if any(words.lower[index] in lexicon.articles for index in range(run.first, run.last + 1)):
        return entries
    compound = _is_compound(words, run.first, lexicon)
    return tuple(one for one in entries if compound or " " in folded(one.text))


def _short(words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield the countries that are written in capitals alone: US, UK."""
    for index in words.beginnings:
        name = lexicon.short.get(words.texts[index])
        if name is not None and not _shouted(words, index):
            yield _spot_of_name(name, index, index, words.starts[index], words.ends[index])


def _shouted(words: Words, index: int) -> bool:
    """Say whether the words on both sides are in capitals too."""
    around = [*words.texts[max(index - 1, 0) : index], *words.texts[index + 1 : index + 2]]
    return bool(around) and all(word.isupper() and len(word) > 1 for word in around)


def _written_short(text: str, words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield abbreviations with dots, and of states behind a comma: U.S., N.Y., Ill."""
    index = 0
    for start, end, name in sorted(_abbreviated(text, lexicon)):
        while index < words.count and words.starts[index] < start:
            index += 1
        last = index
        while last + 1 < words.count and words.ends[last + 1] <= end:
            last += 1
        if index < words.count and words.starts[index] == start:
            yield _spot_of_name(name, index, last, start, end)


def _abbreviated(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    for match in _CAPITAL_OF_THE_US.finditer(text):
        yield match.start(), match.end(), "Washington D.C."
    for match in _DOTTED.finditer(text):
        if name := _full_name(match[0], lexicon):
            yield match.start(), match.end(), name
    for match in _STATE.finditer(text):
        if name := lexicon.states.get(match[1] or match[2]):
            yield match.start(1 if match[1] else 2), match.end(), name


def _full_name(written: str, lexicon: Lexicon) -> str | None:
    bare = written.replace(" ", "").rstrip(".")
    return lexicon.short.get(bare) or lexicon.states.get(bare)


def _spot_of_name(name: str, first: int, last: int, start: int, end: int) -> Spot:
    return Spot(first, last, start, end, key_of(name), (), short=True)
