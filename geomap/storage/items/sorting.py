"""In which order items come, and from where a page goes on."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple, cast

from sqlalchemy import ColumnElement, and_, false, func, literal, or_, true, tuple_

from geomap.domain.items.conditions import Value
from geomap.domain.items.queries import Cursor, ItemsQuery
from geomap.errors import InvalidParameter
from geomap.storage.items.conditions import operand_of
from geomap.storage.items.sources import Row, Source


class Term(NamedTuple):
    """One of the things that items are sorted by."""

    expression: Any
    falls: bool
    nullable: bool


def order_of(terms: Sequence[Term], *, backwards: bool) -> list[Any]:
    """The order of a page, or of one that lies before a cursor."""
    return [
        term.expression.desc() if term.falls != backwards else term.expression for term in terms
    ]


def is_plain(query: ItemsQuery) -> bool:
    """Whether all items are wanted, in the order of their keys."""
    narrowed = query.conditions or query.interval or query.box or query.standpoint.known
    return not (narrowed or query.sort)


def terms_of(source: Source, query: ItemsQuery) -> list[Term]:
    """What the items of a query are sorted by; the key comes last."""
    asked = [Term(_sortable(source, one.name), one.falls, nullable=True) for one in query.sort]
    return [*asked, *(Term(column, falls=False, nullable=False) for column in source.key)]


def _sortable(source: Source, name: str) -> Any:
    """A property as it sorts; bounds that are open lie before and after all days."""
    if source.time is not None and name == "start":
        return source.time.start
    if source.time is not None and name == "end":
        if source.time.latest is not None:
            return source.time.latest
        return func.coalesce(source.time.end, date.max)
    return operand_of(source, name).expression


def beyond(terms: Sequence[Term], cursor: Cursor) -> ColumnElement[bool]:
    """The condition on what comes after the item of a cursor, or before it.

    Raises InvalidParameter for a cursor of another query.
    """
    check(terms, cursor)
    columns = [term.expression for term in terms]
    if not any(term.nullable for term in terms):
        # So written, SQLite finds the place in the index.
        items, item = tuple_(*columns), tuple_(*cursor.values)
        return items < item if cursor.backwards else items > item
    alternatives: list[ColumnElement[bool]] = []
    same: ColumnElement[bool] = true()
    for term, value in zip(terms, cursor.values, strict=True):
        alternatives.append(and_(same, _past(term, value, falls=term.falls != cursor.backwards)))
        same = and_(same, term.expression.is_(None) if value is None else term.expression == value)
    return or_(*alternatives)


def _past(term: Term, value: Value | None, *, falls: bool) -> ColumnElement[bool]:
    """What comes later by one term; items without a value come first, or last when it falls."""
    expression = term.expression
    if value is None:
        return false() if falls else cast("ColumnElement[bool]", expression.is_not(None))
    bound = literal(value, expression.type)
    if falls:
        return (
            or_(expression < bound, expression.is_(None)) if term.nullable else expression < bound
        )
    return cast("ColumnElement[bool]", expression > bound)


def check(terms: Sequence[Term], cursor: Cursor) -> None:
    """Raise InvalidParameter for a cursor of another query."""
    if len(cursor.values) != len(terms) or not all(map(_fits, terms, cursor.values)):
        raise InvalidParameter(
            "cursor", "belongs to another query; take it from the links of an answer."
        )


def _fits(term: Term, value: Value | None) -> bool:
    if value is None:
        return term.nullable
    wanted = term.expression.type.python_type
    return isinstance(value, wanted) or (wanted is float and isinstance(value, int))


def neighbours(
    query: ItemsQuery, rows: Sequence[Row], width: int, *, more: bool
) -> tuple[Cursor | None, Cursor | None]:
    """The cursors of the pages after and before the rows of one.

    `width` is how many of their first values are terms; `more` whether there was one row more.
    """
    if not rows:
        return None, None
    first, last = Cursor(tuple(rows[0][:width]), backwards=True), Cursor(tuple(rows[-1][:width]))
    if query.cursor is not None and query.cursor.backwards:
        return last, first if more else None
    begun = query.cursor is not None or query.offset > 0
    return last if more else None, first if begun else None
