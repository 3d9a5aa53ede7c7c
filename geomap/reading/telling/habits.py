"""What happens time and again, or is added up over years: no event of one day."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from geomap.domain.event_kinds import EventKind
from geomap.domain.when import When
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_TIME_AND_AGAIN = words(
    "regularly routinely frequently often habitually usually typically normally sporadically "
    "periodically constant near-daily constantly "
    "regelmatig geregeld vaak dikwijls doorgaans meestal veelvuldig gewoonlijk voortdurend "
    "regelmatige frequente herhaaldelijk dagelijks dagelijkse wekelijks wekelijkse"
)
_REGULAR = words("regular frequent recurrent occasional near-daily daily weekly")
_BLOWS = words(
    "attacks bombings raids ambushes strikes airstrikes shelling clashes incursions assaults "
    "skirmishes attack bombing gun rocket mortar air suicide aanvallen aanslagen schermutselingen "
    "beschietingen gevechten bombardementen bombardment bombardments fighting violence"
)
"""With "regular" before it what is done time and again; "regular troops" are an army."""
_SINCE = words("since sinds")
"""What is done regularly from a day on is told of that day."""
_OF_LASTING = frozenset(
    {
        *(EventKind.DISPLACEMENT, EventKind.ATTACK_ON_CIVILIANS, EventKind.BOMBING),
        *(EventKind.SHELLING, EventKind.ARREST),
    }
)
"""Kinds that are over in days; sieges, campaigns from the air and offensives go on for years."""
_OF_A_DAY = frozenset({EventKind.ATTACK_ON_CIVILIANS, EventKind.ARREST})
_SOME_WEEKS = timedelta(days=45)
_LONGEST = timedelta(days=400)
"""More than any year that is named."""


def is_habit(scene: Scene) -> bool:
    """Whether a clause tells what is done regularly: "they often attack the peacekeepers"."""
    said = scene.line.sentence
    if _is_long_past(said.vocabulary, said.lowers[scene.clause.first : scene.clause.last]):
        return True
    if not _REGULAR.isdisjoint(said.vocabulary):
        pairs = pairwise(said.lowers[scene.clause.first : scene.clause.last])
        if any(one in _REGULAR and other in _BLOWS for one, other in pairs):
            return True
    if _TIME_AND_AGAIN.isdisjoint(said.vocabulary):
        return False
    clause = said.lowers[scene.clause.first : scene.clause.last]
    return not _TIME_AND_AGAIN.isdisjoint(clause) and _SINCE.isdisjoint(clause)


def _is_long_past(vocabulary: frozenset[str], clause: Sequence[str]) -> bool:
    """As in "has carried out attacks in the past", "in het verleden"; not "in the past week"."""
    if "verleden" in vocabulary:
        return ("in", "het", "verleden") in zip(clause, clause[1:], clause[2:], strict=False)
    if "past" not in vocabulary:
        return False
    following = zip(clause, clause[1:], clause[2:], (*clause[3:], "."), strict=False)
    return any(four[:3] == ("in", "the", "past") and four[3] in _STOPS for four in following)


_STOPS = words(". , ; ) : in on at near and but")


def _is_claimed_on_a_day(scene: Scene, item: Item) -> bool:
    """As in "claimed responsibility on Sunday for an attack", "heeft zondag opgeëist"."""
    said = scene.line.sentence
    if _CLAIMING.isdisjoint(said.vocabulary) or Sense.NOUN not in item.senses:
        return False
    before = said.lowers[scene.clause.first : item.start]
    dated = any(
        Sense.CALENDAR in one.senses and one.start < item.start for one in scene.clause.items
    )
    return dated and not _CLAIMING.isdisjoint(before)


_CLAIMING = words("responsibility verantwoordelijkheid opgeëist opgeëiste")
_SHOWN = words(
    "video videos footage clip clips photos photographs video's videoboodschap filmpje filmpjes "
    "foto's videobeelden"
)


def is_only_shown(scene: Scene, item: Item, kind: EventKind) -> bool:
    """Whether an abduction or killing is what a video shows, and nothing that is told.

    Nor is the day on which somebody claims an attack that of the attack.
    """
    if _is_claimed_on_a_day(scene, item):
        return True
    if kind is not EventKind.ATTACK_ON_CIVILIANS:
        return False
    return not _SHOWN.isdisjoint(scene.line.sentence.lowers[scene.clause.first : item.start])


def is_added_up(kind: EventKind, when: When, today: When | None) -> bool:
    """Whether years are counted together: "has killed thousands since 2009"."""
    if kind in _OF_A_DAY and when.standing and today is not None:
        # "The group has killed 2,600 people since January."
        return today.settled - when.earliest > _SOME_WEEKS
    if kind not in _OF_LASTING and not (kind is EventKind.BATTLE and when.standing):
        return False
    last = when.latest
    if when.standing:
        last = today.settled if today is not None else when.settled
    return last - when.earliest > _LONGEST
