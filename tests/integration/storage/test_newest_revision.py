"""The newest revision is known without asking, until something in the database has changed."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from geomap.services.atlases import Loaded
from geomap.storage.database import Database, remembered
from geomap.storage.revisions import NewestRevision, add_revision, latest_revision
from tests.factories import claim

Load = Callable[..., Loaded]


def test_a_change_of_this_process_is_seen(database: Database) -> None:
    newest = NewestRevision(database)
    assert newest.get() == 1
    with database.writing() as session:
        add_revision(session, "somebody", "for a test")
        assert newest.get() == 1
    assert newest.get() == 2


def test_a_change_of_another_process_is_seen(database: Database, database_file: Path) -> None:
    newest = NewestRevision(database)
    assert newest.get() == 1
    with closing(sqlite3.connect(database_file)) as connection, connection:
        connection.execute("UPDATE revision SET number = 7")
    assert newest.get() == 7


def test_what_sessions_remember_is_forgotten_with_any_change(
    database: Database, database_file: Path
) -> None:
    def latest() -> int:
        with database.reading() as session:
            return latest_revision(session)

    assert [latest(), latest()] == [1, 1]
    with closing(sqlite3.connect(database_file)) as connection, connection:
        connection.execute("UPDATE revision SET number = 7")
    assert latest() == 7
    # Not counted by SQLite for the connection that does it.
    with database.writing() as session:
        add_revision(session, "somebody", "for a test")
        assert latest() == 7
        assert latest_revision(session) == 8
    assert latest() == 8


def test_a_session_goes_on_with_what_it_saw_first(database: Database) -> None:
    with database.reading() as session:
        assert latest_revision(session) == 1
        with database.writing() as other:
            add_revision(other, "somebody", "for a test")
        assert remembered(session)
        assert latest_revision(session) == 1
    with database.reading() as session:
        assert latest_revision(session) == 2


def test_what_is_taken_back_was_never_there(database: Database) -> None:
    newest = NewestRevision(database)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("UPDATE revision SET note = 'x'")
        connection.rollback()
    assert newest.get() == 1


def test_nothing_is_asked_while_nothing_changes(database: Database, load: Load) -> None:
    newest = NewestRevision(database)
    newest.get()
    asked: list[None] = []
    reading = database.reading

    def counted() -> object:
        asked.append(None)
        return reading()

    database.reading = counted  # type: ignore[method-assign, assignment]
    assert [newest.get() for _ in range(5)] == [1] * 5
    assert asked == []
    load(claims=[claim()])
    assert newest.get() == 2


def test_many_may_ask_at_once(database: Database) -> None:
    newest = NewestRevision(database)
    told: list[int] = []

    def ask() -> None:
        told.extend(newest.get() for _ in range(50))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [1] * 400


def test_watching_keeps_no_transaction_open(database: Database, database_file: Path) -> None:
    NewestRevision(database).get()
    with database.writing() as session:
        add_revision(session, "somebody", "for a test")
    with closing(sqlite3.connect(database_file)) as connection:
        busy, in_log, moved = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert (busy, in_log, moved) == (0, 0, 0)
