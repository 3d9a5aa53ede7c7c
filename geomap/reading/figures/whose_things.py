"""Whose land a figure measures, and who flew the strikes that it counts."""

from geomap.domain.statements import Measure
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.memory import Memory
from geomap.reading.context.owners import items_between, names, spoken_of, subject_of
from geomap.reading.context.parties import flies
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.language.counted_sides import HAVING, LOSING
from geomap.reading.language.items import Item, is_government
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_BESIDE = 4
_LINKS = frozenset({"by", "of", "from", "the", "van", "door", "de", "het", "its", "zijn"})
_REACH = 14
_AIRCRAFT = words(
    "aircraft planes jets warplanes bombers helicopters drones vliegtuigen toestellen "
    "bommenwerpers straaljagers gevechtsvliegtuigen helikopters drones"
)
_AWAY = frozenset({"from", "off", "op"})


def flown_by(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Who flew the strikes: named beside them, after "by", or as the subject."""
    line = scene.line
    for item in items_between(line, figure.first, min(figure.last + _BESIDE + 1, len(line.at))):
        between = line.sentence.lowers[figure.last : item.start]
        by = item.preposition in {None, "by", "of", "from"} and _LINKS.issuperset(between)
        if (by or item.start < figure.last) and names(item) and Sense.PRONOUN not in item.senses:
            return item
    nation = _of_aircraft(scene, figure)
    if nation is not None:
        return nation
    spokesman = next((one for one in line.items if _is_capital(one)), None)
    for subject in (*scene.subjects, subject_of(scene, figure.first, figure.first, memory)):
        if subject is not None and flies(scene.cast, subject):
            # "The ministry in Moscow" is that of Moscow.
            named = subject.actor is not None and not subject.general
            return subject if named or spokesman is None else spokesman
    return spokesman or memory.flyer(scene.cast)


def _of_aircraft(scene: Scene, figure: FigureFound) -> Item | None:
    """Whose "the aircraft of the coalition carried out 25 strikes" and "the US military" are."""
    line = scene.line
    for item in items_between(line, 0, figure.first):
        following = line.after(item)
        if (
            item.actor is not None
            and item.preposition == "of"
            and _AIRCRAFT.intersection(line.sentence.lowers[max(0, item.start - 3) : item.start])
        ):
            return item
        if Sense.ADJECTIVE in item.senses and following is not None and following.general:
            return item if following.start == item.end else None
    return None


def _is_capital(item: Item) -> bool:
    return item.mention is not None and is_government(item.mention)


def held_by(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Whose land it is or was."""
    line = scene.line
    for item in scene.actors:
        before = line.sentence.lowers[figure.last : item.start]
        if item.preposition in {"from", "off"} or not _AWAY.isdisjoint(before[-_BESIDE:]):
            return item
    begun = max(scene.clause.first, figure.first - _REACH)
    for position in range(figure.first - 1, begun - 1, -1):
        if line.tokens[position].lower in LOSING | HAVING:
            subject = subject_of(scene, position, figure.first, memory)
            group = subject is not None and Sense.GROUP in subject.senses
            return memory.beaten or subject if group else subject
    # What was retaken was theirs who are being beaten.
    lost = figure.measure is not Measure.TERRITORY
    return (memory.beaten if lost else None) or spoken_of(scene, memory)
