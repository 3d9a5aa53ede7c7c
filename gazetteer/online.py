"""Online geocoders of geopy as a fallback: asked seldom, slowly, and never relied upon.

Nothing here is used unless somebody names a geocoder. Each is asked at most once a second, an
answer is kept for a month, a geocoder that failed is left alone for a while, and every failure is
an empty answer. Their places are no entries of the index: they have ids such as `osm:node/240109`.
"""

import logging
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import BoundedSemaphore, Lock
from typing import Any
from urllib.parse import urlsplit

from geopy.adapters import URLLibAdapter
from geopy.exc import GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import Nominatim, Photon
from geopy.location import Location

from gazetteer.names import folded, without_refused
from gazetteer.online_cache import AnswerCache
from gazetteer.places import POPULATED_PLACE, Candidate, Context, Name, NameKind, Place

ONLINE_TIER = "online"
"""The tier of a candidate that did not come from the index."""

MOST_ANSWERS = 5
SECONDS_BETWEEN_QUESTIONS = 1.0
SECONDS_LEFT_ALONE = 60.0
_MOST_WAITING = 3

# Nobody has measured how often an online answer is the place meant, so none is called likely.
_CONFIDENCE_SAME_NAME = 0.5
_CONFIDENCE_OTHER_NAME = 0.2

_CREDIT = "OpenStreetMap contributors, ODbL"
_OSM_TYPES = {"N": "node", "W": "way", "R": "relation"}
_KINDS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village",
    "suburb": "neighbourhood", "neighbourhood": "neighbourhood", "quarter": "neighbourhood",
    "country": "country", "state": "governorate", "district": "district", "county": "district",
    "river": "river", "lake": "lake", "peak": "mountain", "aerodrome": "airport", "dam": "dam",
}  # fmt: skip

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
                # Not every geocoder takes a country, so it is seen to here.
                found.sort(key=lambda place: place.country != (context.country or place.country))
                return [_candidate(one.service.name, name, place) for place in found]
        return []

    def _answer(self, one: "_Asked", name: str, context: Context) -> list[Place]:
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
        return list(_places(known))


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


def _places(answers: Iterable[Any]) -> Iterable[Place]:
    """The places of an answer; parts that make no sense are passed over."""
    for answer in answers:
        try:
            longitude, latitude, raw = answer
            yield _place(float(longitude), float(latitude), raw)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue


def _place(longitude: float, latitude: float, raw: Mapping[str, Any]) -> Place:
    said = raw.get("properties", raw)  # Photon speaks GeoJSON.
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):  # noqa: PLR2004 - degrees.
        raise ValueError("off the earth")
    shown = without_refused(str(said.get("name") or str(said["display_name"]).split(",")[0]))
    if not shown:
        raise ValueError("no name")
    address = said.get("address") or {}
    country = str(said.get("countrycode") or address.get("country_code") or "").upper()
    osm_type = str(said["osm_type"])
    return Place(
        id=f"osm:{_OSM_TYPES.get(osm_type, osm_type)}/{int(said['osm_id'])}",
        name=shown,
        longitude=longitude,
        latitude=latitude,
        kind=_kind(said),
        country=country,
        admin1="",
        population=None,
        names=(Name(shown, "", NameKind.PREFERRED),),
        admin1_name=without_refused(str(said.get("state") or address.get("state") or "")),
    )


def _kind(said: Mapping[str, Any]) -> str:
    for key in ("addresstype", "osm_value", "type"):
        if (kind := _KINDS.get(str(said.get(key)))) is not None:
            return kind
    return POPULATED_PLACE


def _candidate(service: str, asked: str, place: Place) -> Candidate:
    same = folded(place.name) == folded(asked)
    confidence = _CONFIDENCE_SAME_NAME if same else _CONFIDENCE_OTHER_NAME
    why = (
        "same name" if same else "another name",
        f"answered online by {service}, not by the gazetteer",
        _CREDIT,
    )
    return Candidate(place, confidence, ONLINE_TIER, place.name, why, confidence)
