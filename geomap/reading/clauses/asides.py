"""What stands behind a comma and is no next name of a list: where a town is, a new clause."""

from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


def begins_anew(line: Line, item: Item, comma: Item, before: Item) -> bool:
    """As in "A week after X, Y fell", "In X, Y was shelled": what comes is no list."""
    if before.preposition is None or before.listed or comma.text != ",":
        return False
    following = line.after(item)
    return following is not None and is_verbal(following)


def names_it(line: Line, item: Item, comma: Item, area: Item) -> bool:
    """As in "their last stronghold in Aleppo province, al-Bab, fell": what lies in the area."""
    if comma.text != "," or area.preposition != "in" or area.listed or is_area(item):
        return False
    following = line.after(item)
    return is_area(area) and following is not None and following.text == ","


def tells_where(line: Line, area: Item, town: Item) -> bool:
    """Whether a province behind a comma only says where a town is: "Monguno, Borno State, by"."""
    if not is_area(area) or is_area(town) or town.listed:
        return False
    following = line.after(area)
    while following is not None and Sense.FACILITY in following.senses:
        following = line.after(following)
    if following is None or Sense.CONJUNCTION in following.senses:
        return False
    after = line.after(following) if following.text == "," else None
    return after is None or not (Sense.PLACE in after.senses or Sense.CONJUNCTION in after.senses)


def is_aside(line: Line, place: Item) -> bool:
    """As in "X, west of Y, and Z": a list goes on behind the aside with what it began with."""
    if place.preposition not in {"near", "in"} or place.listed:
        return False
    position = place.start - 1
    while position > 0 and place.start - position <= _ASIDE:
        other = line.at[position]
        if other is not None and Sense.PREPOSITION in other.senses:
            before = line.before(other)
            return before is not None and before.text == ","
        position -= 1
    return False


_ASIDE = 4


def is_old_town(line: Line, place: Item, said: Item) -> bool:
    """Whether Dutch "de oude stad X" is the ancient town X, and no part as "de oude stad van X"."""
    return said.end == place.start and line.sentence.lowers[said.start : said.end] in _OLD


_OLD = frozenset({("oude", "stad"), ("historische", "stad"), ("antieke", "stad")})


def owns(line: Line, item: Item, country: Item) -> bool:
    """As in "in Syria's Idlib province": what governs the country governs the province too."""
    if Sense.PLACE not in country.senses or country.end >= item.start:
        return False
    return line.sentence.lowers[country.end] in _GENITIVES and item.start - country.end <= _OWNED


_GENITIVES = frozenset({"'s", "’s", "'", "’"})
_OWNED = 3


def is_named(line: Line, kind: Item) -> bool:
    """As in "the Bama district of Borno", where the district has a name of its own."""
    named = line.at[kind.start - 1] if kind.start else None
    return named is not None and Sense.PLACE in named.senses and Sense.SETTLEMENT in kind.senses
