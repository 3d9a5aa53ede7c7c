"""Facilities that are called after a place: "the Omar oil field", "luchtmachtbasis Qayyarah".

The index knows them by the name with its kind; a text that writes the kind in small letters names
the facility all the same, not the town or the person of that name.
"""

from gazetteer.toponyms.tokens import Words

_AIR_BASE = ("airbase", "militaryairport")
_OIL_FIELD = ("oilfield",)
_GAS_FIELD = ("gasfield", "oilfield")
_BEHIND = {
    "oilfield": _OIL_FIELD, "oilfields": _OIL_FIELD, "gasfield": _GAS_FIELD,
    "gasfields": _GAS_FIELD, "airbase": _AIR_BASE, "airfield": (*_AIR_BASE, "airfield", "airport"),
    "airport": ("airport", *_AIR_BASE), "base": ("base", "militarybase", *_AIR_BASE),
    "dam": ("dam",), "refinery": ("refinery", "oilrefinery"), "camp": ("camp",),
    "crossing": ("crossing", "bordercrossing"), "luchtmachtbasis": _AIR_BASE,
    "vliegbasis": _AIR_BASE, "olieveld": _OIL_FIELD, "gasveld": _GAS_FIELD,
    "raffinaderij": ("refinery", "oilrefinery"), "grensovergang": ("crossing", "bordercrossing"),
    "kamp": ("camp",), "stuwdam": ("dam",),
}  # fmt: skip
_OF_TWO_WORDS = {
    ("oil", "field"): _OIL_FIELD, ("oil", "fields"): _OIL_FIELD, ("gas", "field"): _GAS_FIELD,
    ("gas", "fields"): _GAS_FIELD, ("air", "base"): _AIR_BASE, ("military", "base"): (
        "militarybase", "base", *_AIR_BASE,
    ), ("military", "airport"): _AIR_BASE, ("oil", "refinery"): ("refinery", "oilrefinery"),
    ("border", "crossing"): ("crossing", "bordercrossing"), ("refugee", "camp"): ("camp",),
}  # fmt: skip
_FIRST_OF_TWO = frozenset(first for first, _ in _OF_TWO_WORDS)
NAMED_BEHIND = _FIRST_OF_TWO.union(_BEHIND)
"""The words of which one stands behind a name that `kinds_around` has something to say of."""
_BEFORE = {
    "luchtmachtbasis": _AIR_BASE, "vliegbasis": _AIR_BASE, "legerbasis": ("base", "militarybase"),
    "basis": ("base", "militarybase", *_AIR_BASE), "olieveld": _OIL_FIELD, "gasveld": _GAS_FIELD,
    "raffinaderij": ("refinery", "oilrefinery"), "olieraffinaderij": ("refinery", "oilrefinery"),
    "grensovergang": ("crossing", "bordercrossing"), "grenspost": ("crossing", "bordercrossing"),
    "kamp": ("camp",), "vluchtelingenkamp": ("camp",), "vliegveld": ("airport", *_AIR_BASE),
    "luchthaven": ("airport",), "stuwdam": ("dam",),
}  # fmt: skip
NAMED_BEFORE = frozenset(_BEFORE)
"""Those of which one stands before it."""


def kinds_around(words: Words, first: int, last: int) -> list[str]:
    """Return what the index may write behind a name, by the small words on both sides of it."""
    behind = last + 1
    lower = words.lower[behind] if behind < words.count else ""
    kinds: list[str] = []
    if behind < words.count and words.gaps[behind] in (" ", "-") and not words.capital[behind]:
        kinds.extend(_BEHIND.get(lower, ()))
        if behind + 1 < words.count and lower in _FIRST_OF_TWO:
            kinds.extend(_OF_TWO_WORDS.get((lower, words.lower[behind + 1]), ()))
    if first and words.gaps[first] == " ":
        kinds.extend(_BEFORE.get(words.lower[first - 1], ()))
    return kinds
