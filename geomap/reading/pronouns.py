"""Words that stand for the place last told of."""

from geomap.reading.items import Item, Line
from geomap.reading.words import Sense


def is_taken(line: Line, item: Item) -> bool:
    """Whether "it" is what somebody took or holds: "captured it", "lost most of it"."""
    verb = line.before(item)
    if verb is not None and Sense.PART in verb.senses:
        verb = line.before(verb)
    if verb is None or item.text.lower() != "it" or Sense.VERB not in verb.senses:
        return False
    following = line.after(item)
    return verb.senses[Sense.VERB].partition(":")[0] in _OF_PLACES and (
        following is None
        or (Sense.HAVE not in following.senses and Sense.BE not in following.senses)
    )


_OF_PLACES = frozenset({"take", "retake", "lose", "hold", "occupy", "enter"})
