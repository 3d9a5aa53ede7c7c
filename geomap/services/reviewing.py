"""The queue of reports with proposals, and one report with all that was read from it."""

from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from geomap.domain.ingested import CitedAgain
from geomap.domain.proposals import Proposal, ProposalQuery
from geomap.domain.review import Citation, QueuedReport
from geomap.domain.statements import Place, Report, Source
from geomap.errors import NotFound
from geomap.services.writing import FindPlace
from geomap.storage.happenings import load_reports
from geomap.storage.ingested import cited_again, ingested_report, waiting_reports
from geomap.storage.proposals import list_proposals
from geomap.storage.review import citations_of, count_by_report, steps_of
from geomap.storage.revisions import latest_revision
from geomap.storage.statements import current_place, known_sources

MOST_PROPOSALS = 500

__all__ = [
    "Article",
    "QueuePage",
    "also_told_by",
    "article_of",
    "review_queue",
    "steps_of",
]


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some reports of the queue; `after` is what the next page is asked with, if there is one."""

    reports: tuple[QueuedReport, ...]
    after: int | None


@dataclass(frozen=True, slots=True)
class Article:
    """A report as a reviewer reads it."""

    report: Report | None
    text: str | None
    """None where only quotes are kept, as of a report that was proposed over HTTP."""
    proposals: tuple[Proposal, ...]
    places: dict[str, Place]
    """The places that the proposals name."""
    sources: dict[str, Source]
    revision: int
    story: str | None = None
    """The id of the first report with the same wire story, from which it was proposed."""
    cited_again: tuple[CitedAgain, ...] = ()
    """Where later reports with the same wire story say what was proposed from this one."""
    told_by: dict[str, Report] = field(default_factory=dict)
    """These reports, by id."""


def review_queue(session: Session, *, waiting_only: bool, after: int, limit: int) -> QueuePage:
    """Reports in the order in which their first proposals came."""
    found = count_by_report(session, waiting_only=waiting_only, after=after, limit=limit + 1)
    ids = [key for key, *_counts in found if key is not None]
    reports = _reports(session, ids)
    queued = tuple(
        QueuedReport(key, reports.get(key) if key else None, waiting, decided)
        for key, waiting, decided, _first in found[:limit]
    )
    return QueuePage(queued, found[limit - 1][3] if len(found) > limit else None)


def article_of(session: Session, key: str | None, find_place: FindPlace) -> Article:
    """A report with its proposals, decided ones too; None for those without a report.

    Raises NotFound when nothing was proposed from it and the atlas does not have it.
    """
    revision = latest_revision(session)
    report = _reports(session, [key]).get(key) if key else None
    query = ProposalQuery(MOST_PROPOSALS, report=key, reportless=key is None)
    proposals = tuple(list_proposals(session, query))
    if report is None and not proposals:
        raise NotFound(f"There is no report with the id {(key or '')[:60]!r}.")
    places = {}
    for place_id in {one.suggestion.statement.get("place_id") for one in proposals}:
        place = (current_place(session, place_id) or find_place(place_id)) if place_id else None
        if place is not None:
            places[place.id] = place
    sources = known_sources(session)
    kept = ingested_report(session, key) if key else None
    text, story = (None, None) if kept is None else (kept.text, kept.story)
    again = tuple(cited_again(session, [one.number for one in proposals]))
    told_by = _reports(session, sorted({one.report_id for one in again}))
    return Article(
        *(report, text, proposals, places, sources, revision, story),
        cited_again=again,
        told_by=told_by,
    )


def also_told_by(session: Session, event_id: str) -> list[Citation]:
    """The reports that tell of an event beside its own."""
    return citations_of(session, [event_id], latest_revision(session)).get(event_id, [])


def _reports(session: Session, ids: list[str]) -> dict[str, Report]:
    """Reports of the atlas, and those that were ingested and wait for an accepted statement."""
    of_atlas = load_reports(session, latest_revision(session), ids)
    return {**waiting_reports(session, ids), **of_atlas}
