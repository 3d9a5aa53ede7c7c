"""Whether something is only nearly so: "has all but fallen", "grotendeels van het leger"."""

from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of, is_verbal
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def is_almost(scene: Scene, item: Item) -> bool:
    """Whether it is nearly so ("has all but fallen", "grotendeels van het leger")."""
    if item.text.lower() in _MOSTLY:
        return True
    if Sense.ALMOST not in scene.clause.senses:
        return False
    # A Dutch participle stands at the end: "heeft bijna de hele stad X ingenomen".
    ahead = 2 * _NEAR
    if scene.language == "nl":
        ahead = _LATE if "n" in forms_of(item) else _NEAR
    return any(
        Sense.ALMOST in other.senses
        and _concerns(scene, other, item)
        and -_behind(scene, other) <= item.start - other.start <= ahead
        for other in scene.clause.items
    )


def _behind(scene: Scene, almost: Item) -> int:
    """How far behind a verb "almost" can stand: English only before "all of the city"."""
    if scene.language == "nl":
        return _NEAR
    after = scene.line.after(almost)
    whole = after is not None and (Sense.WHOLE in after.senses or Sense.PART in after.senses)
    return _NEAR if whole else 0


_MOSTLY = frozenset({"grotendeels", "mostly", "largely"})


def _concerns(scene: Scene, almost: Item, item: Item) -> bool:
    """Whether "almost" is said of a deed and not of something else ("almost without a fight")."""
    after = scene.line.after(almost)
    if after is not None and Sense.MARK in after.senses:
        # "Beheerst X bijna."
        before = scene.line.before(almost)
        return before is not None and (before is item or Sense.PLACE in before.senses)
    return after is not None and (
        after is item or any(sense in after.senses for sense in _WHOLES) or is_verbal(after)
    )


_WHOLES = (
    Sense.WHOLE,
    Sense.PART,
    Sense.UNDER,
    Sense.HANDS,
    Sense.PLACE,
    Sense.DETERMINER,
    Sense.SETTLEMENT,
    Sense.ALMOST,
)
_NEAR = 4
_LATE = 7
