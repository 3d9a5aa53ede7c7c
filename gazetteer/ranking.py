"""Which of the places that share a name is meant, and why. Pure: it knows no index and no files.

A score is a product of four factors, each between 0 and 1, so that a reader can follow it:

    tier       how closely the spelling in the index follows the name that was asked for
    name       whether that spelling is how the place is usually called
    standing   how likely the place is to be written about: population and kind
    country    whether the place lies in the country that was asked for, if one was
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from gazetteer.names import Forms
from gazetteer.places import POPULATED_PLACE, Place, Tier

TIER_FACTOR = {Tier.EXACT: 1.0, Tier.FOLDED: 0.97, Tier.ARTICLE: 0.9}

DISPLAY, PREFERRED, VARIANT, HISTORICAL = range(4)
"""Forms of a name, most telling first."""

_FORM_FACTOR = {DISPLAY: 1.0, PREFERRED: 0.97, VARIANT: 0.92, HISTORICAL: 0.8}
_FORM_WORDS = {
    DISPLAY: "usual name",
    PREFERRED: "usual name in another language",
    VARIANT: "other spelling",
    HISTORICAL: "former name",
}
_TIER_WORDS = {
    Tier.EXACT: "written exactly so",
    Tier.FOLDED: "same but for case, marks, hyphens",
    Tier.ARTICLE: "same but for the article",
}

OTHER_COUNTRY_FACTOR = 0.25
"""So small that the least likely match in the country asked for goes before the best elsewhere."""

# A place without people to its name still has this much of the standing of the largest city.
_LEAST_STANDING = 0.45
_LARGEST_CITY = 4e7

# The share of a large city's prominence that a curated place of the kind has at least.
_CURATED_PROMINENCE = {"country": 1.0, "city": 0.65, "town": 0.55, "village": 0.45}
_OTHER_CURATED_PROMINENCE = 0.4

# A bare name means the settlement rather than the district, dam or base that is named after it.
_SETTLEMENTS = frozenset({"city", "town", "village", POPULATED_PLACE, "country"})
_NAMED_AFTER_SETTLEMENT_FACTOR = 0.85


class Match(NamedTuple):
    """A name in the index whose key is one of the keys asked for, and what ranks its place."""

    key: str
    number: int
    stripped: int
    form: int
    text: str
    country: str
    standing: float


class Ranked(NamedTuple):
    """The best match of one place, with its score."""

    score: float
    tier: Tier
    match: Match


def standing(kind: str, population: int | None, *, curated: bool) -> float:
    """Return how likely a place is to be written about, from 0.38 to 1, before any look-up."""
    prominence = math.log10((population or 0) + 1) / math.log10(_LARGEST_CITY)
    if curated:
        prominence = max(prominence, _CURATED_PROMINENCE.get(kind, _OTHER_CURATED_PROMINENCE))
    factor = 1.0 if kind in _SETTLEMENTS else _NAMED_AFTER_SETTLEMENT_FACTOR
    return factor * (_LEAST_STANDING + (1 - _LEAST_STANDING) * min(prominence, 1.0))


def ranked(matches: Iterable[Match], asked: Forms, country: str | None) -> list[Ranked]:
    """Return each place once, best first; ties keep the order of the index."""
    best: dict[int, Ranked] = {}
    for match in matches:
        tier = _tier(match, asked)
        score = TIER_FACTOR[tier] * _FORM_FACTOR[match.form] * match.standing
        if country is not None and match.country != country:
            score *= OTHER_COUNTRY_FACTOR
        known = best.get(match.number)
        if known is None or score > known.score:
            best[match.number] = Ranked(score, tier, match)
    return sorted(best.values(), key=lambda one: (-one.score, one.match.number))


def reasons(one: Ranked, place: Place, country: str | None) -> tuple[str, ...]:
    """Return the terms of a score in words, in the order of the factors."""
    terms = [_TIER_WORDS[one.tier], _FORM_WORDS[one.match.form], _size(place)]
    if country is not None:
        terms.append(f"in {country}" if place.country == country else f"not in {country}")
    return tuple(terms)


def _tier(match: Match, asked: Forms) -> Tier:
    if match.text == asked.normal:
        return Tier.EXACT
    if match.key == asked.key and not match.stripped:
        return Tier.FOLDED
    return Tier.ARTICLE


def _size(place: Place) -> str:
    kind = place.kind.replace("_", " ")
    if place.population is None:
        return f"{kind}, population not known"
    return f"{kind} of {place.population:,}"
