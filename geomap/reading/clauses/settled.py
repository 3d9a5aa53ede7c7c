"""Which places can be held, which are areas, and which act themselves."""

from collections.abc import Mapping

from geomap.reading.language.items import Item, Line, is_government
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

_AREAS = frozenset({"country", "continent", "river", "lake", "sea"})


def is_settled(item: Item) -> bool:
    """Whether a place can be held: not a country, and not a government's seat that acts."""
    mention = item.mention
    if mention is None or item.seat or is_government(mention):
        return False
    place = mention.place
    if place is None:
        return True
    # "The Horn of Africa" lies in no one country; "Kurdistan" has held itself.
    worldwide = place.kind == "region" and not place.country and place.name != "Kurdistan"
    return place.kind not in _AREAS and not worldwide


def is_area(item: Item) -> bool:
    """Whether a place is a province or larger, in which fighting says little of who holds it."""
    place = item.mention.place if item.mention is not None else None
    return place is not None and place.kind in _WIDE


_WIDE = frozenset({"country", "governorate", "region", "river", "lake", "mountain"})


def acts(item: Item) -> bool:
    """Whether the name of a country or capital can stand for who governs there."""
    mention = item.mention
    if mention is None or mention.place is None:
        return False
    return is_government(mention) or mention.place.kind == "country"


def says_city(item: Item) -> bool:
    """Whether a word for a place means a large town alone: Dutch "de miljoenenstad"."""
    return item.text.lower() in _GREAT


_GREAT = frozenset({"miljoenenstad", "metropool", "wereldstad", "metropolis"})


def is_city(mention: Mention) -> bool:
    """Whether a name is that of a large town."""
    return mention.place is not None and mention.place.kind in {"city", "capital"}


def tell_it(line: Line, place: Item) -> None:
    """Take the "het" before the name of a town, which has no article, for the one who acts."""
    before = line.before(place)
    if before is None or place.mention is None:
        return
    if before.text.lower() in _STATES:
        _tell_state(before, place)
    if before.text.lower() != "het":
        return
    where = place.mention.place
    if Sense.DETERMINER in before.senses and where is not None and where.kind in _TOWNS:
        before.senses = _IT


def _tell_state(before: Item, place: Item) -> None:
    """Take "staat" before the name of a province for what it is: "in de staat Borno"."""
    where = place.mention.place if place.mention is not None else None
    if where is not None and where.kind in _PROVINCES:
        before.senses, before.actor, before.general = _PROVINCE, None, False


_STATES = frozenset({"staat", "deelstaat", "state"})
_PROVINCES = frozenset({"governorate", "region", "district"})
_PROVINCE: Mapping[str, str] = {Sense.SETTLEMENT: Sense.SETTLEMENT}
_TOWNS = frozenset({"city", "town", "village", "populated_place"})
_IT: Mapping[str, str] = {Sense.PRONOUN: ""}


def join_home(line: Line, place: Item) -> None:
    """Tell an army by the country behind it: "troepen uit Tsjaad", "soldiers from Chad"."""
    source = line.before(place)
    if source is None or source.text.lower() not in {"uit", "from"} or not acts(place):
        return
    army = line.before(source)
    if army is not None and _is_left(line, army):
        return
    if army is not None and army.general and army.actor == "government" and army.mention is None:
        army.mention, place.mention, place.senses = place.mention, None, {}


def _is_left(line: Line, army: Item) -> bool:
    """Whether a country is left: "the withdrawal of the foreign troops from Afghanistan"."""
    for one in line.items:
        if one.start >= army.start:
            return False
        verb = one.senses.get(Sense.VERB, "").partition(":")[0]
        if one.senses.get(Sense.NOUN) in _LEAVING or verb in _LEAVING:
            return True
    return False


_LEAVING = frozenset({"withdraw", "leave", "drive"})


_SITES = frozenset(
    {"dam", "oil_field", "refinery", "air_base", "airport", "military_base", "border_crossing"}
)


def is_site(item: Item) -> bool:
    """Whether "the oilfield of X" names the site itself."""
    place = item.mention.place if item.mention is not None else None
    return place is not None and place.kind in _SITES


def names_area(item: Item, following: Item) -> bool:
    """Whether "Nineveh province" names the province itself."""
    place = item.mention.place if item.mention is not None else None
    return (
        place is not None
        and following.text.lower() in _WORDS_OF_AREA
        and place.kind in {"governorate", "region", "district"}
    )


_WORDS_OF_AREA = frozenset(
    {"province", "governorate", "region", "state", "oblast", "district", "provincie", "regio"}
)


def stands_for_actor(line: Line, item: Item) -> bool:
    """Whether a word is "they", or the "its" of "its capture of" and "in its hands"."""
    if Sense.PRONOUN in item.senses:
        following = line.after(item)
        return following is None or following.senses.get(Sense.PREPOSITION) != "of"
    if Sense.TAIL in item.senses:
        previous = line.before(item)
        return previous is not None and Sense.POSSESSIVE in previous.senses
    if Sense.POSSESSIVE not in item.senses:
        return False
    following = line.after(item)
    return following is not None and (
        Sense.HANDS in following.senses or following.senses.get(Sense.NOUN) in _OWNED
    )


_OWNED = frozenset({"take", "lose", "withdraw", "hold"})
