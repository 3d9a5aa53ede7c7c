"""The side on which people were killed: "on the government side", "aan de kant van IS"."""

from geomap.domain.statements import Measure
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.memory import Memory
from geomap.reading.context.owners import is_whole, items_between, names, of_nation, subject_before
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.language.counted_sides import AMONG, ATTACKERS, OF, OF_THEM, SIDES
from geomap.reading.language.items import Item

FATES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.SURRENDERED})
"""What becomes of people in battle."""
_SIDED = ("zijde", "kant")
_SIDES_IN_BATTLE = SIDES | {"kamp"}


def on_side(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """The party of "killed on the government side", "aan de kant van IS", "bij de Turken"."""
    line, lowers = scene.line, scene.line.sentence.lowers
    sides, among = SIDES, frozenset[str]()
    if figure.measure in FATES:
        sides, among = _SIDES_IN_BATTLE, AMONG
    clause = range(scene.clause.first, min(scene.clause.last, len(lowers)))
    told = [at for at in clause if lowers[at] in sides or lowers[at] in among]
    for position in sorted(told, key=lambda one: abs(one - figure.first)):
        if lowers[position] in sides:
            found = _at_side(scene, position, memory)
        else:
            near = items_between(line, position + 1, position + 3)
            found = next((item for item in near if is_whole(line, item)), None)
        if found is not None:
            return found
    # "Aan regeringszijde".
    return next((item for item in scene.actors if item.text.lower().endswith(_SIDED)), None)


def _at_side(scene: Scene, position: int, memory: Memory) -> Item | None:
    line = scene.line
    owned = position > 1 and line.tokens[position - 1].lower in {"'s", "’s"}
    before = line.at[position - 1 - owned] if position else None
    if before is not None and names(before):
        return before
    lowers = line.sentence.lowers
    if lowers[position + 1 : position + 2] and lowers[position + 1] in OF:
        if not ATTACKERS.isdisjoint(lowers[position + 2 : position + 5]):
            return memory.party
        near = items_between(line, position + 2, position + 5)
        return next((item for item in near if names(item) or item.mention is not None), None)
    if position and lowers[position - 1] in OF_THEM:
        return subject_before(scene, position) or memory.actor
    return of_nation(scene, position - 1)
