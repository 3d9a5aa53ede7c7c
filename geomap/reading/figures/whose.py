"""Whose people, land or strikes a figure counts: the party beside it, its clause, or the report."""

from geomap.domain.statements import Measure
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.memory import Memory
from geomap.reading.context.owners import (
    is_party,
    is_spoken_for,
    is_whole,
    items_between,
    names,
    of_nation,
    of_role,
    spoken_of,
    subject_before,
    subject_of,
)
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.figures.whose_attacked import (
    all_of,
    attacked,
    attackers,
    foe_of_attacker,
    is_cost,
    is_killed_by_subject,
    object_before,
)
from geomap.reading.figures.whose_referred import is_reference, referred_to, refers_back
from geomap.reading.figures.whose_side import FATES, on_side
from geomap.reading.figures.whose_things import flown_by, held_by
from geomap.reading.language.counted_sides import (
    ADMITTING,
    ATTACKERS,
    COSTING,
    COUNTS,
    HAVING,
    LOSING,
    NEITHER,
    OF_THEM,
    role_of,
)
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_LAND = frozenset({Measure.TERRITORY, Measure.TERRITORY_LOST, Measure.SHARE_LOST})
_STRENGTH = frozenset({Measure.FIGHTERS, Measure.FOREIGN_FIGHTERS, Measure.NAMES_LISTED})
_BESIDE = 4
"""How many tokens behind its noun the party can stand."""
_REACH = 14
"""How many tokens before a number the verb can stand that says whose it is."""
_ELSEWHERE = frozenset({"by", "with", "from", "to", "against", "about", "off", "near"})
_BORDERS = frozenset({"while", "terwijl", ";", "but", "maar", "when", "toen", "after", "nadat"})
_FAITHS = words("shia shiite shi'ite sunni islamist muslim christian arab druze sjiitische u.s")
_NEAR = 2
_HIRED = words(
    "mercenaries volunteers refugees huurlingen vrijwilligers vluchtelingen rebels jihadists"
)
_OF_THE_VERB = ("ver", "be", "ge", "toe", "inge", "over", "terug")
_JOINTS = frozenset({",", ";", ":", "(", ")", "and", "en", "but", "maar", "die", "who", "that"})


