"""The tables that reviewing fills: steps, citations, names, rules for accepting unattended."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from geomap.storage.columns import Json, Key, Line, Model, PrimaryKey, Versioned

_CURRENT = text("until IS NULL")


class StepRow(Model):
    """What somebody did with a proposal. Steps are added, never changed."""

    __tablename__ = "proposal_step"
    __table_args__ = (
        CheckConstraint("step IN ('accepted','merged','rejected','reopened')", name="step"),
        Index("ix_proposal_step_proposal", "proposal"),
    )

    pk: Mapped[PrimaryKey]
    proposal: Mapped[int] = mapped_column(ForeignKey("proposal.number"))
    step: Mapped[Key]
    author: Mapped[Key]
    at: Mapped[datetime]
    reason: Mapped[Line]
    revision: Mapped[int | None] = mapped_column(ForeignKey("revision.number"))


class CitationRow(Versioned, Model):
    """Another report that tells of an event."""

    __tablename__ = "citation"
    __table_args__ = (
        CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility"),
        Index("ix_citation_event_id", "event_id"),
        Index(
            "uq_citation_current",
            "id",
            unique=True,
            sqlite_where=_CURRENT,
            postgresql_where=_CURRENT,
        ),
    )

    event_id: Mapped[Key]
    source_id: Mapped[Key]
    report_id: Mapped[Key | None]
    known: Mapped[date]
    credibility: Mapped[int]
    summary: Mapped[Line]
    quote: Mapped[Line | None]


class KnownNameRow(Model):
    """A name as reports write it, and which place or actor is meant."""

    __tablename__ = "known_name"
    __table_args__ = (
        CheckConstraint("means IN ('place','actor')", name="means"),
        Index("uq_known_name_folded", "means", "folded", unique=True),
    )

    pk: Mapped[PrimaryKey]
    means: Mapped[Key]
    folded: Mapped[Key]
    """The name by which it is found: without regard to capitals."""
    name: Mapped[Key]
    key: Mapped[Key]
    author: Mapped[Key]
    noted: Mapped[datetime]


class AcceptanceRuleRow(Model):
    """A rule for accepting unattended."""

    __tablename__ = "acceptance_rule"
    __table_args__ = (
        CheckConstraint("reliability IN ('A','B','C','D','E')", name="reliability"),
        CheckConstraint("confidence >= 0 AND confidence <= 1", name="confidence"),
    )

    number: Mapped[PrimaryKey]
    kinds: Mapped[Json]
    reliability: Mapped[Key]
    confidence: Mapped[float]
    author: Mapped[Key]
    set_at: Mapped[datetime]
