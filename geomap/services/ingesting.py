"""Ingest reports: keep each with its text, once, and propose what is read in it.

All of a report is one transaction: the report, the sources that it names, and its proposals. A run
that is killed goes on where it was, and two runs at once store nothing twice.
"""

import logging
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256

from sqlalchemy.orm import Session

from gazetteer import Gazetteer
from geomap.domain.ingested import IngestedReport
from geomap.domain.proposals import Suggestion
from geomap.domain.reading import Reading
from geomap.domain.rule import Rule
from geomap.domain.statements import Place, Source
from geomap.errors import Conflict, GeomapError, InvalidInput, InvalidStatement, NotRead, Unreadable
from geomap.imports.documents import Body, Document
from geomap.imports.duplicates import Words, bands_of, signature_of
from geomap.services.atlas_names import names_of_atlas, require_atlas
from geomap.services.attributing import UNNAMED, SourceBook
from geomap.services.proposals import propose
from geomap.services.proposing import PROPOSER, Proposer, Suggested
from geomap.services.reading import (
    STATED_LANGUAGES,
    ReportReader,
    report_text,
)
from geomap.services.resolving import PlaceResolver
from geomap.services.unattended import accept_unattended
from geomap.services.wire_stories import wire_story
from geomap.services.writing import Writing
from geomap.storage.atlases import load_actors, load_sources
from geomap.storage.database import Database
from geomap.storage.ingested import (
    Sketch,
    cite_again,
    keep_source,
    remember_file,
    report_of_file,
    reports_with_text,
    set_left_out,
    store_report,
)
from geomap.storage.revisions import latest_revision
from geomap.storage.statements import known_sources

LONGEST_LINE = 500
LONGEST_URL = 2000
_LETTERS_OF_HASH = 10

_logger = logging.getLogger(__name__)


class What(StrEnum):
    """What became of a report."""

    NEW = "new"
    AGAIN = "again"
    """It was ingested before; nothing was stored."""
    SAME_STORY = "same story"
    """It is kept, and cites what was proposed from the first report with the story."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one report."""

    report: str
    what: What
    proposed: int = 0
    cited: int = 0
    left_out: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Read:
    """A report that was read, on its way into the database."""

    report: IngestedReport
    reading: Reading
    words: Words
    sketch: Sketch
    source: Source
    """The publisher, or the agency that it credits."""
    publisher: Source


