"""Who did what another helped him to do: "air strikes helped the Kurds retake X"."""

from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words

_HELP = words(
    "help helps helped helping let lets letting allow allows allowed allowing enable enables "
    "enabled enabling helpt helpen hielp hielpen"
)


def helped(scene: Scene, item: Item) -> Item | None:
    """The Kurds of "helped the Kurds retake X", "allowing the Kurds to take X"."""
    sentence = scene.line.sentence
    if sentence.vocabulary.isdisjoint(_HELP) or "b" not in forms_of(item):
        return None
    for position in range(item.start - 1, scene.clause.first - 1, -1):
        if sentence.lowers[position] in _HELP:
            behind = (one for one in scene.actors if position < one.start < item.start)
            return next((one for one in behind if one.preposition in {None, "of"}), None)
    return None
