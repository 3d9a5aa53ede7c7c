"""The tables of those who write: who may, and what they proposed. Neither is truth of the atlas."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from geomap.storage.columns import Json, Key, Line, Model, PrimaryKey

_VALID = text("revoked IS NULL")


class TokenRow(Model):
    """A right to write. The secret itself is kept nowhere."""

    __tablename__ = "token"
    __table_args__ = (
        CheckConstraint("may IN ('propose','edit')", name="may"),
        Index("uq_token_valid", "name", unique=True, sqlite_where=_VALID, postgresql_where=_VALID),
    )

    id: Mapped[str] = mapped_column(String(16), primary_key=True)
    name: Mapped[Key]
    digest: Mapped[str] = mapped_column(String(64))
    may: Mapped[Key]
    created: Mapped[datetime]
    revoked: Mapped[datetime | None]


class ProposalRow(Model):
    """A statement that somebody proposes, until and after a person has decided on it."""

    __tablename__ = "proposal"
    __table_args__ = (
        CheckConstraint("kind IN ('claim','event','figure')", name="kind"),
        CheckConstraint("state IN ('proposed','accepted','rejected')", name="state"),
        CheckConstraint("(state = 'proposed') = (decided IS NULL)", name="decided"),
        CheckConstraint("(state = 'accepted') = (revision IS NOT NULL)", name="revision"),
        CheckConstraint(
            "span_start IS NULL OR (span_start >= 0 AND span_end > span_start)", name="span"
        ),
        Index("ix_proposal_state", "state", "number"),
        Index("ix_proposal_report_id", "report_id"),
        Index("uq_proposal_request_key", "proposer", "request_key", unique=True),
    )

    number: Mapped[PrimaryKey]
    kind: Mapped[Key]
    statement: Mapped[Json]
    """The document of the statement as `exports.statements` writes it, the quote included."""
    report_id: Mapped[Key | None]
    span_start: Mapped[int | None]
    """Where in the text of the report the quote stands, `[start, end)` in characters."""
    span_end: Mapped[int | None]
    proposer: Mapped[Key]
    note: Mapped[Line]
    created: Mapped[datetime]
    request_key: Mapped[Key | None]
    """By what the proposer calls the request, so that one sent twice is stored once."""
    request_digest: Mapped[str | None] = mapped_column(String(64))
    state: Mapped[Key]
    decider: Mapped[Key | None]
    decided: Mapped[datetime | None]
    reason: Mapped[Line | None]
    revision: Mapped[int | None] = mapped_column(ForeignKey("revision.number"))
    """The revision that accepted it."""
    confidence: Mapped[float | None]
    """How sure the reading was, 0 to 1; NULL for what a person proposes."""
    accepted_as: Mapped[Key | None]
    """The id of the statement that it became, or of the event into which it was merged."""
    merged: Mapped[bool | None]
    """True where the event `accepted_as` was there already; NULL where nothing was accepted."""
