"""Names that are made of common words, and that any town may have: the Old City, the Bank."""

from gazetteer.toponyms.document import OF, Document
from gazetteer.toponyms.spots import Spot

_ARTICLES = frozenset({"the", "de", "het"})
_TWO = 2
_OLD_CITIES = frozenset({("old", "city"), ("old", "town")})


def is_no_name_alone(document: Document, spot: Spot) -> bool:
    """Say whether two words name nothing by themselves: the Bank, the Old City of Homs."""
    lower, behind = document.words.lower, spot.last + 1
    if behind - spot.first != _TWO:
        return False
    if lower[spot.first] in _ARTICLES:
        return lower[spot.last] in document.lexicon.generic
    return is_old_city(document, spot) and behind < len(lower) and lower[behind] in OF


def is_old_city(document: Document, spot: Spot) -> bool:
    """Say whether a name is one that every old town has."""
    lower = document.words.lower
    return spot.last - spot.first == 1 and (lower[spot.first], lower[spot.last]) in _OLD_CITIES
