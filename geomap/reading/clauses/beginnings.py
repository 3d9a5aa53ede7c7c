"""How a sentence begins with what follows from its subject: "With the capture of X, A ..."."""

from collections.abc import Sequence

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_LOSING = frozenset({"lose", "withdraw", "leave", "flee"})


def with_a_deed(items: Sequence[Item]) -> bool:
    """Whether a clause only says by which deed: "With the capture of X on Sunday, ..."."""
    return bool(items) and items[0].text == "With" and any(item.tells for item in items)


def loses(verb: Item | None) -> bool:
    """Whether somebody loses or leaves something, and so is not who took it."""
    return verb is not None and verb.senses.get(Sense.VERB, "").partition(":")[0] in _LOSING


def is_followed(line: Line, official: Item) -> bool:
    """Whether fighters are loyal to one who governs: "forces loyal to the exiled president"."""
    position = official.start - 1
    while position >= max(official.start - _BETWEEN, 0):
        other = line.at[position]
        if other is not None and Sense.DETERMINER not in other.senses:
            return other.senses.get(Sense.PREPOSITION) == "loyal"
        position -= 1
    return False


_BETWEEN = 5


def took_time(line: Line, first: int, last: int) -> bool:
    """Whether a clause tells how long a deed took: "It took the army three days to enter X"."""
    lowers = line.sentence.lowers
    if lowers[first : first + 2] not in _TOOK:
        return False
    for position in range(first + 2, last):
        item = line.at[position]
        if lowers[position] == "to" or (item is not None and Sense.PLACE in item.senses):
            return False
        if item is not None and Sense.CALENDAR in item.senses:
            return "to" in lowers[position:last]
    return False


_TOOK = frozenset({("it", "took"), ("it", "takes")})


def uses_chance(lowers: Sequence[str]) -> bool:
    """As in "took advantage of the chaos to seize X", which was done; the words before "to"."""
    before = frozenset(lowers)
    return not before.isdisjoint(_CHANCES) and not before.isdisjoint(_USING)


_CHANCES = words("advantage chaos vacuum opportunity moment collapse chance")
_USING = words("took taking taken used using exploited exploiting seized seizing")
