"""A wire story in two papers: one source, cited twice."""

from dataclasses import dataclass, field
from datetime import timedelta

from sqlalchemy.orm import Session

from geomap.domain.ingested import IngestedReport
from geomap.domain.proposals import Suggestion
from geomap.imports.duplicates import Words
from geomap.storage.ingested import (
    Alike,
    Sketch,
    ingested_report,
    proposed_from,
    reports_sharing,
    story_of,
)

SAME_STORY_DAYS = timedelta(days=3)
"""Papers print a wire story so soon after each other; later the same words tell of another day."""
MOST_ALIKE = 20


@dataclass(slots=True)
class WireStory:
    """What was told before of the story that a report tells; nothing when it is the first."""

    first: str | None = None
    """The id of the first report with the story."""
    texts: list[Words] = field(default_factory=list)
    proposed: list[tuple[int, str, str]] = field(default_factory=list)
    """Number, kind and quote, in the normal form, of what was proposed from its reports."""

    def tells(self, suggestion: Suggestion) -> bool:
        """Whether the sentence stands in a report of the story that was ingested before."""
        quote = _quote(suggestion)
        return any(text.holds(quote) for text in self.texts)

    def citations(self, suggestion: Suggestion) -> dict[int, tuple[int, int]]:
        """The proposals that the sentence led to before, each with where it stands now."""
        quote = Words(_quote(suggestion)).joined
        found = (
            number
            for number, kind, said in self.proposed
            if (kind, said) == (suggestion.kind, quote)
        )
        return {number: suggestion.span for number in found if suggestion.span is not None}


def wire_story(session: Session, report: IngestedReport, words: Words, sketch: Sketch) -> WireStory:
    """The story of a report that is about to be stored.

    It is one story with the report that is most alike, of those within three days whose words
    are the same for the most part.
    """
    alike = reports_sharing(session, sketch.bands)
    near = [one for one in alike if _near(one, report)]
    near.sort(key=lambda one: _agreeing(one.signature, sketch.signature), reverse=True)
    for one in near[:MOST_ALIKE]:
        other = ingested_report(session, one.id)
        if other is not None and words.tells_the_same_as(Words(other.text)):
            return _told(session, other.story or other.id)
    return WireStory()


def _told(session: Session, first: str) -> WireStory:
    story = WireStory(first)
    for key, text in story_of(session, first):
        story.texts.append(Words(text))
        for number, kind, quote in proposed_from(session, key):
            story.proposed.append((number, kind, Words(quote).joined))
    return story


def _near(one: Alike, report: IngestedReport) -> bool:
    if one.published is None or report.published is None:
        return True
    return abs(one.published - report.published) <= SAME_STORY_DAYS


def _agreeing(one: bytes, other: bytes) -> int:
    """How many numbers of two sketches are the same."""
    pairs = zip(memoryview(one).cast("I"), memoryview(other).cast("I"), strict=True)
    return sum(1 for mine, theirs in pairs if mine == theirs)


def _quote(suggestion: Suggestion) -> str:
    return str(suggestion.statement.get("quote") or "")
