"""Territories and fronts as GeoJSON (RFC 7946): CRS84, exteriors counterclockwise."""

from datetime import date
from typing import Any

from geomap.domain.measures.bands import Extent, Holding
from geomap.domain.rule import rule_document
from geomap.domain.territory.answers import (
    Basis,
    FrontsAnswer,
    MeasuredTerritory,
    TerritoryAnswer,
)
from geomap.domain.territory.fronts import Front
from geomap.exports.geometry import geometry_document

LENGTH_DECIMALS = 2
Json = dict[str, Any]


def basis_document(basis: Basis) -> Json:
    """What an answer rests on, as it stands at the head of each document."""
    known = basis.standpoint.known
    return {
        "atlas": basis.frame.id,
        "known": known.isoformat() if known else None,
        "revision": basis.revision,
        "rule": rule_document(basis.standpoint.rule, basis.frame.reach),
    }


def territory_collection(answer: TerritoryAnswer) -> Json:
    """One feature for each actor that holds land, and for each set of those named elsewhere."""
    features = [_territory(one, answer.basis) for one in answer.territories]
    return _collection(answer.basis, answer.query.day, features)


def fronts_collection(answer: FrontsAnswer) -> Json:
    """One feature for each line between two cells whose answers differ."""
    features = [_front(front) for front in answer.fronts]
    return _collection(answer.basis, answer.query.day, features)


def _collection(basis: Basis, day: date, features: list[Json]) -> Json:
    return {
        "type": "FeatureCollection",
        **basis_document(basis),
        "date": day.isoformat(),
        "numberReturned": len(features),
        "features": features,
    }


def _territory(one: MeasuredTerritory, basis: Basis) -> Json:
    territory, look, extent = one.territory, one.territory.look, one.extent
    actor = basis.actors.get(look.holder or "")
    return {
        "type": "Feature",
        "id": territory.id,
        "geometry": geometry_document(territory.geometry),
        "properties": {
            "actor": look.holder,
            "name": actor.name if actor else None,
            "status": look.status.value,
            "holders": list(look.holders),
            "area_km2": extent.km2,
            **_bounds(one.holding),
            **_counts(extent),
        },
    }


def _bounds(holding: Holding | None) -> Json:
    """The band of a holder; land that nobody holds has none of its own."""
    return {
        "area_km2_low": holding.low.km2 if holding else None,
        "area_km2_high": holding.high.km2 if holding else None,
    }


def _counts(extent: Extent) -> Json:
    return {
        "places": extent.places,
        "population": extent.population,
        "population_unknown": extent.population_unknown,
    }


def _front(front: Front) -> Json:
    return {
        "type": "Feature",
        "id": f"{front.place_a}|{front.place_b}|{front.number}",
        "geometry": {"type": "LineString", "coordinates": front.line.tolist()},
        "properties": {
            "a_place": front.place_a,
            "b_place": front.place_b,
            "a_status": front.a.status.value,
            "a_holder": front.a.holder,
            "a_holders": front.a.holders,
            "b_status": front.b.status.value,
            "b_holder": front.b.holder,
            "b_holders": front.b.holders,
            "length_km": round(front.length_km, LENGTH_DECIMALS),
            "since": front.since.isoformat(),
        },
    }
