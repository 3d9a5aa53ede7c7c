"""Online geocoders of geopy as a fallback: asked seldom, slowly, and never relied upon.

Nothing here is used unless somebody names a geocoder. Each is asked at most once a second, an
answer is kept for a month, a geocoder that failed is left alone for a while, and every failure is
an empty answer. Their places are no entries of the index: they have ids such as `osm:node/240109`.
"""

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from gazetteer.online_cache import AnswerCache
from gazetteer.online_places import OnlinePlace, judged, online_places
from gazetteer.places import Candidate, Context

MOST_ANSWERS = 5
SECONDS_BETWEEN_QUESTIONS = 1.0
SECONDS_LEFT_ALONE = 60.0
_MOST_WAITING = 3

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class OnlineService:
    """One geocoder: `name` is nominatim or photon, an empty `url` is the public server.

    `timeout` is in seconds. `user_agent` says who asks and how to reach them.
    """

    name: str
    url: str
    user_agent: str
    timeout: float = 5.0


class OnlineGeocoders:
    """Some geocoders in the order in which they are asked; the first that knows a name answers."""

    def __init__(
        self,
        services: Sequence[OnlineService],
        cache: AnswerCache,
        seconds_between: float = SECONDS_BETWEEN_QUESTIONS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._asked = [_Asked(one, _limited(one, seconds_between), clock) for one in services]
        self._cache = cache
        # A name that waits long keeps its reader waiting; past some it is better to do without.
        self._places_to_wait = BoundedSemaphore(_MOST_WAITING)

    def lookup(self, name: str, context: Context | None = None) -> list[Candidate]:
        """What the geocoders know of a name, best first; nothing when they fail. Never raises."""
        context = context or Context()
        for one in self._asked:
            found = self._answer(one, name, context)
            if found:
                return judged(name, found, context.country, one.service.name)
        return []

    def _answer(self, one: "_Asked", name: str, context: Context) -> list[OnlinePlace]:
        question = [one.service.name, one.service.url, name, context.country, context.language]
        known = self._cache.get(question)
        if known is None:
            if not self._places_to_wait.acquire(blocking=False):
                return []
            try:
                known = one.ask(name, context)
            finally:
                self._places_to_wait.release()
            if known is None:
                return []
            self._cache.keep(question, known)
        return list(online_places(known))


@dataclass
class _Asked:
    """A geocoder and when it may be asked again after a failure."""

    service: OnlineService
    geocode: Callable[..., Any]
    clock: Callable[[], float]
    _lock: Lock = field(default_factory=Lock)
    _resting_until: float = float("-inf")

    def ask(self, name: str, context: Context) -> list[Any] | None:
        """The raw answers, or None when there was no answer at all."""
        with self._lock:
            if self.clock() < self._resting_until:
                return None
        try:
            answers = self.geocode(name, exactly_one=False, **_OPTIONS[self.service.name](context))
        # A server can answer with anything, so anything can go wrong while geopy reads it.
        except Exception as error:  # noqa: BLE001 - see the line above.
            reason = str(error) if isinstance(error, GeopyError) else repr(error)
            logger.warning("%s did not answer: %s", self.service.name, reason[:200])
            with self._lock:
                self._resting_until = self.clock() + SECONDS_LEFT_ALONE
            return None
        return [_raw(answer) for answer in (answers or [])[:MOST_ANSWERS]]


def _raw(answer: Location) -> list[Any]:
    return [answer.longitude, answer.latitude, answer.raw]


def _limited(service: OnlineService, seconds_between: float) -> RateLimiter:
    """The geocoder behind geopy's own limiter. A name is asked once, whatever happens."""
    address = urlsplit(service.url) if service.url else None
    where = (
        {}
        if address is None
        else {
            "scheme": address.scheme,
            "domain": address.netloc + address.path,
        }
    )
    geocoder = _CLASSES[service.name](
        user_agent=service.user_agent,
        timeout=service.timeout,
        # The other adapter of geopy asks again by itself, past the limiter.
        adapter_factory=URLLibAdapter,
        **where,
    )
    return RateLimiter(
        geocoder.geocode,
        min_delay_seconds=seconds_between,
        error_wait_seconds=seconds_between,
        max_retries=0,
        swallow_exceptions=False,
    )


def _of_nominatim(context: Context) -> dict[str, Any]:
    return {
        "limit": MOST_ANSWERS,
        "addressdetails": True,
        # Names in other languages tell whether the one that was asked for is among them.
        "namedetails": True,
        "country_codes": context.country,
        "language": context.language or False,
    }


def _of_photon(context: Context) -> dict[str, Any]:
    # Photon takes no country; its answers are sorted by ours. Latitude comes first in geopy.
    near = context.near
    return {
        "limit": MOST_ANSWERS,
        "language": context.language or False,
        "location_bias": None if near is None else (near[1], near[0]),
    }


_CLASSES: Mapping[str, Callable[..., Any]] = {"nominatim": Nominatim, "photon": Photon}
_OPTIONS: Mapping[str, Callable[[Context], dict[str, Any]]] = {
    "nominatim": _of_nominatim,
    "photon": _of_photon,
}
