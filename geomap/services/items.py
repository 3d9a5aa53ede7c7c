"""Items of the collections of the API: a page, one, or all of them in a stream."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Protocol

from sqlalchemy.orm import Session

from geomap.domain.items.queries import Feature, Form, Item, ItemsQuery, Page
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Atlas, Frame
from geomap.errors import NotFound
from geomap.services.derived import histories_at, territory_of
from geomap.services.kept import Kept
from geomap.services.standpoints import is_kept, require_derived, resolved
from geomap.storage.atlases import load_claims, load_places, load_sources
from geomap.storage.derived import load_territory
from geomap.storage.items.pages import (
    count,
    features_of,
    is_few,
    read_all,
    read_one,
    read_page,
    texts_of,
)
from geomap.storage.items.sources import Reading
from geomap.storage.judged import REVISION, JudgedDatabase
from geomap.storage.revisions import latest_revision

MOST_COUNTS = 2000
MOST_STANDPOINTS = 2
LONGEST_SHOWN = 60


class KeptItems:
    """What pages share: how many items a query matches, and what is judged from a standpoint."""

    def __init__(self) -> None:
        self.counts = Kept[ItemsQuery, int](MOST_COUNTS)
        self.few = Kept[ItemsQuery, bool](MOST_COUNTS)
        self.judged = Kept[Standpoint, JudgedDatabase](MOST_STANDPOINTS)


class _Readings(Protocol[Form]):
    """In which form a session reads the items of a query at a revision."""

    def __call__(
        self, session: Session, query: ItemsQuery, revision: int, *, few: bool
    ) -> Reading[Form]: ...


def page_of(session: Session, query: ItemsQuery, kept: KeptItems) -> Page[Feature]:
    """One page of items.

    Raises InvalidParameter for a revision, a source or a cursor that does not exist, NotFound for
    an empty database, Unavailable while answers are being derived anew.
    """
    return _page_of(session, query, kept, features_of)


def written_page_of(session: Session, query: ItemsQuery, kept: KeptItems) -> Page[Item]:
    """The same on its way to GeoJSON. Raises as `page_of`."""
    return _page_of(session, query, kept, texts_of)


def _page_of(
    session: Session, query: ItemsQuery, kept: KeptItems, readings: _Readings[Form]
) -> Page[Form]:
    revision, frame = resolved(session, query.standpoint)
    key = _without_page(query, revision)
    with _answering(session, query, (revision, frame), kept) as (reading, number):
        few = kept.few.get(key, lambda: is_few(reading, query, number))
        form = readings(reading, query, number, few=few)
        features, following, preceding = read_page(reading, query, number, form, few=few)
        if following is None and preceding is None and features:
            matched = len(features)
        else:
            matched = kept.counts.get(key, lambda: count(reading, query, number, few=few))
    return Page(features, matched, following, preceding, revision)


def feature_of(
    session: Session, query: ItemsQuery, item_id: str, kept: KeptItems
) -> tuple[Feature, int]:
    """The item of an id, from the standpoint of a query, and the revision that it is from.

    Raises NotFound where there is none, else as `page_of`.
    """
    revision, frame = resolved(session, query.standpoint)
    with _answering(session, query, (revision, frame), kept) as (reading, number):
        feature = read_one(reading, query, number, item_id)
    if feature is None:
        raise NotFound(
            f"There is no item {item_id[:LONGEST_SHOWN]!r} in {query.collection.id}; take ids from"
            f" /api/collections/{query.collection.id}/items."
        )
    return feature, revision


def all_of(session: Session, query: ItemsQuery, kept: KeptItems) -> list[Feature] | None:
    """Every item that a query matches; None where there are more than its limit.

    Nothing is counted. Raises as `page_of`.
    """
    revision, frame = resolved(session, query.standpoint)
    key = _without_page(query, revision)
    with _answering(session, query, (revision, frame), kept) as (reading, number):
        few = kept.few.get(key, lambda: is_few(reading, query, number))
        form = features_of(reading, query, number, few=few)
        features, following, _preceding = read_page(reading, query, number, form, few=few)
    return None if following else features


def stream_of(session: Session, query: ItemsQuery, kept: KeptItems) -> Iterator[Feature]:
    """Every item that a query matches, in its order, in constant memory.

    Limit, cursor and offset count for nothing. The session must stay open until the end; what is
    asked for is refused, as by `page_of`, when the first item is taken.
    """
    return _stream_of(session, query, kept, features_of)


def written_stream_of(session: Session, query: ItemsQuery, kept: KeptItems) -> Iterator[Item]:
    """The same on their way to GeoJSON."""
    return _stream_of(session, query, kept, texts_of)


def _stream_of(
    session: Session, query: ItemsQuery, kept: KeptItems, readings: _Readings[Form]
) -> Iterator[Form]:
    revision, frame = resolved(session, query.standpoint)
    with _answering(session, query, (revision, frame), kept) as (reading, number):
        form = readings(reading, query, number, few=False)
        yield from read_all(reading, query, number, form)


def _without_page(query: ItemsQuery, revision: int) -> ItemsQuery:
    """What decides how many items match."""
    standpoint = replace(query.standpoint, revision=revision)
    return replace(query, standpoint=standpoint, sort=(), limit=0, cursor=None, offset=0)


@contextmanager
def _answering(
    session: Session, query: ItemsQuery, at: tuple[int, Frame], kept: KeptItems
) -> Iterator[tuple[Session, int]]:
    """The session that answers, and the revision to ask it for."""
    revision, frame = at
    if not query.collection.judged or is_kept(session, query.standpoint, revision, frame):
        yield session, revision
        return
    standpoint = replace(query.standpoint, revision=revision)
    judged = kept.judged.get(standpoint, lambda: _judged(session, standpoint, frame))
    with judged.database.reading() as reading:
        yield reading, REVISION


def _judged(session: Session, standpoint: Standpoint, frame: Frame) -> JudgedDatabase:
    """Judge everything anew. Cells are those of every place with a claim, whoever is heard."""
    revision = standpoint.revision or latest_revision(session)
    histories = histories_at(session, revision, standpoint.known, standpoint.rule)
    if revision == latest_revision(session):
        require_derived(session, revision)
        territory = load_territory(session)
    else:
        everything = histories_at(session, revision, None, Standpoint().rule)
        territory = territory_of(everything, frame)
    atlas = Atlas(
        frame=frame,
        sources=tuple(load_sources(session, revision).values()),
        places=tuple(load_places(session, revision)),
        claims=tuple(load_claims(session, revision, known=standpoint.known)),
    )
    return JudgedDatabase(atlas, histories.all(), territory)
