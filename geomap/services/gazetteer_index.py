"""One open gazetteer for a whole service, opened anew when its index file is replaced."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from gazetteer import Gazetteer

_Mark = tuple[int, int, int, int]


@dataclass(slots=True)
class _Opened:
    """An open index, and how many questions are being answered from it now."""

    gazetteer: Gazetteer
    mark: _Mark
    stamp: str
    attribution: tuple[str, ...]
    users: int = 0


@dataclass(frozen=True, slots=True)
class OpenIndex:
    """An index to ask, the stamp of its build, which no other build has, and whom to credit."""

    gazetteer: Gazetteer
    stamp: str
    attribution: tuple[str, ...]


class SharedGazetteer:
    """Hands out the index at a path to many threads.

    It is opened at the first question, so that a service starts without one. A build puts a new
    file in the old one's place; from then on questions go to the new file, while those under way
    end on the old one, which is closed after the last of them.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()
        self._current: _Opened | None = None

    @contextmanager
    def using(self) -> Iterator[OpenIndex]:
        """Offer the index as it is now, for one question.

        Raises GazetteerError with what to do when there is none that can be read.
        """
        opened = self._taken()
        try:
            yield OpenIndex(opened.gazetteer, opened.stamp, opened.attribution)
        finally:
            self._given_back(opened)

    def close(self) -> None:
        """Close the index; a later question opens it again."""
        with self._lock:
            self._retire()

    def _taken(self) -> _Opened:
        with self._lock:
            mark = _mark_of(self._path)
            if self._current is None or self._current.mark != mark:
                fresh = _opened(self._path, mark)
                self._retire()
                self._current = fresh
            self._current.users += 1
            return self._current

    def _given_back(self, opened: _Opened) -> None:
        with self._lock:
            opened.users -= 1
            if opened is not self._current and opened.users == 0:
                opened.gazetteer.close()

    def _retire(self) -> None:
        """Let go of the index; whoever still uses it closes it. Only under the lock."""
        if self._current is not None and self._current.users == 0:
            self._current.gazetteer.close()
        self._current = None


def _opened(path: Path, mark: _Mark) -> _Opened:
    gazetteer = Gazetteer.open(path)
    try:
        info = gazetteer.info()
    except BaseException:
        gazetteer.close()
        raise
    # Two builds can end within one second, so the file itself is part of the stamp.
    parts = (info.built_at.isoformat(), *map(str, mark))
    credits_due = dict.fromkeys(source.attribution for source in info.sources)
    return _Opened(gazetteer, mark, "-".join(parts), tuple(credits_due))


def _mark_of(path: Path) -> _Mark:
    """What changes when a file is replaced; zeros when there is none, which opening will say."""
    with suppress(OSError):
        state = path.stat()
        return (state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns)
    return (0, 0, 0, 0)
