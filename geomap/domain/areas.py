"""Which places lie in which admin areas, by the codes that the gazetteer gives them."""

from geomap.domain.statements import Place

COUNTRY, GOVERNORATE = "country", "governorate"
AREA_KINDS = (GOVERNORATE, COUNTRY)
"""The smallest first."""


def is_area(place: Place) -> bool:
    """Whether a claim on it counts for every place in it; such a place has no cell of its own."""
    return place.kind in AREA_KINDS


def lies_in(place: Place, area: Place) -> bool:
    """Whether a place belongs to an area: same country, and for a governorate same admin1 code."""
    if place.id == area.id or place.country != area.country or place.kind == COUNTRY:
        return False
    if area.kind == COUNTRY:
        return True
    return is_area(area) and not is_area(place) and place.admin1 == area.admin1 != ""


def areas_of(place: Place, areas: list[Place]) -> list[Place]:
    """The areas that a place lies in, the smallest first."""
    containing = [area for area in areas if lies_in(place, area)]
    return sorted(containing, key=lambda area: (AREA_KINDS.index(area.kind), area.id))
