"""What is told of every case, of what is hoped for or to come, and of whom a deed made do what."""

from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_EVERY = words("every each any elke elk iedere ieder")
_BY = words("by door")
_HOPING = words(
    "hope hopes hoped hoping aim aims aimed want wants wanted intend intends intended would could "
    "hoopt hopen hoopte hoopten wil willen wilde wilden denkt denken probeert proberen zou zouden"
)
_WITHIN = 2


def is_any(scene: Scene, item: Item) -> bool:
    """As in "after every battle", which is told of none."""
    if Sense.NOUN not in item.senses:
        return False
    before = scene.line.sentence.lowers[max(item.start - _WITHIN, 0) : item.start]
    return not _EVERY.isdisjoint(before)


def is_hoped(scene: Scene) -> bool:
    """As in "By retaking X, the army hopes to": what the deed is meant to bring."""
    lowers, later = scene.line.sentence.lowers, scene.later
    if later is None or lowers[0] not in _BY or scene.clause.first > 1:
        return False
    return not _HOPING.isdisjoint(lowers[later.clause.first : later.clause.last])


def made(scene: Scene, who: Item) -> bool:
    """As in "forced the army to leave", "beat back the army to retake X", and not only planned."""
    before = scene.line.before(who)
    if before is not None and Sense.DETERMINER in before.senses:
        before = scene.line.before(before)
    beaten = before is not None and before.text.lower() in _BEATING
    if before is None or not (beaten or Sense.SUCCESS in before.senses):
        return False
    return not any(
        (Sense.PLAN in one.senses or Sense.NEGATION in one.senses) and one.start < before.start
        for one in scene.clause.items
    )


_BEATING = words("beat defeated routed overcame overpowered crushed repelled dislodged")


def is_of_us(scene: Scene, item: Item) -> bool:
    """As in "Binnen enkele dagen heroveren we de stad": what is said in the present is to come."""
    tokens = scene.line.tokens
    beside = [*tokens[max(item.start - 1, 0) : item.start], *tokens[item.end : item.end + 1]]
    return any(token.lower in {"we", "wij"} for token in beside)
