"""Words that say whose a place is before its name: "IS-held Raqqa", "the IS stronghold X"."""

from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense


def keeps(line: Line, other: Item) -> bool:
    """Whether somebody only says whose a place is: "IS-held Raqqa", "the IS stronghold X"."""
    if other.actor is None and Sense.ADJECTIVE not in other.senses:
        return False
    position = other.end
    if position < len(line.tokens) and line.tokens[position].text == "-":
        position += 1
    following = line.at[position] if position < len(line.at) else None
    return following is not None and (
        (Sense.HELD in following.senses and not _is_told_of(line, other, following))
        or following.senses.get(Sense.NOUN) == "hold"
        or (other.actor is not None and Sense.SETTLEMENT in following.senses)
    )


def _is_told_of(line: Line, actor: Item, following: Item) -> bool:
    """Whether it is the verb after its subject: "IS veroverde X", not "door IS veroverde X"."""
    if Sense.VERB not in following.senses or following.start > actor.end:
        return False
    beyond, before = line.after(following), line.before(actor)
    if beyond is not None and Sense.SETTLEMENT in beyond.senses:
        return False  # "the rebel held town"
    if before is not None and Sense.DETERMINER in before.senses:
        before = line.before(before)
    return before is None or before.senses.get(Sense.PREPOSITION) != "by"
