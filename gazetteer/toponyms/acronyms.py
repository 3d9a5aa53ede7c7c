"""Acronyms that a text gives to an area itself: "the Central African Republic (CAR)"."""

from collections.abc import Sequence

from gazetteer.toponyms.spots import Spot
from gazetteer.toponyms.tokens import Words

_WIDE = frozenset({"country", "governorate", "region"})
_SHORTEST, _LONGEST = 2, 5


def with_acronyms(words: Words, spots: Sequence[Spot]) -> list[Spot]:
    """Return spots with those of their acronyms, wherever these stand, in their order."""
    named: dict[str, Spot] = {}
    for spot in spots:
        if spot.last > spot.first and words.gap_after(spot.last) == " (":
            acronym = words.texts[spot.last + 1] if spot.last + 1 < words.count else ""
            if spot.entries[0].kind in _WIDE and _is_of(acronym, words, spot):
                named[acronym] = spot
    if not named:
        return list(spots)
    taken = {index for spot in spots if spot.last > spot.first for index in (spot.first, spot.last)}
    found = {spot.first: spot for spot in spots}
    for at in words.beginnings:
        if at not in taken and (of := named.get(words.texts[at])) is not None:
            at_once = words.starts[at], words.ends[at]
            found[at] = Spot(at, at, *at_once, of.key, of.entries, short=True)
    return [found[at] for at in sorted(found)]


def _is_of(acronym: str, words: Words, spot: Spot) -> bool:
    """Say whether an acronym is made of the first letters of a name."""
    if not (_SHORTEST <= len(acronym) <= _LONGEST and acronym.isupper()):
        return False
    large = [words.texts[at][0] for at in range(spot.first, spot.last + 1) if words.capital[at]]
    return "".join(large).upper() == acronym
