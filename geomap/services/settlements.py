"""What kind of settlement a place is, where a gazetteer only says that people live there."""

from gazetteer import Place
from gazetteer.toponyms.entries import is_capital

_SETTLED = frozenset({"city", "town", "village", "populated_place"})
_CITY, _TOWN = 50_000, 5_000
"""People from which on a settlement is called a city, and a town."""


def kind_read(place: Place) -> str:
    """The kind of a place, with "capital" for those of countries, and cities told from towns."""
    if place.kind not in _SETTLED:
        return place.kind
    if is_capital(place.name, place.country):
        return "capital"
    if place.kind != "populated_place" or place.population is None:
        return place.kind
    if place.population >= _CITY:
        return "city"
    return "town" if place.population >= _TOWN else place.kind
