"""Who loses which place, by the noun that says it: "the army's withdrawal from X"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.handovers import admitted_by
from geomap.reading.claims.hands import WHOLE
from geomap.reading.claims.setbacks import lost_by, struck_by
from geomap.reading.clauses.deeds import agent_of, first_of, owner_of, places_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def leave_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the army's withdrawal from X"."""
    loser = owner_of(scene, item) or first_of(scene.governed("of", "by"))
    if loser is None or Sense.POSSESSIVE in loser.senses:
        ended = not _COMPLETED.isdisjoint(scene.line.sentence.lowers[: item.start])
        loser = agent_of(scene, item) if ended and scene.language == "en" else None
    left = [place for place in scene.places if place.preposition == "from"]
    for place in left if loser is not None else ():
        if place.head in WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


_COMPLETED = frozenset({"completed", "finished", "completes"})


def _loss_admitted(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "Oekraïne bevestigt het verlies van X"."""
    loser = admitted_by(scene)
    for place in places_of(scene, item) if loser is not None else ():
        if place.head in WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def lose_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the loss of X to A", "the army's loss of X"."""
    struck = struck_by(scene, item)
    if struck is not None:
        yield from lost_by(scene, item, struck)
        return
    if scene.language != "en":
        yield from _loss_admitted(scene, item)
        return
    holder = first_of([one for one in scene.governed("to") if one.start > item.start])
    loser = owner_of(scene, item) or first_of(scene.governed("by"))
    if loser is not None and Sense.POSSESSIVE in loser.senses:
        loser = None
    effect = Effect.LOSES if holder is None else Effect.TAKES
    for place in places_of(scene, item) if holder or loser else ():
        if place.head in WHOLE:
            yield ClaimDraft(effect, place, scene, item, holder, loser, 0.8)


def drive_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the expulsion of IS from X by the army"."""
    loser = first_of([one for one in scene.governed("of") if one.governor is item])
    holder = first_of(scene.governed("by")) or owner_of(scene, item)
    if loser is None or holder is loser:
        return
    effect = Effect.LOSES if holder is None else Effect.TAKES
    for place in scene.places:
        if place.preposition == "from" and place.head in WHOLE:
            yield ClaimDraft(effect, place, scene, item, holder, loser, 0.8)
