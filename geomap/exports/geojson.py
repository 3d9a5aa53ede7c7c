"""Control as GeoJSON (RFC 7946): CRS84, longitude before latitude, coordinates of about a metre."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from geomap.domain.control import Control
from geomap.domain.statements import Claim, Place, Source
from geomap.domain.timeline import ControlPeriod

COORDINATE_DECIMALS = 5
Json = dict[str, Any]


def point(place: Place) -> Json:
    """The geometry of a place."""
    longitude = round(place.longitude, COORDINATE_DECIMALS)
    latitude = round(place.latitude, COORDINATE_DECIMALS)
    return {"type": "Point", "coordinates": [longitude, latitude]}


def control_feature(
    place: Place,
    control: Control,
    period: ControlPeriod | None,
    day: date,
    sources: Mapping[str, Source],
) -> Json:
    """The answer for one place on one day, with the claims that it rests on."""
    verdict = control.verdict
    return {
        "type": "Feature",
        "id": place.id,
        "geometry": point(place),
        "properties": {
            "place_id": place.id,
            "name": place.name,
            "country": place.country,
            "status": verdict.status.value,
            "holder": verdict.holder,
            "holders": list(verdict.holders),
            "start": period.start.isoformat() if period else None,
            "end": period.end.isoformat() if period and period.end else None,
            "opposed": verdict.opposed,
            "uncertain": verdict.uncertain,
            "candidates": list(verdict.candidates),
            "stale": control.is_stale(day),
            "evidence": [_claim(claim, sources[claim.source_id]) for claim in control.evidence],
        },
    }


def _claim(claim: Claim, source: Source) -> Json:
    return {
        "id": claim.id,
        "source": source.name,
        "source_id": source.id,
        "report": claim.report_id,
        "grade": str(claim.grade),
        "effect": claim.effect.value,
        "holder": claim.holder,
        "loser": claim.loser,
        "when": claim.when.edtf,
        "known": claim.known.isoformat(),
        "summary": claim.summary,
        "quote": claim.quote,
    }


def feature_collection(features: Sequence[Json], members: Mapping[str, Any]) -> Json:
    """Features with what holds for all of them as members beside."""
    return {"type": "FeatureCollection", **members, "features": list(features)}
