"""Who simply has a place: "the rebels have Idlib", "made it theirs", "the Kurds Kobani"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.presence import DUTCH_HAVE
from geomap.reading.claims.proclaimed import speaker_beside
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import agent_of, frame_of, nearest_before
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told


def tell_having(line: Line) -> None:
    """Let "have" tell something where it stands right before a place: "has the town of X"."""
    if _HAVE.isdisjoint(line.sentence.vocabulary):
        return
    for item in line.items:
        if item.text.lower() in _HAVE and Sense.HAVE in item.senses and _is_of_place(line, item):
            item.tells = True


_HAVE = DUTCH_HAVE | {"has", "have", "had"}


def _is_of_place(line: Line, have: Item) -> bool:
    other = line.after(have)
    if other is not None and other.actor is not None and have.text.lower() in DUTCH_HAVE:
        # The subject can stand behind them: "heeft IS X".
        other = line.after(other)
    while other is not None:
        if Sense.PLACE in other.senses:
            return True
        if _PASSED.isdisjoint(other.senses):
            return False
        named = Sense.ANAPHOR in other.senses
        other = line.after(other)
        if other is None or Sense.MARK in other.senses:
            return named
    return False


_PASSED = frozenset(
    {Sense.DETERMINER, Sense.SETTLEMENT, Sense.ANAPHOR, Sense.WHOLE, Sense.PREPOSITION, Sense.PART}
)


def has(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the government has Damascus and Homs", "by dusk they had the town"."""
    if scene.language != "en" or not is_told(scene, item) or _has_otherwise(scene, item):
        return
    holder = agent_of(scene, item)
    places = [one for one in scene.places if one.preposition is None and one.start > item.start]
    if not places and scene.clause.opening is Opening.RELATIVE:
        places = scene.topics
    if holder is None or not any(0 <= one.start - item.end <= _NEAR for one in places):
        return
    effect = Effect.HOLDS
    if item.text.lower() in _PAST and _SINCE.isdisjoint(words_of(scene)):
        if not _has_become(scene):
            return
        effect = Effect.TAKES
    yield from _had(scene, item, places, holder, effect)


_NEAR = 6
_PAST = frozenset({"had", "'d"})
_SINCE = frozenset({"since", "that", "still"})
"""With them the past is that of who speaks, or goes on."""


def _has_become(scene: Scene) -> bool:
    """As in "by dusk the army had the town"."""
    opener = scene.clause.opener
    if opener is not None and opener.text.lower() == "that":
        return True
    lowers = scene.line.sentence.lowers
    return any(
        Sense.CALENDAR in one.senses and one.start and lowers[one.start - 1] == "by"
        for one in scene.clause.items
    )


def _has_otherwise(scene: Scene, item: Item) -> bool:
    """Whether "have" only helps another verb, or it is not the place itself that somebody has."""
    for one in scene.clause.items:
        if one.start >= item.end and (
            (is_verbal(one) and Sense.SAID not in one.senses) or Sense.UNDER in one.senses
        ):
            return True
    return not _OTHERWISE.isdisjoint(scene.line.sentence.vocabulary)


_OTHERWISE = words(
    "thank sights sight range reach view mind encircled ringed cornered surrounded besieged"
)


def _had(
    scene: Scene, item: Item, places: list[Item], holder: Item, effect: Effect
) -> Iterator[ClaimDraft]:
    for place in places:
        if place.head is None:
            yield ClaimDraft(effect, place, scene, item, holder, sure=0.9)
        elif place.head == "part" and not is_area(place):
            yield ClaimDraft(Effect.CONTESTS, place, scene, item, holder, sure=0.8)


def theirs(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "had made X theirs", "can call X its own"."""
    before = nearest_before(scene, item)
    if before is not None and _is_said_of(scene, before, item):
        speaker = speaker_beside(scene)
        if speaker is not None:
            yield ClaimDraft(Effect.HOLDS, before, scene, item, speaker, sure=0.8)
        return
    holder = agent_of(scene, item)
    if before is None or holder is None or item.start - before.end > _BESIDE:
        return
    verb = _verb_before(scene, before)
    if verb in _MAKING:
        yield ClaimDraft(Effect.TAKES, before, scene, item, holder, sure=0.9)
    elif verb in _CALLING:
        yield ClaimDraft(Effect.HOLDS, before, scene, item, holder, sure=0.9)


def _is_said_of(scene: Scene, place: Item, item: Item) -> bool:
    """Whether a clause is no more than "X is ours", "that X was theirs"."""
    between = scene.line.at[place.end : item.start]
    return (
        item.end - item.start == 1
        and 0 < len(between) <= _BESIDE
        and between[0] is not None
        and Sense.BE in between[0].senses
        and is_told(scene, item)
    )


_BESIDE = 2
_MAKING = frozenset({"made", "make", "makes", "making"})
_CALLING = frozenset({"call", "calls", "called", "calling"})


def _verb_before(scene: Scene, place: Item) -> str:
    """The word before a place and what belongs to its name: "made the town of X theirs"."""
    position = place.start - 1
    while position > 0:
        other = scene.line.at[position]
        if other is None or _PASSED.isdisjoint(other.senses):
            break
        position -= 1
    return scene.line.tokens[position].lower if position >= 0 else ""


def gapped(scene: Scene) -> Iterator[ClaimDraft]:
    """As in "the army has A and B, the rebels C": a clause that leaves out the same verb."""
    former = scene.former
    if scene.verb is not None or former is None or not scene.actors or not scene.places:
        return
    pairs = list(_beside_their_places(scene))
    effect = _effect_of(former) if pairs else None
    if effect is not None:
        for holder, place in pairs:
            yield from _had(scene, place, [place], holder, effect)


def _is_object(place: Item) -> bool:
    return place.preposition is None and place.kept_by is None


def _beside_their_places(scene: Scene) -> Iterator[tuple[Item, Item]]:
    """The parties of a clause that begins with one, each right before its places."""
    holder: Item | None = None
    last = scene.clause.first
    for item in scene.clause.items:
        if None in scene.line.at[last : item.start] or scene.line.tokens[item.start].lower == "'s":
            return
        last = item.end
        if item in scene.actors:
            holder = item
        elif Sense.PLACE in item.senses:
            if holder is None or not _is_object(item):
                return
            yield holder, item
        elif _PASSED.isdisjoint(item.senses) and _SKIPPED.isdisjoint(item.senses):
            return


_SKIPPED = frozenset({Sense.CONJUNCTION, Sense.SUBORDINATOR, Sense.MARK})
_EFFECTS = {"take": Effect.TAKES, "retake": Effect.TAKES, "hold": Effect.HOLDS}


def _effect_of(former: Scene | None) -> Effect | None:
    """What a clause, or the one that it goes on in the same way, says of somebody and a place."""
    while former is not None and former.verb is None:
        former = former.former
    if former is None or not former.subjects:
        return None
    for item in former.clause.telling:
        if not is_told(former, item):
            continue
        effect = Effect.HOLDS if Sense.HAVE in item.senses else None
        effect = effect or _EFFECTS.get(frame_of(former, item) or "")
        if effect is not None:
            return effect
    return None
