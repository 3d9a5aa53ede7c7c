"""How often one caller may do something in a minute, counted in this process."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from threading import Lock
from time import monotonic

from geomap.errors import TooMany

MINUTE = 60.0
MOST_CALLERS = 10_000


@dataclass(slots=True)
class _Window:
    began: float
    count: int = 0


class RateLimit:
    """Counts what each caller does from its first request on, anew after a minute."""

    def __init__(self, most: int, clock: Callable[[], float] = monotonic) -> None:
        self._most = most
        self._clock = clock
        self._windows: OrderedDict[str, _Window] = OrderedDict()
        self._lock = Lock()

    def count(self, caller: str) -> None:
        """Count one request. Raises TooMany with the seconds to wait."""
        now = self._clock()
        with self._lock:
            window = self._windows.get(caller)
            if window is None or now - window.began >= MINUTE:
                self._windows.pop(caller, None)
                window = self._windows[caller] = _Window(now)
            if len(self._windows) > MOST_CALLERS:
                self._windows.popitem(last=False)
            window.count += 1
            if window.count <= self._most:
                return
            wait = max(1, ceil(window.began + MINUTE - now))
        raise TooMany(f"At most {self._most} in a minute; try again in {wait} seconds.", wait)
