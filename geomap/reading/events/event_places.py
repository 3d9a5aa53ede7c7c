"""Where a clause says that something happened."""

from collections.abc import Sequence

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import is_passive
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.events.places_around import (
    SCENES,
    place_after,
    place_before,
    place_behind,
    place_later,
)
from geomap.reading.events.places_left import FROM_WHERE, place_left
from geomap.reading.language.items import Item, is_government
from geomap.reading.language.words import Sense

_PREFERRED = ("on", "off", "in", "of", "against", "near", "from", "for")
_BESIDE = 2
"""Tokens between a word and its own place: "the battle for X"."""
_PARTIES = frozenset({"with", "by"})
"""A capital after one of these is a party: "a deal with Damascus"."""


def places_of_event(scene: Scene, item: Item, kind: EventKind) -> list[Item] | list[None]:
    """Where it happened: what the word itself governs, then any place of the clause."""
    besieged = _besieged(scene, item, kind)
    if besieged:
        return besieged
    first = (
        place_behind(scene, item)
        or _of_country(scene, item, kind)
        or _place(scene, item, kind)
        or place_after(scene)
        or _struck(scene, item, kind)
    )
    first = first or _country(scene, kind) or place_before(scene, item, kind)
    first = first or place_later(scene, item, kind)
    if first is None or is_area(first):
        first = _above_all(scene) or _aside_beside(scene, first) or first
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
    return [first, *listed]


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
    first = later.places[0] if later.places else None
    return first if first and first.preposition in SCENES and not is_area(first) else None


def _besieged(scene: Scene, item: Item, kind: EventKind) -> list[Item]:
    """Those of "the besieged towns of A and B", "twee belegerde dorpen, A en B"."""
    names = scene.line.at[item.end : item.end + _NEAR_NAME]
    if kind is not EventKind.SIEGE or not any(
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


def _country(scene: Scene, kind: EventKind) -> Item | None:
    """A country in which it is said to be, where no smaller place is named."""
    if kind in _NOWHERE:
        return None
    wanted = _FROM_COUNTRY if kind is EventKind.WITHDRAWAL else _IN_COUNTRY
    for other in scene.actors:
        mention = other.mention
        if (
            mention is not None
            and other.actor is None
            and other.preposition in wanted
            and not is_government(mention)
            and (
                kind is EventKind.DISPLACEMENT
                or _is_abroad(scene, other)
                or is_a_side_of(scene, other)
            )
        ):
            return other
    return None


def _of_country(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """The country of "its offensive in Ukraine", "the withdrawal of all from Afghanistan"."""
    farthest = _OF_COUNTRIES.get(kind)
    if farthest is None:
        return None
    for other in scene.actors:
        gap = other.start - item.end
        if other.actor is None and other.preposition in _FROM_COUNTRY and 0 <= gap <= farthest:
            smaller = any(0 <= place.start - other.end <= _BESIDE for place in scene.places)
            return None if smaller or other.mention is None else other
    return None


def is_a_side_of(scene: Scene, country: Item) -> bool:
    """As in "in southern Iraq", "in Noord-Syrië", "in the north-west of Syria"."""
    text = country.text.lower()
    if text.startswith(_SIDES) and "-" in text:
        return True
    before = scene.line.before(country)
    if before is None:
        return False
    lowers = scene.line.sentence.lowers
    return Sense.DIRECTION in before.senses or any(
        word.startswith(_SIDES) for word in lowers[before.start : country.start]
    )


_SIDES = ("noord", "zuid", "oost", "west", "north", "south", "east", "central", "centra", "midden")


def _is_abroad(scene: Scene, country: Item) -> bool:
    """Whether a country is another than that of the place which the report is speaking of."""
    here = scene.focus.mention if scene.focus is not None else None
    there = country.mention
    if here is None or here.place is None or there is None or there.place is None:
        return True
    return here.place.country != there.place.country


_OF_COUNTRIES = {EventKind.OFFENSIVE: _BESIDE, EventKind.WITHDRAWAL: 6}
"""What can be of all of a country, and how many tokens behind it that is named."""
_NOWHERE = frozenset({EventKind.DECLARATION, EventKind.AGREEMENT, EventKind.SURRENDER})
_IN_COUNTRY = frozenset({"in"})
_FROM_COUNTRY = frozenset({"in", "from"})


def _is_sibling(scene: Scene, first: Item, place: Item) -> bool:
    """Whether only names, commas and "and" stand between two places."""
    for position in range(first.end, place.start):
        other = scene.line.at[position]
        if other is None or not (
            Sense.PLACE in other.senses
            or Sense.MARK in other.senses
            or Sense.CONJUNCTION in other.senses
        ):
            return False
    return True


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
