"""Drafts made into statements: dated, attributed, with actors by their ids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.calendar.durations import lasting
from geomap.reading.calendar.periods import when as written
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
from geomap.reading.context.retold import points_back, wider_of
from geomap.reading.context.takers import Takers, Taking
from geomap.reading.dating.of_clause import Calendar, Dated
from geomap.reading.events.whereabouts import place_of_draft
from geomap.reading.figures.fallen import Fallen
from geomap.reading.figures.figure_days import FLOWS, day_counted
from geomap.reading.figures.figure_facts import counted_in, place_of, scene_of
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.figures.whose import is_of_nobody, whose
from geomap.reading.figures.whose_side import FATES
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense
from geomap.reading.merging import Statement, Told
from geomap.reading.model import (
    Mention,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    ReadPlace,
    ReportText,
)
from geomap.reading.telling.attribution import source_of
from geomap.reading.telling.habits import is_added_up
from geomap.reading.telling.hedges import hedges_in, sureness
from geomap.reading.telling.tense import is_going_on

_BASE = 0.9
_HAVING = frozenset({Effect.TAKES, Effect.HOLDS})
_NEWS = frozenset({Effect.TAKES, Effect.LOSES})


class Desk:
    """Finishes what is read in one report, sentence by sentence."""

    def __init__(self, report: ReportText, language: str, cast: Cast, memory: Memory) -> None:
        self._language = language
        self._cast = cast
        self._memory = memory
        self._calendar = Calendar(report, language)
        self._line: Line
        self._before: Sequence[Line] = ()
        self._after: Sequence[Line] = ()
        self._figure: FigureFound | None = None
        self._fallen = Fallen(cast)
        self._takers = Takers(cast)
        self._last_taken: tuple[str | None, str | None] = (None, None)
        self._counted: list[FigureFound] = []
        self._asked: str | None = None
        self._is_asked = False
        self._doubt: float | None = None

    def follow(self, line: Line, before: Sequence[Line], after: Sequence[Line]) -> None:
        """Go on to the next sentence, with those around it that may name its source."""
        self._line = line
        self._before, self._after = before, after
        self._is_asked = False
        self._doubt = None
        self._calendar.follow(line)
        if self._calendar.new_paragraph:
            self._memory.turn()
        self._memory.set_scene(line)

    @property
    def _sure(self) -> float:
        """How sure the sentence is of what it tells."""
        if self._doubt is None:
            self._doubt = _BASE * sureness(hedges_in(self._line.sentence, self._language))
        return self._doubt

    @property
    def _source(self) -> str | None:
        """According to whom the sentence tells it; looked up when something is told."""
        if not self._is_asked:
            before = [line.sentence for line in self._before]
            after = self._after[0].sentence if self._after else None
            self._asked = source_of(self._line.sentence, self._language, before, after)
            self._is_asked = True
        return self._asked

    def claims(self, drafts: Iterable[ClaimDraft]) -> Iterator[Told[ReadClaim]]:
        """Yield the claims that name a place, a day and an actor."""
        kept = list(drafts)
        let_pass(kept)
        told = {
            draft.place.mention.place for draft in kept if not draft.passing and draft.place.mention
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

    def day_of(self, scene: Scene, anchor: Item) -> Dated | None:
        """The day of what a word of this sentence tells of."""
        return self._calendar.when(scene, anchor)

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
                taking = Taking(holder, mention.place.country, is_retaken(draft), dated.when)
                self._takers.add(taking)
        claim = ReadClaim(
            effect=draft.effect,
            holder=holder,
            loser=loser if loser != holder else None,
            place=mention.place,
            when=dated.when,
            source=self._source,
            quote=self._line.sentence.text,
            start=self._line.sentence.start,
            end=self._line.sentence.end,
            confidence=round(self._sure * draft.sure * mention.confidence, 3),
        )
        return Told(
            claim, dated.sure, lately=draft.effect in _NEWS and self._is_of_late(draft, dated)
        )

    def _day(self, draft: ClaimDraft, among: Sequence[Item]) -> Dated | None:
        """The day of a claim, one of several that a word tells of; none when it is too vague."""
        dated = self._calendar.of_place(draft.scene, draft.place, among) or draft.dated
        if dated is None and draft.effect is Effect.HOLDS:
            dated = self._calendar.tenure(draft.scene)
            dated = dated or self._calendar.still(draft.scene, draft.anchor)
        dated = dated or self._calendar.when(draft.scene, draft.anchor, passing=draft.passing)
        # "The recapture of X" without a day is no news, and nobody is said to have done it.
        vague = draft.inferred and Sense.NOUN in draft.anchor.senses and not is_announced(draft)
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
            taking = Taking(loser, place.country, is_retaken(draft), when)
            holder = self._takers.likeliest(taking)
        return holder, loser

    def events(self, drafts: Iterable[EventDraft]) -> Iterator[Told[ReadEvent]]:
        """Yield the events that have a day; without a place they are where the report is."""
        for draft in drafts:
            mention = place_of_draft(draft, self._memory)
            dated = self._calendar.happened(draft.scene, draft.anchor)
            if dated is None or is_added_up(draft.kind, dated.when, self._calendar.today):
                continue
            country = mention.place.country if mention and mention.place else None
            ids = (self._cast.who(item, country) for item in draft.actors)
            sure = draft.sure * (mention.confidence if mention is not None else 1.0)
            event = ReadEvent(
                kind=draft.kind,
                actors=tuple(dict.fromkeys(one for one in ids if one is not None)),
                place=mention.place if mention is not None else None,
                when=dated.when,
                source=self._source,
                quote=self._line.sentence.text,
                start=self._line.sentence.start,
                end=self._line.sentence.end,
                confidence=round(self._sure * sure, 3),
            )
            here = self._memory.is_somewhere and not points_back(draft.scene, draft.anchor)
            placed = (draft.place is not None or here) and mention is not None
            lately = self._is_of_late(draft, dated)
            yield Told(event, dated.sure, placed, lately, wider_of(draft))

    def _is_of_late(self, draft: ClaimDraft | EventDraft, dated: Dated) -> bool:
        """Whether news without a day can be as old as what the report begins with."""
        is_news = not dated.sure and dated.when == self._calendar.today
        return is_news and not is_going_on(draft.scene)

    def dated_back(self, told: Told[Statement]) -> Told[Statement]:
        """Let news without a day have happened since the first day of the report."""
        since = self._calendar.since_lead
        if not told.lately or since is None:
            return told
        return replace(told, statement=replace(told.statement, when=since))

    def counts(self) -> bool:
        """Whether the sentence has figures."""
        dates = self._calendar.dates
        self._counted = counted_in(self._line, self._language, dates, self._figure)
        return bool(self._counted)

    def figures(self, scenes: Sequence[Scene]) -> Iterator[ReadFigure]:
        """Yield the figures of the sentence; "dozens" is no number, the event keeps the words."""
        told = [found for found in self._counted if not found.vague]
        actor = self._fallen.of_other_count(self._line, self._before, told)
        for found in told:
            self._figure = found
            scene = scene_of(scenes, found)
            place = place_of(scene)
            mention = place.mention if place is not None else self._memory.focus
            when = self._day_counted(scene, found, told)
            if when is None:
                continue
            owner = whose(scene, found, self._memory)
            goes_on = found.goes_on or found.bare
            if owner is not None or not goes_on or is_of_nobody(scene, found):
                where = mention.place if mention is not None else None
                actor = self._whose(owner, where, when.latest)
            if found.measure in FATES:
                self._fallen.note(self._line, actor)
            yield ReadFigure(
                measure=found.measure,
                unit=found.unit,
                value=found.value,
                low=found.low,
                high=found.high,
                actor=actor,
                place=mention.place if mention is not None else None,
                when=when,
                source=self._source,
                quote=self._line.sentence.text,
                start=self._line.sentence.start,
                end=self._line.sentence.end,
                confidence=round(
                    self._sure * (mention.confidence if mention is not None else 1.0), 3
                ),
            )

    def _day_counted(
        self, scene: Scene, found: FigureFound, told: Sequence[FigureFound]
    ) -> When | None:
        dated = self._calendar.counted(scene, found.start, flows=found.measure in FLOWS)
        said, today = dated.when if dated else None, self._calendar.today
        if said == today and today is not None and not self._calendar.dates:
            over = lasting(self._line.sentence, self._language, today.earliest)
            said = written(over) if over is not None else said
        return day_counted(found, said, today, told, self._calendar.dates)

    def _whose(self, item: Item | None, place: ReadPlace | None, on: date) -> str | None:
        """Whose people are counted; by the country of the report where a place is at peace."""
        known = place is not None and place.country in self._cast.at_war
        meant = self._cast.who_at(item, place, on) if known else None
        return meant or self._cast.who(item, None, on)
