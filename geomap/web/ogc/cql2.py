"""CQL2 (OGC 21-065r2) as conditions: every property, value and shape is checked by declaration."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from math import isfinite
from typing import Any

import shapely
from shapely.errors import ShapelyError
from shapely.geometry.base import BaseGeometry

from geomap.domain.items.collections import Collection
from geomap.domain.items.conditions import (
    ID,
    All,
    Between,
    Comparator,
    Compared,
    Condition,
    Intersects,
    IsNull,
    Like,
    Not,
    OneOf,
    Related,
    Relation,
    Value,
)
from geomap.domain.items.conditions import (
    Any as AnyOf,
)
from geomap.domain.items.properties import Kind, Property
from geomap.errors import InvalidParameter
from geomap.web.ogc.coordinates import Crs, box_shape
from geomap.web.ogc.cql2_text import DEEPEST, document_of
from geomap.web.ogc.times import day_of, interval_between

GEOMETRY = "geometry"
MOST_VALUES = 1000
MOST_CONDITIONS = 200
LONGEST_SHOWN = 60
_OPPOSITE = {"<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "<>": "<>"}
_RELATIONS = {one.value.lower(): one for one in Relation}
_ID = Property(ID, "The id of the item")


def condition_of(text: str, language: str, collection: Collection, crs: Crs) -> Condition:
    """Read a filter in a language, `cql2-text` or `cql2-json`; shapes are in a CRS.

    Raises InvalidParameter for what cannot be read or asked of the collection.
    """
    if language == "cql2-text":
        document: Any = document_of(text)
    else:
        try:
            document = json.loads(text, parse_constant=_no_number)
            json.dumps(document, ensure_ascii=False).encode()  # Half a character is no text.
        except (ValueError, RecursionError):
            raise _refused(
                "is no JSON; give CQL2 as a JSON object, or as text by filter-lang=cql2-text."
            ) from None
    return _Reading(collection, crs).condition(document, 0)


def _no_number(name: str) -> float:
    raise ValueError(name)


def _refused(detail: str) -> InvalidParameter:
    return InvalidParameter("filter", detail)


class _Reading:
    """Reads the document of one filter."""

    def __init__(self, collection: Collection, crs: Crs) -> None:
        self._collection = collection
        self._crs = crs
        self._read = 0

    def condition(self, document: Any, depth: int) -> Condition:
        """A condition and those in it."""
        if depth > 2 * DEEPEST:
            raise _refused(f"nests deeper than {DEEPEST} levels.")
        self._read += 1
        if self._read > MOST_CONDITIONS:
            raise _refused(f"has more than {MOST_CONDITIONS} conditions; IN takes many values.")
        operator, args = _operation(document)
        joined: Mapping[str, Callable[[tuple[Condition, ...]], Condition]] = {
            "and": All,
            "or": AnyOf,
        }
        if operator in joined:
            return joined[operator](tuple(self.condition(one, depth + 1) for one in args))
        if operator == "not":
            (inner,) = _exactly(1, args, operator)
            return Not(self.condition(inner, depth + 1))
        return self._predicate(operator, args)

    def _predicate(self, operator: str, args: Sequence[Any]) -> Condition:
        readers: Mapping[str, Callable[[Sequence[Any]], Condition]] = {
            "like": self._like,
            "between": self._between,
            "in": self._in,
            "isnull": self._is_null,
            "s_intersects": self._intersects,
            **{sign: partial(self._compared, sign) for sign in _OPPOSITE},
            **{name: partial(self._related, one) for name, one in _RELATIONS.items()},
        }
        read = readers.get(operator.lower())
        if read is None:
            known = ", ".join(("and", "or", "not", *readers))
            raise _refused(f"{operator[:LONGEST_SHOWN]!r} is no operator here; known: {known}.")
        return read(args)

    def _compared(self, sign: str, args: Sequence[Any]) -> Condition:
        left, right = _exactly(2, args, sign)
        if not _is_property(left):
            left, right, sign = right, left, _OPPOSITE[sign]
        found = self._property(left)
        return Compared(found.name, Comparator(sign), _value(found, right))

    def _like(self, args: Sequence[Any]) -> Condition:
        left, pattern = _exactly(2, args, "like")
        found = self._property(left)
        if found.kind is not Kind.TEXT or not isinstance(pattern, str):
            raise _refused(f"LIKE compares a text with a pattern; {found.name} is {found.kind}.")
        return Like(found.name, pattern)

    def _between(self, args: Sequence[Any]) -> Condition:
        left, low, high = _exactly(3, args, "between")
        found = self._property(left)
        return Between(found.name, _value(found, low), _value(found, high))

    def _in(self, args: Sequence[Any]) -> Condition:
        left, values = _exactly(2, args, "in")
        if not isinstance(values, list) or not 0 < len(values) <= MOST_VALUES:
            raise _refused(f"IN wants a list of 1 to {MOST_VALUES} values.")
        found = self._property(left)
        return OneOf(found.name, tuple(_value(found, one) for one in values))

    def _is_null(self, args: Sequence[Any]) -> Condition:
        (operand,) = _exactly(1, args, "isNull")
        return IsNull(self._property(operand).name)

    def _property(self, operand: Any) -> Property:
        name = operand.get("property") if _is_property(operand) else None
        if name is None:
            raise _refused("compares two values; one side must be a property.")
        found = _ID if name == ID else self._collection.property_named(str(name))
        if found is None or not found.queryable:
            known = ", ".join((ID, *(one.name for one in self._collection.queryables)))
            raise _refused(
                f"{str(name)[:LONGEST_SHOWN]!r} is no queryable of {self._collection.id}; known:"
                f" {known}."
            )
        return found

    def _intersects(self, args: Sequence[Any]) -> Condition:
        left, right = _exactly(2, args, "s_intersects")
        if not _is_property(left):
            left, right = right, left
        if not _is_property(left) or left["property"] != GEOMETRY or _is_property(right):
            raise _refused(f"S_INTERSECTS wants the property {GEOMETRY} and a shape.")
        return Intersects(self._shape(right))

    def _shape(self, document: Any) -> BaseGeometry:
        if isinstance(document, dict) and "bbox" in document:
            return box_shape("filter", document["bbox"], self._crs)
        try:
            shape = (
                shapely.from_wkt(document["wkt"])
                if isinstance(document, dict) and "wkt" in document
                else shapely.from_geojson(json.dumps(document))
            )
        except (ShapelyError, TypeError, ValueError):
            raise _refused("has a shape that cannot be read; give WKT, or GeoJSON.") from None
        if shape is None or shape.is_empty or not all(map(isfinite, shape.bounds)):
            raise _refused("has a shape without coordinates.")
        if not shape.is_valid:
            raise _refused(f"has a shape that is not valid: {shapely.is_valid_reason(shape)}.")
        return self._crs.to_degrees("filter", shape)

    def _related(self, relation: Relation, args: Sequence[Any]) -> Condition:
        left, right = _exactly(2, args, relation.value)
        name = self._time_of_item(left)
        if not isinstance(right, dict):
            raise _refused(f"{relation.value} wants a DATE, a TIMESTAMP or an INTERVAL of them.")
        if "interval" in right:
            bounds = right["interval"]
            if not isinstance(bounds, list):
                raise _refused("INTERVAL wants two bounds.")
            first, last = (_bound(one) for one in _exactly(2, bounds, "INTERVAL"))
            return Related(relation, name, interval_between("filter", first, last))
        text = _instant(right)
        return Related(relation, name, interval_between("filter", text, text))

    def _time_of_item(self, operand: Any) -> str | None:
        """The property of a day, or None for the whole time of an item."""
        if isinstance(operand, dict) and operand.get("interval") == [
            {"property": "start"},
            {"property": "end"},
        ]:
            return None
        found = self._property(operand)
        if found.kind is not Kind.DAY:
            raise _refused(
                f"{found.name} is no day; compare a day, or INTERVAL(start,end) for the whole time."
            )
        return found.name


def _operation(document: Any) -> tuple[str, Sequence[Any]]:
    if isinstance(document, dict):
        operator, args = document.get("op"), document.get("args")
        if isinstance(operator, str) and isinstance(args, list):
            return operator, args
    raise _refused('is no condition; give {"op": ..., "args": [...]}.')


def _exactly(number: int, args: Sequence[Any], operator: str) -> Sequence[Any]:
    if len(args) != number:
        raise _refused(f"{operator} wants {number} operands, not {len(args)}.")
    return args


def _is_property(operand: Any) -> bool:
    return isinstance(operand, dict) and isinstance(operand.get("property"), str)


def _instant(operand: Mapping[str, Any]) -> str:
    text = operand.get("date", operand.get("timestamp"))
    if not isinstance(text, str):
        raise _refused("wants a day such as DATE('2017-10-17').")
    return text


def _bound(operand: Any) -> str | None:
    """One bound of an interval; None where it is open."""
    text = _instant(operand) if isinstance(operand, dict) else operand
    if not isinstance(text, str):
        raise _refused("wants bounds such as INTERVAL('2017-01-01','..').")
    return None if text == ".." else text


def _value(found: Property, operand: Any) -> Value:
    """A value as the property is declared."""
    kind = found.kind
    if kind is Kind.DAY:
        return _day(found, operand)
    fits: Mapping[Kind, bool] = {
        Kind.TEXT: isinstance(operand, str),
        Kind.BOOLEAN: isinstance(operand, bool),
        Kind.NUMBER: _is_number(operand),
        Kind.INTEGER: _is_number(operand),
    }
    if not fits[kind]:
        raise _refused(f"compares {found.name}, which is {kind}, with another kind of value.")
    value: Value = operand
    return value


def _is_number(operand: Any) -> bool:
    is_number = isinstance(operand, int | float) and not isinstance(operand, bool)
    return is_number and isfinite(operand) and abs(operand) < 2**62


def _day(found: Property, operand: Any) -> date:
    text = operand if isinstance(operand, str) else None
    if isinstance(operand, dict):
        text = _instant(operand)
    if text is None:
        raise _refused(f"{found.name} is a day; compare it with DATE('2017-10-17').")
    return day_of("filter", text)
