"""Who takes, holds, loses or contests which place, clause by clause."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from geomap.domain.statements import Effect
from geomap.reading.certainty import is_almost, is_told
from geomap.reading.clauses import Opening
from geomap.reading.drafts import ClaimDraft
from geomap.reading.items import Item
from geomap.reading.scenes import Scene, is_area, is_settled
from geomap.reading.words import Sense

_WHOLE = (None, "control", "hold")
"""Heads that leave the place whole."""
_NOT_ITSELF = frozenset({"facility", "former"})
"""Heads that make it another place, or another time."""


def claims_in(scene: Scene) -> Iterator[ClaimDraft]:
    """Yield what a clause says on control."""
    for item in scene.clause.items:
        frame = frame_of(scene, item)
        if frame is not None:
            read = _VERBS.get(frame) if is_verb_here(scene, item) else _NOUNS.get(frame)
            if read is not None and is_told(scene, item):
                yield from read(scene, item)
        if Sense.UNDER in item.senses:
            yield from _under(scene, item)
        elif Sense.HANDS in item.senses:
            yield from _in_hands(scene, item)
        if item.senses.get(Sense.NOUN) == "hold":
            yield from _seat(scene, item)
    yield from _passing(scene)


def changed(drafts: Sequence[ClaimDraft]) -> list[Item]:
    """The places of which more is told than who holds them; those are what a report is about."""
    return [draft.place for draft in drafts if draft.effect is not Effect.HOLDS]


def frame_of(scene: Scene, item: Item) -> str | None:
    """What sort of deed a word tells of."""
    senses = item.senses
    value = senses.get(Sense.VERB)
    if value is not None and is_verb_here(scene, item):
        return value.partition(":")[0]
    if Sense.PARTED in senses:
        return _parted(scene, item)
    return senses.get(Sense.NOUN)


def _parted(scene: Scene, item: Item) -> str | None:
    """The frame of a verb whose particle stands further on in its clause."""
    tokens = scene.line.tokens
    for choice in item.senses[Sense.PARTED].split("|"):
        frame, _, particle = choice.split(":")
        for position in range(item.end, scene.clause.last):
            if tokens[position].lower == particle and _ends_phrase(scene, position):
                return frame
    return None


def _ends_phrase(scene: Scene, position: int) -> bool:
    """Whether a particle stands alone, and does not govern what follows."""
    if position + 1 >= scene.clause.last:
        return True
    following = scene.line.at[position + 1]
    return following is not None and (
        Sense.CONJUNCTION in following.senses
        or Sense.PREPOSITION in following.senses
        or Sense.MARK in following.senses
    )


def is_verb_here(scene: Scene, item: Item) -> bool:
    """Whether a word that can be both is a verb where it stands."""
    if Sense.NOUN not in item.senses:
        return True
    if Sense.VERB not in item.senses:
        return False
    following = scene.line.after(item)
    if following is not None and following.senses.get(Sense.PREPOSITION) == "of":
        return False
    for position in (item.start - 1, item.start - 2):
        previous = scene.line.at[position] if position >= 0 else None
        if previous is None:
            continue
        if Sense.DETERMINER in previous.senses or Sense.POSSESSIVE in previous.senses:
            return False
        return previous.senses.get(Sense.PREPOSITION, "to") == "to" or position != item.start - 1
    return True


def _is_passive(scene: Scene, item: Item) -> bool:
    """Whether the subject of a verb is what it was done to."""
    form = item.senses.get(Sense.VERB, "").partition(":")[2]
    if "n" not in form:
        return False
    auxiliary = _auxiliary(scene, item)
    if auxiliary is not None:
        return auxiliary is Sense.BE
    if "d" not in form and scene.language == "en":
        return True
    return scene.language == "en" and any(
        actor.start > item.start for actor in scene.governed("by")
    )


def _auxiliary(scene: Scene, item: Item) -> Sense | None:
    """The auxiliary of a participle, the nearest one counting."""
    found: Sense | None = None
    for other in scene.clause.items:
        if scene.language == "en" and other.start >= item.start:
            break
        if Sense.BE in other.senses:
            found = Sense.BE
        elif Sense.HAVE in other.senses and found is None:
            found = Sense.HAVE
    return found


def objects_of(scene: Scene, item: Item) -> list[Item]:
    """The places that a verb acts on; in a relative clause the one that it tells about."""
    found = [
        place
        for place in scene.places
        if place.preposition is None and (scene.language == "nl" or place.start > item.start)
    ]
    if scene.listed and not any(place.head is None for place in found):
        return scene.listed
    if found or scene.clause.opening is not Opening.RELATIVE:
        return found
    if scene.topics or scene.earlier is None:
        return scene.topics
    return scene.earlier.topics if scene.earlier.clause.has(Sense.BE) else []


def _first(items: Sequence[Item]) -> Item | None:
    return items[0] if items else None


def _agents(scene: Scene, item: Item) -> Item | None:
    """Who does it in an active clause."""
    return _first([one for one in scene.subjects if one is not item])


def _taken(
    scene: Scene, item: Item, places: Sequence[Item], holder: Item | None, loser: Item | None
) -> Iterator[ClaimDraft]:
    """Claims that a holder took places, or fights for what it took a part of."""
    if holder is None:
        return
    almost = is_almost(scene, item)
    for place in places:
        if place.head in _NOT_ITSELF:
            continue
        effect = Effect.CONTESTS if almost or place.head == "part" else Effect.TAKES
        yield ClaimDraft(effect, place, scene, item, holder, loser or place.kept_by)


def _take(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    loser = _first(scene.governed("from", "off", "against"))
    if _is_passive(scene, item):
        holder = _first(scene.governed("by")) or _declarer(scene, item)
        yield from _taken(scene, item, scene.topics, holder, loser)
        return
    places = objects_of(scene, item)
    cleared = _first([one for one in scene.governed("of") if one.start > item.start])
    yield from _taken(scene, item, places, _agents(scene, item), loser or cleared)


def _occupy(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who occupied a place took it; who occupies it holds it."""
    form = item.senses.get(Sense.VERB, "").partition(":")[2]
    lasts = set(form) & {"s", "b"} or scene.clause.has(Sense.LASTING)
    yield from _hold(scene, item) if lasts else _take(scene, item)


