"""Where a clause says that something happened."""

from collections.abc import Sequence

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of, is_passive
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.events.countries import country_behind, country_of
from geomap.reading.events.places_around import (
    SCENES,
    described,
    place_after,
    place_before,
    place_behind,
    place_beside,
    place_later,
)
from geomap.reading.events.places_left import FROM_WHERE, place_left
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

_PREFERRED = ("on", "off", "in", "of", "against", "near", "from", "for")
_BESIDE = 2
"""Tokens between a word and its own place: "the battle for X"."""
_PARTIES = frozenset({"with", "by"})
"""A capital after one of these is a party: "a deal with Damascus"."""


def places_of_event(scene: Scene, item: Item, kind: EventKind) -> list[Item] | list[None]:
    """Where it happened: what the word itself governs, then any place of the clause."""
    named = _besieged(scene, item, kind) or described(scene, item)
    if named:
        return list(named)
    first = (
        place_behind(scene, item)
        or country_behind(scene, item, kind)
        or _place(scene, item, kind)
        or place_after(scene)
        or place_beside(scene, kind)
        or _struck(scene, item, kind)
    )
    first = first or country_of(scene, kind) or place_before(scene, item, kind)
    first = first or place_later(scene, item, kind)
    if first is None or is_area(first):
        first = _above_all(scene) or _aside_beside(scene, first) or first
    if first is not None and _acts_itself(scene, first, item):
        # "Kiev is gestart met een offensief, nabij Cherson."
        first = _aside_behind(scene) or place_later(scene, item, kind)
    if first is None:
        return [None]
    if first in scene.topics and first not in scene.places:
        return list(scene.topics)
    listed = [
        place
        for place in scene.places
        if place.start > first.start
        and place.preposition == first.preposition
        and place.governor is first.governor
        and _is_sibling(scene, first, place)
    ]
    if first in scene.places and scene.places[-1] in {first, *listed} and kind not in FROM_WHERE:
        last, more = scene.places[-1], scene.listed
        own = bool(more) and _is_sibling(scene, last, more[0])
        listed += more if own else _in_others_too(scene, first)
    if len(listed) == 1 and _is_its_province(scene, first, listed[0]):
        return [first]
    return [first, *listed]


def _is_its_province(scene: Scene, town: Item, place: Item) -> bool:
    """Whether a name only says in which province a town is: "in Bama, Borno"."""
    if is_area(town) or not is_area(place):
        return False
    return place.start == town.end + 1 and scene.line.tokens[town.end].text == ","


def _aside_behind(scene: Scene) -> Item | None:
    """The town of an aside behind the clause: ", near X"."""
    later = scene.later
    if later is None or later.verb is not None or not later.places:
        return None
    first = later.places[0]
    return first if first.preposition in SCENES and not is_area(first) else None


def _acts_itself(scene: Scene, place: Item, item: Item) -> bool:
    """Whether a capital begins it, rather than that it happens there."""
    where = place.mention.place if place.mention is not None else None
    if where is None or where.kind != "capital" or place.preposition is not None:
        return False
    begun = any(frame_of(scene, one) == "launch" for one in scene.clause.items)
    begun = begun or not _BEGUN.isdisjoint(scene.line.sentence.vocabulary)
    abroad = scene.cast.country is not None and where.country != scene.cast.country
    return (begun or abroad) and place.start < item.start and not is_passive(scene, item)


_BEGUN = frozenset({"gestart", "begonnen", "begon", "started", "began", "launched", "gelanceerd"})


def _in_others_too(scene: Scene, first: Item) -> list[Item]:
    """The rest of "in A, in B and near C"."""
    later = scene.later
    if later is None or later.verb is not None or later.actors or first.preposition is None:
        return []
    if later.clause.opening is not Opening.GOES_ON or not later.clause.has(Sense.CONJUNCTION):
        return []
    begins = later.clause.items[0].senses.get(Sense.PREPOSITION) == first.preposition
    return [one for one in later.places if begins and one.preposition in SCENES | {"off"}]


def _above_all(scene: Scene) -> Item | None:
    """The town of "fighting goes on in the Donbas, especially around X"."""
    later = scene.later
    if later is None or later.verb is not None:
        return None
    lowers = scene.line.sentence.lowers
    towns = [place for place in later.places if place.preposition in SCENES]
    if not towns or _ESPECIALLY.isdisjoint(lowers[later.clause.first : towns[0].start]):
        return None
    return towns[0]


_ESPECIALLY = frozenset(
    (
        *("especially", "particularly", "mainly", "mostly", "notably", "chiefly"),
        *("vooral", "voornamelijk", "hoofdzakelijk", "name", "bijzonder"),
    )
)


def _aside_beside(scene: Scene, area: Item | None) -> Item | None:
    """The town of "a camp in the province of Y, near X"."""
    later = scene.later
    if (
        area is None
        or later is None
        or later.verb is not None
        or area.end + 1 < later.clause.first - 1
    ):
        return None
    return _aside_behind(scene)


