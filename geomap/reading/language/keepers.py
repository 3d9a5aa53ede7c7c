"""Words that say whose a place is before its name: "IS-held Raqqa", "the IS stronghold X"."""

from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def keeps(line: Line, other: Item) -> bool:
    """Whether somebody only says whose a place is: "IS-held Raqqa", "the IS stronghold X"."""
    if other.actor is None and Sense.ADJECTIVE not in other.senses:
        return False
    if says_who_lives_there(line, other):
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


def says_who_lives_there(line: Line, people: Item) -> bool:
    """As in "the mainly Kurdish town of X", "the Kurdish town of X", which others may hold."""
    following = line.after(people)
    if people.actor is None or following is None or Sense.SETTLEMENT not in following.senses:
        return False
    before = line.tokens[people.start - 1].lower if people.start else ""
    return before in _MOSTLY or line.tokens[people.end - 1].lower in _PEOPLES


_MOSTLY = words(
    "mainly mostly predominantly largely majority overwhelmingly "
    "overwegend voornamelijk hoofdzakelijk grotendeels merendeels vooral"
)
_PEOPLES = words("kurdish koerdische koerdisch tuareg toeareg druze druzische")


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


def is_rid_of(line: Line, fighters: Item) -> bool:
    """Whether "fighters from" ends with where they were driven from: "cleared IS fighters from X".

    The lexicon takes it for whose they are: "fighters from IS".
    """
    party = line.before(fighters) if fighters.senses[Sense.PREPOSITION] == "loyal" else None
    if party is None or party.actor is None or line.tokens[fighters.end - 1].lower != "from":
        return False
    for position in range(party.start - 1, max(party.start - _RID_WITHIN, 0) - 1, -1):
        verb = line.at[position]
        if verb is not None and Sense.VERB in verb.senses:
            return verb.senses[Sense.VERB].partition(":")[0] in _RIDDING
    return False


_RID_WITHIN = 5
_RIDDING = frozenset({"drive", "retake", "clear", "take", "defeat"})


def is_area_held(line: Line, area: Item) -> bool:
    """Whether "area" or "part" is what somebody holds of a place: "an IS-held part of X"."""
    before = line.before(area)
    held = before is not None and Sense.HELD in before.senses
    return held and area.text.lower() in _AREAS


_AREAS = frozenset({"area", "areas", "part", "parts", "territory", "side", "section", "zone"})


def is_home(item: Item, other: Item) -> bool:
    """Whether a place is where men are from; "troops from Chad" are Chad's."""
    place = item.mention.place if item.mention is not None else None
    country = place is not None and place.kind == "country"
    return Sense.PLACE in item.senses and not (country and other.text.lower() in _SERVING)


_SERVING = frozenset({"soldiers", "troops", "forces", "units"})
