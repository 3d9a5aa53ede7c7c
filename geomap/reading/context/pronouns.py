"""Words that stand for the place last told of, and whom "its army" can mean."""

from collections.abc import Mapping

from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import acts, is_city, says_city, stands_for_actor
from geomap.reading.language.items import Item, Line, is_government
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention


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


_OF_PLACES = frozenset({"win", "take", "retake", "lose", "hold", "occupy", "enter"})


def _before_number(line: Line, part: Item) -> Item | None:
    """The verb before "most of" or "about 90% of"."""
    position = part.start - 1
    while position > 0 and (
        line.tokens[position].text[0].isdigit() or line.tokens[position].lower in _ROUGHLY
    ):
        position -= 1
    return line.at[position] if position >= 0 else None


_ROUGHLY = frozenset(
    {"about", "some", "nearly", "almost", "around", "more", "less", "than", "over", "of"}
)


def is_told_of(line: Line, item: Item) -> bool:
    """Whether "it" is the place that came into other hands: "until it was captured", "it fell"."""
    if item.text.lower() != "it":
        return False
    verb, passive = line.after(item), False
    while verb is not None and (Sense.BE in verb.senses or Sense.HAVE in verb.senses):
        passive = passive or Sense.BE in verb.senses
        verb = line.at[verb.end] if verb.end < len(line.at) else None
    if verb is not None and verb.senses.get(Sense.VERB, "").startswith("fall:"):
        return True
    return passive and _changes_hands(line, verb.start if verb is not None else item.end + 1)


def says_where(line: Line, place: Item) -> bool:
    """As in "X, a town south of Y", of which only X can be "it"."""
    before = line.before(place)
    return before is not None and before.senses.get(Sense.PREPOSITION) == "near"


def _changes_hands(line: Line, at: int) -> bool:
    """Whether the first word that counts from a token on is "captured by" or "in hands"."""
    for position in range(at, min(at + _STATED_WITHIN, len(line.at))):
        other = line.at[position]
        if other is None or Sense.DETERMINER in other.senses:
            continue
        frame, _, form = other.senses.get(Sense.VERB, "").partition(":")
        if frame:
            return frame in _OF_PLACES and "n" in form
        if Sense.HANDS in other.senses or Sense.UNDER in other.senses:
            return True
        if Sense.PREPOSITION not in other.senses:
            return False
    return False


_STATED_WITHIN = 5


def acts_in(line: Line, item: Item) -> bool:
    """Whether a state does something: "Rwanda denies it", "What has Turkey got?"."""
    if item.mention is None or not acts(item):
        return False
    before, after = line.before(item), line.after(item)
    governed = before is not None and Sense.PREPOSITION in before.senses
    named = is_government(item.mention) or line.tokens[-1].text == "?"
    return named and not governed and not (after is not None and after.text == "-")


def is_only_where(item: Item) -> bool:
    """Whether a country is where something is, and nobody: "in neighbouring Syria, it took"."""
    return item.actor is None and item.preposition in {"in", "near"}


def state_of(cast: Cast, actor: Item | None) -> Item | None:
    """An actor that is a state, whose army "its army" is."""
    if actor is None or actor.general:
        return None
    return actor if actor.actor is None or actor.actor in cast.governments else None


def official_before(scene: Scene, item: Item) -> Item | None:
    """The government for which somebody speaks: "the army command says that its men"."""
    for other in scene.line.items:
        if other.start >= item.start:
            break
        if Sense.OFFICIAL in other.senses:
            senses = {Sense.GENERAL: _GOVERNMENT}
            return Item(other.start, other.end, other.text, senses, None, _GOVERNMENT, general=True)
    return None


_GOVERNMENT = "government"


def points_back(line: Line, item: Item) -> bool:
    """As in Dutch "die stad", which is the one last named."""
    return item.start > 0 and line.tokens[item.start - 1].lower in {"die", "dat"}


def stands_alone(line: Line, item: Item) -> bool:
    """Whether "the city" is said without the name of a city beside it."""
    following = line.after(item)
    if any(token.text[0].isupper() for token in line.tokens[item.end : item.end + 1]) and (
        following is None
    ):
        # The name of a town that no gazetteer has.
        return False
    if following is not None and (
        Sense.PLACE in following.senses
        or Sense.NOUN in following.senses
        or (following.senses.get(Sense.PREPOSITION) == "of" and not _is_theirs(line, following))
    ):
        return False
    before = line.before(item)
    if before is not None and before.actor is not None:
        # "The last IS stronghold in the province" is none that was spoken of.
        return False
    for position in range(item.start - 1, max(item.start - _BACK, -1), -1):
        other = line.at[position]
        lower = line.tokens[position].lower
        if lower in _GENITIVES or lower in _ONE_OF_MANY:
            return False
        if other is not None and Sense.DETERMINER in other.senses:
            return other.text.lower() in _DEFINITE
    return False


def named_behind(line: Line, item: Item) -> Mention | None:
    """The place that stands behind "the capital" as an aside: "from the capital, Mogadishu, in"."""
    comma = line.after(item)
    name = line.after(comma) if comma is not None and comma.text == "," else None
    if name is None or Sense.PLACE not in name.senses or name.start != item.end + 1:
        return None
    ends = name.end >= len(line.tokens) or line.tokens[name.end].text in _ENDS
    return name.mention if ends else None


