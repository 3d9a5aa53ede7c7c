"""Which of the places that share a name is meant, and why. Pure: it knows no index and no files.

A score is a product of factors, each between 0 and 1, so that a reader can follow it:

    tier       how closely the spelling in the index follows the name that was asked for
    name       whether that spelling is how the place is usually called
    standing   how likely the place is to be written about: population and kind
    bias       whether place and name are where and when the asker expects (gazetteer.bias)
"""

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gazetteer.bias import Bias
from gazetteer.names import Forms
from gazetteer.places import POPULATED_PLACE, Place, Tier

TIER_FACTOR = {
    Tier.EXACT: 1.0,
    Tier.FOLDED: 0.97,
    Tier.ARTICLE: 0.9,
    Tier.STRICT: 0.85,
    Tier.LOOSE: 0.8,
    Tier.TRIGRAM: 0.8,
}
"""Of a fuzzy tier, this is the factor of two spellings that look the same."""

_LIKENESS_POWER = 5.0
"""How much faster than their likeness the factor of two spellings falls."""

OWN, DISPLAY, PREFERRED, VARIANT, HISTORICAL = range(-1, 4)
"""Forms of a name, most telling first; the user's own names go before all others."""

_FORM_FACTOR = {DISPLAY: 1.0, PREFERRED: 0.97, VARIANT: 0.92, HISTORICAL: 0.8}
_FORM_WORDS = {
    OWN: "your own name for it",
    DISPLAY: "usual name",
    PREFERRED: "usual name in another language",
    VARIANT: "other spelling",
    HISTORICAL: "former name",
}
_TIER_WORDS = {
    Tier.EXACT: "written exactly so",
    Tier.FOLDED: "same but for case, marks, hyphens",
    Tier.ARTICLE: "same but for the article",
    Tier.STRICT: "sounds the same",
    Tier.LOOSE: "sounds alike",
    Tier.TRIGRAM: "written alike",
}

# A place without people to its name still has this much of the standing of the largest city.
_LEAST_STANDING = 0.45
_LARGEST_CITY = 4e7

# The share of a large city's prominence that a curated place of the kind has at least.
_CURATED_PROMINENCE = {"country": 1.0, "city": 0.65, "town": 0.55, "village": 0.45}
_OTHER_CURATED_PROMINENCE = 0.4

COUNTRY_STANDING = 1.0
"""Only a country stands so high."""

# A bare name means the settlement rather than the district, dam or base that is named after it.
_SETTLEMENTS = frozenset({"city", "town", "village", POPULATED_PLACE, "country"})
_NAMED_AFTER_SETTLEMENT_FACTOR = 0.85


class Match(NamedTuple):
    """A spelling in the index that may be the one asked for, and its place, in columns of both."""

    key: str
    number: int
    text: str
    stripped: int
    form: int
    language: str
    since: str
    until: str
    term: int
    standing: float
    id: str
    name: str
    longitude: float
    latitude: float
    kind: str
    country: str
    admin1: str
    population: int | None
    names: str
    admin1_name: str
    other_ids: str

    def place(self) -> Place:
        """Return the place."""
        return Place.of_row(self[_FIRST_OF_PLACE:])


_FIRST_OF_PLACE = Match._fields.index("id")


class Likeness(NamedTuple):
    """How a spelling was found that is not the one asked for, and how alike they are, 0 to 1."""

    tier: Tier
    degree: float


class Ranked(NamedTuple):
    """The best match of one place, with its score."""

    score: float
    tier: Tier
    match: Match
    degree: float = 1.0


_UNLIKE = Likeness(Tier.TRIGRAM, 0.1)


def standing(kind: str, population: int | None, *, curated: bool) -> float:
    """Return how likely a place is to be written about, from 0.38 to 1, before any look-up."""
    prominence = math.log10((population or 0) + 1) / math.log10(_LARGEST_CITY)
    if curated:
        prominence = max(prominence, _CURATED_PROMINENCE.get(kind, _OTHER_CURATED_PROMINENCE))
    factor = 1.0 if kind in _SETTLEMENTS else _NAMED_AFTER_SETTLEMENT_FACTOR
    return factor * (_LEAST_STANDING + (1 - _LEAST_STANDING) * min(prominence, 1.0))


def ranked(
    matches: Iterable[Match],
    asked: Forms,
    bias: Bias | None = None,
    alike: Mapping[tuple[str, int], Likeness] | None = None,
) -> list[Ranked]:
    """Return each place once, best first; ties keep the order of the index.

    `alike` tells how spellings of places (by number) were found whose keys are not those asked
    for.
    """
    best: dict[int, Ranked] = {}
    for match in matches:
        tier, degree = _likeness(match, asked, alike)
        score = TIER_FACTOR[tier] * _weight(match)
        if degree < 1:
            score *= degree**_LIKENESS_POWER
        if bias is not None:
            score *= bias.factor(match)
        known = best.get(match.number)
        if known is None or score > known.score:
            best[match.number] = Ranked(score, tier, match, degree)
    if len(best) == 1:
        return list(best.values())
    return sorted(best.values(), key=lambda one: (-one.score, one.match.number))


def reasons(one: Ranked, bias: Bias | None) -> tuple[str, ...]:
    """Return the terms of a score in words, in the order of the factors."""
    how = _TIER_WORDS[one.tier]
    if one.degree < 1:
        how = f"{how} ({one.degree:.0%})"
    terms = (how, _FORM_WORDS[one.match.form], _size(one.match))
    return terms if bias is None else (*terms, *bias.reasons(one.match))


def _weight(match: Match) -> float:
    """Return the product of name and standing; what a user names must not lose to any city."""
    return 1.0 if match.form == OWN else _FORM_FACTOR[match.form] * match.standing


def _likeness(
    match: Match, asked: Forms, alike: Mapping[tuple[str, int], Likeness] | None
) -> tuple[Tier, float]:
    if match.text == asked.normal:
        return Tier.EXACT, 1.0
    if match.key == asked.key and not match.stripped:
        return Tier.FOLDED, 1.0
    if match.key in (asked.key, asked.bare_key):
        return Tier.ARTICLE, 1.0
    return (alike or {}).get((match.text, match.number), _UNLIKE)


def _size(match: Match) -> str:
    kind = match.kind.replace("_", " ")
    if match.population is None:
        return f"{kind}, population not known"
    return f"{kind} of {match.population:,}"
