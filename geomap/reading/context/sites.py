"""Districts, camps, bases and other sites that are told of again as "the base", "het kamp"."""

from geomap.reading.context.pronouns import stands_alone
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

STANDING_IN = frozenset({Sense.ANAPHOR, Sense.PRONOUN, Sense.SEAT})
_OF_SITES = STANDING_IN | {Sense.SETTLEMENT, Sense.FACILITY, Sense.QUARTERS}
_SORTS = {
    "district": "district",
    "neighbourhood": "district",
    "camp": "camp",
    "air_base": "base",
    "military_base": "base",
    "airport": "airport",
    "dam": "dam",
    "refinery": "refinery",
    "oil_field": "oil_field",
    "border_crossing": "crossing",
}
"""Kinds of places by the sort of word that means one of them."""
_WORDS = {
    "district": words("district distrikt neighbourhood neighborhood quarter wijk buurt"),
    "camp": words("camp kamp vluchtelingenkamp"),
    "base": words("base airbase basis legerbasis luchtmachtbasis vliegbasis"),
    "airport": words("airport airfield vliegveld luchthaven"),
    "dam": words("dam stuwdam"),
    "refinery": words("refinery raffinaderij"),
    "oil_field": words("oilfield field olieveld"),
    "crossing": words("crossing grensovergang grenspost"),
}
_SORT_OF_WORD = {word: sort for sort, found in _WORDS.items() for word in found}


class Sites:
    """The sites that a report has named, the last of each sort."""

    def __init__(self) -> None:
        """None is known at first."""
        self._last: dict[str, Mention] = {}
        self.senses = STANDING_IN
        """Of the words that can stand for a place: those of sites, once one is known."""

    def note(self, mention: Mention) -> None:
        """Remember a site that is named."""
        sort = _SORTS.get(mention.place.kind) if mention.place is not None else None
        if sort is not None:
            self._last[sort] = mention
            self.senses = _OF_SITES

    def meant(self, line: Line, item: Item) -> Mention | None:
        """The site that "the base" or "het kamp" means."""
        word = item.text.lower().rpartition(" ")[2]
        sort = _SORT_OF_WORD.get(word)
        if sort is None or sort not in self._last or Sense.PLACE in item.senses:
            return None
        return self._last[sort] if stands_alone(line, item) else None
