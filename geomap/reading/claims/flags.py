"""Who raised a flag over a place, and whose flag flies there."""

from collections.abc import Iterator

from geomap.domain.statements import Effect
from geomap.reading.clauses.deeds import agent_of, first_of, frame_of
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense


def raise_flag(scene: Scene, item: Item) -> Iterator[ClaimDraft]:
    """Who raises a flag over a place has taken it."""
    flag = next((one for one in scene.clause.items if one.senses.get(Sense.NOUN) == "flag"), None)
    if flag is None:
        return
    places = [place for place in scene.places if place.preposition in {"in", "on", "near", "of"}]
    before = scene.earlier or scene.former
    partly = not places and before is not None and _took(before)
    if not places and before is not None:
        places = before.places
    holder = agent_of(scene, item) or _whose_flag(scene, flag)
    if holder is not None and places and places[0].head != "facility":
        # A flag that still flies is of who has not left.
        effect = Effect.HOLDS if scene.clause.has(Sense.LASTING) else Effect.TAKES
        for place in places if places[0].listed else places[:1]:
            # "Took parts of X and raised its flag there."
            effect = Effect.CONTESTS if partly and place.head == "part" else effect
            yield ClaimDraft(effect, place, scene, item, holder)


def _took(before: Scene) -> bool:
    """Whether somebody is told to have taken something, which can be a part of a town."""
    return any(frame_of(before, one) in _TAKING for one in before.clause.telling)


_TAKING = frozenset({"take", "retake"})
_NATIONAL = frozenset({"nationale", "national"})


def _whose_flag(scene: Scene, flag: Item) -> Item | None:
    """As in "de Iraakse vlag wappert boven X", "the flag of IS flies over X"."""
    of = first_of([one for one in scene.governed("of") if one.governor is flag])
    before = scene.line.before(flag)
    if before is None and flag.start > 1 and scene.line.tokens[flag.start - 1].lower in _GENITIVES:
        owner = scene.line.at[flag.start - 2]
        return owner if owner in scene.actors else of
    if flag.start and scene.line.tokens[flag.start - 1].lower in _NATIONAL:
        senses = {Sense.GENERAL: "government"}
        state = Item(
            flag.start - 1, flag.start, flag.text, senses, actor="government", general=True
        )
        return of or state
    own = before is not None and (before.actor is not None or Sense.ADJECTIVE in before.senses)
    return of or (before if own else None)


_GENITIVES = frozenset({"'s", "’s"})
