"""How probable it is that a candidate is the place meant. Pure: it knows no index and no database.

A logistic model over few features, fitted by `bench/fit_confidence.py` on spellings that the index
had not seen, on typing errors, and on words and names of persons that are no places.
"""

import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from gazetteer.bias import Bias
from gazetteer.names import Forms
from gazetteer.places import Tier
from gazetteer.ranking import HISTORICAL, VARIANT, Ranked

THRESHOLD = 0.6
"""Below it, a name should not be taken for a place without asking."""

_FUZZY = frozenset({Tier.STRICT, Tier.LOOSE, Tier.TRIGRAM})
_SHORT = 4
_DIGITS = 3

WEIGHTS = {
    "always": -7.35,
    "fuzzy": 6.48,
    "strict": -0.05,
    "unlike": -17.68,
    "standing": 2.65,
    "fuzzy standing": -7.51,
    "homonyms": -0.91,
    "share": 8.94,
    "length": 0.42,
    "fuzzy length": 0.17,
    "short": 0.05,
    "other name": -2.96,
    "placed": 0.59,
    "fuzzy placed": 1.00,
    "ordinary word": -5.92,
}
"""The weight of each feature, in the order of `features`."""

_WEIGHTS = tuple(WEIGHTS.values())
_WORDS = Path(__file__).parent / "data" / "ordinary_words.txt"


def confidences(best: Sequence[Ranked], asked: Forms, bias: Bias | None, limit: int) -> list[float]:
    """Return the confidence of the first candidates, each in the order of `best`."""
    found = []
    for one in best[:limit]:
        weighed = map(float.__mul__, _WEIGHTS, features(one, best, asked, bias))
        found.append(round(1 / (1 + math.exp(-sum(weighed))), _DIGITS))
    return found


def features(
    one: Ranked, best: Sequence[Ranked], asked: Forms, bias: Bias | None
) -> tuple[float, ...]:
    """Return what speaks for a candidate among all that were found, best first."""
    fuzzy = float(one.tier in _FUZZY)
    rival = best[0] if one is not best[0] else best[1] if len(best) > 1 else None
    share = 1.0 if rival is None else one.score / (one.score + rival.score)
    length = math.log(len(asked.bare_key) or 1)
    standing = one.match.standing
    placed = float(bias is not None and bias.fits(one.match))
    return (
        1.0,
        fuzzy,
        float(one.tier is Tier.STRICT),
        1 - one.degree,
        standing,
        fuzzy * standing,
        math.log1p(homonyms(one, best)),
        share,
        length,
        fuzzy * length,
        float(max(_SHORT - len(asked.bare_key), 0)),
        float(one.match.form in (VARIANT, HISTORICAL)),
        placed,
        fuzzy * placed,
        float(asked.key in ordinary_words()),
    )


def homonyms(one: Ranked, best: Sequence[Ranked]) -> int:
    """Return how many other places share the spelling as well as this one."""
    if len(best) == 1:
        return 0
    return sum(other.tier == one.tier and other.degree == one.degree for other in best) - 1


@cache
def ordinary_words() -> frozenset[str]:
    """Return common words and names of persons, folded: our own list, in Dutch and English."""
    return frozenset(_WORDS.read_text(encoding="utf-8").split())
