"""Items for places named before, which a later word stands for."""

from collections.abc import Mapping, Sequence

from geomap.reading.context.pronouns import is_side
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

PLACE: Mapping[str, str] = {Sense.PLACE: "", Sense.ANAPHOR: ""}


def standing_for(mention: Mention | None) -> Item | None:
    """A word without a place of its own in the sentence that means a place named before."""
    return Item(0, 0, mention.text, PLACE, mention) if mention is not None else None


def put_in(line: Line, item: Item, meant: Sequence[Mention]) -> None:
    """Put places where a word stands that means them."""
    found = [Item(item.start, item.end, item.text, PLACE, one) for one in meant]
    head = "part" if is_side(line, item) else None
    for one in found:
        one.listed, one.head = len(found) > 1, head
    index = line.items.index(item)
    line.items[index : index + 1] = found
    line.at[item.start : item.end] = [found[0]] * (item.end - item.start)
