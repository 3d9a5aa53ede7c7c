"""One change of a gazetteer at a time: a lock that the operating system takes back from the dead.

Corrections, imports and builds read what there is, make something of it and put that in its place.
Two of them at once would lose what one of them did, so each holds the lock of its index. Readers
need none.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from gazetteer.errors import GazetteerBusy, GazetteerNotWritable

PATIENCE_SECONDS = 300.0
"""How long a change waits for another: a build ends in it even on a machine with much to do."""

_BETWEEN_TRIES_SECONDS = 0.05
_READABLE_BY_ALL = 0o644

if sys.platform == "win32":
    import msvcrt

    def _taken(_index: Path, descriptor: int) -> bool:
        """Try to lock the first byte, which need not be there."""
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _taken(index: Path, descriptor: int) -> bool:
        """Try to lock the file. Raises GazetteerNotWritable where a disk knows no locks."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            raise GazetteerNotWritable(index, error.strerror or str(error)) from error
        return True


@contextmanager
def changing(index: Path, patience: float | None = None) -> Iterator[None]:
    """Hold the right to change the index at a path and what belongs to it.

    The lock file beside the index stays, since whoever removes one may remove that of another.
    The lock itself goes with its process, however that ends. It is not held twice: a change must
    not start another. Raises GazetteerBusy after `patience` seconds (PATIENCE_SECONDS if it is not
    given), GazetteerNotWritable where no file can be.
    """
    path = index.with_name(f"{index.stem}.lock")
    patience = PATIENCE_SECONDS if patience is None else patience
    descriptor = _opened(index, path)
    try:
        _wait(index, descriptor, time.monotonic() + patience)
        yield
    finally:
        os.close(descriptor)


def _opened(index: Path, path: Path) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, _READABLE_BY_ALL)
    except OSError as error:
        raise GazetteerNotWritable(index, error.strerror or str(error)) from error


def _wait(index: Path, descriptor: int, until: float) -> None:
    while not _taken(index, descriptor):
        if time.monotonic() >= until:
            raise GazetteerBusy(index)
        time.sleep(_BETWEEN_TRIES_SECONDS)
