"""What a clause says before it is dated: the place, who holds or loses it, how sure."""

from collections.abc import Sequence
from dataclasses import dataclass

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Effect
from geomap.reading.clauses.cut import Opening
from geomap.reading.clauses.scenes import Scene
from geomap.reading.clauses.verbs import forms_of
from geomap.reading.dating.of_clause import Dated
from geomap.reading.language.items import Item
from geomap.reading.language.word_lists import words
from geomap.reading.language.words import Sense


@dataclass(slots=True, eq=False)
class ClaimDraft:
    """A claim in the words of its clause."""

    effect: Effect
    place: Item
    scene: Scene
    anchor: Item
    """The word that says it; the date nearest to it counts."""
    holder: Item | None = None
    loser: Item | None = None
    sure: float = 1.0
    inferred: bool = False
    """Who took it is not said, and follows from the rest of the report."""
    follows: bool = False
    """Whoever took the place before it took this one too."""
    same: bool = False
    """It went with this place as with the one before, whatever that was, and on the same day."""
    dated: Dated | None = None
    """When it was, where an earlier sentence tells that."""
    passing: bool = False
    """Said in passing ("IS-held Raqqa"), and silent where the report says more."""
    once: bool = False
    """Said of the past ("was a stronghold of IS"), and silent where no date is."""

    @property
    def is_of_itself(self) -> bool:
        """Whether a capital that acts is taken for the place it acts on: "Kyiv took the hub"."""
        return self.holder is not None and self.holder.mention is self.place.mention


@dataclass(slots=True, eq=False)
class EventDraft:
    """An event in the words of its clause."""

    kind: EventKind
    place: Item | None
    scene: Scene
    anchor: Item
    actors: tuple[Item, ...] = ()
    sure: float = 1.0


_CHANGES = frozenset({Effect.TAKES, Effect.LOSES})


def let_pass(drafts: Sequence[ClaimDraft]) -> None:
    """Take "X, which it still had" for said in passing where the sentence tells of its fall.

    Who had it then is who lost it.
    """
    changed: dict[int, ClaimDraft] = {}
    for one in drafts:
        if one.place.mention is not None and one.effect in _CHANGES:
            changed.setdefault(id(one.place.mention), one)
    if not changed:
        return
    for draft in drafts:
        change = changed.get(id(draft.place.mention))
        if draft.effect is not Effect.HOLDS or change is None:
            continue
        if (draft.passing and change.inferred) or _was_so(draft):
            draft.passing = True
            if change.effect is Effect.TAKES:
                change.loser = change.loser or draft.holder


def _was_so(draft: ClaimDraft) -> bool:
    """Whether it tells of the past: "the last town that it still had", "the last held by IS"."""
    clause, anchor = draft.scene.clause, draft.anchor
    # "Is now in the hands of" is news, and "X, held by IS," is not.
    said = any(Sense.BE in one.senses and one.start <= anchor.start for one in clause.items)
    if Sense.UNDER in anchor.senses and not said:
        return True
    verb = draft.scene.verb
    past = clause.has(Sense.HAD) or (verb is not None and verb.text.lower() in _STOOD)
    past = past or (
        "d" in forms_of(anchor) and not (clause.has(Sense.BE) or clause.has(Sense.HAVE))
    )
    return clause.opening is Opening.RELATIVE and past


_STOOD = words("stond stonden bleef bleven verkeerde verkeerden remained stayed")
"""What is past as "was" is: Dutch "die onder controle stond van"."""


def is_attack(draft: EventDraft) -> bool:
    """Whether somebody is told to have gone over to the attack."""
    if draft.kind not in _FIGHTS or draft.anchor.frame not in _ATTACKS or not draft.actors:
        return False
    return draft.actors[0] in draft.scene.subjects


_FIGHTS = frozenset({EventKind.BATTLE, EventKind.OFFENSIVE})
_ATTACKS = frozenset({"attack", "offensive", "operation", "advance", "take", "retake"})


def is_retaken(draft: ClaimDraft) -> bool:
    """Whether a place was freed or taken back."""
    return draft.anchor.frame == "retake"


def is_announced(draft: ClaimDraft) -> bool:
    """Whether it is what somebody brings as news: "announced the liberation of X"."""
    verb = draft.scene.verb
    return verb is not None and verb.text.lower() in _ANNOUNCED and verb.start < draft.anchor.start


_ANNOUNCED = words(
    "announced announces announce announcing confirmed confirms declared declares hailed hails "
    "celebrated celebrates reported claimed claims proclaimed "
    "bevestigde bevestigt bevestigden meldde meldt meldden claimde claimt vierde vierden "
    "kondigde kondigt"
)


def is_whole(effect: Effect, holder: str | None, loser: str | None) -> bool:
    """Whether a claim names whom its effect needs."""
    if effect in {Effect.TAKES, Effect.HOLDS}:
        return holder is not None
    return effect is Effect.CONTESTS or loser is not None