class Ingester:
    """Ingests reports into the atlas of a database, one after the other."""

    def __init__(
        self, database: Database, gazetteer: Gazetteer, *, unattended: bool = True
    ) -> None:
        """Raise NotFound while there is no atlas.

        Rules for accepting unattended are heard unless `unattended` is false, as for whoever may
        only propose.
        """
        self._database = database
        self._unattended = unattended
        self._resolver = PlaceResolver(gazetteer)
        self._writing = Writing(PROPOSER, "", Rule(), self._find_place)
        with database.reading() as session:
            require_atlas(session)
            atlas = names_of_atlas(session)
            actors = load_actors(session, latest_revision(session))
            self._book = SourceBook(known_sources(session).values(), atlas.names.actors)
        self._actors = {key: actor.name for key, actor in actors.items()}
        self._reader = ReportReader(gazetteer, atlas.names, atlas.countries, atlas.places)

    def read_before(self, digest: str) -> Ingested | None:
        """What the bytes with a digest are, if they were ingested before."""
        with self._database.reading() as session:
            key = report_of_file(session, digest)
        return None if key is None else Ingested(key, What.AGAIN)

    def ingest(self, document: Document, digest: str) -> Ingested:
        """Keep a report and propose what it says; `digest` is that of what it was read from.

        Raises Unreadable when its language is not one in which statements are read.
        """
        words = Words(document.text)
        publisher = self._book.publisher(document.publisher)
        source = self._book.agency(document.text) or publisher
        with self._database.reading() as session:
            same = self._same_report(session, words.sha256, publisher)
        if same is not None:
            with self._database.writing() as session:
                remember_file(session, digest, same)
            return Ingested(same, What.AGAIN)
        return self._store(self._read(document, words, source, publisher), digest)

    def _read(self, document: Document, words: Words, source: Source, publisher: Source) -> _Read:
        reading = self._reading_of(document)
        if reading.language not in STATED_LANGUAGES:
            told = f"is {reading.language!r}" if reading.language else "cannot be told"
            raise Unreadable(
                f"its language {told}; statements are read in {' and '.join(STATED_LANGUAGES)}"
                " (--language)."
            )
        now = datetime.now(UTC)
        day = document.published or now.date()
        report = IngestedReport(
            id=f"{publisher.id}-{day.isoformat()}-{words.sha256[:_LETTERS_OF_HASH]}",
            sha256=words.sha256,
            source_id=source.id,
            title=document.title[:LONGEST_LINE],
            publisher=document.publisher[:LONGEST_LINE],
            published=document.published,
            language=reading.language,
            url=document.url[:LONGEST_URL],
            text=document.text,
            method=reading.method,
            ingested=now,
        )
        signature = signature_of(words)
        sketch = Sketch(signature, bands_of(signature))
        return _Read(report, reading, words, sketch, source, publisher)

    def _reading_of(self, document: Document) -> Reading:
        try:
            return self._reader.read(report_text(document))
        except GeomapError:
            raise
        # A fault in one of many rules costs one report, not those of the folder behind it. Nothing
        # is remembered of it, so that a version without the fault reads it.
        except Exception as error:
            _logger.exception(
                "The rules of reading failed on %r", document.title or document.text[:LONGEST_LINE]
            )
            raise NotRead(
                "geomap failed to read it, which is a fault of geomap and not of the report"
                f" ({type(error).__name__}: {error})."
            ) from error

    def _store(self, read: _Read, digest: str) -> Ingested:
        proposer = Proposer(lambda wording: self._book.speaker(wording, read.source), self._actors)
        suggested = list(proposer.suggestions(read.reading, read.report))
        with self._database.writing() as session:
            # Another run may have stored it since it was looked for.
            same = self._same_report(session, read.report.sha256, read.publisher)
            if same is not None:
                remember_file(session, digest, same)
                return Ingested(same, What.AGAIN)
            story = wire_story(session, read.report, read.words, read.sketch)
            report = replace(read.report, story=story.first)
            number = store_report(session, report, read.sketch)
            _keep_sources(session, read.source, suggested)
            left_out = proposer.left_out
            proposed, cited = 0, dict[int, tuple[int, int]]()
            for one in suggested:
                if story.tells(one.suggestion):
                    cited |= story.citations(one.suggestion)
                else:
                    proposed += self._propose(session, one.suggestion, left_out)
            cite_again(session, number, cited)
            set_left_out(session, number, left_out)
            remember_file(session, digest, report.id)
        what = What.SAME_STORY if story.first else What.NEW
        return Ingested(report.id, what, proposed, len(cited), dict(left_out))

    def _propose(self, session: Session, suggestion: Suggestion, left_out: Counter[str]) -> bool:
        try:
            proposal, fresh = propose(session, suggestion, self._writing)
        except InvalidStatement as error:
            left_out[error.part] += 1
            return False
        except Conflict:
            left_out["id"] += 1
            return False
        if self._unattended:
            accept_unattended(session, proposal, self._writing)
        return fresh

    def _same_report(self, session: Session, digest: str, publisher: Source) -> str | None:
        """The id of the report with the same text by the same publisher, or by one not named."""
        for report in reports_with_text(session, digest):
            before = self._book.publisher(report.publisher).id
            if publisher.id in {before, UNNAMED.id} or before == UNNAMED.id:
                return report.id
        return None

    def _find_place(self, key: str) -> Place | None:
        try:
            return self._resolver.by_id(key)
        except InvalidInput:
            return None


def digest_of(body: Body, said: Document) -> str:
    """A name for some bytes, together with what was said of them."""
    parts = (said.title, said.publisher, str(said.published), str(said.language), said.url)
    text = "\x00".join((*parts, body.media_type, body.charset or "", body.url))
    return sha256(text.encode("utf-8", "replace") + b"\x00" + body.content).hexdigest()


def _keep_sources(session: Session, source: Source, suggested: Iterable[Suggested]) -> None:
    of_atlas = load_sources(session, latest_revision(session))
    needed = {one.id: one for one in (source, *(each.source for each in suggested))}
    for one in needed.values():
        if one.id not in of_atlas:
            keep_source(session, one)
