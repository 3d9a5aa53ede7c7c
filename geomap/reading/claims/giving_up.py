"""Who lets another have a place, without a word of losing it."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.losses import lose, places_meant
from geomap.reading.clauses.deeds import agent_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def cede(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "lieten X aan A", which says nothing without A."""
    if scene.governed("to"):
        yield from lose(scene, item)


def admit(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "de rebellen in X lieten het leger binnen": who is let in has taken it."""
    loser = agent_of(scene, item)
    let_in = [one for one in scene.actors if one.preposition is None and one is not loser]
    holder = next((one for one in let_in if one.start > item.start), None)
    first = scene.earlier.places if scene.earlier is not None else []
    inside = [one for one in scene.places or first if one.preposition in {"in", None}]
    if loser is None or holder is None:
        return
    for place in inside[:1] or places_meant(scene):
        yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser)


def flee(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in Dutch "het leger vluchtte uit X", "sloeg op de vlucht uit X"."""
    loser = next((one for one in scene.subjects if one in scene.actors), None)
    if scene.language != "nl" or loser is None or scene.clause.has(Sense.PEOPLE):
        return
    if Sense.NOUN in item.senses and scene.line.tokens[item.end - 1].lower != "vlucht":
        return
    for place in scene.places:
        if place.preposition == "from" and place.head is None and not is_area(place):
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, _SURE)


_SURE = 0.7
