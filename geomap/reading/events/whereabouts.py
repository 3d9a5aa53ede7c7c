"""The known place of an event: its own, the one that it lies beside, or the one spoken of."""

from collections.abc import Iterator

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import EventDraft
from geomap.reading.context.memory import Memory
from geomap.reading.events.countries import is_a_side_of
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.model import Mention

_ONE_SENTENCE = 150
"""Characters from the place that "there" means to its sentence."""
_STATES = frozenset({"caliphate", "kalifaat"})
_HERE = frozenset({"er"})
"""Dutch "er" is as often no place at all."""
_THERE = _HERE | {"there", "daar", "aldaar"}
_QUARTER = frozenset({Sense.QUARTERS, Sense.INSIDE})
_BESIDE = frozenset({"in", "near", "of"})


def place_of_draft(draft: EventDraft, memory: Memory) -> Mention | None:
    """Where an event was; without a place of its own, where the report is."""
    if draft.place is not None and not _is_told_exactly_below(draft, draft.place, memory):
        return _known_place(draft.scene, draft.place, memory)
    said = _words_of(draft.scene)
    there = said & _THERE
    # A caliphate is declared nowhere; a victory is won somewhere.
    if draft.kind is EventKind.DECLARATION and not there and said & _STATES:
        return None
    if draft.kind is EventKind.AGREEMENT and _is_between_states(draft):
        return None
    if draft.kind is EventKind.OFFENSIVE and not there and _is_their_own(draft):
        return None
    if not there and _is_elsewhere(draft.scene):
        return None
    last = memory.last if there - _HERE else None
    sentence = draft.scene.line.sentence
    near = last is not None and sentence.start - last.end < _ONE_SENTENCE
    return last if near else memory.focus


def _is_told_exactly_below(draft: EventDraft, place: Item, memory: Memory) -> bool:
    """Whether a report only opens with the country of its place: "an attack in eastern Syria"."""
    where, main = place.mention, memory.focus
    if where is None or where.place is None or where.place.kind != "country":
        return False
    if memory.has_begun or main is None or main.place is None:
        return False
    if draft.kind is EventKind.OFFENSIVE and not is_a_side_of(draft.scene, place):
        return False
    lowers = draft.scene.line.sentence.lowers
    if draft.kind is EventKind.DISPLACEMENT or lowers[place.start - 1] in _ALL_OVER:
        return False
    return main.place.country == where.place.country


_ALL_OVER = frozenset({"across", "throughout", "over", "around", "heel", "from", "uit"})


def _is_their_own(draft: EventDraft) -> bool:
    """Whether a state's own offensive is told of, along a whole front: "launched its offensive"."""
    scene, anchor = draft.scene, draft.anchor
    before = scene.line.before(anchor)
    states = scene.cast.governments
    return (
        before is not None
        and Sense.POSSESSIVE in before.senses
        and any(one.actor in states or one.mention is not None for one in scene.subjects)
    )


def _is_elsewhere(scene: Scene) -> bool:
    """Whether a sentence goes away from where the report is: "On the border with Lebanon"."""
    opening = " ".join(scene.line.sentence.lowers[:_OPENING])
    return opening.startswith(_ELSEWHERE)


_OPENING = 4
_ELSEWHERE = ("elsewhere", "on the border with", "across the border", "elders", "aan de grens met")


def _is_between_states(draft: EventDraft) -> bool:
    """Whether only countries and capitals agree, who need not speak of the place in focus."""
    capitals = (place for place in draft.scene.places if place.preposition is None)
    parties = [*(one for one in draft.actors if one.preposition != "by"), *capitals]
    return bool(parties) and all(one.actor is None and one.mention is not None for one in parties)


def _words_of(scene: Scene) -> set[str]:
    clause = scene.clause
    return set(scene.line.sentence.lowers[clause.first : clause.last])


def _known_place(scene: Scene, place: Item, memory: Memory) -> Mention | None:
    """The place itself; for one that is not known, the known one in or near which it is."""
    if place.mention is None or place.mention.place is not None:
        return place.mention
    aside = scene.later.places if scene.later and scene.later.verb is None else []
    for other in (*scene.places, *aside):
        known = other.mention is not None and other.mention.place is not None
        if known and other.start > place.start and other.preposition in _BESIDE:
            return other.mention
    before = scene.line.at[max(0, place.start - 2) : place.start]
    if any(one is not None and not _QUARTER.isdisjoint(one.senses) for one in before):
        return next(_places_before(scene), memory.focus)
    return place.mention


def _places_before(scene: Scene) -> Iterator[Mention]:
    """The known places of the earlier clauses of a sentence, the nearest first."""
    former = scene.former
    while former is not None:
        for place in former.places:
            if place.mention is not None and place.mention.place is not None:
                yield place.mention
        former = former.former