_ENDS = frozenset({",", ".", ")"})


def _is_theirs(line: Line, of: Item) -> bool:
    """As in Dutch "was de stad van hen"."""
    after = line.after(of)
    return after is not None and after.text.lower() in {"hen", "ons", "hem"}


_DEFINITE = frozenset({"the", "this", "that", "its", "de", "het", "deze", "dit", "die", "zijn"})
_GENITIVES = frozenset({"'s", "’s"})
_ONE_OF_MANY = words(
    "biggest largest greatest smallest richest poorest nearest third fourth fifth sixth only "
    "grootste belangrijkste kleinste derde vierde vijfde zesde zevende enige dichtstbijzijnde"
)
"""Before "town": which of many it is, and not the one spoken of."""
_BACK = 6
"""How many tokens before "city" its article can stand."""


def means_several(line: Line, item: Item, count: int) -> bool:
    """Whether "the towns" or "both villages" are those that were listed, `count` of them."""
    lowers = line.sentence.lowers
    if item.text.lower() not in TOWNS or item.mention is not None or count < _TWO or not item.start:
        return False
    at = item.start - 1
    number = _NUMBERS.get(lowers[at], count)
    if lowers[at] in _NUMBERS and lowers[at] != "both":
        at -= 1
    article = at >= 0 and lowers[at] in _THOSE
    return article and number == count and not _are_others(line, item)


def _are_others(line: Line, item: Item) -> bool:
    """Whether what follows says that other towns are meant: "the villages around it"."""
    following = line.tokens[item.end : item.end + 2]
    if not following or following[0].lower in _GO_ELSEWHERE:
        return bool(following)
    if following[0].text == ",":
        # "The towns, A and B, lie".
        return following[-1].text[0].isupper()
    when = line.at[item.end + 1] if item.end + 1 < len(line.at) else None
    dated = following[-1].text[0].isdigit() or (when is not None and Sense.CALENDAR in when.senses)
    return following[0].lower in {"in", "on"} and not dated


TOWNS = frozenset({"towns", "villages", "cities", "settlements", "districts", "communities"})
_TWO = 2
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_THOSE = frozenset({"the", "these", "those", "both"})
_GO_ELSEWHERE = frozenset(
    (
        *("of", "around", "near", "along", "that", "which", "where", "north", "south", "still"),
        *("east", "west", "outside", "it", "they", "between", "and"),
    )
)


def refers_back(scene: Scene, item: Item) -> bool:
    """Whether a word means somebody spoken of before: "they", "their troops"."""
    if item.actor is None and stands_for_actor(scene.line, item):
        return True
    if not item.general or item.mention is not None:
        return False
    previous = scene.line.before(item)
    return previous is not None and Sense.POSSESSIVE in previous.senses


def own_army(scene: Scene, item: Item) -> Item | None:
    """Whose army a state speaks of: "the Russian ministry says that the army has taken X"."""
    former = scene.former
    if not item.general or item.actor != "government" or item.mention is not None or former is None:
        return None
    said = scene.clause.opening is Opening.SUBORDINATE and former.clause.has(Sense.SAID)
    speaker = former.subjects[0] if said and former.subjects else None
    if speaker is None or speaker.general or speaker.actor not in scene.cast.governments:
        return None
    return speaker


def of_its_size(
    item: Item, meant: Mention | None, city: Mention | None, called: Mapping[str, Mention]
) -> Mention | None:
    """The place that a word means: a large town, a village or an enclave, where it says so."""
    if meant is None:
        return None
    if says_city(item) and not is_city(meant):
        return city or meant
    word = item.text.lower()
    if word in _VILLAGES:
        return called.get(_VILLAGE, meant) if is_city(meant) else meant
    return called.get(word, meant)


def called(line: Line, item: Item) -> str | None:
    """As what a place is named, where few are: "the village of X", "de enclave X"."""
    kind = line.before(item)
    if kind is not None and kind.senses.get(Sense.PREPOSITION) == "of":
        kind = line.before(kind)
    word = kind.text.lower() if kind is not None else ""
    return _VILLAGE if word in _VILLAGES else word if word in _FEW_OF_A_KIND else None


_VILLAGE = "village"
_FEW_OF_A_KIND = frozenset({"enclave", "port", "oasis", "oase", "port city", "havenstad"})


_VILLAGES = frozenset({"village", "hamlet", "dorp", "dorpje", "gehucht"})


def fronted(scene: Scene, item: Item) -> Item | None:
    """The army of "With X under their control, the army moves on", which is named only then."""
    if scene.former is not None or scene.line.tokens[0].lower not in {"with", "met", "now"}:
        return None
    later = scene.later.subjects if scene.later is not None else []
    behind = [one for one in (*scene.subjects, *later) if one.start > item.start]
    return next((one for one in behind if Sense.POSSESSIVE not in one.senses), None)


def is_side(line: Line, item: Item) -> bool:
    """Whether a word means a half of a town: Dutch "het oostelijke stadsdeel"."""
    direction = line.before(item)
    return (
        item.text.lower() in _SIDES
        and direction is not None
        and Sense.DIRECTION in direction.senses
    )


_SIDES = words("stadsdeel stadsgedeelte stadshelft")
