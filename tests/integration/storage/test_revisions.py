"""Truth is never overwritten: an edit closes a version and adds one, a withdrawal closes one."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas
from geomap.errors import DatabaseUnavailable, InvalidInput
from geomap.services.atlases import prepare_database
from geomap.storage.atlases import load_atlas, load_claims, store_atlas
from geomap.storage.database import Database
from geomap.storage.models import ClaimRow, RevisionRow
from geomap.storage.records import claim_columns
from geomap.storage.revisions import Changes, add_revision, latest_revision
from tests.factories import KOBANI, Cells, actor, claim, claims

ReadAtlas = Callable[..., Atlas]
SUMMARY = "It was said otherwise."


def store(database: Database, atlas: Atlas) -> Changes:
    with database.writing() as session:
        return store_atlas(session, atlas, "a test", "")


def edited(rows: Iterable[Cells]) -> list[Cells]:
    return [{**row, "summary": SUMMARY} if row["id"] == "raqqa-falls" else row for row in rows]


def without(rows: Iterable[Cells], key: str) -> list[Cells]:
    return [row for row in rows if row["id"] != key]


def versions(session: Session, key: str) -> list[tuple[int, int | None]]:
    rows = session.scalars(select(ClaimRow).where(ClaimRow.id == key).order_by(ClaimRow.since))
    return [(row.since, row.until) for row in rows]


def by_id(atlas: Atlas) -> Atlas:
    """The atlas with its records in the order in which storage gives them."""
    tables = ("actors", "sources", "reports", "places", "claims", "events", "figures")
    ordered: dict[str, Any] = {
        name: tuple(sorted(getattr(atlas, name), key=attrgetter("id"))) for name in tables
    }
    return replace(atlas, **ordered)


def test_an_atlas_comes_back_as_it_was_stored(
    empty_database: Database, read_small: ReadAtlas
) -> None:
    atlas = read_small()
    store(empty_database, atlas)
    with empty_database.reading() as session:
        assert load_atlas(session, 1) == by_id(atlas)


def test_an_empty_database_holds_no_atlas(empty_database: Database) -> None:
    with empty_database.reading() as session:
        assert (latest_revision(session), load_atlas(session, 0)) == (0, None)


def test_storing_the_same_again_makes_no_revision(
    database: Database, read_small: ReadAtlas
) -> None:
    assert not store(database, read_small()).any
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(RevisionRow)) == 1


def test_an_edited_record_gets_a_second_version(database: Database, read_small: ReadAtlas) -> None:
    assert store(database, read_small(claims=edited(claims()))) == Changes(edited=1)
    with database.reading() as session:
        assert versions(session, "raqqa-falls") == [(1, 2), (2, None)]


def test_a_withdrawn_record_is_closed_and_kept(database: Database, read_small: ReadAtlas) -> None:
    changes = store(database, read_small(claims=without(claims(), "raqqa-falls")))
    assert changes == Changes(withdrawn=1)
    with database.reading() as session:
        assert versions(session, "raqqa-falls") == [(1, 2)]


def test_a_record_that_returns_gets_a_version_of_its_own(
    database: Database, read_small: ReadAtlas
) -> None:
    store(database, read_small(claims=without(claims(), "raqqa-falls")))
    store(database, read_small())
    with database.reading() as session:
        assert versions(session, "raqqa-falls") == [(1, 2), (3, None)]


def test_a_new_record_leaves_the_others_alone(database: Database, read_small: ReadAtlas) -> None:
    changes = store(database, read_small(claims=[*claims(), claim(id="another")]))
    assert changes == Changes(added=1)
    with database.reading() as session:
        assert versions(session, "raqqa-falls") == [(1, None)]


def test_a_change_of_name_is_an_edit(database: Database, read_small: ReadAtlas) -> None:
    actors = [actor(name="The Northern Front"), actor(id="south", name="South", colour="#d55e00")]
    assert store(database, read_small(actors=actors)) == Changes(edited=1)


def test_a_revision_says_who_made_it_and_when_in_utc(database: Database) -> None:
    with database.reading() as session:
        first = session.get_one(RevisionRow, 1)
        facts = (first.author, first.note, first.created.tzname())
    assert facts == ("geomap load", "atlas test-war", "UTC")


def test_statements_of_another_origin_survive_a_load(
    database: Database, read_small: ReadAtlas
) -> None:
    with database.writing() as session:
        add_foreign_claim(session, "ingested-claim")
    store(database, read_small(claims=[claim()]))
    with database.reading() as session:
        kept = {one.id for one in load_claims(session, latest_revision(session))}
    assert kept == {"raqqa-falls", "ingested-claim"}


def test_an_atlas_cannot_take_the_id_of_a_record_of_another_origin(
    database: Database, read_small: ReadAtlas
) -> None:
    with database.writing() as session:
        add_foreign_claim(session, "ingested-claim")
    taken = [*claims(), claim(id="ingested-claim")]
    with pytest.raises(InvalidInput, match=r"claim that was not loaded .* the id: ingested-claim"):
        store(database, read_small(claims=taken))


def test_an_atlas_cannot_withdraw_what_another_origin_rests_on(
    database: Database, read_small: ReadAtlas
) -> None:
    with database.writing() as session:
        add_foreign_claim(session, "ingested-claim")
    elsewhere = [claim(id="kobani", **KOBANI)]
    with pytest.raises(InvalidInput, match="ingested-claim, not loaded from it, needs the place"):
        store(database, read_small(claims=elsewhere, events=[], figures=[]))
    with database.reading() as session:
        assert latest_revision(session) == 2


def add_foreign_claim(session: Session, key: str) -> None:
    revision = add_revision(session, "a reviewer", "")
    (original,) = (one for one in load_claims(session, revision) if one.id == "raqqa-falls")
    columns = claim_columns(original)
    session.add(ClaimRow(id=key, since=revision, origin="report:1", **columns))


def test_an_id_has_one_current_version(database: Database) -> None:
    with pytest.raises(DatabaseUnavailable, match="UNIQUE"), database.writing() as session:
        add_foreign_claim(session, "raqqa-falls")


@settings(max_examples=15)
@given(
    history=st.lists(
        st.dictionaries(st.integers(0, 11), st.sampled_from(["said so", "said otherwise"])),
        min_size=1,
        max_size=4,
    )
)
def test_every_revision_keeps_answering_what_it_answered(
    history: list[dict[int, str]], whole_atlas: Atlas
) -> None:
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{Path(folder) / 'geomap.sqlite'}")
        prepare_database(database, Rule())
        stored: dict[int, Atlas] = {}
        for chosen in history:
            picked = [
                replace(whole_atlas.claims[number], summary=summary)
                for number, summary in sorted(chosen.items())
            ]
            atlas = replace(whole_atlas, claims=tuple(picked))
            with database.writing() as session:
                store_atlas(session, atlas, "a test", "")
                stored[latest_revision(session)] = atlas
        with database.reading() as session:
            answers = {number: load_atlas(session, number) for number in stored}
        database.close()
    assert answers == {number: by_id(atlas) for number, atlas in stored.items()}
