"""The types of places as the Reconciliation Service API speaks of them: kinds, and their groups."""

from typing import Any

from geomap.services.gazetteer_matching import GROUPS
from geomap.services.gazetteer_search import Place

Json = dict[str, Any]
ANY_TYPE = "place"


def _name(type_id: str) -> str:
    return type_id.replace("_", " ").capitalize()


def _types() -> dict[str, Json]:
    top: Json = {"id": ANY_TYPE, "name": "Place"}
    found: dict[str, Json] = {ANY_TYPE: top}
    for group in dict.fromkeys(GROUPS.values()):
        found[group] = {"id": group, "name": _name(group), "broader": [top]}
    for kind, group in GROUPS.items():
        found[kind] = {"id": kind, "name": _name(kind), "broader": [found[group]]}
    return found


TYPES = _types()
"""Every type by its id, broader ones first."""

DEFAULT_TYPES = [one for one in TYPES.values() if one["id"] not in GROUPS]


def type_names(place: Place) -> list[Json]:
    """The types of a place, the narrowest first."""
    ids = (place.kind, GROUPS.get(place.kind, ANY_TYPE))
    return [{"id": one, "name": _name(one)} for one in dict.fromkeys(ids)]
