"""One statement at a time: find its current version, begin a version, end one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from geomap.domain.statements import Claim, Event, Figure, Place, Source, Statement
from geomap.storage import records as columns
from geomap.storage.atlases import load_sources
from geomap.storage.by_hand import ACCEPTED
from geomap.storage.columns import Versioned
from geomap.storage.ingested import (
    SOURCES,
    has_report,
    waiting_reports,
    waiting_source,
    waiting_sources,
)
from geomap.storage.models import (
    ActorRow,
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    SourceRow,
)
from geomap.storage.revisions import close, found_before, latest_revision

_Row = ClaimRow | EventRow | FigureRow
_Rows = type[ClaimRow] | type[EventRow] | type[FigureRow]
_ROWS: dict[type[Statement], _Rows] = {Claim: ClaimRow, Event: EventRow, Figure: FigureRow}


PLACES, WAITING = "places", "reports that wait"


@dataclass(frozen=True, slots=True)
class Standing:
    """The current version of a statement."""

    pk: int
    statement: Claim | Event | Figure
    since: int
    """The revision that made it."""
    origin: str


def current_statement(session: Session, kind: type[Statement], key: str) -> Standing | None:
    """The current version of a statement, or None where there is none."""
    model = _ROWS[kind]
    found = session.scalar(select(model).where(model.id == key, model.until.is_(None)))
    if found is None:
        return None
    row = cast("_Row", found)
    return Standing(row.pk, _statement_of(session, row), row.since, row.origin)


def _statement_of(session: Session, row: _Row) -> Claim | Event | Figure:
    sources = load_sources(session, latest_revision(session))
    if isinstance(row, ClaimRow):
        values = [getattr(row, column.key) for column in columns.CLAIM]
        return next(columns.claims_of([values], sources))
    if isinstance(row, EventRow):
        return columns.event_of(row, sources)
    return columns.figure_of(row, sources)


def begin_statement(session: Session, statement: Statement, origin: str, revision: int) -> None:
    """Begin a version of a statement; no other may be current."""
    version = {"id": statement.id, "since": revision, "origin": origin}
    session.execute(insert(_ROWS[type(statement)]), [version | _columns(statement)])


def end_statement(session: Session, standing: Standing, revision: int) -> None:
    """End the current version of a statement."""
    close(session, _ROWS[type(standing.statement)], [standing.pk], revision)


def _columns(statement: Statement) -> dict[str, Any]:
    if isinstance(statement, Claim):
        return columns.claim_columns(statement)
    if isinstance(statement, Event):
        return columns.event_columns(statement)
    if isinstance(statement, Figure):
        return columns.figure_columns(statement)
    raise TypeError(f"{type(statement).__name__} is no kind of statement")


def missing_references(session: Session, statement: Statement) -> Iterator[tuple[str, str]]:
    """The source, report and actors that a statement names and the atlas does not have."""
    for part, model, key in _references(statement):
        if not _exists(session, model, key) and not _waits(session, model, key):
            yield part, key


def _references(statement: Statement) -> Iterator[tuple[str, type[Versioned], str]]:
    yield "source", SourceRow, statement.source_id
    if statement.report_id is not None:
        yield "report", ReportRow, statement.report_id
    if isinstance(statement, Claim):
        named = {"holder": statement.holder, "loser": statement.loser}
        yield from ((part, ActorRow, actor) for part, actor in named.items() if actor)
    elif isinstance(statement, Event):
        yield from (("actors", ActorRow, actor) for actor in statement.actors)
    elif isinstance(statement, Figure) and statement.actor_id is not None:
        yield "actor", ActorRow, statement.actor_id


def _exists(session: Session, model: type[Versioned], key: str) -> bool:
    known = found_before(session, model.__name__)
    if key not in known:
        current = select(model.pk).where(model.id == key, model.until.is_(None))
        if session.scalar(current) is None:
            return False  # It may be added yet.
        known[key] = True
    return True


def _waits(session: Session, model: type[Versioned], key: str) -> bool:
    """Whether it is a source or a report that comes with the first statement accepted from it."""
    if model is SourceRow:
        return key in known_sources(session)
    if model is not ReportRow:
        return False
    known = found_before(session, WAITING)
    if key not in known and has_report(session, key):
        known[key] = True
    return key in known


def known_sources(session: Session) -> dict[str, Source]:
    """The sources of the atlas as it is, and those that would come with an accepted statement."""
    known = found_before(session, SOURCES)
    if not known:
        known |= waiting_sources(session)
        known |= load_sources(session, latest_revision(session))
    return dict(known)


def begin_origin(session: Session, statement: Statement, revision: int) -> None:
    """Bring the source and the report of a statement where the atlas lacks them still."""
    key = statement.report_id
    report = None
    if key is not None and not _exists(session, ReportRow, key):
        report = waiting_reports(session, [key]).get(key)
    version = {"since": revision, "origin": ACCEPTED}
    for source_id in {statement.source_id} | ({report.source_id} if report else set()):
        if not _exists(session, SourceRow, source_id):
            source = waiting_source(session, source_id)
            if source is not None:
                values = columns.source_columns(source)
                session.execute(insert(SourceRow), [{"id": source.id} | version | values])
                found_before(session, SOURCES).clear()
    if report is not None:
        values = columns.report_columns(report)
        session.execute(insert(ReportRow), [{"id": report.id} | version | values])


def current_place(session: Session, key: str) -> Place | None:
    """A place of the atlas as it is now, or None where the atlas does not have it."""
    known = found_before(session, PLACES)
    if key not in known:
        query = select(*columns.PLACE).where(PlaceRow.id == key, PlaceRow.until.is_(None))
        row = session.execute(query).first()
        if row is None:
            return None  # It may be brought yet.
        known[key] = Place(*row)
    place: Place = known[key]
    return place


def begin_place(session: Session, place: Place, revision: int) -> None:
    """Bring a place that the atlas does not have yet."""
    version = {"id": place.id, "since": revision, "origin": ACCEPTED}
    session.execute(insert(PlaceRow), [version | columns.place_columns(place)])


def end_unused_place(session: Session, key: str, revision: int) -> bool:
    """End an accepted place on which no statement rests any more; whether there was one."""
    query = select(PlaceRow.pk).where(
        PlaceRow.id == key, PlaceRow.until.is_(None), PlaceRow.origin == ACCEPTED
    )
    pk = session.scalar(query)
    if pk is None or any(_rests_on(session, model, key) for model in _ROWS.values()):
        return False
    close(session, PlaceRow, [pk], revision)
    return True


def _rests_on(session: Session, model: _Rows, place_id: str) -> bool:
    query = select(model.pk).where(model.place_id == place_id, model.until.is_(None)).limit(1)
    return session.scalar(query) is not None
