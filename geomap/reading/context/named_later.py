"""Towns that are taken by their number and named in the next sentence: "They include A and B"."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from geomap.domain.statements import Effect
from geomap.reading.clauses.deeds import agent_of, first_of, frame_of, is_passive, is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area, is_settled
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.pronouns import TOWNS
from geomap.reading.dating.of_clause import Dated
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told

_TAKING = frozenset({"take", "retake", "drive"})
_OBJECT_WITHIN = 9
_LIKELY = 0.8
_THESE = frozenset({"they", "these"})
_ARE = frozenset({"are", "were", "include", "included"})
_COUNTED = TOWNS | words("steden dorpen plaatsen stadjes dorpjes plaatsjes gehuchten wijken")
_NAMING = frozenset(
    (
        *(("among", "them"), ("het", "gaat"), ("het", "betreft"), ("het", "ging")),
        *(("daaronder", "zijn"), ("daaronder", "is"), ("onder", "meer"), ("waaronder", "ook")),
    )
)
"""As in Dutch "Het gaat onder meer om A en B"."""
_OPENING = 4
"""Tokens of "The three towns ," at most."""


class Awaited(NamedTuple):
    """Who took towns that are still to be named, from whom, and when."""

    holder: Item
    loser: Item | None
    anchor: Item
    dated: Dated | None


def awaited_in(
    scenes: Sequence[Scene], day_of: Callable[[Scene, Item], Dated | None]
) -> Awaited | None:
    """Find a taking of towns that its sentence does not name."""
    if not scenes or _COUNTED.isdisjoint(scenes[0].line.sentence.vocabulary):
        return None
    for scene in scenes:
        for item in scene.clause.telling:
            if frame_of(scene, item) not in _TAKING or not is_verb_here(scene, item):
                continue
            if not _are_counted(scene, item) or not is_told(scene, item):
                continue
            holder, loser = _sides(scene, item)
            if holder is not None:
                return Awaited(holder, loser, item, day_of(scene, item))
    return None


def _are_counted(scene: Scene, item: Item) -> bool:
    """Whether a verb acts on "two towns", and no name follows them."""
    if scene.listed or any(place.preposition is None for place in scene.places):
        return False
    return any(
        one.text.lower() in _COUNTED
        and one.mention is None
        and (
            scene.language == "nl"
            or 0 <= one.start - item.end <= _OBJECT_WITHIN
            or is_passive(scene, item)
        )
        for one in scene.clause.items
    )


def _sides(scene: Scene, item: Item) -> tuple[Item | None, Item | None]:
    loser = first_of(scene.governed("from", "against"))
    if is_passive(scene, item):
        return first_of(scene.governed("by")), loser
    holder = agent_of(scene, item)
    if frame_of(scene, item) == "drive":
        own = [one for one in scene.actors if one.preposition is None and one.start > item.start]
        loser = first_of(own)
        holder = holder if loser is not None else None
    return holder, loser


def named_in(scenes: Sequence[Scene], awaited: Awaited | None) -> Iterator[ClaimDraft]:
    """Yield a taking for each town of "They are A and B" and "The towns, A and B, lie"."""
    if awaited is None or not scenes:
        return
    line = scenes[0].line
    begins, ends = _stretch(line)
    dutch = scenes[0].language == "nl"
    for scene in scenes:
        for place in scene.places:
            named = place.preposition is None or (dutch and place.preposition == "on")
            own = named and place.head is None and is_settled(place)
            if own and begins <= place.start < ends and not is_area(place):
                yield ClaimDraft(
                    Effect.TAKES,
                    place,
                    scene,
                    awaited.anchor,
                    awaited.holder,
                    awaited.loser,
                    _LIKELY,
                    dated=awaited.dated,
                )


def _stretch(line: Line) -> tuple[int, int]:
    """The tokens between which the towns are named; none where nothing of the sort is said."""
    lowers = line.sentence.lowers
    if lowers[0] in _THESE and lowers[1] in _ARE:
        related = (one.start for one in line.items if Sense.RELATIVE in one.senses)
        return 2, next(related, len(lowers))
    if lowers[:2] in _NAMING:
        return 2, len(lowers)
    if lowers[0] in {"the", "both", "these"}:
        at = next((at for at in range(1, _OPENING) if lowers[at : at + 1] == (",",)), 0)
        if at and lowers[at - 1] in TOWNS:
            verbs = (one.start for one in line.items if one.start > at and is_verbal(one))
            return at, next(verbs, len(lowers))
    return 0, 0
