"""Parts of a town that stand where a verb has its object: "seized several districts in X"."""

from geomap.reading.clauses.objects import PARTS_OF_TOWNS, is_object_part
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def names_part(scene: Scene, item: Item) -> bool:
    """Whether a part of a town stands where a verb has its object."""
    if scene.language == "nl":
        return any(is_object_part(scene, one) for one in scene.clause.items)
    for position in range(item.end, min(item.end + _PART_WITHIN, len(scene.line.at))):
        other = scene.line.at[position]
        if other is None or other.senses.get(Sense.PREPOSITION) == "loyal":
            # "A handful of districts".
            continue
        if Sense.DETERMINER in other.senses or Sense.DIRECTION in other.senses:
            continue
        if Sense.PREPOSITION in other.senses and Sense.INSIDE not in other.senses:
            return False
        if any(sense in other.senses for sense in PARTS_OF_TOWNS):
            return True
        if is_verbal(other) or Sense.MARK in other.senses:
            return False
    return False


_PART_WITHIN = 6


def takes_several(scene: Scene, item: Item) -> bool:
    """As in "had captured several districts", which need not be of one town."""
    lowers = scene.line.sentence.lowers
    return not _SEVERAL.isdisjoint(lowers[item.end : item.end + _SEVERAL_WITHIN])


_SEVERAL = words("several many numerous dozens more other verscheidene meerdere tientallen andere")
_SEVERAL_WITHIN = 3
