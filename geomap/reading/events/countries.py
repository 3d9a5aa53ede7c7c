"""Events of a whole country: where one is named and no smaller place."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.places_left import is_goal
from geomap.reading.language.items import Item, is_government
from geomap.reading.language.words import Sense

_BESIDE = 2
"""Tokens between a country and a smaller place in it."""


def country_of(scene: Scene, kind: EventKind) -> Item | None:
    """A country in which it is said to be, where no smaller place is named."""
    if kind in _NOWHERE:
        return None
    wanted = _OF_COUNTRY.get(kind, _IN_COUNTRY)
    for other in scene.actors:
        mention = other.mention
        if (
            mention is not None
            and other.actor is None
            and other.preposition in wanted
            and not is_government(mention)
            and not is_goal(scene, other)
            and (
                kind is EventKind.DISPLACEMENT
                or _is_abroad(scene, other)
                or is_a_side_of(scene, other)
            )
        ):
            return other
    return None


def country_behind(scene: Scene, item: Item, kind: EventKind) -> Item | None:
    """The country of "its offensive in Ukraine", "the withdrawal of all from Afghanistan"."""
    farthest = _OF_COUNTRIES.get(kind)
    if farthest is None:
        return None
    for other in scene.actors:
        if is_goal(scene, other):
            continue
        gap = other.start - item.end
        # "Its invasion in the north-east of Syria."
        most = farthest + _SIDE_LONG if is_a_side_of(scene, other) else farthest
        if other.actor is None and other.preposition in _FROM_COUNTRY and 0 <= gap <= most:
            smaller = any(0 <= place.start - other.end <= _BESIDE for place in scene.places)
            return None if smaller or other.mention is None else other
    return None


_SIDE_LONG = 2


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
_OF_COUNTRY = {
    EventKind.WITHDRAWAL: _FROM_COUNTRY,
    EventKind.DISPLACEMENT: _FROM_COUNTRY,
    EventKind.AIR_STRIKE: frozenset({"in", "on", "off"}),
    EventKind.SHELLING: frozenset({"in", "on", "off", "to"}),
}
