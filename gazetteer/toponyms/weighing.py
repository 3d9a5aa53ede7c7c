"""What the words around a spot say of it: a place, a person, an organisation, a government.

Weights are in the unit of a logistic model: 1 makes it e times as likely that a place is meant.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from gazetteer.ordinary_words import OrdinaryWords
from gazetteer.toponyms.lexicon import Lexicon
from gazetteer.toponyms.spotting import Spot
from gazetteer.toponyms.tokens import Words, key_of

# What follows a place at the head of a report: "BEIRUT (Reuters) - ", "DALLAS, Texas -- ".
_DATELINE = re.compile(
    r"(?:,\s*[\w. ]{2,25}?)?\s*(?:\([^()\n]{1,25}\)|/[^/\n]{1,20}/)?\s?(?:[—–]|--| -)\s"
)
_CLOSE = frozenset({" ", "\n", "-", ". ", "\u00a0"})
_OF = frozenset({"of", "van", "de", "du", "von"})
_ARTICLES = frozenset({"the", "de", "het"})

_AGE = re.compile(r",? \(?\d{1,2}\)?[,) ]")

_NEVER = -20.0
_LONGEST_ACRONYM = 4


@dataclass(slots=True)
class Evidence:
    """What speaks for a spot, summed, and what it says besides.

    `sure` counts the cues that hardly ever go with anything but a place.
    """

    weight: float = 0.0
    sure: int = 0
    government: bool = False
    kind: str = ""
    word: float = 0.0
    person: int = 0


@dataclass(slots=True)
class Document:
    """A text as it is weighed."""

    text: str
    words: Words
    lexicon: Lexicon
    ordinary: OrdinaryWords
    headline: list[bool] = field(default_factory=list)
    persons: list[bool] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)

    def person(self, index: int) -> int:
        """Return what a word is as a name of persons: FIRST, LAST, both or neither."""
        return self.ordinary.part(key_of(self.words.texts[index])).person


def weigh(document: Document, spots: Sequence[Spot]) -> list[Evidence]:
    """Return the evidence for each of some spots."""
    starts = {spot.first: spot for spot in spots}
    ends = {spot.last: spot for spot in spots}
    return [_weighed(document, spot, starts, ends) for spot in spots]


def _weighed(
    document: Document, spot: Spot, starts: dict[int, Spot], ends: dict[int, Spot]
) -> Evidence:
    found = Evidence()
    if spot.short:
        found.weight, found.sure = 6.0, 1
        _of_government(document, spot, found)
        return found
    single = spot.first == spot.last
    if single:
        bare = key_of(document.text[spot.start : spot.end])
        judged = document.ordinary.part(bare)
        found.word, found.person = judged.weight, judged.person
        if _is_no_name(document, spot):
            found.weight = _NEVER
            return found
    else:
        found.weight += 1.2
    _of_words_before(document, spot, found, ends)
    _of_words_behind(document, spot, found, starts)
    _of_dateline(document, spot, found)
    _of_persons(document, spot, found)
    _of_ordinary(document, spot, found)
    _of_government(document, spot, found)
    return found


def _is_no_name(document: Document, spot: Spot) -> bool:
    """Say whether a single word is one with a capital of its own, a demonym or an acronym."""
    word = document.text[spot.start : spot.end]
    lower = word.lower()
    lexicon = document.lexicon
    if lower in lexicon.capital_words or lower in lexicon.demonyms or lower in lexicon.titles:
        return True
    whole = document.words.lower[spot.first]
    if whole in lexicon.demonyms:
        return True
    return (
        len(word) <= _LONGEST_ACRONYM
        and word.isupper()
        and not _DATELINE.match(document.text, spot.end)
    )


def _of_words_before(
    document: Document, spot: Spot, found: Evidence, ends: dict[int, Spot]
) -> None:
    words, lexicon = document.words, document.lexicon
    if not spot.first or words.gaps[spot.first] not in _CLOSE:
        return
    before = _before_modifiers(document, spot, found)
    lower = words.lower[before] if before >= 0 else ""
    if lower in lexicon.in_place:
        found.weight += 2.0
        found.sure += 1
    elif lower in _OF and before > 0:
        _of_words_before_of(document, before - 1, found)
    elif lower in lexicon.may_be_place:
        found.weight += 1.0
    elif lower in lexicon.kinds_of:
        found.weight += 1.5
    elif words.capital[before] and not words.first[spot.first]:
        _of_capital_before(document, before, found, ends)


def _before_modifiers(document: Document, spot: Spot, found: Evidence) -> int:
    """Return the word before a direction and an article that belong to the name."""
    words, before = document.words, spot.first - 1
    if words.lower[before] in document.lexicon.directions:
        found.weight += 1.5
        before -= 1
    if before > 0 and words.lower[before] in _ARTICLES:
        before -= 1
    return before


def _of_words_before_of(document: Document, index: int, found: Evidence) -> None:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[index]
    if lower in lexicon.organisation_before and words.capital[index]:
        found.weight -= 6.0
    elif lower in lexicon.kinds_of:
        found.weight += 3.0
        found.sure += 1
        found.kind = lower
    elif lower in lexicon.directions:
        found.weight += 2.0
        found.sure += 1
    else:
        found.weight += 0.7


def _of_capital_before(
    document: Document, before: int, found: Evidence, ends: dict[int, Spot]
) -> None:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[before]
    if lower in lexicon.organisation_before:
        found.weight -= 5.0
    elif lower in lexicon.titles or document.persons[before]:
        return
    elif lower in lexicon.demonyms or before in ends:
        found.weight -= 0.3
    elif not document.headline[before] and not words.texts[before].isupper():
        known = lower in lexicon.capital_words
        found.weight -= 0.0 if known or words.first[before] else 2.5


def _of_words_behind(
    document: Document, spot: Spot, found: Evidence, starts: dict[int, Spot]
) -> None:
    words, lexicon, behind = document.words, document.lexicon, spot.last + 1
    if behind >= len(words) or words.ends[spot.last] != spot.end:
        return
    if words.gaps[behind] not in _CLOSE:
        return
    lower = words.lower[behind]
    if words.capital[behind]:
        if not (words.first[behind] or document.headline[behind]):
            _of_capital_behind(document, behind, found, behind in starts)
    elif lower in lexicon.kinds_behind:
        found.weight += 1.5
        found.kind = found.kind or lower
    elif lower in lexicon.speech and found.person:
        found.weight -= 1.5


def _of_capital_behind(document: Document, behind: int, found: Evidence, another: bool) -> None:  # noqa: FBT001
    lexicon, lower = document.lexicon, document.words.lower[behind]
    if lower in lexicon.public_behind:
        found.weight += 0.5
    elif lower in lexicon.kinds_capital:
        found.weight -= 1.0
        found.kind = found.kind or lower
    elif _is_organisation(document, behind):
        found.weight -= 6.0
    elif not another and lower not in lexicon.capital_words and lower not in lexicon.titles:
        found.weight -= 0.5 if lower in lexicon.demonyms else 2.5


def _is_organisation(document: Document, index: int) -> bool:
    """Say whether capitals go on, to a word for an organisation."""
    words = document.words
    for place in range(index, min(index + 4, len(words))):
        if not words.capital[place] or (place > index and words.gaps[place] not in (" ", " & ")):
            return False
        if words.lower[place] in document.lexicon.organisation_behind:
            return True
    return False


def _of_dateline(document: Document, spot: Spot, found: Evidence) -> None:
    words = document.words
    if spot.first and "\n" not in words.gaps[spot.first]:
        return
    if _DATELINE.match(document.text, spot.end):
        found.weight += 4.0
        found.sure += 1


def _of_persons(document: Document, spot: Spot, found: Evidence) -> None:
    if any(document.persons[spot.first : spot.last + 1]):
        found.weight -= 8.0
    elif spot.first == spot.last and spot.key in document.surnames:
        found.weight -= 4.0 if not found.sure else 1.0
    elif found.person and _AGE.match(document.text, spot.end):
        found.weight -= 5.0


def _of_ordinary(document: Document, spot: Spot, found: Evidence) -> None:
    """Weigh how common the word is, and whether persons are called so."""
    first = document.words.first[spot.first] or document.headline[spot.first]
    if first and not found.sure:
        found.weight -= 0.5 + 5.0 * found.word
    elif not found.sure:
        found.weight -= 2.0 * found.word
    if found.person and not found.sure:
        found.weight -= 1.0


def _of_government(document: Document, spot: Spot, found: Evidence) -> None:
    words, lexicon, behind = document.words, document.lexicon, spot.last + 1
    if behind < len(words) and words.ends[spot.last] == spot.end and words.gaps[behind] == " ":
        if words.lower[behind] in lexicon.government:
            found.government = not _is_in_phrase(document, spot)
        elif spot.short:
            found.government = words.lower[behind] not in ("and", "or", "en", "of")
            found.government &= not _is_in_phrase(document, spot)
    elif behind < len(words) and words.ends[spot.last] > spot.end:
        found.government = words.lower[behind] in lexicon.possessed_by_government


def _is_in_phrase(document: Document, spot: Spot) -> bool:
    """Say whether a preposition of place governs the name: "people in Damascus fear"."""
    before = spot.first - 1
    if before >= 0 and document.words.lower[before] in ("the", "de"):
        before -= 1
    lexicon = document.lexicon
    lower = (
        document.words.lower[before] if before >= 0 and not document.words.first[spot.first] else ""
    )
    return lower in lexicon.in_place or lower in lexicon.may_be_place or lower in _OF
