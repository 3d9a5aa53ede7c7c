"""A difference as JSON and as GeoJSON; docs/differences.md describes each member."""

from typing import Any

from geomap.domain.differences.accounts import Account
from geomap.domain.differences.changes import (
    Asked,
    ChangedPlace,
    Difference,
    Party,
    Transfer,
    balances_of,
    transfers_of,
)
from geomap.domain.measures.bands import Extent
from geomap.domain.rule import rule_document
from geomap.domain.statements import Event
from geomap.domain.territory.dissolving import dissolved
from geomap.exports.explanation import standpoint_document, verdict_document
from geomap.exports.geojson import claim_document, point
from geomap.exports.geometry import geometry_document

Json = dict[str, Any]


def difference_document(whole: Difference) -> Json:
    """Gains and losses by party, by pair of parties and by place."""
    return _head(whole) | {
        "parties": [
            _party(one.party, whole)
            | {
                "gains": _extent(one.gains),
                "losses": _extent(one.losses),
                "net": _extent(one.net),
                "gained": [place.place.id for place in one.gained],
                "lost": [place.place.id for place in one.lost],
            }
            for one in balances_of(whole.changes)
        ],
        "transfers": [_transfer(one, whole) for one in transfers_of(whole.changes)],
        "changes": [_change(one, whole) for one in whole.changes],
    }


def difference_collection(whole: Difference) -> Json:
    """The land that passed from one party to another, and each place that did."""
    features = [_land(one, whole) for one in transfers_of(whole.changes)]
    features += [
        {
            "type": "Feature",
            "id": f"place:{one.place.id}",
            "geometry": point(one.place),
            "properties": {"feature": "place"} | _change(one, whole),
        }
        for one in whole.changes
    ]
    return {
        "type": "FeatureCollection",
        **_head(whole),
        "numberReturned": len(features),
        "features": features,
    }


def _head(whole: Difference) -> Json:
    first, second = whole.ends
    return {
        "atlas": whole.frame.id,
        "from": _asked(first, whole),
        "to": _asked(second, whole),
        "places_compared": whole.compared,
        "places_changed": len(whole.changes),
    }


def _asked(end: Asked, whole: Difference) -> Json:
    return {
        "date": end.day.isoformat(),
        **standpoint_document(end.standpoint),
        "revision": end.standpoint.revision,
        "rule": rule_document(end.standpoint.rule, whole.frame.reach),
    }


def _party(party: Party, whole: Difference) -> Json:
    actor = whole.actors.get(party.actor or "")
    return {
        "actor": party.actor,
        "name": actor.name if actor else None,
        "status": party.status.value,
    }


def _extent(extent: Extent) -> Json:
    return {
        "places": extent.places,
        "population": extent.population,
        "population_unknown": extent.population_unknown,
        "km2": extent.km2,
    }


def _transfer(one: Transfer, whole: Difference) -> Json:
    return {
        "from": _party(one.loser, whole),
        "to": _party(one.winner, whole),
        **_extent(one.extent),
        "place_ids": [change.place.id for change in one.places],
    }


def _land(one: Transfer, whole: Difference) -> Json:
    cells = [whole.cells[each.place.id] for each in one.places if each.place.id in whole.cells]
    parties = ":".join(party.actor or party.status for party in (one.loser, one.winner))
    return {
        "type": "Feature",
        "id": f"transfer:{parties}",
        "geometry": geometry_document(dissolved(cells)),
        "properties": {"feature": "transfer"} | _transfer(one, whole),
    }


def _change(one: ChangedPlace, whole: Difference) -> Json:
    place, (first, second) = one.place, whole.ends
    return {
        "place_id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "population": place.population or None,
        "km2": one.extent.km2,
        "from": verdict_document(one.before, first.day),
        "to": verdict_document(one.after, second.day),
        "reasons": list(one.reasons),
        "claims": [_account(account, whole) for account in one.claims],
        "events": [_event(event, whole) for event in one.events],
    }


def _account(account: Account, whole: Difference) -> Json:
    claim = account.claim
    return claim_document(claim, whole.sources[claim.source_id]) | {
        "heard_by": list(account.heard_by),
        "evidence_of": list(account.evidence_of),
    }


def _event(event: Event, whole: Difference) -> Json:
    source = whole.sources[event.source_id]
    return {
        "id": event.id,
        "kind": event.kind.value,
        "title": event.title,
        "actors": list(event.actors),
        "place_id": event.place_id,
        "when": event.when.edtf,
        "source": source.name,
        "source_id": source.id,
        "report": event.report_id,
        "grade": str(event.grade),
        "known": event.known.isoformat(),
        "summary": event.summary,
    }
