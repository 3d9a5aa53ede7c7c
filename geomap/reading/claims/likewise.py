"""Places of which a sentence only says that it went with them as with those before.

"So did X", "X was next", "the same goes for X", "gevolgd door X", "hetzelfde lot trof X": what
befell them is what the sentence before tells.
"""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item, Line
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense

_MARKS = words(
    "so did as next same too followed likewise hetzelfde volgende beurt lot gevolgd idem evenzo"
)
"""Of every such sentence one; most sentences have none, and are not looked at."""
_DID = words("did was were has had have is are")
_SO = frozenset({"so", "as"})
_SAME = words("goes went applies applied true happened befell geldt gold geldde gebeurde overkwam")
_FATE = words("fate lot")
_MET = words("met suffered shared had awaited befell onderging ondergingen deelde trof wachtte")
_COMES = words("was were came comes is kwam was waren volgde")
_WAS = words("was were came kwam kwamen waren did")
_LONG = 16
"""Tokens of such a clause at most: what is longer tells of more."""
_SURE = 0.7


def goes_alike(line: Line) -> bool:
    """Whether a short sentence may say so of a place, though no word of it tells anything."""
    if len(line.tokens) > _LONG:
        return False
    sentence = line.sentence
    if sentence.lowers[0] not in _SO and _ALONE.isdisjoint(sentence.vocabulary):
        return False
    return any(Sense.PLACE in one.senses for one in line.items)


_ALONE = words("next same followed hetzelfde volgende beurt gevolgd")


def likewise(scene: Scene) -> Iterator[ClaimDraft]:
    """Yield what was told before for each place of "so did X and Y"."""
    if _MARKS.isdisjoint(scene.line.sentence.vocabulary) or not scene.places:
        return
    lowers = scene.line.sentence.lowers[scene.clause.first : scene.clause.last]
    planned = scene.clause.has(Sense.PLAN) and _WAS.isdisjoint(lowers)
    if len(lowers) > _LONG or scene.clause.has(Sense.NEGATION) or planned:
        return
    for place in _alike(scene, lowers):
        if place.head is None and not is_area(place):
            anchor = scene.verb or place
            yield ClaimDraft(
                Effect.TAKES, place, scene, anchor, sure=_SURE, follows=True, same=True
            )


def _alike(scene: Scene, lowers: Sequence[str]) -> list[Item]:
    free = [one for one in scene.places if one.preposition is None]
    first = scene.places[0].start - scene.clause.first
    before = lowers[: max(first, 0)]
    followed = next((at for at, one in enumerate(lowers) if one in {"followed", "gevolgd"}), None)
    if followed is not None:
        return _following(scene, followed + scene.clause.first, free)
    if _is_so(scene, before):
        return free
    same = "same" in lowers or "hetzelfde" in lowers
    if same and not _FATE.isdisjoint(lowers) and not _MET.isdisjoint(lowers):
        return free
    if same and not _SAME.isdisjoint(before):
        return scene.places
    if scene.actors:
        return []
    nexts = "next" in lowers or "volgende" in lowers or "beurt" in lowers
    return free if nexts and not _COMES.isdisjoint(lowers) else []


def _is_so(scene: Scene, before: Sequence[str]) -> bool:
    """As in "so did X", "as did X", where nobody else acts."""
    if scene.language != "en":
        return False
    if len(before) >= _PAIR and before[-2] in _SO and before[-1] in _DID:
        return True
    opener = scene.clause.opener
    joined = opener is not None and opener.text.lower() in _SO
    return joined and len(before) == 1 and before[0] in _DID


_PAIR = 2


def _following(scene: Scene, at: int, free: list[Item]) -> list[Item]:
    """The places of "X followed" and "followed by X"."""
    lowers = scene.line.sentence.lowers
    if lowers[at + 1 : at + 2] and lowers[at + 1] in {"by", "door"}:
        return [one for one in scene.places if one.start > at]
    behind = scene.line.at[at + 1] if at + 1 < len(lowers) else None
    acts_on = behind is not None and (
        Sense.PLACE in behind.senses or behind.actor is not None or Sense.NOUN in behind.senses
    )
    if acts_on or any(one in scene.actors for one in scene.subjects):
        return []
    return [one for one in free if one.end <= at]