def whose(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """The party whose people, land or strikes a figure counts; None for civilians and nobody."""
    if figure.measure is Measure.STRIKES:
        return flown_by(scene, figure, memory)
    if figure.measure in _LAND:
        return held_by(scene, figure, memory)
    side = on_side(scene, figure, memory) or all_of(scene, figure)
    if side is not None or is_of_nobody(scene, figure):
        return side
    named = _beside(scene, figure, general=False)
    if named is not None:
        return named
    if refers_back(scene, figure):
        return referred_to(scene, figure, memory)
    return (
        _counted_of(scene, figure)
        or _owner(scene, figure, memory)
        or (None if _is_strange(scene, figure) else _meant(scene, figure, memory))
    )


def _meant(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Whom a general word means: the party of the country, or the one that is spoken of."""
    lowers = scene.line.sentence.lowers
    if not ATTACKERS.isdisjoint(lowers[figure.first : figure.last + _NEAR]):
        return attackers(scene, figure, memory)
    if figure.goes_on and is_killed_by_subject(scene, figure):
        killer = next(iter(scene.subjects), None)
        return memory.rival(killer) if killer is not None else None
    if figure.goes_on and 0 <= figure.verb < figure.first and lowers[figure.verb] in NEITHER:
        # "Captured 6,000 soldiers and killed 2,000", "retook it from IS and killed 40".
        return object_before(scene, figure)
    general = _beside(scene, figure, general=True)
    if general is not None:
        return foe_of_attacker(scene, figure, general, memory)
    hit = attacked(scene, figure)
    return hit or _fallen(scene, figure) or _fought(scene, figure, memory)


def _is_strange(scene: Scene, figure: FigureFound) -> bool:
    """Whether they are of a nation or party that nobody here knows: "13 South African soldiers"."""
    tokens = scene.line.tokens
    return any(
        tokens[position].text[0].isupper()
        and scene.line.at[position] is None
        and tokens[position].lower not in _FAITHS
        for position in range(figure.first + 1, min(figure.last, len(tokens)))
    )


def is_of_nobody(scene: Scene, figure: FigureFound) -> bool:
    """Whether civilians are counted; "25 captured soldiers" are none."""
    for item in items_between(scene.line, figure.first, figure.last + _BESIDE):
        if names(item) or (item.start >= figure.last and _parts(scene, figure, item)):
            return False
        if Sense.CIVILIANS in item.senses or Sense.PEOPLE in item.senses:
            last = scene.line.tokens[item.end - 1].lower
            return role_of(last) is None and not is_reference(scene.line, item.start - 1)
    return False


def _parts(scene: Scene, figure: FigureFound, item: Item) -> bool:
    """Whether something parts an item behind a figure from it."""
    between = scene.line.tokens[figure.last : item.start]
    return Sense.VERB in item.senses or any(token.lower in _JOINTS for token in between)


def _beside(scene: Scene, figure: FigureFound, *, general: bool) -> Item | None:
    """The party of "92 SDF fighters", "22 members of IS", "156 dead among the Houthis"."""
    line = scene.line
    hired = not _HIRED.isdisjoint(line.sentence.lowers[figure.first : figure.last])
    hired = hired and not general
    for item in items_between(line, figure.first, min(figure.last + _BESIDE, scene.clause.last)):
        if item.start >= figure.last and _parts(scene, figure, item):
            break
        if item.actor is None and (hired or not _is_named(scene, item)):
            continue
        if is_party(item, general=general) and not _goes_elsewhere(figure, item):
            return _noun_behind(line, figure, item)
    if hired:
        return None
    for position in range(figure.first, min(figure.last + 1, len(line.tokens))):
        found = of_role(line, position) if general else of_nation(scene, position)
        if found is not None:
            return found
    return None


def _noun_behind(line: Line, figure: FigureFound, item: Item) -> Item:
    """Who "150 Iraqi Peshmerga" are: the name behind an adjective, if there is one."""
    if item.actor is not None:
        return item
    rest = items_between(line, item.end, figure.last)
    return next((one for one in rest if one.actor is not None and not one.general), item)


def _is_named(scene: Scene, item: Item) -> bool:
    """Whether "Turkish" names somebody; "paramilitary" only where the report has spoken of them."""
    return item.text[0].isupper() or item.senses.get(Sense.ADJECTIVE) in scene.cast.named


def _goes_elsewhere(figure: FigureFound, item: Item) -> bool:
    """Whether a preposition leads away from the number; "196 from the factions" are theirs."""
    if item.preposition == "from" and figure.goes_on:
        return False
    return item.start >= figure.last and item.preposition in _ELSEWHERE


def _owner(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Who has, sends, loses or admits what is counted: "the army lost 46 soldiers"."""
    line = scene.line
    gapped = _gapped(scene, figure)
    if gapped is not None:
        return gapped
    if is_cost(line, figure):
        between = items_between(line, min(figure.verb, scene.clause.first), figure.first)
        behind = [one for one in between if one.start > figure.verb or figure.verb > figure.first]
        return next((one for one in behind if one.preposition is None and names(one)), None)
    if figure.bare and COSTING.intersection(line.sentence.lowers[figure.last : scene.clause.last]):
        # "De opmars heeft de Peshmerga 25 doden gekost".
        between = items_between(line, scene.clause.first, figure.first)
        return next((one for one in between if one.preposition is None and one.actor), None)
    lost = 0 <= figure.verb < figure.first and line.tokens[figure.verb].lower in LOSING
    if lost:
        return subject_of(scene, figure.verb, figure.first, memory)
    verbs = HAVING if figure.measure in _STRENGTH else LOSING
    # "While 50 soldiers died" is told by a verb of its own.
    reach = 0 if figure.verb >= figure.last else _REACH
    for position in range(figure.first - 1, max(scene.clause.first, figure.first - reach) - 1, -1):
        word = line.tokens[position].lower
        if word in verbs or (word in ADMITTING and figure.measure in FATES):
            return subject_of(scene, position, figure.first, memory)
        if word in NEITHER or word in _BORDERS:
            break
    return _said_behind(scene, figure, memory)


def _fallen(scene: Scene, figure: FigureFound) -> Item | None:
    """Who speaks of its own: "de Houthi's melden 26 gesneuvelde strijders"."""
    lowers = scene.line.sentence.lowers[figure.first : figure.last]
    fallen = any(lower.startswith("gesneuveld") for lower in lowers)
    return next(iter(scene.subjects), None) if fallen else None


def _said_behind(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Who it is where the verb stands behind, as in Dutch: "heeft 1302 doden bekendgemaakt".

    And in "duizend soldaten stuurde Kigali".
    """
    lowers = scene.line.sentence.lowers[figure.last : min(figure.last + 6, scene.clause.last)]
    among = HAVING if figure.measure in _STRENGTH else LOSING | ADMITTING
    if lowers and lowers[0] in among:
        behind = items_between(scene.line, figure.last + 1, figure.last + 2)
        found = next((item for item in behind if names(item) or item.mention), None)
        if found is not None:
            return found
    if not any(lower in among and lower.startswith(_OF_THE_VERB) for lower in lowers):
        return None
    return subject_of(scene, figure.first, figure.first, memory)


def _gapped(scene: Scene, figure: FigureFound) -> Item | None:
    """The party of a clause without its verb: "de SDF verloor 235 man, de rebellen 183"."""
    if not figure.goes_on:
        return None
    line, at = scene.line, figure.first - 1
    if at > 0 and line.tokens[at].text == ",":
        # "Of the SDF, 299 fell".
        of = line.at[at - 1]
        return of if of is not None and names(of) and of.preposition == "of" else None
    before = line.at[at] if figure.first else None
    if before is None or not names(before) or before.preposition in _ELSEWHERE:
        return None
    return before


def _counted_of(scene: Scene, figure: FigureFound) -> Item | None:
    """The party of "put the number of IS fighters killed in three weeks at 417"."""
    line = scene.line
    if not figure.bare:
        return None
    begun = next(
        (at for at in range(figure.first - 1, -1, -1) if line.tokens[at].lower in COUNTS), None
    )
    if begun is None:
        return None
    if not OF_THEM.isdisjoint(line.sentence.lowers[max(0, begun - _NEAR) : figure.first]):
        return subject_before(scene, begun)
    before = line.at[begun - 1] if begun else None
    if before is not None and (is_whole(line, before) or Sense.ADJECTIVE in before.senses):
        # "Rebel losses at 90".
        return before
    found = [item for item in items_between(line, begun, figure.first) if is_whole(line, item)]
    named = [item for item in found if item.preposition not in {"by", "about", "to"}]
    return named[0] if named else None


def _fought(scene: Scene, figure: FigureFound, memory: Memory) -> Item | None:
    """Whom "fighters" means: the foe of who killed them, else the party last spoken of."""
    if figure.measure not in _STRENGTH and not figure.armed:
        return None
    apposed = _apposed(scene, figure)
    if apposed is not None:
        return apposed
    if scene.line.sentence.lowers[figure.first - 1] in {"with", "met"} and figure.first:
        return next(iter(scene.subjects), None) or memory.actor
    killer = _subject_before_verb(scene, figure)
    if killer is not None:
        return memory.rival(killer)
    gave_up = figure.measure is Measure.SURRENDERED
    party = memory.party if gave_up and memory.beaten is None else None
    if party is not None and is_spoken_for(scene.line, party):
        # A spokesman tells of those who gave themselves up to his party.
        return memory.rival(party)
    return (memory.beaten if gave_up else None) or spoken_of(scene, memory)


def _apposed(scene: Scene, figure: FigureFound) -> Item | None:
    """Those of "the soldiers in Monguno, some 1,400 men, fled"."""
    tokens, at = scene.line.tokens, figure.first - 1
    if (
        at < 1
        or tokens[at].text != ","
        or [token.text for token in tokens[figure.last :][:1]] != [","]
    ):
        return None
    return subject_before(scene, at)


def _subject_before_verb(scene: Scene, figure: FigureFound) -> Item | None:
    if figure.verb < 0 or figure.verb >= figure.first or figure.measure in _STRENGTH:
        return None
    subject = subject_before(scene, figure.verb)
    return subject or next(iter(scene.subjects), None)
