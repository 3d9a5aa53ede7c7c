"""Where names of places may stand in a text: runs of words that the index knows as a name.

Of runs that overlap, the longest is taken. What speaks for and against each is left to `weighing`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from gazetteer.names import folded
from gazetteer.toponyms.entries import Entries, Entry
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.tokens import Words, key_of

_LONGEST_RUN = 6
# What may stand between the words of one name; a dot only behind a short form: "St. Louis".
_JOINS = frozenset({" ", "-", "\u2011", "\u2010", "'", "’", "\u00a0"})
_GENITIVE = re.compile(r"['’ʼ](?:[sS]|[^'’]+)?$")
_ELISION = re.compile(r"(?:[lLdD]|[qQ]u)['’](?=\w)")
_SHORTEST_KEY = 2

# "U.S.", "N.Y.", "D.C.": single capitals with dots, which are no words.
_DOTTED = re.compile(r"\b(?:[A-Z]\.\s?){1,2}[A-Z](?:\.|\b)|\bW\.\s?Va\.")
# What stands behind a place for its state: ", Ill.", ", TX".
_STATE = re.compile(r",?\s+([A-Z][a-z]{1,4})\.|,?\s+([A-Z]{2})\b")


@dataclass(slots=True)
class Spot:
    """A run of words, `[first, last]`, with the places that are called so.

    `start` and `end` are characters of the text. A spot of an abbreviation is `short`.
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]
    short: bool = False


def spots_in(text: str, words: Words, lexicon: Lexicon, entries: Entries) -> list[Spot]:
    """Return the spots of a text in their order, none over another."""
    runs = [*_dotted(text, words, lexicon), *_short(words, lexicon), *_runs(words, lexicon)]
    found = entries.of({run.key for run in runs})
    taken = [False] * len(words)
    spots = []
    for run in sorted(runs, key=lambda one: _order(one, found)):
        covered = slice(run.first, run.last + 1)
        if any(taken[covered]):
            continue
        if run.key in lexicon.no_places:
            taken[covered] = [True] * (run.last - run.first + 1)
        elif entries_of := _fitting(run, words, lexicon, found):
            taken[covered] = [True] * (run.last - run.first + 1)
            run.entries = entries_of
            spots.append(run)
    spots.sort(key=lambda one: one.first)
    return [*spots, *_states_behind(text, words, spots, lexicon, entries)]


def _order(run: Spot, found: Mapping[str, tuple[Entry, ...]]) -> tuple[bool, int, int, float]:
    """Abbreviations go first, then the longest, the earliest, the best known."""
    best = found.get(run.key)
    return not run.short, run.first - run.last, run.first, -best[0].weight if best else 0.0


def _runs(words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield the runs of words that may be a name: from a capital, or an article, to a capital."""
    count = len(words)
    for first in range(count):
        if not words.capital[first] and not _is_leading_article(words, first, lexicon):
            continue
        key = ""
        for last in range(first, min(first + _LONGEST_RUN, count)):
            if last > first and not _joined(words, last, lexicon):
                break
            small = not words.capital[last]
            if last > first and small and words.lower[last] not in lexicon.particles:
                break
            if not small:
                yield from _endings(words, first, last, key)
            key += key_of(words.texts[last])


def _is_leading_article(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Say whether a small article begins a name: "al-Bab", "'s-Hertogenbosch"."""
    lower = words.lower[index]
    if index + 1 >= len(words) or not words.capital[index + 1] or words.gaps[index + 1] != "-":
        return False
    if lower == "s":
        return words.gaps[index][-1:] in ("'", "’", "‘")
    return lower in lexicon.articles


def _joined(words: Words, index: int, lexicon: Lexicon) -> bool:
    gap = words.gaps[index]
    if gap in _JOINS:
        return True
    if gap == "\n":  # A line that was broken where it was long enough.
        return not words.first[index]
    return gap == ". " and words.lower[index - 1] in lexicon.abbreviations


def _endings(words: Words, first: int, last: int, key: str) -> Iterator[Spot]:
    """Yield a run as it is written, and without a genitive or an elided article."""
    start, end = words.starts[first], words.ends[last]
    text = words.texts[last]
    if first == last and (elided := _ELISION.match(text)):
        text = text[elided.end() :]
        start += elided.end()
    yield Spot(first, last, start, end, key + key_of(text), ())
    genitive = _GENITIVE.search(text)
    if genitive and genitive.start():
        stem = text[: genitive.start()]
        yield Spot(first, last, start, end - len(genitive[0]), key + key_of(stem), ())


def _fitting(
    run: Spot, words: Words, lexicon: Lexicon, found: Mapping[str, tuple[Entry, ...]]
) -> tuple[Entry, ...]:
    """Return the places of a run whose name has its words apart, as the run has them."""
    entries = found.get(run.key, ())
    if not entries or len(run.key) < _SHORTEST_KEY:
        return ()
    if run.short:
        return entries[:1]
    if run.first == run.last:
        return entries
    if any(words.lower[index] in lexicon.articles for index in range(run.first, run.last + 1)):
        return entries
    return tuple(one for one in entries if " " in folded(one.text))


def _short(words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield the countries that are written in capitals alone: US, UK."""
    for index, word in enumerate(words.texts):
        name = lexicon.short.get(word)
        if name is not None and not _shouted(words, index):
            yield _spot_of_name(name, index, index, words.starts[index], words.ends[index])


def _shouted(words: Words, index: int) -> bool:
    """Say whether the words on both sides are in capitals too."""
    around = [*words.texts[max(index - 1, 0) : index], *words.texts[index + 1 : index + 2]]
    return bool(around) and all(word.isupper() and len(word) > 1 for word in around)


def _dotted(text: str, words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield abbreviations with dots: U.S., N.Y."""
    if "." not in text:
        return
    index = 0
    for match in _DOTTED.finditer(text):
        name = _full_name(match[0], lexicon)
        if name is None:
            continue
        while index < len(words) and words.starts[index] < match.start():
            index += 1
        last = index
        while last + 1 < len(words) and words.ends[last + 1] <= match.end():
            last += 1
        if index < len(words):
            yield _spot_of_name(name, index, last, match.start(), match.end())


def _full_name(written: str, lexicon: Lexicon) -> str | None:
    bare = written.replace(" ", "").rstrip(".")
    return lexicon.short.get(bare) or lexicon.states.get(bare)


def _states_behind(
    text: str, words: Words, spots: list[Spot], lexicon: Lexicon, entries: Entries
) -> Iterator[Spot]:
    """Yield the states that stand abbreviated behind a spot: Springfield, Ill."""
    if not lexicon.states:
        return
    for before in spots:
        match = _STATE.match(text, before.end)
        name = match and lexicon.states.get(match[1] or match[2])
        if not match or not name or before.last + 1 >= len(words):
            continue
        after = before.last + 1
        start = match.start(1) if match[1] else match.start(2)
        spot = _spot_of_name(name, after, after, start, match.end())
        known = entries.of((spot.key,)).get(spot.key, ())
        spot.entries = tuple(one for one in known if one.kind == "governorate")[:1]
        if spot.entries and words.starts[after] == start:
            yield spot


def _spot_of_name(name: str, first: int, last: int, start: int, end: int) -> Spot:
    return Spot(first, last, start, end, "".join(map(key_of, name.split())), (), short=True)
