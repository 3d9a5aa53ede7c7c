"""What a report has spoken of so far: whom "they" and where "the city" mean."""

from collections.abc import Sequence

from geomap.reading.items import Item, Line
from geomap.reading.model import Mention
from geomap.reading.scenes import Scene, is_settled
from geomap.reading.words import Sense

_PLACE = {Sense.PLACE: "", Sense.ANAPHOR: ""}
_AREAS = frozenset({"country", "governorate", "region", "river", "lake", "mountain", "district"})


class Memory:
    """The place and the actor last spoken of."""

    def __init__(self) -> None:
        self._place: Mention | None = None
        self._actor: Item | None = None

    def resolve(self, line: Line) -> None:
        """Turn "the city" into the place last named."""
        for index, item in enumerate(line.items):
            if item.mention is not None and is_settled(item) and not _is_area(item.mention):
                self._place = item.mention
            elif Sense.ANAPHOR in item.senses and self._place and _stands_alone(line, item):
                stand_in = Item(item.start, item.end, item.text, _PLACE, self._place)
                line.items[index] = stand_in
                for position in range(item.start, item.end):
                    line.at[position] = stand_in

    def complete(self, scenes: Sequence[Scene]) -> None:
        """Turn "they" into the actor last spoken of."""
        for scene in scenes:
            for item in scene.actors:
                if Sense.PRONOUN in item.senses and item.actor is None and self._actor:
                    item.actor, item.general = self._actor.actor, self._actor.general
                    item.mention = self._actor.mention
            for item in scene.subjects:
                if item.actor is not None or item.mention is not None:
                    self._actor = item


def _is_area(mention: Mention) -> bool:
    return mention.place is not None and mention.place.kind in _AREAS


def _stands_alone(line: Line, item: Item) -> bool:
    """Whether "the city" is said without the name of a city beside it."""
    following = line.after(item)
    if following is not None and (
        Sense.PLACE in following.senses
        or Sense.NOUN in following.senses
        or following.senses.get(Sense.PREPOSITION) == "of"
    ):
        return False
    for position in range(item.start - 1, max(item.start - 4, -1), -1):
        other = line.at[position]
        if other is not None and Sense.DETERMINER in other.senses:
            return other.text.lower() in {"the", "this", "that", "de", "het", "deze", "dit", "die"}
    return False
