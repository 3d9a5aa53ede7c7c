"""Items for places named before, which a later word stands for."""

from collections.abc import Mapping, Sequence

from geomap.reading.context.pronouns import is_side
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

PLACE: Mapping[str, str] = {Sense.PLACE: "", Sense.ANAPHOR: ""}


class StandIns:
    """Words outside a sentence for places named before, one for each; rules only read them."""

    def __init__(self) -> None:
        self._known: dict[int, Item] = {}

    def of(self, mention: Mention | None) -> Item | None:
        """What stands for a place."""
        if mention is None:
            return None
        known = self._known.get(id(mention))
        if known is None:
            known = self._known[id(mention)] = Item(0, 0, mention.text, PLACE, mention)
        return known


def put_in(line: Line, item: Item, meant: Sequence[Mention]) -> None:
    """Put places where a word stands that means them."""
    found = [Item(item.start, item.end, item.text, PLACE, one) for one in meant]
    head = "part" if is_side(line, item) else None
    for one in found:
        one.listed, one.head = len(found) > 1, head
    index = line.items.index(item)
    line.items[index : index + 1] = found
    line.at[item.start : item.end] = [found[0]] * (item.end - item.start)
