"""Filters of items, compared with a naive reading of the same filter over made-up worlds."""

import operator
import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
import shapely
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from geomap.domain.bbox import Bbox
from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.items import conditions as asked
from geomap.domain.items.collections import (
    CLAIMS,
    CONTROL,
    EVENTS,
    FRONTS,
    TERRITORY,
    Collection,
)
from geomap.domain.items.conditions import Comparator, Interval, Relation
from geomap.domain.items.queries import Feature, ItemsQuery, SortKey
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Atlas,
    Claim,
    Effect,
    Event,
    Frame,
    Place,
    Source,
    SourceKind,
)
from geomap.domain.when import When
from geomap.exports.feature_text import features_text
from geomap.services.derived import rebuild
from geomap.services.items import KeptItems, page_of, stream_of, written_page_of
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database
from geomap.storage.migrate import upgrade

FIRST, DAYS = date(2014, 1, 1), 60
ACTORS = ("north", "south", "east-side")
SOURCES = ("agency", "monitor")
KINDS = (EventKind.BATTLE, EventKind.SIEGE, EventKind.AGREEMENT)
COLLECTIONS = (CONTROL, TERRITORY, FRONTS, EVENTS, CLAIMS)
CLAIMED, HAPPENED = 90, 120
FRAME = Frame(
    *("made-up", "A made-up war", "", FIRST, date(2016, 1, 1), FIRST, date(2016, 1, 1)),
    *(("SY", "IQ"), 40.0, "CC0"),
)


def made_up_world(chance: random.Random) -> Atlas:
    def some_day() -> date:
        return FIRST + timedelta(days=chance.randrange(DAYS))

    def some_when() -> When:
        first = some_day()
        last = first + timedelta(days=chance.choice((0, 0, 0, 1, 5)))
        forms = (f"{first}", f"{first}/{last}", f"{first}/..", f"{first:%Y-%m}")
        return When.parse(chance.choice(forms))

    def stated(number: int) -> dict[str, Any]:
        return {
            "when": some_when(),
            "source_id": chance.choice(SOURCES),
            "report_id": None,
            "known": some_day(),
            "grade": Grade(Reliability.B, Credibility(chance.randrange(1, 6))),
            "summary": chance.choice(("It is said.", "A_b % [c] *", "İt ıs saıd")),
            "quote": chance.choice((None, "Words.")),
            "id": f"statement-{number:03}",
        }

    places = tuple(
        Place(f"p:{number}", f"Town {number}", {}, longitude, latitude, "town", "SY", "", None)
        for number, (longitude, latitude) in enumerate(
            (38.0 + 0.25 * column, 35.0 + 0.25 * row) for column in range(4) for row in range(3)
        )
    )
    claims = tuple(
        Claim(
            **stated(number),
            place_id=chance.choice(places).id,
            effect=chance.choice((Effect.TAKES, Effect.HOLDS, Effect.CONTESTS)),
            holder=chance.choice(ACTORS),
        )
        for number in range(CLAIMED)
    )
    events = tuple(
        Event(
            **stated(number),
            place_id=chance.choice((None, *(place.id for place in places))),
            kind=chance.choice(KINDS),
            actors=tuple(chance.sample(ACTORS, chance.randrange(3))),
            title=f"Event {number}",
        )
        for number in range(HAPPENED)
    )
    return Atlas(
        frame=FRAME,
        actors=tuple(Actor(key, key, {}, ActorKind.ARMED_GROUP, "#000000", ()) for key in ACTORS),
        sources=tuple(Source(key, key, SourceKind.OTHER, Reliability.B, "") for key in SOURCES),
        places=places,
        claims=claims,
        events=events,
    )


@dataclass(frozen=True, repr=False)
class World:
    """A database, and every item in it."""

    database: Database
    everything: dict[str, list[Feature]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('made-up') / 'geomap.sqlite'}")
    upgrade(database)
    with database.writing() as session:
        store_atlas(session, made_up_world(random.Random(5)), "test", "")  # noqa: S311 -- A seed.
        rebuild(session, Rule())
    with database.reading() as session:
        whole = {
            one.id: list(stream_of(session, ItemsQuery(one), KeptItems())) for one in COLLECTIONS
        }
    yield World(database, whole)
    database.close()


