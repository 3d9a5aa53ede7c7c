"""Ingested reports: kept, found again, found by their words, and what they bring to the atlas."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import exists, insert, select
from sqlalchemy.orm import Session, aliased

from geomap.domain.grades import Reliability
from geomap.domain.ingested import CitedAgain, IngestedReport
from geomap.domain.statements import Report, Source, SourceKind
from geomap.storage.ingested_models import (
    IngestedFileRow,
    IngestedReportRow,
    ProposalCitationRow,
    ProposedSourceRow,
    ReportBandRow,
)
from geomap.storage.revisions import found_before
from geomap.storage.selection import portions
from geomap.storage.writing_models import ProposalRow

SOURCES = "sources, those that wait included"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What near-duplicates are found by: a signature, and the bands that it is cut into."""

    signature: bytes
    bands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """A report that shares a band with another."""

    number: int
    id: str
    published: date | None
    signature: bytes
    story: int | None


def store_report(session: Session, report: IngestedReport, sketch: Sketch) -> int:
    """Keep a report and what it is found by; gives its number."""
    row = IngestedReportRow(
        id=report.id,
        sha256=report.sha256,
        source_id=report.source_id,
        title=report.title,
        publisher=report.publisher,
        published=report.published,
        language=report.language,
        url=report.url,
        text=report.text,
        signature=sketch.signature,
        story=None if report.story is None else _number(session, report.story),
        method=report.method,
        ingested=report.ingested,
        left_out=dict(report.left_out),
    )
    session.add(row)
    session.flush()
    bands = [{"band": band, "report": row.number} for band in sorted(set(sketch.bands))]
    if bands:
        session.execute(insert(ReportBandRow), bands)
    return row.number


def _number(session: Session, key: str) -> int | None:
    return session.scalar(select(IngestedReportRow.number).where(IngestedReportRow.id == key))


def ingested_report(session: Session, key: str) -> IngestedReport | None:
    """An ingested report by its id, with its text."""
    found = _reports(session, IngestedReportRow.id == key)
    return found[0] if found else None


def reports_with_text(session: Session, sha256: str) -> list[IngestedReport]:
    """The reports with one text, by the hash of its normal form; several papers may print it."""
    return _reports(session, IngestedReportRow.sha256 == sha256)


def _reports(session: Session, condition: Any) -> list[IngestedReport]:
    first = aliased(IngestedReportRow)
    query = (
        select(IngestedReportRow, first.id)
        .outerjoin(first, first.number == IngestedReportRow.story)
        .where(condition)
        .order_by(IngestedReportRow.number)
    )
    return [_report(row, story) for row, story in session.execute(query)]


def _report(row: IngestedReportRow, story: str | None) -> IngestedReport:
    return IngestedReport(
        id=row.id,
        sha256=row.sha256,
        source_id=row.source_id,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        language=row.language,
        url=row.url,
        text=row.text,
        method=row.method,
        ingested=row.ingested,
        left_out=row.left_out,
        story=story,
    )


def reports_sharing(session: Session, bands: Iterable[int]) -> list[Alike]:
    """The reports that share a band, in the order in which they came."""
    row = IngestedReportRow
    query = (
        select(row.number, row.id, row.published, row.signature, row.story)
        .where(
            row.number.in_(select(ReportBandRow.report).where(ReportBandRow.band.in_(set(bands))))
        )
        .order_by(row.number)
    )
    return [Alike(*found) for found in session.execute(query)]


def waiting_reports(session: Session, keys: Iterable[str]) -> dict[str, Report]:
    """Ingested reports as the atlas would keep them, by id; for those it does not have yet."""
    found: dict[str, Report] = {}
    for portion in portions(set(keys)):
        for one in _reports(session, IngestedReportRow.id.in_(portion)):
            found[one.id] = one.report
    return found


def waiting_sources(session: Session) -> dict[str, Source]:
    """The sources that ingested reports name and the atlas lacked then, by id."""
    rows = session.scalars(select(ProposedSourceRow).order_by(ProposedSourceRow.id))
    return {row.id: _source(row) for row in rows}


def waiting_source(session: Session, key: str) -> Source | None:
    """One of these by its id."""
    row = session.get(ProposedSourceRow, key)
    return None if row is None else _source(row)


def _source(row: ProposedSourceRow) -> Source:
    return Source(row.id, row.name, SourceKind(row.kind), Reliability(row.reliability), row.note)


def has_report(session: Session, key: str) -> bool:
    """Whether a report with the id was ingested."""
    return bool(session.scalar(select(exists().where(IngestedReportRow.id == key))))


def keep_source(session: Session, source: Source) -> None:
    """Keep a source that the atlas lacks, unless it is kept already."""
    if session.get(ProposedSourceRow, source.id) is None:
        session.add(
            ProposedSourceRow(
                id=source.id,
                name=source.name,
                kind=source.kind.value,
                reliability=source.reliability.value,
                note=source.note,
            )
        )
        session.flush()
        found_before(session, SOURCES).clear()


def cite_again(session: Session, number: int, spans: Mapping[int, tuple[int, int]]) -> None:
    """Say where the report of a number cites proposals, by theirs."""
    rows = [
        {"proposal": proposal, "report": number, "span_start": start, "span_end": end}
        for proposal, (start, end) in spans.items()
    ]
    if rows:
        session.execute(insert(ProposalCitationRow), rows)


def cited_again(session: Session, proposals: Sequence[int]) -> list[CitedAgain]:
    """Which reports beside their own say what was proposed, in the order in which they came."""
    row = ProposalCitationRow
    query = (
        select(row.proposal, IngestedReportRow.id, row.span_start, row.span_end)
        .join(IngestedReportRow, IngestedReportRow.number == row.report)
        .where(row.proposal.in_(proposals))
        .order_by(row.proposal, row.report)
    )
    return [CitedAgain(one, key, (start, end)) for one, key, start, end in session.execute(query)]


def proposed_from(session: Session, key: str) -> list[tuple[int, str, str]]:
    """What was proposed from a report: number, kind and quote."""
    query = select(ProposalRow.number, ProposalRow.kind, ProposalRow.statement).where(
        ProposalRow.report_id == key
    )
    return [
        (number, kind, statement.get("quote") or "")
        for number, kind, statement in session.execute(query.order_by(ProposalRow.number))
    ]


def remember_file(session: Session, digest: str, key: str) -> None:
    """Remember which report the bytes with this hash hold."""
    if session.get(IngestedFileRow, digest) is None:
        session.add(IngestedFileRow(digest=digest, report=_number(session, key)))
        session.flush()


def report_of_file(session: Session, digest: str) -> str | None:
    """The id of the report that the bytes with this hash hold, if they were read before."""
    query = (
        select(IngestedReportRow.id)
        .join(IngestedFileRow, IngestedFileRow.report == IngestedReportRow.number)
        .where(IngestedFileRow.digest == digest)
    )
    return session.scalar(query)


def story_of(session: Session, key: str) -> list[tuple[str, str]]:
    """The reports with one wire story, by the id of the first: id and text, that one first."""
    number = _number(session, key)
    row = IngestedReportRow
    told = (row.number == number) | (row.story == number)
    query = select(row.id, row.text).where(told).order_by(row.number)
    return [(one, text) for one, text in session.execute(query)]


def set_left_out(session: Session, number: int, left_out: Mapping[str, int]) -> None:
    """Say of a report what was read in it and could not be proposed."""
    row = session.get_one(IngestedReportRow, number)
    row.left_out = dict(left_out)
    session.flush()
