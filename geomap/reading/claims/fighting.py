"""Which places are fought over from within, and by whom."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.entering import enter
from geomap.reading.clauses.deeds import first_of, frame_of, is_passive, is_verb_here, there
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.only_named import is_only_named
from geomap.reading.context.partners import partners_of
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def fight(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Fighting inside a place contests it."""
    if _is_little(scene, item) or any(
        frame_of(scene, one) in _OVER for one in scene.clause.telling
    ):
        return
    inside = scene.clause.has(Sense.INSIDE)
    meant = there(scene) if not scene.places and frame_of(scene, item) == "fight" else None
    if meant is None and inside and not scene.places and scene.language == "nl":
        # "In de oostelijke wijken wordt nog gevochten."
        meant = scene.focus
    if meant is not None and is_verb_here(scene, item):
        yield _contested(meant, scene, item)
    for place in scene.places:
        if place.head in {"facility", "around"} or _is_of_source(scene, place):
            continue
        if place.preposition == "in" and (
            inside or place.head == "part" or _fights_in(scene, item, place)
        ):
            yield _contested(place, scene, item)
        elif place.preposition == "on" and Sense.INSIDE in item.senses and not is_area(place):
            # "Tightened its grip on X after days of street battles."
            yield _contested(place, scene, item)


_OVER = frozenset({"surrender"})


def _is_little(scene: Scene, item: Item) -> bool:
    """Whether there was hardly any, or as a whole: "little resistance", "has killed 1,000"."""
    if Sense.NOUN in item.senses and not scene.actors and is_only_named(scene, item):
        return True
    before = scene.line.tokens[max(item.start - 2, 0) : item.start]
    return any(token.lower in _HARDLY for token in before)


_HARDLY = frozenset(
    {"little", "less", "scant", "weinig", "minder", "nauwelijks", "amper", "without"}
)


def _fights_in(scene: Scene, item: Item, place: Item) -> bool:
    """Whether it is there that they fight, and not there that one of them comes from."""
    if is_area(place) or _is_from(scene, item, place):
        return False
    if 0 < place.start - item.end <= _SCENE_WITHIN:
        return True
    whose = any(
        0 <= place.start - actor.end <= 1 and actor.preposition is not None
        for actor in scene.actors
    )
    return not whose and (frame_of(scene, item) in _FIGHTING or _broke_out(scene, item))


def _is_from(scene: Scene, item: Item, place: Item) -> bool:
    """Whether it only says who they are: "rebels in X fought the army near Y"."""
    return (
        scene.language == "en"
        and place.start < item.start
        and any(one.start - place.end > 1 for one in scene.places)
        and any(0 <= place.start - actor.end <= 1 for actor in scene.subjects)
    )


def _broke_out(scene: Scene, item: Item) -> bool:
    """As in "in X kwam het tot gevechten", "clashes between A and B broke out in X"."""
    words = scene.line.tokens[scene.clause.first : scene.clause.last]
    return Sense.NOUN in item.senses and any(token.lower in _BREAKS_OUT for token in words)


_BREAKS_OUT = frozenset(
    (
        *(
            "broke",
            "broken",
            "break",
            "erupted",
            "erupts",
            "flared",
            "raged",
            "raging",
            "continued",
        ),
        *("ongoing", "reported", "intensified", "resumed", "rages", "continues", "engaged"),
        *("kwam", "komt", "braken", "breken", "uitgebroken", "uitbraken", "woedde", "woedden"),
        *("woeden", "woedt", "gaande", "laaiden", "leveren", "leverden", "levert", "geleverd"),
    )
)
_SCENE_WITHIN = 3
_FIGHTING = frozenset({"fight", "resist"})


def _contested(place: Item, scene: Scene, item: Item) -> ClaimDraft:
    attacker, defender = _sides(scene, item)
    return ClaimDraft(Effect.CONTESTS, place, scene, item, attacker, defender)


