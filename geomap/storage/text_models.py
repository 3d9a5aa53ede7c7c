"""The tables of what is written once, so that it need not be written for each answer."""

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from geomap.storage.columns import Key, Model


class StatementText:
    """Derived: a current statement as the parts of its GeoJSON, by the primary key of its version.

    Triggers of SQLite keep it; no other database has rows here.
    """

    pk: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    source_id: Mapped[Key] = mapped_column(index=True)
    id: Mapped[str] = mapped_column(Text)
    """As JSON."""
    longitude: Mapped[float | None]
    latitude: Mapped[float | None]
    properties: Mapped[str | None] = mapped_column(Text)
    """As a JSON object; NULL while the statement has no current source, so that it is no item."""


class EventTextRow(StatementText, Model):
    """The text of an event."""

    __tablename__ = "event_text"


class ClaimTextRow(StatementText, Model):
    """The text of a claim."""

    __tablename__ = "claim_text"
