"""To whom a place fell, and that it fell to nobody who is named."""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.good_for import good_for
from geomap.reading.claims.hands import WHOLE
from geomap.reading.claims.proclaimed import claimed_by
from geomap.reading.claims.setbacks import lost_by, struck_by
from geomap.reading.claims.strongholds import owner_before
from geomap.reading.claims.takings import INFERRED
from geomap.reading.clauses.beginnings import with_a_deed
from geomap.reading.clauses.deeds import (
    actor_after,
    first_of,
    places_of,
)
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.nearly import is_almost


def fall(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X fell to A"."""
    if scene.language == "nl" and forms_of(item) == "d" and _is_below(scene):
        # "De stad die nog onder controle van IS viel."
        return
    receiver = _receiver(scene)
    listed = [place for place in scene.listed if place not in scene.topics]
    places = [place for place in scene.topics + listed if place.head in WHOLE]
    places = places or _named_aside(scene)
    loser = _for_whom(scene) if receiver is None else None
    if loser is not None:
        for place in places:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)
        return
    yield from _fell(scene, item, places, receiver)


def _named_aside(scene: Scene) -> list[Item]:
    """The X of "the last stronghold of IS, X, fell", which stands between commas."""
    former, opener = scene.former, scene.clause.opener
    if former is None or opener is None or former.verb is not None or not former.places:
        return []
    last = former.places[-1]
    comma = scene.line.before(last)
    aside = opener.text == "," and last.end == opener.start
    return [last] if aside and comma is not None and comma.text == "," else []


def _is_below(scene: Scene) -> bool:
    """Whether Dutch "vallen" only says under whom a place is: "valt onder de controle van"."""
    lowers = scene.line.sentence.lowers
    return any(
        "onder" in lowers[max(one.start - _BELOW_WITHIN, 0) : one.end]
        for one in scene.clause.items
        if Sense.UNDER in one.senses or Sense.HANDS in one.senses
    )


_BELOW_WITHIN = 3


def _for_whom(scene: Scene) -> Item | None:
    """Who lost it in Dutch "X ging verloren voor IS"."""
    if not any(one.text.lower() == "verloren" for one in scene.clause.items):
        return None
    for one in scene.governed("near"):
        before = scene.line.at[one.start - 1] if one.start else None
        if before is not None and Sense.DETERMINER in before.senses and before.start:
            before = scene.line.at[before.start - 1]
        if before is not None and before.text.lower() == "voor":
            return one
    return None


def fall_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the fall of X to A"."""
    struck = struck_by(scene, item)
    if struck is not None:
        yield from lost_by(scene, item, struck)
        return
    receiver = _receiver(scene) or _who_gains(scene) or good_for(scene)
    for draft in _fell(scene, item, places_of(scene, item), receiver):
        if not draft.inferred:
            yield draft


def _who_gains(scene: Scene) -> Item | None:
    """The A of "With the fall of X on Sunday, A now controls Y"."""
    later = scene.later
    if later is None or later.verb is None or not with_a_deed(scene.clause.items):
        return None
    gains = later.verb.senses.get(Sense.VERB, "").partition(":")[0] in _GAINS
    return first_of(later.subjects) if gains or Sense.HAVE in later.verb.senses else None


_GAINS = frozenset({"hold", "take", "retake"})


def _receiver(scene: Scene) -> Item | None:
    if scene.clause.has(Sense.UNDER):
        under = (one for one in scene.clause.items if Sense.UNDER in one.senses)
        return next((actor_after(scene, one) for one in under), None)
    hands = next((one for one in scene.clause.items if Sense.HANDS in one.senses), None)
    if hands is not None:
        return first_of(scene.governed("to", "by", "of")) or _whose_hands(scene, hands)
    if _is_ending(scene):
        # "Met de val van X kwam een eind aan het bewind van A."
        return None
    return first_of(scene.governed("to", "by"))


def _whose_hands(scene: Scene, hands: Item) -> Item | None:
    """As in "fell into Russian hands", "viel in Russische handen"."""
    owner = owner_before(scene, hands)
    named = owner is not None and (owner.actor is not None or Sense.ADJECTIVE in owner.senses)
    return owner if named else None


def _is_ending(scene: Scene) -> bool:
    tokens = scene.line.tokens[scene.clause.first : scene.clause.last]
    return any(token.lower in _ENDS for token in tokens)


_ENDS = frozenset({"eind", "einde", "end"})


def _fell(
    scene: Scene, item: Item, places: Sequence[Item], receiver: Item | None
) -> Iterator[ClaimDraft]:
    almost = is_almost(scene, item)
    # "X fell, the last town of A": one place, named twice.
    places = list({id(place.mention or place): place for place in reversed(places)}.values())[::-1]
    receiver = receiver or (claimed_by(scene) if not almost else None)
    for place in places:
        loser = place.kept_by
        if almost:
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, receiver, loser)
        elif receiver is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, receiver, loser)
        elif loser is not None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)
        else:
            yield ClaimDraft(Effect.TAKES, place, scene, item, inferred=True, sure=INFERRED)
