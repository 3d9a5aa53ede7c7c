"""What comes from aircraft: by their names, by where it falls from, and how."""

from collections.abc import Sequence

from geomap.reading.clauses.actors import AIRCRAFT
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def from_the_air(scene: Scene) -> bool:
    """Whether aircraft take part, of their own or by the name of whose they are."""
    named = any(
        Sense.AIRCRAFT in item.senses or (item.actor is not None and _names_aircraft(scene, item))
        for item in scene.clause.items
    )
    return named or _says(scene, _SKY)


def _names_aircraft(scene: Scene, item: Item) -> bool:
    """Whether a party goes by its aircraft: "the Syrian air force", "Nederlandse F-16's"."""
    name = scene.line.sentence.lowers[item.start : item.end]
    return not AIRCRAFT.isdisjoint(name) or (name[0] != "f" and "f" in name)


_SKY = words("air sky skies lucht")


def _says(scene: Scene, among: frozenset[str]) -> bool:
    """Whether one of these words stands in the clause, and is no part of a name or phrase."""
    vocabulary = scene.line.sentence.vocabulary
    if among.isdisjoint(vocabulary):
        return False
    lowers, at = scene.line.sentence.lowers, scene.line.at
    return any(
        lowers[position] in among
        and at[position] is None
        and lowers[position - 1] in _BY
        and lowers[max(position - 2, 0)] not in _UP_INTO
        for position in range(max(scene.clause.first, 1), scene.clause.last)
    )


_UP_INTO = words("into in")
"""Where warning shots go: "into the air", "in de lucht"."""
_BY = words("the by de")
"""As in "from the air", and not in "the open-air market"."""


def is_dropped(scene: Scene, clause: Sequence[str]) -> bool:
    """Whether bombs of a report of aircraft fell, and were not laid or carried by anybody."""
    heavy = not HEAVY.isdisjoint(clause)
    return (heavy or scene.cast.flown) and _CARRIED.isdisjoint(scene.line.sentence.vocabulary)


HEAVY = words(
    "heavy heaviest intense fiercest relentless indiscriminate sustained fell fallen falling "
    "rained raining dropped"
)
_CARRIED = words(
    "car suicide truck roadside bomber bombers planted detonated exploded homemade home-made "
    "motorcycle motorbike road vehicle explosive explosives mines vest claimed"
)


def fell(scene: Scene, clause: Sequence[str]) -> bool:
    """Whether Dutch "bommen" came down, and were not laid."""
    dropped = from_the_air(scene) or not _DROPPED.isdisjoint(clause)
    return dropped and _LAID.isdisjoint(clause)


_DROPPED = words(
    "vielen vallen viel gevallen gooide gooiden gooien gegooid wierp wierpen afgeworpen geworpen "
    "uitgegooid neerkwamen neergekomen regende regenden lieten afwierpen afwierp neerwierp dropten"
)
_LAID = words(
    "ontplofte ontploften ontploft ontploffen explodeerde explodeerden geëxplodeerd gelegd "
    "geplaatst verstopt afging afgingen afgegaan aangetroffen gevonden achtergelaten"
)
