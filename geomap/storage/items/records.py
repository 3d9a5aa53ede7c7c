"""The collections that are records of the atlas: statements, places and reports."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

import numpy as np
import orjson
import shapely
from shapely import Point
from sqlalchemy import Select, String, and_, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import Session

from geomap.domain.items.queries import Feature
from geomap.storage.items.sources import (
    Asked,
    At,
    Expression,
    Joined,
    PointColumns,
    Row,
    Source,
    Texts,
    TimeColumns,
    at_revision,
)
from geomap.storage.items.texts import StatementRow, day_after, list_text, texts_of
from geomap.storage.models import (
    ClaimRow,
    EventRow,
    FigureRow,
    PlaceRow,
    ReportRow,
    SourceRow,
)
from geomap.storage.text_models import ClaimTextRow, EventTextRow, StatementText

_TEXTS: Mapping[StatementRow, type[StatementText]] = {
    EventRow: EventTextRow,
    ClaimRow: ClaimTextRow,
}
_ONE_DAY = timedelta(days=1)
_FIRST = date.min.isoformat()
Own = Sequence[tuple[str, Expression]]
"""The properties of one kind of statement, by their names, with their columns."""


def day_text(column: Expression) -> Expression:
    """A day as JSON has it, as it is stored: to make a date of it first would take longer."""
    return sql_cast(column, String)


def start_of(earliest: str) -> str | None:
    """The first day of what begins on a day; None where that is open."""
    return None if earliest == _FIRST else earliest


@lru_cache(maxsize=100_000)
def end_of(latest: str) -> str | None:
    """The day after a last day; None where that is open."""
    last = date.fromisoformat(latest)
    return None if last == date.max else (last + _ONE_DAY).isoformat()


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
    told = shared | {"known": day_text(model.known)}
    return Source(
        columns=(
            *(model.id, day_text(model.earliest), day_text(model.latest), *place),
            *(texts.get(name, column) for name, column in own),
            *told.values(),
        ),
        key=(model.id,),
        key_of=_own_id,
        selected=at_revision(_joined(model), model),
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
        texts=_texts(model, dict(own) | texts | told, lists),
    )


def _texts(
    model: StatementRow, told: Mapping[str, Expression], lists: frozenset[str]
) -> Texts | None:
    """The texts of statements, which are kept of those that can be many."""
    if model not in _TEXTS:
        return None
    properties: dict[str, Expression] = {}
    for name, column in told.items():
        if name == "known":
            properties["start"] = func.nullif(day_text(model.earliest), _FIRST)
            properties["end"] = day_after(day_text(model.latest))
        properties[name] = list_text(column) if name in lists else column
    return texts_of(model, _TEXTS[model], properties, _joined(model))


def _joined(model: StatementRow) -> Joined:
    def joined(at: At) -> Select[*tuple[Any, ...]]:
        place = and_(PlaceRow.id == model.place_id, at(PlaceRow))
        source = and_(SourceRow.id == model.source_id, at(SourceRow))
        tables = select().select_from(model).outerjoin(PlaceRow, place).join(SourceRow, source)
        return tables.where(at(model))

    return joined


def _statement_features(
    own: Sequence[str], lists: frozenset[str], shared: Sequence[str]
) -> Callable[[Session, Asked, Sequence[Row]], list[Feature]]:
    before = len(own) + shared.index("known")
    names = (*own, *shared)
    names = (*names[:before], "start", "end", *names[before:])
    positions = [number for number, name in enumerate(names) if name in lists]

    def features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
        del session, asked
        made = []
        where = points([row[3:5] for row in rows])
        for point, (key, earliest, latest, _x, _y, *told) in zip(where, rows, strict=True):
            for position in positions:
                told[position] = orjson.loads(told[position])
            told[before:before] = start_of(earliest), end_of(latest)
            made.append(Feature(key, point, dict(zip(names, told, strict=True))))
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
        Feature(row[0], point, dict(zip(names, row[3:], strict=True)))
        for point, row in zip(where, rows, strict=True)
    ]


PLACES = Source(
    columns=(
        *(PlaceRow.id, PlaceRow.longitude, PlaceRow.latitude, PlaceRow.name, PlaceRow.names),
        *(PlaceRow.kind, PlaceRow.country, PlaceRow.admin1, PlaceRow.population),
    ),
    key=(PlaceRow.id,),
    key_of=_own_id,
    selected=at_revision(_places, PlaceRow),
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
        told = (*values[:dated], start_of(earliest), end_of(latest), *values[dated:])
        made.append(Feature(key, None, dict(zip(names, told, strict=True))))
    return made


REPORTS = Source(
    columns=(
        *(ReportRow.id, day_text(ReportRow.earliest), day_text(ReportRow.latest)),
        *_REPORT.values(),
    ),
    key=(ReportRow.id,),
    key_of=_own_id,
    selected=at_revision(_reports, ReportRow),
    features=_report_features,
    properties=_REPORT,
    time=TimeColumns(ReportRow.earliest, latest=ReportRow.latest),
    known=ReportRow.earliest,
    id=ReportRow.id,
    lean=ReportRow,
)
