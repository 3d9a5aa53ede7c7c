"""What a clause goes on with: "was driven out in March but returned", "took X but withdrew"."""

from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.language.items import Item

_LOST = frozenset({"drive", "lose", "withdraw", "leave", "defeat"})
_HAD = frozenset({"take", "retake", "hold", "enter", "march"})


def left_before(scene: Scene) -> list[Item]:
    """The place that the clause before says somebody had left or lost."""
    return _of_before(scene, _LOST)


def had_before(scene: Scene) -> list[Item]:
    """The place that the clause before says somebody took or held."""
    return _of_before(scene, _HAD)


def _of_before(scene: Scene, frames: frozenset[str]) -> list[Item]:
    former = scene.former
    if scene.language != "en" or scene.places or scene.clause.opening is not Opening.GOES_ON:
        return []
    if former is None or former.subjects != scene.subjects:
        return []
    if not any(frame_of(former, one) in frames for one in former.clause.telling):
        return []
    named = [one for one in former.places if one.head is None and not is_area(one)]
    if named:
        return [one for one in named if one.preposition in {None, "from", "of"}]
    return [scene.focus] if scene.focus is not None else []
