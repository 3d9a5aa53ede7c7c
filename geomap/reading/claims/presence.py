"""Who has a place, as Dutch says it without a deed: is there still, is back, has it again."""

from collections.abc import Iterator, Sequence

from geomap.domain.statements import Effect
from geomap.reading.claims.holding import NOT_ITSELF
from geomap.reading.clauses.deeds import agent_of, frame_of, there
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.settled import is_area
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense
from geomap.reading.telling.certainty import is_told
from geomap.reading.telling.nearly import is_almost

_AGAIN = words("weer terug opnieuw alweer")
_SITS = words("zit zitten zat zaten")
_STANDS = words("is zijn was waren blijft blijven bleef bleven staan staat stond stonden")
_STUCK = words(
    "vast klem ingesloten opgesloten gevangen zonder val schuil verscholen omsingeld cel te "
    "belegerd gesprek overleg opmars gang bereid verwikkeld"
)
"""Who sits so, or is so, has nothing."""
DUTCH_HAVE = words("heeft hebben")
_KEEPS = words("houdt houden hield hielden")
_SHARES = words("procent helft driekwart deel delen")
_LAND = words("gebied terrein grondgebied bezit bodem")
_SURE = 0.8
_DEEDS = frozenset({Sense.UNDER, Sense.HANDS, Sense.HELD})


