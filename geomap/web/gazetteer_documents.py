"""Places as GeoJSON (RFC 7946): longitude before latitude, best or nearest first."""

from collections.abc import Sequence
from typing import Any

from geomap.services.gazetteer_search import Candidate, Place, Surroundings

Json = dict[str, Any]
KILOMETRE_DECIMALS = 3


def candidate_collection(
    candidates: Sequence[Candidate], language: str | None, attribution: Sequence[str]
) -> Json:
    """What a name could mean: one feature a candidate."""
    return _collection([_candidate(one, language) for one in candidates], attribution)


def surroundings_collection(
    found: Surroundings, language: str | None, attribution: Sequence[str]
) -> Json:
    """What is at a point: one feature for each place near it, and the areas that it lies in."""
    features = [
        _feature(place, language, {"distance_km": round(kilometres, KILOMETRE_DECIMALS)})
        for place, kilometres in found.nearest
    ]
    areas = [
        {"id": area.id, "name": area.name_in(language), "kind": area.kind} for area in found.areas
    ]
    return _collection(features, attribution) | {"areas": areas}


def names_document(place: Place) -> list[Json]:
    """Every name of a place with what is known of it."""
    return [
        {"text": name.text, "language": name.language, "kind": name.kind}
        | ({"since": name.since} if name.since else {})
        | ({"until": name.until} if name.until else {})
        for name in place.names
    ]


def _collection(features: list[Json], attribution: Sequence[str]) -> Json:
    return {
        "type": "FeatureCollection",
        "numberReturned": len(features),
        "attribution": list(attribution),
        "features": features,
    }


def _candidate(one: Candidate, language: str | None) -> Json:
    return _feature(one.place, language, one.judged())


def _feature(place: Place, language: str | None, judged: Json) -> Json:
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": {
            "id": place.id,
            "name": place.name_in(language),
            "names": names_document(place),
            "country": place.country,
            "admin1": place.admin1,
            "admin1_name": place.admin1_name,
            "kind": place.kind,
            "population": place.population,
            "other_ids": list(place.other_ids),
        }
        | judged,
    }
