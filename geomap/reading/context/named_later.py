"""Towns that are taken by their number or kind and named only later: "They include A and B"."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from geomap.domain.statements import Effect
from geomap.reading.clauses.deeds import agent_of, first_of, frame_of, is_passive, is_verb_here
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area, is_settled
from geomap.reading.clauses.verbs import is_verbal
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.pronouns import TOWNS
from geomap.reading.dating.of_clause import Dated
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told

_TAKING = frozenset({"take", "retake", "drive"})
_OBJECT_WITHIN = 9
_LIKELY = 0.8
_THESE = words("they these those dat dit")
_ARE = words("are were include included zijn waren")
_OPENING = 4
"""Tokens of "The three towns ," at most."""
_SEVERAL = TOWNS | words("dorpen steden plaatsen stadjes dorpjes plaatsjes wijken gehuchten")
_ONE = words(
    "town village city hamlet settlement dorp dorpje stad stadje plaats plaatsje gehucht havenstad "
    "grensstad grensplaats provinciehoofdstad"
)
_KINDS = _SEVERAL | _ONE
_INDEFINITE = words("a an another one een nog")
_PRAISE = words(
    "key strategic important major small tiny large border frontier eastern western northern "
    "southern northeastern northwestern southeastern southwestern central second third first "
    "fourth further more belangrijke strategische strategisch kleine klein grote tweede derde "
    "vierde nieuwe new rural frontline coastal ancient"
)
_PATIENCE = 2
"""Sentences for which the name of one town is awaited, behind the one that goes on at once."""


class Awaited(NamedTuple):
    """Who took towns that are still to be named, from whom, and when."""

    holder: Item
    loser: Item | None
    anchor: Item
    dated: Dated | None
    kind: str | None = None
    """As what the one town was taken; none where there are several."""
    patience: int = 0


def awaited_in(
    scenes: Sequence[Scene], day_of: Callable[[Scene, Item], Dated | None]
) -> Awaited | None:
    """Find a taking of towns that its sentence does not name."""
    if not scenes or _KINDS.isdisjoint(scenes[0].line.sentence.vocabulary):
        return None
    for scene in scenes:
        for item in scene.clause.telling:
            if frame_of(scene, item) not in _TAKING or not is_verb_here(scene, item):
                continue
            kind = _one_town(scene, item)
            if not (kind or _are_counted(scene, item)) or not is_told(scene, item):
                continue
            holder, loser = _sides(scene, item)
            if holder is not None:
                dated = day_of(scene, item)
                return Awaited(holder, loser, item, dated, kind, _PATIENCE if kind else 0)
    return None


def still_awaited(
    before: Awaited | None, found: Awaited | None, told: Sequence[ClaimDraft]
) -> Awaited | None:
    """What is awaited behind a sentence: what it tells of, else what it has not yet named."""
    told_of = any(draft.effect is not Effect.HOLDS for draft in told)
    if found is not None or before is None or told_of or not before.patience:
        return found
    return before._replace(patience=before.patience - 1)


def _are_counted(scene: Scene, item: Item) -> bool:
    """Whether a verb acts on "two towns", and no name follows them."""
    if scene.listed or any(place.preposition is None for place in scene.places):
        return False
    return any(
        one.text.lower() in _SEVERAL
        and one.mention is None
        and (_is_near(one, item) or is_passive(scene, item))
        for one in scene.clause.items
    )


def _is_near(one: Item, item: Item) -> bool:
    return -_OBJECT_WITHIN <= one.start - item.end <= _OBJECT_WITHIN


def _one_town(scene: Scene, item: Item) -> str | None:
    """The "village" of "captured a small village", if no name of it follows."""
    if scene.listed:
        return None
    for one in scene.clause.items:
        kind = one.text.lower().rpartition(" ")[2]
        if kind in _ONE and one.mention is None and _is_near(one, item):
            named = any(
                place.preposition in {None, "of"} and place.start >= one.start
                for place in scene.places
            )
            return kind if not named and _is_some(scene, one) else None
    return None


def _is_some(scene: Scene, town: Item) -> bool:
    """Whether a town is one that was not spoken of: "a key town", in headlines "key town"."""
    tokens = scene.line.tokens
    if town.end < len(tokens) and tokens[town.end].text[0].isupper():
        return False
    at = town.start - 1
    while at > 0 and town.start - at <= _ADJECTIVES and _describes(scene.line, at):
        at -= 1
    if at >= 0 and tokens[at].lower in _INDEFINITE:
        return True
    praised = any(one.lower in _PRAISE for one in tokens[max(at, 0) : town.start])
    return praised and not (at >= 0 and tokens[at].lower in _THE)


def _describes(line: Line, at: int) -> bool:
    """Whether a token can stand between "a" and the town: "a small, mostly Kurdish town"."""
    other, word = line.at[at], line.tokens[at].lower
    if word in _PRAISE or word in {"-", ","}:
        return True
    return word not in _INDEFINITE | _THE and (
        other is None or _FILLING & other.senses.keys() != set()
    )


_ADJECTIVES = 5
_FILLING = frozenset({Sense.DIRECTION, Sense.ADJECTIVE, Sense.ADVERB, Sense.SETTLEMENT})
_THE = words("the this that its their de het deze dit die dat zijn hun")


def _sides(scene: Scene, item: Item) -> tuple[Item | None, Item | None]:
    loser = first_of(scene.governed("from", "against"))
    if is_passive(scene, item):
        return first_of(scene.governed("by")), loser
    holder = agent_of(scene, item)
    if frame_of(scene, item) == "drive":
        own = [one for one in scene.actors if one.preposition is None and one.start > item.start]
        loser = first_of(own)
        holder = holder if loser is not None else None
    return holder, loser


def named_in(
    scenes: Sequence[Scene], awaited: Awaited | None, told: Sequence[ClaimDraft]
) -> Iterator[ClaimDraft]:
    """Yield a taking for each town of "They are A and B" and "The towns, A and B, lie"."""
    if awaited is None or not scenes:
        return
    if awaited.kind is not None:
        fought = any(draft.effect is not Effect.HOLDS for draft in told)
        places = [] if fought else _names_of_one(scenes, awaited.kind)
    else:
        places = list(_names_of_several(scenes))
    for scene, place in places:
        yield ClaimDraft(
            Effect.TAKES,
            place,
            scene,
            awaited.anchor,
            awaited.holder,
            awaited.loser,
            _LIKELY,
            dated=awaited.dated,
        )


def _names_of_one(scenes: Sequence[Scene], kind: str) -> list[tuple[Scene, Item]]:
    """The town of "The village of X lies", "X, a village of 300 people"."""
    scene = scenes[0]
    place = next((one for one in scene.places if is_settled(one) and not is_area(one)), None)
    if place is None or place.head is not None or place.preposition not in {None, "of"}:
        return []
    lowers = scene.line.sentence.lowers
    if place.start <= _OPENING and kind in lowers[: place.start]:
        return [(scene, place)]
    behind = lowers[place.end : place.end + _OPENING]
    is_one = behind[:1] in {(",",), ("is",), ("lies",), ("ligt",)} and kind in behind
    lies = behind[:1] in {("lies",), ("ligt",)} or _LIES.issuperset(behind[1:2])
    is_first = place.start == 0
    return [(scene, place)] if is_first and (is_one or (lies and behind[1:2])) else []


_LIES = words("located situated gelegen about some roughly ongeveer zo'n which dat")


def _names_of_several(scenes: Sequence[Scene]) -> Iterator[tuple[Scene, Item]]:
    begins, ends = _stretch(scenes[0].line)
    for scene in scenes:
        for place in scene.places:
            own = place.preposition in {None, "on", "of"} and place.head is None
            if own and is_settled(place) and begins <= place.start < ends and not is_area(place):
                yield scene, place


def _stretch(line: Line) -> tuple[int, int]:
    """The tokens between which the towns are named; none where nothing of the sort is said."""
    lowers = line.sentence.lowers
    if lowers[0] in _THESE and not _ARE.isdisjoint(lowers[1:2]):
        related = (
            one.start for one in line.items if one.start > 1 and Sense.RELATIVE in one.senses
        )
        return 2, next(related, len(lowers))
    if lowers[:2] in _OPENERS:
        return 2, len(lowers)
    if lowers[0] in {"the", "both", "these", "de", "beide", "deze"}:
        towns = next((at for at in range(1, _OPENING) if lowers[at : at + 1] == (",",)), 0)
        if towns and lowers[towns - 1] in _SEVERAL:
            verbs = (one.start for one in line.items if one.start > towns and is_verbal(one))
            return towns, next(verbs, len(lowers))
        opening = range(1, min(_OPENING, len(lowers)))
        named = next((at for at in opening if lowers[at] in _SEVERAL), 0)
        if named and not (_ARE | _CALLED).isdisjoint(lowers[named + 1 : named + 2]):
            return named + 2, len(lowers)
    return 0, 0


_OPENERS = frozenset(
    {
        ("among", "them"),
        ("daaronder", "zijn"),
        ("daaronder", "is"),
        ("onder", "meer"),
        ("het", "betreft"),
        ("het", "gaat"),
        ("het", "ging"),
        ("waaronder", "ook"),
        ("that", "includes"),
        ("it", "concerns"),
    }
)
_CALLED = words("heten heetten named called")
