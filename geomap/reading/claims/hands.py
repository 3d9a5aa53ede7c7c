"""In or out of whose hands a place is, said in passing or of its loss."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.antecedents import lies_in
from geomap.reading.clauses.deeds import actor_after, nearest_before
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told

WHOLE = (None, "control", "hold", "around")
"""Heads that leave the place whole."""


def out_of_hands(scene: Scene, item: Item, owner: Item) -> Iterator[ClaimDraft]:
    """As in "X slipped out of A's control", "X is no longer in A's hands"."""
    if not is_told(scene, item) or actor_after(scene, item) is not None:
        return
    for place in scene.topics:
        if place.head in WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, owner)


def is_from(scene: Scene, owner: Item) -> bool:
    """Whether it is out of somebody's hands: "from the army's grasp", "out of IS control"."""
    position = owner.start - 1
    lowers = scene.line.sentence.lowers
    while position > 0:
        other = scene.line.at[position]
        if other is None or Sense.DETERMINER not in other.senses:
            break
        position -= 1
    return position >= 0 and (
        lowers[position] == "from"
        or (lowers[position] == "of" and position > 0 and lowers[position - 1] == "out")
    )


def described(scene: Scene, item: Item) -> Item | None:
    """The place of "X, the largest city under IS control", which is so whatever the verb says."""
    for position in range(item.start - 1, max(item.start - _DESCRIBED_WITHIN, 0), -1):
        if scene.line.tokens[position].lower in _WITHIN:
            before = scene.line.at[position - 1]
            if before is not None and Sense.LASTING in before.senses and before.start:
                before = scene.line.at[before.start - 1]
            if before is None or before.actor is not None:
                return None
            if before.text == "," and before.start:
                # "X, still in IS hands".
                named = scene.line.at[before.start - 1]
                return named if named is not None and Sense.PLACE in named.senses else None
            if Sense.PLACE in before.senses:
                return before if Sense.ANAPHOR in before.senses else None
            if Sense.SETTLEMENT not in before.senses:
                return None
            is_so = scene.topics and scene.clause.has(Sense.BE)
            return scene.topics[0] if is_so else nearest_before(scene, before)
    return None


_DESCRIBED_WITHIN = 6
_WITHIN = frozenset({"under", "in"})


def named_before(scene: Scene, item: Item) -> Item | None:
    """The X of "X, held by A", and of "X, a town north of Y controlled by A"."""
    place = nearest_before(scene, item)
    if place is None or item.start - place.end > 1 or not lies_in(scene.line, item, place):
        return place
    # Only the town is held; without a name of its own it is unknown.
    for position in range(place.start - 1, max(place.start - _NAMED_WITHIN, 0), -1):
        if scene.line.tokens[position].text == ",":
            named = scene.line.at[position - 1]
            return named if named is not None and Sense.PLACE in named.senses else None
    return None


_NAMED_WITHIN = 9


def of_part(scene: Scene, item: Item) -> bool:
    """Whether only a part of a place is spoken of: "X, apart from districts held by A"."""
    before = scene.line.before(item)
    return scene.language == "en" and before is not None and Sense.QUARTERS in before.senses


def respectively(scene: Scene) -> bool:
    """Whether each of several places has the holder named as the same in number."""
    tokens = scene.line.tokens[scene.clause.first : scene.clause.last]
    return any(token.lower in _EACH for token in tokens)


_EACH = frozenset({"respectievelijk", "respectively"})


def is_of_something(scene: Scene, item: Item) -> bool:
    """As in Dutch "milities die bondgenoten zijn van A": what stands before is no place."""
    before = scene.line.at[item.start - 1] if item.start else item
    of = before is None or Sense.TAIL in before.senses
    return of and item.text.lower() in {"is", "zijn"}


def has_yet_to(scene: Scene, item: Item) -> bool:
    """As in "still has to take X", "still has not left X": that is no having of X."""
    following = scene.line.after(item)
    return following is not None and (
        Sense.PLAN in following.senses
        or Sense.NEGATION in following.senses
        or "n" in forms_of(following)
    )
