"""Where names of places may stand in a text: runs of words that the index knows as a name.

Of runs that overlap, the longest is taken. What speaks for and against each is left to `weighing`.
"""

import re
from collections.abc import Iterator, Mapping

from gazetteer.names import folded
from gazetteer.toponyms.acronyms import with_acronyms
from gazetteer.toponyms.entries import NEAR_READERS, Entries, Entry
from gazetteer.toponyms.kinds import is_of_kind
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.runs import is_compound, runs_in
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import Words, key_of

_SHORTEST_KEY = 2
_GENITIVES = frozenset({"'s", "’s"})
# "U.S.", "N.Y.", "D.C.": single capitals with dots, which are no words.
# Each pattern begins with what is rare, so that the rest of it is seldom tried.
_DOTTED = re.compile(r"[A-Z](?<!\w.)\.(?:\s?(?:[A-Z]\.\s?)?[A-Z](?:\.|\b)|(?<=W\.)\s?Va\.)")
# What stands behind a place for its state: ", Ill.", ", TX".
_STATE = re.compile(r",(?<=\w,)\s+(?:([A-Z][a-z]{1,4})\.|([A-Z]{2})\b(?!\.))")
_STATE_OF_US = "state"
_CAPITAL_OF_THE_US = re.compile(r"Washington(?<=\bWashington),?\s+D\.?C\.?(?!\w)")


def spots_in(
    text: str, words: Words, lexicon: Lexicon, entries: Entries
) -> tuple[list[Spot], list[bool]]:
    """Return the spots of a text in their order, none over another.

    Besides, say of each word whether it is part of a name that is known to be no place.
    """
    runs = [
        *_written_short(text, words, lexicon),
        *_short(words, lexicon),
        *runs_in(words, lexicon, entries),
    ]
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
            run.entries = entries_of
            _take_article(run, words, lexicon, taken)
            taken[run.first : run.last + 1] = [True] * (run.last - run.first + 1)
            spots.append(run)
    return with_acronyms(words, sorted(spots, key=lambda one: one.first)), no_place


def _take_article(run: Spot, words: Words, lexicon: Lexicon, taken: list[bool]) -> None:
    """Let a name begin with its article, though the index has it without: al-Habeet."""
    before = run.first - 1
    if words.gaps[run.first] != "-" or before < 0 or taken[before]:
        return
    if words.lower[before] in lexicon.articles and not run.lesser:
        run.first, run.start = before, words.starts[before]


def _order(
    run: Spot, found: Mapping[str, tuple[Entry, ...]]
) -> tuple[bool, int, int, bool, bool, bool, bool, float]:
    """Abbreviations go first, then the longest, the earliest, the best known."""
    best = found.get(run.key)
    weight = best[0].weight if best else 0.0
    span = run.first - run.last, run.first
    other = run.respelled, bool(run.kind)
    return not run.short, *span, not run.facility, *other, run.lesser, -weight


def _fitting(
    run: Spot, words: Words, lexicon: Lexicon, found: Mapping[str, tuple[Entry, ...]]
) -> tuple[Entry, ...]:
    """Return the places of a run that it may be written for."""
    entries = found.get(run.key, ())
    if not entries or len(run.key) < _SHORTEST_KEY:
        return ()
    if run.short or run.facility:
        return _said_short(run, entries)
    if run.respelled:
        entries = tuple(one for one in entries if one.country not in NEAR_READERS)
    if run.kind:
        return tuple(one for one in entries if is_of_kind(one, run.kind))
    return _written_so(run, words, lexicon, entries)


def _said_short(run: Spot, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if run.kind != _STATE_OF_US:
        return entries[:1]
    return tuple(one for one in entries if one.kind == "governorate" and one.country == "US")


def _written_so(
    run: Spot, words: Words, lexicon: Lexicon, entries: tuple[Entry, ...]
) -> tuple[Entry, ...]:
    """Return the places whose name has its words apart and its apostrophe, as the run has them."""
    if run.first == run.last:
        if words.texts[run.last][-2:] in _GENITIVES and run.end == words.ends[run.last]:
            return tuple(one for one in entries if "'" in one.text or "’" in one.text)
        return entries
    if any(words.lower[index] in lexicon.articles for index in range(run.first, run.last + 1)):
        return entries
    compound = is_compound(words, run.first, lexicon)
    return tuple(one for one in entries if compound or " " in folded(one.text))


def _short(words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield the countries that are written in capitals alone: US, UK."""
    for index in words.beginnings:
        name = lexicon.short.get(words.texts[index])
        if name is not None and not _shouted(words, index) and words.gap_after(index)[:1] != "$":
            yield _spot_of_name(name, index, index, words.starts[index], words.ends[index])


def _shouted(words: Words, index: int) -> bool:
    """Say whether the words on both sides are in capitals too."""
    around = [*words.texts[max(index - 1, 0) : index], *words.texts[index + 1 : index + 2]]
    return bool(around) and all(word.isupper() and len(word) > 1 for word in around)


def _written_short(text: str, words: Words, lexicon: Lexicon) -> Iterator[Spot]:
    """Yield abbreviations with dots, and of states behind a comma: U.S., N.Y., Ill."""
    index = 0
    for start, end, name, kind in sorted(_abbreviated(text, lexicon)):
        while index < words.count and words.starts[index] < start:
            index += 1
        last = index
        while last + 1 < words.count and words.ends[last + 1] <= end:
            last += 1
        if index < words.count and words.starts[index] == start:
            spot = _spot_of_name(name, index, last, start, end)
            spot.kind = kind
            yield spot


def _abbreviated(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """Yield where an abbreviation stands, the name that it is short for, and "state" of a state."""
    for match in _CAPITAL_OF_THE_US.finditer(text):
        yield match.start(), match.end(), "Washington D.C.", ""
    for match in _DOTTED.finditer(text):
        bare = match[0].replace(" ", "").rstrip(".")
        if name := lexicon.short.get(bare):
            yield match.start(), match.end(), name, ""
        elif name := lexicon.states.get(bare):
            yield match.start(), match.end(), name, _STATE_OF_US
    for match in _STATE.finditer(text):
        if name := lexicon.states.get(match[1] or match[2]):
            yield match.start(1 if match[1] else 2), match.end(), name, _STATE_OF_US


def _spot_of_name(name: str, first: int, last: int, start: int, end: int) -> Spot:
    return Spot(first, last, start, end, key_of(name), (), short=True)
