"""In which clause and where the figures of a sentence are."""

from collections.abc import Sequence

from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.clauses.scenes import Scene
from geomap.reading.figures.of_sentence import (
    FigureContext,
    FigureFound,
    figures_of,
    may_have_figures,
)
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words

_FEWEST_BEFORE = 2
_BASED = words("based gevestigd gevestigde")
_SPEAKERS = words(
    "observatory observatorium organisation organization group organisatie netwerk "
    "ministry spokesman spokeswoman spokesperson official officials source sources authorities "
    "government command commander commanders doctor doctors medics hospital office agency activist "
    "activists journalist residents monitor monitors defensie binnenlandse ministerie woordvoerder "
    "woordvoerster functionaris functionarissen bron bronnen autoriteiten regering legerleiding "
    "commandant commandanten arts artsen ziekenhuis activisten inwoners zaken defence defense "
    "headquarters correspondent"
)
"""Before "in Moscow": who tells of what was elsewhere."""


def counted_in(
    line: Line, language: str, dates: Sequence[DateFound], before: FigureFound | None
) -> list[FigureFound]:
    """The figures of a sentence with these dates, behind the one that the report gave last."""
    if not may_have_figures(line.sentence, language):
        return []
    parties = {item.start: item.end for item in line.items if item.actor is not None}
    return figures_of(line.sentence, FigureContext(language, dates, parties, before))


def scene_of(scenes: Sequence[Scene], figure: FigureFound) -> Scene:
    """The clause in which a number stands."""
    for scene in scenes:
        clause, sentence = scene.clause, scene.line.sentence
        if clause.last > clause.first and figure.start < sentence.end_of(clause.last - 1):
            return scene
    return scenes[-1]


def place_of(scene: Scene) -> Item | None:
    """Where the counted were: a place of the clause that it is not only named on the way to.

    Nor one that says where those are who tell it: "the ministry in Moscow said".
    """
    for place in scene.places:
        if place.preposition != "to" and not _is_of_speaker(scene.line, place):
            return place
    return next((place for place in scene.topics if place not in scene.places), None)


def _is_of_speaker(line: Line, place: Item) -> bool:
    lowers = line.sentence.lowers
    if not _BASED.isdisjoint(lowers[place.end : place.end + 2]):
        return True
    if place.start < _FEWEST_BEFORE or lowers[place.start - 1] not in {"in", "of", "van", "uit"}:
        return False
    return lowers[place.start - _FEWEST_BEFORE] in _SPEAKERS
