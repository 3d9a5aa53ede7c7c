"""Where an event was that names no place of its own: what the clauses around it say."""

from collections.abc import Sequence

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of, is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area, is_settled
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.events.places_left import FROM_WHERE
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

SCENES = frozenset({"in", "near", "on"})
"""Before a place in which something happens."""


def _where_of(scene: Scene) -> Item | None:
    """The place before "where": "Benghazi, where they declared victory"."""
    opener = scene.clause.opener
    if opener is None or opener.text.lower() not in _WHERE:
        return None
    for position in range(opener.start - 1, max(opener.start - 1 - _FARTHEST, -1), -1):
        other = scene.line.at[position]
        if other is not None and Sense.PLACE in other.senses and _is_town(other):
            return other
    return None


def _is_town(item: Item) -> bool:
    return is_settled(item) and not is_area(item)


_WHERE = frozenset({"where", "waar", "waarin"})
_FARTHEST = 6


def place_before(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """A place that the sentence has named before as where it plays."""
    antecedent = _where_of(scene)
    if antecedent is not None or kind is EventKind.DECLARATION:
        return antecedent or _own_country(scene, kind)
    follows = scene.clause.opening in _HANGING or _is_phrase(scene, item)
    area: Item | None = None
    beside: Item | None = None
    former = scene.former
    while former is not None:
        if _is_aside(former):
            beside = beside or _lies_near(former)
            former = former.former
            continue
        for place in former.places:
            beside = beside if is_area(place) else None
            if place.preposition in SCENES or (follows and _is_object(former, place)):
                if not is_area(place):
                    return place
                area = area or (place if former.former is None else None)
        former = former.former
    return beside or area


def _is_object(former: Scene, place: Item) -> bool:
    """Whether a clause acted on a place: "retook X", "took control of the town of X"."""
    if place.preposition != "of":
        return place.preposition is None
    return any(frame_of(former, one) in _TAKING for one in former.clause.telling)


def _is_phrase(scene: Scene, item: Item) -> bool:
    """Whether a clause has no verb, but for the noun itself: "after a week of clashes"."""
    if scene.verb is None or scene.verb is not item:
        return scene.verb is None
    return _is_of(scene, item) or not is_verb_here(scene, item)


def _is_of(scene: Scene, item: Item) -> bool:
    """Whether a noun hangs on "of", with an adjective between: "two days of fierce battles"."""
    before = scene.line.at[item.start - 2] if item.start > 1 and Sense.NOUN in item.senses else None
    return before is not None and before.senses.get(Sense.PREPOSITION) == "of"


def _lies_near(aside: Scene) -> Item | None:
    """The town of "on the river Khabur, near X"."""
    near = (one for one in aside.places if one.preposition == "near" and not is_area(one))
    return next(near, None) if aside.clause.opening is not Opening.RELATIVE else None


_HANGING = frozenset({Opening.SUBORDINATE, Opening.RELATIVE})


def _own_country(scene: Scene, kind: EventKind) -> Item | None:
    """The country that declares something of its own: "Iraq declared the war won"."""
    countries = (one for one in scene.subjects if one.actor is None and one.mention is not None)
    return next(countries, None) if kind is EventKind.DECLARATION else None


def _is_aside(scene: Scene) -> bool:
    """Whether a clause tells of something else, or only where a place lies: "south of X"."""
    if scene.clause.opening is Opening.RELATIVE:
        return True
    return scene.verb is None and scene.former is not None and _says_where(scene)


def _says_where(scene: Scene) -> bool:
    """Whether a clause begins with how far it is from another place: "some 90 km north of X"."""
    for one in scene.clause.items:
        if one.senses.get(Sense.PREPOSITION) == "near":
            return True
        if Sense.PLACE in one.senses or one.senses.get(Sense.PREPOSITION, "about") != "about":
            return False
    return False


def place_after(scene: Scene) -> Item | None:
    """What a clause acts on, named behind a comma: "verlieten 4.500 mensen, onder wie ..., X"."""
    later = scene.later
    if scene.language == "en":
        return _apposed(scene)
    while later is not None and later.verb is None and later.clause.opening is Opening.GOES_ON:
        for place in later.places:
            if place.preposition is None:
                return place
        later = later.later
    return None


def place_beside(scene: Scene, kind: EventKind) -> Item | None:
    """The town that a place lies by which nobody knows: "on a road, just north of X"."""
    later = scene.later
    if later is None or later.verb is not None or later.clause.opening is not Opening.GOES_ON:
        return None
    if kind in FROM_WHERE or scene.places or scene.topics or not _says_where(later):
        return None
    named = (one for one in later.places if Sense.ANAPHOR not in one.senses)
    return next((one for one in named if _is_known_town(one)), None)


def _apposed(scene: Scene) -> Item | None:
    """The name of "struck its second city, Ganja, killing one"."""
    later, items = scene.later, scene.clause.items
    if later is None or later.verb is not None or not later.places or not items:
        return None
    place, kind = later.places[0], items[-1]
    named = Sense.SETTLEMENT in kind.senses and kind.end == scene.clause.last
    return place if named and place.start == later.clause.first else None


def place_later(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """What the clause acts on that an aside goes with: "backed by air strikes, they took X"."""
    later = scene.later
    if kind is EventKind.OFFENSIVE and later is not None and _is_done_by_them(scene, later):
        return _taken(later)
    if kind in FROM_WHERE or not _hangs(scene, item):
        return None
    while later is not None and later.clause.opening is Opening.GOES_ON:
        for place in later.places:
            if place.preposition in _ACTED_ON and _is_known_town(place):
                return place
        later = later.later
    return None


def _is_done_by_them(scene: Scene, later: Scene) -> bool:
    """Whether who began an operation did more: "launched an operation and drove them out of X"."""
    goes_on = later.clause.opening is Opening.GOES_ON and later.verb is not None
    if not goes_on or not scene.subjects or later.subjects[:1] != scene.subjects[:1]:
        return False
    opener = later.clause.opener
    joined = opener is not None and Sense.CONJUNCTION in opener.senses
    return joined and any(frame_of(later, one) in _TAKING for one in later.clause.telling)


_TAKING = frozenset({"take", "retake", "drive"})


def _taken(later: Scene) -> Item | None:
    towns = (one for one in later.places if one.preposition in {None, "from", "of", "on"})
    return next((one for one in towns if _is_known_town(one)), None)


def _is_known_town(place: Item) -> bool:
    return place.mention is not None and place.mention.place is not None and not is_area(place)


def _hangs(scene: Scene, item: Item) -> bool:
    """Whether a clause has no verb of its own, or only tells what went with another."""
    if _is_phrase(scene, item) or scene.clause.opening is Opening.SUBORDINATE:
        return True
    forms = forms_of(scene.verb) if scene.verb is not None else ""
    return scene.former is not None and ("g" in forms or forms == "n")


_ACTED_ON = SCENES | {None, "of"}


def described(scene: Scene, item: Item) -> Sequence[Item]:
    """The places of "A and B, two villages besieged by rebels"."""
    former = scene.former
    if former is None or former.verb is None or scene.verb is not item or scene.places:
        return ()
    if "n" not in forms_of(item) or scene.clause.opening is not Opening.GOES_ON:
        return ()
    if not any(Sense.SETTLEMENT in one.senses for one in scene.clause.items[:_OPENING]):
        return ()
    last = former.places[-1] if former.places else None
    if last is None or last.end < former.clause.last - 1:
        return ()
    return [one for one in former.places if one is last or (one.listed and last.listed)]


_OPENING = 3


def place_behind(scene: Scene, item: Item) -> Item | None:
    """Where a relative clause says it was: "the raid on Saturday that killed 17 in X"."""
    later = scene.later
    if Sense.NOUN not in item.senses or later is None or is_verb_here(scene, item):
        return None
    if later.clause.opening is not Opening.RELATIVE or later.clause.first - item.end > _DAY_LONG:
        return None
    if any(item.start < place.start for place in scene.places):
        return None
    towns = (one for one in later.places if one.preposition in SCENES and not is_area(one))
    return next(towns, None)


_DAY_LONG = 4
"""Tokens between a noun and its relative clause, such as "late on Saturday"."""
