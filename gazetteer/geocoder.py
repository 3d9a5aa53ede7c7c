"""The gazetteer behind the interface of geopy, for programs that already speak it.

As everywhere in geopy, and only here, points are latitude before longitude.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from geopy.exc import ConfigurationError, GeocoderQueryError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.errors import GazetteerError, InvalidQuery
from gazetteer.index import Gazetteer
from gazetteer.places import Candidate, Place

_DEFAULT_LIMIT = 10
# Enough to find the wanted countries among the homonyms of the world ("Santa Cruz" has 132).
_BEFORE_COUNTRIES = 1000

Found: TypeAlias = Location | list[Location] | None


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types.
    """Geocoder over an index file. It asks no server, so `timeout` is taken and ignored.

    Raises geopy's ConfigurationError when the index cannot be opened.
    """

    def __init__(self, path: str | Path, *, timeout: Any = DEFAULT_SENTINEL) -> None:
        super().__init__(timeout=timeout)
        try:
            self.gazetteer = Gazetteer.open(Path(path))
        except GazetteerError as error:
            raise ConfigurationError(str(error)) from error

    def __exit__(self, *details: object) -> None:
        self.gazetteer.close()
        super().__exit__(*details)

    def geocode(
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface.
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
    ) -> Found:
        """Return the place that a name means, or all candidates if `exactly_one` is False.

        `country_codes` (one or several of ISO 3166-1 alpha-2) shuts other countries out, as
        elsewhere in geopy. Nothing found is None. Raises GeocoderQueryError for a name or a
        limit that makes no sense. The `raw` of a location is a dictionary with all we know.
        """
        wanted = {country_codes} if isinstance(country_codes, str) else set(country_codes or ())
        count = 1 if exactly_one else limit or _DEFAULT_LIMIT
        try:
            candidates = self.gazetteer.lookup(query, limit=_BEFORE_COUNTRIES if wanted else count)
        except InvalidQuery as error:
            raise GeocoderQueryError(str(error)) from error
        codes = {code.upper() for code in wanted}
        kept = [one for one in candidates if not codes or one.place.country in codes][:count]
        return _found([_candidate_location(one) for one in kept], exactly_one=exactly_one)

    def reverse(
        self,
        query: Point | str | Sequence[float],
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface.
        limit: int | None = None,
    ) -> Found:
        """Return the place nearest to a point (latitude, longitude), or several, nearest first.

        Raises GeocoderQueryError for a limit that makes no sense, and ValueError, as geopy's own
        geocoders do, for what is no point.
        """
        point = query if isinstance(query, Point) else Point(query)
        count = 1 if exactly_one else limit or _DEFAULT_LIMIT
        try:
            nearest = self.gazetteer.nearest(point.longitude, point.latitude, limit=count)
        except InvalidQuery as error:
            raise GeocoderQueryError(str(error)) from error
        locations = [
            _location(place, {"distance_km": round(distance, 3)}) for place, distance in nearest
        ]
        return _found(locations, exactly_one=exactly_one)


def _found(locations: list[Location], *, exactly_one: bool) -> Found:
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _candidate_location(one: Candidate) -> Location:
    judged = {"score": one.score, "tier": one.tier, "matched": one.matched, "why": list(one.why)}
    return _location(one.place, judged)


def _location(place: Place, judged: dict[str, Any]) -> Location:
    address = f"{place.name}, {place.country}" if place.country else place.name
    raw = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population,
        "names": [
            {"text": name.text, "language": name.language, "kind": name.kind}
            for name in place.names
        ],
    }
    return Location(address, (place.latitude, place.longitude), raw | judged)
