"""The end of somebody's rule in a place: "IS rule in X is over", "broke the rebels' grip on X"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.strongholds import owner_before
from geomap.reading.clauses.deeds import agent_of, frame_of, is_passive
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told


def rule_ended(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who lost the place over which somebody's rule, grip or occupation is said to have ended."""
    place = scene.line.after(item)
    while place is not None and not _PASSED.isdisjoint(place.senses):
        place = scene.line.after(place)
    loser = owner_before(scene, item)
    if place is None or place not in scene.places or is_area(place) or place.head == "part":
        return
    if loser is None or (loser.actor is None and Sense.ADJECTIVE not in loser.senses):
        return
    ending = _ending(scene, item)
    if ending is None or not is_told(scene, ending):
        return
    holder = None
    if ending.start < item.start and frame_of(scene, ending) and not is_passive(scene, ending):
        holder = agent_of(scene, ending)
    holder = None if holder is loser else holder
    effect = Effect.LOSES if holder is None else Effect.TAKES
    yield ClaimDraft(effect, place, scene, item, holder, loser, sure=0.8)


_PASSED = frozenset({Sense.PREPOSITION, Sense.DETERMINER, Sense.SETTLEMENT})


def _ending(scene: Scene, item: Item) -> Item | None:
    """The word that says that it is over, before or behind it."""
    for one in scene.clause.items:
        if one is not item and one.text.lower() in _ENDS and not _governs(scene, one):
            return one
        if Sense.ENDED in one.senses:
            return one
    return None


def _governs(scene: Scene, word: Item) -> bool:
    """Whether "over" is no predicate, as in "control over X"."""
    before = scene.line.before(word)
    return word.text == "over" and (before is None or Sense.BE not in before.senses)


_ENDS = words("ended ends ending end broke broken breaking over shattered crushed toppled")
