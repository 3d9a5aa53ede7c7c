"""Open the database: connections, transactions and what can go wrong with them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any

from sqlalchemy import Connection, Engine, PoolProxiedConnection, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session

from geomap.errors import DatabaseUnavailable, InvalidInput
from geomap.storage.functions import teach

CACHE_KIB = 16_000
BUSY_SECONDS = 30
RETRY_SECONDS = 0.02
_WRITES = "geomap_writes"
_TURN = 6_120_261
"""A number of our own, by which PostgreSQL tells our writers from those of other programs."""
_ONE_STATE = {"isolation_level": "REPEATABLE READ"}
_REMEMBERED = "geomap_remembered"


class Database:
    """The one way to a session; SQLite in WAL mode unless the address says otherwise.

    Readers never wait. Writers take their turn: a second one waits up to 30 seconds.
    """

    def __init__(self, url: str) -> None:
        """Raise InvalidInput for an address that is none, DatabaseUnavailable for a bad folder."""
        self.engine = _engine(url)
        self._watch: PoolProxiedConnection | None = None
        self._watch_lock = Lock()
        options: dict[str, Any] = {_WRITES: True}
        if self.engine.dialect.name == "postgresql":
            # Who had to wait for a turn must see what was written meanwhile.
            options["isolation_level"] = "READ COMMITTED"
        self._writer = self.engine.execution_options(**options)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent view of the database; nothing can be written through it."""
        with _plain_errors(self.engine), Session(self.engine) as session:
            yield session
            session.rollback()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One transaction: all of it is kept, or, after any error, nothing."""
        with _plain_errors(self.engine), Session(self._writer) as session, session.begin():
            yield session

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A connection inside one writing transaction, for migrations."""
        with _plain_errors(self.engine), self._writer.begin() as connection:
            yield connection

    def version(self) -> int | None:
        """A number that is another one after any change of the database, by any process.

        It costs microseconds. None where the database cannot tell.
        """
        if self.engine.dialect.name != "sqlite":
            return None
        with self._watch_lock, _plain_errors(self.engine):
            if self._watch is None:
                # SQLite counts the changes of other connections, so nothing is written through
                # this one; and it is never in a transaction, which would see no change at all.
                self._watch = self.engine.raw_connection()
            cursor = self._watch.cursor()
            cursor.execute("PRAGMA data_version")
            (row,) = cursor.fetchall()
            cursor.close()
            number: int = row[0]
            return number

    def close(self) -> None:
        """Give every connection back."""
        with self._watch_lock:
            if self._watch is not None:
                self._watch.close()
                self._watch = None
        self.engine.dispose()


def _engine(url: str) -> Engine:
    try:
        address = make_url(url)
        # A reader sees one state; SQLite knows nothing else.
        seen = {} if address.get_backend_name() == "sqlite" else _ONE_STATE
        engine = create_engine(address, **seen)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, ValueError) as error:
        raise InvalidInput(f"GEOMAP_DATABASE: this address cannot be used: {error}.") from error
    if engine.dialect.name == "sqlite":
        _make_folder(address.database)
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        event.listen(engine, "commit", _forget)
    elif engine.dialect.name == "postgresql":
        event.listen(engine, "begin", _begin_postgresql)
    return engine


def _make_folder(file: str | None) -> None:
    if file is None or file == ":memory:":
        return
    folder = Path(file).absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseUnavailable(f"{folder} cannot be made: {error.strerror}.") from error


def _prepare_sqlite(connection: Any, record: object) -> None:
    del record
    # The driver's own idea of when a transaction begins would let two writers deadlock, so we
    # begin them ourselves, below.
    connection.isolation_level = None
    teach(connection)
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    _use_wal(cursor)
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    # Answers for a box read from all over the file; 2 MB, as it is unset, would forget the first
    # pages before the last ones are read.
    cursor.execute(f"PRAGMA cache_size = {-CACHE_KIB}")
    cursor.close()


def _use_wal(cursor: sqlite3.Cursor) -> None:
    """Turn WAL mode on, which a file keeps once it has it.

    SQLite does not wait for this lock by itself: two processes that open a new file at once would
    have one of them fail.
    """
    deadline = monotonic() + BUSY_SECONDS
    while cursor.execute("PRAGMA journal_mode").fetchone() != ("wal",):
        try:
            cursor.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or monotonic() > deadline:
                raise
            sleep(RETRY_SECONDS)
        else:
            return  # A database in memory has a mode of its own, and keeps it.


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES)
    # Straight to the driver: this happens for each answer.
    connection.connection.cursor().execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITES):
        # Writers take their turn, as they do with SQLite; the lock ends with the transaction.
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_TURN})")


def _forget(connection: Connection) -> None:
    # SQLite does not count what a connection changes itself.
    connection.info.pop(_REMEMBERED, None)


def remembered(session: Session) -> dict[Any, Any]:
    """What was read before from the state of the database that a session sees.

    It outlives the session as long as nothing changes, where the database can tell. A session that
    writes, and so changes the state itself, remembers nothing. What is put in stays as it is.
    """
    kept: dict[Any, Any] | None = session.info.get(_REMEMBERED)
    if kept is None:
        connection = session.connection()
        if connection.get_execution_options().get(_WRITES):
            return {}
        kept = session.info[_REMEMBERED] = _of_state(connection)
    return kept


def _of_state(connection: Connection) -> dict[Any, Any]:
    if connection.dialect.name != "sqlite":
        return {}
    # Inside a transaction this is the version of what the transaction sees.
    cursor = connection.connection.cursor()
    (version,) = cursor.execute("PRAGMA data_version").fetchone()
    cursor.close()
    known = connection.info.get(_REMEMBERED)
    if known is None or known[0] != version:
        known = connection.info[_REMEMBERED] = version, {}
    kept: dict[Any, Any] = known[1]
    return kept


@contextmanager
def _plain_errors(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        where = engine.url.render_as_string(hide_password=True)
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise DatabaseUnavailable(f"{where} cannot be used: {reason}.") from error
