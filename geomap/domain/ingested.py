"""Reports as they were ingested, and where they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from geomap.domain.statements import Report
from geomap.domain.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestedReport:
    """A report with its text; it comes into the atlas with its first accepted statement."""

    id: str
    sha256: str
    """Of the text in its normal form."""
    source_id: str
    title: str
    publisher: str
    published: date | None
    language: str
    url: str
    text: str
    method: str
    ingested: datetime
    left_out: Mapping[str, int] = field(default_factory=dict)
    """What was read and could not be proposed: how many, by the reason."""
    story: str | None = None
    """The id of the first report with the same wire story."""

    @property
    def known(self) -> date:
        """The day on which what it says became known."""
        return self.published or self.ingested.date()

    @property
    def report(self) -> Report:
        """The report as the atlas keeps it; without a day of its own it has that of ingesting."""
        note = "" if self.published else "ingested on that day; its own day is not known"
        return Report(
            self.id,
            self.source_id,
            self.title,
            self.publisher,
            When.parse(self.known.isoformat()),
            self.language,
            self.url,
            note,
        )


@dataclass(frozen=True, slots=True)
class CitedAgain:
    """Where a second report says what was proposed from the first with the same wire story."""

    proposal: int
    report_id: str
    span: tuple[int, int]
    """Of the quote in the text of that report, `[start, end)` in characters."""


class AddressState(StrEnum):
    """What became of an address."""

    WAITING = "waiting"
    READ = "read"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Address:
    """A feed or a page, and how it answered when it was asked last."""

    url: str
    is_feed: bool = False
    feed: str | None = None
    """The feed that named it."""
    title: str = ""
    published: date | None = None
    state: AddressState = AddressState.WAITING
    reason: str = ""
    attempts: int = 0
    checked: datetime | None = None
    etag: str = ""
    modified: str = ""
