"""The gazetteer behind the interface of geopy, for programs that already speak it.

As everywhere in geopy, and only here, points are latitude before longitude.
"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

from geopy.distance import Distance
from geopy.exc import ConfigurationError, GeocoderQueryError, GeocoderServiceError
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from gazetteer.errors import GazetteerError, InvalidQuery
from gazetteer.index import Gazetteer
from gazetteer.places import Candidate, Context, Place

_DEFAULT_LIMIT = 10
# Enough to find what a filter lets in among the homonyms of the world ("Santa Cruz" has 132).
_BEFORE_FILTERS = 1000
_CODE = re.compile("[A-Za-z]{2}")

Found: TypeAlias = Location | list[Location] | None
PointLike: TypeAlias = Point | str | Sequence[float]
Box: TypeAlias = tuple[float, float, float, float]


class GazetteerGeocoder(Geocoder):  # type: ignore[misc]  # geopy ships no types.
    """Geocoder over an index file. It asks no server, so `timeout` is taken and ignored.

    Without a path the index is that of the user's data folder. Raises geopy's ConfigurationError
    when it cannot be opened.
    """

    def __init__(self, path: str | Path | None = None, *, timeout: Any = DEFAULT_SENTINEL) -> None:
        super().__init__(timeout=timeout)
        try:
            self.gazetteer = Gazetteer.open(None if path is None else Path(path))
        except GazetteerError as error:
            raise ConfigurationError(str(error)) from error

    def __exit__(self, *details: object) -> None:
        self.gazetteer.close()
        super().__exit__(*details)

    def geocode(  # noqa: PLR0913 - geopy's own interface, all by name.
        self,
        query: str,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface.
        limit: int | None = None,
        country_codes: str | Sequence[str] | None = None,
        viewbox: Sequence[PointLike] | None = None,
        bounded: bool = False,
        language: str | None = None,
    ) -> Found:
        """Return the place that a name means, or all candidates if `exactly_one` is False.

        `country_codes` (one or several of ISO 3166-1 alpha-2) shuts other countries out, as
        elsewhere in geopy. `viewbox`, two corners, brings what lies in it forward; `bounded`
        shuts out the rest. `language` (ISO 639-1, or a list as browsers send it) is that of the
        addresses. Nothing found is None. Raises GeocoderQueryError for a name, a limit, a
        country or a box that makes no sense, and GeocoderServiceError when the index cannot be
        read. The `raw` of a location is a dictionary with all we know.
        """
        codes = _codes(country_codes)
        box = _box(viewbox)
        if bounded and box is None:
            raise GeocoderQueryError("bounded: needs a viewbox.")
        reader = _language(language)
        # Of one country the candidates come first; several cannot be told as a bias.
        context = Context(codes[0] if len(codes) == 1 else None, bbox=box, language=reader)
        count = _count(limit, exactly_one=exactly_one)
        reach = _BEFORE_FILTERS if codes or bounded else count
        try:
            candidates = self.gazetteer.lookup(_name(query), context=context, limit=reach)
        except InvalidQuery as error:
            raise GeocoderQueryError(str(error)) from error
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error
        kept = [
            one
            for one in candidates
            if (not codes or one.place.country in codes)
            and (not bounded or box is None or _holds(box, one.place))
        ]
        return _found([_candidate_location(one, reader) for one in kept[:count]], exactly_one)

    def reverse(  # noqa: PLR0913 - geopy's own interface, all by name.
        self,
        query: PointLike,
        *,
        exactly_one: bool = True,
        timeout: Any = DEFAULT_SENTINEL,  # noqa: ARG002 - part of geopy's interface.
        limit: int | None = None,
        distance_threshold: float | Distance | None = None,
        language: str | None = None,
    ) -> Found:
        """Return the place nearest to a point (latitude, longitude), or several, nearest first.

        What lies further away than `distance_threshold` (kilometres, or a distance of geopy) is
        left out; nothing left is None. Raises GeocoderQueryError for a limit or a threshold that
        makes no sense, GeocoderServiceError when the index cannot be read, and ValueError, as
        geopy's own geocoders do, for what is no point.
        """
        point = _point(query)
        most = _kilometres(distance_threshold)
        reader = _language(language)
        count = _count(limit, exactly_one=exactly_one)
        try:
            nearest = self.gazetteer.reverse(point.longitude, point.latitude, limit=count)
        except InvalidQuery as error:
            raise GeocoderQueryError(str(error)) from error
        except GazetteerError as error:
            raise GeocoderServiceError(str(error)) from error
        locations = [
            _location(place, {"distance_km": round(distance, 3)}, reader)
            for place, distance in nearest
            if most is None or distance <= most
        ]
        return _found(locations, exactly_one)


def _name(query: object) -> str:
    if not isinstance(query, str):
        raise GeocoderQueryError(f"query: give a name as text, not {type(query).__name__}.")
    return query


def _point(query: PointLike | None) -> Point:
    if query is None:
        # geopy would take it for the point at 0, 0.
        raise ValueError("query: give a point, not None.")
    return query if isinstance(query, Point) else Point(query)


def _count(limit: Any, *, exactly_one: bool) -> int:
    if exactly_one:
        return 1
    count = _DEFAULT_LIMIT if limit is None else limit
    if isinstance(count, bool) or not isinstance(count, int) or count < 1:
        raise GeocoderQueryError(f"limit: give a number of 1 or more, not {limit!r}.")
    return count


def _codes(given: Any) -> tuple[str, ...]:
    """Country codes in capitals, of a list or, as geopy's Nominatim takes them too, "sy,iq"."""
    if isinstance(given, str):
        given = [code.strip() for code in given.split(",")] if given.strip() else []
    try:
        codes = list(given or ())
    except TypeError as error:
        raise GeocoderQueryError(f"country_codes: {given!r} is no code of two letters.") from error
    for code in codes:
        if not (
            isinstance(code, str) and code.isascii() and code.isalpha() and len(code) == len("sy")
        ):
            raise GeocoderQueryError(f"country_codes: {code!r} is no code of two letters.")
    return tuple(dict.fromkeys(code.upper() for code in codes))


