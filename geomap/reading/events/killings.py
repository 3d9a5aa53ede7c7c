"""Who was killed: people without arms, or fighters, who fell in battle."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import frame_of, is_passive
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.assaults import is_on_forces
from geomap.reading.events.from_above import from_the_air
from geomap.reading.events.positions import Kinds
from geomap.reading.events.weapons import WEAPONS
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def killing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """An armed party kills people without arms; a bomb that does is told of by its own word."""
    if from_the_air(scene) and not is_passive(scene, item):
        return () if _falls(scene) or _says_weapon(scene, item) else (EventKind.AIR_STRIKE,)
    if are_soldiers(scene, item):
        return () if _is_told_besides(scene, item) else (EventKind.BATTLE,)
    return _killing_people(scene, item, kind)


def _killing_people(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    killed = _unarmed(scene, item)
    by = scene.governed("by")
    if not killed and _fell_in_battle(scene, item):
        others = {frame_of(scene, other) for other in scene.clause.telling if other is not item}
        return () if others & (WEAPONS | _FIGHTS) else (EventKind.BATTLE,)
    if not killed and _puts_to_death(scene, item):
        return (kind,)
    shot = item.text.lower() in _SHOT
    if not killed or (scene.language == "en" and not (by or shot) and max(killed) < item.start):
        return ()
    if _is_told_of_forces(scene) or not _YEARS_OF_WAR.isdisjoint(scene.line.sentence.vocabulary):
        return ()
    if _is_what_a_bomb_did(scene):
        return ()
    doers = [] if by or is_passive(scene, item) else scene.subjects
    armed = doers or by or shot or _is_by_gunmen(scene, item)
    others = {frame_of(scene, other) for other in scene.clause.telling if other is not item}
    return (kind,) if armed and not others & WEAPONS else ()


def are_soldiers(scene: Scene, item: Item) -> bool:
    """Whether only armed people were killed, nobody says by whom: "six policemen were killed"."""
    if not is_passive(scene, item) or scene.governed("by"):
        return False
    lowers = scene.line.sentence.lowers
    adds_up = scene.clause.has(Sense.HAD) and scene.clause.has(Sense.HAVE)
    if adds_up or not _IN_ALL.isdisjoint(lowers[scene.clause.first : scene.clause.last]):
        # "He said that 14 had been killed" counts those who fell in what was told.
        return False
    armed = _SOLDIERS.isdisjoint(lowers[scene.clause.first : item.start])
    before = (one for one in scene.clause.items if one.start < item.start)
    return not armed and not any(Sense.CIVILIANS in one.senses for one in before)


def _is_what_a_bomb_did(scene: Scene) -> bool:
    """Whether a relative clause goes with a weapon: "a bomb that police said killed 13"."""
    former = scene.former
    if former is None or scene.clause.opening is not Opening.RELATIVE:
        return False
    last = former.clause.telling[-1] if former.clause.telling else None
    near = last is not None and scene.clause.first - last.end <= _FEW
    return last is not None and near and frame_of(former, last) in WEAPONS


_IN_ALL = words("alone total altogether totaal alleen volgens")
_SOLDIERS = words(
    "soldiers soldier policemen policeman officers troops guards guardsmen servicemen paratroopers "
    "peacekeepers marines recruits cadets soldaten soldaat militairen militair agenten agent "
    "politieagenten politiemannen manschappen ordehandhavers veiligheidstroepen blauwhelmen "
    "commando's grenswachten rekruten militieleden legerleden"
)


def _is_told_besides(scene: Scene, item: Item) -> bool:
    """Whether another word of the sentence tells in what they fell."""
    return any(
        one.tells and one is not item and frame_of(scene, one) in _TELLING
        for one in scene.line.items
    )


def _unarmed(scene: Scene, item: Item) -> list[int]:
    """Where those stand who had no arms; "shot some 300 men" tells of nobody's men."""
    named = [one.start for one in scene.clause.items if Sense.CIVILIANS in one.senses]
    behind = scene.line.sentence.lowers[item.end : item.end + _FEW]
    if not named and item.text.lower() in _SHOT and "men" in behind and "its" not in behind:
        return [item.end + behind.index("men")]
    return named


_FEW = 4


