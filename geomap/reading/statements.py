"""Drafts made into statements: dated, attributed, with actors by their ids."""

from collections.abc import Iterable, Iterator
from datetime import date

from geomap.domain.statements import Effect
from geomap.domain.when import When
from geomap.reading.actors import Cast
from geomap.reading.dates import DateFound, dates_in
from geomap.reading.drafts import ClaimDraft, EventDraft
from geomap.reading.items import Item, Line
from geomap.reading.model import ReadClaim, ReadEvent, ReportText
from geomap.reading.scenes import Scene

_BASE = 0.9


class Desk:
    """Finishes what is read in one report, sentence by sentence."""

    def __init__(self, report: ReportText, language: str, cast: Cast) -> None:
        self._report = report
        self._language = language
        self._cast = cast
        self._line: Line
        self._dates: list[DateFound] = []
        self._source: str | None = None

    def open(self, line: Line) -> None:
        """Look up the dates and the source of a sentence in which something is said."""
        self._line = line
        self._dates = dates_in(line.sentence, self._report.published, self._language)

    def claims(self, drafts: Iterable[ClaimDraft]) -> Iterator[ReadClaim]:
        """Yield the claims that name a place, a day and an actor."""
        kept = list(drafts)
        told = {id(draft.place) for draft in kept if not draft.passing}
        for draft in kept:
            if draft.passing and id(draft.place) in told:
                continue
            claim = self._claim(draft)
            if claim is not None:
                yield claim

    def _claim(self, draft: ClaimDraft) -> ReadClaim | None:
        mention = draft.place.mention
        when = self._when(draft.scene, draft.anchor)
        if mention is None or mention.place is None or when is None:
            return None
        country = mention.place.country
        holder = self._who(draft.holder, country)
        loser = self._who(draft.loser, country)
        if holder is None and draft.effect in {Effect.TAKES, Effect.HOLDS}:
            if loser is None or draft.effect is Effect.HOLDS:
                return None
            return None
        if draft.effect is Effect.LOSES and loser is None:
            return None
        return ReadClaim(
            effect=draft.effect,
            holder=None if draft.effect is Effect.LOSES else holder,
            loser=loser if loser != holder else None,
            place=mention.place,
            when=when,
            source=self._source,
            quote=self._line.sentence.text,
            start=self._line.sentence.start,
            end=self._line.sentence.end,
            confidence=round(_BASE * draft.sure * mention.confidence, 3),
        )

    def events(self, drafts: Iterable[EventDraft]) -> Iterator[ReadEvent]:
        """Yield the events that have a day."""
        for draft in drafts:
            mention = draft.place.mention if draft.place is not None else None
            when = self._when(draft.scene, draft.anchor)
            if when is None:
                continue
            country = mention.place.country if mention and mention.place else None
            ids = (self._who(item, country) for item in draft.actors)
            yield ReadEvent(
                kind=draft.kind,
                actors=tuple(dict.fromkeys(one for one in ids if one is not None)),
                place=mention.place if mention is not None else None,
                when=when,
                source=self._source,
                quote=self._line.sentence.text,
                start=self._line.sentence.start,
                end=self._line.sentence.end,
                confidence=round(
                    _BASE * draft.sure * (mention.confidence if mention is not None else 1.0), 3
                ),
            )

    def _who(self, item: Item | None, country: str | None) -> str | None:
        return self._cast.who(item, country) if item is not None else None

    def _when(self, scene: Scene, anchor: Item) -> When | None:
        """The date nearest to the word that tells it, in its own clause first."""
        tokens = self._line.tokens
        clause = scene.clause
        if clause.last > clause.first:
            start, end = tokens[clause.first].start, tokens[clause.last - 1].end
            own = [found for found in self._dates if start <= found.start < end]
        else:
            own = []
        at = tokens[anchor.start].start
        candidates = own or [found for found in self._dates if not found.past]
        if candidates:
            return min(candidates, key=lambda found: abs(found.start - at)).when
        published = self._report.published
        return _day(published) if published is not None else None


def _day(day: date) -> When:
    return When(day.isoformat(), day, day, day)
