"""What happened where, with whom, clause by clause."""

from collections.abc import Callable, Iterator, Mapping

from geomap.domain.event_kinds import EventKind
from geomap.reading.certainty import is_almost, is_told
from geomap.reading.deeds import frame_of, is_verb_here
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
    "strike": EventKind.AIR_STRIKE,
    "shelling": EventKind.SHELLING,
    "shell": EventKind.SHELLING,
    "bombing": EventKind.BOMBING,
    "detonate": EventKind.BOMBING,
    "siege": EventKind.SIEGE,
    "besiege": EventKind.SIEGE,
    "relieve": EventKind.SIEGE_BROKEN,
    "agreement": EventKind.AGREEMENT,
    "truce": EventKind.AGREEMENT,
    "operation": EventKind.OFFENSIVE,
    "surrender": EventKind.SURRENDER,
    "leave": EventKind.WITHDRAWAL,
    "withdraw": EventKind.WITHDRAWAL,
    "flee": EventKind.DISPLACEMENT,
    "displacement": EventKind.DISPLACEMENT,
    "declare": EventKind.DECLARATION,
    "declaration": EventKind.DECLARATION,
    "leaflets": EventKind.LEAFLETS,
    "attack_on_civilians": EventKind.ATTACK_ON_CIVILIANS,
    "massacre": EventKind.ATTACK_ON_CIVILIANS,
    "arrest": EventKind.ARREST,
    "kill": EventKind.ATTACK_ON_CIVILIANS,
}
_PLAIN = frozenset(
    {
        EventKind.AIR_STRIKE,
        EventKind.BOMBING,
        EventKind.SHELLING,
        EventKind.LEAFLETS,
        EventKind.SIEGE,
        EventKind.SIEGE_BROKEN,
    }
)
"""Kinds whose words tell of nothing else, whoever is or is not named."""
_PREFERRED = ("on", "off", "in", "of", "against", "from", "near", "for")


def events_in(scene: Scene) -> Iterator[EventDraft]:
    """Yield what a clause says that happened; one for each kind and place."""
    seen: set[tuple[EventKind, int]] = set()
    for item in scene.clause.items:
        if not item.tells:
            continue
        kind = _kind(scene, item)
        if kind is None or not is_told(scene, item):
            continue
        if not (
            scene.cast.armed
            or scene.actors
            or scene.subjects
            or kind in _PLAIN
            or _is_plain(scene, item)
        ):
            continue
        for place in _places(scene, item, kind):
            key = (kind, place.start if place is not None else -1)
            if key not in seen:
                seen.add(key)
                yield EventDraft(kind, place, scene, item, _actors(scene, item))


def _is_plain(scene: Scene, item: Item) -> bool:
    return frame_of(scene, item) in {"truce", "offensive"}


def _kind(scene: Scene, item: Item) -> EventKind | None:
    frame = frame_of(scene, item)
    kind = _KINDS.get(frame) if frame is not None else None
    if kind is None or frame is None:
        return None
    sort = _SORTERS.get(frame)
    return sort(scene, item, kind) if sort is not None else kind


def _leaving(scene: Scene, item: Item, kind: EventKind) -> EventKind | None:
    """Armed parties withdraw, other people are displaced, of persons nothing is told."""
    if _are_people(scene, item):
        return EventKind.DISPLACEMENT
    armed = scene.subjects or [one for one in scene.actors if one.preposition in {"of", "by"}]
    if not armed:
        return None
    if frame_of(scene, item) == "leave" and not (scene.places or scene.topics):
        return None
    return kind


def _fleeing(scene: Scene, item: Item, kind: EventKind) -> EventKind | None:
    return EventKind.WITHDRAWAL if scene.subjects and not _are_people(scene, item) else kind


def _are_people(scene: Scene, item: Item) -> bool:
    """Whether it is people without arms who go; they stand nearer to the verb than an actor."""
    people = [one.start for one in scene.clause.items if Sense.PEOPLE in one.senses]
    if not people:
        return False
    own = [one.start for one in scene.subjects if one in scene.actors]
    return not own or min(abs(item.start - one) for one in people) < min(
        abs(item.start - one) for one in own
    )


def _attacking(scene: Scene, _item: Item, kind: EventKind) -> EventKind | None:
    return EventKind.ATTACK_ON_CIVILIANS if scene.clause.has(Sense.CIVILIANS) else kind


