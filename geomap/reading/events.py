"""What happened where, with whom, clause by clause."""

from collections.abc import Iterator, Mapping

from geomap.domain.event_kinds import EventKind
from geomap.reading.certainty import is_told
from geomap.reading.claims import frame_of, is_verb_here
from geomap.reading.drafts import EventDraft
from geomap.reading.items import Item
from geomap.reading.scenes import Scene
from geomap.reading.words import Sense

_KINDS: Mapping[str, EventKind] = {
    "battle": EventKind.BATTLE,
    "fight": EventKind.BATTLE,
    "attack": EventKind.BATTLE,
    "offensive": EventKind.OFFENSIVE,
    "air_strike": EventKind.AIR_STRIKE,
    "bomb": EventKind.AIR_STRIKE,
    "shelling": EventKind.SHELLING,
    "shell": EventKind.SHELLING,
    "bombing": EventKind.BOMBING,
    "detonate": EventKind.BOMBING,
    "siege": EventKind.SIEGE,
    "besiege": EventKind.SIEGE,
    "agreement": EventKind.AGREEMENT,
    "surrender": EventKind.SURRENDER,
    "leave": EventKind.WITHDRAWAL,
    "flee": EventKind.DISPLACEMENT,
    "displacement": EventKind.DISPLACEMENT,
    "declaration": EventKind.DECLARATION,
    "leaflets": EventKind.LEAFLETS,
    "attack_on_civilians": EventKind.ATTACK_ON_CIVILIANS,
    "massacre": EventKind.ATTACK_ON_CIVILIANS,
    "arrest": EventKind.ARREST,
}
_PREFERRED = ("on", "in", "of", "against", "from", "near", "for", "to")


def events_in(scene: Scene) -> Iterator[EventDraft]:
    """Yield what a clause says that happened; one for each kind and place."""
    seen: set[tuple[EventKind, int]] = set()
    for item in scene.clause.items:
        kind = _kind(scene, item)
        if kind is None or not is_told(scene, item):
            continue
        place = _place(scene, item)
        key = (kind, place.start if place is not None else -1)
        if key in seen:
            continue
        seen.add(key)
        yield EventDraft(kind, place, scene, item, _actors(scene))


def _kind(scene: Scene, item: Item) -> EventKind | None:
    frame = frame_of(scene, item)
    if frame is None:
        return None
    kind = _KINDS.get(frame)
    if kind is EventKind.SIEGE and _breaks(scene):
        return EventKind.SIEGE_BROKEN
    if frame == "leave" and scene.clause.has(Sense.CIVILIANS):
        return EventKind.DISPLACEMENT
    if kind is EventKind.BATTLE and frame == "attack" and scene.clause.has(Sense.CIVILIANS):
        return EventKind.ATTACK_ON_CIVILIANS
    return kind


def _breaks(scene: Scene) -> bool:
    return any(
        frame_of(scene, other) == "lift" and is_verb_here(scene, other)
        for other in scene.clause.items
    )


def _place(scene: Scene, item: Item) -> Item | None:
    """Where it happened: first what the word itself governs, then any place of the clause."""
    after = [place for place in scene.places if place.start > item.start]
    for place in after:
        if place.governor is item or place.preposition is None:
            return place
    for wanted in _PREFERRED:
        for place in (*after, *scene.places):
            if place.preposition == wanted:
                return place
    return next(iter(scene.places or scene.topics), None)


def _actors(scene: Scene) -> tuple[Item, ...]:
    """Everybody who takes part, in the order of the text."""
    return tuple(dict.fromkeys([*scene.subjects, *scene.actors]))
