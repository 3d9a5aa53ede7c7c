"""Items of every collection: pages, single items and streams agree, from every standpoint."""

from dataclasses import replace
from datetime import date

import pytest

from geomap.domain.bbox import Bbox
from geomap.domain.items.collections import (
    COLLECTIONS,
    CONTROL,
    EVENTS,
    FRONTS,
    TERRITORY,
    Collection,
)
from geomap.domain.items.conditions import Interval, OneOf
from geomap.domain.items.queries import Feature, ItemsQuery, SortKey
from geomap.domain.standpoint import Standpoint
from geomap.errors import NotFound
from geomap.services.items import KeptItems, feature_of, page_of, stream_of
from geomap.storage.database import Database
from tests.factories import frame
from tests.integration.conftest import Load

# So far that the land of the towns meets.
FAR = frame(reach_km="300")
EARLIER = Standpoint(known=date(2015, 2, 16))


@pytest.fixture(autouse=True)
def towns_that_meet(load: Load) -> None:
    load(atlas=FAR)


def paged(database: Database, query: ItemsQuery, *, backwards: bool = False) -> list[Feature]:
    """Every item, page by page, from the first to the last or from the last to the first."""
    kept = KeptItems()
    found: list[Feature] = []
    with database.reading() as session:
        while True:
            page = page_of(session, query, kept)
            found = [*page.features, *found] if backwards else [*found, *page.features]
            cursor = page.preceding if backwards else page.following
            if cursor is None:
                return found
            query = replace(query, cursor=cursor, offset=0)


def streamed(database: Database, query: ItemsQuery) -> list[Feature]:
    with database.reading() as session:
        return list(stream_of(session, query, KeptItems()))


@pytest.mark.parametrize("standpoint", [Standpoint(), EARLIER], ids=["stored", "as known"])
@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=list(COLLECTIONS))
def test_pages_streams_and_single_items_agree(
    database: Database, collection: Collection, standpoint: Standpoint
) -> None:
    query = ItemsQuery(collection, standpoint, limit=2)
    whole = streamed(database, query)
    assert [one.id for one in whole] == sorted({one.id for one in whole})
    assert paged(database, query) == whole
    kept = KeptItems()
    with database.reading() as session:
        assert page_of(session, query, kept).matched == len(whole)
        assert [feature_of(session, query, one.id, kept)[0] for one in whole] == whole


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=list(COLLECTIONS))
def test_items_have_the_properties_that_are_declared(
    database: Database, collection: Collection
) -> None:
    whole = streamed(database, ItemsQuery(collection))
    names = [one.name for one in collection.properties]
    assert whole
    assert all(list(one.properties) == names for one in whole)


@pytest.mark.parametrize("collection", COLLECTIONS.values(), ids=list(COLLECTIONS))
def test_items_are_sorted_by_any_property_both_ways(
    database: Database, collection: Collection
) -> None:
    for queryable in collection.queryables:
        for falls in (False, True):
            query = ItemsQuery(collection, sort=(SortKey(queryable.name, falls),), limit=3)
            forward = paged(database, query)
            assert forward == streamed(database, query)
            with database.reading() as session:
                kept = KeptItems()
                last, cursor = page_of(session, query, kept), None
                while last.following:
                    last = page_of(session, replace(query, cursor=last.following), kept)
                cursor = last.preceding
            if cursor:
                before = paged(database, replace(query, cursor=cursor), backwards=True)
                assert [*before, *last.features] == forward


def test_control_of_a_day_is_what_the_day_says(database: Database) -> None:
    day = date(2015, 2, 20)
    query = ItemsQuery(CONTROL, interval=Interval(day, date(2015, 2, 21)))
    found = {one.properties["place_id"]: one for one in streamed(database, query)}
    baghuz = found["test:baghuz"]
    assert baghuz.properties["status"] == "disputed"
    assert {one["id"] for one in baghuz.properties["evidence"]} == {
        "baghuz-fallen",
        "baghuz-holds-out",
    }


def test_an_item_ends_before_its_last_day(database: Database) -> None:
    changed = date(2014, 6, 10)
    for day, holder in ((date(2014, 6, 9), "north"), (changed, "south")):
        query = ItemsQuery(
            TERRITORY,
            interval=Interval(day, date.fromordinal(day.toordinal() + 1)),
            conditions=(OneOf("place_id", ("geonames:172955",)),),
        )
        assert [one.properties["actor"] for one in streamed(database, query)] == [holder]


def test_a_box_takes_what_has_a_part_in_it(database: Database) -> None:
    raqqa = Bbox(38.9, 35.9, 39.1, 36.0)
    for collection, expected in ((EVENTS, {"raqqa-battle"}), (FRONTS, set())):
        found = streamed(database, ItemsQuery(collection, box=raqqa))
        assert {one.id for one in found} == expected


def test_what_does_not_exist_is_not_found(database: Database) -> None:
    for item in ("nothing", "a@b", "a@2014-01-01", "a|b@2014-01-01", "x" * 10_000):
        for collection in COLLECTIONS.values():
            with database.reading() as session, pytest.raises(NotFound):
                feature_of(session, ItemsQuery(collection), item, KeptItems())


def test_filters_are_followed_by_what_is_loaded_anew(database: Database, load: Load) -> None:
    load(atlas=FAR, events=[])
    assert streamed(database, ItemsQuery(EVENTS, box=Bbox(-180, -90, 180, 90))) == []
    earlier = ItemsQuery(EVENTS, Standpoint(revision=2), box=Bbox(-180, -90, 180, 90))
    assert len(streamed(database, earlier)) == 2
