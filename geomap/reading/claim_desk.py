"""Drafts of claims made into claims: dated, attributed, with actors by their ids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import (
    ClaimDraft,
    EventDraft,
    is_announced,
    is_retaken,
    is_whole,
    let_pass,
)
from geomap.reading.context.memory import Memory
from geomap.reading.context.partners import are_apart, partners_of
from geomap.reading.context.takers import Takers, Taking
from geomap.reading.dating.of_clause import Calendar, Dated
from geomap.reading.language.items import Item
from geomap.reading.language.words import Sense
from geomap.reading.merging import Told
from geomap.reading.model import Mention, ReadClaim, ReadPlace
from geomap.reading.teller import Teller
from geomap.reading.telling.tense import is_going_on

_HAVING = frozenset({Effect.TAKES, Effect.HOLDS})
_NEWS = frozenset({Effect.TAKES, Effect.LOSES})


def is_of_late(draft: ClaimDraft | EventDraft, dated: Dated, today: When | None) -> bool:
    """Whether news without a day can be as old as what the report begins with."""
    is_news = not dated.sure and dated.when == today
    return is_news and not is_going_on(draft.scene)


class ClaimDesk:
    """Finishes the claims of one report, sentence by sentence."""

    def __init__(self, cast: Cast, memory: Memory, calendar: Calendar, teller: Teller) -> None:
        self._cast = cast
        self._memory = memory
        self._calendar = calendar
        self._teller = teller
        self._takers = Takers(cast)
        self._last_taken: tuple[str | None, str | None] = (None, None)

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
                yield from self._shared(claim, draft.scene, draft.holder)

    def _shared(
        self, claim: Told[ReadClaim], scene: Scene, holder: Item
    ) -> Iterator[Told[ReadClaim]]:
        """Yield the same for everybody who does it together with whom a claim names."""
        first = claim.statement
        for partner in partners_of(scene, holder):
            other = self._cast.who_at(partner, first.place, first.when.latest)
            if are_apart(first.holder, other) and other != first.loser:
                yield replace(
                    claim, statement=replace(first, holder=other), dated=False, placed=False
                )

    def _is_dated(self, draft: ClaimDraft) -> bool:
        """Whether what is said in passing has a date of its own: "since 2014 the capital of IS"."""
        dated = self._calendar.when(draft.scene, draft.anchor, passing=True)
        return (dated is not None and dated.sure) or self._calendar.tenure(draft.scene) is not None

    def _claim(
        self, draft: ClaimDraft, mention: Mention, among: Sequence[Item]
    ) -> Told[ReadClaim] | None:
        dated = self._day(draft, among)
        if mention.place is None or dated is None:
            return None
        holder, loser = self._sides(draft, mention.place, dated.when)
        if not is_whole(draft.effect, holder, loser):
            return None
        self._memory.beaten = draft.loser or self._memory.beaten
        if draft.effect is Effect.TAKES:
            self._last_taken = (holder, loser)
            if not draft.inferred:
                place = mention.place
                taking = Taking(holder, place.country, is_retaken(draft), dated.when, place.id)
                self._takers.add(taking)
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
        return Told(
            claim,
            dated.sure,
            lately=draft.effect in _NEWS and is_of_late(draft, dated, self._calendar.today),
        )

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
        if draft.follows:
            return self._last_taken
        then = when.earliest if when.standing else when.latest
        holder = self._cast.who_at(draft.holder, place, then)
        loser = self._cast.who_at(draft.loser, place, then)
        if draft.effect is Effect.LOSES:
            holder = None
        if draft.inferred:
            taking = Taking(loser, place.country, is_retaken(draft), when, place.id)
            holder = self._takers.likeliest(taking)
        return holder, loser