def _sides(scene: Scene, item: Item) -> tuple[Item | None, Item | None]:
    """Who fights whom; who holds out somewhere defends it."""
    between = _actors_behind(scene, _BETWEEN)
    if len(between) > 1:
        return between[0], between[1]
    own = first_of(scene.subjects)
    foe = first_of([one for one in _actors_behind(scene, _AGAINST) if one is not own])
    if frame_of(scene, item) == "resist" or _was_beaten(scene, item):
        return foe or _first_beside(scene, own), own
    if own is not None and foe is None:
        foe = _fought(scene, item, own) or next(partners_of(scene, own), None)
    return own, foe


def _was_beaten(scene: Scene, item: Item) -> bool:
    """As in "IS has been beaten back in X", "IS beaten back in X": who suffers it."""
    return scene.language == "en" and is_verb_here(scene, item) and is_passive(scene, item)


def _first_beside(scene: Scene, own: Item | None) -> Item | None:
    """By whom it was: "beaten back by the army", "the army says IS has been beaten back"."""
    former = scene.former
    said = former.subjects if former is not None and former.clause.has(Sense.SAID) else []
    return first_of([one for one in (*scene.governed("by"), *said) if one is not own])


def _fought(scene: Scene, item: Item, own: Item) -> Item | None:
    """Whom a verb has as its object: "battled IS", "fighting the last pockets of IS"."""
    if scene.language != "en" or not is_verb_here(scene, item):
        return None
    for one in scene.actors:
        if one is not own and one.start >= item.end:
            return (
                one if one.preposition in {None, "of"} and one.start - item.end <= _OBJECT else None
            )
    return None


_OBJECT = 6


def _actors_behind(scene: Scene, words: frozenset[str]) -> list[Item]:
    """The actors that stand next behind one of these prepositions in the clause."""
    for position in range(scene.clause.first, scene.clause.last):
        if scene.line.tokens[position].lower in words and not _is_together(scene, position):
            behind = [one for one in scene.actors if one.start > position]
            near = bool(behind) and behind[0].start - position <= _OBJECT
            return behind if near else []
    return []


def _is_together(scene: Scene, position: int) -> bool:
    """Whether "with" tells who helps: "together with the army"."""
    at = scene.line.at[position]
    return (at is not None and at.end - at.start > 1) or (
        position > 0 and scene.line.tokens[position - 1].lower in {"together", "along", "samen"}
    )


_BETWEEN = frozenset({"between", "tussen"})
_AGAINST = frozenset({"against", "with", "tegen", "met", "versus"})


def _is_of_source(scene: Scene, place: Item) -> bool:
    """As in "volgens het Observatorium in Londen werd er gevochten"."""
    first = scene.clause.items[0]
    if first.text.lower() not in _ACCORDING or first is place:
        return False
    return not any(
        (is_verbal(one) or Sense.PLAN in one.senses) and one.start < place.start
        for one in scene.clause.items[1:]
    )


_ACCORDING = frozenset({"volgens", "according"})


def divided(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is divided between A and B", "X is split: A holds the east and B the west"."""
    sides = [actor for actor in scene.actors if actor.start > item.start]
    later = scene.later
    while later is not None and len(sides) < _TWO:
        sides += [one for one in later.actors if one not in sides]
        later = later.later
    if len(sides) < _TWO:
        return
    for place in scene.topics:
        if not is_area(place):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, sides[0], sides[1])


_TWO = 2


def advance(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who advances inside a place fights for it; who advances towards it does not yet."""
    if any(place.preposition in _TOWARDS for place in scene.places):
        return
    into = scene.line.tokens[item.end - 1].lower == "into"
    for draft in enter(scene, item):
        inside = into or draft.place.preposition == "in"
        if inside and not is_area(draft.place):
            draft.effect = Effect.CONTESTS
            yield draft


_TOWARDS = frozenset({"to", "near", "on"})
