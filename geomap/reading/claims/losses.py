"""Who loses which place, and to whom."""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.coming_back import had_before
from geomap.reading.claims.handovers import admitted_by, handed_over_in, told_by
from geomap.reading.claims.hands import WHOLE
from geomap.reading.claims.parts import is_where_some, last_held
from geomap.reading.claims.takings import INFERRED
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import (
    actor_after,
    agent_of,
    first_of,
    is_passive,
    objects_of,
    there,
)
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.partners import partners_of
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def lose(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A lost X to B"; without B it is only lost."""
    holder = first_of(scene.governed("to")) or _after_to(scene, item)
    passive = is_passive(scene, item)
    loser = _who_lost(scene, item, passive=passive)
    places = scene.topics if passive else objects_of(scene, item)
    if not places and holder is not None and loser is None:
        # "The town surrendered to the army."
        places = scene.topics
    if not places:
        places = handed_over_in(scene) if holder is not None else []
        places = places or last_held(scene, item)
    for place in places:
        if place.head not in WHOLE:
            continue
        loser = loser or place.kept_by
        if holder is not None:
            taker = _each_to(scene, place) or holder
            yield ClaimDraft(Effect.TAKES, place, scene, item, taker, loser)
        elif loser is not None:
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser)
        elif passive and _is_lost(item):
            yield ClaimDraft(Effect.TAKES, place, scene, item, inferred=True, sure=INFERRED)


def _who_lost(scene: Scene, item: Item, *, passive: bool) -> Item | None:
    if not passive:
        return agent_of(scene, item)
    return first_of(scene.governed("by")) or admitted_by(scene)


def _each_to(scene: Scene, place: Item) -> Item | None:
    """Who got a place of Dutch "verloor X aan A en Y aan B": the next that is named."""
    takers = scene.governed("to")
    if scene.language != "nl" or len(takers) < _TWO:
        return None
    return next((one for one in takers if one.start > place.start), None)


_TWO = 2


def _is_lost(item: Item) -> bool:
    """As in "X was lost", which is to have fallen."""
    return item.text.lower() in {"lost", "verloren"}


def _after_to(scene: Scene, item: Item) -> Item | None:
    """As in "handed over to a unit of the army"."""
    for other in scene.clause.items:
        if other.start >= item.end and other.senses.get(Sense.PREPOSITION) == "to":
            after = actor_after(scene, other)
            return after if after is not None and after.start - other.end <= _TO_WITHIN else None
    return None


_TO_WITHIN = 6


def drive(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A drove B out of X", "B was driven from X by A"."""
    if _from_power(scene, item):
        return
    places = _driven_from(scene, item)
    if not places and not scene.places and _drives_out(scene, item):
        places = (
            [] if any(_are_people(scene, one) for one in scene.subjects) else places_meant(scene)
        )
    places = places or last_held(scene, item)
    passive = is_passive(scene, item)
    if passive:
        loser = first_of(scene.subjects)
        holder = first_of(scene.governed("by")) or told_by(scene, loser)
    else:
        holder = agent_of(scene, item)
        doers = [holder, *partners_of(scene, holder)] if holder is not None else []
        others = (one for one in scene.actors if one not in doers)
        behind = scene.language == "en"
        loser = next(
            (
                one
                for one in others
                if one.preposition is None and not (behind and one.start < item.start)
            ),
            None,
        )
        if loser is None and _is_headline(scene, item):
            holder, loser = None, holder
    if loser is not None and not _drives_back(scene, places):
        for place in places:
            effect = _driven(place, holder)
            if effect is not None:
                yield ClaimDraft(effect, place, scene, item, holder, loser)


def _driven_from(scene: Scene, item: Item) -> list[Item]:
    behind = -1 if scene.language == "nl" else item.start
    places = [
        place
        for place in scene.places
        if (place.preposition == "from" and place.start > behind) or is_left(place, item)
    ]
    if not places and "drive:d:uit" in item.senses.get(Sense.PARTED, ""):
        # "Joegen het leger de stad uit."
        places = [place for place in scene.places if place.preposition is None]
    return places


def _from_power(scene: Scene, item: Item) -> bool:
    """Whether somebody was driven from no place: "ousted from power in Kabul"."""
    behind = scene.line.sentence.lowers[item.end : item.end + _POWER_WITHIN]
    return not _POWER.isdisjoint(behind)


_POWER_WITHIN = 3
_POWER = frozenset({"power", "office", "macht"})


def _is_headline(scene: Scene, item: Item) -> bool:
    """Whether Dutch "IS verdreven uit X" goes without its auxiliary."""
    if scene.language != "nl" or scene.clause.has(Sense.HAVE) or scene.clause.has(Sense.BE):
        return False
    return "n" in forms_of(item) and scene.clause.opening is Opening.MAIN


def _driven(place: Item, holder: Item | None) -> Effect | None:
    """What it means for a place that somebody was driven from it, or from a part of it."""
    if place.head not in WHOLE:
        return Effect.CONTESTS if place.head == "part" else None
    return Effect.LOSES if holder is None else Effect.TAKES


def _drives_back(scene: Scene, places: Sequence[Item]) -> bool:
    """Whether somebody only came no nearer: "drove the rebels back from X"."""
    first = places[0].start if places else 0
    return scene.language == "en" and any(
        token.lower == "back" for token in scene.line.tokens[max(first - 4, 0) : first]
    )


def _are_people(scene: Scene, loser: Item) -> bool:
    """As in "hundreds of thousands of Azeris were driven out", who are no army."""
    position = loser.start - 1
    while position >= 0 and scene.line.tokens[position].lower in {"of", "van", "de"}:
        position -= 1
    return position >= 0 and scene.line.tokens[position].lower.endswith(_MANY)


_MANY = ("duizenden", "thousands", "hundreds", "honderden", "miljoen", "million")


def places_meant(scene: Scene) -> list[Item]:
    """Where nobody is left, when it is not named: "X, where they ousted IS", "drove them out"."""
    if scene.language == "nl" and is_where_some(scene):
        return []
    if scene.clause.opening is Opening.RELATIVE and scene.topics:
        return scene.topics
    before = had_before(scene)
    if before:
        return before
    meant = there(scene) or scene.focus
    if meant is None and scene.language == "en" and scene.former is not None:
        # "X changed hands when the army drove out the rebels", "IS had X until they drove it out".
        former = scene.former
        return former.topics or [one for one in former.places if one.preposition is None]
    return [meant] if meant is not None else []


def _drives_out(scene: Scene, item: Item) -> bool:
    """Whether a verb says that nobody is left, so that the place can go without saying."""
    lowers = scene.line.sentence.lowers
    if lowers[item.start - 1] in {"are", "is"} and is_passive(scene, item):
        # "Rebels say that they are forced out by sieges" tells of no place.
        return False
    last, behind = lowers[item.end - 1], lowers[item.end : item.end + _OUT_WITHIN]
    # "Drove the rebels out in March."
    parted = "out" in behind and behind[-1] != "out" and behind[behind.index("out") + 1] != "of"
    return last == "out" or last in _OUT or (scene.language == "en" and parted)


_OUT_WITHIN = 5


_OUT = frozenset(
    [
        "expelled",
        "ousted",
        "evicted",
        "verdreef",
        "verdreven",
        "verjoeg",
        "verjoegen",
        "verjaagd",
        "verjaagde",
        "verjaagden",
    ]
)


def is_left(place: Item, item: Item) -> bool:
    """As in "driven out of X", where "out" belongs to the verb."""
    return place.preposition == "of" and place.governor is item
