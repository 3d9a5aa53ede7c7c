"""Tell many listeners of new revisions, with one look at the database for all of them."""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Condition, Thread
from time import monotonic

from geomap.errors import GeomapError
from geomap.services.changes import history_of
from geomap.storage.database import Database
from geomap.storage.revisions import latest_revision

LOOK_SECONDS = 1.0
HEARTBEAT_SECONDS = 15.0
LONGEST_SECONDS = 600.0
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest revision of a line of revisions."""

    history: str
    revision: int


def newest_of(database: Database) -> Newest:
    """The newest revision now. Raises NotFound for an empty database."""
    with database.reading() as session:
        return Newest(history_of(session), latest_revision(session))


class Listeners:
    """Lets up to `most` listeners wait for revisions at once.

    While anybody listens, one thread looks at the database every second, so that also revisions of
    other processes are told. None of it is there when nobody listens.
    """

    def __init__(self, look: Callable[[], Newest], most: int) -> None:
        self._look = look
        self._most = most
        self._changed = Condition()
        self._newest: Newest | None = None
        self._count = 0
        self._watching = False
        self._closed = False

    @property
    def count(self) -> int:
        """How many listen now."""
        return self._count

    def listen(self, seen: Newest | None) -> "Listener | None":
        """Begin to listen for what is newer than `seen`; None when too many listen already."""
        with self._changed:
            if self._count >= self._most or self._closed:
                return None
            self._count += 1
            if not self._watching:
                self._watching = True
                # What an earlier watch saw may be long out of date.
                self._newest = None
                Thread(target=self._watch, name="geomap-revisions", daemon=True).start()
        return Listener(self, seen)

    def close(self) -> None:
        """Send every listener away, and let nobody listen any more."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, seen: Newest | None, seconds: float) -> Newest | None:
        """What is newer than `seen`, or None when nothing came in so many seconds."""
        with self._changed:
            self._changed.wait_for(
                lambda: self._closed or self._newest not in {None, seen}, timeout=seconds
            )
            return self._newest if self._newest != seen else None

    @property
    def closed(self) -> bool:
        """Whether everybody was sent away."""
        return self._closed

    def leave(self) -> None:
        """One listener less."""
        with self._changed:
            self._count -= 1
            self._changed.notify_all()

    def _watch(self) -> None:
        while True:
            found = self._looked()
            with self._changed:
                if found is not None and found != self._newest:
                    self._newest = found
                    self._changed.notify_all()
                self._changed.wait_for(self._idle, timeout=LOOK_SECONDS)
                if self._idle():
                    self._watching = False
                    return

    def _idle(self) -> bool:
        return self._closed or self._count == 0

    def _looked(self) -> Newest | None:
        try:
            return self._look()
        except GeomapError as error:
            # A database that cannot be read for a moment has nothing new; the next look may.
            logger.warning("Listeners wait: %s", error)
            return None


class Listener:
    """One who listens: gives the newest revision when it changes, and None as a sign of life."""

    def __init__(self, listeners: Listeners, seen: Newest | None) -> None:
        self._listeners = listeners
        self._seen = seen
        self._left = False

    def news(self, gone: Callable[[], bool]) -> Iterator[Newest | None]:
        """Go on until the listener is gone, is sent away or has listened for ten minutes."""
        ends = monotonic() + LONGEST_SECONDS
        quiet_since = monotonic()
        while not (self._left or self._listeners.closed or gone() or monotonic() > ends):
            found = self._listeners.wait(self._seen, LOOK_SECONDS)
            if found is None and monotonic() - quiet_since < HEARTBEAT_SECONDS:
                continue
            quiet_since = monotonic()
            self._seen = found or self._seen
            yield found

    def leave(self) -> None:
        """Listen no more; only the first time counts."""
        if not self._left:
            self._left = True
            self._listeners.leave()
