"""Who leaves which place, and to whom."""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.coming_back import had_before
from geomap.reading.claims.forced_out import forced_out, is_counted
from geomap.reading.claims.handovers import handed_over_in
from geomap.reading.claims.hands import WHOLE
from geomap.reading.claims.losses import is_left
from geomap.reading.claims.parts import last_held
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import first_of, is_passive, objects_of
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.nearly import is_almost


def leave(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A withdrew from X"."""
    left = [place for place in scene.places if place.preposition == "from" or is_left(place, item)]
    passive = is_passive(scene, item)
    # "Zijn uit X vertrokken", "were pulled out of X": who goes is the subject.
    goes = not passive or (left and not scene.governed("by"))
    loser = first_of(scene.subjects if goes else scene.governed("by"))
    forced = forced_out(scene, item)
    loser = forced.loser if forced is not None else loser
    if loser is None and passive and scene.language == "en":
        yield from _was_left(scene, item)
    if loser is None or is_counted(scene, loser):
        return
    left = (
        left
        or last_held(scene, item)
        or _scene_set(scene)
        or (had_before(scene) if _withdraws(item) else [])
    )
    found = left or (scene.topics if passive else objects_of(scene, item))
    if not found and scene.language == "nl" and not _THEIR.isdisjoint(words_of(scene)):
        # "Hebben hun posities in X verlaten."
        found = [place for place in handed_over_in(scene) if place.head is None]
    heir = _left_to(scene, found)
    heir = forced.winner if forced is not None else heir
    almost = is_almost(scene, item)
    for place in found:
        if almost and place.head in WHOLE and not is_area(place):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, heir, loser, 0.8)
        elif place.head in WHOLE and heir is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, heir, loser)
        elif place.head in WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def _was_left(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X was left to IS"."""
    heir = _left_to(scene, [])
    for place in scene.topics if heir is not None else ():
        if place.head in WHOLE and 0 <= (heir.start if heir else 0) - item.end <= _HEIR_WITHIN:
            yield ClaimDraft(Effect.TAKES, place, scene, item, heir)


_HEIR_WITHIN = 4


_THEIR = frozenset({"hun", "zijn", "haar"})


def _withdraws(item: Item) -> bool:
    """Whether a verb needs no place to say that somebody went: "took X but withdrew"."""
    frame, _, form = item.senses.get(Sense.VERB, "").partition(":")
    return frame == "withdraw" and "g" not in form


def _left_to(scene: Scene, places: Sequence[Item]) -> Item | None:
    """Who has what another left: "abandoned X to the army"."""
    last = max((place.end for place in places), default=0)
    lowers, later = scene.line.sentence.lowers, scene.later
    if later is not None and later.verb is not None and later.verb.text == "leaving":
        # "Withdrew from X, leaving it to the army."
        return first_of(later.governed("to"))
    heirs = [
        one
        for one in scene.governed("to")
        if one.start > last and "to" in lowers[one.start - 2 : one.start]
    ]
    return first_of(heirs) if scene.language == "en" else None


def _scene_set(scene: Scene) -> list[Item]:
    """The X of "In X, shops burned after the army left"."""
    if scene.places or scene.clause.opening is not Opening.SUBORDINATE:
        return []
    first = scene
    while first.former is not None:
        first = first.former
    items = first.clause.items
    if len(items) > 1 and items[0].start == 0 and items[1].preposition == "in":
        return [one for one in items[1:2] if one in first.places and not is_area(one)]
    return []
