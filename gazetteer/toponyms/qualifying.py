"""What the areas that a text names beside a place say of which place is meant: Paris, Texas."""

import math
from collections.abc import Sequence

from gazetteer.places import Place
from gazetteer.toponyms.entries import Entry
from gazetteer.toponyms.kinds import TOWNS
from gazetteer.toponyms.resolving import AREAS, STATES_FIRST, Group
from gazetteer.toponyms.spots import Spot

_BESIDE = 12
_LARGEST_QUARTER = 500_000
_OF_TOWN_KM, _KM_OF_DEGREE = 40.0, 111.2


def qualify(text: str, spot: Spot, area: Spot, group: Group) -> None:
    """Note that an area stands behind a name: Paris, Texas; or one where no such place is known."""
    if text[spot.end : area.start] not in (", ", " (", ","):
        return
    if not spot.entries or not area.entries:
        return
    country = spot.entries[0].kind == "country"
    for one in area.entries:
        if one.kind not in ("country", "governorate"):
            continue
        admin1 = one.admin1 if one.kind == "governorate" else ""
        inside = [
            e
            for e in spot.entries
            if e.country == one.country
            and (not admin1 or e.admin1 == admin1)
            and e.number != one.number
            and e.kind != "country"
            # "In Russia, U.S. officials said" is not about Russia in Ohio.
            and not (country and one.kind == "country" and e.kind != "governorate")
        ]
        if inside:
            group.qualified.add((one.country, admin1))
            return
    best = area.entries[0]
    if best.kind == "governorate" and best.country in STATES_FIRST:
        group.elsewhere |= spot.entries[0].kind not in AREAS


def set_beside(spots: Sequence[Spot], groups: Sequence[Group]) -> None:
    """Note the areas that are named some words away from each spot."""
    for number, area in enumerate(spots):
        if not area.entries:
            continue
        best = area.entries[0]
        if best.kind not in ("country", "governorate"):
            continue
        code = best.country, best.admin1 if best.kind == "governorate" else ""
        for step in (-1, 1):
            other = number + step
            while 0 <= other < len(spots) and abs(spots[other].first - area.first) <= _BESIDE:
                groups[other].beside.add(code)
                other += step


def towns_of(groups: Sequence[Group]) -> list[Entry]:
    """Return the towns that a text names, the one that it names most often first."""
    towns = [
        (group.mentions, group.evidence, group.entries[group.best()])
        for group in groups
        if group.entries and group.evidence > 0
    ]
    towns.sort(key=lambda town: town[:2], reverse=True)
    return [entry for *_, entry in towns if entry.kind in TOWNS]


def may_be_quarter(place: Place, towns: Sequence[Entry]) -> bool:
    """Say whether a place may be a part of a town: it is near one, or no place that is small."""
    if place.kind not in TOWNS or (place.population or 0) > _LARGEST_QUARTER:
        return True
    across = math.cos(math.radians(place.latitude))
    return any(
        math.hypot((place.longitude - one.longitude) * across, place.latitude - one.latitude)
        < _OF_TOWN_KM / _KM_OF_DEGREE
        for one in towns
    )
