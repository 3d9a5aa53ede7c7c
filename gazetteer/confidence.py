"""How probable it is that a candidate is the place meant. Pure: it knows no index and no database.

Two logistic models, one for names that are written as in the index and one for names that are only
alike. `bench/fit_confidence.py` fits them on names of places and on words and persons that are no
places.
"""

import math
from collections.abc import Iterable, Sequence
from operator import mul
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

# How much faster than its score the chance falls that a rival is meant: of names that differ, and
# of one name, where a hamlet hardly shakes a town.
_RIVAL_POWER, _HOMONYM_POWER = 12, 25

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
    "always": -10.74,
    "standing": 6.23,
    "known": 0.13,
    "famous": 0.65,
    "share": 4.28,
    "homonyms": -0.82,
    "length": 2.05,
    "short": -0.61,
    "other name": -1.29,
    "code": -2.49,
    "elsewhere": -3.23,
    "placed": -0.35,
    "placed standing": 2.33,
    "word": -6.00,
    "placed word": 6.68,
    "famous word": 7.80,
    "person": -2.99,
    "placed person": 2.10,
    "famous person": 10.71,
}
"""The weight of each feature of a name that is written so, in the order of `features`."""

ALIKE = {
    "always": -0.61,
    "strict": -0.09,
    "unlike": -18.21,
    "standing": -4.27,
    "famous": 0.25,
    "share": 4.51,
    "homonyms": -0.95,
    "length": 1.28,
    "short": -0.97,
    "other name": -2.14,
    "elsewhere": -0.03,
    "placed": -1.71,
    "placed standing": 5.53,
    "word": -10.10,
    "placed word": 8.80,
    "person": -3.12,
    "placed person": 2.22,
}
"""The weight of each feature of a name that is only alike, in the order of `features`."""

_WRITTEN, _ALIKE = tuple(WRITTEN.values()), tuple(ALIKE.values())


class Question(NamedTuple):
    """What was asked: the name, what is expected of the place, and how ordinary the name is."""

    asked: Forms
    bias: Bias | None = None
    ordinary: Ordinary = Ordinary()


class Rivals(NamedTuple):
    """What a candidate is up against: its share of the chance, and its homonyms.

    Homonyms are other places that share the spelling as well as this one. `odds` says how many
    they are when each counts by the chance that it is meant rather than the candidate.
    """

    share: float
    homonyms: int
    odds: float


_NO_RIVALS = Rivals(1.0, 0, 0.0)


def confidences(
    best: Iterable[Ranked], all_rivals: Iterable[Rivals], question: Question
) -> list[float]:
    """Return the confidence of the candidates whose rivals are given, in the order of `best`."""
    found = []
    for one, rivals in zip(best, all_rivals, strict=False):
        weights = _ALIKE if one.tier in _FUZZY else _WRITTEN
        weighed = map(mul, weights, features(one, rivals, question))
        found.append(round(1 / (1 + math.exp(-sum(weighed))), _DIGITS))
    return found


def all_rivals(best: Sequence[Ranked], limit: int) -> list[Rivals]:
    """Return the rivals of each of the first candidates, in the order of `best`."""
    if len(best) == 1:
        return [_NO_RIVALS]
    whole = sum([one.score**_RIVAL_POWER for one in best]) or 1.0
    sharing: dict[tuple[Tier, float], list[float]] = {}
    for one in best:
        sharing.setdefault((one.tier, one.degree), []).append(one.score**_HOMONYM_POWER)
    found = []
    for one in best[:limit]:
        homonyms = sharing[one.tier, one.degree]
        odds = max(sum(homonyms) / (one.score**_HOMONYM_POWER or 1.0) - 1, 0.0)
        found.append(Rivals(one.score**_RIVAL_POWER / whole, len(homonyms) - 1, odds))
    return found


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
        math.log1p(rivals.odds),
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
        math.log1p(rivals.odds),
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
