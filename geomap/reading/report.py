"""A report put together: sentences, dates, who, where, what; the front door of reading."""

from collections.abc import Iterator, Sequence

from geomap.reading.claims.having import tell_having
from geomap.reading.claims.likely import likely_claims
from geomap.reading.claims.likewise import goes_alike
from geomap.reading.claims.of_clause import changed, claims_in
from geomap.reading.claims.tenures import settled
from geomap.reading.clauses.actors import cast_of
from geomap.reading.clauses.scenes import Scene, let_go, scenes_of
from geomap.reading.context.drafts import ClaimDraft
from geomap.reading.context.memory import Memory
from geomap.reading.context.named_later import awaited_in, named_in, still_awaited
from geomap.reading.context.seats import leave_out_seats
from geomap.reading.context.speakers import tell_speaker
from geomap.reading.events.merging import merged_events
from geomap.reading.events.of_clause import events_in, where_told
from geomap.reading.language.appositions import join_groups
from geomap.reading.language.items import Line, line_of
from geomap.reading.language.left_out import join_measures, leave_out_asides, leave_out_dateline
from geomap.reading.language.lexicon import Lexicon, lexicon_for
from geomap.reading.language.sentences import Sentence, sentences
from geomap.reading.merging import Told, merged_claims, merged_figures
from geomap.reading.model import (
    Mention,
    Names,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReportText,
)
from geomap.reading.statements import Desk

_NO_NAMES = Names()
_MOST_ITEMS = 250
"""Of a sentence; what is longer is no sentence, and would take time by the square of its length."""
# A dateline stands below the title, if that is part of the text, and a line of who wrote it.
_DATELINES = 3
# How many sentences back "he said" can lead.
_BACK = 3


def read_report(
    report: ReportText,
    language: str,
    mentions: Sequence[Mention],
    names: Names = _NO_NAMES,
    method: str = "rules",
) -> Reading:
    """Read claims, events and figures; for a language without a lexicon, only the mentions."""
    claims: list[Told[ReadClaim]] = []
    events: list[Told[ReadEvent]] = []
    figures: list[ReadFigure] = []
    if (lexicon := lexicon_for(language, names.actors)) is not None:
        lines = _lines(report.text, lexicon, mentions)
        cast, memory = cast_of(lexicon, lines, mentions), Memory(lines)
        desk = Desk(report, language, cast, memory)
        for at, line in enumerate(lines):
            memory.resolve(line)
            desk.follow(line, lines[max(0, at - _BACK) : at], lines[at + 1 : at + 2])
            if not ((counts := desk.counts()) or _may_tell(line, memory)) or _is_too_long(line):
                memory.pass_over(line, cast)
                continue
            scenes = scenes_of(line, cast, language)
            memory.complete(scenes)
            drafts = _claims(scenes, memory, desk)
            happenings = [draft for scene in scenes for draft in events_in(scene)]
            if drafts or happenings:
                claims.extend(desk.claims(drafts))
                events.extend(desk.events(happenings))
                memory.keep([*where_told(happenings), *changed(drafts)])
            if counts:
                figures.extend(desk.figures(scenes))
            let_go(scenes)
        events = [desk.dated_back(event) for event in events]
        claims = settled(desk.completed(claims), report.published)
        claims = [desk.dated_back(claim) for claim in claims]
    return Reading(
        *(report.published, language, method, tuple(mentions)),
        claims=merged_claims(claims),
        events=merged_events(events),
        figures=merged_figures(figures),
    )


def _may_tell(line: Line, memory: Memory) -> bool:
    return line.tells or memory.awaited is not None or goes_alike(line)


def _is_too_long(line: Line) -> bool:
    return len(line.items) > _MOST_ITEMS


def _claims(scenes: Sequence[Scene], memory: Memory, desk: Desk) -> list[ClaimDraft]:
    """What the sentence was understood to say, and after it what it is likely to say."""
    drafts = [draft for scene in scenes for draft in claims_in(scene)]
    drafts += named_in(scenes, memory.awaited, drafts)
    memory.awaited = still_awaited(memory.awaited, awaited_in(scenes, desk.day_of), drafts)
    return [*drafts, *likely_claims(scenes, drafts, memory)]


def _lines(text: str, lexicon: Lexicon, mentions: Sequence[Mention]) -> list[Line]:
    lines = [
        line_of(sentence, lexicon, within)
        for sentence, within in _with_mentions(sentences(text), mentions)
    ]
    for line in lines:
        leave_out_asides(line)
        join_measures(line)
    for at, line in enumerate(lines):
        leave_out_seats(line)
        if lexicon.language == "nl":
            join_groups(line)
        tell_having(line)
        tell_speaker(lines, at)
    for line in lines[:_DATELINES]:
        leave_out_dateline(line)
    return lines


def _with_mentions(
    found: Sequence[Sentence], mentions: Sequence[Mention]
) -> Iterator[tuple[Sentence, list[Mention]]]:
    """Deal the mentions, in their order, out to the sentences that they stand in."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    coming = 0
    for sentence in found:
        while coming < len(ordered) and ordered[coming].end <= sentence.start:
            coming += 1
        last = coming
        while last < len(ordered) and ordered[last].start < sentence.end:
            last += 1
        yield sentence, ordered[coming:last]
        coming = last
