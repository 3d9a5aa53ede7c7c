"""The collections that are records of the atlas: statements, places and reports."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

import numpy as np
import orjson
import shapely
from shapely import Point
from sqlalchemy import Select, String, and_, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from geomap.domain.items.queries import Feature
from geomap.storage.items.sources import (
    Asked,
    At,
    Expression,
    PointColumns,
    Row,
    Source,
    TimeColumns,
    at_revision,
)
from geomap.storage.models import (
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    SourceRow,
)

_ONE_DAY = timedelta(days=1)
StatementRow = type[ClaimRow] | type[EventRow] | type[FigureRow]
Own = Sequence[tuple[str, Expression]]
"""The properties of one kind of statement, by their names, with their columns."""


def span(earliest: date, latest: date) -> tuple[date | None, date | None]:
    """The half-open bounds of a date; None where they are open."""
    start = None if earliest == date.min else earliest
    return start, None if latest == date.max else latest + _ONE_DAY


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def points(positions: Sequence[Row]) -> list[Point | None]:
    """Points of longitude and latitude; None where either is missing."""
    made: Any = shapely.points(np.array(positions, np.float64).reshape(-1, 2), handle_nan="skip")
    made[shapely.is_empty(made)] = None
    return list(made)


def _own_id(text: str) -> tuple[str]:
    return (text,)


def _statements(model: StatementRow, own: Own, lists: frozenset[str] = frozenset()) -> Source:
    """A collection of statements, each with its place, its source and its own properties."""
    named = {name: column for name, column in own if name not in lists}
    shared: dict[str, Expression] = {
        "place_id": model.place_id,
        "name": PlaceRow.name,
        "country": PlaceRow.country,
        "when": model.when,
        "known": model.known,
        "source_id": model.source_id,
        "source": SourceRow.name,
        "grade": SourceRow.reliability + sql_cast(model.credibility, String),
        "report_id": model.report_id,
        "summary": model.summary,
        "quote": model.quote,
    }
    texts = {name: sql_cast(column, String) for name, column in own if name in lists}
    place = (PlaceRow.longitude, PlaceRow.latitude)
    return Source(
        columns=(
            *(model.id, model.earliest, model.latest, *place),
            *(texts.get(name, column) for name, column in own),
            *shared.values(),
        ),
        key=(model.id,),
        key_of=_own_id,
        selected=_joined(model),
        features=_statement_features([name for name, _ in own], lists, list(shared)),
        properties=named | shared,
        lists=texts,
        geometry=PointColumns(*place),
        time=TimeColumns(model.earliest, latest=model.latest),
        known=model.known,
        id=model.id,
        lean=model,
        table=model.__tablename__,
        pk=model.pk,
    )


def _joined(model: StatementRow) -> Callable[[Session, int], Select[*tuple[Any, ...]]]:
    def joined(at: At) -> Select[*tuple[Any, ...]]:
        place = and_(PlaceRow.id == model.place_id, at(PlaceRow))
        source = and_(SourceRow.id == model.source_id, at(SourceRow))
        tables = select().select_from(model).outerjoin(PlaceRow, place).join(SourceRow, source)
        return tables.where(at(model))

    return at_revision(joined)


def _statement_features(
    own: Sequence[str], lists: frozenset[str], shared: Sequence[str]
) -> Callable[[Session, Asked, Sequence[Row]], list[Feature]]:
    before = shared.index("known")
    names = (*own, *shared[:before], "start", "end", *shared[before:])
    split = len(own) + before
    known = split
    positions = [number for number, name in enumerate(own) if name in lists]

    def features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
        del session, asked
        made = []
        for point, (key, earliest, latest, _x, _y, *values) in zip(
            points([row[3:5] for row in rows]), rows, strict=True
        ):
            start, end = span(earliest, latest)
            values[known] = values[known].isoformat()
            for position in positions:
                values[position] = orjson.loads(values[position])
            told = (*values[:split], iso(start), iso(end), *values[split:])
            made.append(Feature(key, point, dict(zip(names, told, strict=True)), start, end))
        return made

    return features


EVENTS = _statements(
    EventRow,
    (("kind", EventRow.kind), ("title", EventRow.title), ("actors", EventRow.actors)),
    frozenset({"actors"}),
)
CLAIMS = _statements(
    ClaimRow, (("effect", ClaimRow.effect), ("holder", ClaimRow.holder), ("loser", ClaimRow.loser))
)
FIGURES = _statements(
    FigureRow,
    (
        *(("measure", FigureRow.measure), ("unit", FigureRow.unit), ("value", FigureRow.value)),
        *(("low", FigureRow.low), ("high", FigureRow.high), ("actor", FigureRow.actor_id)),
    ),
)


def _places(at: At) -> Select[*tuple[Any, ...]]:
    return select().select_from(PlaceRow).where(at(PlaceRow))


def _place_features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
    del session, asked
    names = ("name", "names", "kind", "country", "admin1", "population")
    where = points([row[1:3] for row in rows])
    return [
        Feature(row[0], point, dict(zip(names, row[3:], strict=True)), None, None)
        for point, row in zip(where, rows, strict=True)
    ]


PLACES = Source(
    columns=(
        *(PlaceRow.id, PlaceRow.longitude, PlaceRow.latitude, PlaceRow.name, PlaceRow.names),
        *(PlaceRow.kind, PlaceRow.country, PlaceRow.admin1, PlaceRow.population),
    ),
    key=(PlaceRow.id,),
    key_of=_own_id,
    selected=at_revision(_places),
    features=_place_features,
    properties={
        "name": PlaceRow.name,
        "kind": PlaceRow.kind,
        "country": PlaceRow.country,
        "admin1": PlaceRow.admin1,
        "population": PlaceRow.population,
    },
    geometry=PointColumns(PlaceRow.longitude, PlaceRow.latitude),
    id=PlaceRow.id,
)


def _reports(at: At) -> Select[*tuple[Any, ...]]:
    source = and_(SourceRow.id == ReportRow.source_id, at(SourceRow))
    return select().select_from(ReportRow).join(SourceRow, source).where(at(ReportRow))


_REPORT: dict[str, Expression] = {
    "title": ReportRow.title,
    "source_id": ReportRow.source_id,
    "source": SourceRow.name,
    "publisher": ReportRow.publisher,
    "published": ReportRow.published,
    "language": ReportRow.language,
    "url": ReportRow.url,
    "note": ReportRow.note,
}


def _report_features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
    del session, asked
    dated = list(_REPORT).index("language")
    names = (*list(_REPORT)[:dated], "start", "end", *list(_REPORT)[dated:])
    made = []
    for key, earliest, latest, *values in rows:
        start, end = span(earliest, latest)
        told = (*values[:dated], iso(start), iso(end), *values[dated:])
        made.append(Feature(key, None, dict(zip(names, told, strict=True)), start, end))
    return made


REPORTS = Source(
    columns=(ReportRow.id, ReportRow.earliest, ReportRow.latest, *_REPORT.values()),
    key=(ReportRow.id,),
    key_of=_own_id,
    selected=at_revision(_reports),
    features=_report_features,
    properties=_REPORT,
    time=TimeColumns(ReportRow.earliest, latest=ReportRow.latest),
    known=ReportRow.earliest,
    id=ReportRow.id,
    lean=ReportRow,
)
