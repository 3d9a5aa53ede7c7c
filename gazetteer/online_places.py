"""What online geocoders answer, as places, and how far to believe them.

Nobody has measured how often their answers are the place that is meant, so none is called likelier
than even. Below that the confidence falls with the likeness of the name, as in the index, and is
shared among answers whose names are as like; the geocoder's own importance decides the shares.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gazetteer.alike import Listener
from gazetteer.bias import ELSEWHERE_FACTOR
from gazetteer.errors import InvalidName
from gazetteer.keys import strict_keys
from gazetteer.names import Forms, forms, keys, without_refused
from gazetteer.places import POPULATED_PLACE, Candidate, Name, NameKind, Place, Tier

ONLINE_TIER = "online"
"""The tier of a candidate that did not come from the index."""

MOST_CONFIDENCE = 0.5
_LIKENESS_POWER = 5.0
"""As in `gazetteer.ranking`: how much faster than their likeness two spellings lose weight."""

# Importance runs from 0 to 1, and few places have above 0.7; unsaid, it is that of a village.
_USUAL_IMPORTANCE = 0.2
_LEAST_IMPORTANCE = 0.05
_MOST_NAMES = 100
_DIGITS = 4

_CREDIT = "OpenStreetMap contributors, ODbL"
_OSM_TYPES = {"N": "node", "W": "way", "R": "relation"}
_NAME_KEY = re.compile("(?:alt_|old_|int_|loc_|official_|short_)?name(?::([a-z]{2}))?")
_KINDS = {
    "city": "city", "town": "town", "village": "village", "hamlet": "village",
    "suburb": "neighbourhood", "neighbourhood": "neighbourhood", "quarter": "neighbourhood",
    "country": "country", "state": "governorate", "district": "district", "county": "district",
    "river": "river", "lake": "lake", "peak": "mountain", "aerodrome": "airport", "dam": "dam",
}  # fmt: skip


class OnlinePlace(NamedTuple):
    """A place and the geocoder's own importance of it, 0 to 1."""

    place: Place
    importance: float


def online_places(answers: Iterable[Any]) -> Iterator[OnlinePlace]:
    """Yield the places of an answer; parts that make no sense are passed over."""
    for answer in answers:
        try:
            longitude, latitude, raw = answer
            yield _online_place(float(longitude), float(latitude), raw)
        except (AttributeError, KeyError, TypeError, ValueError):
            continue


def judged(
    asked: str, found: Sequence[OnlinePlace], country: str | None, service: str
) -> list[Candidate]:
    """Return places as candidates for a name, the likeliest first.

    A place outside the country that was asked for counts as little as in the index.
    """
    likenesses = [_likeness(asked, one.place) for one in found]
    fits = [1.0 if country in (None, "", one.place.country) else ELSEWHERE_FACTOR for one in found]
    weights = [
        degree**_LIKENESS_POWER * fit * max(one.importance, _LEAST_IMPORTANCE)
        for (degree, _), fit, one in zip(likenesses, fits, found, strict=True)
    ]
    total = sum(weights) or 1.0
    candidates = [
        _candidate(service, one.place, likeness, fit * weight / total)
        for one, likeness, fit, weight in zip(found, likenesses, fits, weights, strict=True)
    ]
    return sorted(candidates, key=lambda one: -one.confidence)


def _online_place(longitude: float, latitude: float, raw: Mapping[str, Any]) -> OnlinePlace:
    said = raw.get("properties", raw)  # Photon speaks GeoJSON.
    if not (-180 <= longitude <= 180 and -90 <= latitude <= 90):  # noqa: PLR2004 - degrees.
        raise ValueError("off the earth")
    shown = without_refused(str(said.get("name") or str(said["display_name"]).split(",")[0]))
    if not shown:
        raise ValueError("no name")
    address = said.get("address") or {}
    country = str(said.get("countrycode") or address.get("country_code") or "").upper()
    osm_type = str(said["osm_type"])
    place = Place(
        id=f"osm:{_OSM_TYPES.get(osm_type, osm_type)}/{int(said['osm_id'])}",
        name=shown,
        longitude=longitude,
        latitude=latitude,
        kind=_kind(said),
        country=country,
        admin1="",
        population=None,
        names=(Name(shown, "", NameKind.PREFERRED), *_other_names(said, shown)),
        admin1_name=without_refused(str(said.get("state") or address.get("state") or "")),
    )
    return OnlinePlace(place, _importance(said))


def _other_names(said: Mapping[str, Any], shown: str) -> Iterator[Name]:
    """Yield the names that Nominatim gives besides, each once; OpenStreetMap parts them by ";"."""
    seen = {shown}
    details = said.get("namedetails")
    for key, text in list(details.items() if isinstance(details, dict) else ())[:_MOST_NAMES]:
        if (match := _NAME_KEY.fullmatch(key)) is None:
            continue
        kind = NameKind.HISTORICAL if key.startswith("old_") else NameKind.VARIANT
        for part in map(without_refused, str(text).split(";")):
            if part and part not in seen:
                seen.add(part)
                yield Name(part, match[1] or "", kind)


def _importance(said: Mapping[str, Any]) -> float:
    try:
        importance = float(said["importance"])
    except (KeyError, TypeError, ValueError):
        return _USUAL_IMPORTANCE
    return min(max(importance, 0.0), 1.0) if math.isfinite(importance) else _USUAL_IMPORTANCE


def _kind(said: Mapping[str, Any]) -> str:
    for key in ("addresstype", "osm_value", "type"):
        if (kind := _KINDS.get(str(said.get(key)))) is not None:
            return kind
    return POPULATED_PLACE


def _likeness(asked: str, place: Place) -> tuple[float, str]:
    """Return how alike the closest name of a place is to the one asked for, and that name."""
    try:
        wanted = forms(asked)
    except InvalidName:
        return 0.0, place.name
    listener, sounds = Listener(wanted), frozenset(strict_keys(wanted.normal))
    found = [(_degree(wanted, listener, sounds, name.text, place.name), name.text)
             for name in place.names]  # fmt: skip
    return max(found, key=lambda one: one[0])


def _degree(
    wanted: Forms, listener: Listener, sounds: frozenset[str], text: str, shown: str
) -> float:
    if not {wanted.key, wanted.bare_key}.isdisjoint(keys(text)):
        return 1.0
    tier = Tier.TRIGRAM if sounds.isdisjoint(strict_keys(text)) else Tier.STRICT
    return min(max(listener.likeness(text, tier, shown).degree, 0.0), 1.0)


def _candidate(service: str, place: Place, likeness: tuple[float, str], share: float) -> Candidate:
    degree, matched = likeness
    confidence = round(MOST_CONFIDENCE * degree**_LIKENESS_POWER * share, _DIGITS)
    why = (
        "same name" if degree == 1 else f"another name ({degree:.0%})",
        f"answered online by {service}, not by the gazetteer",
        _CREDIT,
    )
    return Candidate(place, confidence, ONLINE_TIER, matched, why, confidence)
