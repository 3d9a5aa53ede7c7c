"""A whole country that who governs it says is free of somebody: "all of Iraq is free of IS"."""

from collections.abc import Iterator, Mapping

from geomap.domain.statements import Effect
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import acts
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def free_country(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "Iraq is completely free of IS, the prime minister said"."""
    country = next((one for one in scene.actors if _is_country(one)), None)
    if country is None or not _is_whole(scene, country, item):
        return
    behind = [one for one in scene.actors if one.start > country.end and one.actor is not None]
    loser = next((one for one in behind if _is_rid(scene, one)), None)
    if loser is None or not _governs(scene, country):
        return
    party = Item(item.start, item.end, item.text, _OF_STATE, None, "government", general=True)
    yield ClaimDraft(Effect.TAKES, country, scene, item, party, loser, sure=0.8)


_OF_STATE: Mapping[str, str] = {Sense.GENERAL: "government"}


def _is_country(item: Item) -> bool:
    place = item.mention.place if item.mention is not None else None
    return place is not None and place.kind == "country" and acts(item) and not item.preposition


def _is_whole(scene: Scene, country: Item, item: Item) -> bool:
    """As in "all of Iraq", Dutch "heel Irak"; "has been fully liberated"."""
    before = scene.line.before(country)
    if before is not None and Sense.WHOLE in before.senses and before.end == country.start:
        return True
    return not _WHOLLY.isdisjoint(scene.line.sentence.lowers[country.end : item.start])


_WHOLLY = words("fully completely entirely totally wholly volledig geheel helemaal compleet")


def _is_rid(scene: Scene, loser: Item) -> bool:
    """Whether a party is whom a country is rid of, and none that governs."""
    of = scene.line.sentence.lowers[max(loser.start - _OF_WITHIN, 0) : loser.start]
    return not _OF.isdisjoint(of) and scene.cast.who(loser) not in scene.cast.governments


_OF_WITHIN = 2
_OF = words("of from van op")


def _governs(scene: Scene, country: Item) -> bool:
    """Whether its army freed it, or its army, a minister or a president says so."""
    state = scene.cast.who(country)
    for near in (scene, scene.former, scene.later):
        if near is None or not (near is scene or near.clause.has(Sense.SAID)):
            continue
        if near.clause.has(Sense.SAID) and near.clause.has(Sense.OFFICIAL):
            return True
        if any(one is not country and scene.cast.who(one) == state for one in near.actors):
            return True
    return False
