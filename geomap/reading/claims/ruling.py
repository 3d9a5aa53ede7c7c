"""Who rules in a place, as a clause says in other words."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.handovers import has_no_more, has_stopped
from geomap.reading.claims.holding import CHANGES, held
from geomap.reading.claims.strongholds import was
from geomap.reading.clauses.deeds import agent_of, first_of, frame_of, is_passive, there
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told


def rule(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "de SDF zijn er de baas", "in X maakt IS de dienst uit"."""
    if was(scene) or _among_actors(scene) or _ruled_once(scene, item):
        return
    places = [place for place in scene.places if place.preposition in {"in", "on", None}]
    if not places:
        places = _set_before(scene)
    if not places:
        meant = there(scene)
        places = list(scene.topics) or ([meant] if meant is not None else [])
    if not places and scene.language == "en" and scene.former is not None:
        # "In X it is A who are in charge."
        places = [place for place in scene.former.places if place.preposition == "in"]
    yield from held(scene, item, [one for one in places if not is_area(one)], agent_of(scene, item))


def restore(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "heeft het gezag over X hersteld"."""
    said = words_of(scene)
    if _GRIP.isdisjoint(said):
        return
    holder = agent_of(scene, item) or first_of(scene.governed("by"))
    for place in scene.places:
        if place.preposition in {"on", "in"} and holder is not None:
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, sure=_SURE)


_GRIP = words("gezag controle bewind macht")
_SURE = 0.8


def patrol(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "IS-strijders paraderen door X"; an army at home says nothing by it."""
    holder = agent_of(scene, item)
    if holder is None or holder not in scene.actors:
        return
    if holder.general and holder.actor == "government" and not scene.clause.has(Sense.STILL):
        return
    for place in scene.places[:1]:
        if place.preposition in {"by", "in"} and place.head in {None, "part"}:
            yield ClaimDraft(Effect.HOLDS, place, scene, item, holder, sure=_SURE)


def has_control(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the army has full control over X"."""
    places = [place for place in scene.places if _is_controlled(scene, item, place)]
    deeds = any(frame_of(scene, other) in CHANGES for other in scene.clause.telling)
    claims = any(one.text.lower() in _CLAIMS for one in scene.clause.items)
    if not deeds and has_stopped(scene):
        yield from has_no_more(scene, item, agent_of(scene, item))
        return
    if (scene.clause.has(Sense.HAVE) or claims) and not deeds and is_told(scene, item):
        yield from held(scene, item, places, agent_of(scene, item))


def _is_controlled(scene: Scene, item: Item, place: Item) -> bool:
    """Whether control is over a place, also in Dutch "geen controle meer over X"."""
    if place.head == "control":
        return True
    near = 0 < place.start - item.end <= _OVER_WITHIN
    over = near and "over" in scene.line.sentence.lowers[item.end : place.start]
    return scene.language == "nl" and over and place.preposition == "on"


_OVER_WITHIN = 8
_CLAIMS = frozenset({"claimt", "claimde", "claimen", "claimden"})


def live(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "de inwoners van X leven sinds 2014 onder IS"."""
    lowers = scene.line.sentence.lowers
    under = [
        one
        for one in scene.actors
        if one.preposition in {"about", "under"} and "onder" in lowers[one.start - 2 : one.start]
    ]
    for place in scene.places[:1] if under else ():
        if place.preposition in {None, "in", "of"} and not is_area(place):
            yield ClaimDraft(Effect.HOLDS, place, scene, item, under[0], sure=_SURE)


def welcome(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "het leger werd in X met gejuich onthaald"."""
    holder = first_of([one for one in scene.subjects if one in scene.actors])
    if holder is None or not is_passive(scene, item):
        return
    for place in scene.places[:1]:
        if place.preposition == "in" and place.head is None and not is_area(place):
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, sure=_SURE)


def seize_power(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "de Taliban grepen de macht in X"; an army that does so makes a coup."""
    holder = agent_of(scene, item)
    if holder is None or holder.general or holder.actor in {None, *scene.cast.governments}:
        return
    places = [place for place in scene.places if place.preposition == "in"]
    for place in places if places[:1] and places[0].listed else places[:1]:
        if not is_area(place):
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, sure=_SURE)


def _set_before(scene: Scene) -> list[Item]:
    """The X of "Verderop, in X, is IS de baas" and "In X, de hoofdstad, is IS de baas"."""
    former = scene.former
    while former is not None and former.verb is None:
        found = [one for one in former.places if one.preposition == "in"]
        if found:
            return found[:1]
        former = former.former
    return []


def _ruled_once(scene: Scene, item: Item) -> bool:
    """As in "waar IS de baas was"."""
    return scene.line.tokens[item.end - 1].lower in {"was", "waren", "geweest"}


def _among_actors(scene: Scene) -> bool:
    """As in "the SDF, in which the YPG rules"; that is no place."""
    opener = scene.clause.opener
    if opener is None or opener.text.lower() not in _WHEREIN:
        return False
    for position in range(opener.start - 1, max(opener.start - _BEFORE, -1), -1):
        before = scene.line.at[position]
        if before is not None and before.text != ",":
            return before.actor is not None
    return False


_BEFORE = 6
_WHEREIN = frozenset({"waarin", "waar", "where", "which"})
