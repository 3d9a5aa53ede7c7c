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
from gazetteer.ranking import HISTORICAL, VARIANT, Match, Ranked

THRESHOLD = 0.6
"""Below it, a name should not be taken for a place without asking."""

_FUZZY = frozenset({Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM})
_SHORT = 4
_DIGITS = 3

# How much faster than its score the chance falls that a rival is meant.
_RIVAL_POWER = 12

# Standings of places of 10,000 and of 400,000 people: from each on, a name is likelier to mean the
# place even if it means something else too. What is above them is scaled to about 1.
_KNOWN, _FAMOUS = 0.75, 0.85
_STEEP = 10

# From here on, Unicode has scripts of which one sign says as much as some letters: 北京 is no
# abbreviation.
_FIRST_LONG_SIGN = "\u2e80"
_LETTERS_OF_LONG_SIGN = 3

# That a known place is called just so in several words, its article among them, is a rarer chance
# than with one: of words that are ordinary each by itself, so much of their weight stays.
_OF_SEVERAL_WORDS = 0.5

# "SIT" is Sitka for airlines alone.
_LONGEST_CODE = 4

WRITTEN = {
    "always": -10.70,
    "standing": 6.98,
    "known": 0.49,
    "famous": -0.66,
    "share": 4.02,
    "homonyms": -0.44,
    "length": 1.97,
    "short": -0.68,
    "other name": -1.30,
    "code": -3.04,
    "elsewhere": -3.49,
    "placed": -0.22,
    "placed standing": 1.91,
    "word": -5.45,
    "placed word": 5.95,
    "famous word": 4.49,
    "person": -2.92,
    "placed person": 2.27,
    "famous person": 4.32,
}
"""The weight of each feature of a name that is written so, in the order of `features`."""

ALIKE = {
    "always": -1.45,
    "strict": -0.03,
    "unlike": -16.74,
    "standing": -3.37,
    "famous": -0.27,
    "share": 5.38,
    "homonyms": -0.11,
    "length": 0.97,
    "short": -1.06,
    "other name": -2.10,
    "elsewhere": -2.29,
    "placed": -1.65,
    "placed standing": 5.20,
    "word": -10.05,
    "placed word": 8.48,
    "person": -3.53,
    "placed person": 2.74,
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
    sharing = Counter([(one.tier, one.degree) for one in best])
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
    if standing >= _KNOWN and one.tier is not Tier.ARTICLE and _several_words(question.asked):
        word, person = _OF_SEVERAL_WORDS * word, _OF_SEVERAL_WORDS * person
    placed, elsewhere = _where(match, question.bias)
    length = _letters(question.asked.key)
    other = match.form in (VARIANT, HISTORICAL)
    # Nobody knows Lima as "lime".
    famous = 0.0 if other else _STEEP * max(standing - _FAMOUS, 0.0)
    return (
        1.0,
        standing,
        _STEEP * max(standing - _KNOWN, 0.0),
        famous,
        rivals.share,
        math.log1p(rivals.homonyms),
        math.log(length or 1),
        float(max(_SHORT - length, 0)),
        float(other),
        float(other and length <= _LONGEST_CODE and match.text.isupper()),
        elsewhere,
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
    placed, elsewhere = _where(match, question.bias)
    length = _letters(question.asked.key)
    return (
        1.0,
        float(one.tier is Tier.STRICT),
        1 - one.degree,
        match.standing,
        _STEEP * max(match.standing - _FAMOUS, 0.0),
        rivals.share,
        math.log1p(rivals.homonyms),
        math.log(length or 1),
        float(max(_SHORT - length, 0)),
        float(match.form in (VARIANT, HISTORICAL)),
        elsewhere,
        placed,
        placed * match.standing,
        word,
        word * placed,
        person,
        person * placed,
    )


def _where(match: Match, bias: Bias | None) -> tuple[float, float]:
    """Say whether a place lies where it was expected, and whether it lies where it was not."""
    if bias is None:
        return 0.0, 0.0
    return float(bias.places(match)), float(not bias.fits(match))


def _several_words(asked: Forms) -> bool:
    return asked.bare != asked.key


def _letters(key: str) -> int:
    return len(key) * (_LETTERS_OF_LONG_SIGN if key > _FIRST_LONG_SIGN else 1)
