"""Which words for kinds of places go with which kinds of the gazetteer."""

from gazetteer.toponyms.entries import Entry

_AREA = ("governorate", "region")
TOWNS = ("city", "town", "village", "populated_place")
"""Kinds of places that people live in."""

_KINDS = {
    "province": _AREA, "governorate": _AREA, "provincie": _AREA, "gouvernement": _AREA,
    "provinz": _AREA, "gouvernorat": _AREA, "oblast": _AREA, "ili": _AREA,
    "state": _AREA, "deelstaat": _AREA, "region": _AREA, "regio": _AREA, "krai": _AREA,
    "provinces": _AREA, "provincies": _AREA, "territory": _AREA,
    "district": ("district",), "county": ("district",), "counties": ("district",),
    "river": ("river",), "rivier": ("river",), "nehri": ("river",),
    "lake": ("lake",), "meer": ("lake",), "sea": ("lake",), "dam": ("dam",),
    "airport": ("airport", "air_base"), "airbase": ("air_base", "airport"),
    "island": ("region", *TOWNS), "islands": ("region", "country"),
    "mountains": ("mountain", "region"), "valley": ("region",), "peninsula": ("region",),
    "city": TOWNS, "town": TOWNS, "village": TOWNS, "stad": TOWNS, "dorp": TOWNS,
}  # fmt: skip

AREA_WORDS = frozenset(word for word, kinds in _KINDS.items() if kinds is _AREA)
"""Words for a first-level area: with them, a name means the province and not its town."""

QUARTERS = frozenset(
    "quarter neighborhood neighbourhood wijk stadswijk volkswijk buitenwijk buurt stadsdeel".split()  # noqa: SIM905
)
"""Words for one part of a town; "quarters of Aleppo" are those of the town Aleppo."""

KEYS_OF_AREAS = ("governorate", "province", "oblast", "state", "region")
"""What stands behind the name of a town in the key of the area that is called after it."""


def is_of_kind(entry: Entry, kind: str) -> bool:
    """Say whether a place is of the kind that a word says; an unknown word says nothing."""
    return entry.kind in _KINDS.get(kind, ())
