"""Who holds a place that is spoken of as theirs in passing: a stronghold, an IS-held town."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.claims.proclaimed import speaker_beside
from geomap.reading.clauses.deeds import OWNER_WITHIN, first_of, nearest_before
from geomap.reading.clauses.listed import listed_with
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_settled
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told


def held_town(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X, a rebel-held town in"; "the rebel-held town of X" is read by its place."""
    line = scene.line
    town = line.after(item)
    if town is None or Sense.SETTLEMENT not in town.senses or item.start < _SHORTEST:
        return
    following = line.after(town)
    if following is not None and following.senses.get(Sense.PREPOSITION) == "of":
        return
    holder = line.at[item.start - 2]
    if holder is None or line.tokens[holder.start - 1].lower not in _ARTICLES:
        return
    comma = max(holder.start - 2, 1)
    place = line.at[comma - 1] if line.tokens[comma].text in _ASIDES else None
    if place is not None and Sense.PLACE in place.senses and is_settled(place):
        yield ClaimDraft(Effect.HOLDS, place, scene, item, holder, sure=0.8, passing=True)


_ASIDES = frozenset({",", "-", "–", "—"})
_ARTICLES = frozenset({"a", "an", "another", "the", "een"})
_SHORTEST = 4


def seat(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "X, the capital of the caliphate since 2014", "X, another IS stronghold"."""
    if _is_former(scene, item) or not is_told(scene, item):
        return
    if item.text.lower() == "headquarters" and scene.verb is not None:
        # "Captured the headquarters of the army in X" says nothing of who has X.
        return
    following = scene.line.after(item)
    holder = owner_before(scene, item)
    if following is not None and following.senses.get(Sense.PREPOSITION) == "of":
        owners = [one for one in scene.governed("of") if one.start > item.start]
        holder = first_of(owners)
        if any(place.governor is item or place.head == "hold" for place in scene.places):
            return
    if holder is None or holder.actor is None:
        return
    place = _called(scene, item) or nearest_before(scene, item) or _named_next(scene, holder)
    several = place is not None and item.text.lower() in _SEVERAL
    for one in listed_with(scene.line, place) if place is not None and several else [place]:
        if one is not None:
            draft = ClaimDraft(Effect.HOLDS, one, scene, item, holder, sure=0.8, passing=True)
            draft.once = was(scene)
            yield draft


_SEVERAL = frozenset({"strongholds", "bastions", "redoubts", "bolwerken"})


def _called(scene: Scene, item: Item) -> Item | None:
    """The X of "X is de tweede stad en het IS-bolwerk", "X geldt als het bolwerk van IS"."""
    if scene.language != "nl" or not scene.topics:
        return None
    topic, verb = scene.topics[0], scene.verb
    if verb is not None and Sense.BE in verb.senses and topic.start < verb.start < item.start:
        between = (one for one in scene.places if verb.start < one.start < item.start)
        deeds = any(one.tells and one is not item for one in scene.clause.items)
        return None if deeds or next(between, None) is not None else topic
    before = scene.line.sentence.lowers[max(item.start - _AS_WITHIN, 0) : item.start]
    if "als" not in before:
        return None
    at = item.start - before[::-1].index("als") - 2
    called = scene.line.sentence.lowers[max(at - 1, 0) : at + 1]
    return None if _CALLED.isdisjoint(called) else topic


_AS_WITHIN = 6
_CALLED = frozenset(
    ("beschouwd", "gezien", "geldt", "bekend", "omschreven", "dient", "fungeert", "beschouwt")
)


def was(scene: Scene) -> bool:
    """Whether a clause only says what a place once was: "was het laatste bolwerk van IS"."""
    words = [one.text.lower() for one in scene.clause.items if Sense.BE in one.senses]
    if words == ["been"] and any(one.text.lower() in _STILL for one in scene.clause.items):
        return False
    return bool(words) and not set(words) - _PAST_BE


_STILL = frozenset({"has", "have"})
"""As in "has been a stronghold of IS since 2014", which it still is."""
_PAST_BE = frozenset({"was", "were", "waren", "geweest", "been"})


def _named_next(scene: Scene, holder: Item) -> Item | None:
    """The place in "the last stronghold of IS, X,"; it is known as theirs from then on."""
    where = False
    for position in range(holder.end, min(holder.end + _NEXT_WITHIN, len(scene.line.at))):
        other = scene.line.at[position]
        if other is None:
            continue
        # "In Irak" says where it lies, and behind a comma comes what it is.
        where = Sense.PREPOSITION in other.senses or (where and other.text != ",")
        if Sense.PLACE in other.senses and is_settled(other) and not where:
            other.kept_by = other.kept_by or holder
            return other
    return None


_NEXT_WITHIN = 7


def is_seat_of_party(scene: Scene, item: Item) -> bool:
    """As in "the rebels' capital"; the capital of a country is nobody's stronghold."""
    if item.start == 0:
        return False
    following = scene.line.after(item)
    if following is not None and following.senses.get(Sense.PREPOSITION) == "of":
        owner = first_of([one for one in scene.governed("of") if one.start > item.start])
        return owner is not None and owner.actor is not None and owner.actor != "government"
    before = scene.line.at[item.start - 1]
    if before is not None and before.actor is not None and not before.general:
        # "Raqqa, the IS capital."
        return before.actor not in scene.cast.governments
    if scene.line.tokens[item.start - 1].lower not in _GENITIVES:
        return False
    owner = owner_before(scene, item)
    return owner is not None and owner.actor is not None


def _is_former(scene: Scene, item: Item) -> bool:
    return any(
        Sense.FORMER in other.senses and 0 < item.start - other.start <= OWNER_WITHIN
        for other in scene.clause.items
    )


def passing(scene: Scene) -> Iterator[ClaimDraft]:
    """As in "IS-held Raqqa", "the IS stronghold of Raqqa", where nothing else is said of it."""
    for place in scene.places:
        if place.kept_by is not None and place.head not in {"former", "piece"}:
            yield ClaimDraft(
                Effect.HOLDS, place, scene, place, place.kept_by, sure=0.8, passing=True
            )
    if Sense.KEEPER in scene.clause.senses and scene.language == "nl":
        yield from _in_ones_area(scene)


def _in_ones_area(scene: Scene) -> Iterator[ClaimDraft]:
    """As in "het rebellengebied van X", "X, in rebellengebied"."""
    for item in scene.clause.items:
        role = item.senses.get(Sense.KEEPER)
        if role is None or not item.text.lower().endswith("gebied"):
            if role is not None:
                yield from _called_behind(scene, item, role)
            continue
        of, before = scene.line.after(item), nearest_before(scene, item)
        place = before if before is not None and item.start - before.end <= _APART else None
        if of is not None and of.senses.get(Sense.PREPOSITION) == "of":
            place = next((one for one in scene.places if one.governor is item), None)
        if place is not None and place.kept_by is None:
            senses = {Sense.GENERAL: role}
            party = Item(item.start, item.end, item.text, senses, actor=role, general=True)
            yield ClaimDraft(Effect.HOLDS, place, scene, item, party, sure=0.8, passing=True)


def _called_behind(scene: Scene, item: Item, role: str) -> Iterator[ClaimDraft]:
    """As in Dutch "X, het laatste rebellenbolwerk, ligt in"."""
    lowers, following = scene.line.sentence.lowers, scene.line.after(item)
    place = nearest_before(scene, item)
    if place is None or item.start - place.end > _CALLED_WITHIN or place.kept_by is not None:
        return
    aside = lowers[place.end] in _ASIDES and "voormalige" not in lowers[place.end : item.start]
    named = following is not None and Sense.PLACE in following.senses
    if aside and not named and not was(scene):
        party = Item(
            item.start, item.end, item.text, {Sense.GENERAL: role}, None, role, general=True
        )
        yield ClaimDraft(Effect.HOLDS, place, scene, item, party, sure=0.8, passing=True)


_CALLED_WITHIN = 5
_APART = 2
"""Tokens between a town and the area it is in: ", in"."""


def owner_before(scene: Scene, item: Item) -> Item | None:
    """As in "rebel hands", "the militants' hands"."""
    tokens = scene.line.tokens
    if item.start and tokens[item.start - 1].lower == "our":
        return speaker_beside(scene)
    before = scene.line.before(item)
    if before is not None and before.text.lower() == "state" and before.actor is None:
        return Item(item.start - 1, item.start, "state", _OF_STATE)
    if item.start > 1 and tokens[item.start - 1].text == "-":
        # "IS-bolwerken"
        return scene.line.at[item.start - _HYPHENED]
    for position in range(item.start - 1, max(item.start - _OWNED_WITHIN, 0), -1):
        if tokens[position].lower in _GENITIVES:
            return scene.line.at[position - 1]
        if not tokens[position].text[0].islower() or not _describes(scene.line.at[position]):
            break
    return scene.line.at[item.start - 1] if item.start else None


_OF_STATE = {Sense.ADJECTIVE: "government"}


def _describes(item: Item | None) -> bool:
    """Whether a word can stand between an owner and what is owned: "the group's last northern"."""
    return item is None or any(sense in item.senses for sense in _DESCRIPTIONS)


_DESCRIPTIONS = (Sense.COMPLETING, Sense.DIRECTION, Sense.WHOLE, Sense.LASTING)
_OWNED_WITHIN = 5
_HYPHENED = 2


_GENITIVES = frozenset({"'s", "’s", "'", "’"})
