"""Who says that a place was taken, and has it: "the army declared X liberated"."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.deeds import agent_of, first_of, frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


def declared(scene: Scene, item: Item) -> Item | None:
    """The place in "declared X liberated", "declared X, where IS had ruled, freed"."""
    if not scene.clause.has(Sense.SAID):
        return _declared_before(scene)
    before = [place for place in scene.places if 0 <= item.start - place.end <= 1]
    if scene.clause.opening is Opening.RELATIVE:
        before = before or scene.topics
    return first_of(before)


def _declared_before(scene: Scene) -> Item | None:
    """The place that the clause gone on with began to pronounce something."""
    earlier = scene.earlier
    if scene.clause.opening is not Opening.GOES_ON or earlier is None:
        return None
    for place in earlier.places:
        verb = scene.line.before(place)
        while verb is not None and not _OF_NAME.isdisjoint(verb.senses):
            verb = scene.line.before(verb)
        if verb is not None and verb.text.lower() in _PRONOUNCED:
            return place
    return None


_OF_NAME = frozenset({Sense.DETERMINER, Sense.SETTLEMENT, Sense.PREPOSITION})
_PRONOUNCED = frozenset({"declared", "declares", "proclaimed", "proclaims", "pronounced"})


def declarer(scene: Scene, item: Item) -> Item | None:
    """Who says that a place was freed or retaken has it: "the army declared X liberated"."""
    if scene.clause.has(Sense.SAID):
        speakers = (one for one in scene.actors if one.preposition in _SPEAKING)
        return agent_of(scene, item) or next(speakers, None) or official(scene)
    if frame_of(scene, item) != "retake" and not _is_under_control(scene, item):
        return None
    for near in (scene.earlier, scene.former, scene.later):
        if near is not None and near.clause.has(Sense.SAID):
            own = [one for one in near.subjects if one in near.actors]
            return first_of(own) or first_of(near.actors) or official(near)
    return None


def claimed_by(scene: Scene) -> Item | None:
    """The foreign state that says that a place fell: "Russia says that Bakhmut was captured"."""
    place = scene.topics[0].mention if scene.topics else None
    if place is None or place.place is None or scene.governed("by", "to", "under"):
        return None
    home = scene.cast.government_of(place.place.country)
    for near in (scene.former, scene.later):
        if near is not None and near.clause.has(Sense.SAID) and not near.clause.has(Sense.NEGATION):
            speaker = first_of(near.subjects) or _state_of_official(near)
            meant = scene.cast.who(speaker) if not _is_half(near, speaker) else None
            known = home is not None and meant is not None
            return speaker if known and meant in scene.cast.governments - {home} else None
    return None


def _is_half(scene: Scene, speaker: Item | None) -> bool:
    """As in "the UK-based observatory"."""
    tokens = scene.line.tokens
    return speaker is not None and tokens[min(speaker.end, len(tokens) - 1)].text == "-"


def _state_of_official(scene: Scene) -> Item | None:
    """The "Russian" of "the Russian defence minister"."""
    for one in scene.clause.items:
        if Sense.OFFICIAL in one.senses:
            before = scene.line.before(one)
            return before if before is not None and Sense.ADJECTIVE in before.senses else None
    return None


def speaker_beside(scene: Scene) -> Item | None:
    """Who says "X is ours" in the clause before or behind it, and is a party."""
    for near in (scene, scene.former, scene.later):
        if near is not None and near.clause.has(Sense.SAID):
            own = [one for one in near.actors if one.preposition in {None, "of", "loyal", "for"}]
            return first_of(own) or official(near)
    return None


def told_of(scene: Scene) -> Item | None:
    """Who acts before a colon: "IS boekte winst: in december werd X ingenomen"."""
    opener, former = scene.clause.opener, scene.former
    if opener is None or opener.text != ":" or former is None:
        return None
    return first_of([one for one in former.subjects if one in former.actors])


_SPEAKING = frozenset({"about", "of", "loyal"})
"""As in "volgens het leger", "a spokesman of the SDF"."""


def official(scene: Scene) -> Item | None:
    """A president or ministry, which speaks for the government of the country, or its own."""
    found = next((one for one in scene.clause.items if Sense.OFFICIAL in one.senses), None)
    if found is None or not found.start:
        return found
    lowers = scene.line.sentence.lowers
    genitive = lowers[found.start - 1] in _GENITIVES and found.start > 1
    owner = scene.line.at[found.start - (2 if genitive else 1)]
    own = owner is not None and (owner.actor is not None or Sense.ADJECTIVE in owner.senses)
    return owner if own else found


_GENITIVES = frozenset({"'s", "’s"})


def _is_under_control(scene: Scene, item: Item) -> bool:
    """As in "X was brought under control", by who tells it."""
    lowers = scene.line.sentence.lowers
    behind = lowers[item.start + 1 : item.start + _CONTROL_WITHIN]
    return lowers[item.start] in _BROUGHT and "under" in behind and "control" in behind


_BROUGHT = frozenset({"brought", "taken", "placed", "put", "came"})
_CONTROL_WITHIN = 5


def is_free_of(item: Item) -> bool:
    """Whether a phrase such as "free of" awaits of whom."""
    return item.text.lower() in _FREE and item.end - item.start > 1


def cleared_of(scene: Scene, item: Item) -> Item | None:
    """Who is gone in "cleared X of IS", "X is free of IS"."""
    if is_free_of(item):
        near = (one for one in scene.actors if 0 <= one.start - item.end <= _OF_WITHIN)
        return next(near, None)
    return first_of([one for one in scene.governed("of") if one.start > item.start])


_FREE = frozenset({"free", "clear", "rid", "empty"})
_OF_WITHIN = 3


def victory(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """As in "declared victory over IS in X", "announced the end of IS rule in X"."""
    if not _PEACEFUL.isdisjoint(scene.line.sentence.vocabulary):
        return
    if _VICTORIOUS.isdisjoint(scene.line.sentence.lowers[scene.clause.first : scene.clause.last]):
        return
    holder = agent_of(scene, item) or official(scene)
    over = ("on", "against", "off")
    loser = first_of([one for one in scene.governed(*over) if one.start > item.start])
    for place in scene.places:
        if place.preposition == "in" and place.start > item.start and not is_area(place):
            yield ClaimDraft(Effect.TAKES, place, scene, item, holder, loser, sure=0.8)


_VICTORIOUS = words(
    "declared declares proclaimed claimed announced hailed uitgeroepen riep uitroepen geclaimd "
    "claimde claimden claimt claimen verklaard afgekondigd kondigde opgeëist eiste behaald behaalde"
)
_PEACEFUL = words(
    "election elections vote votes poll polls ballot court match game football referendum primary "
    "verkiezing verkiezingen stembus stemming wedstrijd voetbal rechtbank voorverkiezing"
)
