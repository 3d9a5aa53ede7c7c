"""Who gives up positions or arms: a withdrawal or a surrender."""

from geomap.domain.event_kinds import EventKind
from geomap.reading.clauses.said import words_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words

Kinds = tuple[EventKind, ...]


def abandoning(scene: Scene, item: Item, kind: EventKind) -> Kinds:
    """Who gives up his positions leaves them, who hands in his arms surrenders."""
    said = words_of(scene)
    if scene.subjects and "wapens" in said and not _HANDED_IN.isdisjoint(said):
        return (EventKind.SURRENDER,)
    gives = any(word in _GIVE_UP for word in scene.line.sentence.lowers[item.start : item.end])
    return (kind,) if scene.subjects and gives and leaves_positions(scene) else ()


_HANDED_IN = words("ingeleverd inleverden inleverde leverde leverden")
_GIVE_UP = words("opgegeven opgeven prijsgegeven prijsgeven gaf gaven geven geeft relinquished")


def leaves_positions(scene: Scene) -> bool:
    """Whether what is left are positions: "hun stellingen verlaten", "left their posts"."""
    said = words_of(scene)
    return not _POSITIONS.isdisjoint(said)


_POSITIONS = words(
    "positions posts trenches checkpoints posities positie stellingen stelling posten wachtposten "
    "controleposten loopgraven kazernes bases linies"
)
