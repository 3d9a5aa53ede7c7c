"""Battles and attacks that are only named: to say when, against whom, or how bad another was."""

from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.retold import points_back
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def is_only_named(scene: Scene, item: Item) -> bool:
    """Whether a noun tells of nothing that is not told elsewhere, or of a whole war."""
    return (
        _is_since_then(scene, item)
        or _is_of_years(scene, item)
        or _is_added_up(scene, item)
        or _is_compared(scene, item)
        or _is_looked_back_on(scene, item)
    )


def _is_compared(scene: Scene, item: Item) -> bool:
    """Whether it only says how bad another was: "in one of the deadliest attacks in years"."""
    before = scene.line.sentence.lowers[
        max(item.start - _COMPARED, scene.clause.first) : item.start
    ]
    if not _OTHERS.isdisjoint(before[-1:]):
        return True
    if _WORST.isdisjoint(before):
        return False
    following = scene.line.sentence.lowers[item.end : item.end + _SINCE_WITHIN]
    return "one" in before or (not _WORST.isdisjoint(before[-2:]) and "since" in following)


_COMPARED = 7
_OTHERS = words("similar previous past earlier such comparable vergelijkbare soortgelijke zulke")
_SINCE_WITHIN = 5
_WORST = words(
    "deadliest worst biggest largest heaviest bloodiest boldest first latest fiercest most "
    "dodelijkste ergste grootste zwaarste bloedigste"
)


def _is_looked_back_on(scene: Scene, item: Item) -> bool:
    """Whether what was told is only put in time: "the raid came after", "hours after the raid"."""
    if scene.language != "en" or not points_back(scene, item):
        return False
    lowers = scene.line.sentence.lowers
    following = lowers[item.end : item.end + 1]
    if not _CAME.isdisjoint(following):
        return True
    before = lowers[max(item.start - 2, 0) : item.start]
    behind = any(place.start >= item.end for place in scene.places)
    if not behind and not _SPOKEN_OF.isdisjoint(before) and not _is_told_on(scene, item):
        return True
    return before[:1] == ("after",) and item.text.lower() in _BLOWS and not behind


def _is_told_on(scene: Scene, item: Item) -> bool:
    """Whether a relative clause tells of it: "condemned the raid that killed 17"."""
    later = scene.later
    relates = later is not None and later.clause.opening is Opening.RELATIVE
    return later is not None and relates and later.clause.first - item.end <= _SINCE_WITHIN


_SPOKEN_OF = words(
    "condemned condemns condemning condemn denounced denounces deplored decried claimed claims "
    "claiming mourned praised welcomed described called investigating blamed discussed criticised "
    "criticized justified celebrated survived witnessed filmed for behind avenge avenged"
)
_CAME = words("came comes follows followed")
_BLOWS = words("attack attacks raid raids assault ambush")


def _is_added_up(scene: Scene, item: Item) -> bool:
    """Whether the dead of a war are counted: "the fighting has killed at least 2,000 people"."""
    lowers = scene.line.sentence.lowers[item.end : scene.clause.last]
    near = scene.line.at[item.end : min(item.end + _HAS_WITHIN, scene.clause.last)]
    has = any(one is not None and Sense.HAVE in one.senses for one in near)
    return (has and not _COUNTED.isdisjoint(lowers)) or not _COST.isdisjoint(lowers)


_HAS_WITHIN = 5
"""Tokens between "fighting in X" and "has killed"."""
_COUNTED = words("killed left driven displaced gedood verdreven")
_COST = words("levens gekost")


def _is_since_then(scene: Scene, item: Item) -> bool:
    """Whether a battle only says when: "before the assault", "since the start of the invasion"."""
    lowers = scene.line.sentence.lowers
    first = max(item.start - _BACK, scene.clause.first - 1, 0)
    for position in range(item.start - 1, first - 1, -1):
        word = lowers[position]
        if word in _BEFORE:
            return not _is_dated_after(scene, item)
        if word == "voor":
            # "Voor de slag om X", and not "verantwoordelijk voor de aanval", "het startsein voor".
            return _STARTED.isdisjoint(lowers)
        other = scene.line.at[position]
        if other is not None and not _is_within_phrase(other):
            return False
        if other is not None and scene.language == "nl" and Sense.CALENDAR in other.senses:
            # "Sinds februari een offensief" dates it.
            return False
    return False


def _is_dated_after(scene: Scene, item: Item) -> bool:
    """Whether a verb or a date of its own follows: "since the offensive began", "op 27 mei"."""
    later = (one for one in scene.clause.items if one.start > item.start)
    if any(is_verbal(one) or Sense.CALENDAR in one.senses for one in later):
        return True
    following = scene.line.sentence.lowers[item.end : scene.clause.last]
    return any(word[0].isdigit() for word in following)


_BACK = 6
_BEFORE = words("before until since despite sinds voordat voorafgaand vóór ondanks tot")
_STARTED = words("verantwoordelijk verantwoordelijkheid schuldig startsein startschot sein")


def _is_within_phrase(other: Item) -> bool:
    """Whether a word can stand between "since" and the battle that it names."""
    return (
        Sense.DETERMINER in other.senses
        or Sense.CALENDAR in other.senses
        or Sense.ADJECTIVE in other.senses
        or other.senses.get(Sense.PREPOSITION) == "of"
        or other.text.lower() in {"start", "begin"}
    )


def _is_of_years(scene: Scene, item: Item) -> bool:
    """Whether "the fight against IS" names the whole war, and no place of its own."""
    following = scene.line.after(item)
    if following is None or following.senses.get(Sense.PREPOSITION) != "against":
        return False
    return item.text.lower() in _WARS and not any(
        place.preposition in {"in", "near", "for", "on"} for place in scene.places
    )


_WARS = words("fight war strijd oorlog gevecht")
