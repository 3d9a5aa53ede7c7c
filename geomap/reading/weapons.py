"""What was fired, dropped or blown up, and by what it tells which kind of event it was."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.deeds import frame_of
from geomap.reading.items import Item
from geomap.reading.killings import WEAPONS
from geomap.reading.leaving import Kinds
from geomap.reading.scenes import Scene
from geomap.reading.word_lists import phrases, words
from geomap.reading.words import Sense


def from_the_air(scene: Scene) -> bool:
    """Whether aircraft take part, of their own or by the name of whose they are."""
    return any(
        Sense.AIRCRAFT in item.senses
        or (item.actor is not None and scene.line.tokens[item.end - 1].lower in _AIRCRAFT)
        for item in scene.clause.items
    )


_AIRCRAFT = words(
    "warplanes jets aircraft planes helicopters bombers drones force vliegtuigen luchtmacht "
    "gevechtsvliegtuigen straaljagers helikopters toestellen bommenwerpers gevechtshelikopters"
)


def striking(scene: Scene, _item: Item, kind: EventKind) -> Kinds:
    """Aircraft and armies strike, and so do earthquakes."""
    aircraft = from_the_air(scene)
    return (kind,) if aircraft or scene.subjects else ()


def targeting(scene: Scene, _item: Item, kind: EventKind) -> Kinds:
    """What aircraft target they strike; others target in many ways."""
    return (kind,) if from_the_air(scene) else ()


def shelling(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """What is fired from the air is an air strike."""
    if from_the_air(scene):
        return (EventKind.AIR_STRIKE,)
    return with_weapons(scene, item, kind)


def with_weapons(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Weapons that went off, and not those that are only had, made or feared."""
    lowers = scene.line.sentence.lowers
    phrase = " ".join(lowers[item.start : item.end])
    if phrase not in _ARMS or any(is_with_weapons(scene, one) for one in scene.clause.items):
        return (kind,)
    return (kind,) if any(word in _EFFECTS for word in lowers[scene.clause.first :]) else ()


_ARMS = phrases(
    "car bombs | roadside bombs | landmines | bombs | mortars | rockets | missiles | howitzers "
    "| suicide car bombs | barrel bombs | truck bombs | artillery shells | missile | rocket "
    "| cruise missiles | suicide bombers | explosive device "
    "| bermbommen | landmijnen | autobommen | bomauto's | raketten | houwitsers | kanonnen "
    "| granaten | vatenbommen | kruisraketten | zelfmoordenaars"
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
    "reden vuren uitgevoerd doden"
)
"""What is said where weapons were used."""


def blowing_up(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A bomb, or who carries it, blows up; who blows up a bridge or a temple attacks nobody."""
    lowers = scene.line.sentence.lowers
    value = item.senses.get(Sense.VERB, "") + item.senses.get(Sense.PARTED, "")
    phrase = lowers[item.start : item.end]
    demolishes = "up" in phrase or "op" in value or phrase[0].startswith("opge")
    if not demolishes or any(word in _THEMSELVES for word in phrase):
        return (kind,)
    clause = lowers[scene.clause.first : scene.clause.last]
    bombs = any(frame_of(scene, other) == "bombing" for other in scene.clause.items)
    return (kind,) if bombs or any(word in _THEMSELVES for word in clause) else ()


_THEMSELVES = words(
    "himself herself themselves itself vehicle vehicles car cars truck trucks lorry explosives "
    "zich zichzelf voertuig voertuigen auto auto's vrachtwagen explosieven bomgordel"
)


_NEAR = 6


def is_with_weapons(scene: Scene, item: Item) -> bool:
    """Whether a noun tells with what: "an attack with rockets", of which the weapon tells."""
    following = scene.line.after(item) if item.senses.get(Sense.NOUN) == "attack" else None
    if following is None or following.senses.get(Sense.PREPOSITION) != "with":
        return False
    return any(
        frame_of(scene, other) in WEAPONS
        for other in scene.clause.items
        if 0 < other.start - following.end <= _NEAR or other.start == following.end
    )
