"""Who has aircraft, and which parties are no government."""

from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.settled import acts
from geomap.reading.language.items import Item

_WITH_AIRCRAFT = frozenset(
    {"government", "coalition", "saudi-coalition", "nato", "israel", "united-states"}
)


def flies(cast: Cast, item: Item) -> bool:
    """Whether an actor can have aircraft: a state, or a coalition of them."""
    if item.actor is None:
        return acts(item) and cast.who(item) not in _ONLY_GUNS
    if item.actor in _ONLY_GUNS:
        return False
    return item.actor in _WITH_AIRCRAFT or item.actor in cast.governments


_ONLY_GUNS = frozenset({"armenia"})
"""States that bombard with guns and missiles."""


def is_party(cast: Cast, item: Item) -> bool:
    """Whether an actor is an armed party that is no government."""
    if item.actor is None:
        return False
    if item.general or item.actor in _WITH_AIRCRAFT:
        return item.actor not in _WITH_AIRCRAFT
    return item.actor not in cast.governments
