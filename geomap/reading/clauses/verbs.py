"""Which words can be the verb of a clause, and in which forms."""

from collections.abc import Sequence

from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense

VERBAL = frozenset({Sense.VERB, Sense.PARTED, Sense.BE, Sense.HAVE, Sense.SAID})


def is_verbal(item: Item) -> bool:
    """Whether a word can be the verb of a clause."""
    senses = item.senses
    return not VERBAL.isdisjoint(senses) and Sense.PREPOSITION not in senses


def forms_of(item: Item) -> str:
    """The forms that a verb can have where it stands: see `lexicon`."""
    value = item.senses.get(Sense.VERB)
    return value.partition(":")[2] if value else ""


_FINITE = frozenset({"is", "was", "waren", "werd", "werden", "wordt", "heeft", "had", "hadden"})


def is_finite(item: Item) -> bool:
    """Whether a Dutch verb can be nothing but the one that has a subject."""
    if item.text.lower() in _FINITE:
        # IS is a party.
        return item.actor is None
    forms = set(forms_of(item))
    for choice in item.senses.get(Sense.PARTED, "").split("|"):
        forms.update(choice.split(":")[1:2])
    return bool(forms) and forms <= {"d", "s"}


def is_predicate(line: Line, item: Item) -> bool:
    """Whether a word is the verb of its clause, as not in "a town held by", "control of X"."""
    if not is_verbal(item) or is_attribute(line, item):
        return False
    following = line.after(item) if Sense.NOUN in item.senses else None
    return following is None or following.senses.get(Sense.PREPOSITION) != "of"


def is_attribute(line: Line, item: Item) -> bool:
    """As in Dutch "de laatste door IS beheerste stad", which is no verb of its clause."""
    following = line.after(item) if Sense.HELD in item.senses else None
    before = line.before(item)
    if following is None or before is None or before.actor is None:
        return False
    by = line.before(before)
    if by is not None and Sense.DETERMINER in by.senses:
        by = line.before(by)
    governed = by is not None and by.senses.get(Sense.PREPOSITION) == "by"
    return governed and (Sense.SETTLEMENT in following.senses or Sense.PLACE in following.senses)


def is_plural_noun(line: Line, clause: Sequence[Item], item: Item) -> bool:
    """Whether "raids" is no verb: "has carried out fresh raids", "bombings and raids"."""
    if forms_of(item) != "s":
        return False
    if any(_AUXILIARIES & one.senses.keys() for one in clause if one.start < item.start):
        return True
    conjunction = line.before(item)
    if conjunction is None or Sense.CONJUNCTION not in conjunction.senses:
        return False
    former = line.before(conjunction)
    return former is not None and Sense.NOUN in former.senses and Sense.VERB not in former.senses


_AUXILIARIES = frozenset({Sense.HAVE, Sense.BE})


def names_deed(line: Line, item: Item) -> bool:
    """Whether Dutch names a deed by its infinitive: "wegens het oprukken van het leger"."""
    lowers = line.sentence.lowers
    return (
        item.start > 0
        and lowers[item.start - 1] == "het"
        and lowers[item.end : item.end + 1] in _BEHIND_DEED
        and forms_of(item) == "b"
    )


_BEHIND_DEED = frozenset({("van",), ("door",)})


def predicate_of(line: Line, items: Sequence[Item]) -> Item | None:
    """The first verb of a clause."""
    for item in items:
        # Most words are none, and this alone is asked of every one.
        if not VERBAL.isdisjoint(item.senses) and is_predicate(line, item):
            return item
    return None
