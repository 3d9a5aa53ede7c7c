"""For whom it was a loss: "the fall of X was a blow to A", "een klap voor A"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.hands import WHOLE
from geomap.reading.clauses.deeds import places_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words

_BLOWS = words(
    "blow setback setbacks defeat reverse reversal humiliation embarrassment disaster catastrophe "
    "klap slag tegenslag nederlaag tegenvaller dreun opdoffer vernedering afgang aderlating"
)
_WITHIN = 6


def struck_by(scene: Scene, item: Item) -> Item | None:
    """Who lost most by what a noun tells: behind "blow to", "setback for"."""
    lowers = scene.line.sentence.lowers
    if _BLOWS.isdisjoint(scene.line.sentence.vocabulary):
        return None
    for one in scene.actors:
        if one.start < item.end or one.preposition not in {"to", "for", "near"}:
            continue
        if not _BLOWS.isdisjoint(lowers[max(one.start - _WITHIN, item.end) : one.start]):
            return one
    return None


def lost_by(scene: Scene, item: Item, loser: Item) -> Iterator[ClaimDraft]:
    """Claims that who was struck lost the places behind a noun, to another if one is named."""
    gained = [one for one in scene.governed("to", "by") if one.start > item.start]
    holder = next((one for one in gained if one is not loser), None)
    effect = Effect.LOSES if holder is None else Effect.TAKES
    for place in places_of(scene, item):
        if place.head in WHOLE:
            yield ClaimDraft(effect, place, scene, item, holder, loser, 0.8)
