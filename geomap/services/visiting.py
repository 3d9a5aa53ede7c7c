"""Visit sites as they ask to be visited: by their robots.txt, one request at a time, slowly."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from geomap.errors import NotFetched
from geomap.imports.fetching import FEEDS, PAGES, Answer, Fetcher, Known
from geomap.imports.public_addresses import LONGEST_SHOWN
from geomap.imports.robots import NOTHING_ASKED, Robots, read_robots

ROBOT = "geomap"
LONGEST_PAUSE = 60.0
"""Seconds that are waited for a site that asks for more patience; it is left alone after that."""


@dataclass(slots=True)
class _Site:
    """What is known of a site in this run."""

    robots: Robots | None = None
    asked_at: float | None = None
    closed: str = ""
    """Why it is not asked again in this run."""


@dataclass(slots=True)
class Visitor:
    """Fetches pages and feeds of any sites, each no more often than `delay` seconds."""

    fetcher: Fetcher
    delay: float = 1.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _sites: dict[str, _Site] = field(default_factory=dict)

    def fetch(self, url: str, known: Known | None = None) -> Answer:
        """Fetch an address. Raises NotFetched, also for what the site asks robots to leave alone.

        A site that asks for a pause (429 or 503 with Retry-After) is asked once more after it.
        """
        origin, path = _origin(url)
        site = self._sites.setdefault(origin, _Site())
        if site.closed:
            raise NotFetched(site.closed, temporary=True)
        if not self._robots(site, origin).allow(path):
            raise NotFetched(f"{url[:LONGEST_SHOWN]}: its site asks robots to leave it alone.")
        try:
            return self._get(site, url, known)
        except NotFetched as error:
            if not error.wait:
                raise
            if error.wait > LONGEST_PAUSE:
                site.closed = (
                    f"{origin} asks to be left alone for {error.wait:.0f} s; try again later."
                )
                raise
            self.sleep(error.wait)
            return self._get(site, url, known)

    def _robots(self, site: _Site, origin: str) -> Robots:
        if site.robots is None:
            site.robots = self._asked_of_robots(site, origin)
        return site.robots

    def _asked_of_robots(self, site: _Site, origin: str) -> Robots:
        """A site without the file asks nothing; one that cannot answer for it is left alone."""
        try:
            answer = self._get(site, f"{origin}/robots.txt", None)
        except NotFetched as error:
            if error.temporary:
                site.closed = str(error)
                raise
            return NOTHING_ASKED
        if answer.media_type not in {"", "text/plain"}:
            return NOTHING_ASKED
        return read_robots(answer.body.decode("utf-8", "replace"), ROBOT)

    def _get(self, site: _Site, url: str, known: Known | None) -> Answer:
        pause = max(self.delay, site.robots.delay if site.robots else 0.0)
        if site.asked_at is not None:
            self.sleep(max(0.0, site.asked_at + pause - self.clock()))
        try:
            return self.fetcher.get(url, known, (*PAGES, *FEEDS))
        finally:
            site.asked_at = self.clock()


def _origin(url: str) -> tuple[str, str]:
    """The site of an address, and what robots.txt compares."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NotFetched(f"{url[:LONGEST_SHOWN]!r} is no address: {error}.") from error
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}", path
