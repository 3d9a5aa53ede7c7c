"""Pages of items by keyset: where a page begins is found in an index, however far it lies."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple, cast

from sqlalchemy import (
    Column,
    ColumnElement,
    Select,
    and_,
    bindparam,
    false,
    func,
    literal,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.orm import Session
from sqlalchemy.sql.visitors import iterate

from geomap.domain.items.conditions import Value
from geomap.domain.items.queries import Cursor, Feature, ItemsQuery
from geomap.errors import InvalidParameter
from geomap.storage.columns import Versioned
from geomap.storage.items.areas import inside
from geomap.storage.items.conditions import operand_of, overlapping, truth_of
from geomap.storage.items.judged import CONTROL, FRONTS, TERRITORY
from geomap.storage.items.records import CLAIMS, EVENTS, FIGURES, PLACES, REPORTS
from geomap.storage.items.sources import Asked, Row, Source
from geomap.storage.models import PlaceRow, SourceRow
from geomap.storage.revisions import latest_revision, rows_of, versions_at
from geomap.storage.statement_space_time import near

SOURCES = {
    "control": CONTROL,
    "territory": TERRITORY,
    "fronts": FRONTS,
    "events": EVENTS,
    "claims": CLAIMS,
    "figures": FIGURES,
    "places": PLACES,
    "reports": REPORTS,
}
"""Where each collection is read from, by its id."""
_FEW = 20_000
"""So many items are faster found by where and when they are than by going through all."""
_STREAMED = 1000
_KEY, _KNOWN = "key", "known"
_MORE = frozenset({PlaceRow.__tablename__, SourceRow.__tablename__})
"""Tables that tell more of items of other tables; each item has one row in them at most."""


class _Term(NamedTuple):
    """One of the things that items are sorted by."""

    expression: Any
    falls: bool
    nullable: bool


def is_few(session: Session, query: ItemsQuery, revision: int) -> bool:
    """Whether what is asked for is faster found by where and when it is than by going through all.

    It is where the tree of space and time names few enough that can match.
    """
    keys = _narrowed(session, query, revision)
    if keys is None:
        return False
    some = keys.limit(_FEW + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) <= _FEW


def count(session: Session, query: ItemsQuery, revision: int, *, few: bool) -> int:
    """How many items a query matches on all its pages."""
    matching = _matching(session, query, revision, few=few).with_only_columns(func.count())
    return session.scalar(matching) or 0


def read_page(
    session: Session, query: ItemsQuery, revision: int, *, few: bool
) -> tuple[list[Feature], Cursor | None, Cursor | None]:
    """The items of one page, and the cursors of the pages after and before it.

    Raises InvalidParameter for a cursor of another query.
    """
    source, terms = SOURCES[query.collection.id], _terms(query)
    backwards = query.cursor is not None and query.cursor.backwards
    order = _order(terms, backwards=backwards)
    rows = list(rows_of(session, _page(session, query, revision, order, few=few)))
    more = len(rows) > query.limit
    del rows[query.limit :]
    if backwards:
        rows.reverse()
    asked = Asked(revision, query.day)
    features = source.features(session, asked, [row[len(terms) :] for row in rows])
    following, preceding = _neighbours(query, rows, len(terms), more=more)
    return features, following, preceding


def _page(
    session: Session, query: ItemsQuery, revision: int, order: Sequence[Any], *, few: bool
) -> Select[*tuple[Any, ...]]:
    """The rows of a page and of one item more."""
    source, terms = SOURCES[query.collection.id], _terms(query)
    columns = [*(term.expression for term in terms), *source.columns]
    beyond = [] if query.cursor is None else [_beyond(terms, query.cursor)]
    most, whole = query.limit + 1, source.selected(session, revision).add_columns(*columns)
    if few and source.pk is not None:
        # Sorted are the keys alone, and only what the page holds is then read in full.
        keys = _matching(session, query, revision, few=few).add_columns(source.pk).where(*beyond)
        keys = keys.order_by(*order).limit(most).offset(query.offset)
        return whole.where(source.pk.in_(keys)).order_by(*order)
    conditions = _conditions(session, query, revision, few=few)
    page = whole.where(*conditions, *beyond).order_by(*order)
    return page.limit(most).offset(query.offset)


def read_all(session: Session, query: ItemsQuery, revision: int) -> Iterator[Feature]:
    """Every item that matches, in order, a few at a time; the session stays open meanwhile."""
    source, width = SOURCES[query.collection.id], len(_terms(query))
    few = is_few(session, query, revision)
    whole = _sorted(session, query, revision, few=few, backwards=False)
    asked = Asked(revision, query.day)
    result = session.connection().execution_options(yield_per=_STREAMED).execute(whole)
    for rows in result.partitions(_STREAMED):
        yield from source.features(session, asked, [row[width:] for row in rows])


def read_one(session: Session, query: ItemsQuery, revision: int, key: str) -> Feature | None:
    """The item of an id, whatever else the query asks for; None where there is none."""
    source = SOURCES[query.collection.id]
    values = source.key_of(key)
    if values is None:
        return None
    known = query.standpoint.known
    found = _of_key(
        query.collection.id, source.selected(session, revision), since=known is not None
    )
    given = {_KNOWN: known} | {f"{_KEY}{at}": value for at, value in enumerate(values)}
    rows = list(session.connection().execute(found, given))
    features = source.features(session, Asked(revision, query.day), rows)
    return features[0] if features else None


@lru_cache(maxsize=32)
def _of_key(
    collection_id: str, tables: Select[*tuple[Any, ...]], *, since: bool
) -> Select[*tuple[Any, ...]]:
    """The item of a key, put together once for tables that are the same each time."""
    source = SOURCES[collection_id]
    found = tables.add_columns(*source.columns).limit(1)
    for at, column in enumerate(source.key):
        found = found.where(column == bindparam(f"{_KEY}{at}", type_=column.type))
    if since and source.known is not None:
        found = found.where(source.known <= bindparam(_KNOWN, type_=source.known.type))
    return found


def _narrowed(session: Session, query: ItemsQuery, revision: int) -> Select[int] | None:
    """The keys that the tree gives; None where it gives none, as of an old revision."""
    source = SOURCES[query.collection.id]
    current = revision == latest_revision(session)
    if source.table is None or not current or session.get_bind().dialect.name != "sqlite":
        return None
    return near(source.table, query.interval, query.box)


def _conditions(
    session: Session, query: ItemsQuery, revision: int, *, few: bool
) -> list[ColumnElement[bool]]:
    source = SOURCES[query.collection.id]
    conditions = [truth_of(one, source) for one in query.conditions]
    if query.interval is not None and source.time is not None:
        conditions.append(overlapping(source.time, query.interval))
    if query.box is not None:
        conditions.append(inside(source.geometry, query.box))
    if query.standpoint.known is not None and source.known is not None:
        conditions.append(source.known <= query.standpoint.known)
    keys = _narrowed(session, query, revision) if few else None
    if keys is not None and source.pk is not None:
        conditions.append(source.pk.in_(keys))
    return conditions


def _matching(
    session: Session, query: ItemsQuery, revision: int, *, few: bool
) -> Select[*tuple[Any, ...]]:
    """What matches, from no more tables than must be looked at."""
    source = SOURCES[query.collection.id]
    conditions = _conditions(session, query, revision, few=few)
    expressions = [*conditions, *(term.expression for term in _terms(query))]
    if source.lean is None or _tells_more(expressions):
        return source.selected(session, revision).where(*conditions)
    whole = select().select_from(source.lean).where(*conditions)
    if issubclass(source.lean, Versioned):
        whole = whole.where(versions_at(session, source.lean, revision))
    return whole


def _tells_more(expressions: Sequence[Any]) -> bool:
    """Whether expressions are about the place or the source of an item."""
    return any(
        isinstance(part, Column) and part.table.name in _MORE
        for expression in expressions
        for part in iterate(expression.expression)
    )


def _sorted(
    session: Session, query: ItemsQuery, revision: int, *, few: bool, backwards: bool
) -> Select[*tuple[Any, ...]]:
    source, terms = SOURCES[query.collection.id], _terms(query)
    columns = [*(term.expression for term in terms), *source.columns]
    conditions = _conditions(session, query, revision, few=few)
    whole = source.selected(session, revision).where(*conditions)
    return whole.add_columns(*columns).order_by(*_order(terms, backwards=backwards))


def _order(terms: Sequence[_Term], *, backwards: bool) -> list[Any]:
    return [
        term.expression.desc() if term.falls != backwards else term.expression for term in terms
    ]


def _terms(query: ItemsQuery) -> list[_Term]:
    source = SOURCES[query.collection.id]
    asked = [_Term(_sortable(source, one.name), one.falls, nullable=True) for one in query.sort]
    return [*asked, *(_Term(column, falls=False, nullable=False) for column in source.key)]


def _sortable(source: Source, name: str) -> Any:
    """A property as it sorts; bounds that are open lie before and after all days."""
    if source.time is not None and name == "start":
        return source.time.start
    if source.time is not None and name == "end":
        if source.time.latest is not None:
            return source.time.latest
        return func.coalesce(source.time.end, date.max)
    return operand_of(source, name).expression


def _beyond(terms: Sequence[_Term], cursor: Cursor) -> ColumnElement[bool]:
    """The condition on what comes after the item of a cursor, or before it."""
    _check(terms, cursor)
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


def _past(term: _Term, value: Value | None, *, falls: bool) -> ColumnElement[bool]:
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


def _check(terms: Sequence[_Term], cursor: Cursor) -> None:
    if len(cursor.values) != len(terms) or not all(map(_fits, terms, cursor.values)):
        raise InvalidParameter(
            "cursor", "belongs to another query; take it from the links of an answer."
        )


def _fits(term: _Term, value: Value | None) -> bool:
    if value is None:
        return term.nullable
    wanted = term.expression.type.python_type
    return isinstance(value, wanted) or (wanted is float and isinstance(value, int))


def _neighbours(
    query: ItemsQuery, rows: Sequence[Row], width: int, *, more: bool
) -> tuple[Cursor | None, Cursor | None]:
    if not rows:
        return None, None
    first, last = Cursor(tuple(rows[0][:width]), backwards=True), Cursor(tuple(rows[-1][:width]))
    if query.cursor is not None and query.cursor.backwards:
        return last, first if more else None
    begun = query.cursor is not None or query.offset > 0
    return last if more else None, first if begun else None
