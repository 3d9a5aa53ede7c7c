"""Answers that are sent while they are being made, and the care that they need.

What is sent is read in a transaction of its own, so it stands for one revision, whatever is loaded
meanwhile. The transaction ends with the last piece, or when the reader hangs up.
"""

from collections.abc import Callable, Generator, Iterator
from threading import BoundedSemaphore

from sqlalchemy.orm import Session

from geomap.errors import Unavailable
from geomap.storage.database import Database

MOST_AT_ONCE = 4
"""As many are made at once, so that threads are left for short answers."""


class Stream:
    """The pieces of one answer; what is wrong with the request is raised before the first."""

    def __init__(self, pieces: Generator[bytes]) -> None:
        self._pieces = pieces
        self._first: bytes | None = next(pieces, None)

    def __iter__(self) -> "Stream":
        return self

    def __next__(self) -> bytes:
        first, self._first = self._first, None
        return next(self._pieces) if first is None else first

    def close(self) -> None:
        """Let everything go; servers call it after the last piece, or when a reader hangs up."""
        self._pieces.close()


class Streams:
    """The answers that are being made from one database."""

    def __init__(self, database: Database, most: int = MOST_AT_ONCE) -> None:
        self._database = database
        self._room = BoundedSemaphore(most)

    def open(self, write: Callable[[Session], Iterator[bytes]]) -> Stream:
        """Begin to send what `write` makes.

        Raises Unavailable while as many are being made as may be, and what `write` raises before
        its first piece.
        """
        if not self._room.acquire(blocking=False):
            raise Unavailable("Several large files are being written; ask again in a moment.")
        return Stream(self._pieces(write))

    def _pieces(self, write: Callable[[Session], Iterator[bytes]]) -> Generator[bytes]:
        try:
            with self._database.reading() as session:
                yield from write(session)
        finally:
            self._room.release()
