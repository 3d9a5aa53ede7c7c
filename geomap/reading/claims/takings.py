"""Who takes which place, by the verb or noun that says it."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from geomap.domain.statements import Effect
from geomap.reading.claims.entering import is_unopposed
from geomap.reading.claims.good_for import good_for
from geomap.reading.claims.holding import NOT_ITSELF, hold
from geomap.reading.claims.parts import (
    had_taken,
    last_held,
    names_part,
    part_of_it,
    takes_ground,
    takes_several,
)
from geomap.reading.claims.proclaimed import (
    claimed_by,
    cleared_of,
    declared,
    declarer,
    is_free_of,
    official,
    told_of,
)
from geomap.reading.claims.setbacks import lost_by, struck_by
from geomap.reading.claims.whole_countries import free_country
from geomap.reading.clauses.deeds import (
    agent_of,
    first_of,
    frame_of,
    freed_from,
    is_passive,
    objects_of,
    owner_of,
    places_of,
)
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.nearly import is_almost

INFERRED = 0.6
"""How sure a claim is whose taker follows from the rest of the report."""


def taken(
    scene: Scene, item: Item, places: Sequence[Item], holder: Item | None, loser: Item | None
) -> Iterator[ClaimDraft]:
    """Claims that a holder took places, or fights for what it took a part of."""
    almost = is_almost(scene, item)
    for place in places:
        if place.head in NOT_ITSELF:
            continue
        if almost and is_area(place):
            # Most of a province says little of any place in it.
            continue
        effect = Effect.CONTESTS if almost or place.head == "part" else Effect.TAKES
        draft = ClaimDraft(effect, place, scene, item, holder, loser or place.kept_by)
        draft.once = draft.passing = had_taken(scene, item)
        if holder is None:
            draft.inferred, draft.sure = True, INFERRED
        yield draft


def take(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "A took X from B", "X was taken by A"."""
    if frame_of(scene, item) == "retake":
        yield from free_country(scene, item)
    loser = first_of(scene.governed("from", "off", "against"))
    loser = loser or freed_from(scene, item)
    if is_passive(scene, item):
        yield from _was_taken(scene, item, loser)
        return
    places = objects_of(scene, item)
    meant = declared(scene, item) if not places else None
    if meant is not None:
        yield from taken(scene, item, [meant], declarer(scene, item), loser)
        return
    agent = agent_of(scene, item)
    if agent is None and scene.clause.has(Sense.SAID):
        agent = official(scene)
    if agent is None or _takes_time(scene, item):
        return
    rid = _rid(scene, item) if not places else None
    if rid is not None:
        from_places = [place for place in scene.places if place.preposition == "from"]
        yield from taken(scene, item, from_places, agent, rid)
    elif places:
        yield from taken(scene, item, places, agent, loser or cleared_of(scene, item))
        yield from _taken_again(scene, item, places, agent)
    else:
        yield from _part_taken(scene, item, agent, loser)


def _was_taken(scene: Scene, item: Item, loser: Item | None) -> Iterator[ClaimDraft]:
    """As in "X was taken by A", "declared X free of B"."""
    holder = first_of(scene.governed("by")) or declarer(scene, item) or told_of(scene)
    holder = holder or claimed_by(scene)
    meant = declared(scene, item) if not scene.topics or item.end - item.start > 1 else None
    places = [meant] if meant is not None else scene.topics
    gone = loser or cleared_of(scene, item)
    if gone is None and is_free_of(item):
        # "Free of mines".
        return
    yield from taken(scene, item, places, holder, gone)
    for other in _next_takers(scene, holder):
        yield from taken(scene, other, places, other, None)


def _takes_time(scene: Scene, item: Item) -> bool:
    """As in "took three hours to reach X"."""
    lowers = scene.line.sentence.lowers[item.end : item.end + _TIME_WITHIN]
    return "to" in lowers and any(word in _HOURS for word in lowers[: lowers.index("to")])


_HOURS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
_TIME_WITHIN = 5


def _taken_again(
    scene: Scene, item: Item, places: Sequence[Item], agent: Item
) -> Iterator[ClaimDraft]:
    """As in "seized X in September 2015 and again in October 2016"."""
    lowers = scene.line.sentence.lowers
    if scene.language != "en" or "again" not in lowers[item.end : scene.clause.last]:
        return
    at = lowers.index("again", item.end)
    if lowers[at - 1] == "and" and at + 1 < len(lowers) and lowers[at + 1] in {"in", "on"}:
        again = Item(at + 1, at + 2, lowers[at], item.senses)
        yield from taken(scene, again, places, agent, None)


def _next_takers(scene: Scene, holder: Item | None) -> Iterator[Item]:
    """The B of "was taken by A in 2015 and by B in 2016"."""
    lowers = scene.line.sentence.lowers
    for one in scene.governed("by"):
        before = lowers[max(one.start - _ANOTHER_WITHIN, 0) : one.start]
        if one is not holder and ("and", "by") in pairwise(before):
            yield one


_ANOTHER_WITHIN = 4


def _rid(scene: Scene, item: Item) -> Item | None:
    """The party in "cleared IS from X"."""
    own = [one for one in scene.actors if one.preposition is None and one.start > item.start]
    return first_of(own) if frame_of(scene, item) == "retake" else None


