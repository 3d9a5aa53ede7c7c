"""Words that stand for the place last told of."""

from geomap.reading.items import Item, Line
from geomap.reading.words import Sense


def is_taken(line: Line, item: Item) -> bool:
    """Whether "it" is what somebody took or holds: "captured it", "lost most of it"."""
    verb = line.before(item)
    if verb is not None and Sense.PART in verb.senses:
        verb = _before_number(line, verb)
    if verb is None or item.text.lower() != "it" or Sense.VERB not in verb.senses:
        return False
    following = line.after(item)
    return verb.senses[Sense.VERB].partition(":")[0] in _OF_PLACES and (
        following is None
        or (Sense.HAVE not in following.senses and Sense.BE not in following.senses)
    )


_OF_PLACES = frozenset({"take", "retake", "lose", "hold", "occupy", "enter"})


def _before_number(line: Line, part: Item) -> Item | None:
    """The verb before "most of" or "about 90% of"."""
    position = part.start - 1
    while position > 0 and (
        line.tokens[position].text[0].isdigit() or line.tokens[position].lower in _ROUGHLY
    ):
        position -= 1
    return line.at[position] if position >= 0 else None


_ROUGHLY = frozenset(
    {"about", "some", "nearly", "almost", "around", "more", "less", "than", "over"}
)
