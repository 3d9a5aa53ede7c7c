"""What was read from a report as suggestions: statements as documents that the atlas can take."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from geomap.domain.grades import Credibility
from geomap.domain.ingested import IngestedReport
from geomap.domain.proposals import Suggestion
from geomap.domain.reading import ReadClaim, ReadEvent, ReadFigure, Reading, ReadStatement
from geomap.domain.statements import Effect, Source
from geomap.reading.language.sentences import sentences
from geomap.reading.telling.hedges import Hedge, hedges_in

PROPOSER = "geomap ingest"
LONGEST_QUOTE = 2000
_LONGEST_TITLE = 200
_LONGEST_SUMMARY = 500
# Words such as "reportedly", "may have" and "claims"; what is denied or planned is no statement.
_DOUBTS = frozenset({Hedge.POSSIBLE, Hedge.CLAIMED, Hedge.REPORTED})
_Read = ReadClaim | ReadEvent | ReadFigure


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggestion, and the source that says it."""

    suggestion: Suggestion
    source: Source


@dataclass(slots=True)
class Proposer:
    """Turns readings into suggestions for one atlas.

    `speaker` gives the source for the words of a report; `actors` are the names of the actors that
    the atlas has, by id. What the atlas could not take is left out and counted, by its reason.
    """

    speaker: Callable[[str | None], Source]
    actors: Mapping[str, str]
    left_out: Counter[str] = field(default_factory=Counter)

    def suggestions(self, reading: Reading, report: IngestedReport) -> Iterator[Suggested]:
        """One for each statement that can be proposed, in their order."""
        kinds: dict[str, tuple[_Read, ...]] = {
            "claim": reading.claims,
            "event": reading.events,
            "figure": reading.figures,
        }
        for kind, statements in kinds.items():
            for number, one in enumerate(statements, 1):
                parts = self._parts(one)
                if parts is None:
                    continue
                source = self.speaker(one.source)
                key = f"{report.id}-{kind}-{number}"
                document = (
                    _stated(one, report, reading.language)
                    | {"id": key, "source": source.id}
                    | parts
                )
                span = (one.start, min(one.end, one.start + LONGEST_QUOTE))
                suggestion = Suggestion(
                    *(kind, document, PROPOSER, "", span, key), round(one.confidence, 3)
                )
                yield Suggested(suggestion, source)

    def _parts(self, one: _Read) -> dict[str, Any] | None:
        if isinstance(one, ReadClaim):
            return self._claim(one)
        if isinstance(one, ReadEvent):
            return self._event(one)
        return self._figure(one)

    def _claim(self, claim: ReadClaim) -> dict[str, Any] | None:
        if claim.place is None:
            self.left_out["place"] += 1
            return None
        holder, loser = self._known(claim.holder), self._known(claim.loser)
        needed = loser if claim.effect is Effect.LOSES else holder
        if needed is None and claim.effect is not Effect.CONTESTS:
            self.left_out["actor"] += 1
            return None
        return {
            "effect": claim.effect.value,
            "holder": holder,
            "loser": None if loser == holder else loser,
            "summary": self._claim_in_words(claim, holder, loser),
        }

    def _claim_in_words(self, claim: ReadClaim, holder: str | None, loser: str | None) -> str:
        place = claim.place.name if claim.place else ""
        who, other = self.actors.get(holder or ""), self.actors.get(loser or "")
        if claim.effect is Effect.CONTESTS:
            parties = ", ".join(name for name in (who, other) if name)
            return f"{place} is fought for: {parties}." if parties else f"{place} is fought for."
        if claim.effect is Effect.LOSES:
            return f"{place} is lost by {other}."
        if claim.effect is Effect.HOLDS:
            return f"{place} is held by {who}."
        return f"{place} is taken by {who}" + (f" from {other}." if other else ".")

    def _event(self, event: ReadEvent) -> dict[str, Any]:
        actors = [one for one in event.actors if one in self.actors]
        what = event.kind.value.replace("_", " ").capitalize()
        where = f" in {event.place.name}" if event.place else ""
        names = ", ".join(self.actors[one] for one in actors)
        title = f"{what}{where}: {names}" if names else f"{what}{where}"
        return {
            "kind": event.kind.value,
            "actors": actors,
            "title": title[:_LONGEST_TITLE],
            "summary": _in_one_line(event.quote),
        }

    def _figure(self, figure: ReadFigure) -> dict[str, Any]:
        return {
            "measure": figure.measure.value,
            "unit": figure.unit.value,
            "actor": self._known(figure.actor),
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "summary": _in_one_line(figure.quote),
        }

    def _known(self, actor: str | None) -> str | None:
        return actor if actor in self.actors else None


def _stated(one: ReadStatement, report: IngestedReport, language: str) -> dict[str, Any]:
    return {
        "place_id": None if one.place is None else one.place.id,
        "when": one.when.edtf,
        "report": report.id,
        "known": report.known.isoformat(),
        "credibility": credibility_of(one.quote, language).value,
        "quote": one.quote[:LONGEST_QUOTE],
    }


def credibility_of(quote: str, language: str) -> Credibility:
    """Possibly true, as what one report says is; doubtful where its own words doubt it.

    Better grades are for people, who know what other reports say.
    """
    hedges = (found.hedge for one in sentences(quote) for found in hedges_in(one, language))
    return Credibility.DOUBTFUL if _DOUBTS.intersection(hedges) else Credibility.POSSIBLE


def _in_one_line(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= _LONGEST_SUMMARY else line[: _LONGEST_SUMMARY - 1] + "…"
