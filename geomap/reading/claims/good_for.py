"""For whom a capture or a fall was good: "the recapture of X is a victory for A"."""

from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_GOOD = words(
    "victory win success triumph boost breakthrough achievement coup "
    "overwinning zege succes triomf opsteker doorbraak mijlpaal prestatie overwinningen"
)
_MAYBE = words("would could might may will can if zou zouden kan kunnen zal zullen als")
_FOR = frozenset({"voor", "for", "to"})
_PREPOSITIONS = frozenset({"near", "for", "to"})
_ARTICLES = (Sense.DETERMINER, Sense.ADJECTIVE)


def good_for(scene: Scene) -> Item | None:
    """The A of "is a victory for A", of whom the deed was then."""
    said = words_of(scene)
    if _GOOD.isdisjoint(said) or not _MAYBE.isdisjoint(said):
        return None
    for actor in scene.actors:
        if actor.preposition in _PREPOSITIONS and _is_behind(scene, actor):
            return actor
    return None


def _is_behind(scene: Scene, actor: Item) -> bool:
    """Whether "a great victory for" stands right before a party."""
    lowers, at = scene.line.sentence.lowers, scene.line.at
    position = actor.start - 1
    while position > scene.clause.first:
        other = at[position]
        if other is None or not any(sense in other.senses for sense in _ARTICLES):
            break
        position -= 1
    before = lowers[max(position - _WITHIN, scene.clause.first) : position]
    return lowers[position] in _FOR and not _GOOD.isdisjoint(before)


_WITHIN = 3
