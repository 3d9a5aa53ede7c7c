"""What sums up months without a day, or only tells people apart: no event of its own."""

from collections.abc import Sequence

from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import phrases, words
from geomap.reading.language.words import Sense

_MANY = words(
    "attacks raids bombings ambushes assaults killings kidnappings abductions incursions "
    "aanslagen aanvallen overvallen ontvoeringen bomaanslagen zelfmoordaanslagen moordpartijen"
)
_FIRE = words(
    "strikes airstrikes attacks bombardments artillery fire shelling raids "
    "luchtaanvallen bombardementen luchtbombardementen beschietingen luchtsteun artillerie "
    "aanvallen artillerievuur"
)
_SUFFERED = phrases(
    "have witnessed | has witnessed | have suffered | has suffered | have endured | has endured "
    "| have experienced | has experienced | have faced | has faced | have seen several "
    "| has seen several | has seen many | have seen many | have seen a number | due to "
    "| because of | plagued by | blighted by | beset by | terrorised by | terrorized by "
    "| hit hard by | hard hit by | worst hit by | ravaged by | devastated by | scarred by "
    "| threatened by | known for | notorious for | been blamed for | is blamed for "
    "| are blamed for | threat of | fear of | fears of | risk of | intensified | intensified its "
    "| intensified their | intensifying | intensifying its | stepping up | stepped up "
    "| stepped up its | stepped up their | rise in | surge in | increase in "
    "| lijden onder | lijdt onder "
    "| leden onder | geplaagd door | geteisterd door | bedreigd door "
    "| berucht om | bekend om | vanwege | wegens | dreiging van | angst voor | gevaar van "
    "| gebukt onder | last van | toename van | vol met"
)
_STRUGGLES = words("kampen kampt kampten kampte")
_LONGEST = max(len(phrase.split()) for phrase in _SUFFERED)
_REACH = 5
"""Tokens between "plagued by" and "attacks", such as the name of who makes them."""
_SUPPORTS = words(
    "supports support backs back helps help aids aid assists assist "
    "steunt steunen helpt helpen ondersteunt ondersteunen staat staan"
)
_WITH = words("with met")
_APART = words("the these those their its his de deze hun")
_PEOPLE_DONE_TO = frozenset({"massacre", "kill", "arrest"})
_CAUGHT = words(
    "abducted kidnapped captive captives hostage hostages prisoner prisoners inmates "
    "detainees ontvoerde ontvoerden gegijzelde gegijzelden gijzelaars gevangenen gedetineerden "
    "krijgsgevangenen"
)
_HURT = words("wounded injured gewonden")


def is_summed_up(scene: Scene, item: Item) -> bool:
    """Whether attacks are those of months: "the states have witnessed several attacks by"."""
    lowers = scene.line.sentence.lowers
    said = lowers[item.end - 1]
    if Sense.NOUN not in item.senses or (said not in _MANY and said not in _FIRE):
        return False
    before = lowers[scene.clause.first : item.start]
    where = _ends_at(before[-_REACH - _LONGEST :]) if said in _MANY else None
    if where is None:
        return _supports(scene, before)
    return not _is_dated(scene, item.start - where)


def _ends_at(before: Sequence[str]) -> int | None:
    """How far back words for what is suffered stand, if they do."""
    if not _STRUGGLES.isdisjoint(before) and "met" in before[-_REACH:]:
        return 0
    for back in range(min(_REACH, len(before))):
        last = len(before) - back
        firsts = range(max(last - _LONGEST, 0), last)
        if any(" ".join(before[first:last]) in _SUFFERED for first in firsts):
            return back
    return None


def _supports(scene: Scene, before: Sequence[str]) -> bool:
    """Whether fire is how somebody helps, on no day: "backs the president with air strikes"."""
    backs = not _SUPPORTS.isdisjoint(before) and not _WITH.isdisjoint(before[-2:])
    return backs and not _is_dated(scene, scene.clause.first)


def _is_dated(scene: Scene, first: int) -> bool:
    """Whether a day or month stands from a token on, but for years and "for years"."""
    return any(
        one.start >= first and Sense.CALENDAR in one.senses and one.text.lower() not in _YEARS
        for one in scene.clause.items
    )


_YEARS = words("years year months jaren jaar maanden decennia decades recent")


def tells_apart(scene: Scene, item: Item, frame: str) -> bool:
    """Whether a participle only says which people are meant: "57 of the abducted girls"."""
    if frame not in _PEOPLE_DONE_TO:
        return False
    lowers = scene.line.sentence.lowers
    if Sense.NOUN in item.senses:
        # "Pursuit of the rebels and arrest of the wounded."
        return lowers[item.end - 1] != "of" and not _HURT.isdisjoint(
            lowers[item.end : item.end + _OF_THEM]
        )
    apart = item.start > scene.clause.first and lowers[item.start - 1] in _APART
    return apart and (scene.language == "nl" or "n" in forms_of(item))


_OF_THEM = 3


def are_caught(scene: Scene, item: Item) -> bool:
    """Whether who flees was held: "of the hostages, five have escaped"."""
    said, first = scene.line.sentence, scene.clause.first
    if _CAUGHT.isdisjoint(said.vocabulary):
        return False
    if scene.former is not None and not scene.clause.has(Sense.CIVILIANS):
        # "The abducted girls have since managed to escape."
        first = scene.former.clause.first
    return not _CAUGHT.isdisjoint(said.lowers[first : item.start])
