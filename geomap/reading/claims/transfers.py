"""A place that passes from one to another, or that somebody is rid of, without a verb of war."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.coming_back import left_before
from geomap.reading.claims.hands import WHOLE
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import agent_of, first_of, is_passive, objects_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def passed(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X passed from A to B", "X went over to B", "control of X returned to A"."""
    if any(
        Sense.UNDER in one.senses or Sense.HANDS in one.senses
        for one in scene.clause.items
        if one.start > item.start
    ):
        # Read by those words.
        return
    receiver = first_of([one for one in scene.governed("to") if one.start > item.start])
    loser = first_of([one for one in scene.governed("from") if one.start > item.start])
    yield from _returned(scene, item)
    if receiver is None or any(one in scene.actors for one in scene.subjects):
        return
    for place in scene.topics:
        if place.head in WHOLE:
            yield ClaimDraft(Effect.TAKES, place, scene, item, receiver, loser or place.kept_by)


def _returned(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the rebels returned to X": who is back in a place where fighting is has it."""
    holder = agent_of(scene, item)
    lowers = scene.line.sentence.lowers
    if holder is None or not lowers[item.start].startswith("return"):
        return
    if not _PEACE.isdisjoint(scene.line.sentence.vocabulary):
        return
    places = left_before(scene)
    if lowers[item.end : item.end + 1] == ("to",):
        places = [one for one in scene.places if one.preposition == "to" and one.head is None]
    for place in places:
        if not is_area(place):
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, sure=0.6)


_PEACE = words(
    "talks delegation negotiators negotiations base bases barracks home visit positions table "
    "camp prisoners bodies funeral leave leader leaders chief minister president"
)


def defeat(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A defeated B in X", "B was routed in X by A"."""
    loser, holder = _done_to(scene, item)
    if loser is None or loser is holder or loser not in scene.actors:
        return
    if not _GAMES.isdisjoint(scene.line.sentence.vocabulary):
        return
    effect = Effect.LOSES if holder is None else Effect.TAKES
    for place in scene.places:
        if place.preposition in {"in", "from"} and place.head is None and not is_area(place):
            yield ClaimDraft(effect, place, scene, item, holder, loser, sure=0.7)


def _behind(scene: Scene, item: Item) -> Item | None:
    """The party that a verb has as its object."""
    own = [one for one in scene.actors if one.preposition is None]
    if scene.language == "nl":
        agent = agent_of(scene, item)
        return first_of([one for one in own if one is not agent])
    return first_of([one for one in own if one.start > item.start])


def _done_to(scene: Scene, item: Item) -> tuple[Item | None, Item | None]:
    """To whom something was done, and by whom, in either voice."""
    if is_passive(scene, item):
        return first_of(scene.subjects), first_of(scene.governed("by"))
    return _behind(scene, item), agent_of(scene, item)


_GAMES = words(
    "match game football cup final qualifier championship tournament election court "
    "wedstrijd voetbal finale beker kampioenschap toernooi verkiezingen rechtbank duel"
)


def stripped(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A was stripped of X", "deprived A of X", "the attack cost A X"."""
    loser, holder = _done_to(scene, item)
    if loser is None or loser is holder:
        return
    robbed = _behind(scene, item) is loser
    for place in scene.places:
        if place.preposition not in {"of", None} or place.start < item.end:
            continue
        if place.head not in WHOLE or (place.preposition is None and not robbed):
            continue
        effect = Effect.LOSES if holder is None else Effect.TAKES
        yield ClaimDraft(effect, place, scene, item, holder, loser)


def gone(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "no Russian soldiers remain in X", "they no longer have a presence in X"."""
    if scene.clause.opening is Opening.CONDITIONAL or scene.clause.has(Sense.PLAN):
        return
    loser = _nobody_of(scene, item)
    if loser is None:
        return
    for place in [one for one in objects_of(scene, item) if one.start - item.end <= _NEAR]:
        if place.head is None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)


_NEAR = 4
_NONE = frozenset({"no", "none", "not", "single"})
"""As in "not a single Russian soldier"."""


def _nobody_of(scene: Scene, item: Item) -> Item | None:
    """The party of "no A fighters", or that "no longer" does it."""
    lowers = scene.line.sentence.lowers
    for actor in scene.actors:
        if actor.start >= item.start:
            break
        before = set(lowers[max(actor.start - _NO_WITHIN, scene.clause.first) : actor.start])
        if before & _NONE:
            return actor
    never = any(
        Sense.NEGATION in one.senses and one.text.lower() == "no" and one.end - one.start > 1
        for one in scene.clause.items
        if one.start < item.start
    )
    return agent_of(scene, item) if never else None


_NO_WITHIN = 4
