"""The texts of statements say, byte for byte, what is written of them anew, whatever is stored."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from geomap.domain.items.collections import CLAIMS, EVENTS, Collection
from geomap.domain.items.queries import FeatureText, ItemsQuery
from geomap.exports.feature_text import features_text
from geomap.storage.database import Database
from geomap.storage.items.pages import features_of, read_all, texts_of
from geomap.storage.migrate import upgrade
from geomap.storage.models import ClaimRow, EventRow, PlaceRow, RevisionRow, SourceRow
from geomap.storage.text_models import ClaimTextRow, EventTextRow

MODELS: dict[str, Any] = {
    "place": PlaceRow,
    "source": SourceRow,
    "event": EventRow,
    "claim": ClaimRow,
}
KEYS = ("a", 'b"\\é')
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
# At the character zero SQLite ends a text that it takes out of a list.
NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
DAYS = st.dates() | st.sampled_from([date.min, date.max, date(9999, 12, 30)])
# Halves of the last digit that is kept, zeros, and numbers with an exponent.
DEGREES = st.sampled_from([-0.0, 1e-5, 0.000005, 39.000005, -39.000015, 180.0, 35]) | st.floats(
    -90, 90
)


class Step(NamedTuple):
    """One change: a version of a record ends, and another begins unless there are no columns."""

    table: str
    key: str
    columns: dict[str, Any] | None
    deleted: bool = False
    """Whether the old version goes altogether."""


def _record(**columns: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(columns)


_PLACE = _record(
    name=TEXTS,
    names=st.just({}),
    longitude=DEGREES,
    latitude=DEGREES.filter(lambda one: abs(one) <= 90),
    kind=st.just("town"),
    country=TEXTS,
    admin1=st.just(""),
)
_SOURCE = _record(name=TEXTS, kind=TEXTS, reliability=st.sampled_from("AF"), note=TEXTS)
_STATED = {
    "place_id": st.sampled_from(KEYS),
    "source_id": st.sampled_from(KEYS),
    "when": TEXTS,
    "known": DAYS,
    "report_id": st.none() | TEXTS,
    "credibility": st.integers(1, 6),
    "summary": TEXTS,
    "quote": st.none() | TEXTS,
}
_EVENT = _record(
    **_STATED | {"place_id": st.none() | st.sampled_from(KEYS)},
    kind=TEXTS,
    title=TEXTS,
    actors=st.lists(NAMES, max_size=3) | st.just(["\0"]),
)
_CLAIM = _record(**_STATED, effect=st.just("holds"), holder=TEXTS, loser=st.none() | TEXTS)


@st.composite
def _dated(draw: st.DrawFn, records: st.SearchStrategy[dict[str, Any]]) -> dict[str, Any]:
    first, last = sorted((draw(DAYS), draw(DAYS)))
    return draw(records) | {"earliest": first, "latest": last, "settled": last}


_RECORDS = {"place": _PLACE, "source": _SOURCE, "event": _dated(_EVENT), "claim": _dated(_CLAIM)}


@st.composite
def steps(draw: st.DrawFn) -> Step:
    table = draw(st.sampled_from(list(MODELS)))
    columns = draw(st.none() | _RECORDS[table])
    return Step(table, draw(st.sampled_from(KEYS)), columns, draw(st.booleans()))


def take(session: Session, step: Step) -> None:
    model = MODELS[step.table]
    current = (model.id == step.key) & model.until.is_(None)
    if step.deleted:
        session.execute(delete(model).where(current))
    session.execute(update(model).where(current).values(until=2))
    if step.columns is not None:
        row = {"id": step.key, "since": 1, "origin": "a test", **step.columns}
        session.execute(insert(model), [row])


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all examples; each begins with empty tables."""
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('texts') / 'geomap.sqlite'}")
    upgrade(database)
    with database.writing() as session:
        for number in (1, 2):
            session.add(RevisionRow(number=number, created=datetime.now(UTC), author="", note=""))
    yield database
    database.close()


def both(session: Session, collection: Collection) -> tuple[bytes, bytes, int]:
    """All items as they are kept and as they are written anew, and how many are kept."""
    query = ItemsQuery(collection)
    kept = list(read_all(session, query, 2, texts_of(session, query, 2, few=False)))
    assert all(isinstance(one, FeatureText) for one in kept)
    anew = list(read_all(session, query, 2, features_of(session, query, 2, few=False)))
    return features_text(kept), features_text(anew), len(kept)


_STATEMENT = {
    "place_id": "a",
    "source_id": "a",
    "when": "2014",
    "known": date(2014, 1, 2),
    "report_id": None,
    "credibility": 2,
    "summary": "It is said.",
    "quote": None,
    "earliest": date(2014, 1, 1),
    "latest": date(2014, 12, 31),
    "settled": date(2014, 12, 31),
}
_A_TOWN = {
    "name": "Raqqa",
    "names": {},
    "longitude": 39.000005,
    "latitude": 35.95,
    "kind": "town",
    "country": "SY",
    "admin1": "",
}
_AN_AGENCY = {"name": "Agency", "kind": "agency", "reliability": "B", "note": ""}
_ACTORS = ["is", 'a"\\/\né😀', ""]
WORLD = [
    Step("source", "a", _AN_AGENCY),
    Step("place", "a", _A_TOWN),
    Step("event", "a", _STATEMENT | {"kind": "battle", "title": "A battle", "actors": _ACTORS}),
    Step("claim", "a", _STATEMENT | {"effect": "holds", "holder": "is", "loser": None}),
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(steps(), max_size=8))
@example(changes=WORLD)
@example(changes=WORLD[::-1])
@example(changes=[*WORLD, Step("place", "a", _A_TOWN | {"longitude": 40.0, "name": "Moved"})])
@example(changes=[*WORLD, Step("source", "a", _AN_AGENCY | {"reliability": "A"})])
@example(changes=[*WORLD, Step("place", "a", None), Step("source", "a", None)])
@example(changes=[*WORLD, Step("source", "a", None), Step("source", "a", _AN_AGENCY)])
@example(changes=[*WORLD, Step("place", "a", None, deleted=True)])
def test_texts_follow_whatever_is_changed(tables: Database, changes: list[Step]) -> None:
    with tables.writing() as session:
        for model in MODELS.values():
            session.execute(delete(model))
        for step in [*WORLD, *changes]:
            take(session, step)
        for collection in (EVENTS, CLAIMS):
            kept, anew, _number = both(session, collection)
            assert kept == anew


def test_an_item_without_its_source_is_none_until_there_is_one(tables: Database) -> None:
    with tables.writing() as session:
        for model in MODELS.values():
            session.execute(delete(model))
        for step in WORLD[1:]:
            take(session, step)
        assert both(session, EVENTS)[2] == 0
        take(session, WORLD[0])
        assert both(session, EVENTS)[2] == 1


def test_what_is_over_leaves_no_text(tables: Database) -> None:
    with tables.writing() as session:
        for step in [*WORLD, Step("event", "a", None), Step("claim", "a", None, deleted=True)]:
            take(session, step)
        for key in KEYS:
            for table in ("event", "claim"):
                take(session, Step(table, key, None))
        for row in (EventTextRow, ClaimTextRow):
            assert session.scalars(select(row)).all() == []
