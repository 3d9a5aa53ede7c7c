"""Who enters a place, and whether anybody was left there to fight for it."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.deeds import (
    agent_of,
    frame_of,
    there,
)
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def enter(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who has entered a place fights for it."""
    if scene.language == "en" and _goes_elsewhere(scene, item):
        return
    agent = agent_of(scene, item)
    places = [
        place
        for place in scene.places
        if (place.preposition in {None, "in"} or _reached(place))
        and (scene.language == "nl" or place.start > item.start)
    ]
    meant = (there(scene) or _moved_in(scene, item)) if not places else None
    if meant is not None:
        places = [meant]
    if agent is None or not places or places[0].head in {"facility", "around"}:
        return
    unopposed = is_unopposed(scene)
    for place in places if places[0].listed else places[:1]:
        whole = place.head is None or (place.head == "part" and _is_middle(scene, place))
        effect = Effect.TAKES if unopposed and whole else Effect.CONTESTS
        yield ClaimDraft(effect, place, scene, item, agent, sure=0.7)


def _is_middle(scene: Scene, place: Item) -> bool:
    """Whether it is the heart of a town: who walks into that without a fight has the town."""
    before = scene.line.sentence.lowers[max(place.start - _MIDDLE_WITHIN, 0) : place.start]
    return not _MIDDLES.isdisjoint(before)


_MIDDLE_WITHIN = 4
_MIDDLES = words("centre center heart middle downtown")


def _goes_elsewhere(scene: Scene, item: Item) -> bool:
    """As in "moved in on X", "moved in to help", "moved into barracks in X"."""
    tokens, at = scene.line.sentence.lowers, scene.line.at
    if tokens[item.end - 1] == "in" and item.end == item.start + _TWO:
        return item.end < len(tokens) and tokens[item.end] in _NOT_THERE
    for position in range(item.end, min(item.end + _BUILDING_WITHIN, len(at))):
        other = at[position]
        if other is not None and (Sense.PLACE in other.senses or Sense.PREPOSITION in other.senses):
            return False
        if other is not None and Sense.FACILITY in other.senses:
            return Sense.QUARTERS not in other.senses
    return False


_TWO = 2
_BUILDING_WITHIN = 4


def _moved_in(scene: Scene, item: Item) -> Item | None:
    """The place that is left unsaid: "the rebels left X and the army moved in"."""
    tokens = scene.line.sentence.lowers
    if scene.language != "en" or tokens[item.end - 1] != "in" or item.end != item.start + 2:
        return None
    if scene.places or (item.end < len(tokens) and tokens[item.end] in _NOT_THERE):
        return None
    return scene.last or scene.focus


_NOT_THERE = words("on to with for from behind")


def _reached(place: Item) -> bool:
    """As in "doorgedrongen tot het centrum van X"."""
    return place.preposition == "to" and place.head == "part"


def is_unopposed(scene: Scene) -> bool:
    """Whether those who held a place had gone: "entered X after the rebels withdrew"."""
    gone = [one for one in (scene.earlier, scene.later) if one is not None]
    if scene.later is not None and _is_settling(scene.later):
        return True
    return any(item.text.lower() == "without" for item in scene.clause.items) or any(
        frame_of(one, item) in _GONE for one in gone for item in one.clause.telling
    )


def _is_settling(scene: Scene) -> bool:
    """As in ", ending years of rebel rule", "and were clearing it of mines"."""
    tokens = scene.line.tokens[scene.clause.first : scene.clause.last]
    words = {token.lower for token in tokens}
    if "ending" in words:
        return not words.isdisjoint(_RULE)
    return not words.isdisjoint(_CLEARING)


_RULE = frozenset({"rule", "control", "occupation", "grip", "hold"})
_CLEARING = frozenset({"clearing", "combing", "mopping"})
_GONE = frozenset({"withdraw", "leave", "flee"})


def march_in(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who marches into a place without a word of fighting has taken it."""
    for draft in enter(scene, item):
        if is_area(draft.place):
            continue
        if draft.place.head is None:
            draft.effect = Effect.TAKES
        yield draft