# -------------------------------------------------------------------- the naive reading

Truth = bool | None
"""None where a property has no value."""
OPERATORS: dict[Comparator, Callable[[Any, Any], bool]] = {
    Comparator.EQUAL: operator.eq,
    Comparator.UNEQUAL: operator.ne,
    Comparator.LESS: operator.lt,
    Comparator.LESS_OR_EQUAL: operator.le,
    Comparator.GREATER: operator.gt,
    Comparator.GREATER_OR_EQUAL: operator.ge,
}


def value_of(feature: Feature, name: str) -> Any:
    found = feature.id if name == "id" else feature.properties[name]
    is_day = name in {"start", "end", "known"}
    return date.fromisoformat(found) if is_day and found is not None else found


def bounds_of(feature: Feature) -> tuple[date | None, date | None]:
    start, end = (feature.properties.get(name) for name in ("start", "end"))
    return start and date.fromisoformat(start), end and date.fromisoformat(end)


def days_of(start: date | None, end: date | None) -> set[int]:
    """Every day of an interval, near enough to the days that there are."""
    first, last = date(2013, 12, 1).toordinal(), date(2014, 6, 1).toordinal()
    begins = first if start is None else max(first, start.toordinal())
    ends = last if end is None else min(last, end.toordinal())
    return set(range(begins, ends))


def related(relation: Relation, feature: set[int], interval: set[int]) -> bool:
    """By the days themselves; an interval that is open reaches to the last of them."""
    readings: dict[Relation, Callable[[], bool]] = {
        Relation.INTERSECTS: lambda: bool(feature & interval),
        Relation.DISJOINT: lambda: not feature & interval,
        Relation.AFTER: lambda: min(feature) > max(interval),
        Relation.BEFORE: lambda: max(feature) < min(interval),
        Relation.EQUALS: lambda: feature == interval,
        Relation.DURING: lambda: min(feature) > min(interval) and max(feature) < max(interval),
        Relation.CONTAINS: lambda: min(feature) < min(interval) and max(feature) > max(interval),
        Relation.MEETS: lambda: max(feature) + 1 == min(interval),
        Relation.MET_BY: lambda: max(interval) + 1 == min(feature),
        Relation.STARTS: lambda: min(feature) == min(interval) and feature < interval,
        Relation.STARTED_BY: lambda: min(feature) == min(interval) and feature > interval,
        Relation.FINISHES: lambda: max(feature) == max(interval) and feature < interval,
        Relation.FINISHED_BY: lambda: max(feature) == max(interval) and feature > interval,
        Relation.OVERLAPS: lambda: min(feature) < min(interval) <= max(feature) < max(interval),
        Relation.OVERLAPPED_BY: lambda: (
            min(interval) < min(feature) <= max(interval) < max(feature)
        ),
    }
    return readings[relation]()


def holds(condition: asked.Condition, feature: Feature) -> Truth:
    match condition:
        case asked.All(parts):
            truths = [holds(part, feature) for part in parts]
            return False if False in truths else None if None in truths else True
        case asked.Any(parts):
            truths = [holds(part, feature) for part in parts]
            return True if True in truths else None if None in truths else False
        case asked.Not(inner):
            truth = holds(inner, feature)
            return None if truth is None else not truth
        case asked.Intersects(shape):
            # As of any property without a value: neither this holds nor its negation.
            geometry = feature.geometry
            return None if geometry is None else bool(shapely.intersects(geometry, shape))
        case asked.Related(relation, None, interval):
            days = days_of(*bounds_of(feature))
            return related(relation, days, days_of(interval.start, interval.end))
        case _:
            return compares(condition, feature)


