"""Names of places that reviewers have taught: found in a text, and taken at their word."""

import re
from collections.abc import Mapping, Sequence

from geomap.domain.reading import Mention, ReadPlace


class TaughtPlaces:
    """Finds taught names in texts. They go before what was recognised in their place."""

    def __init__(self, places: Mapping[str, ReadPlace]) -> None:
        """`places` are what is meant, by the name as it is written."""
        self._places = {name.casefold(): place for name, place in places.items()}
        longest_first = sorted(places, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first))
        self._pattern = re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE) if places else None
        self._capital = {name.casefold() for name in places if name[0].isupper()}

    def among(self, text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of a text with those of taught names among them, in their order.

        A name that was taught with a capital is none without it: Hit is a town, and hit a verb.
        """
        if self._pattern is None:
            return tuple(mentions)
        taught = []
        for found in self._pattern.finditer(text):
            name, key = found[0], found[0].casefold()
            if key in self._capital and name[0].islower():
                continue
            taught.append(Mention(name, *found.span(), self._places[key], 1.0))
        kept = (one for one in mentions if not any(_overlap(one, other) for other in taught))
        same = {(one.start, one.end): one.sense for one in mentions}
        named = (
            Mention(one.text, one.start, one.end, one.place, 1.0, same[one.start, one.end])
            if (one.start, one.end) in same
            else one
            for one in taught
        )
        return tuple(sorted((*kept, *named), key=lambda one: one.start))


def _overlap(one: Mention, other: Mention) -> bool:
    return one.start < other.end and other.start < one.end
