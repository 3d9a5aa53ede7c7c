"""Events and figures of some places, and the reports that statements stand in."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from geomap.domain.record import Dated
from geomap.domain.statements import Event, Figure, Report, Source
from geomap.storage.models import EventRow, FigureRow, ReportRow
from geomap.storage.records import event_of, figure_of, report_of
from geomap.storage.revisions import rows_of, versions_at
from geomap.storage.selection import portions


def dated_events(
    session: Session, revision: int, distances: Mapping[str, float], known: date | None
) -> list[Dated]:
    """When and where each event of some places is; `distances` in km, by place."""
    columns = (EventRow.pk, EventRow.place_id, EventRow.earliest, EventRow.latest)
    query = select(*columns).where(versions_at(session, EventRow, revision))
    if known is not None:
        query = query.where(EventRow.known <= known)
    return [
        Dated(pk, place_id, earliest, latest, distances[place_id])
        for portion in portions(distances.keys())
        for pk, place_id, earliest, latest in rows_of(
            session, query.where(EventRow.place_id.in_(portion))
        )
    ]


def load_events(
    session: Session, keys: Collection[int], sources: Mapping[str, Source]
) -> dict[int, Event]:
    """Whole events by the keys that `dated_events` gives."""
    rows = session.scalars(select(EventRow).where(EventRow.pk.in_(keys)))
    return {row.pk: event_of(row, sources) for row in rows}


def load_figures(
    session: Session, revision: int, place_id: str, sources: Mapping[str, Source]
) -> list[Figure]:
    """The figures on a place, by date."""
    query = select(FigureRow).where(
        versions_at(session, FigureRow, revision), FigureRow.place_id == place_id
    )
    rows = session.scalars(query.order_by(FigureRow.earliest, FigureRow.id))
    return [figure_of(row, sources) for row in rows]


def load_reports(session: Session, revision: int, ids: Iterable[str]) -> dict[str, Report]:
    """The reports of these ids."""
    current = versions_at(session, ReportRow, revision)
    return {
        row.id: report_of(row)
        for portion in portions(set(ids))
        for row in session.scalars(select(ReportRow).where(current, ReportRow.id.in_(portion)))
    }
