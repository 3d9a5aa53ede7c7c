"""Dutch clauses that leave out the verb of the one before: "X is van A, Y van B"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

_PASSING = frozenset({"lose", "fall", "surrender", "cede"})
_SURE = 0.8


def goes_on_without_verb(scene: Scene) -> Iterator[ClaimDraft]:
    """Yield who has or took the places of a clause without a verb, as the one before tells."""
    former = scene.former
    if scene.language != "nl" or scene.verb is not None or former is None or not scene.places:
        return
    if scene.clause.opening is not Opening.GOES_ON or len(scene.actors) != 1:
        return
    holder, first = scene.actors[0], scene.places[0]
    effect = _effect(former, holder)
    if effect is None or first.start != scene.clause.first or first.start > holder.start:
        return
    for place in scene.places:
        if place.preposition is None and place.head is None:
            yield ClaimDraft(effect, place, scene, holder, holder, sure=_SURE)


def _effect(former: Scene, holder: Item) -> Effect | None:
    """What the clause before says of a party behind the same preposition."""
    if former.clause.has(Sense.NEGATION) or former.clause.has(Sense.PLAN):
        return None
    if holder.preposition == "to":
        passes = any(frame_of(former, one) in _PASSING for one in former.clause.telling)
        return Effect.TAKES if passes and former.governed("to") else None
    if holder.preposition not in {"of", "under"}:
        return None
    had = former.clause.has(Sense.UNDER) or former.clause.has(Sense.HANDS)
    return Effect.HOLDS if had else None
