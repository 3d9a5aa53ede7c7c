"""Whether "die" and "that" stand for whom they follow, or point at the noun behind them."""

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def relates_by_die(line: Line, item: Item) -> bool:
    """As in "die het nog in handen had", "strijders die er de dienst uitmaken"."""
    following, before = line.after(item), line.before(item)
    if following is not None and not _NO_NOUNS.isdisjoint(following.senses):
        return True
    if before is not None and following is not None and _is_participle(before):
        # "Burgers gedood die wilden vluchten."
        return not _FINITE.isdisjoint(following.senses)
    behind = line.sentence.lowers[item.end : item.end + 1]
    return before is not None and before.actor is not None and not _ADVERBS.isdisjoint(behind)


def relates_by_that(before: Item | None, following: Item) -> bool:
    """Whether somebody named stands behind "that", or a town before "that the rebels held"."""
    senses = following.senses
    if following.actor is not None or Sense.PRONOUN in senses:
        return True
    if Sense.DETERMINER in senses:
        return before is not None and not _TOWNS.isdisjoint(before.senses)
    return Sense.PLACE in senses and Sense.ANAPHOR not in senses


_TOWNS = frozenset({Sense.SETTLEMENT, Sense.ANAPHOR})


def _is_participle(item: Item) -> bool:
    return "n" in item.senses.get(Sense.VERB, "").partition(":")[2]


_FINITE = frozenset({Sense.PLAN, Sense.BE, Sense.HAVE, Sense.VERB})
_NO_NOUNS = frozenset({Sense.DETERMINER, Sense.PREPOSITION, Sense.LASTING})
_ADVERBS = words(
    "er zich daar eerder al ook toen vorige vorig afgelopen inmiddels sindsdien nog nu hier jaren"
)
