"""Which place somebody leaves: "pulled out of X", "most inhabitants of X have fled to Y"."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

FROM_WHERE = {
    EventKind.WITHDRAWAL: ("from", None, "in"),
    EventKind.DISPLACEMENT: ("from", "in", None),
}


def place_left(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """The place that somebody leaves; not where they go."""
    own = _out_of(scene, item) or _home(scene, kind)
    if own is not None:
        return own
    for wanted in FROM_WHERE[kind]:
        if wanted == "in" and any(place.preposition == "to" for place in scene.places):
            continue
        for place in scene.places:
            goal = place.start > item.start and is_goal(scene, place)
            if place.preposition == wanted and not goal:
                return place
    camp = _camp_left(scene)
    if camp is not None:
        return camp
    if _leaves_part(scene, item):
        return next((one for one in scene.places if one.preposition in {"near", "of"}), None)
    return next(iter(scene.topics), None)


def is_goal(scene: Scene, place: Item) -> bool:
    """Whether it is where they go: "fled into neighbouring X"."""
    lowers = scene.line.sentence.lowers
    return not _INTO.isdisjoint(lowers[max(place.start - 2, 0) : place.start])


_INTO = frozenset({"into", "naar", "towards", "toward", "richting"})


def _out_of(scene: Scene, item: Item) -> Item | None:
    """The place right behind "pulled out of", whose "of" belongs to no other noun."""
    following = scene.line.after(item)
    if following is None or following.senses.get(Sense.PREPOSITION) != "of":
        return None
    if scene.line.tokens[item.end - 1].lower not in _OUT:
        return None
    return next((place for place in scene.places if place.start > item.end), None)


_OUT = frozenset({"out", "away", "clear"})


def _home(scene: Scene, kind: EventKind) -> Item | None:
    """Where those live who flee: "most inhabitants of X have fled to Y"."""
    if kind is not EventKind.DISPLACEMENT:
        return None
    for place in scene.places:
        of = scene.line.at[place.start - 1] if place.start else None
        if of is None or of.senses.get(Sense.PREPOSITION) not in _LIVING:
            continue
        people = scene.line.at[of.start - 1] if of.start else None
        if people is not None and Sense.PEOPLE in people.senses:
            return place
    return None


_LIVING = frozenset({"of", "from", "in"})


def _camp_left(scene: Scene) -> Item | None:
    """The town of "out of a camp near X", "uit een kamp bij X"."""
    for place in scene.places:
        if place.preposition not in {"near", "of"}:
            continue
        before = [one for one in scene.clause.items if 0 <= place.start - one.end <= _CAMP_WITHIN]
        left = any(one.senses.get(Sense.PREPOSITION) == "from" for one in before)
        if left and any(Sense.SETTLEMENT in one.senses for one in before):
            return place
    return None


_CAMP_WITHIN = 7


def _leaves_part(scene: Scene, item: Item) -> bool:
    """Whether what is left lies in or near the place: "abandoned their base outside X"."""
    return frame_of(scene, item) == "leave" and any(
        Sense.FACILITY in other.senses for other in scene.clause.items
    )
