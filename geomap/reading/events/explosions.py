"""Who blows something up: a bomb, himself, or a bridge that nobody is attacked with."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.events.positions import Kinds
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def blowing_up(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """A bomb, or who carries it, blows up; who blows up a bridge or a temple attacks nobody."""
    lowers = scene.line.sentence.lowers
    value = item.senses.get(Sense.VERB, "") + item.senses.get(Sense.PARTED, "")
    phrase = lowers[item.start : item.end]
    demolishes = "up" in phrase or "op" in value or phrase[0].startswith("opge")
    if not demolishes or any(word in _THEMSELVES for word in phrase):
        return (kind,)
    clause = lowers[scene.clause.first : scene.clause.last]
    bombs = any(frame_of(scene, other) == "bombing" for other in scene.clause.telling)
    return (kind,) if bombs or any(word in _THEMSELVES for word in clause) else ()


_THEMSELVES = words(
    "himself herself themselves itself vehicle vehicles car cars truck trucks lorry explosives "
    "zich zichzelf voertuig voertuigen auto auto's vrachtwagen explosieven bomgordel"
)
