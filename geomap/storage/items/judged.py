"""The collections that follow from a rule: control, territory and fronts, as they are derived."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import shapely
from shapely import Point
from sqlalchemy import ColumnElement, LargeBinary, Select, String, and_, case, select, type_coerce
from sqlalchemy import cast as sql_cast
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from geomap.domain.control import Status
from geomap.domain.items.conditions import Value
from geomap.domain.items.queries import Feature
from geomap.storage.items.evidence import claim_documents
from geomap.storage.items.records import points
from geomap.storage.items.sources import (
    Asked,
    At,
    Expression,
    PointColumns,
    Row,
    Selected,
    ShapeColumns,
    Source,
    TimeColumns,
    at_revision,
)
from geomap.storage.models import CellRow, EdgeRow, PeriodRow, PlaceRow

_FROM = "@"
"""What stands in an id between the place and the first day; no id of a place has one."""
_BESIDE = "|"
"""What stands between two places."""
_HELD = Status.HELD.value


def _joined(
    *others: tuple[Any, ColumnElement[bool]],
) -> Selected:
    """The periods with their places and more tables, each with how it joins."""

    def joined(at: At) -> Select[*tuple[Any, ...]]:
        place = and_(PlaceRow.id == PeriodRow.place_id, at(PlaceRow))
        tables = select().select_from(PeriodRow).join(PlaceRow, place)
        for table, on in others:
            tables = tables.join(table, on)
        return tables

    return at_revision(joined)


def _period_key(text: str) -> tuple[Value, ...] | None:
    place, mark, day = text.rpartition(_FROM)
    try:
        return (place, date.fromisoformat(day)) if mark else None
    except ValueError:
        return None


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _control_features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
    evidence = [_in_question(json.loads(row[-1]), asked.day) for row in rows]
    named = {claim_id for of_one in evidence for claim_id, _first, _last in of_one}
    claims = claim_documents(session, asked.revision, named)
    where = points([row[3:5] for row in rows])
    return [
        _control(row, point, [claims[one[0]] for one in of_one], asked.day)
        for row, point, of_one in zip(rows, where, evidence, strict=True)
    ]


def _in_question(
    evidence: Iterable[tuple[str, str, str | None]], day: date | None
) -> list[tuple[str, str, str | None]]:
    """The claims of a day, or of the whole period; ISO days sort as days do."""
    if day is None:
        return list(evidence)
    on = day.isoformat()
    return [one for one in evidence if one[1] <= on and (one[2] is None or on < one[2])]


def _control(
    row: Row, point: Point | None, claims: list[dict[str, Any]], day: date | None
) -> Feature:
    (place, start, end, _x, _y, name, country, status, holder, holders) = row[:10]
    opposed, uncertain, candidates, stale, _evidence = row[10:]
    properties = {
        "place_id": place,
        "name": name,
        "country": country,
        "status": status,
        "holder": holder,
        "holders": json.loads(holders),
        "start": start.isoformat(),
        "end": _iso(end),
        "opposed": opposed,
        "uncertain": uncertain,
        "candidates": json.loads(candidates),
        "stale": _is_stale(stale, day, end),
        "evidence": claims,
    }
    key = f"{place}{_FROM}{start.isoformat()}"
    return Feature(key, point, properties)


def _is_stale(stale: str, day: date | None, end: date | None) -> bool:
    """Whether the holder is stale on a day, or else at the end of the period."""
    if stale == "[]":
        return False
    spans = json.loads(stale)
    if day is None:
        return bool(spans[-1][1] == _iso(end))
    return bool(_in_question([("", *span) for span in spans], day))


_PERIOD_ID = PeriodRow.place_id + _FROM + sql_cast(PeriodRow.start, String)
_PLACE: dict[str, Expression] = {
    "place_id": PeriodRow.place_id,
    "name": PlaceRow.name,
    "country": PlaceRow.country,
}
CONTROL = Source(
    columns=(
        *(PeriodRow.place_id, PeriodRow.start, PeriodRow.end),
        *(PlaceRow.longitude, PlaceRow.latitude, PlaceRow.name, PlaceRow.country),
        *(PeriodRow.status, PeriodRow.holder, sql_cast(PeriodRow.holders, String)),
        *(PeriodRow.opposed, PeriodRow.uncertain, sql_cast(PeriodRow.candidates, String)),
        *(sql_cast(PeriodRow.stale, String), sql_cast(PeriodRow.evidence, String)),
    ),
    key=(PeriodRow.place_id, PeriodRow.start),
    key_of=_period_key,
    selected=_joined(),
    features=_control_features,
    properties=_PLACE
    | {
        "status": PeriodRow.status,
        "holder": PeriodRow.holder,
        "opposed": PeriodRow.opposed,
        "uncertain": PeriodRow.uncertain,
        "stale": sql_cast(PeriodRow.stale, String) != "[]",
    },
    lists={
        "holders": sql_cast(PeriodRow.holders, String),
        "candidates": sql_cast(PeriodRow.candidates, String),
    },
    geometry=PointColumns(PlaceRow.longitude, PlaceRow.latitude),
    time=TimeColumns(PeriodRow.start, end=PeriodRow.end),
    id=_PERIOD_ID,
    lean=PeriodRow,
    table="control",
    pk=PeriodRow.pk,
)


def _binary(column: InstrumentedAttribute[Any]) -> Expression:
    """The stored bytes as they are, so that all are decoded at once."""
    return type_coerce(column, LargeBinary)


def _bounds(model: type[CellRow] | type[EdgeRow]) -> tuple[Any, Any, Any, Any]:
    return model.west, model.south, model.east, model.north


def _territory_features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
    del session, asked
    lands = shapely.orient_polygons(shapely.from_wkb([row[3] for row in rows]))
    made = []
    for land, row in zip(lands, rows, strict=True):
        place, start, end, _wkb, name, country, status, holder, holders, area = row
        properties = {
            "place_id": place,
            "name": name,
            "country": country,
            "status": status,
            "actor": holder,
            "holders": json.loads(holders),
            "start": start.isoformat(),
            "end": _iso(end),
            "area_km2": area,
        }
        key = f"{place}{_FROM}{start.isoformat()}"
        made.append(Feature(key, land, properties))
    return made


TERRITORY = Source(
    columns=(
        *(PeriodRow.place_id, PeriodRow.start, PeriodRow.end, _binary(CellRow.geometry)),
        *(PlaceRow.name, PlaceRow.country, PeriodRow.status, PeriodRow.holder),
        *(sql_cast(PeriodRow.holders, String), CellRow.area_km2),
    ),
    key=(PeriodRow.place_id, PeriodRow.start),
    key_of=_period_key,
    selected=_joined((CellRow, CellRow.place_id == PeriodRow.place_id)),
    features=_territory_features,
    properties=_PLACE
    | {
        "status": PeriodRow.status,
        "actor": PeriodRow.holder,
        "area_km2": CellRow.area_km2,
    },
    lists={"holders": sql_cast(PeriodRow.holders, String)},
    geometry=ShapeColumns(_binary(CellRow.geometry), _bounds(CellRow)),
    time=TimeColumns(PeriodRow.start, end=PeriodRow.end),
    id=_PERIOD_ID,
    pk=PeriodRow.pk,
)

_A, _B = aliased(PeriodRow, name="a"), aliased(PeriodRow, name="b")
_FRONT_START = case((_A.start >= _B.start, _A.start), else_=_B.start)
_FRONT_END = case(
    (_A.end.is_(None), _B.end), (_B.end.is_(None), _A.end), (_A.end <= _B.end, _A.end), else_=_B.end
)


def _fronts(at: At) -> Select[*tuple[Any, ...]]:
    del at
    unknown = Status.UNKNOWN.value
    differ = and_(_A.look != _B.look, _A.status != unknown, _B.status != unknown)
    together = and_(_A.end.is_(None) | (_A.end > _B.start), _B.end.is_(None) | (_B.end > _A.start))
    return (
        select()
        .select_from(EdgeRow)
        .join(_A, _A.place_id == EdgeRow.place_id)
        .join(_B, _B.place_id == EdgeRow.neighbour_id)
        .where(differ, together)
    )


def _front_key(text: str) -> tuple[Value, ...] | None:
    places, mark, day = text.rpartition(_FROM)
    first, between, second = places.partition(_BESIDE)
    try:
        return (first, second, date.fromisoformat(day)) if mark and between else None
    except ValueError:
        return None


def _front_features(session: Session, asked: Asked, rows: Sequence[Row]) -> list[Feature]:
    del session, asked
    lines = shapely.from_wkb([row[4] for row in rows])
    return [_front(line, row) for line, row in zip(lines, rows, strict=True)]


def _front(line: Any, row: Row) -> Feature:
    first, second, start, end, _wkb, length, *sides = row
    properties = {
        "a_place": first,
        "b_place": second,
        **_side("a", *sides[:3]),
        **_side("b", *sides[3:]),
        "start": start.isoformat(),
        "end": _iso(end),
        "length_km": length,
    }
    key = f"{first}{_BESIDE}{second}{_FROM}{start.isoformat()}"
    return Feature(key, line, properties)


def _side(name: str, status: str, holder: str | None, holders: str) -> Mapping[str, Any]:
    named = [holder] if status == _HELD else sorted(json.loads(holders))
    return {f"{name}_status": status, f"{name}_holder": holder, f"{name}_holders": named}


FRONTS = Source(
    columns=(
        *(EdgeRow.place_id, EdgeRow.neighbour_id, _FRONT_START, _FRONT_END),
        *(_binary(EdgeRow.geometry), EdgeRow.length_km),
        *(_A.status, _A.holder, sql_cast(_A.holders, String)),
        *(_B.status, _B.holder, sql_cast(_B.holders, String)),
    ),
    key=(EdgeRow.place_id, EdgeRow.neighbour_id, _FRONT_START),
    key_of=_front_key,
    selected=at_revision(_fronts),
    features=_front_features,
    properties={
        "a_place": EdgeRow.place_id,
        "b_place": EdgeRow.neighbour_id,
        "a_status": _A.status,
        "a_holder": _A.holder,
        "b_status": _B.status,
        "b_holder": _B.holder,
        "length_km": EdgeRow.length_km,
    },
    lists={"a_holders": sql_cast(_A.holders, String), "b_holders": sql_cast(_B.holders, String)},
    geometry=ShapeColumns(_binary(EdgeRow.geometry), _bounds(EdgeRow)),
    time=TimeColumns(_FRONT_START, end=_FRONT_END),
    id=EdgeRow.place_id + _BESIDE + EdgeRow.neighbour_id + _FROM + sql_cast(_FRONT_START, String),
)
