"""Who holds a place, as a clause says it outright."""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.gotten import got
from geomap.reading.claims.handovers import below_heading, no_longer
from geomap.reading.claims.hands import (
    described,
    has_yet_to,
    is_from,
    is_of_something,
    named_before,
    of_part,
    out_of_hands,
    respectively,
)
from geomap.reading.claims.parts import names_part, part_of_it
from geomap.reading.claims.proclaimed import speaker_beside
from geomap.reading.claims.strongholds import owner_before
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import (
    actor_after,
    agent_of,
    first_of,
    frame_of,
    is_passive,
    nearest_before,
    objects_of,
)
from geomap.reading.clauses.listed import listed_with
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told
from geomap.reading.telling.nearly import is_almost

NOT_ITSELF = frozenset({"facility", "former", "piece"})
"""Heads that make it another place, or another time."""


def hold(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "IS controls X", "X is held by IS"."""
    if Sense.HELD in item.senses and _is_attribute(scene, item):
        yield from _apposed(scene, item)
        return
    if item.text.lower() == "still" and has_yet_to(scene, item):
        return
    passive = is_passive(scene, item)
    holder = first_of(scene.governed("by")) if passive else agent_of(scene, item)
    holder = holder or _left_with(scene, item)
    places = scene.topics if passive else objects_of(scene, item)
    meant = (part_of_it(scene) or _part_in(scene, item)) if not places else None
    if meant is not None and holder is not None:
        yield ClaimDraft(Effect.CONTESTS, meant, scene, item, holder, sure=0.8)
    yield from held(scene, item, places, holder)


def _left_with(scene: Scene, item: Item) -> Item | None:
    """Who has it in "the battle ended with the army in control of X"."""
    before = scene.line.before(item)
    return before if before is not None and before in scene.governed("with") else None


def _part_in(scene: Scene, item: Item) -> Item | None:
    """The place in "still hold several districts in X"."""
    if scene.language != "en" or not names_part(scene, item):
        return None
    inside = [one for one in scene.places if one.preposition in {"in", "of"} and not is_area(one)]
    return first_of([one for one in inside if one.start > item.start])


def _is_attribute(scene: Scene, item: Item) -> bool:
    """Whether it only says whose something is: Dutch "de door IS beheerste gebieden"."""
    owner = scene.line.before(item)
    if owner is None or owner.preposition != "by" or item.end >= len(scene.line.tokens):
        return False
    following = scene.line.after(item)
    if following is None:
        return scene.line.tokens[item.end].text.isalpha()
    return Sense.PLACE in following.senses or Sense.SETTLEMENT in following.senses


def _apposed(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X, een door de rebellen beheerst dorp"."""
    following, owner = scene.line.after(item), scene.line.before(item)
    if following is None or owner is None or Sense.SETTLEMENT not in following.senses:
        return
    beyond = scene.line.after(following)
    place = nearest_before(scene, item)
    if place is not None and (beyond is None or Sense.PLACE not in beyond.senses):
        yield ClaimDraft(Effect.HOLDS, place, scene, item, owner, sure=0.8, passing=True)


def held(
    scene: Scene, item: Item, places: Sequence[Item], holder: Item | None
) -> Iterator[ClaimDraft]:
    """Claims that a holder has places, or fights for what it has a part of."""
    if holder is None:
        return
    for place in places:
        if place.head in NOT_ITSELF:
            continue
        partly = place.head == "part" or is_almost(scene, item)
        if partly and is_area(place):
            # Most of a province says little of any place in it.
            continue
        effect = Effect.TAKES if _is_change(scene) else Effect.HOLDS
        yield ClaimDraft(Effect.CONTESTS if partly else effect, place, scene, item, holder)


def _is_change(scene: Scene) -> bool:
    """Whether somebody came to hold it: "kwam in handen van", "onder controle gebracht"."""
    clause = scene.clause
    said = scene.line.sentence.lowers[clause.first : clause.last]
    went = not _WENT.isdisjoint(said) and "over" in said
    return (went or not _COMING.isdisjoint(said)) and any(
        Sense.UNDER in one.senses or Sense.HANDS in one.senses for one in clause.items
    )


_WENT = words("ging gingen gaat gaan")
_COMING = words(
    "kwam kwamen gekomen bracht brachten gebracht belandde belandden beland raakte raakten geraakt "
    "overging overgingen overgegaan gevallen "
    "came comes come returned returns passed restored brought reverted put placed"
)


def under(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is in the hands of A"; "X, held by A"."""
    holder = actor_after(scene, item)
    having = _having(scene) if holder is None and is_told(scene, item) else None
    if having is not None:
        yield from _had_in_hands(having, item)
    if holder is not None and scene.clause.has(Sense.STOPPED):
        yield from no_longer(scene, item, holder)
        return
    if holder is None or not is_told(scene, item):
        return
    loose = scene.language == "nl" and item.end - item.start == _WITH_OF
    if loose and (holder.start - item.end > 1 or is_of_something(scene, item)):
        return
    if any(frame_of(scene, one) in (_FREED if loose else _FALL) for one in scene.clause.telling):
        return
    places = [place for place in scene.topics if place.start < item.start] or scene.topics
    if not scene.clause.has(Sense.BE):
        nearest = named_before(scene, item) if not of_part(scene, item) else None
        nearest = nearest or below_heading(scene)
        places = listed_with(scene.line, nearest) if nearest is not None else places
    yield from held(scene, item, _with_listed(scene, places), holder)


_FALL = frozenset({"fall"})
_FREED = frozenset({"fall", "retake", "take", "drive", "clear"})
"""As in Dutch "is van IS bevrijd", which says not whose it is."""


def _with_listed(scene: Scene, places: list[Item]) -> list[Item]:
    """The towns of "two suburbs of X are in the hands of A: B and C", and not X."""
    if not scene.listed:
        return places
    whole = [place for place in places if place.head is None and not is_area(place)]
    return whole + [place for place in scene.listed if place not in whole]


_WITH_OF = 2
"""Tokens of "is van" and "nog van", which stand just before whose it is."""


def _all_topics(scene: Scene) -> list[Item]:
    """The places of which a clause tells, with those listed before the one that it follows."""
    if len(scene.topics) == 1 and scene.clause.opening is Opening.RELATIVE:
        return listed_with(scene.line, scene.topics[0])
    return scene.topics


def in_hands(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X is in rebel hands", "X remains under government control"."""
    meant = described(scene, item) if scene.language == "en" else None
    if meant is not None:
        yield from _held_in_passing(scene, item, meant)
        return
    frames = {frame_of(scene, other) for other in scene.clause.telling if other is not item}
    if scene.language == "en" and not frames & CHANGES:
        owner = owner_before(scene, item)
        if owner is not None and is_from(scene, owner):
            yield from out_of_hands(scene, item, owner)
            return
    if not is_told(scene, item) or frames & CHANGES or _out_of(scene, item):
        return
    if "get" in frames:
        yield from got(scene, item)
        return
    holder = item if item.actor is not None else owner_before(scene, item)
    if holder is not None and (holder.actor is not None or Sense.ADJECTIVE in holder.senses):
        places = _with_listed(scene, scene.topics) or _topics_before(scene)
        yield from held(scene, item, places, holder)
    else:
        yield from _hands_of(scene, item)


def _out_of(scene: Scene, item: Item) -> bool:
    """As in "uit hun handen gehouden", or where nothing is in anybody's hands at all."""
    before = scene.line.sentence.lowers[max(item.start - _OUT_WITHIN, 0) : item.start]
    if item.text.lower() in _RULES and scene.language == "nl":
        # "Strijd tegen het bewind van A."
        return _INTO.isdisjoint(before)
    return not _OUT.isdisjoint(before)


_OUT_WITHIN = 3
_OUT = frozenset({"uit", "out"})
_INTO = frozenset({"in", "onder"})
_RULES = frozenset({"bewind", "bestuur", "heerschappij", "bezetting", "macht"})


def _hands_of(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "in handen is van A"; "in handen van respectievelijk A en B"; "A heeft X in handen"."""
    owners = [one for one in scene.governed("of", "under") if one.start > item.start]
    places = _all_topics(scene)
    having = _having(scene) if not owners else None
    if having is not None:
        yield from _had_in_hands(having, item)
    elif len(owners) == len(places) and respectively(scene):
        for place, owner in zip(places, owners, strict=True):
            yield from held(scene, item, [place], owner)
    else:
        places = _with_listed(scene, scene.topics) or _topics_before(scene)
        whose = first_of(owners)
        if whose is None and scene.language == "nl" and item.text.lower() == "controle":
            # "Het leger zegt dat X weer onder controle is."
            whose = speaker_beside(scene)
        yield from held(scene, item, places, whose)


def _held_in_passing(scene: Scene, item: Item, place: Item) -> Iterator[ClaimDraft]:
    for draft in held(scene, item, [place], owner_before(scene, item)):
        draft.passing = True
        yield draft


def _having(scene: Scene) -> Scene | None:
    """The clause in which somebody has it: "IS had X, bekend om Y, in handen"."""
    here: Scene | None = scene
    while here is not None and not here.clause.has(Sense.HAVE):
        if here.verb is not None or here.clause.opening is not Opening.GOES_ON:
            return None
        here = here.former
    return here


CHANGES = frozenset({"take", "retake", "lose", "fall", "drive"})


def _had_in_hands(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "de SDF hebben X in handen"."""
    own = objects_of(scene, item)
    holder = agent_of(scene, item)
    if not own and holder is not None and not _PARTS.isdisjoint(_senses_in(scene)):
        # "IS heeft er nog twee wijken in handen."
        for place in scene.topics:
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, holder)
        return
    yield from held(scene, item, own or scene.topics, holder)


_PARTS = frozenset({Sense.PART, Sense.QUARTERS, Sense.INSIDE})


def _senses_in(scene: Scene) -> set[str]:
    """What the words of a clause can be."""
    return {sense for one in scene.clause.items for sense in one.senses}


def _topics_before(scene: Scene) -> list[Item]:
    return scene.earlier.topics if scene.earlier is not None else []
