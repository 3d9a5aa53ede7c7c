"""What is said of a name behind a comma: "Ouqayribat, a small town in the province of Hama"."""

from gazetteer.toponyms.document import OF, Document
from gazetteer.toponyms.spots import Spot

_ARTICLES = frozenset({"a", "an", "the", "een", "de", "het"})
_ADJECTIVES = 4
"""Words that can stand between the article and the word for a kind of place."""


def is_explained(document: Document, spot: Spot) -> bool:
    """Say whether what stands behind a name says that it is a town, a village or the like."""
    words, behind = document.words, spot.last + 1
    if behind >= words.count or words.gaps[behind] != ", ":
        return False
    if words.lower[behind] not in _ARTICLES or words.capital[behind]:
        return False
    for index in range(behind + 1, min(behind + _ADJECTIVES + 2, words.count)):
        if words.gaps[index] not in (" ", "-"):
            return False
        if words.lower[index] in document.lexicon.kinds_of and not words.capital[index]:
            return _ends_there(document, index + 1)
    return False


def _ends_there(document: Document, index: int) -> bool:
    """Say whether a word for a kind of place is the last of its group, unlike "a town clerk"."""
    words, lexicon = document.words, document.lexicon
    if index >= words.count or words.gaps[index] != " ":
        return True
    lower = words.lower[index]
    return (
        lower in OF
        or lower in lexicon.in_place
        or lower in lexicon.may_be_place
        or lower in lexicon.directions
        or lower in _RELATIVES
    )


_RELATIVES = frozenset(
    (
        *("that", "which", "where", "with", "held", "controlled", "on", "known", "some", "about"),
        *("dat", "die", "waar", "met", "zo'n", "ongeveer", "circa", "onder"),
    )
)
