"""Drafts of claims made into claims: dated, attributed, with actors by their ids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.clauses.actors import Cast
from geomap.reading.context.drafts import (
    ClaimDraft,
    EventDraft,
    is_announced,
    is_retaken,
    is_whole,
    let_pass,
)
from geomap.reading.context.memory import Memory
from geomap.reading.context.partners import (
    are_apart,
    is_joint,
    is_same_alliance,
    partners_of,
)
from geomap.reading.context.takers import Takers, Taking
from geomap.reading.dating.of_clause import Calendar, Dated
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.merging import Party, Told
from geomap.reading.model import Mention, ReadClaim, ReadPlace
from geomap.reading.teller import Teller
from geomap.reading.telling.tense import is_going_on

_HAVING = frozenset({Effect.TAKES, Effect.HOLDS})
_NEWS = frozenset({Effect.TAKES, Effect.LOSES})
_JUST = 2
"""Sentences back to what "so did" and "the same goes for" mean."""


def is_of_late(draft: ClaimDraft | EventDraft, dated: Dated, today: When | None) -> bool:
    """Whether news without a day can be as old as what the report begins with."""
    is_news = not dated.sure and dated.when == today
    return is_news and not is_going_on(draft.scene)


class _Last(NamedTuple):
    """What was told of the place before."""

    effect: Effect
    sides: tuple[str | None, str | None]
    dated: Dated
    is_open: bool
    """Whether nothing says who made that capture."""
    start: int
    place: ReadPlace


class ClaimDesk:
    """Finishes the claims of one report, sentence by sentence."""

    def __init__(self, cast: Cast, memory: Memory, calendar: Calendar, teller: Teller) -> None:
        self._cast = cast
        self._memory = memory
        self._calendar = calendar
        self._teller = teller
        self._takers = Takers(cast)
        self._together: dict[str | None, list[str | None]] = {}
        """Who did what was told last together with whom it names."""
        self._last_taken: _Last | None = None
        self._last: _Last | None = None
        self._open: list[tuple[Told[ReadClaim], ClaimDraft]] = []
        """Such captures, as they come."""

    def of(self, drafts: Iterable[ClaimDraft]) -> Iterator[Told[ReadClaim]]:
        """Yield the claims that name a place, a day and an actor."""
        kept = list(drafts)
        let_pass(kept)
        told: set[ReadPlace | None] = set()
        if any(draft.passing for draft in kept):
            told = {
                one.place.mention.place for one in kept if not one.passing and one.place.mention
            }
        among: dict[int, list[Item]] = {}
        for draft in kept:
            among.setdefault(id(draft.anchor), []).append(draft.place)
        for draft in kept:
            mention = draft.place.mention
            if mention is None or draft.is_of_itself:
                continue
            if draft.passing and mention.place in told and not self._is_dated(draft):
                continue
            claim = self._claim(draft, mention, among[id(draft.anchor)])
            if claim is None:
                continue
            yield claim
            if draft.holder is not None and claim.statement.effect in _HAVING:
                yield from self._shared(claim, draft, draft.holder)

    def _shared(
        self, claim: Told[ReadClaim], draft: ClaimDraft, holder: Item
    ) -> Iterator[Told[ReadClaim]]:
        """Yield the same for everybody who does it together with whom a claim names."""
        first = claim.statement
        found = (
            self._cast.who_at(partner, first.place, first.when.latest)
            for partner in partners_of(draft.scene, holder)
        )
        others = [one for one in found if are_apart(first.holder, one) and one != first.loser]
        if not others and is_joint(draft.scene, holder, draft.anchor):
            others = self._together.get(first.holder, [])
        for other in others:
            yield replace(claim, statement=replace(first, holder=other), dated=False, placed=False)
        self._together = {first.holder: others} if others else {}

    def _is_dated(self, draft: ClaimDraft) -> bool:
        """Whether what is said in passing has a date of its own: "since 2014 the capital of IS"."""
        dated = self._calendar.when(draft.scene, draft.anchor, passing=True)
        return (dated is not None and dated.sure) or self._calendar.tenure(draft.scene) is not None

    def _claim(
        self, draft: ClaimDraft, mention: Mention, among: Sequence[Item]
    ) -> Told[ReadClaim] | None:
        before = self._before(draft) if draft.follows else None
        if draft.same and not self._goes_on_from(draft, before):
            return None
        dated = self._day(draft, among)
        if mention.place is None or dated is None:
            return None
        sides = self._sides(draft, mention.place, dated.when)
        holder, loser = before.sides if before is not None else sides
        if self._moves_in(draft, mention.place, holder):
            draft.effect = Effect.TAKES
        is_open = draft.inferred or (before is not None and before.is_open)
        if not is_open and not is_whole(draft.effect, holder, loser):
            return None
        self._memory.beaten = draft.loser or self._memory.beaten
        start = self._teller.sentence.start
        self._last = _Last(draft.effect, (holder, loser), dated, is_open, start, mention.place)
        if draft.effect is Effect.TAKES:
            self._last_taken = self._last
        claim = ReadClaim(
            effect=draft.effect,
            holder=holder,
            loser=loser if loser != holder else None,
            place=mention.place,
            when=dated.when,
            source=self._teller.source,
            quote=self._teller.sentence.text,
            start=self._teller.sentence.start,
            end=self._teller.sentence.end,
            confidence=round(self._teller.sure * draft.sure * mention.confidence, 3),
        )
        lately = draft.effect in _NEWS and is_of_late(draft, dated, self._calendar.today)
        told = Told(claim, dated.sure, lately=lately, party=self._party(draft.holder, holder))
        if is_open:
            self._open.append((told, draft))
            return None
        self._takers.note(claim, retaken=is_retaken(draft))
        return told

    def _party(self, item: Item | None, holder: str | None) -> Party:
        """How a holder that is no government is named."""
        if item is None or holder is None or holder in self._cast.governments:
            return Party.OTHER
        return Party.SORT if item.general else Party.NAMED

    def _before(self, draft: ClaimDraft) -> _Last | None:
        """What a place goes on from: the last capture, or whatever was told last."""
        return self._last if draft.same else self._last_taken

    def _goes_on_from(self, draft: ClaimDraft, before: _Last | None) -> bool:
        """Whether what was told last was told just before; the same is told of this place then."""
        if before is None or not self._is_just_told(before) or before.effect is Effect.CONTESTS:
            return False
        draft.effect = before.effect
        if not self._calendar.dates:
            draft.dated = before.dated
        return True

    def _moves_in(self, draft: ClaimDraft, place: ReadPlace, holder: str | None) -> bool:
        """Whether who enters a place takes it, as others are told to have left it just before."""
        left = self._last
        if left is None or left.effect is not Effect.LOSES or left.place != place:
            return False
        enters = draft.effect is Effect.CONTESTS and draft.anchor.frame == "enter"
        others = holder not in {None, left.sides[1]}
        return enters and others and draft.place.head is None and self._is_just_told(left)

    def _is_just_told(self, last: _Last) -> bool:
        """Whether it stands in one of the sentences right before."""
        lines = self._teller.before[-_JUST:]
        return last.start >= (lines[0] if lines else self._teller.line).sentence.start

    def attack(self, party: str | None, country: str | None) -> None:
        """Remember who went over to the attack in a country."""
        self._takers.attack(party, country)

    def inferred(self) -> Iterator[Told[ReadClaim]]:
        """Yield the captures of which no sentence says by whom, once all of them are read."""
        holder: str | None = None
        for told, draft in self._open:
            claim = told.statement
            if claim.place is None:
                continue
            if not draft.follows:
                retaken = is_retaken(draft)
                lost = Taking(claim.loser, claim.place, retaken, claim.when, claim.start)
                holder = self._takers.likeliest(lost)
            if holder is not None:
                yield replace(told, statement=replace(claim, holder=holder))

    def _day(self, draft: ClaimDraft, among: Sequence[Item]) -> Dated | None:
        """The day of a claim, one of several that a word tells of; none when it is too vague."""
        dated = self._calendar.of_place(draft.scene, draft.place, among) or draft.dated
        if dated is None and draft.effect is Effect.HOLDS:
            dated = self._calendar.tenure(draft.scene)
            dated = dated or self._calendar.still(draft.scene, draft.anchor)
        dated = dated or self._calendar.when(draft.scene, draft.anchor, passing=draft.passing)
        # "The recapture of X" without a day is no news, and nobody is said to have done it.
        noun = draft.inferred and Sense.NOUN in draft.anchor.senses and not is_announced(draft)
        vague = noun or draft.once
        return dated if dated is not None and (dated.sure or not vague) else None

    def _sides(
        self, draft: ClaimDraft, place: ReadPlace, when: When
    ) -> tuple[str | None, str | None]:
        """Who has a place and who had it, as it is said or as it follows."""
        then = when.earliest if when.standing else when.latest
        holder = self._cast.who_at(draft.holder, place, then)
        loser = self._cast.who_at(draft.loser, place, then)
        if self._last_taken is not None and is_same_alliance(draft.scene, draft.anchor):
            holder = self._last_taken.sides[0]
        if draft.effect is Effect.LOSES:
            holder = None
        return (None if draft.inferred else holder), loser
