"""What sounds like a wish or duty and was done: Dutch "moesten X opgeven", "eiste de aanval op"."""

from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense

HAD_TO = frozenset({"moest", "moesten", "moeten", "kunnen"})
_FORCED = frozenset({"lose", "cede", "leave", "withdraw", "surrender"})
_DEMANDED = frozenset({"voor", "binnen", "uiterlijk", "akkoord", "bestand", "eis", "eist", "eiste"})


def had_to_in_the_end(scene: Scene, item: Item) -> bool:
    """Whether a loss that had to be came about, and was no demand or part of an agreement.

    In the perfect, what could be done was done: "heeft het dorp kunnen heroveren".
    """
    if item.start and scene.line.tokens[item.start - 1].lower == "kunnen":
        here: Scene | None = scene
        while here is not None and here.verb in {None, item}:
            here = here.former
        return scene.clause.has(Sense.HAVE) or (here is not None and here.clause.has(Sense.HAVE))
    if item.frame not in _FORCED:
        return False
    words = words_of(scene)
    had = "moest" in words or "moesten" in words or scene.clause.has(Sense.HAVE)
    return had and _DEMANDED.isdisjoint(words)


def is_claimed(scene: Scene, demands: Item) -> bool:
    """Whether "eiste de aanval op" says who did it, and not what was wished."""
    said = scene.line.sentence.lowers[demands.end : scene.clause.last]
    return demands.text.lower() in _DEMANDS and "op" in said[-2:]


_DEMANDS = frozenset({"eist", "eiste", "eisten", "eisen"})
