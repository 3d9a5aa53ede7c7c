"""Which places lie in which admin areas, by what the gazetteer says of them.

For governorates and countries their codes say it. Districts and regions have no codes in common
use: what lies in them is known where a source with a hierarchy or with polygons was imported, and
is then kept with each place. A district of which nothing is known is a place like any other.
"""

from geomap.domain.statements import Place

COUNTRY, REGION, GOVERNORATE, DISTRICT = "country", "region", "governorate", "district"
AREA_KINDS = (DISTRICT, GOVERNORATE, REGION, COUNTRY)
"""The smallest first."""
CODED_KINDS = (GOVERNORATE, COUNTRY)
"""Those whose places are known by a code."""


def is_area(place: Place) -> bool:
    """Whether a claim on it counts for every place in it; such a place has no cell of its own."""
    return place.kind in CODED_KINDS or (place.kind in AREA_KINDS and place.encloses)


def lies_in(place: Place, area: Place) -> bool:
    """Whether a place belongs to an area of its country: by its code, or by what is kept of it."""
    if place.id == area.id or place.country != area.country or place.kind == COUNTRY:
        return False
    if area.kind == COUNTRY:
        return True
    if area.kind == GOVERNORATE:
        smaller = not is_area(place) or place.kind == DISTRICT
        return smaller and place.admin1 == area.admin1 != ""
    return is_area(area) and area.id in place.within


def areas_of(place: Place, areas: list[Place]) -> list[Place]:
    """The areas that a place lies in, the smallest first."""
    containing = [area for area in areas if lies_in(place, area)]
    return sorted(containing, key=lambda area: (AREA_KINDS.index(area.kind), area.id))