def _language(text: object) -> str | None:
    """The first language of a list such as browsers send: "ar-SY,ar;q=0.9" gives "ar"."""
    if not isinstance(text, str | None):
        raise GeocoderQueryError(f"language: give a text such as 'ar', not {text!r}.")
    first = (text or "").replace(";", ",").split(",")[0].strip()
    return first.split("-")[0].split("_")[0].lower() or None


def _box(corners: Sequence[PointLike] | None) -> Box | None:
    """West, south, east and north of two corners, sorted as geopy sorts them."""
    if corners is None:
        return None
    try:
        one, other = map(Point, corners)
    except (TypeError, ValueError) as error:
        raise GeocoderQueryError(f"viewbox: give two corners ({error}).") from error
    west, east = sorted((one.longitude, other.longitude))
    south, north = sorted((one.latitude, other.latitude))
    return west, south, east, north


def _holds(box: Box, place: Place) -> bool:
    west, south, east, north = box
    return west <= place.longitude <= east and south <= place.latitude <= north


def _kilometres(threshold: Any) -> float | None:
    if threshold is None:
        return None
    kilometres = threshold.km if isinstance(threshold, Distance) else threshold
    # A comparison that is false for what is no number, too.
    if not isinstance(kilometres, int | float) or not kilometres >= 0:
        raise GeocoderQueryError(
            f"distance_threshold: give kilometres of 0 or more, not {threshold!r}."
        )
    return float(kilometres)


def _found(locations: list[Location], exactly_one: bool) -> Found:  # noqa: FBT001 - as in geopy.
    if not locations:
        return None
    return locations[0] if exactly_one else locations


def _candidate_location(one: Candidate, language: str | None) -> Location:
    return _location(one.place, one.judged(), language)


def _location(place: Place, judged: dict[str, Any], language: str | None) -> Location:
    shown = place.name_in(language)
    address = ", ".join(part for part in (shown, place.admin1_name, place.country) if part)
    raw = {
        "id": place.id,
        "name": place.name,
        "kind": place.kind,
        "country": place.country,
        "admin1": place.admin1,
        "admin1_name": place.admin1_name,
        "population": place.population,
        "other_ids": list(place.other_ids),
        "names": [
            {"text": name.text, "language": name.language, "kind": name.kind}
            for name in place.names
        ],
    }
    return Location(address, (place.latitude, place.longitude), raw | judged)
