"""Who has been trying for a while to take a place wages an offensive there."""

from geomap.reading.clauses.deeds import frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_TRYING = words(
    "probeert proberen probeerde probeerden tracht trachten trachtte trachtten poogt pogen "
    "poogde poogden trying fighting battling struggling attempting"
)
_SINCE = words("sinds since")
_FOR = words("al for")
_SPANS = words(
    "dagen dag weken week maanden maand enkele paar tijdje days weeks months day week month"
)
_TO = frozenset({"to", "te"})
_TAKEN = frozenset({"take", "retake", "clear"})


def has_been_trying(scene: Scene, item: Item) -> bool:
    """As in "probeert al sinds juni X te heroveren", "has been trying for weeks to take X"."""
    said = scene.line.sentence
    if frame_of(scene, item) not in _TAKEN:
        return False
    if Sense.NOUN in item.senses and said.lowers[item.start - 1] not in _TO:
        return False
    if _TRYING.isdisjoint(said.vocabulary):
        return False
    first = scene.clause.first
    if scene.earlier is not None and not any(one.tells for one in scene.earlier.clause.items):
        first = scene.earlier.clause.first
    clause = said.lowers[first : scene.clause.last]
    if _TRYING.isdisjoint(clause) or scene.clause.has(Sense.NEGATION):
        return False
    lasting = not _SINCE.isdisjoint(clause) or _is_for_a_while(clause)
    armed = any(one.actor is not None or one.general for one in scene.subjects)
    return lasting and armed and bool(scene.places or scene.topics)


def _is_for_a_while(clause: tuple[str, ...]) -> bool:
    """Whether "al" or "for" stands before a stretch of time: "al enkele maanden"."""
    return any(
        word in _FOR and not _SPANS.isdisjoint(clause[at + 1 : at + 4])
        for at, word in enumerate(clause)
    )
