"""Names that no place of the index has: what sounds like one, and what is a place by its words."""

from collections.abc import Iterator, Sequence

from gazetteer.toponyms.document import Document
from gazetteer.toponyms.runs import GENITIVE, JOINING, is_leading_article
from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import Words, key_of

_LONGEST = 4
_SHORTEST_NAME = 4
# Words that are used more often are taken for words: ten times in a million.
_COMMON = 0.45
# What makes a name of the word before it, or of the one behind it, without doubt.
_NATURE = frozenset(
    (
        "river", "lake", "mountains", "mountain", "valley", "desert", "peninsula", "bay", "creek",
        "falls", "canyon", "island", "islands", "sea", "strait", "gulf", "rivier", "vallei",
        "gebergte", "eiland", "eilanden", "meer",
    )
)  # fmt: skip
_NATURE_BEFORE = frozenset(("fort", "mount", "lake", "camp", "cape"))


def unknown_names(document: Document, spots: Sequence[Spot]) -> Iterator[Spot]:
    """Yield the runs of capitals that are no known name, no person and no ordinary words."""
    words, lexicon = document.words, document.lexicon
    taken = {index for spot in spots for index in range(spot.first, spot.last + 1)}
    taken.update(index for index, known in enumerate(document.no_place) if known)
    behind = 0
    for index in words.beginnings:
        if index < behind or index in taken or not _may_be_part(document, index):
            continue
        if not (words.capital[index] or is_leading_article(words, index, lexicon)):
            continue
        last = index
        while _goes_on(document, last, taken) and last - index < _LONGEST:
            last += 1
        while last > index and not words.capital[last]:
            last -= 1
        spot = _spot(document, index, last)
        if spot is not None:
            yield spot
        behind = last + 1


def is_natural(document: Document, spot: Spot) -> bool:
    """Say whether a name holds what it is: Cumberland River, Fort Campbell."""
    lower = document.words.lower
    if spot.first == spot.last:
        return False
    return lower[spot.last] in _NATURE or lower[spot.first] in _NATURE_BEFORE


def _spot(document: Document, first: int, last: int) -> Spot | None:
    words = document.words
    start, end = words.starts[first], words.ends[last]
    if genitive := GENITIVE.search(document.text, words.starts[last], end):
        end = genitive.start()
    text = document.text[start:end]
    spot = Spot(first, last, start, end, key_of(text), ())
    if len(spot.key) < _SHORTEST_NAME or text.isupper() or not words.capital[last]:
        return None
    if first == last and document.ordinary.part(spot.key).weight > _COMMON:
        return None
    return spot


def _may_be_part(document: Document, index: int) -> bool:
    words, lexicon = document.words, document.lexicon
    lower = words.lower[index]
    if document.persons[index] or document.headline[index] or lower in lexicon.demonyms:
        return False
    if lower in _NATURE or lower in _NATURE_BEFORE:
        return True
    if lower in lexicon.articles and index + 1 < words.count and words.gaps[index + 1] == "-":
        return words.capital[index + 1]
    return lower not in lexicon.generic


def _goes_on(document: Document, index: int, taken: set[int]) -> bool:
    """Say whether a name goes on behind a word: with a capital, or an article and a capital."""
    words, behind = document.words, index + 1
    if behind >= words.count or behind in taken or words.gaps[behind] not in (" ", "-"):
        return False
    if words.capital[behind]:
        return _may_be_part(document, behind)
    is_article = is_leading_article(words, behind, document.lexicon) or _joins(words, behind)
    return is_article and behind + 1 not in taken


def _joins(words: Words, index: int) -> bool:
    """Say whether a small word joins two parts of a Persian name: Dar-e Suf."""
    if words.lower[index] not in JOINING or words.gaps[index] != "-" or index + 1 >= words.count:
        return False
    return words.capital[index + 1] and words.gaps[index + 1] in ("-", " ")
