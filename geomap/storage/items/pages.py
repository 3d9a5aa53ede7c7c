"""Pages of items by keyset: where a page begins is found in an index, however far it lies."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, bindparam, func, select, tuple_
from sqlalchemy.orm import Session
from sqlalchemy.sql.visitors import iterate

from geomap.domain.items.queries import Cursor, Feature, Form, Item, ItemsQuery
from geomap.storage.columns import Versioned
from geomap.storage.items import nearby
from geomap.storage.items.areas import inside
from geomap.storage.items.conditions import overlapping, truth_of
from geomap.storage.items.judged import CONTROL, FRONTS, TERRITORY
from geomap.storage.items.kept_texts import are_kept
from geomap.storage.items.nearby import Shape
from geomap.storage.items.records import CLAIMS, EVENTS, FIGURES, PLACES, REPORTS
from geomap.storage.items.sorting import beyond, check, is_plain, neighbours, order_of, terms_of
from geomap.storage.items.sources import Asked, Expression, Reading, Source
from geomap.storage.models import PlaceRow, SourceRow
from geomap.storage.revisions import latest_revision, versions_at
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
_KEY, _KNOWN, _MOST, _LEFT_OUT = "key", "known", "most", "left_out"
_MORE = frozenset({PlaceRow.__tablename__, SourceRow.__tablename__})
"""Tables that tell more of items of other tables; each item has one row in them at most."""


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
    matching = _matching(session, query, revision, few=few, throughout=not few)
    return session.scalar(matching.with_only_columns(func.count())) or 0


def features_of(
    session: Session, query: ItemsQuery, revision: int, *, few: bool
) -> Reading[Feature]:
    """How items are read as features."""
    del session, revision, few
    return SOURCES[query.collection.id].reading


def texts_of(session: Session, query: ItemsQuery, revision: int, *, few: bool) -> Reading[Item]:
    """How items are read on their way to GeoJSON: as texts where those are kept."""
    source = SOURCES[query.collection.id]
    if source.texts is None or revision != latest_revision(session) or not are_kept(session):
        return source.reading
    # Of few, the keys are found first, so that conditions need no more tables.
    asks_more = query.sort or (not few and (query.conditions or query.box))
    return source.texts.whole if asks_more else source.texts.alone


def read_page(
    session: Session, query: ItemsQuery, revision: int, reading: Reading[Form], *, few: bool
) -> tuple[list[Form], Cursor | None, Cursor | None]:
    """The items of one page, and the cursors of the pages after and before it.

    Raises InvalidParameter for a cursor of another query.
    """
    source = SOURCES[query.collection.id]
    terms = terms_of(source, query)
    backwards = query.cursor is not None and query.cursor.backwards
    shape = nearby.shape_of(query, source) if few else None
    if is_plain(query) or shape:
        statement, given = _prepared_page(session, query, revision, reading, shape)
    else:
        statement, given = _page(session, query, revision, reading, few=few), {}
    rows = list(session.connection().execute(statement, given).all())
    more = len(rows) > query.limit
    del rows[query.limit :]
    if backwards:
        rows.reverse()
    asked = Asked(revision, query.day)
    items = reading.made(session, asked, [row[len(terms) :] for row in rows])
    following, preceding = neighbours(query, rows, len(terms), more=more)
    return items, following, preceding


def _page(
    session: Session, query: ItemsQuery, revision: int, reading: Reading[Item], *, few: bool
) -> Select[*tuple[Any, ...]]:
    """The rows of a page and of one item more."""
    source = SOURCES[query.collection.id]
    terms = terms_of(source, query)
    order = order_of(terms, backwards=query.cursor is not None and query.cursor.backwards)
    columns = [*(term.expression for term in terms), *reading.columns]
    after = [] if query.cursor is None else [beyond(terms, query.cursor)]
    most, whole = query.limit + 1, reading.selected(session, revision).add_columns(*columns)
    if few and source.pk is not None:
        # Sorted are the keys alone, and only what the page holds is then read in full.
        keys = _matching(session, query, revision, few=few).add_columns(source.pk).where(*after)
        keys = keys.order_by(*order).limit(most).offset(query.offset)
        return whole.where(source.pk.in_(keys)).order_by(*order)
    conditions = _conditions(session, query, revision, few=few)
    page = whole.where(*conditions, *after).order_by(*order)
    return page.limit(most).offset(query.offset)


def _prepared_page(
    session: Session,
    query: ItemsQuery,
    revision: int,
    reading: Reading[Item],
    shape: Shape | None,
) -> tuple[Select[*tuple[Any, ...]], dict[str, Any]]:
    """The same where a box alone narrows or nothing at all, and what is given to it."""
    source, cursor = SOURCES[query.collection.id], query.cursor
    backwards = None if cursor is None else cursor.backwards
    tables = reading.selected(session, revision)
    given: dict[str, Any] = {_MOST: query.limit + 1, _LEFT_OUT: query.offset}
    if cursor is not None:
        check(terms_of(source, query), cursor)
        given |= {f"{_KEY}{at}": value for at, value in enumerate(cursor.values)}
    if shape is None:
        return _walk(query.collection.id, tables, reading.columns, backwards=backwards), given
    among = source.selected(session, revision)
    found = _nearby(query.collection.id, (tables, among), reading.columns, shape)
    return found, given | nearby.named_values(query, source)


@lru_cache(maxsize=64)
def _walk(
    collection_id: str,
    tables: Select[*tuple[Any, ...]],
    columns: tuple[Expression, ...],
    *,
    backwards: bool | None,
) -> Select[*tuple[Any, ...]]:
    """A page by key alone, put together once; `backwards` is None for the first."""
    source = SOURCES[collection_id]
    return _one_page(tables.add_columns(*source.key, *columns), source, backwards=backwards)


@lru_cache(maxsize=64)
def _nearby(
    collection_id: str,
    tables: tuple[Select[*tuple[Any, ...]], Select[*tuple[Any, ...]]],
    columns: tuple[Expression, ...],
    shape: Shape,
) -> Select[*tuple[Any, ...]]:
    """A page of what lies in a box, put together once, from tables and those that it is among."""
    source, (whole, among) = SOURCES[collection_id], tables
    pk = nearby.primary_key(source)
    near = among.add_columns(pk).where(*nearby.named_conditions(source, shape))
    keys = _one_page(near, source, backwards=shape.backwards)
    found = whole.add_columns(*source.key, *columns).where(pk.in_(keys))
    return found.order_by(*_key_order(source, backwards=shape.backwards))


def _one_page(
    items: Select[*tuple[Any, ...]], source: Source, *, backwards: bool | None
) -> Select[*tuple[Any, ...]]:
    """One page of items in the order of their keys, with names for what is given to it."""
    if backwards is not None:
        keys = [bindparam(f"{_KEY}{at}", type_=one.type) for at, one in enumerate(source.key)]
        each, last = tuple_(*source.key), tuple_(*keys)
        items = items.where(each < last if backwards else each > last)
    items = items.order_by(*_key_order(source, backwards=backwards))
    return items.limit(bindparam(_MOST)).offset(bindparam(_LEFT_OUT))


def _key_order(source: Source, *, backwards: bool | None) -> list[Any]:
    return [one.desc() if backwards else one for one in source.key]


def read_all(
    session: Session, query: ItemsQuery, revision: int, reading: Reading[Form]
) -> Iterator[Form]:
    """Every item that matches, in order, a few at a time; the session stays open meanwhile."""
    source = SOURCES[query.collection.id]
    width = len(terms_of(source, query))
    few = is_few(session, query, revision)
    whole = _sorted(session, query, revision, reading, few=few)
    asked = Asked(revision, query.day)
    result = session.connection().execution_options(yield_per=_STREAMED).execute(whole)
    for rows in result.partitions(_STREAMED):
        yield from reading.made(session, asked, [row[width:] for row in rows])


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
    session: Session, query: ItemsQuery, revision: int, *, few: bool, throughout: bool = False
) -> Select[*tuple[Any, ...]]:
    """What matches, from no more tables than must be looked at."""
    source = SOURCES[query.collection.id]
    conditions = _conditions(session, query, revision, few=few)
    expressions = [*conditions, *(term.expression for term in terms_of(source, query))]
    throughout = throughout and bool(conditions)
    if source.lean is None or _tells_more(expressions):
        return source.selected(session, revision, throughout=throughout).where(*conditions)
    whole = select().select_from(source.lean).where(*conditions)
    if issubclass(source.lean, Versioned):
        at = versions_at(session, source.lean, revision, throughout=throughout)
        whole = whole.where(at)
    return whole


def _tells_more(expressions: Sequence[Any]) -> bool:
    """Whether expressions are about the place or the source of an item."""
    return any(
        isinstance(part, Column) and part.table.name in _MORE
        for expression in expressions
        for part in iterate(expression.expression)
    )


def _sorted(
    session: Session, query: ItemsQuery, revision: int, reading: Reading[Item], *, few: bool
) -> Select[*tuple[Any, ...]]:
    source = SOURCES[query.collection.id]
    terms = terms_of(source, query)
    columns = [*(term.expression for term in terms), *reading.columns]
    conditions = _conditions(session, query, revision, few=few)
    whole = reading.selected(session, revision).where(*conditions)
    return whole.add_columns(*columns).order_by(*order_of(terms, backwards=False))
