"""What somebody had to do, and so did: Dutch "moesten X opgeven"."""

from geomap.reading.items import Item
from geomap.reading.scenes import Scene
from geomap.reading.words import Sense

HAD_TO = frozenset({"moest", "moesten", "moeten"})
_FORCED = frozenset({"lose", "cede", "leave", "withdraw", "surrender"})
_DEMANDED = frozenset({"voor", "binnen", "uiterlijk", "akkoord", "bestand", "eis", "eist", "eiste"})


def had_to_in_the_end(scene: Scene, item: Item) -> bool:
    """Whether a loss that had to be came about, and was no demand or part of an agreement."""
    if item.frame not in _FORCED:
        return False
    words = scene.line.sentence.vocabulary
    had = "moest" in words or "moesten" in words or scene.clause.has(Sense.HAVE)
    return had and words.isdisjoint(_DEMANDED)
