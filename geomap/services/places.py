"""Names to places: keep the gazetteer's index ready, and answer look-ups from it."""

import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from gazetteer import (
    Candidate,
    Context,
    Gazetteer,
    GazetteerCorrupt,
    GazetteerMissing,
    GazetteerNotWritable,
    GazetteerOutdated,
    IndexInfo,
    Place,
)
from gazetteer.build import build_index, is_current
from gazetteer.errors import GazetteerBusy
from gazetteer.imports.library import sources_for
from gazetteer.locking import changing
from gazetteer.online import OnlineGeocoders
from gazetteer.places import SourceContents
from gazetteer.sources import Source
from geomap.errors import NotFound
from geomap.services.gazetteer_search import Asked, search

__all__ = [
    "Candidate",
    "IndexInfo",
    "Place",
    "PlaceQuery",
    "SourceContents",
    "ensure_index",
    "find_places",
    "index_info",
    "open_gazetteer",
    "places_near",
    "rebuild_index",
]

Progress = Callable[[int, int], None]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class PlaceQuery:
    """A name to look up; `country` (ISO 3166-1 alpha-2) is where it is likely to lie."""

    name: str
    country: str | None = None
    limit: int = 10


def ensure_index(
    path: Path, progress: Progress | None = None, sources: Sequence[Source] | None = None
) -> None:
    """Build the index unless there is one made from the sources as they are now.

    The sources are those that ship, unless others are given. An index of older sources still
    answers, so where it cannot be replaced it is kept. Raises GazetteerError when there is no
    usable index and none can be built.
    """
    if _is_current(path, sources):
        return
    try:
        with changing(path):
            # Another geomap may have built it while this one waited.
            if not _is_current(path, sources):
                build_index(path, sources, progress)
    except (GazetteerBusy, GazetteerNotWritable) as error:
        if not _is_usable(path):
            raise
        log.warning("The gazetteer index is older than its sources. %s", error)


def rebuild_index(
    path: Path, progress: Progress | None = None, output: Path | None = None
) -> IndexInfo:
    """Build the index anew, whatever is there, and return what it holds.

    It goes to another file if one is given, and still has what was added to that at the path.
    """
    target = output or path
    with changing(target):
        build_index(target, sources_for(path), progress)
    return index_info(target)


def open_gazetteer(path: Path) -> Gazetteer:
    """Open the index. Raises GazetteerError with what to do when there is none to be read."""
    return Gazetteer.open(path)


def find_places(
    path: Path, query: PlaceQuery, online: OnlineGeocoders | None = None
) -> list[Candidate]:
    """Return what a name could mean, best first. Raises NotFound when nothing is called so."""
    asked = Asked(query.name, Context(query.country), query.limit)
    with open_gazetteer(path) as gazetteer:
        found = search(gazetteer, asked, online)
    if not found:
        raise NotFound(
            f"No place is called {query.name!r}; try another spelling, the name in its own "
            "script, or the nearest larger town."
        )
    return found


def places_near(
    path: Path, longitude: float, latitude: float, limit: int
) -> list[tuple[Place, float]]:
    """Return the places nearest to a point, with their distance in kilometres."""
    with open_gazetteer(path) as gazetteer:
        return gazetteer.nearest(longitude, latitude, limit=limit)


def index_info(path: Path) -> IndexInfo:
    """Return what the index was made of, and when."""
    with open_gazetteer(path) as gazetteer:
        return gazetteer.info()


def _is_current(path: Path, sources: Sequence[Source] | None) -> bool:
    try:
        return is_current(path, sources)
    except (GazetteerMissing, GazetteerCorrupt, GazetteerOutdated) as problem:
        log.debug("%s", problem)
        return False


def _is_usable(path: Path) -> bool:
    with suppress(GazetteerMissing, GazetteerCorrupt, GazetteerOutdated), open_gazetteer(path):
        return True
    return False
