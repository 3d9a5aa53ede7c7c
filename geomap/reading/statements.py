"""Drafts made into statements: dated, attributed, with actors by their ids."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from geomap.domain.when import When
from geomap.reading.calendar.durations import lasting
from geomap.reading.calendar.periods import when as written
from geomap.reading.claim_desk import ClaimDesk, is_of_late
from geomap.reading.clauses.actors import Cast
from geomap.reading.clauses.scenes import Scene
from geomap.reading.context.drafts import ClaimDraft, EventDraft, is_attack
from geomap.reading.context.memory import Memory
from geomap.reading.context.retold import is_new, points_back, wider_of
from geomap.reading.dating.of_clause import Calendar, Dated
from geomap.reading.events.whereabouts import place_of_draft
from geomap.reading.figures.fallen import Fallen
from geomap.reading.figures.figure_days import FLOWS, day_counted
from geomap.reading.figures.figure_facts import counted_in, place_of, scene_of
from geomap.reading.figures.of_sentence import FigureFound
from geomap.reading.figures.whose import is_of_nobody, whose
from geomap.reading.figures.whose_side import FATES
from geomap.reading.language.items import Item, Line
from geomap.reading.merging import Statement, Told
from geomap.reading.model import (
    ReadClaim,
    ReadEvent,
    ReadFigure,
    ReadPlace,
    ReportText,
)
from geomap.reading.teller import Teller
from geomap.reading.telling.habits import is_added_up


class Desk:
    """Finishes what is read in one report, sentence by sentence."""

    def __init__(self, report: ReportText, language: str, cast: Cast, memory: Memory) -> None:
        self._language = language
        self._cast = cast
        self._memory = memory
        self._calendar = Calendar(report, language)
        self._teller = Teller(language)
        self._claims = ClaimDesk(cast, memory, self._calendar, self._teller)
        self._figure: FigureFound | None = None
        self._fallen = Fallen(cast)
        self._counted: list[FigureFound] = []

    def follow(self, line: Line, before: Sequence[Line], after: Sequence[Line]) -> None:
        """Go on to the next sentence, with those around it that may name its source."""
        self._teller.follow(line, before, after)
        self._calendar.follow(line)
        if self._calendar.new_paragraph:
            self._memory.turn()
        self._memory.set_scene(line)

    def claims(self, drafts: Iterable[ClaimDraft]) -> Iterator[Told[ReadClaim]]:
        """Yield the claims that name a place, a day and an actor."""
        yield from self._claims.of(drafts)

    def completed(self, claims: Iterable[Told[ReadClaim]]) -> list[Told[ReadClaim]]:
        """The claims in the order of the text, with captures whose takers follow from all of it."""
        found = (*claims, *self._claims.inferred())
        return sorted(found, key=lambda told: told.statement.start)

    def day_of(self, scene: Scene, anchor: Item) -> Dated | None:
        """The day of what a word of this sentence tells of."""
        return self._calendar.when(scene, anchor)

    def events(self, drafts: Iterable[EventDraft]) -> Iterator[Told[ReadEvent]]:
        """Yield the events that have a day; without a place they are where the report is."""
        sentence = self._teller.sentence
        for draft in drafts:
            mention = place_of_draft(draft, self._memory)
            dated = self._calendar.happened(draft.scene, draft.anchor)
            if dated is None or is_added_up(draft.kind, dated.when, self._calendar.today):
                continue
            country = mention.place.country if mention and mention.place else None
            ids = [self._cast.who(item, country) for item in draft.actors]
            if is_attack(draft):
                self._claims.attack(ids[0], country or self._cast.country)
            sure = draft.sure * (mention.confidence if mention is not None else 1.0)
            event = ReadEvent(
                kind=draft.kind,
                actors=tuple(dict.fromkeys(one for one in ids if one is not None)),
                place=mention.place if mention is not None else None,
                when=dated.when,
                source=self._teller.source,
                quote=sentence.text,
                start=sentence.start,
                end=sentence.end,
                confidence=round(self._teller.sure * sure, 3),
            )
            back = points_back(draft.scene, draft.anchor)
            here = self._memory.is_somewhere and not back
            placed = (draft.place is not None or here) and mention is not None
            # "The explosion hit the district of X", of which nobody knows where it is.
            placed = placed and not (back and event.place is None)
            lately = is_of_late(draft, dated, self._calendar.today)
            new = is_new(draft.scene, draft.anchor)
            yield Told(event, dated.sure, placed, lately, wider_of(draft), new, back)

    def dated_back(self, told: Told[Statement]) -> Told[Statement]:
        """Let news without a day have happened since the first day of the report."""
        since = self._calendar.since_lead
        if not told.lately or since is None:
            return told
        told.statement = replace(told.statement, when=since)
        return told

    def counts(self) -> bool:
        """Whether the sentence has figures."""
        dates = self._calendar.dates
        self._counted = counted_in(self._teller.line, self._language, dates, self._figure)
        return bool(self._counted)

    def figures(self, scenes: Sequence[Scene]) -> Iterator[ReadFigure]:
        """Yield the figures of the sentence; "dozens" is no number, the event keeps the words."""
        told = [found for found in self._counted if not found.vague]
        sentence = self._teller.sentence
        actor = self._fallen.of_other_count(self._teller.line, self._teller.before, told)
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
                self._fallen.note(self._teller.line, actor)
            yield ReadFigure(
                measure=found.measure,
                unit=found.unit,
                value=found.value,
                low=found.low,
                high=found.high,
                actor=actor,
                place=mention.place if mention is not None else None,
                when=when,
                source=self._teller.source,
                quote=sentence.text,
                start=sentence.start,
                end=sentence.end,
                confidence=round(
                    self._teller.sure * (mention.confidence if mention is not None else 1.0), 3
                ),
            )

    def _day_counted(
        self, scene: Scene, found: FigureFound, told: Sequence[FigureFound]
    ) -> When | None:
        dated = self._calendar.counted(scene, found.start, flows=found.measure in FLOWS)
        said, today = dated.when if dated else None, self._calendar.today
        if said == today and today is not None and not self._calendar.dates:
            over = lasting(self._teller.sentence, self._language, today.earliest)
            said = written(over) if over is not None else said
        return day_counted(found, said, today, told, self._calendar.dates)

    def _whose(self, item: Item | None, place: ReadPlace | None, on: date) -> str | None:
        """Whose people are counted; by the country of the report where a place is at peace."""
        known = place is not None and place.country in self._cast.at_war
        meant = self._cast.who_at(item, place, on) if known else None
        return meant or self._cast.who(item, None, on)
