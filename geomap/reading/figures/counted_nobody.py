"""Numbers that count nobody anew: money, ratios, and parts of a number already told."""

from itertools import takewhile

from geomap.reading.figures.counted import Counted
from geomap.reading.numerals.numbers import Quantity

_NEAR = 5
_AMONG_THEM = {("among", "them"), ("onder", "hen")}
_AMONG = frozenset({"among", "onder"})
_BOTH = frozenset({"or", "and", "en", "of"})
_WHO = frozenset({"who", "die"})
_OF_THOSE = frozenset({"them", "whom", "hen", "wie", "those"})


def counts_nobody(counted: Counted, quantity: Quantity) -> bool:
    """Whether it is money, a ratio, or part of a number already told."""
    of = counted.lowers[max(0, quantity.first - 3) : quantity.first]
    if of[:2] in {("none", "of"), ("geen", "van")}:
        return True
    is_money = counted.lower(quantity.first - 1) in counted.words.money
    if is_money or _is_part(counted, quantity) or _is_ratio(counted, quantity):
        return True
    # "300 killed or wounded" counts two things at once.
    if counted.lower(quantity.last + 1) not in _BOTH:
        return False
    dead, wounded = counted.lower(quantity.last), counted.lower(quantity.last + 2)
    return dead in counted.words.dead and wounded in counted.words.wounded


def _is_ratio(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number is one of "nine out of ten"."""
    if len(counted.quantities) == 1:
        return False
    before = " ".join(counted.lowers[max(0, quantity.first - 2) : quantity.first])
    after = " ".join(counted.lowers[quantity.last : quantity.last + 2])
    at = quantity.last + 2
    ahead = after in counted.words.out_of and counted.number_begins(at)
    behind = before in counted.words.out_of and any(
        other.last == quantity.first - 2 for other in counted.quantities
    )
    return ahead or behind


def _is_part(counted: Counted, quantity: Quantity) -> bool:
    """Whether the number is part of one already told: "including 12 children", "12 of them"."""
    lowers, words = counted.lowers, counted.words
    following = lowers[quantity.last : quantity.last + _NEAR]
    if not _WHO.isdisjoint(following[:3]):
        # "Among them 5,000 fighters who surrendered" tells of them alone.
        return False
    if not _AMONG.isdisjoint(following):
        behind = tuple(takewhile(str.isalnum, following))
        if behind[-2:] in _AMONG_THEM and len(behind) < _NEAR:
            # "85 people, 13 American servicemen among them;".
            return True
    before = lowers[max(0, quantity.first - 3) : quantity.first]
    if words.among.intersection(before[-1:]) or (
        words.among.intersection(before) and _OF_THOSE.intersection(before)
    ):
        return True
    if counted.quantities[0].first >= quantity.first:
        # "35 of them died": a part of those whom the sentence before told of.
        return False
    after = following[:3]
    if len(after) < len("of") or after[0] not in {"of", "van"} or after[1] not in _OF_THOSE:
        return False
    # "300 fighters, 20 of whom were killed" tells something new; "12 of them children" does not.
    told = after[-1] in counted.words.auxiliaries or after[-1] in {"of", "from", "van", "uit"}
    return not told
