"""Who takes, loses or contests which place, clause by clause."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geomap.domain.statements import Effect
from geomap.reading.certainty import is_almost, is_told
from geomap.reading.clauses import Opening
from geomap.reading.deeds import (
    actor_after,
    agent_of,
    first_of,
    frame_of,
    is_passive,
    is_verb_here,
    objects_of,
    owner_of,
    places_of,
)
from geomap.reading.drafts import ClaimDraft
from geomap.reading.holding import (
    NOT_ITSELF,
    has_control,
    hold,
    in_hands,
    is_seat_of_party,
    passing,
    seat,
    under,
)
from geomap.reading.items import Item
from geomap.reading.scenes import Scene, is_area
from geomap.reading.words import Sense

_WHOLE = (None, "control", "hold")
"""Heads that leave the place whole."""


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
    if item.senses.get(Sense.NOUN) == "control":
        yield from has_control(scene, item)
    if item.senses.get(Sense.NOUN) == "hold" or is_seat_of_party(scene, item):
        yield from seat(scene, item)


def changed(drafts: Sequence[ClaimDraft]) -> list[Item]:
    """The places of which more is told than who holds them; those are what a report is about."""
    return [draft.place for draft in drafts if draft.effect is not Effect.HOLDS]


def _taken(
    scene: Scene, item: Item, places: Sequence[Item], holder: Item | None, loser: Item | None
) -> Iterator[ClaimDraft]:
    """Claims that a holder took places, or fights for what it took a part of."""
    if holder is None:
        return
    almost = is_almost(scene, item)
    for place in places:
        if place.head in NOT_ITSELF:
            continue
        effect = Effect.CONTESTS if almost or place.head == "part" else Effect.TAKES
        yield ClaimDraft(effect, place, scene, item, holder, loser or place.kept_by)


def _take(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    loser = first_of(scene.governed("from", "off", "against"))
    if is_passive(scene, item):
        holder = first_of(scene.governed("by")) or _declarer(scene, item)
        yield from _taken(scene, item, scene.topics, holder, loser)
        return
    places = objects_of(scene, item)
    declared = _declared(scene, item) if not places else None
    if declared is not None:
        yield from _taken(scene, item, [declared], _declarer(scene, item), loser)
        return
    cleared = first_of([one for one in scene.governed("of") if one.start > item.start])
    yield from _taken(scene, item, places, agent_of(scene, item), loser or cleared)


def _occupy(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who occupied a place took it; who occupies it holds it."""
    form = item.senses.get(Sense.VERB, "").partition(":")[2]
    lasts = set(form) & {"s", "b"} or scene.clause.has(Sense.LASTING)
    yield from hold(scene, item) if lasts else _take(scene, item)


def _enter(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who has entered a place fights for it."""
    agent = agent_of(scene, item)
    places = [
        place
        for place in scene.places
        if place.preposition in {None, "in"}
        and (scene.language == "nl" or place.start > item.start)
    ]
    if agent is not None and places and places[0].head != "facility":
        yield ClaimDraft(Effect.CONTESTS, places[0], scene, item, agent, sure=0.7)


def _declared(scene: Scene, item: Item) -> Item | None:
    """The place in "declared X liberated"."""
    if not scene.clause.has(Sense.SAID):
        return None
    before = [place for place in scene.places if 0 <= item.start - place.end <= 1]
    if scene.clause.opening is Opening.RELATIVE:
        before = before or scene.topics
    return first_of(before)


def _march_in(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who marches into a place without a word of fighting has taken it."""
    for draft in _enter(scene, item):
        if draft.place.head is None:
            draft.effect = Effect.TAKES
        yield draft


def _declarer(scene: Scene, item: Item) -> Item | None:
    """Who says that a place was freed or retaken has it: "the army declared X liberated"."""
    if scene.clause.has(Sense.SAID):
        return agent_of(scene, item) or _official(scene)
    if frame_of(scene, item) != "retake":
        return None
    for near in (scene.earlier, scene.later):
        if near is not None and near.clause.has(Sense.SAID):
            own = [one for one in near.subjects if one in near.actors]
            return first_of(own) or first_of(near.actors) or _official(near)
    return None


def _official(scene: Scene) -> Item | None:
    """A president or ministry, which speaks for the government of the country."""
    return next((one for one in scene.clause.items if Sense.OFFICIAL in one.senses), None)


def _take_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    places = places_of(scene, item)
    loser = first_of(scene.governed("from", "off"))
    holder = first_of([one for one in scene.governed("by") if one.start > item.start])
    owner = owner_of(scene, item)
    yield from _taken(scene, item, places, holder or owner or agent_of(scene, item), loser)


def _fall(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    receiver = _receiver(scene)
    places = [place for place in scene.topics if place.head in _WHOLE]
    yield from _fell(scene, item, places, receiver)


def _fall_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    yield from _fell(scene, item, places_of(scene, item), _receiver(scene))


def _receiver(scene: Scene) -> Item | None:
    if any(Sense.UNDER in other.senses for other in scene.clause.items):
        under = (one for one in scene.clause.items if Sense.UNDER in one.senses)
        return next((actor_after(scene, one) for one in under), None)
    if any(Sense.HANDS in other.senses for other in scene.clause.items):
        return first_of(scene.governed("to", "by", "of"))
    return first_of(scene.governed("to", "by"))


def _fell(
    scene: Scene, item: Item, places: Sequence[Item], receiver: Item | None
) -> Iterator[ClaimDraft]:
    almost = is_almost(scene, item)
    for place in places:
        loser = place.kept_by
        if almost:
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, receiver, loser)
        elif receiver is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, receiver, loser)
        elif loser is not None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)


