"""The places of a list, from its last one back: "A, B and C"."""

from collections.abc import Sequence

from geomap.reading.clauses.cut import Clause, Opening
from geomap.reading.clauses.settled import is_settled
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


def listed_with(line: Line, last: Item) -> list[Item]:
    """A place behind those listed before it, in the order of the text."""
    found = [last]
    position = last.start - 1
    while position >= 0:
        other = line.at[position]
        if other is None:
            break
        if Sense.PLACE in other.senses and is_settled(other):
            found.append(other)
        elif Sense.CONJUNCTION not in other.senses and other.text != ",":
            break
        position = other.start - 1
    return found[::-1]


def listed_alike(line: Line, last: Item) -> list[Item]:
    """As `listed_with`, but from the place on that another preposition opens: "in A, B and C"."""
    found = listed_with(line, last)
    opening = [at for at, place in enumerate(found) if place.preposition != last.preposition]
    return found[opening[-1] :] if opening else found


def only_lists(items: Sequence[Item]) -> bool:
    """Whether nothing but places and kinds of places is named: ": de oude stad, A en B"."""
    return not any(_LISTED.isdisjoint(item.senses) for item in items)


_LISTED = frozenset(
    (
        *(Sense.PLACE, Sense.SETTLEMENT, Sense.ANAPHOR, Sense.INSIDE, Sense.DIRECTION),
        *(Sense.DETERMINER, Sense.CONJUNCTION, Sense.MARK, Sense.WHOLE),
    )
)


def names_them(clause: Clause) -> bool:
    """As in Dutch "De dorpen die het leger innam, zijn A en B", where no name stands before."""
    items = clause.items
    if not items or items[0].text.lower() not in _ARE or items[0].start != clause.first:
        return False
    if any(one.tells and Sense.STILL not in one.senses for one in items):
        return False
    return any(Sense.PLACE in one.senses and one.preposition is None for one in items)


_ARE = frozenset({"zijn", "is", "waren", "was"})


def is_closed(clause: Clause, places: Sequence[Item]) -> bool:
    """As in "A and B, which are held by the rebels, and C": that is told of the first alone."""
    if clause.opening is not Opening.RELATIVE and clause.has(Sense.BE):
        # "Is still held by A, as is B."
        return False
    if clause.opening is Opening.MAIN or _HELD.isdisjoint(clause.senses):
        return False
    return not any(place.preposition is None for place in places)


_HELD = frozenset({Sense.UNDER, Sense.HANDS})
