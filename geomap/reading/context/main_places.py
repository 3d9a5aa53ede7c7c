"""Which place a report is about, and with which a sentence opens."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from geomap.reading.clauses.settled import is_settled
from geomap.reading.language.items import Item, Line, is_government
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

_NATURE = frozenset({"river", "lake", "mountain"})
_WIDE = _NATURE | {"country", "governorate", "region", "district"}


def most_named(lines: Sequence[Line]) -> tuple[Mention | None, Mention | None]:
    """The town, and the town or region, that a report names most often; of several the first.

    A report that names neither can be about a mountain.
    """
    heights: list[Mention] = []
    countries: list[Mention] = []
    counted: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    lead = _LEAD if len(lines) >= _A_REPORT else 0
    for at, line in enumerate(lines):
        for item in line.items:
            mention = item.mention
            if mention is None or Sense.PLACE not in item.senses:
                continue
            if mention.place is None:
                counted[mention.text] += 1
                first.setdefault(mention.text, mention)
                continue
            if mention.place.kind == "mountain":
                heights.append(mention)
            elif mention.place.kind == "country" and _is_where(line, item):
                countries.append(mention)
            elif mention.place.kind not in _NATURE and is_settled(item):
                counted[mention.place.id] += 1 if at else 1 + lead
                first.setdefault(mention.place.id, mention)
    named = [first[place] for place, _ in counted.most_common()] or heights[:1]
    named = named or countries[:1]
    return next((one for one in named if not is_wide(one)), None), next(iter(named), None)


def _is_where(line: Line, country: Item) -> bool:
    """Whether a country is a place, as in "in Yemen", and does not act."""
    before = line.before(country)
    placed = before is not None and Sense.PREPOSITION in before.senses
    return placed and country.mention is not None and not is_government(country.mention)


_LEAD = 1
"""How much more a name counts in the first sentence, which says what a report is about."""
_A_REPORT = 6
"""Sentences from which on there is a lead."""


def opening_place(line: Line) -> Item | None:
    """The place of "In X, fighters stormed the consulate"."""
    items = line.items
    if is_heading(line):
        return next((one for one in items if one.mention and is_settled(one)), None)
    begin = 1 if items and Sense.CALENDAR in items[0].senses else 0
    for inside, place in pairwise(items[begin : begin + 2]):
        if inside.senses.get(Sense.PREPOSITION) == "in" and place.mention and is_settled(place):
            return place
    return None


def can_be_meant(item: Item, main: Mention | None) -> bool:
    """Whether "the city" can mean a place named before: no capital that the report is not about."""
    mention = item.mention
    if mention is None or not is_settled(item) or is_wide(mention):
        return False
    if mention.place is None:
        # A village that no gazetteer has is what is spoken of all the same.
        return True
    main_place = main.place if main is not None else None
    return mention.place.kind != "capital" or mention.place == main_place


def is_heading(line: Line) -> bool:
    """Whether a sentence is only the name of a place: "Tal Afar. Still held by IS."."""
    return len(line.tokens) <= _HEADING and all(
        Sense.PLACE in item.senses or Sense.MARK in item.senses for item in line.items
    )


_HEADING = 4


def is_wide(mention: Mention) -> bool:
    """Whether a place is larger than a town."""
    return mention.place is not None and mention.place.kind in _WIDE


def is_named_behind(line: Line, item: Item, meant: Mention | None) -> bool:
    """Whether a place is named behind "the city", which is another then: "lies west of X"."""
    if meant is None or meant.place is None:
        return False
    return any(
        one.start > item.end and one.mention is not None and one.mention.place == meant.place
        for one in line.items
    )
