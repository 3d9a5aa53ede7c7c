"""Who was killed: people without arms, or fighters, who fell in battle."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.deeds import frame_of, is_passive
from geomap.reading.items import Item
from geomap.reading.leaving import Kinds
from geomap.reading.scenes import Scene
from geomap.reading.word_lists import words
from geomap.reading.words import Sense


def killing(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """An armed party kills people without arms; a bomb that does is told of by its own word."""
    killed = [one.start for one in scene.clause.items if Sense.CIVILIANS in one.senses]
    by = scene.governed("by")
    if not killed and _fell_in_battle(scene, item):
        others = {frame_of(scene, other) for other in scene.clause.items if other is not item}
        return () if others & (WEAPONS | _FIGHTS) else (EventKind.BATTLE,)
    if not killed or (scene.language == "en" and not by and max(killed) < item.start):
        return ()
    if any(word in _YEARS_OF_WAR for word in scene.line.sentence.lowers):
        return ()
    armed = scene.subjects or by
    others = {frame_of(scene, other) for other in scene.clause.items if other is not item}
    return (kind,) if armed and not others & WEAPONS else ()


_YEARS_OF_WAR = words("insurgency conflict uprising rebellion revolt opstand burgeroorlog conflict")
"""What kills over years, of which the numbers are told."""
WEAPONS = frozenset({"air_strike", "shelling", "bombing", "bomb", "shell", "strike", "detonate"})

_FIGHTS = frozenset({"battle", "fight", "attack", "offensive", "operation"})


def _fell_in_battle(scene: Scene, item: Item) -> bool:
    """Whether one armed party killed another's fighters at a place: "killed 30 rebels near X"."""
    if not any(place.preposition in _WHERE for place in scene.places):
        return False
    doers = scene.governed("by") if is_passive(scene, item) else scene.subjects
    killed = [one for one in scene.actors if one.preposition is None and one not in doers]
    ids = {one.actor for one in doers} - {None}
    return bool(ids) and any(one.actor is not None and one.actor not in ids for one in killed)


_WHERE = frozenset({"in", "near"})
