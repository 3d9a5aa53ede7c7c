"""Whether "that" or Dutch "die" stands for what it follows, or points at the noun behind it."""

from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def relates_by_die(line: Line, item: Item) -> bool:
    """As in "die het nog in handen had", "strijders die er de dienst uitmaken"."""
    if item.text != "die":
        return False
    following, before = line.after(item), line.before(item)
    if following is not None and not _NO_NOUNS.isdisjoint(following.senses):
        return True
    if before is not None and following is not None and _is_participle(before):
        # "Burgers gedood die wilden vluchten."
        return not _FINITE.isdisjoint(following.senses)
    behind = line.sentence.lowers[item.end : item.end + 1]
    return before is not None and before.actor is not None and not _ADVERBS.isdisjoint(behind)


def relates_to_what_follows(line: Line, item: Item) -> bool:
    """As in "that rebels left", "that was taken", "that the army left", and not "that town"."""
    following = line.after(item)
    return following is not None and (
        is_verbal(following)
        or following.actor is not None
        or (Sense.PLACE in following.senses and Sense.ANAPHOR not in following.senses)
        or Sense.PRONOUN in following.senses
        or (item.text == "that" and Sense.DETERMINER in following.senses)
    )


def _is_participle(item: Item) -> bool:
    return "n" in item.senses.get(Sense.VERB, "").partition(":")[2]


_FINITE = frozenset({Sense.PLAN, Sense.BE, Sense.HAVE, Sense.VERB})
_NO_NOUNS = frozenset({Sense.DETERMINER, Sense.PREPOSITION, Sense.LASTING})
_ADVERBS = words(
    "er zich daar eerder al ook toen vorige vorig afgelopen inmiddels sindsdien nog nu hier jaren"
)
