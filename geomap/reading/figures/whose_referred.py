"""Whom "of them" and "of their men" beside a number refer to."""

from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.memory import Memory
from geomap.reading.context.owners import items_between, names, subject_before
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.figures.whose_attacked import besides
from geomap.reading.language.counted_sides import NEITHER, OF, OF_THEM
from geomap.reading.language.items import Item, Line

_OWN = frozenset({"own", "eigen"})


def is_reference(line: Line, position: int) -> bool:
    """Whether a word refers back to whose they are: "of their men", "three of them"."""
    return (
        position > 0
        and line.tokens[position].lower in OF_THEM
        and line.tokens[position - 1].lower in OF
    )


def refers_back(scene: Scene, figure: FigureFound) -> bool:
    """Whether those who are counted are somebody's already spoken of."""
    last = min(figure.last + 3, len(scene.line.tokens))
    return any(is_reference(scene.line, at) for at in range(figure.first + 1, last)) or any(
        lower in _OWN for lower in scene.line.sentence.lowers[figure.first : figure.last]
    )


def referred_to(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """The party of "sixteen of them", "more than 300 of their men", "22 van hun strijders"."""
    line = scene.line
    lowers = line.sentence.lowers
    killed = (at for at in range(scene.clause.first, figure.first) if lowers[at] in NEITHER)
    verb = next(killed, None)
    if not _OWN.isdisjoint(lowers[figure.first : figure.last]):
        others = list(filter(names, items_between(line, verb or figure.first, figure.first)))
        if others:
            # "Fighting killed 31 of the jihadists and five of their own."
            return besides(memory, scene.cast, {scene.cast.who(one) for one in others})
        teller = next(iter(scene.governed("about")), None)
        return teller or subject_before(scene, figure.first) or memory.actor
    if figure.verb == verb:
        killer = subject_before(scene, figure.verb)
        return memory.rival(killer) if killer is not None else None
    return subject_before(scene, figure.first) or memory.actor
