"""Where speech begins that is reported without "that": "the army said rebels had left"."""

from collections.abc import Sequence

from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


def begins_what_was_said(line: Line, index: int, spoken: Sequence[Item]) -> bool:
    """Whether a name begins what somebody said without "that": "the army said rebels had left"."""
    item = line.items[index]
    if item.actor is None and Sense.PLACE not in item.senses and not _are_theirs(line, item):
        return False
    for before in reversed(spoken):
        if Sense.SAID in before.senses:
            break
        if not any(sense in before.senses for sense in _BEFORE_NAMES) and before.text not in _OF:
            return False
    else:
        return False
    return (
        Sense.VERB not in before.senses
        and before.text.lower() not in _ACCORDING
        and item.start - before.end <= _SAID_WITHIN
        and _has_predicate(line, index)
    )


def _are_theirs(line: Line, item: Item) -> bool:
    """As in "his forces"."""
    before = line.before(item)
    return Sense.TAIL in item.senses and before is not None and Sense.POSSESSIVE in before.senses


_OF = frozenset({"of", "on"})
_BEFORE_NAMES = (
    Sense.DETERMINER,
    Sense.POSSESSIVE,
    Sense.CALENDAR,
    Sense.SETTLEMENT,
    Sense.DIRECTION,
    Sense.COMPLETING,
)
_ACCORDING = frozenset({"according", "volgens", "aldus", "naar"})
_SAID_WITHIN = 5
_NAMES_WITHIN = 3


def _has_predicate(line: Line, index: int) -> bool:
    """Whether a verb in a form that needs a subject follows a name, with little between them."""
    for item in line.items[index + 1 : index + 1 + _NAMES_WITHIN]:
        if Sense.MARK in item.senses or Sense.RELATIVE in item.senses:
            return False
        if Sense.BE in item.senses or Sense.HAVE in item.senses:
            return True
        if Sense.VERB in item.senses and (Sense.NOUN not in item.senses or _acts_on(line, item)):
            return True
    return False


def _acts_on(line: Line, item: Item) -> bool:
    """Whether a word that can be a noun too has an object: "his men control the city"."""
    after = line.after(item)
    return after is not None and not _OBJECTS.isdisjoint(after.senses)


_OBJECTS = frozenset({Sense.DETERMINER, Sense.WHOLE, Sense.PLACE, Sense.PART})