def present(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Yield who has a place by the first word of a clause that says "still" or "again"."""
    if not _is_first(scene, item) or _tells_a_deed(scene, item) or not is_told(scene, item):
        return
    said = _said(scene)
    own = _owned(scene) if not said.isdisjoint(_STANDS) else None
    if own is not None:
        yield from _having(scene, item, own[0], own[1], said)
        return
    holder = agent_of(scene, item)
    if holder is None or holder not in scene.actors or not said.isdisjoint(_STUCK):
        return
    if _counts(scene, said) and item.text != "weg":
        # "In de stad zitten 4000 strijders" tells nothing of whose it is.
        return
    if item.text == "weg":
        yield from _gone(scene, item, holder)
    elif (scene.clause.has(Sense.HAVE) and not _waits(scene)) or not said.isdisjoint(_KEEPS):
        bare = [one for one in scene.places if one.preposition is None and one.start > 0]
        yield from _having(scene, item, holder, bare, said)
    elif not said.isdisjoint(_SITS) or _is_back(said):
        yield from _having(scene, item, holder, _where(scene), said)


def _counts(scene: Scene, said: frozenset[str]) -> bool:
    """Whether a clause says how many are there, and not on which day."""
    at, tokens = scene.line.at, scene.line.tokens
    for position in range(scene.clause.first, scene.clause.last - 1):
        day = at[position + 1]
        if tokens[position].text[0].isdigit() and (day is None or Sense.CALENDAR not in day.senses):
            return True
    return not said.isdisjoint(_SOME)


_SOME = words("ook naar schatting honderden duizenden tientallen enkele enige")


def _gone(scene: Scene, item: Item, loser: Item) -> Iterator[ClaimDraft]:
    """As in "zijn weg uit X"."""
    if not scene.clause.has(Sense.BE):
        return
    for place in scene.places:
        if place.preposition == "from" and place.head is None and not is_area(place):
            yield ClaimDraft(Effect.LOSES, place, scene, item, None, loser, _SURE)


def _said(scene: Scene) -> frozenset[str]:
    """The words of a clause but for its parties, as IS is no "is"."""
    at, lowers = scene.line.at, scene.line.sentence.lowers
    named = {id(one) for one in scene.clause.items if one.actor is not None}
    stretch = range(scene.clause.first, scene.clause.last)
    return frozenset(lowers[one] for one in stretch if id(at[one]) not in named)


def _is_first(scene: Scene, item: Item) -> bool:
    own = (one for one in scene.clause.items if Sense.STILL in one.senses)
    first = next(own, None)
    # "Heeft X" says so by itself where no such word stands beside it.
    return first is item or first is None


def _tells_a_deed(scene: Scene, item: Item) -> bool:
    """Whether another word of the clause says what was done there."""
    at, tokens = scene.line.at, scene.line.tokens
    position = scene.clause.last - 1
    ends = at[position]
    if ends is not None and Sense.MARK in ends.senses:
        position -= 1
    word = tokens[position].lower
    if at[position] is None and word.startswith(_PREFIXES) and word.endswith(_ENDINGS):
        return True
    others = [one for one in scene.clause.items if one is not item]
    return any(not _DEEDS.isdisjoint(one.senses) or _is_deed(scene, one) for one in others)


def _is_deed(scene: Scene, item: Item) -> bool:
    """Whether a word is a verb of the lexicon, with its particle where it needs one."""
    can_be = Sense.VERB in item.senses or Sense.PARTED in item.senses
    return can_be and frame_of(scene, item) is not None


_PREFIXES = ("ge", "be", "ver", "ont", "her", "aange", "opge", "uitge", "afge")
_ENDINGS = ("t", "d", "en")
"""Of a participle that no lexicon knows: "is nog in X gezien"."""


def _waits(scene: Scene) -> bool:
    """Whether "have" waits for a participle behind an aside: "heeft X, dat IS innam, heroverd"."""
    later = scene.later
    while later is not None:
        own = later.clause.has(Sense.HAVE) or later.clause.has(Sense.BE)
        if not own and any("n" in forms_of(one) for one in later.clause.items):
            return True
        later = later.later
    return False


def _is_back(said: frozenset[str]) -> bool:
    """As in "zijn weer in X", "zijn er nog"."""
    return not said.isdisjoint(_STANDS) and not said.isdisjoint(_AGAIN | {"nog"})


def _where(scene: Scene) -> list[Item]:
    """Where somebody is: in a place, or there."""
    inside = [one for one in scene.places if one.preposition == "in"]
    if inside:
        return inside if inside[0].listed else inside[:1]
    meant = there(scene) if not scene.places else None
    return [meant] if meant is not None else []


def _having(
    scene: Scene, item: Item, holder: Item, places: Sequence[Item], said: frozenset[str]
) -> Iterator[ClaimDraft]:
    partly = is_almost(scene, item) or not said.isdisjoint(_SHARES)
    for place in places:
        if is_area(place) or place.head in NOT_ITSELF:
            continue
        effect = Effect.HOLDS if said.isdisjoint(_AGAIN) else Effect.TAKES
        if partly or place.head == "part":
            effect = Effect.CONTESTS
        yield ClaimDraft(effect, place, scene, item, holder, sure=_SURE)


def _owned(scene: Scene) -> tuple[Item, Sequence[Item]] | None:
    """Whose places are, in "is sinds maandag van het leger", "is weer Koerdisch"."""
    topics = [one for one in scene.topics if one.head not in {"facility", "part"}]
    if not topics:
        return None
    for one in scene.clause.items:
        if one.actor is not None and one.preposition == "of" and _is_predicate(scene, one):
            return one, topics
        if _is_nationality(scene, one):
            return one, topics
    return None


def _is_predicate(scene: Scene, owner: Item) -> bool:
    """Whether "van" stands behind a day, a verb or the subject, and no noun: "is weer van A"."""
    position = owner.start - 1
    while position > scene.clause.first and scene.line.tokens[position].lower != "van":
        position -= 1
    if position <= scene.clause.first:
        return False
    before = scene.line.at[position - 1]
    if before is None:
        word = scene.line.tokens[position - 1]
        return word.text[0].isdigit() or word.lower in _SMALL
    return any(sense in before.senses for sense in _BEFORE_OWNER)


_SMALL = words("al ook toch wel immers dus gewoon echter helemaal definitief")
_BEFORE_OWNER = (
    Sense.CALENDAR,
    Sense.STILL,
    Sense.LASTING,
    Sense.BE,
    Sense.ADVERB,
    Sense.WHOLE,
    Sense.ALMOST,
    Sense.PLACE,
    Sense.CONJUNCTION,
)


def _is_nationality(scene: Scene, item: Item) -> bool:
    """As in "is weer Oekraïens", "is nu Turks gebied"; the word ends what it says."""
    if Sense.ADJECTIVE not in item.senses and item.text not in _GENERAL:
        return False
    if item.end >= scene.clause.last or item.end >= len(scene.line.tokens):
        return True
    following = scene.line.at[item.end]
    if scene.line.tokens[item.end].lower in _LAND:
        return True
    return following is not None and (
        Sense.MARK in following.senses or Sense.CONJUNCTION in following.senses
    )


_GENERAL = frozenset({"Koerdisch"})
