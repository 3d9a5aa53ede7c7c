"""What is told of a deed by its noun: that it was over, or that something came after it."""

from geomap.reading.clauses.deeds import is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.any_case import is_any

_LACK = 3
"""Tokens before a noun within which a word is said of it."""


def outcome_of(scene: Scene, item: Item) -> bool | None:
    """Whether a noun itself is told as a fact; None where the rest of its clause says so."""
    if is_any(scene, item) or _is_over(scene, item):
        return False
    return True if _came_before(scene, item) else None


def _came_before(scene: Scene, item: Item) -> bool:
    """Whether a noun is what another thing came after: "since its capture", "na de val van X"."""
    if Sense.NOUN not in item.senses or is_verb_here(scene, item):
        return False
    lowers = scene.line.sentence.lowers
    if not _WILL.isdisjoint(lowers[scene.clause.first : scene.clause.last]):
        return False
    for position in range(item.start - 1, max(item.start - _LACK, 0) - 1, -1):
        if lowers[position] in _SINCE or _is_dated(scene, position):
            return True
        before = scene.line.at[position]
        if before is not None and not _DESCRIBING & before.senses.keys():
            return False
    return False


def _is_dated(scene: Scene, position: int) -> bool:
    """As in "build on last month's capture of X", which is told as a fact."""
    if not position or scene.line.sentence.lowers[position] not in {"'s", "’s"}:
        return False
    date = scene.line.at[position - 1]
    return date is not None and Sense.CALENDAR in date.senses


_SINCE = frozenset({"na", "sinds", "after", "since", "following", "dankzij", "ondanks", "despite"})
_WILL = frozenset({"zal", "zullen", "will"})
_DESCRIBING = frozenset({Sense.DETERMINER, Sense.ADJECTIVE})


def _is_over(scene: Scene, item: Item) -> bool:
    """Whether a noun is said to have ended: "fighting in the city was over"."""
    if Sense.NOUN not in item.senses or item.senses[Sense.NOUN] == "siege":
        return False
    last = scene.line.sentence.lowers[: scene.clause.last][-2:]
    if scene.language == "nl" and "voorbij" in last and last[-1] in {"voorbij", "."}:
        return True
    return Sense.ENDED in scene.clause.senses and any(
        scene.line.tokens[other.end - 1].lower not in _PUT_TO
        or 0 <= item.start - other.end <= _LACK
        for other in scene.clause.items
        if Sense.ENDED in other.senses
    )


_PUT_TO = frozenset({"aan", "to"})  # "Put an end to" ends only what stands right behind it.
