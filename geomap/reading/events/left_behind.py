"""Words of leaving that tell of no departure: planned ones, what is left, who fled before."""

from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def is_announced(scene: Scene, item: Item) -> bool:
    """Whether a withdrawal has only been made known: "announced the withdrawal of"."""
    clause = scene.clause
    said = scene.line.sentence.lowers[clause.first : clause.last]
    return Sense.NOUN in item.senses and (
        not _ANNOUNCED.isdisjoint(said) or is_to_come(scene, item)
    )


def is_to_come(scene: Scene, item: Item) -> bool:
    """Whether it is only what was agreed on or asked for: "a deal for the evacuation of"."""
    if Sense.NOUN not in item.senses or scene.language != "en":
        return False
    lowers = scene.line.sentence.lowers
    before = lowers[max(item.start - 3, scene.clause.first) : item.start]
    return "for" in before[-2:] and "exchange" not in before


def leaves_behind(scene: Scene, item: Item) -> bool:
    """Whether "left" says how something was then: "a battle that left 1,000 civilians dead"."""
    if scene.language != "en" or item.text.lower() not in _LEFT:
        return False
    following = scene.line.sentence.lowers[item.end : scene.clause.last]
    return not _HOW_LEFT.isdisjoint(following)


_LEFT = frozenset({"left", "leaves", "leaving", "leave"})
_HOW_LEFT = frozenset(
    (
        *("dead", "wounded", "injured", "ruins", "rubble", "trapped", "stranded", "behind"),
        *("exposed", "isolated", "unguarded", "vulnerable", "destroyed", "littered", "cut"),
        *("homeless", "hungry", "empty", "intact", "unburied"),
    )
)


def are_they(scene: Scene, item: Item) -> bool:
    """Whether "the displaced" are those who fled before: "a camp for displaced people"."""
    if item.text.lower() == "fleeing":
        return _flees_before_noun(scene, item)
    if item.text.lower() != "displaced":
        return False
    before = scene.line.before(item)
    if before is not None and (Sense.BE in before.senses or Sense.HAVE in before.senses):
        return False
    lowers = scene.line.sentence.lowers
    named = lowers[item.end : item.end + 1]
    article = lowers[max(item.start - 1, 0) : item.start]
    return not _THEM.isdisjoint(named) or "the" in article


def _flees_before_noun(scene: Scene, item: Item) -> bool:
    """Whether "fleeing" only says who is meant: "ten of the fleeing attackers"."""
    before, after = scene.line.before(item), scene.line.after(item)
    article = before is not None and Sense.DETERMINER in before.senses
    following = scene.line.sentence.lowers[item.end : item.end + 1]
    named = (after is not None and after.actor is not None) or not _ATTACKERS.isdisjoint(following)
    return article and named


_ATTACKERS = frozenset({"attackers", "assailants", "gunmen", "fighters", "militants", "soldiers"})
_THEM = frozenset({"people", "persons", "families", "residents", "civilians", "villagers"})


_ANNOUNCED = frozenset(
    {"announced", "announcing", "announces", "aankondigde", "aankondigden", "aangekondigd"}
)


def are_left(scene: Scene, item: Item) -> bool:
    """Whether those are meant who stay: "fewer than 1,000 are left"."""
    before = scene.line.before(item)
    return item.text.lower() == "left" and before is not None and Sense.BE in before.senses
