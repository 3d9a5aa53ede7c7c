"""A database that cannot be used is refused in words, and what is written is whole or absent."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import Session

from geomap.domain.rule import Rule
from geomap.errors import DatabaseUnavailable, GeomapError, InvalidInput
from geomap.services.atlases import prepare_database
from geomap.storage.database import Database
from geomap.storage.models import RevisionRow
from geomap.storage.revisions import add_revision, latest_revision


class Interrupted(Exception):
    """Stands for whatever may go wrong between two writes."""


@pytest.fixture
def opened() -> Iterator[Callable[[Path | str], Database]]:
    databases = []

    def open_one(address: Path | str) -> Database:
        url = address if isinstance(address, str) else f"sqlite:///{address}"
        databases.append(Database(url))
        return databases[-1]

    yield open_one
    for database in databases:
        database.close()


Open = Callable[[Path | str], Database]


def revisions(database: Database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(RevisionRow)) or 0


def test_a_write_that_fails_leaves_nothing(database: Database) -> None:
    def write_half(session: Session) -> None:
        add_revision(session, "a test", "")
        raise Interrupted

    with pytest.raises(Interrupted), database.writing() as session:
        write_half(session)
    assert revisions(database) == 1


def test_nothing_is_written_by_reading(database: Database) -> None:
    with database.reading() as session:
        add_revision(session, "a test", "")
    assert revisions(database) == 1


def test_a_reader_sees_one_state_while_others_write(database: Database) -> None:
    with database.reading() as reader:
        before = latest_revision(reader)
        with database.writing() as writer:
            add_revision(writer, "a test", "")
        assert latest_revision(reader) == before


def test_a_second_writer_waits_for_the_first(database: Database) -> None:
    begun = threading.Event()
    numbers: list[int] = []

    def write_second() -> None:
        begun.set()
        with database.writing() as session:
            numbers.append(add_revision(session, "the second", ""))

    with database.writing() as session:
        second = threading.Thread(target=write_second)
        second.start()
        begun.wait()
        numbers.append(add_revision(session, "the first", ""))
    second.join()
    assert numbers == [2, 3]


def test_preparing_a_database_that_is_ready_waits_for_no_writer(database: Database) -> None:
    with database.writing() as session:
        add_revision(session, "a long load", "")
        preparing = threading.Thread(target=prepare_database, args=(database, Rule()))
        preparing.start()
        preparing.join(timeout=5)
        waits = preparing.is_alive()
    preparing.join()
    assert not waits


def test_commits_reach_the_disk_and_readers_never_block_writers(database: Database) -> None:
    with database.reading() as session:
        connection = session.connection()
        modes = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert modes == ["wal", 2, 1]


def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    naive = datetime.now(UTC).replace(tzinfo=None)
    with pytest.raises(StatementError, match="time zone"), database.writing() as session:
        session.add(RevisionRow(number=9, created=naive, author="", note=""))


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("geomap.sqlite", id="a path"),
        pytest.param("oracle9://x", id="unknown kind"),
        pytest.param("postgresql+nodriver://x/y", id="unknown driver"),
        pytest.param("sqlite://host:port/file", id="bad port"),
    ],
)
def test_an_address_that_is_none_is_refused(opened: Open, url: str) -> None:
    with pytest.raises(InvalidInput, match="GEOMAP_DATABASE: this address cannot be used"):
        opened(url)


def test_a_missing_folder_is_made(opened: Open, tmp_path: Path) -> None:
    prepare_database(opened(tmp_path / "new" / "folder" / "geomap.sqlite"), Rule())
    assert (tmp_path / "new" / "folder" / "geomap.sqlite").is_file()


def test_a_file_in_the_place_of_the_folder_is_refused(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseUnavailable, match="cannot be made"):
        opened(tmp_path / "file" / "geomap.sqlite")


def test_a_folder_in_the_place_of_the_file_is_refused(opened: Open, tmp_path: Path) -> None:
    with pytest.raises(DatabaseUnavailable, match="unable to open database file"):
        prepare_database(opened(tmp_path), Rule())


def test_a_file_that_is_no_database_is_refused(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear reader, this is no database. " * 100)
    with pytest.raises(DatabaseUnavailable, match="file is not a database"):
        prepare_database(opened(tmp_path / "letter.txt"), Rule())


def test_a_file_that_is_no_database_is_left_as_it_was(opened: Open, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear reader, this is no database. " * 100)
    before = letter.read_bytes()
    with pytest.raises(DatabaseUnavailable):
        prepare_database(opened(letter), Rule())
    assert letter.read_bytes() == before


def test_a_damaged_database_is_refused(opened: Open, database_file: Path) -> None:
    content = bytearray(database_file.read_bytes())
    content[1000:] = b"\xff" * (len(content) - 1000)
    database_file.write_bytes(content)
    with pytest.raises(DatabaseUnavailable, match="malformed"):
        prepare_database(opened(database_file), Rule())


def test_the_database_of_another_program_is_refused(opened: Open, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite")) as other:
        other.execute("CREATE TABLE letters (text)")
    with pytest.raises(GeomapError, match="another program"):
        prepare_database(opened(tmp_path / "other.sqlite"), Rule())


def test_a_message_never_shows_the_password(opened: Open) -> None:
    with pytest.raises(InvalidInput) as refusal:
        opened("postgresql+nodriver://reader:hunter2@127.0.0.1/geomap")
    assert "hunter2" not in str(refusal.value)
