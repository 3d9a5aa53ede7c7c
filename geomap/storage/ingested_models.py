"""The tables of ingesting: reports as they were read, what they cite, where they came from.

None is truth of the atlas. A report and its source come into the atlas with the first of its
statements that is accepted.
"""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from geomap.storage.columns import Json, Key, Line, Model, PrimaryKey


class IngestedReportRow(Model):
    """A report with its text; the spans of proposals count characters of it."""

    __tablename__ = "ingested_report"
    __table_args__ = (
        Index("uq_ingested_report_id", "id", unique=True),
        Index("uq_ingested_report_sha256", "sha256", "publisher", unique=True),
        Index("ix_ingested_report_story", "story"),
    )

    number: Mapped[PrimaryKey]
    id: Mapped[Key]
    """By which proposals, and later the atlas, call it."""
    sha256: Mapped[str] = mapped_column(String(64))
    """Of the text in its normal form; who publishes a text twice has one report."""
    source_id: Mapped[Key]
    """The publisher, or the agency whose story it is."""
    title: Mapped[Line]
    publisher: Mapped[Line]
    published: Mapped[date | None]
    language: Mapped[Key]
    url: Mapped[Line]
    text: Mapped[str] = mapped_column(Text)
    signature: Mapped[bytes] = mapped_column(LargeBinary)
    """Of its words, by which nearly the same text is found."""
    story: Mapped[int | None] = mapped_column(ForeignKey("ingested_report.number"))
    """The first report with the same wire story, which its statements were proposed from."""
    method: Mapped[Key]
    """How names were recognised."""
    ingested: Mapped[datetime]
    left_out: Mapped[Json]
    """What was read and could not be proposed: how many, by the reason."""


class ReportBandRow(Model):
    """A part of the signature of a report; reports that share one may be nearly the same."""

    __tablename__ = "ingested_report_band"

    band: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[int] = mapped_column(
        ForeignKey("ingested_report.number"), primary_key=True, autoincrement=False
    )


class ProposedSourceRow(Model):
    """A source that an ingested report names and the atlas lacks."""

    __tablename__ = "proposed_source"
    __table_args__ = (
        CheckConstraint("reliability IN ('A','B','C','D','E','F')", name="reliability"),
    )

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    name: Mapped[Line]
    kind: Mapped[Key]
    reliability: Mapped[str] = mapped_column(String(1))
    note: Mapped[Line]


class ProposalCitationRow(Model):
    """Where another report says what was proposed from the first one with the same story."""

    __tablename__ = "proposal_citation"
    __table_args__ = (CheckConstraint("span_start >= 0 AND span_end > span_start", name="span"),)

    proposal: Mapped[int] = mapped_column(ForeignKey("proposal.number"), primary_key=True)
    report: Mapped[int] = mapped_column(ForeignKey("ingested_report.number"), primary_key=True)
    span_start: Mapped[int]
    """Of the quote in the text of this report, `[start, end)` in characters."""
    span_end: Mapped[int]


class IngestedFileRow(Model):
    """The bytes of a file or page that was ingested, by their hash, so that none is read twice."""

    __tablename__ = "ingested_file"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    """SHA-256 of the bytes and of what the command line said of them."""
    report: Mapped[int] = mapped_column(ForeignKey("ingested_report.number"))


class AddressRow(Model):
    """An address that is, or was, fetched: a feed, a page that a feed names, or any page."""

    __tablename__ = "address"
    __table_args__ = (
        CheckConstraint("state IN ('waiting','read','refused')", name="state"),
        Index("ix_address_feed", "feed", "state"),
    )

    url: Mapped[str] = mapped_column(String(2000), primary_key=True)
    is_feed: Mapped[bool]
    feed: Mapped[str | None] = mapped_column(String(2000))
    """The feed that named it."""
    title: Mapped[Line]
    published: Mapped[date | None]
    state: Mapped[Key]
    reason: Mapped[Line]
    """Why it was refused, or waits still."""
    attempts: Mapped[int]
    checked: Mapped[datetime | None]
    etag: Mapped[Line]
    """As the server gave it, for the next conditional request; `modified` is its date."""
    modified: Mapped[Line]
