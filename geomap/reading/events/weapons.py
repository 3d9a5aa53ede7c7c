"""What was fired, dropped or blown up, and by what it tells which kind of event it was."""

from collections.abc import Sequence

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.parties import flies
from geomap.reading.events.assaults import by_unknown_means, is_on_people
from geomap.reading.events.from_above import HEAVY, fell, from_the_air, is_dropped
from geomap.reading.events.no_blows import are_cleared, are_hit_aircraft, is_no_shell, names_bomb
from geomap.reading.events.positions import Kinds
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import phrases, words
from geomap.reading.language.words import Sense

WEAPONS = frozenset({"air_strike", "shelling", "bombing", "bomb", "shell", "strike", "detonate"})
"""The deeds of weapons."""


def by_guns(scene: Scene) -> bool:
    """Whether it was artillery, tanks or rockets that did it."""
    lowers = words_of(scene)
    return not _GUNS.isdisjoint(lowers)


def striking(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Aircraft and armies strike, and so do earthquakes; guns shell."""
    if _goes_on(scene, item) or _is_bargain(scene) or are_hit_aircraft(scene, item):
        return ()
    if from_the_air(scene):
        return (kind,)
    if by_guns(scene):
        # A noun of its own tells of "missiles".
        return () if has_noun_of_guns(scene) else (EventKind.SHELLING,)
    return (kind,) if scene.subjects and not _is_grounded(scene) else ()


def _goes_on(scene: Scene, item: Item) -> bool:
    """Whether it only says what a weapon did that was told of: "shelled X, hitting a school"."""
    if "g" not in forms_of(item) or scene.former is None or scene.places:
        return False
    return any(frame_of(scene.former, one) in _DEEDS for one in scene.former.clause.telling)


_DEEDS = WEAPONS | {"attack", "target"}


def _is_bargain(scene: Scene) -> bool:
    """As in "struck a deal"."""
    return any(frame_of(scene, one) in {"agreement", "truce"} for one in scene.clause.telling)


def _doers(scene: Scene) -> list[Item]:
    """Who does it; of "X was bombed by" those behind it."""
    return [one for one in scene.governed("by") or scene.subjects if one.actor or one.mention]


def _is_grounded(scene: Scene) -> bool:
    """Whether those who act have no aircraft."""
    doers = _doers(scene)
    return bool(doers) and not any(one.general or flies(scene.cast, one) for one in doers)


def has_noun_of_guns(scene: Scene) -> bool:
    """Whether "missiles" or "shells" in the clause tell of it already."""
    return any(frame_of(scene, one) == "shelling" for one in scene.clause.telling)


def targeting(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """What aircraft target they strike; others target in many ways."""
    hit = _goes_on(scene, item) or are_hit_aircraft(scene, item)
    return (kind,) if from_the_air(scene) and not hit else ()


def bombarding(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Guns shell and aircraft bomb; a party that has none can only shell."""
    if names_bomb(scene, item):
        return with_weapons(scene, item, EventKind.BOMBING)
    if item.start and scene.line.sentence.lowers[item.start - 1] in HEAVY:
        return (kind,)
    said = words_of(scene)
    guns, air = by_guns(scene), from_the_air(scene) or not _AIR.isdisjoint(said)
    if guns and air:
        return (EventKind.SHELLING, kind)
    grounded = _is_grounded(scene) or scene.cast.country in _OF_GUNS
    fighters = any(one.general and one.actor in _GROUNDED for one in _doers(scene))
    return (EventKind.SHELLING,) if guns or (not air and (grounded or fighters)) else (kind,)


_GUNS = words(
    "artillery mortars mortar rockets howitzers tanks shells shellfire cannon "
    "tank howitzer cannons guns rocket missile missiles warships gunboats launchers "
    "artillerie mortieren mortiervuur raketten houwitsers tanks granaten kanonnen geschut "
    "artillerievuur raketwerpers mortiergranaten grad katjoesja's"
)
_AIR = words("air airstrikes lucht luchtaanvallen vatenbommen")
_OF_GUNS = frozenset({"UA", "AM", "AZ"})
"""Countries that are bombarded with guns and rockets rather than from the air."""
_GROUNDED = frozenset({"rebels", "jihadists", "islamist_rebels", "separatists", "kurds"})


def shelling(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """What is fired from the air is an air strike."""
    said = words_of(scene)
    if Sense.NOUN not in item.senses and not _SHOTS.isdisjoint(said):
        return ()
    if is_no_shell(scene, item):
        return ()
    if from_the_air(scene):
        return (EventKind.AIR_STRIKE,)
    if is_on_people(scene, item) and not by_guns(scene):
        return (EventKind.ATTACK_ON_CIVILIANS,)
    return with_weapons(scene, item, kind)


_SHOTS = words("schoten schot kogels kogel waarschuwingsschoten traangas traangasgranaten")
"""What is fired and shells nobody."""


def _fallen(scene: Scene, phrase: str, clause: Sequence[str]) -> Kinds | None:
    """What bombs and Dutch "bombardementen" were, which can come from aircraft or guns."""
    if phrase in _BOMBS:
        return _bombs(scene, clause)
    guns = phrase.startswith("bombardement") and scene.cast.country in _OF_GUNS
    if guns and not from_the_air(scene):
        return (EventKind.SHELLING,)
    dropped = phrase in _DROPPABLE and is_dropped(scene, clause)
    return (EventKind.AIR_STRIKE,) if dropped else None


def with_weapons(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Weapons that went off, and not those that are only had, made or feared."""
    lowers = scene.line.sentence.lowers
    phrase = " ".join(lowers[item.start : item.end])
    clause = lowers[scene.clause.first : scene.clause.last]
    heard = phrase in _BLASTS and not _HEARD.isdisjoint(clause)
    found = not _HARMLESS.isdisjoint(clause) and "plaats" not in clause
    heard = heard or found
    heard = heard or are_cleared(scene, item)
    if heard or not _ANSWERS.isdisjoint(lowers[max(item.start - _NEAR, 0) : item.start]):
        return ()
    known = _fallen(scene, phrase, clause)
    known = by_unknown_means(scene, item) if known is None else known
    if known is not None:
        return known
    arms = phrase in _ARMS or phrase.endswith(_ARM_ENDS)
    if not arms or any(_attacks_with(scene, one) for one in scene.clause.items):
        return (kind,)
    return (kind,) if any(word in _EFFECTS for word in lowers[scene.clause.first :]) else ()


_ARM_ENDS = ("raketten", "granaten")
"""Of compounds that nobody listed."""
_ANSWERS = words(
    "retaliation response reprisal revenge vergelding reactie antwoord wraak represaille"
)
"""Before what others did elsewhere: "in retaliation for rocket fire"."""
_HARMLESS = words(
    "onschadelijk gevonden aangetroffen vond vonden ontdekt ontdekte ontdekten ontmanteld "
    "ontmantelde ontmantelden onderschept onderschepte onderschepten gezocht zoeken zocht zochten "
    "defused dismantled seized intercepted defuse defusing dismantle dismantling disarm disarmed "
    "disarming unexploded ontmantelen ontmijnen ontmijnd ontmijning"
)
"""Of bombs that never went off, and missiles that never came down."""
_BLASTS = words("explosion explosions blast blasts explosie explosies ontploffing ontploffingen")
_HEARD = words("heard rang klonk klonken horen gehoord hoorde hoorden gemeld opgeschrikt turfden")
"""Of blasts that nobody knows the cause of."""
_BOMBS = words("bom bommen")


_DROPPABLE = words("bomb bombs bombing")


def _bombs(scene: Scene, clause: Sequence[str]) -> Kinds:
    """Dutch bombs fall from the air, unless somebody has laid them."""
    if fell(scene, clause):
        return (EventKind.AIR_STRIKE,)
    return (EventKind.BOMBING,) if any(word in _EFFECTS for word in clause) else ()


_ARMS = phrases(
    "car bombs | roadside bombs | landmines | bombs | mortars | rockets | missiles | howitzers "
    "| suicide car bombs | barrel bombs | truck bombs | artillery shells | missile | rocket "
    "| cruise missiles | suicide bombers | explosive device | explosive belts | explosive belt "
    "| explosive vests | suicide vests | suicide vest | suicide belts | cluster bombs "
    "| bermbommen | landmijnen | autobommen | bomauto's | raketten | houwitsers | kanonnen "
    "| artillerie | mortieren | mortierbom | mortierbommen | kruisraket | scud-raket "
    "| boobytrap | boobytraps | tankgranaten | granaten | vatenbommen | kruisraketten "
    "| zelfmoordenaars"
)
"""Words for weapons, which tell of no deed unless something comes of them."""
_EFFECTS = words(
    "exploded explode explodes detonated detonate went off set hit hits struck strike kill kills "
    "killed killing wounded wounding injured injuring died dead fired fire firing launched landed "
    "fell falling rained raining dropped dropping slammed crashed blew use used using wounds "
    "destroyed flattened levelled razed shook pounded targeted rammed drove driven attacked "
    "ontplofte ontploften ontploft explodeerde explodeerden gedood doodde doodden kwamen kwam "
    "omgekomen gewond trof troffen getroffen raakte raakten geraakt vuurde vuurden afgevuurd "
    "afvuurden vielen viel vallen insloegen ingeslagen sloeg sloegen leven afgegaan gingen gooiden "
    "gooide gebruikt gebruikte gebruikten verwoest verwoestte bestookt bestookte bestookten reed "
    "reden vuren uitgevoerd doden verduren schoot schoten afgeschoten geschoten afschoot afschoten "
    "neergekomen neerkwamen regende regenden beschadigd beschadigden beschadigde verwondde "
    "verwondden insloeg gelanceerd lanceerde lanceerden gewonden slachtoffers omkwamen omkwam "
    "vernietigd vernietigde vernietigden stierf stierven gestorven sneuvelden gesneuveld eiste "
    "eisten ontploffen"
)
"""What is said where weapons were used."""


_NEAR = 6


def is_with_weapons(scene: Scene, item: Item) -> bool:
    """Whether a word tells with what: "an attack with rockets", of which the weapon tells."""
    if item.senses.get(Sense.NOUN) == "attack":
        following = scene.line.after(item)
        return following is not None and _is_weapon_behind(scene, following)
    return any(_is_weapon_behind(scene, other) for other in scene.clause.items)


def _attacks_with(scene: Scene, item: Item) -> bool:
    return item.senses.get(Sense.NOUN) == "attack" and is_with_weapons(scene, item)


def _is_weapon_behind(scene: Scene, preposition: Item) -> bool:
    if preposition.senses.get(Sense.PREPOSITION) != "with":
        return False
    return any(
        frame_of(scene, other) in WEAPONS
        for other in scene.clause.items
        if 0 <= other.start - preposition.end <= _NEAR
    )