def _is_told_of_forces(scene: Scene) -> bool:
    """Whether they died in an attack on armed men: "killed in an attack on an army base"."""
    around = (scene, scene.former) if scene.former is not None else (scene,)
    return any(
        frame_of(one, other) == "attack" and is_on_forces(one, other)
        for one in around
        for other in one.clause.items
    )


def _is_by_gunmen(scene: Scene, item: Item) -> bool:
    """Whether those who kill are armed, whoever they are: "gunmen killed 19 people"."""
    return not _GUNMEN.isdisjoint(scene.line.sentence.lowers[scene.clause.first : item.start])


_GUNMEN = words(
    "armed gunmen gunman attackers assailants assailant militiamen bandits fighters shooters "
    "schutters schutter aanvallers daders gewapende strijders overvallers milities"
)
_SHOT = words("shot doodgeschoten neergeschoten")
"""What nobody but a person does: it needs nobody to be named."""


def _puts_to_death(scene: Scene, item: Item) -> bool:
    """Whether one party killed many who could not fight: "IS heeft er 160 doodgeschoten"."""
    said = words_of(scene)
    dead = "dood" in said or "leven" in said or item.text.lower() in _SHOT
    alone = bool(scene.subjects) and all(one in scene.subjects for one in scene.actors)
    counted = any(word[0].isdigit() or word in _MANY for word in said)
    return scene.language == "nl" and dead and alone and counted


_MANY = words(
    "tientallen honderden duizenden twintig dertig veertig vijftig zestig tachtig honderd"
)


def _falls(scene: Scene) -> bool:
    """Whether aircraft crashed or were brought down."""
    return not _FALLING.isdisjoint(scene.line.sentence.vocabulary)


_FALLING = words("crash crashed crashes downed neergestort neergehaald crashte")


def _says_weapon(scene: Scene, item: Item) -> bool:
    return any(frame_of(scene, one) in WEAPONS for one in scene.clause.telling if one is not item)


def kills_people(scene: Scene, item: Item) -> bool:
    """Whether an attack on no armed party killed people: "raided Rann, killing 11 people"."""
    lowers = scene.line.sentence.lowers
    if not _ARMED.isdisjoint(lowers[scene.clause.first : scene.clause.last]):
        return False
    if any(one.start > item.start and one.actor is not None for one in scene.actors):
        return False
    behind = scene.later
    if behind is not None and behind.verb is None:
        # "The town of X, next to Y, killing eleven".
        behind = behind.later
    around = (scene.former, behind)
    return any(_kills(other) for other in around if other is not None)


_ARMED = words(
    "base bases army military police checkpoint checkpoints convoy convoys outpost outposts post "
    "posts barracks positions position garrison camp soldiers troops patrol station garrisons "
    "basis bases leger politie controlepost controleposten konvooi kazerne posten stellingen "
    "stelling kamp soldaten militairen troepen patrouille politiebureau"
)


def _kills(other: Scene) -> bool:
    """Whether a clause tells that people, and nobody armed, were killed."""
    kills = any(frame_of(other, one) == "kill" for one in other.clause.telling)
    return (
        kills and other.clause.has(Sense.CIVILIANS) and not any(one.actor for one in other.actors)
    )


_YEARS_OF_WAR = words("insurgency conflict uprising rebellion revolt opstand burgeroorlog conflict")
"""What kills over years, of which the numbers are told."""

_FIGHTS = frozenset({"battle", "fight", "attack", "offensive", "operation"})


_TELLING = WEAPONS | _FIGHTS | {"attack_on_civilians", "massacre"}


def _fell_in_battle(scene: Scene, item: Item) -> bool:
    """Whether one armed party killed another's fighters at a place: "killed 30 rebels near X"."""
    if not any(place.preposition in _WHERE for place in scene.places):
        return False
    doers = scene.governed("by") if is_passive(scene, item) else _who_act(scene)
    killed = [one for one in scene.actors if one.preposition is None and one not in doers]
    ids = {one.actor for one in doers} - {None}
    return bool(ids) and any(one.actor is not None and one.actor not in ids for one in killed)


def _who_act(scene: Scene) -> list[Item]:
    """The subjects; in Dutch those whom they kill have no preposition either."""
    if scene.language == "en":
        return scene.subjects
    return [one for one in scene.subjects if one is scene.subjects[0] or one.listed]


_WHERE = frozenset({"in", "near"})
