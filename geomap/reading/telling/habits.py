"""What happens time and again, or is added up over years: no event of one day."""

from datetime import timedelta

from geomap.domain.event_kinds import EventKind
from geomap.domain.when import When
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words

_TIME_AND_AGAIN = words(
    "regularly routinely frequently often habitually usually typically normally sporadically "
    "periodically constant near-daily constantly "
    "regelmatig geregeld vaak dikwijls doorgaans meestal veelvuldig gewoonlijk voortdurend "
    "regelmatige frequente herhaaldelijk"
)
_SINCE = words("since sinds")
"""What is done regularly from a day on is told of that day."""
_OF_LASTING = frozenset(
    {
        *(EventKind.DISPLACEMENT, EventKind.ATTACK_ON_CIVILIANS, EventKind.BOMBING),
        *(EventKind.SHELLING, EventKind.ARREST),
    }
)
"""Kinds that are over in days; sieges, campaigns from the air and offensives go on for years."""
_LONGEST = timedelta(days=400)
"""More than any year that is named."""


def is_habit(scene: Scene) -> bool:
    """Whether a clause tells what is done regularly: "they often attack the peacekeepers"."""
    said = scene.line.sentence
    if _TIME_AND_AGAIN.isdisjoint(said.vocabulary):
        return False
    clause = said.lowers[scene.clause.first : scene.clause.last]
    return not _TIME_AND_AGAIN.isdisjoint(clause) and _SINCE.isdisjoint(clause)


_SHOWN = words(
    "video videos footage clip clips photos photographs video's videoboodschap filmpje filmpjes "
    "foto's videobeelden"
)


def is_only_shown(scene: Scene, item: Item, kind: EventKind) -> bool:
    """Whether an abduction or killing is what a video shows, and nothing that is told."""
    if kind is not EventKind.ATTACK_ON_CIVILIANS:
        return False
    return not _SHOWN.isdisjoint(scene.line.sentence.lowers[scene.clause.first : item.start])


def is_added_up(kind: EventKind, when: When, today: When | None) -> bool:
    """Whether years are counted together: "has killed thousands since 2009"."""
    if kind not in _OF_LASTING:
        return False
    last = when.latest
    if when.standing:
        last = today.settled if today is not None else when.settled
    return last - when.earliest > _LONGEST
