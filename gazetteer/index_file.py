"""The file format of an index: its tables, its marks, and how it is opened for reading.

An index is a SQLite file that is written once, by `build`, and never changed: a new index replaces
the file as a whole. So it is opened as immutable, which needs no locks and no writable folder.
"""

import os
import sqlite3
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from gazetteer.errors import (
    GazetteerCorrupt,
    GazetteerError,
    GazetteerMissing,
    GazetteerOutdated,
)

LAYOUT = 9
"""Rises whenever the tables, or the rules that make keys and standings, change."""

APPLICATION_ID = 0x67617A74
"""Marks a SQLite file as ours ("gazt" in ASCII)."""

# A term is a key of `gazetteer.names`; its number is its place in the order of all keys, so that
# the terms with one beginning are a row of numbers. `spelling` is stored in the order of its keys,
# since a name that is written as in the index is found by that alone. `strict` and `loose` lead
# from the keys of `gazetteer.keys` to terms, `gram` from three letters, `deletion` from what is
# left of a term without one of its letters. `array` holds columns as bytes, which numpy reads in
# one go, among them the keys of all terms; it has rowids, since to search a table that has none
# SQLite loads every column that it passes. `names` is packed; it is unpacked only where somebody
# looks at it.
TABLES = """
CREATE TABLE about (subject TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
    name TEXT PRIMARY KEY, version TEXT NOT NULL, attribution TEXT NOT NULL
);
CREATE TABLE place (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    longitude REAL NOT NULL,
    latitude REAL NOT NULL,
    kind TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    population INTEGER,
    names TEXT NOT NULL,
    admin1_name TEXT NOT NULL,
    other_ids TEXT NOT NULL,
    standing REAL NOT NULL
);
CREATE TABLE other_id (id TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (
    key TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES place,
    text TEXT NOT NULL,
    stripped INTEGER NOT NULL,
    form INTEGER NOT NULL,
    language TEXT NOT NULL,
    since TEXT NOT NULL,
    until TEXT NOT NULL,
    term INTEGER NOT NULL,
    PRIMARY KEY (key, place, text)
) WITHOUT ROWID;
CREATE TABLE strict (key TEXT, term INTEGER, PRIMARY KEY (key, term)) WITHOUT ROWID;
CREATE TABLE loose (key TEXT, term INTEGER, PRIMARY KEY (key, term)) WITHOUT ROWID;
CREATE TABLE gram (code INTEGER PRIMARY KEY, terms BLOB NOT NULL);
CREATE TABLE deletion (bucket INTEGER PRIMARY KEY, content BLOB NOT NULL);
CREATE TABLE array (name TEXT PRIMARY KEY, content BLOB NOT NULL);
"""

# SQLite's own file header, as its documentation lays it out: the mark, page size, page count,
# user version and application id.
_HEADER = struct.Struct(">16sH10xI28xI4xI")
_SQLITE_MARK = b"SQLite format 3\0"
_LARGEST_PAGE = 65536

# Enough for the upper levels of all tables; what lies below is seldom asked for twice.
_CACHE_KILOBYTES = 4_000


class IndexReader:
    """One read-only connection to an index, which threads take turns to use.

    A connection for each thread would gain little, since Python does more than half of the work,
    and one that is opened after a new build would read another index than the others.
    """

    def __init__(self, path: Path) -> None:
        """Raises GazetteerMissing, GazetteerCorrupt or GazetteerOutdated."""
        check_file(path)
        self._path = path
        self._turn = Lock()
        self._connection: sqlite3.Connection | None = _open_read_only(path)

    def fetch(self, statement: str, values: Sequence[object] = ()) -> list[Any]:
        """Return all rows of a query. Raises GazetteerCorrupt when SQLite finds damage."""
        with self._turn:
            if self._connection is None:
                raise GazetteerError("The gazetteer is closed.")
            try:
                return self._connection.execute(statement, values).fetchall()
            except sqlite3.DatabaseError as error:
                raise GazetteerCorrupt(self._path, str(error)) from error

    def fetch_in(self, statement: str, values: Sequence[object]) -> list[Any]:
        """Return all rows of a query that ends in `IN`."""
        return self.fetch(f"{statement} ({','.join('?' * len(values))})", values)

    def array(self, name: str, kind: Any) -> NDArray[Any]:
        """Return a column that was stored as bytes."""
        little = np.dtype(kind).newbyteorder("<")
        return np.frombuffer(self.content(name), dtype=little).astype(kind, copy=False)

    def content(self, name: str) -> bytes:
        """Return a column as the bytes that it was stored as."""
        for (content,) in self.fetch("SELECT content FROM array WHERE name = ?", (name,)):
            return bytes(content)
        raise GazetteerCorrupt(self._path, f"it lacks the column {name}")

    def close(self) -> None:
        """Close the connection; closing twice does nothing."""
        with self._turn:
            if self._connection is not None:
                self._connection.close()
            self._connection = None


def check_file(path: Path) -> None:
    """Check the header of an index without opening it as a database.

    Raises GazetteerMissing, GazetteerCorrupt (no index of ours, or cut short) or GazetteerOutdated.
    """
    try:
        header = _Header.read(path)
    except FileNotFoundError as error:
        raise GazetteerMissing(path) from error
    except OSError as error:
        raise GazetteerCorrupt(path, error.strerror or str(error)) from error
    if not header.is_ours:
        raise GazetteerCorrupt(path, "it is no gazetteer index")
    if header.is_cut_short:
        raise GazetteerCorrupt(path, "it is cut short")
    if header.layout != LAYOUT:
        raise GazetteerOutdated(path, header.layout, LAYOUT)


def may_be_replaced(path: Path) -> bool:
    """Say whether a path is free, empty, or an index of any state: then a build may go there.

    Raises OSError where nothing can be, such as below a file.
    """
    try:
        header = _Header.read(path)
    except FileNotFoundError:
        return True
    return header.is_ours or header.file_size == 0


@dataclass(frozen=True, slots=True)
class _Header:
    """What the first bytes of a file say of it; sizes in bytes."""

    mark: bytes
    page_size: int
    pages: int
    layout: int
    application: int
    file_size: int

    @classmethod
    def read(cls, path: Path) -> Self:
        with path.open("rb") as file:
            start = file.read(_HEADER.size).ljust(_HEADER.size, b"\0")
            size = os.fstat(file.fileno()).st_size
        mark, page_size, pages, layout, application = _HEADER.unpack(start)
        return cls(mark, page_size, pages, layout, application, size)

    @property
    def is_ours(self) -> bool:
        return self.mark == _SQLITE_MARK and self.application == APPLICATION_ID

    @property
    def is_cut_short(self) -> bool:
        # The largest page size does not fit its two bytes, so the format writes it as 1.
        page_size = self.page_size if self.page_size > 1 else _LARGEST_PAGE
        return self.file_size < self.pages * page_size


def _open_read_only(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # The reader sees to it that threads take turns.
    )
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KILOBYTES}")
    return connection
