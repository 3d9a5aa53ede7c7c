"""Names, beginnings of names, points and ids to places: from the index, and online if allowed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from gazetteer import Candidate, Context, Gazetteer, Place, PlaceNotFound
from gazetteer.online import OnlineGeocoders, OnlineService
from gazetteer.online_cache import AnswerCache
from gazetteer.online_places import ONLINE_TIER
from geomap.settings import Settings

__all__ = [
    "ONLINE_TIER",
    "Asked",
    "Candidate",
    "Context",
    "Gazetteer",
    "OnlineGeocoders",
    "Place",
    "Surroundings",
    "by_id",
    "online_geocoders",
    "reverse",
    "search",
    "suggest",
]

NO_CONTEXT = Context()
UNSURE = 0.5
"""Online geocoders are asked only where the best answer of the index is less likely than this."""

BY_ID_TIER = "id"
_ID = re.compile(r"[a-z]{2,20}:[\x21-\x7e]{1,100}")


@dataclass(frozen=True, slots=True)
class Asked:
    """A name, or the beginning of one, and what else is known of the place that is meant."""

    name: str
    context: Context = NO_CONTEXT
    limit: int = 10


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is at a point: the nearest places with kilometres, and the areas it lies in."""

    nearest: tuple[tuple[Place, float], ...]
    areas: tuple[Place, ...]


def online_geocoders(settings: Settings) -> OnlineGeocoders | None:
    """The geocoders that the settings name, or None."""
    if not settings.geocoders:
        return None
    urls = {"nominatim": settings.nominatim_url, "photon": settings.photon_url}
    services = [
        OnlineService(name, urls[name], settings.geocoder_user_agent, settings.geocoder_timeout)
        for name in settings.geocoders
    ]
    return OnlineGeocoders(services, AnswerCache(settings.geocoder_cache_path))


def search(
    gazetteer: Gazetteer, asked: Asked, online: OnlineGeocoders | None = None
) -> list[Candidate]:
    """What a name, or an id, could mean, best first. Raises InvalidQuery, of which InvalidName."""
    if (known := by_id(gazetteer, asked.name)) is not None:
        return [known]
    found = gazetteer.lookup(asked.name, context=asked.context, limit=asked.limit)
    if online is None or (found and found[0].confidence >= UNSURE):
        return found
    return _both(found, online.lookup(asked.name, asked.context))[: asked.limit]


def suggest(gazetteer: Gazetteer, asked: Asked) -> list[Candidate]:
    """Places whose names begin so, best first. Nobody is asked online while a reader types."""
    if (known := by_id(gazetteer, asked.name)) is not None:
        return [known]
    return gazetteer.suggest(asked.name, context=asked.context, limit=asked.limit)


def reverse(gazetteer: Gazetteer, longitude: float, latitude: float, limit: int) -> Surroundings:
    """What is at a point, in degrees. Raises InvalidQuery for a point that is not on the earth."""
    return Surroundings(
        tuple(gazetteer.reverse(longitude, latitude, limit=limit)),
        tuple(gazetteer.areas(longitude, latitude)),
    )


def by_id(gazetteer: Gazetteer, text: str) -> Candidate | None:
    """The place of an id that somebody gave in place of a name, or None."""
    if not _ID.fullmatch(text.strip()):
        return None
    try:
        place = gazetteer.get(text.strip())
    except PlaceNotFound:
        return None
    return Candidate(place, 1.0, BY_ID_TIER, place.id, ("given by its id",), 1.0)


def _both(found: Sequence[Candidate], online: Sequence[Candidate]) -> list[Candidate]:
    """Two lists as one, the likelier first; scores still fall from the first to the last."""
    if not found or not online:
        return [*found, *online]
    if online[0].confidence > found[0].confidence:
        least = found[0].score
        return [*(replace(one, score=max(one.score, least)) for one in online), *found]
    most = found[-1].score
    return [*found, *(replace(one, score=min(one.score, most)) for one in online)]
