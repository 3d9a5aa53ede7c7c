"""Whose people fell in an attack: not the attacker's, and those of whom the clause says it hit."""

from collections.abc import Collection

from geomap.domain.statements import Measure
from geomap.reading.clauses.actors import PEACEFUL, Cast
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.memory import Memory
from geomap.reading.context.owners import is_spoken_for, items_between, names, of_nation, of_role
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.language.counted_sides import COSTING, OF_THEM
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_ALL = words("all allen allemaal most mostly vooral both beiden vrijwel bijna almost")
_REACH = 10
_KILLING = frozenset({"doodde", "doodden", "verwondde", "verwondden", "vermoordden"})
_KILLED = words("gedood doodgeschoten geëxecuteerd onthoofd vermoord verwond uitgeschakeld")
_HAVE = frozenset({"heeft", "hebben", "had", "hadden"})
_LIVES = frozenset({"life", "lives", "leven", "levens"})
_HURT = frozenset({Measure.KILLED, Measure.WOUNDED})
_ATTACKS = frozenset({"shelling", "air_strike", "bombing", "battle", "raid"})
_HIT = words(
    "base bases post posts outpost checkpoint checkpoints position positions patrol convoy "
    "barracks camp headquarters vehicle vehicles truck column basis bases posten post "
    "controlepost patrouille konvooi kazerne stelling stellingen hoofdkwartier voertuig colonne "
    "wegversperring legerbasis"
)
"""What is attacked whose owner is hit."""


def all_of(scene: Scene, figure: FigureFound) -> Item | None:
    """Those of "six dead, all fighters of the SDF", "ten dead and twenty wounded, all Chadians"."""
    line, lowers = scene.line, scene.line.sentence.lowers
    if figure.measure not in _HURT or _ALL.isdisjoint(line.sentence.vocabulary):
        return None
    for at in range(figure.last, min(figure.last + _REACH, len(lowers) - 1)):
        if lowers[at] in {",", "–", "-", "("} and lowers[at + 1] in _ALL:
            return _named_from(scene, line, at + 2)
        if not (lowers[at].isalnum() or lowers[at] == ","):
            return None
    return None


def _named_from(scene: Scene, line: Line, first: int) -> Item | None:
    last = min(first + _REACH, len(line.tokens))
    found = next(filter(names, items_between(line, first, last)), None)
    if found is not None:
        return found
    for position in range(first, last):
        if not line.tokens[position].lower.isalnum():
            break
        known = of_nation(scene, position) or of_role(line, position)
        if known is not None:
            return known
    return None


def foe_of_attacker(
    scene: Scene, figure: FigureFound, general: Item, memory: Memory
) -> Item | None:
    """Whom "63 soldiers" means who died: not the army whose attack the clause tells of.

    "Bij de Oekraïense raketaanval kwamen 63 militairen om" tells of no Ukrainians.
    """
    if figure.measure not in _HURT:
        return general
    line, cast = scene.line, scene.cast
    meant = cast.who(general)
    for item in scene.clause.items:
        following = line.after(item)
        attack = following is not None and following.senses.get(Sense.NOUN) in _ATTACKS
        if names(item) and attack and item is not general and cast.who(item) == meant:
            return besides(memory, cast, {meant})
    return general


def besides(memory: Memory, cast: Cast, ids: Collection[str | None]) -> Item | None:
    """The actor last named that is none of these and no outside power of the air."""
    for one in reversed(memory.recent):
        actor = cast.who(one)
        if actor is not None and actor not in ids and actor not in PEACEFUL:
            return one
    return None


def attackers(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Who "the attackers" are; none of whom the sentence names where somebody kills them."""
    killed = 0 <= figure.verb < figure.first
    here = scene.line.items if killed else ()
    if memory.party is None or memory.party not in here:
        return memory.party
    return besides(memory, scene.cast, {scene.cast.who(one) for one in here if names(one)})


def attacked(scene: Scene, figure: FigureFound) -> Item | None:
    """Who was hit: "attacked a Hashed post, killing four fighters", "bombed its men, killing 6"."""
    former, line = scene.former, scene.line
    if figure.measure not in _HURT or former is None or figure.verb < 0:
        return None
    participle = line.tokens[figure.verb].lower.endswith("ing")
    if not participle or figure.verb != scene.clause.first:
        return None
    for item in reversed(former.actors):
        if item in former.subjects or is_spoken_for(line, item) or item.preposition in _BY:
            continue
        if not _HIT.isdisjoint(line.sentence.lowers[item.end : item.end + 2]):
            return item
        if line.sentence.lowers[item.start] in OF_THEM:
            return next(iter(former.subjects), None)
        if item.actor is not None and item.preposition in {None, "off", "against"}:
            return item
    return None


_BY = frozenset({"by", "with", "from", "about", "in", "to"})


def is_killed_by_subject(scene: Scene, figure: FigureFound) -> bool:
    """Whether a verb behind a number is one of who kills them: "IS heeft er 160 doodgeschoten"."""
    lowers = scene.line.sentence.lowers
    following = lowers[figure.last : figure.last + 1]
    if not _KILLING.isdisjoint(following):
        return True
    clause = lowers[scene.clause.first : figure.first]
    return not _KILLED.isdisjoint(following) and not _HAVE.isdisjoint(clause)


def is_cost(line: Line, figure: FigureFound) -> bool:
    """Whether it is what a battle cost somebody; "cost the lives of 40 soldiers" names nobody."""
    lowers = line.sentence.lowers
    return (
        figure.verb >= 0
        and lowers[figure.verb] in COSTING
        and _LIVES.isdisjoint(lowers[figure.verb : figure.first])
    )


def object_before(scene: Scene, figure: FigureFound) -> Item | None:
    """Who was fought, of those whom the clauses before a verb of killing name."""
    for item in reversed(list(items_between(scene.line, 0, figure.verb))):
        fought = item.preposition in {None, "from", "against", "off"}
        if fought and names(item) and item not in scene.subjects and item.actor is not None:
            return item
    return None
