"""How probable it is that a candidate is the place meant. Pure: it knows no index and no database.

Two logistic models, one for names that are written as in the index and one for names that are only
alike. `bench/fit_confidence.py` fits them on names of places and on words and persons that are no
places.
"""

import math
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from gazetteer.bias import Bias
from gazetteer.names import Forms
from gazetteer.ordinary_words import Ordinary
from gazetteer.places import Tier
from gazetteer.ranking import HISTORICAL, VARIANT, Ranked

THRESHOLD = 0.6
"""Below it, a name should not be taken for a place without asking."""

_FUZZY = frozenset({Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM})
_SHORT = 4
_DIGITS = 3

# How much faster than its score the chance falls that a rival is meant.
_RIVAL_POWER = 12

# Standings of a place of 10,000 people, of 400,000 and of a million: from there on, a name is the
# likelier to mean the place even if it means something else too.
_KNOWN, _FAMOUS, _METROPOLIS = 0.75, 0.85, 0.885

# "SIT" is Sitka for airlines alone.
_LONGEST_CODE = 4

WRITTEN = {
    "always": -13.53,
    "standing": 7.02,
    "known": 7.10,
    "famous": 1.08,
    "metropolis": -7.80,
    "share": 4.45,
    "homonyms": -0.45,
    "length": 2.98,
    "short": 1.40,
    "other name": -1.18,
    "code": -3.37,
    "placed": 0.30,
    "placed standing": 1.86,
    "word": -5.58,
    "placed word": 5.37,
    "famous word": -1.48,
    "person": -2.65,
    "placed person": 2.11,
    "famous person": 7.46,
}
"""The weight of each feature of a name that is written so, in the order of `features`."""

ALIKE = {
    "always": -1.91,
    "strict": 0.17,
    "unlike": -16.93,
    "standing": -4.23,
    "famous": -1.56,
    "share": 5.48,
    "homonyms": -0.02,
    "length": 1.26,
    "short": 0.02,
    "other name": -2.13,
    "placed": -1.90,
    "placed standing": 6.06,
    "word": -10.31,
    "placed word": 9.55,
    "person": -3.60,
    "placed person": 2.19,
}
"""The weight of each feature of a name that is only alike, in the order of `features`."""

_WRITTEN, _ALIKE = tuple(WRITTEN.values()), tuple(ALIKE.values())


class Question(NamedTuple):
    """What was asked: the name, what is expected of the place, and how ordinary the name is."""

    asked: Forms
    bias: Bias | None = None
    ordinary: Ordinary = Ordinary()


class Rivals(NamedTuple):
    """What a candidate is up against: its share of the chance, and its homonyms."""

    share: float
    homonyms: int


def confidences(best: Sequence[Ranked], question: Question, limit: int) -> list[float]:
    """Return the confidence of the first candidates, each in the order of `best`."""
    found = []
    for one, rivals in zip(best, all_rivals(best, limit), strict=False):
        weights = _ALIKE if one.tier in _FUZZY else _WRITTEN
        weighed = map(float.__mul__, weights, features(one, rivals, question))
        found.append(round(1 / (1 + math.exp(-sum(weighed))), _DIGITS))
    return found


def all_rivals(best: Sequence[Ranked], limit: int) -> list[Rivals]:
    """Return the rivals of each of the first candidates, in the order of `best`."""
    if len(best) == 1:
        return [Rivals(1.0, 0)]
    chances = [one.score**_RIVAL_POWER for one in best]
    whole = sum(chances) or 1.0
    sharing = Counter((one.tier, one.degree) for one in best)
    return [
        Rivals(chance / whole, sharing[one.tier, one.degree] - 1)
        for one, chance in zip(best[:limit], chances, strict=False)
    ]


def homonyms(one: Ranked, best: Sequence[Ranked]) -> int:
    """Return how many other places share the spelling as well as this one."""
    if len(best) == 1:
        return 0
    return sum(other.tier == one.tier and other.degree == one.degree for other in best) - 1


def features(one: Ranked, rivals: Rivals, question: Question) -> tuple[float, ...]:
    """Return what speaks for and against a candidate, in the order of WRITTEN or of ALIKE."""
    if one.tier in _FUZZY:
        return _of_alike(one, rivals, question)
    return _of_written(one, rivals, question)


def _of_written(one: Ranked, rivals: Rivals, question: Question) -> tuple[float, ...]:
    match, (word, person) = one.match, question.ordinary
    standing = match.standing
    famous = max(standing - _FAMOUS, 0.0)
    placed = float(question.bias is not None and question.bias.fits(match))
    length = len(question.asked.bare_key)
    other = match.form in (VARIANT, HISTORICAL)
    return (
        1.0,
        standing,
        max(standing - _KNOWN, 0.0),
        famous,
        max(standing - _METROPOLIS, 0.0),
        rivals.share,
        math.log1p(rivals.homonyms),
        math.log(length or 1),
        float(max(_SHORT - length, 0)),
        float(other),
        float(other and length <= _LONGEST_CODE and match.text.isupper()),
        placed,
        placed * standing,
        word,
        word * placed,
        word * famous,
        person,
        person * placed,
        person * famous,
    )


def _of_alike(one: Ranked, rivals: Rivals, question: Question) -> tuple[float, ...]:
    match, (word, person) = one.match, question.ordinary
    placed = float(question.bias is not None and question.bias.fits(match))
    length = len(question.asked.bare_key)
    return (
        1.0,
        float(one.tier is Tier.STRICT),
        1 - one.degree,
        match.standing,
        max(match.standing - _FAMOUS, 0.0),
        rivals.share,
        math.log1p(rivals.homonyms),
        math.log(length or 1),
        float(max(_SHORT - length, 0)),
        float(match.form in (VARIANT, HISTORICAL)),
        placed,
        placed * match.standing,
        word,
        word * placed,
        person,
        person * placed,
    )