def compares(condition: asked.Condition, feature: Feature) -> Truth:
    match condition:
        case asked.IsNull(name):
            return value_of(feature, name) is None
        case asked.OneOf(name, values):
            found = value_of(feature, name)
            if isinstance(found, list):
                return any(value in found for value in values)
            return None if found is None else found in values
        case asked.Compared(name, comparator, value):
            found = value_of(feature, name)
            return None if found is None else OPERATORS[comparator](found, value)
        case asked.Between(name, low, high):
            found = value_of(feature, name)
            return None if found is None else bool(low <= found <= high)
        case asked.Like(name, pattern):
            found = value_of(feature, name)
            parts = (
                ".*" if one == "%" else "." if one == "_" else re.escape(one) for one in pattern
            )
            return None if found is None else bool(re.fullmatch("".join(parts), found, re.DOTALL))
        case _:
            raise AssertionError(condition)


def expected(query: ItemsQuery, everything: list[Feature]) -> list[str]:
    found = [one for one in everything if all(holds(part, one) for part in query.conditions)]
    if query.interval is not None:
        days = days_of(query.interval.start, query.interval.end)
        found = [one for one in found if days_of(*bounds_of(one)) & days]
    if query.box is not None:
        # A box without width or height is a line or a point, and not an empty polygon.
        frames = [
            shapely.MultiPoint([(part.west, part.south), (part.east, part.north)]).envelope
            for part in query.box.parts()
        ]
        found = [
            one
            for one in found
            if one.geometry and any(shapely.intersects(one.geometry, frame) for frame in frames)
        ]
    return [one.id for one in found]


# ------------------------------------------------------------------------- what is asked

days = st.integers(-3, DAYS + 3).map(lambda number: FIRST + timedelta(days=number))
comparators = st.sampled_from(Comparator)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(1, 12)))
    form = draw(st.integers(0, 2))
    return Interval(None if form == 1 else start, None if form == 2 else end)


@st.composite
def boxes(draw: st.DrawFn) -> Bbox:
    west, east = draw(st.tuples(st.integers(-1, 5), st.integers(-1, 5)))
    south, north = sorted(draw(st.tuples(st.integers(-1, 4), st.integers(-1, 4))))
    # On the quarters of a degree on which the towns lie, and beside them.
    shift = draw(st.sampled_from((0.0, 0.1)))
    return Bbox(
        38 + west / 4 + shift, 35 + south / 4, 38 + east / 4 + shift, 35 + north / 4 + shift
    )


def shapes() -> st.SearchStrategy[BaseGeometry]:
    corner = st.tuples(st.floats(37.8, 39.0), st.floats(34.8, 35.8))
    triangles = st.lists(corner, min_size=3, max_size=3, unique=True).map(shapely.Polygon)
    return triangles.filter(lambda one: one.is_valid and one.area > 1e-6)


def simple(collection: Collection) -> st.SearchStrategy[asked.Condition]:
    texts = [one.name for one in collection.queryables if one.kind == "text"]
    words = [
        *ACTORS,
        *SOURCES,
        "battle",
        "held",
        "contested",
        "Town 3",
        "p:7",
        "B2",
        "",
        "It is said.",
    ]
    patterns = ["%", "Town _", "p:%", "%o%", "_eld", "A_b % [c] *", "a%", "%[c]%", "it is%"]
    listed = [one.name for one in collection.properties if one.kind == "texts"]
    return st.one_of(
        st.builds(asked.Compared, st.sampled_from(texts), comparators, st.sampled_from(words)),
        st.builds(asked.Compared, st.sampled_from(["start", "end"]), comparators, days),
        st.builds(asked.Between, st.sampled_from(["start", "end"]), days, days),
        st.builds(asked.IsNull, st.sampled_from([*texts, "start", "end"])),
        st.builds(asked.Like, st.sampled_from(texts), st.sampled_from(patterns)),
        st.builds(
            asked.OneOf,
            st.sampled_from([*texts, *listed]),
            st.lists(st.sampled_from(words), min_size=1, max_size=3).map(tuple),
        ),
        st.builds(asked.Intersects, shapes()),
        st.builds(asked.Related, st.sampled_from(Relation), st.none(), intervals()),
    )


