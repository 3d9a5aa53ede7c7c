"""Conditions of the domain as SQL. Values are always bound, never written into a sentence."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import singledispatch
from operator import eq, ge, gt, le, lt, ne
from typing import Any, NamedTuple, TypeAlias, cast

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    case,
    false,
    func,
    literal,
    not_,
    null,
    or_,
    true,
)

from geomap.domain.items import conditions as asked
from geomap.domain.items.conditions import ID, Comparator, Condition, Interval, Relation, Value
from geomap.storage.functions import like
from geomap.storage.items.areas import touching
from geomap.storage.items.sources import Source, TimeColumns

Truth: TypeAlias = ColumnElement[bool]
_ONE_DAY = timedelta(days=1)
_UNTIL, _AFTER = "until_day", "after_day"
_COMPARISONS: Mapping[Comparator, Callable[[Any, Any], Any]] = {
    Comparator.EQUAL: eq,
    Comparator.UNEQUAL: ne,
    Comparator.LESS: lt,
    Comparator.LESS_OR_EQUAL: le,
    Comparator.GREATER: gt,
    Comparator.GREATER_OR_EQUAL: ge,
}


class Operand(NamedTuple):
    """An expression, and how many days it lies before what it stands for."""

    expression: Any
    days_before: int = 0

    def __call__(self, value: Value) -> Value:
        """A value as it compares with the expression."""
        return _before(value) if self.days_before and isinstance(value, date) else value


def _before(day: date) -> date:
    return day if day == date.min else day - _ONE_DAY


@singledispatch
def truth_of(condition: Condition, source: Source) -> Truth:
    """Whether a condition holds for the items of a source."""
    raise TypeError(f"{type(condition).__name__} is no condition on {source.key}")


@truth_of.register
def _(condition: asked.All, source: Source) -> Truth:
    return and_(true(), *(truth_of(one, source) for one in condition.conditions))


@truth_of.register
def _(condition: asked.Any, source: Source) -> Truth:
    return or_(false(), *(truth_of(one, source) for one in condition.conditions))


@truth_of.register
def _(condition: asked.Not, source: Source) -> Truth:
    return not_(truth_of(condition.condition, source))


@truth_of.register
def _(condition: asked.Compared, source: Source) -> Truth:
    operand = operand_of(source, condition.name)
    compare = _COMPARISONS[condition.comparator]
    value = literal(operand(condition.value), operand.expression.type)
    truth: Truth = compare(operand.expression, value)
    return truth


@truth_of.register
def _(condition: asked.Between, source: Source) -> Truth:
    operand = operand_of(source, condition.name)
    truth: Truth = operand.expression.between(operand(condition.low), operand(condition.high))
    return truth


@truth_of.register
def _(condition: asked.OneOf, source: Source) -> Truth:
    listed = source.lists.get(condition.name)
    if listed is not None:
        held = (listed.contains(f'"{one}"', autoescape=True) for one in condition.values)
        return or_(false(), *held)
    operand = operand_of(source, condition.name)
    truth: Truth = operand.expression.in_([operand(one) for one in condition.values])
    return truth


@truth_of.register
def _(condition: asked.Like, source: Source) -> Truth:
    return like(operand_of(source, condition.name).expression, condition.pattern)


@truth_of.register
def _(condition: asked.IsNull, source: Source) -> Truth:
    truth: Truth = operand_of(source, condition.name).expression.is_(None)
    return truth


@truth_of.register
def _(condition: asked.Intersects, source: Source) -> Truth:
    return touching(source.geometry, condition.shape)


@truth_of.register
def _(condition: asked.Related, source: Source) -> Truth:
    if condition.name is None:
        if source.time is None:
            return false()
        bounds = _bounds_of(source.time)
    else:
        expression = operand_of(source, condition.name).expression
        bounds = Operand(expression), Operand(expression, 1)
    return _related(condition.relation, bounds, condition.interval)


def overlapping(time: TimeColumns, interval: Interval) -> Truth:
    """Whether the time of items overlaps an interval."""
    return _related(Relation.INTERSECTS, _bounds_of(time), interval)


def overlapping_named(time: TimeColumns) -> Truth:
    """The same, with names for what `overlap_values` gives."""
    start, end = _bounds_of(time)
    until = bindparam(_UNTIL, type_=start.expression.type)
    return and_(
        start.expression < until, end.expression > bindparam(_AFTER, type_=start.expression.type)
    )


def overlap_values(time: TimeColumns, interval: Interval) -> Mapping[str, Value]:
    """The bounds of an interval as they compare with the time of items."""
    _start, end = _bounds_of(time)
    first, last = interval.start or date.min, interval.end or date.max
    return {_UNTIL: last, _AFTER: _as_end(end, first)}


def operand_of(source: Source, name: str) -> Operand:
    """A property as SQL; NULL where it has no value."""
    if name == ID:
        return Operand(source.id)
    if source.time is not None and name == "start":
        return Operand(
            _unless(source.time.start, date.min) if source.time.latest else source.time.start
        )
    if source.time is not None and name == "end":
        if source.time.latest is not None:
            return Operand(_unless(source.time.latest, date.max), 1)
        return Operand(source.time.end)
    return Operand(source.properties[name])


def _unless(expression: Any, bound: date) -> Any:
    """NULL for a bound that is open."""
    return case((expression == bound, null()), else_=expression)


def _bounds_of(time: TimeColumns) -> tuple[Operand, Operand]:
    """Start and end, with date.min and date.max where they are open."""
    if time.latest is not None:
        return Operand(time.start), Operand(time.latest, 1)
    return Operand(time.start), Operand(func.coalesce(time.end, date.max))


def _related(relation: Relation, bounds: tuple[Operand, Operand], interval: Interval) -> Truth:
    start, end = bounds
    first, last = interval.start or date.min, interval.end or date.max

    ends = _as_end(end, first), _as_end(end, last)
    return _RELATIONS[relation](_Sides(start.expression, end.expression, first, last, *ends))


def _as_end(end: Operand, day: date) -> Value:
    """A day as ends compare; one that is open is stored as the last day of all in any case."""
    return day if day == date.max else end(day)


class _Sides(NamedTuple):
    """What is compared: the bounds of an item, and those of an interval, also as ends compare."""

    s: Any
    e: Any
    first: date
    last: date
    first_end: Value
    last_end: Value


_RELATIONS: Mapping[Relation, Callable[[_Sides], Truth]] = {
    Relation.INTERSECTS: lambda on: and_(on.s < on.last, on.e > on.first_end),
    Relation.DISJOINT: lambda on: or_(on.s >= on.last, on.e <= on.first_end),
    Relation.AFTER: lambda on: cast("Truth", on.s >= on.last),
    Relation.BEFORE: lambda on: cast("Truth", on.e <= on.first_end),
    Relation.DURING: lambda on: and_(on.s > on.first, on.e < on.last_end),
    Relation.CONTAINS: lambda on: and_(on.s < on.first, on.e > on.last_end),
    Relation.EQUALS: lambda on: and_(on.s == on.first, on.e == on.last_end),
    Relation.MEETS: lambda on: cast("Truth", on.e == on.first_end),
    Relation.MET_BY: lambda on: cast("Truth", on.s == on.last),
    Relation.STARTS: lambda on: and_(on.s == on.first, on.e < on.last_end),
    Relation.STARTED_BY: lambda on: and_(on.s == on.first, on.e > on.last_end),
    Relation.FINISHES: lambda on: and_(on.s > on.first, on.e == on.last_end),
    Relation.FINISHED_BY: lambda on: and_(on.s < on.first, on.e == on.last_end),
    Relation.OVERLAPS: lambda on: and_(on.s < on.first, on.e > on.first_end, on.e < on.last_end),
    Relation.OVERLAPPED_BY: lambda on: and_(on.s > on.first, on.s < on.last, on.e > on.last_end),
}
"""Each is put together only when it is asked for: that takes longer than to ask."""
