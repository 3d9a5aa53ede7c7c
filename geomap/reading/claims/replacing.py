"""Who comes in the place of another: A replaces B in X, B makes way for A, A patrols X."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.hands import WHOLE
from geomap.reading.clauses.actors import PEACEFUL
from geomap.reading.clauses.deeds import actor_after, agent_of, first_of, is_passive
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

_SURE = 0.7
_NEAR = 4
_HELPERS = PEACEFUL | {"african-union", "nato"}


def replaces(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the army replaced the rebels in X", "in X the rebels made way for the army"."""
    subject, other = first_of(scene.subjects), actor_after(scene, item)
    if is_passive(scene, item):
        other = first_of(scene.governed("by"))
    yields = is_passive(scene, item) or item.end - item.start > 1
    holder, loser = (other, subject) if yields else (subject, other)
    if holder is None or loser is None or holder.actor in _HELPERS or loser.actor in _HELPERS:
        return
    for place in _whereabouts(scene):
        yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser, sure=_SURE)


def _whereabouts(scene: Scene) -> list[Item]:
    return [
        one
        for one in scene.places
        if one.preposition == "in" and one.head is None and not is_area(one)
    ]


def changes_hands(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X changed hands from the rebels to the army"."""
    behind = [one for one in scene.actors if one.start > item.start]
    later = scene.later
    if not behind and later is not None and later.verb is None:
        behind = later.actors
    holder = first_of([one for one in behind if one.preposition == "to"])
    loser = first_of([one for one in behind if one.preposition == "from"])
    for place in scene.topics if holder is not None else ():
        if place.head in WHOLE:
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser)


def patrols(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A fighters now patrol X", "patrolled the streets of X": they have it."""
    holder = agent_of(scene, item)
    if holder is None or holder.actor in _HELPERS or holder not in scene.actors:
        return
    if holder.general and holder.actor == "government" and not scene.clause.has(Sense.LASTING):
        # An army at home says nothing by it.
        return
    places = [
        one
        for one in scene.places
        if 0 <= one.start - item.end <= _NEAR and one.head in {None, "part"} and not is_area(one)
    ]
    if not places and scene.focus is not None and _in_its_streets(scene, item):
        places = [scene.focus]
    for place in places[:1]:
        yield ClaimDraft(Effect.HOLDS, place, scene, item, holder, sure=_SURE)


def _in_its_streets(scene: Scene, item: Item) -> bool:
    behind = scene.line.sentence.lowers[item.end : item.end + _NEAR]
    whose = scene.line.after(item)
    return "streets" in behind and whose is not None and Sense.POSSESSIVE in whose.senses