def _besieged(scene: Scene, item: Item, kind: EventKind) -> list[Item]:
    """Those of "the besieged towns of A and B", "twee belegerde dorpen, A en B"."""
    if kind is not EventKind.SIEGE:
        return []
    names = scene.line.at[item.end : item.end + _NEAR_NAME]
    if not any(
        one is not None and (Sense.SETTLEMENT in one.senses or Sense.PART in one.senses)
        for one in names
    ):
        return []
    found: list[Item] = []
    one: Scene | None = scene
    while one is not None and (not found or one.verb is None):
        found += [
            place
            for place in one.places
            if place.start > item.end
            and not _has_capital(place)
            and (not found or _is_sibling(scene, found[-1], place))
        ]
        one = one.later
    return found


_NEAR_NAME = 2
"""Tokens between "besieged" and "town": "belegerde sjiitische dorpen"."""


def _struck(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """A capital that is under fire or besieged, and does not act: "Kyiv was bombed"."""
    suffers = item.text.lower() in {"under", "onder"} or is_passive(scene, item)
    if kind not in _DONE_TO_PLACES or not suffers:
        return None
    capitals = (one for one in scene.actors if one.mention is not None and one.actor is None)
    return next((one for one in capitals if one.preposition is None), None)


_DONE_TO_PLACES = frozenset({EventKind.AIR_STRIKE, EventKind.SHELLING, EventKind.SIEGE})


def _is_sibling(scene: Scene, first: Item, place: Item) -> bool:
    """Whether only names, commas and "and" stand between two places."""
    between = range(first.end, place.start)
    joined = any(_has(scene, position, Sense.CONJUNCTION) for position in between)
    if not joined and any(_has(scene, position, Sense.DETERMINER) for position in between):
        # "Darayya, a suburb of Damascus."
        return False
    for position in between:
        other = scene.line.at[position]
        if other is None and scene.line.tokens[position].lower in _PROVINCES:
            continue
        of = other is not None and other.senses.get(Sense.PREPOSITION) == "of"
        if other is None or not (of or _LISTING & other.senses.keys()):
            return False
    return True


def _has(scene: Scene, position: int, sense: str) -> bool:
    other = scene.line.at[position]
    return other is not None and sense in other.senses


_LISTING = frozenset(
    {
        *(Sense.PLACE, Sense.MARK, Sense.CONJUNCTION),
        # "Raqqa and the town of Tabqa".
        *(Sense.DETERMINER, Sense.SETTLEMENT, Sense.DIRECTION),
    }
)
_PROVINCES = frozenset(
    {"provinces", "states", "districts", "governorates", "regions", "province", "state"}
)
"""What can stand behind the first names of a list."""


def _place(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """The first place, by how closely it belongs to the word."""
    if kind in FROM_WHERE:
        return place_left(scene, item, kind)
    parties = _PARTIES | {None} if kind is EventKind.AGREEMENT else _PARTIES
    places = [
        place
        for place in scene.places
        if place.preposition not in parties and not _has_capital(place)
    ]
    places = _off_the_road(scene, places)
    for place in places:
        if place.start > item.start and (place.governor is item or place.preposition is None):
            return place
    done_to = _done_to(scene, item, places)
    if done_to is not None:
        return done_to
    beside = [place for place in places if 0 <= place.start - item.end <= _BESIDE]
    for place in beside:
        if place.preposition in _PREFERRED and not is_area(place):
            return place
    towns = [place for place in places if not is_area(place)]
    among = towns or places
    if kind is EventKind.AGREEMENT:
        return _preferred(item, among)
    return _preferred(item, among) or next(iter(among or scene.topics), None)


def _off_the_road(scene: Scene, places: list[Item]) -> list[Item]:
    """The places but those that a road or line only runs between: "de weg tussen A en B"."""
    if _BETWEEN.isdisjoint(scene.line.sentence.vocabulary):
        return places
    lowers = scene.line.sentence.lowers
    ends = [one for one in places if one.start and lowers[one.start - 1] in _BETWEEN]
    return [
        one
        for one in places
        if one not in ends and not any(_is_sibling(scene, end, one) for end in ends)
    ]


_BETWEEN = frozenset({"between", "tussen"})


def _done_to(scene: Scene, item: Item, places: Sequence[Item]) -> Item | None:
    """What a Dutch verb at the end acts on: "werd vanuit Kilis ook Tal Rifaat beschoten"."""
    if scene.language != "nl" or Sense.VERB not in item.senses:
        return None
    return next((one for one in places if one.preposition is None and one.start < item.start), None)


def _has_capital(place: Item) -> bool:
    """Whether it was in the capital of a province, which the report has named before."""
    governor = place.governor
    return governor is not None and Sense.SEAT in governor.senses and is_area(place)


def _preferred(item: Item, places: Sequence[Item]) -> Item | None:
    """The place by its preposition; of those that are alike, first one behind the word."""
    after = [place for place in places if place.start > item.start]
    for wanted in _PREFERRED:
        for place in (*after, *places):
            if place.preposition == wanted:
                return place
    return None
