"""Which words of a text are names of persons: by a first name, a title, or a name met before."""

from collections.abc import Sequence

from gazetteer.ordinary_words import FIRST
from gazetteer.toponyms.document import Document
from gazetteer.toponyms.runs import is_leading_article
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import key_of

_LONGEST = 4
# From here on two words mean the town, even if the first is a first name: Honey Grove, Tal Afar.
_KNOWN_TOWN = 3.0
# A word so common begins a sentence as itself: "Alleen El Fasher".
_COMMON = 0.45


def mark_persons(document: Document, spots: Sequence[Spot]) -> None:
    """Fill `persons` and `surnames` of a document."""
    words = document.words
    count = words.count
    document.persons = [False] * count
    of_place = _parts_of_places(document, spots)
    behind = 0
    for index in words.beginnings:
        last = _last_of_person(document, index, of_place) if index >= behind else None
        if last is None:
            continue
        for place in range(index, last + 1):
            document.persons[place] = True
        document.surnames.add(key_of(_bare(words.texts[last])))
        behind = last + 1


def is_surname(document: Document, spot: Spot) -> bool:
    """Say whether a person of the text is called so, with an article or without: al-Baghdadi."""
    if spot.first == spot.last:
        return spot.key in document.surnames
    words = document.words
    if spot.last - spot.first != 1 or words.lower[spot.first] not in document.lexicon.articles:
        return False
    return key_of(words.texts[spot.last]) in document.surnames


def _bare(word: str) -> str:
    return word[:-2] if word.endswith(("'s", "’s")) else word


def _parts_of_places(document: Document, spots: Sequence[Spot]) -> set[int]:
    """Return the words that are part of a known name of several words, or of one with a kind."""
    return {
        index
        for spot in spots
        if spot.last > spot.first or spot.short
        if not _is_end_of_person(document, spot)
        if not document.person(spot.first) & FIRST or spot.entries[0].weight > _KNOWN_TOWN
        for index in range(spot.first, spot.last + 1)
    }


def _is_end_of_person(document: Document, spot: Spot) -> bool:
    """Say whether a name with its article stands behind others: Abu Bakr al-Baghdadi."""
    words = document.words
    lower = words.lower[spot.first]
    if not spot.first or not (lower in document.lexicon.articles or lower in _BETWEEN):
        return False
    before = spot.first - 1
    if words.gaps[spot.first] == " " and words.lower[before] in document.lexicon.titles:
        return True
    return (
        words.capital[before]
        and words.gaps[spot.first] == " "
        and words.lower[before] not in document.lexicon.generic
        and not (words.first[before] and document.word(before) > _COMMON)
        and (bool(document.person(before)) or words.lower[before] in document.lexicon.first_names)
    )


def _last_of_person(document: Document, index: int, of_place: set[int]) -> int | None:
    """Return the last word of a person's name that begins here, or None."""
    words, lexicon = document.words, document.lexicon
    if not words.capital[index] or index in of_place:
        return None
    titled = _is_titled(document, index)
    if not titled and not _begins_with_first_name(document, index, of_place):
        return None
    last = index
    while (
        last + 1 < words.count
        and last - index < _LONGEST
        and _goes_on(document, last + 1, of_place)
    ):
        last += 1
    while last > index and not words.capital[last]:
        last -= 1
    if titled:
        return last
    if last == index or any(
        words.lower[place] in lexicon.organisation_behind
        or words.lower[place] in lexicon.kinds_capital
        for place in range(index + 1, last + 1)
    ):
        return None
    return last


def _begins_with_first_name(document: Document, index: int, of_place: set[int]) -> bool:
    """Say whether a word is a first name with more behind it, and no place is spoken of."""
    # Most words with a capital stand alone, which is seen soonest.
    if index + 1 >= document.words.count or not _goes_on(document, index + 1, of_place):
        return False
    return _is_first_name(document, index) and not _is_placed(document, index)


def _is_placed(document: Document, index: int) -> bool:
    """Say whether a preposition stands before that no person follows: "in Ain Zara"."""
    words = document.words
    return (
        index > 0
        and words.gaps[index] == " "
        and words.lower[index - 1] in document.lexicon.in_place
    )


def _is_titled(document: Document, index: int) -> bool:
    words, lexicon = document.words, document.lexicon
    if not index or words.lower[index] in lexicon.titles:
        return False
    if words.gaps[index] == "-" and is_leading_article(words, index - 1, lexicon):
        index -= 1  # "Prime minister al-Abadi".
    before = words.lower[index - 1] if index else ""
    if words.gaps[index] == ". ":
        return before in lexicon.titles and before in lexicon.abbreviations
    if words.gaps[index] != " ":
        return False
    by_line = before == "by" and words.first[index - 1] and "\n" in words.gaps[index - 1]
    return by_line or before in lexicon.titles


def _is_first_name(document: Document, index: int) -> bool:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[index]
    if lower in lexicon.generic or lower in lexicon.demonyms or lower in lexicon.directions:
        return False
    if len(lower) > 1 and words.texts[index].isupper() and not document.headline[index]:
        return False  # "ISIS", which is a first name too.
    known = bool(document.person(index) & FIRST) or lower in lexicon.first_names
    return known or len(lower) == 1


def _goes_on(document: Document, index: int, of_place: set[int]) -> bool:
    words, lexicon = document.words, document.lexicon
    gap = words.gaps[index]
    lower = words.lower[index]
    if index in of_place or lower in lexicon.public_behind or lower in lexicon.titles:
        return False
    if gap == ". ":
        return words.capital[index] and len(words.texts[index - 1]) == 1
    if gap not in (" ", "-"):
        return False
    if words.capital[index]:
        return lower not in lexicon.capital_words and lower not in lexicon.demonyms
    return lower in _BETWEEN and index + 1 < words.count and words.capital[index + 1]


_BETWEEN = frozenset(
    "van de der den von al el bin ibn di da del la le du dos ten ter".split()  # noqa: SIM905
)
