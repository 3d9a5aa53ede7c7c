"""Migrations lead from nothing to the tables that the models describe, and back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.territory.reach import Reach
from geomap.errors import DatabaseUnavailable
from geomap.exports.timeline import timeline_document
from geomap.services.atlases import prepare_database
from geomap.services.outline import outline
from geomap.storage import migrate
from geomap.storage.atlases import load_atlas
from geomap.storage.columns import Model
from geomap.storage.database import Database
from geomap.storage.migrate import is_current, upgrade
from geomap.storage.models import RevisionRow

BY_HAND = ("control_space_time", "event_space_time", "claim_space_time", "event_words")


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Database]:
    """A database without any table."""
    database = Database(f"sqlite:///{tmp_path / 'bare.sqlite'}")
    yield database
    database.close()


def tables(database: Database) -> set[str]:
    return set(inspect(database.engine).get_table_names())


def downgrade(database: Database, target: str) -> None:
    with database.connection() as connection:
        config = Config()
        config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
        config.attributes["connection"] = connection
        command.downgrade(config, target)


def test_migrations_make_the_tables_of_the_models(bare: Database) -> None:
    upgrade(bare)
    assert tables(bare) >= set(Model.metadata.tables)


def test_migrations_and_models_agree(bare: Database) -> None:
    upgrade(bare)
    with bare.connection() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "compare_server_default": True,
                # The R*Trees, the words and the tables behind them are made by hand.
                "include_name": lambda name, _kind, _parents: not str(name).startswith(BY_HAND),
            },
        )
        assert compare_metadata(context, Model.metadata) == []


def test_checks_of_the_models_are_in_the_migrations(bare: Database) -> None:
    upgrade(bare)
    inspector = inspect(bare.engine)
    found = {
        (name, str(check["name"]))
        for name in Model.metadata.tables
        for check in inspector.get_check_constraints(name)
    }
    wanted = {
        (name, str(check.name))
        for name, table in Model.metadata.tables.items()
        for check in table.constraints
        if isinstance(check, CheckConstraint)
    }
    assert found == wanted


def test_upgrading_twice_changes_nothing(bare: Database) -> None:
    upgrade(bare)
    before = tables(bare)
    upgrade(bare)
    assert tables(bare) == before


def test_upgrading_keeps_what_is_there(database: Database) -> None:
    upgrade(database)
    with database.reading() as session:
        atlas = load_atlas(session, 1)
    assert atlas is not None
    assert len(atlas.claims) == 12


def test_an_atlas_of_before_small_places_keeps_one_reach(database: Database) -> None:
    downgrade(database, "0002")
    upgrade(database)
    with database.reading() as session:
        atlas = load_atlas(session, 1)
    assert atlas is not None
    assert atlas.frame.reach == Reach(30.0)


def test_a_database_of_the_first_tables_keeps_every_answer(database: Database) -> None:
    before = whole(database)
    downgrade(database, "0001")
    with database.connection() as connection:
        first = {row[1] for row in connection.exec_driver_sql("PRAGMA table_info(revision)")}
    assert "origin" not in first
    prepare_database(database, Rule())
    assert whole(database) == before
    with database.reading() as session:
        assert session.get_one(RevisionRow, 1).origin == "atlas:test-war"


def whole(database: Database) -> tuple[object, ...]:
    """Every record of the atlas, and all that is derived from them."""
    with database.reading() as session:
        answer = timeline_document(outline(session, Standpoint()))
        return load_atlas(session, 1), answer


def test_a_downgrade_leaves_no_table(database: Database) -> None:
    downgrade(database, "base")
    assert tables(database) <= {"alembic_version"}


def test_after_a_downgrade_the_way_up_is_open(database: Database) -> None:
    downgrade(database, "base")
    upgrade(database)
    assert is_current(database)


def test_a_migration_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "taken.sqlite"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        # The last table that the first migration makes stands in its way.
        connection.execute("CREATE TABLE source (id TEXT)")
    database = Database(f"sqlite:///{path}")
    with pytest.raises(DatabaseUnavailable, match="source already exists"):
        upgrade(database)
    left = tables(database)
    database.close()
    assert left == {"alembic_version", "source"}


def test_a_database_without_tables_is_not_current(bare: Database) -> None:
    assert not is_current(bare)


def test_a_database_of_a_newer_geomap_is_refused(database: Database) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseUnavailable, match="made by a newer geomap"):
        upgrade(database)


def test_a_database_of_a_newer_geomap_is_not_called_outdated(database: Database) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(DatabaseUnavailable, match="made by a newer geomap"):
        is_current(database)