def _part_taken(scene: Scene, item: Item, agent: Item, loser: Item | None) -> Iterator[ClaimDraft]:
    """As in "seized several districts in X"; "In X, they took the town hall"."""
    whole = part_of_it(scene)
    if whole is not None:
        yield ClaimDraft(Effect.CONTESTS, whole, scene, item, agent, loser, sure=0.8)
        return
    part = names_part(scene, item)
    if not (part or takes_ground(scene, item)):
        return
    if last := last_held(scene, item):
        yield from taken(scene, item, last, agent, loser)
        return
    within = {"in", "of"} if part else {"in"}
    inside = [place for place in scene.places if place.preposition in within]
    places = inside or ([scene.focus] if part and scene.focus is not None else [])
    # "Recaptured ground west of X."
    around = any(place.preposition == "near" or is_area(place) for place in scene.places)
    if not inside and (around or takes_several(scene, item)):
        return
    if places and not is_area(places[0]):
        effect = Effect.TAKES if is_unopposed(scene) else Effect.CONTESTS
        yield ClaimDraft(effect, places[0], scene, item, agent, loser, sure=0.8)


def occupy(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who occupied a place took it; who occupies it holds it."""
    form = item.senses.get(Sense.VERB, "").partition(":")[2]
    # "Bezetten" is a form of the past too.
    lasts = (set(form) & {"s", "b"} and "d" not in form) or scene.clause.has(Sense.LASTING)
    opener = scene.clause.opener
    once = "d" in form and opener is not None and opener.text.lower() == "toen"
    if any(one.text.lower() in {"since", "sinds"} for one in scene.clause.items):
        lasts = True
    yield from hold(scene, item) if lasts and not once else take(scene, item)


def take_noun(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "the capture of X by A"; what has only begun is no capture."""
    if any(other.text.lower() in _BEGUN for other in scene.clause.items):
        return
    places = places_of(scene, item)
    loser = first_of(scene.governed("from", "off"))
    holder = first_of([one for one in scene.governed("by") if one.start > item.start])
    owner = owner_of(scene, item)
    agent = holder or owner or (agent_of(scene, item) if _can_act(scene, item) else None)
    said = agent is None and scene.clause.has(Sense.SAID)
    if said and (frame_of(scene, item) == "retake" or _is_claimed(scene)):
        agent = official(scene)
    agent = agent or good_for(scene)
    struck = struck_by(scene, item)
    if agent is None and struck is not None:
        yield from lost_by(scene, item, struck)
    elif agent is not None or frame_of(scene, item) == "retake":
        yield from taken(scene, item, places, agent, loser or struck)


def _can_act(scene: Scene, item: Item) -> bool:
    """Whether the subject is who took it: not in "met de inname van X is IS verslagen"."""
    return scene.language != "nl" or not any(
        one is not item and is_passive(scene, one) for one in scene.clause.items if one.tells
    )


def _is_claimed(scene: Scene) -> bool:
    """Whether who speaks says that it was they: "the president claimed the capture of X"."""
    if scene.verb is not None and scene.verb.text.lower().startswith("claim"):
        return True
    return not _HAILED.isdisjoint(
        scene.line.sentence.lowers[scene.clause.first : scene.clause.last]
    )


_HAILED = words(
    "bekendgemaakt bekend aangekondigd verkondigd opgeëist gevierd vierde vierden bejubeld "
    "announced hailed celebrated proclaimed"
)


_BEGUN = frozenset(
    (
        *("began", "begun", "begin", "started", "starts", "start", "launched", "launch"),
        *("begon", "begonnen", "begint", "beginnen", "gestart", "startte", "startten"),
    )
)


def win(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "won the battle for X"."""
    if not any(other.senses.get(Sense.NOUN) == "battle" for other in scene.clause.items):
        yield from take(scene, item)
        return
    places = [place for place in scene.places if place.preposition in {"on", "for", "of"}]
    by = first_of(scene.governed("by")) if is_passive(scene, item) else None
    yield from taken(scene, item, places, by or agent_of(scene, item), None)


def follow(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X volgde een week later": whoever took the place before it took X too."""
    # "X viel in handen van A, later gevolgd door Y."
    led = {None, "by"} if "n" in forms_of(item) and "d" not in forms_of(item) else {None}
    places = [one for one in scene.places if one.preposition in led and one.head is None]
    own = len(led) == 1 and any(one in scene.actors for one in scene.subjects)
    if own or scene.clause.has(Sense.HAVE):
        return
    for place in places:
        yield ClaimDraft(Effect.TAKES, place, scene, item, sure=INFERRED, follows=True)


def clear(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "wiped out the last pockets of IS in X": then X is taken."""
    lowers = scene.line.sentence.lowers[item.end : scene.clause.last]
    if scene.clause.has(Sense.COMPLETING) or not _LAST.isdisjoint(lowers):
        places = [place for place in scene.places if place.preposition == "in"]
        rest = [one for one in scene.actors if one.start > item.start and one.preposition is None]
        loser = first_of(scene.governed("of")) or first_of(rest)
        yield from taken(scene, item, places, agent_of(scene, item), loser)


_LAST = frozenset({"last", "final", "remaining"})
