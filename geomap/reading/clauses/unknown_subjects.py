"""Clauses whose subject is in words that no lexicon knows."""

from collections.abc import Sequence

from geomap.reading.clauses.cut import Clause
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense

_MOST_ADVERBS = 1
_SMALL = frozenset({"al", "ook", "toen", "zelf", "daar", "er", "dan"})


def has_unknown_subject(
    line: Line, clause: Clause, verb: Item | None, actors: Sequence[Item]
) -> bool:
    """Whether words that the lexicon does not know stand where the subject would."""
    if verb is None:
        return False
    unknown = 0
    for position in range(clause.first, verb.start):
        item = line.at[position]
        if item is None:
            word = line.tokens[position]
            small = word.lower.endswith("ly") or word.lower in _SMALL
            unknown += not small and word.text.isalpha()
        elif Sense.DETERMINER in item.senses:
            following = line.after(item)
            unknown += following is None or following not in actors
    return unknown > _MOST_ADVERBS
