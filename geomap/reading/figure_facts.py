"""Whose and where the figures of a sentence are."""

from collections.abc import Sequence

from geomap.domain.statements import Measure
from geomap.reading.figures import FigureFound
from geomap.reading.items import Item, Line
from geomap.reading.scenes import Scene
from geomap.reading.words import Sense

_OF_SOMEBODY = frozenset(
    {
        Measure.FIGHTERS,
        Measure.FOREIGN_FIGHTERS,
        Measure.TERRITORY,
        Measure.TERRITORY_LOST,
        Measure.SHARE_LOST,
        Measure.STRIKES,
        Measure.NAMES_LISTED,
    }
)
"""What always is somebody's: without a name beside the number it is that of the clause."""
_BESIDE = 4
"""How many tokens from its number the party can stand."""


def scene_of(scenes: Sequence[Scene], figure: FigureFound) -> Scene:
    """The clause in which a number stands."""
    for scene in scenes:
        tokens = scene.line.tokens
        if scene.clause.last > scene.clause.first and (
            figure.start < tokens[scene.clause.last - 1].end
        ):
            return scene
    return scenes[-1]


def whose(scene: Scene, figure: FigureFound) -> Item | None:
    """The party whose people or land a figure counts; None for civilians and for nobody."""
    beside = _party_beside(scene, figure)
    if beside is not None:
        return beside
    if figure.measure not in _OF_SOMEBODY:
        return None
    for party in (*scene.subjects, *scene.actors, *_of_sentence(scene.line)):
        return party
    return None


def _party_beside(scene: Scene, figure: FigureFound) -> Item | None:
    """The actor in "92 SDF fighters", "22 members of IS", "156 dead on the Houthi side"."""
    tokens = scene.line.tokens
    start = next((at for at, one in enumerate(tokens) if one.end > figure.start), 0)
    end = next((at for at, one in enumerate(tokens) if one.start >= figure.end), len(tokens))
    for position in range(start, min(end + _BESIDE, scene.clause.last, len(tokens))):
        item = scene.line.at[position]
        if item is None:
            continue
        if Sense.CIVILIANS in item.senses or Sense.PEOPLE in item.senses:
            return None
        if item.actor is not None and item.preposition not in {"by", "with", "from", "to"}:
            return item
        if position >= end and Sense.VERB in item.senses:
            return None
    return None


def _of_sentence(line: Line) -> list[Item]:
    return [item for item in line.items if item.actor is not None]


def place_of(scene: Scene) -> Item | None:
    """Where the counted were: a place of the clause that it is not only named on the way to."""
    for place in scene.places:
        if place.preposition != "to":
            return place
    return scene.topics[0] if scene.topics else None