def _lose(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    holder = first_of(scene.governed("to")) or _after_to(scene, item)
    passive = is_passive(scene, item)
    loser = first_of(scene.governed("by")) if passive else agent_of(scene, item)
    for place in scene.topics if passive else objects_of(scene, item):
        if place.head not in _WHOLE:
            continue
        if holder is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser)
        elif loser is not None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)


def _after_to(scene: Scene, item: Item) -> Item | None:
    """As in "handed over to a unit of the army"."""
    for other in scene.clause.items:
        if other.start >= item.end and other.senses.get(Sense.PREPOSITION) == "to":
            after = actor_after(scene, other)
            return after if after is not None and after.start - other.end <= _TO_WITHIN else None
    return None


_TO_WITHIN = 6


def _win(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "won the battle for X"."""
    if not any(other.senses.get(Sense.NOUN) == "battle" for other in scene.clause.items):
        yield from _take(scene, item)
        return
    places = [place for place in scene.places if place.preposition in {"on", "for", "of"}]
    yield from _taken(scene, item, places, agent_of(scene, item), None)


def _drive(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A drove B out of X", "B was driven from X by A"."""
    places = [place for place in scene.places if place.preposition == "from"]
    passive = is_passive(scene, item)
    if passive:
        holder, loser = first_of(scene.governed("by")), first_of(scene.subjects)
    else:
        holder = agent_of(scene, item)
        loser = first_of(
            [one for one in scene.actors if one.preposition is None and one is not holder]
        )
    if loser is None:
        return
    for place in places:
        if place.head not in _WHOLE:
            continue
        if holder is None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)
        else:
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser)


def _leave(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    passive = is_passive(scene, item)
    loser = first_of(scene.governed("by") if passive else scene.subjects)
    if loser is None:
        return
    left = [
        place
        for place in scene.places
        if place.preposition == "from" or (place.preposition == "of" and place.governor is item)
    ]
    for place in left or (scene.topics if passive else objects_of(scene, item)):
        if place.head in _WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def _leave_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the army's withdrawal from X"."""
    loser = owner_of(scene, item) or first_of(scene.governed("of", "by"))
    if loser is not None and Sense.POSSESSIVE in loser.senses:
        return
    left = [place for place in scene.places if place.preposition == "from"]
    for place in left if loser is not None else ():
        if place.head in _WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def _flag(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who raises a flag over a place has taken it."""
    if not any(other.senses.get(Sense.NOUN) == "flag" for other in scene.clause.items):
        return
    places = [place for place in scene.places if place.preposition in {"in", "on", "near"}]
    if not places and scene.earlier is not None:
        places = scene.earlier.places
    holder = agent_of(scene, item)
    if holder is not None and places and places[0].head != "facility":
        yield ClaimDraft(Effect.TAKES, places[0], scene, item, holder)


def _fight(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Fighting inside a place contests it."""
    inside = any(Sense.INSIDE in other.senses for other in scene.clause.items)
    for place in scene.places:
        if place.preposition != "in" or place.head == "facility":
            continue
        fights = (
            frame_of(scene, item) in _FIGHTING
            and not is_area(place)
            and not any(0 <= place.start - actor.end <= 1 for actor in scene.actors)
        )
        if inside or place.head == "part" or fights or _is_scene_of(place, item):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, first_of(scene.subjects))


_FIGHTING = frozenset({"fight", "resist"})


def _is_scene_of(place: Item, item: Item) -> bool:
    """As in "fighting in X", of a town and not of a province."""
    return 0 < place.start - item.end <= _SCENE_WITHIN and not is_area(place)


_SCENE_WITHIN = 3


def _clear(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "wiped out the last pockets of IS in X": then X is taken."""
    if scene.clause.has(Sense.COMPLETING):
        places = [place for place in scene.places if place.preposition == "in"]
        yield from _taken(
            scene, item, places, agent_of(scene, item), first_of(scene.governed("of"))
        )


_Reader = Callable[[Scene, Item], Iterator[ClaimDraft]]
_VERBS: Mapping[str, _Reader] = {
    "take": _take,
    "retake": _take,
    "fall": _fall,
    "lose": _lose,
    "drive": _drive,
    "leave": _leave,
    "withdraw": _leave,
    "hold": hold,
    "fight": _fight,
    "raise_flag": _flag,
    "occupy": _occupy,
    "clear": _clear,
    "enter": _enter,
    "march": _march_in,
    "win": _win,
    "resist": _fight,
}
_NOUNS: Mapping[str, _Reader] = {
    "resist": _fight,
    "take": _take_noun,
    "retake": _take_noun,
    "fall": _fall_noun,
    "withdraw": _leave_noun,
    "battle": _fight,
}