def conditions(collection: Collection) -> st.SearchStrategy[asked.Condition]:
    return st.recursive(
        simple(collection),
        lambda inner: st.one_of(
            st.builds(asked.Not, inner),
            st.builds(asked.All, st.lists(inner, max_size=3).map(tuple)),
            st.builds(asked.Any, st.lists(inner, max_size=3).map(tuple)),
        ),
        max_leaves=5,
    )


@st.composite
def queries(draw: st.DrawFn) -> ItemsQuery:
    collection = draw(st.sampled_from(COLLECTIONS))
    return ItemsQuery(
        collection,
        Standpoint(),
        interval=draw(st.none() | intervals()),
        box=draw(st.none() | boxes()),
        conditions=tuple(draw(st.lists(conditions(collection), max_size=2))),
        limit=draw(st.integers(1, 40)),
    )


def test_few_items_are_sorted_by_the_names_of_their_places(world: World) -> None:
    day = Interval(FIRST + timedelta(days=1), FIRST + timedelta(days=20))
    query = ItemsQuery(EVENTS, interval=day, sort=(SortKey("name"), SortKey("source", falls=True)))
    with world.database.reading() as session:
        found = page_of(session, query, KeptItems()).features
    names = [one.properties["name"] or "" for one in found]
    assert names == sorted(names)
    assert len(set(names)) > 2


@st.composite
def sorted_queries(draw: st.DrawFn) -> ItemsQuery:
    collection = draw(st.sampled_from(COLLECTIONS))
    names = st.sampled_from(["id", *(one.name for one in collection.queryables)])
    keys = draw(st.lists(st.builds(SortKey, names, st.booleans()), max_size=2))
    limit, interval = draw(st.integers(7, 60)), draw(st.none() | intervals())
    box = draw(st.none() | boxes())
    return ItemsQuery(collection, interval=interval, box=box, sort=tuple(keys), limit=limit)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries())
@example(query=ItemsQuery(CONTROL, box=Bbox(38.0, 35.0, 37.75, 35.0), limit=1))
def test_what_matches_is_what_a_naive_reading_finds(world: World, query: ItemsQuery) -> None:
    wanted = expected(query, world.everything[query.collection.id])
    with world.database.reading() as session:
        kept = KeptItems()
        assert [one.id for one in stream_of(session, query, kept)] == wanted
        page = page_of(session, query, kept)
        assert page.matched == len(wanted)
        assert [one.id for one in page.features] == wanted[: query.limit]
        written = written_page_of(session, query, kept)
        assert features_text(written.features) == features_text(page.features)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=sorted_queries())
@example(query=ItemsQuery(EVENTS, box=Bbox(38.0, 35.0, 38.6, 36.0), limit=9))
@example(query=ItemsQuery(CONTROL, Standpoint(), Interval(FIRST, None), Bbox(38, 35, 39, 36)))
@example(query=ItemsQuery(CLAIMS, Standpoint(), Interval(None, FIRST), Bbox(38.5, 35, 38.2, 36)))
def test_pages_of_any_order_hold_each_item_once(world: World, query: ItemsQuery) -> None:
    wanted = expected(query, world.everything[query.collection.id])
    with world.database.reading() as session:
        kept, found = KeptItems(), []
        while True:
            page = page_of(session, query, kept)
            found += [one.id for one in page.features]
            written = written_page_of(session, query, kept)
            assert features_text(written.features) == features_text(page.features)
            assert written.following == page.following
            if page.following is None:
                break
            query = replace(query, cursor=page.following)
        back = [one.id for one in page.features]
        while page.preceding is not None:
            page = page_of(session, replace(query, cursor=page.preceding), kept)
            back = [*(one.id for one in page.features), *back]
    assert sorted(found) == sorted(wanted)
    assert back == found


def test_the_world_has_something_of_everything(world: World) -> None:
    everything = world.everything
    assert {key: len(found) > 20 for key, found in everything.items()} == dict.fromkeys(
        (one.id for one in COLLECTIONS), True
    )
    statuses = {one.properties["status"] for one in everything["control"]}
    assert statuses >= {"held", "contested", "disputed"}