def _killing(scene: Scene, item: Item, kind: EventKind) -> EventKind | None:
    """An armed party kills people without arms; a bomb that does is told of by its own word."""
    if not scene.clause.has(Sense.CIVILIANS):
        return None
    armed = scene.subjects or scene.governed("by")
    others = {frame_of(scene, other) for other in scene.clause.items if other is not item}
    return kind if armed and not others & _WEAPONS else None


_WEAPONS = frozenset({"air_strike", "shelling", "bombing", "bomb", "shell", "strike", "detonate"})


def _striking(scene: Scene, _item: Item, kind: EventKind) -> EventKind | None:
    """Aircraft and armies strike, and so do earthquakes."""
    aircraft = scene.clause.has(Sense.AIRCRAFT)
    return kind if aircraft or scene.subjects else None


def _besieging(scene: Scene, item: Item, kind: EventKind) -> EventKind | None:
    broken = any(
        frame_of(scene, other) == "lift" and is_verb_here(scene, other)
        for other in scene.clause.items
    )
    if broken:
        return EventKind.SIEGE_BROKEN
    return None if is_almost(scene, item) else kind


def _agreeing(scene: Scene, item: Item, kind: EventKind) -> EventKind | None:
    """An agreement was made when it is said so, or when something came after or under it."""
    if scene.clause.has(Sense.CONCLUDED):
        return kind
    before = (scene.line.at[at] for at in (item.start - 1, item.start - 2) if at >= 0)
    rests_on = any(
        other is not None and other.senses.get(Sense.PREPOSITION) == "about" for other in before
    )
    return kind if rests_on else None


def _declaring(scene: Scene, _item: Item, kind: EventKind) -> EventKind | None:
    return kind if scene.clause.has(Sense.DECLARABLE) else None


_Sorter = Callable[[Scene, Item, EventKind], EventKind | None]
_SORTERS: Mapping[str, _Sorter] = {
    "leave": _leaving,
    "withdraw": _leaving,
    "flee": _fleeing,
    "attack": _attacking,
    "siege": _besieging,
    "besiege": _besieging,
    "kill": _killing,
    "strike": _striking,
    "agreement": _agreeing,
    "truce": _agreeing,
    "declare": _declaring,
}


def _places(scene: Scene, item: Item, kind: EventKind) -> list[Item] | list[None]:
    """Where it happened: what the word itself governs, then any place of the clause."""
    first = _place(scene, item, kind) or _place_before(scene)
    if first is None:
        return [None]
    listed = [
        place
        for place in scene.places
        if place.start > first.start
        and place.preposition == first.preposition
        and place.governor is first.governor
        and _is_sibling(scene, first, place)
    ]
    return [first, *listed]


def _place_before(scene: Scene) -> Item | None:
    """A place that the sentence has named before as where it plays."""
    former = scene.former
    while former is not None:
        for place in former.places:
            if place.preposition in {"in", "near", "on"}:
                return place
        former = former.former
    return None


def _is_sibling(scene: Scene, first: Item, place: Item) -> bool:
    """Whether only names, commas and "and" stand between two places."""
    for position in range(first.end, place.start):
        other = scene.line.at[position]
        if other is None or not (
            Sense.PLACE in other.senses
            or Sense.MARK in other.senses
            or Sense.CONJUNCTION in other.senses
        ):
            return False
    return True


def _place(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """The first place, by how closely it belongs to the word."""
    places = scene.places
    if kind in {EventKind.WITHDRAWAL, EventKind.DISPLACEMENT}:
        left_from = {"from", None} if kind is EventKind.WITHDRAWAL else {"from", "in", None}
        places = [place for place in places if place.preposition in left_from]
        left = [place for place in places if place.preposition == "from"]
        if left:
            return left[0]
    after = [place for place in places if place.start > item.start]
    for place in after:
        if place.governor is item or place.preposition is None:
            return place
    for wanted in _PREFERRED:
        for place in (*after, *places):
            if place.preposition == wanted:
                return place
    return next(iter(places or scene.topics), None)


def _actors(scene: Scene, item: Item) -> tuple[Item, ...]:
    """Everybody who takes part, in the order of the text."""
    whose = [
        other
        for other in scene.clause.items
        if Sense.ADJECTIVE in other.senses and 0 <= item.start - other.end <= 1
    ]
    return tuple(dict.fromkeys([*whose, *scene.subjects, *scene.actors]))