def _enter(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who has entered a place fights for it."""
    agent = _agents(scene, item)
    places = [
        place
        for place in scene.places
        if place.preposition in {None, "in"}
        and (scene.language == "nl" or place.start > item.start)
    ]
    if agent is not None and places and places[0].head != "facility":
        yield ClaimDraft(Effect.CONTESTS, places[0], scene, item, agent, sure=0.7)


def _declarer(scene: Scene, item: Item) -> Item | None:
    said = any(Sense.SAID in other.senses for other in scene.clause.items)
    return _agents(scene, item) if said else None


def _take_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    places = _of(scene, item)
    loser = _first(scene.governed("from", "off"))
    holder = _first([one for one in scene.governed("by") if one.start > item.start])
    owner = _owner(scene, item)
    yield from _taken(scene, item, places, holder or owner or _agents(scene, item), loser)


def _of(scene: Scene, item: Item) -> list[Item]:
    """Places behind a noun and "of"."""
    return [
        place
        for place in scene.places
        if place.governor is item or (place.preposition == "of" and place.start == item.end + 1)
    ]


def _owner(scene: Scene, item: Item) -> Item | None:
    """Who stands just before a noun: "the army's capture of", "IS takeover of"."""
    position = item.start - 1
    while position >= scene.clause.first and item.start - position <= _OWNER_WITHIN:
        other = scene.line.at[position]
        if other is not None and (other.actor is not None or Sense.ADJECTIVE in other.senses):
            return other
        position -= 1
    return None


_OWNER_WITHIN = 3


def _fall(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    receiver = _receiver(scene)
    places = [place for place in scene.topics if place.head in _WHOLE]
    yield from _fell(scene, item, places, receiver)


def _fall_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    yield from _fell(scene, item, _of(scene, item), _receiver(scene))


def _receiver(scene: Scene) -> Item | None:
    if any(Sense.UNDER in other.senses for other in scene.clause.items):
        under = (one for one in scene.clause.items if Sense.UNDER in one.senses)
        return next((_actor_after(scene, one) for one in under), None)
    if any(Sense.HANDS in other.senses for other in scene.clause.items):
        return _first(scene.governed("to", "by", "of"))
    return _first(scene.governed("to", "by"))


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
    holder = _first(scene.governed("to"))
    passive = _is_passive(scene, item)
    loser = _first(scene.governed("by")) if passive else _agents(scene, item)
    for place in scene.topics if passive else objects_of(scene, item):
        if place.head not in _WHOLE:
            continue
        if holder is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser)
        elif loser is not None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)


def _drive(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A drove B out of X", "B was driven from X by A"."""
    places = [place for place in scene.places if place.preposition == "from"]
    passive = _is_passive(scene, item)
    if passive:
        holder, loser = _first(scene.governed("by")), _first(scene.subjects)
    else:
        holder = _agents(scene, item)
        loser = _first(
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
    passive = _is_passive(scene, item)
    loser = _first(scene.governed("by") if passive else scene.subjects)
    if loser is None:
        return
    left = [place for place in scene.places if place.preposition == "from"]
    for place in left or (scene.topics if passive else objects_of(scene, item)):
        if place.head in _WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def _leave_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the army's withdrawal from X"."""
    loser = _owner(scene, item) or _first(scene.governed("of", "by"))
    if loser is not None and Sense.POSSESSIVE in loser.senses:
        return
    left = [place for place in scene.places if place.preposition == "from"]
    for place in left if loser is not None else ():
        if place.head in _WHOLE:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, 0.8)


def _hold(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    passive = _is_passive(scene, item)
    holder = _first(scene.governed("by")) if passive else _agents(scene, item)
    yield from _held(scene, item, scene.topics if passive else objects_of(scene, item), holder)


def _held(
    scene: Scene, item: Item, places: Sequence[Item], holder: Item | None
) -> Iterator[ClaimDraft]:
    if holder is None:
        return
    for place in places:
        if place.head in _NOT_ITSELF:
            continue
        effect = Effect.CONTESTS if place.head == "part" else Effect.HOLDS
        yield ClaimDraft(effect, place, scene, item, holder)


def _under(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is in the hands of A"; "X, held by A"."""
    holder = _actor_after(scene, item)
    if holder is None or not is_told(scene, item):
        return
    if any(frame_of(scene, other) == "fall" for other in scene.clause.items):
        return
    places = [place for place in scene.topics if place.start < item.start] or scene.topics
    if not any(Sense.BE in other.senses for other in scene.clause.items):
        nearest = _nearest_before(scene, item)
        places = _with_siblings(scene, nearest) if nearest is not None else places
    yield from _held(scene, item, places, holder)


def _in_hands(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is in rebel hands", "X remains under government control"."""
    if not is_told(scene, item) or any(
        frame_of(scene, other) in {"take", "lose", "fall"} for other in scene.clause.items
    ):
        return
    holder = scene.line.before(item)
    if holder is None or (holder.actor is None and Sense.ADJECTIVE not in holder.senses):
        holder = _first([one for one in scene.governed("of") if one.start > item.start])
    if holder is None and scene.clause.has(Sense.HAVE):
        yield from _had_in_hands(scene, item)
    elif holder is not None:
        yield from _held(scene, item, scene.topics or _topics_before(scene), holder)


def _had_in_hands(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "de SDF hebben X in handen"."""
    yield from _held(scene, item, objects_of(scene, item) or scene.topics, _agents(scene, item))


def _seat(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X, the capital of the caliphate since 2014", "X, another IS stronghold"."""
    if _is_former(scene, item) or not is_told(scene, item):
        return
    following = scene.line.after(item)
    holder = scene.line.before(item)
    if following is not None and following.senses.get(Sense.PREPOSITION) == "of":
        owners = [one for one in scene.governed("of") if one.start > item.start]
        holder = _first(owners)
        if any(place.governor is item or place.head == "hold" for place in scene.places):
            return
    if holder is None or holder.actor is None:
        return
    place = _nearest_before(scene, item)
    if place is not None:
        yield ClaimDraft(Effect.HOLDS, place, scene, item, holder, sure=0.8, passing=True)


def _is_former(scene: Scene, item: Item) -> bool:
    return any(
        Sense.FORMER in other.senses and 0 < item.start - other.start <= _OWNER_WITHIN
        for other in scene.clause.items
    )


def _nearest_before(scene: Scene, item: Item) -> Item | None:
    """The place that an apposition or a predicate tells about."""
    for position in range(item.start - 1, max(item.start - _APPOSITION_WITHIN, -1), -1):
        other = scene.line.at[position]
        if other is not None and Sense.PLACE in other.senses and is_settled(other):
            return other
    return None


_APPOSITION_WITHIN = 12


def _with_siblings(scene: Scene, last: Item) -> list[Item]:
    """A place and those listed before it: "A and B, both held by"."""
    found = [last]
    position = last.start - 1
    while position >= 0:
        other = scene.line.at[position]
        if other is None:
            break
        if Sense.PLACE in other.senses and is_settled(other):
            found.append(other)
        elif Sense.CONJUNCTION not in other.senses and other.text != ",":
            break
        position = other.start - 1
    return found


def _topics_before(scene: Scene) -> list[Item]:
    return scene.earlier.topics if scene.earlier is not None else []


def _flag(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who raises a flag over a place has taken it."""
    if not any(other.senses.get(Sense.NOUN) == "flag" for other in scene.clause.items):
        return
    places = [place for place in scene.places if place.preposition in {"in", "on", "near"}]
    if not places and scene.earlier is not None:
        places = scene.earlier.places
    holder = _agents(scene, item)
    if holder is not None and places and places[0].head != "facility":
        yield ClaimDraft(Effect.TAKES, places[0], scene, item, holder)


def _actor_after(scene: Scene, item: Item) -> Item | None:
    following = (one for one in scene.actors if one.start >= item.end)
    return next(following, None)


def _passing(scene: Scene) -> Iterator[ClaimDraft]:
    """As in "IS-held Raqqa", "the IS stronghold of Raqqa", where nothing else is said of it."""
    for place in scene.places:
        if place.kept_by is not None and place.head != "former":
            yield ClaimDraft(
                Effect.HOLDS, place, scene, place, place.kept_by, sure=0.8, passing=True
            )


def _fight(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Fighting inside a place contests it."""
    inside = any(Sense.INSIDE in other.senses for other in scene.clause.items)
    for place in scene.places:
        if place.preposition != "in" or place.head == "facility":
            continue
        if inside or place.head == "part" or _is_scene_of(place, item):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, _first(scene.subjects))


def _is_scene_of(place: Item, item: Item) -> bool:
    """As in "fighting in X", of a town and not of a province."""
    return 0 < place.start - item.end <= _SCENE_WITHIN and not is_area(place)


_SCENE_WITHIN = 3


def _clear(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "wiped out the last pockets of IS in X": then X is taken."""
    if scene.clause.has(Sense.COMPLETING):
        places = [place for place in scene.places if place.preposition == "in"]
        yield from _taken(scene, item, places, _agents(scene, item), _first(scene.governed("of")))


_Reader = Callable[[Scene, Item], Iterator[ClaimDraft]]
_VERBS: Mapping[str, _Reader] = {
    "take": _take,
    "fall": _fall,
    "lose": _lose,
    "drive": _drive,
    "leave": _leave,
    "withdraw": _leave,
    "hold": _hold,
    "fight": _fight,
    "raise_flag": _flag,
    "occupy": _occupy,
    "clear": _clear,
    "enter": _enter,
}
_NOUNS: Mapping[str, _Reader] = {
    "take": _take_noun,
    "fall": _fall_noun,
    "withdraw": _leave_noun,
    "battle": _fight,
}
