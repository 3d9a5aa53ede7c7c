"""What a clause says on who takes, holds, loses or contests which place."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geomap.domain.statements import Effect
from geomap.reading.certainty import is_told
from geomap.reading.clauses import is_verbal
from geomap.reading.deeds import (
    first_of,
    frame_of,
    is_verb_here,
    there,
)
from geomap.reading.drafts import ClaimDraft
from geomap.reading.holding import (
    has_control,
    hold,
    in_hands,
    rule,
    under,
)
from geomap.reading.items import Item
from geomap.reading.losses import drive, fall, fall_noun, leave, leave_noun, lose
from geomap.reading.scenes import Scene
from geomap.reading.settled import is_area
from geomap.reading.strongholds import held_town, is_seat_of_party, passing, seat
from geomap.reading.takings import (
    clear,
    enter,
    follow,
    march_in,
    occupy,
    raise_flag,
    take,
    take_noun,
    win,
)
from geomap.reading.words import Sense


def claims_in(scene: Scene) -> Iterator[ClaimDraft]:
    """Yield what a clause says on control."""
    for item in scene.clause.items:
        if not item.tells:
            continue
        frame = frame_of(scene, item)
        if frame is not None:
            read = _VERBS.get(frame) if is_verb_here(scene, item) else _NOUNS.get(frame)
            if read is not None and is_told(scene, item):
                yield from read(scene, item)
        yield from _holding(scene, item)
    yield from passing(scene)


def _holding(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    if Sense.UNDER in item.senses:
        yield from under(scene, item)
    elif Sense.HANDS in item.senses:
        yield from in_hands(scene, item)
    elif Sense.HELD in item.senses and Sense.VERB not in item.senses:
        yield from held_town(scene, item)
    if item.senses.get(Sense.NOUN) == "control":
        yield from has_control(scene, item)
    if item.senses.get(Sense.NOUN) == "hold" or is_seat_of_party(scene, item):
        yield from seat(scene, item)


def changed(drafts: Sequence[ClaimDraft]) -> list[Item]:
    """The places of which more is told than who holds them; those are what a report is about."""
    return [draft.place for draft in drafts if draft.effect is not Effect.HOLDS]


def _fight(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Fighting inside a place contests it."""
    inside = any(Sense.INSIDE in other.senses for other in scene.clause.items)
    meant = there(scene) if not scene.places and frame_of(scene, item) == "fight" else None
    if meant is not None and is_verb_here(scene, item):
        yield ClaimDraft(Effect.CONTESTS, meant, scene, item, first_of(scene.subjects))
    for place in scene.places:
        if place.preposition != "in" or place.head == "facility" or _is_of_source(scene, place):
            continue
        fights = (
            frame_of(scene, item) in _FIGHTING
            and not is_area(place)
            and not any(
                0 <= place.start - actor.end <= 1 and actor.preposition is not None
                for actor in scene.actors
            )
        )
        if inside or place.head == "part" or fights or _is_scene_of(place, item):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, first_of(scene.subjects))


def _is_of_source(scene: Scene, place: Item) -> bool:
    """As in "volgens het Observatorium in Londen werd er gevochten"."""
    first = scene.clause.items[0]
    if first.text.lower() not in _ACCORDING or first is place:
        return False
    return not any(is_verbal(one) and one.start < place.start for one in scene.clause.items[1:])


_ACCORDING = frozenset({"volgens", "according"})
_FIGHTING = frozenset({"fight", "resist"})


def _is_scene_of(place: Item, item: Item) -> bool:
    """As in "fighting in X", of a town and not of a province."""
    return 0 < place.start - item.end <= _SCENE_WITHIN and not is_area(place)


_SCENE_WITHIN = 3


def _divided(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is divided between A and B"."""
    sides = [actor for actor in scene.actors if actor.start > item.start][:2]
    if len(sides) > 1:
        for place in scene.topics:
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, sides[0], sides[1])


_Reader = Callable[[Scene, Item], Iterator[ClaimDraft]]


_VERBS: Mapping[str, _Reader] = {
    "take": take,
    "retake": take,
    "fall": fall,
    "lose": lose,
    "surrender": lose,
    "drive": drive,
    "leave": leave,
    "withdraw": leave,
    "hold": hold,
    "fight": _fight,
    "raise_flag": raise_flag,
    "occupy": occupy,
    "clear": clear,
    "enter": enter,
    "march": march_in,
    "win": win,
    "resist": _fight,
    "divide": _divided,
    "rule": rule,
    "follow": follow,
}


_NOUNS: Mapping[str, _Reader] = {
    "resist": _fight,
    "take": take_noun,
    "retake": take_noun,
    "fall": fall_noun,
    "withdraw": leave_noun,
    "battle": _fight,
}
