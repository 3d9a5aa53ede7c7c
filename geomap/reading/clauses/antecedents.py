"""Which of the names before "which" it does not stand for."""

from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


def nearest_named(line: Line, seat: Item) -> bool:
    """Whether a name stands before "the capital of X", which is said of it."""
    for position in range(seat.start - 1, max(seat.start - _ARTICLE, 0), -1):
        comma = line.at[position]
        if comma is not None and comma.text == ",":
            named = line.before(comma)
            return named is not None and Sense.PLACE in named.senses
    return False


_ARTICLE = 3
"""Tokens from the comma to "the capital"."""


def is_where(line: Line, opener: Item, place: Item) -> bool:
    """Whether it only says where another is: "A and B, the main towns in X that"."""
    before = line.before(opener)
    seat = place.governor if place.preposition == "of" else None
    if seat is not None and Sense.SEAT in seat.senses and nearest_named(line, seat):
        return True
    if place.preposition not in {"in", "near"} or (before is not None and before.text == ","):
        return False
    for position in range(place.start - 1, max(place.start - _IN_WITHIN, 0), -1):
        other = line.at[position]
        if other is not None and Sense.PREPOSITION in other.senses:
            before = line.before(other)
            if other.text.lower() in _AROUND:
                return False
            stronghold = before is not None and before.senses.get(Sense.NOUN) == "hold"
            return before is None or stronghold or not _KINDS_OF_PLACE.isdisjoint(before.senses)
    return False


_KINDS_OF_PLACE = frozenset({Sense.SETTLEMENT, Sense.FACILITY, Sense.ANAPHOR})
_AROUND = frozenset({"rond", "rondom", "around"})
_IN_WITHIN = 5


def is_aside(line: Line, said: Item) -> bool:
    """As in "Sukhna, it said, a town that"."""
    after = line.after(said)
    return Sense.SAID in said.senses and after is not None and after.text == ","
