"""Control as GeoJSON (RFC 7946): CRS84, longitude before latitude, coordinates of about a metre."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from geomap.domain.answers import ControlAnswer, PlaceControl
from geomap.domain.rule import rule_document
from geomap.domain.statements import Claim, Place, Source
from geomap.exports.geometry import position

Json = dict[str, Any]


def point(place: Place) -> Json:
    """The geometry of a place."""
    return {"type": "Point", "coordinates": position(place.longitude, place.latitude)}


def control_collection(answer: ControlAnswer) -> Json:
    """Who holds what on a day: one feature for each place, and what was asked beside them."""
    query, known = answer.query, answer.standpoint.known
    features = [_feature(one, query.day, answer.sources) for one in answer.places]
    return {
        "type": "FeatureCollection",
        "atlas": answer.frame.id,
        "date": query.day.isoformat(),
        "known": known.isoformat() if known else None,
        "revision": answer.revision,
        "rule": rule_document(answer.standpoint.rule, answer.frame.reach),
        "numberReturned": len(features),
        "features": features,
    }


def _feature(one: PlaceControl, day: date, sources: Mapping[str, Source]) -> Json:
    place, control, period = one.place, one.control, one.period
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
            "evidence": [
                claim_document(claim, sources[claim.source_id]) for claim in control.evidence
            ],
        },
    }


def claim_document(claim: Claim, source: Source) -> Json:
    """A claim as evidence for an answer."""
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
