"""Whether the words of a clause say nothing but when."""

from collections.abc import Sequence

from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

_OF_DATES = frozenset({Sense.CALENDAR, Sense.PREPOSITION, Sense.DETERMINER, Sense.MARK})


def only_says_when(items: Sequence[Item]) -> bool:
    """Whether words can be a date; numbers are no items."""
    return not any(_OF_DATES.isdisjoint(item.senses) for item in items)


def is_date(items: Sequence[Item]) -> bool:
    """Whether words are a date, as of ", on the border, on 30 September and"."""
    return only_says_when(items) and any(Sense.CALENDAR in item.senses for item in items)
