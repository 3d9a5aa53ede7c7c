"""The record of a place as JSON: periods with their evidence, claims, events, figures."""

from typing import Any

from geomap.domain.record import Happening, Happenings, PlaceRecord
from geomap.domain.rule import rule_document
from geomap.domain.statements import Claim, Figure, Place, Source, Statement
from geomap.domain.timeline import ControlPeriod, Span
from geomap.exports.explanation import judged_document, report_document, standpoint_document
from geomap.exports.geojson import point

Json = dict[str, Any]
KILOMETRE_DECIMALS = 1


def record_document(record: PlaceRecord) -> Json:
    """The document of `/api/places/{id}/record`."""
    claims = {item.claim.id: item.claim for period in record.periods for item in period.evidence}
    said: list[Statement] = [
        *claims.values(),
        *(one.event for one in (*record.events.told, *record.near.told)),
        *record.figures,
    ]
    sources = record.register.sources
    cited = [also for of in (record.events, record.near) for one in of.told for also in one.also]
    return {
        "atlas": record.frame.id,
        **standpoint_document(record.standpoint),
        "revision": record.revision,
        "rule": rule_document(record.standpoint.rule, record.frame.reach),
        "place": _place(record),
        "periods": [_period(period) for period in record.periods],
        "claims": {key: _claim(claim) for key, claim in sorted(claims.items())},
        "events": _events(record.events),
        "near_km": record.query.near_km,
        "near": _events(record.near),
        "figures": [_figure(figure) for figure in record.figures],
        "sources": {
            key: source_document(sources[key])
            for key in sorted({one.source_id for one in said} | {one.source_id for one in cited})
        },
        "reports": {key: report_document(report) for key, report in sorted(record.reports.items())},
    }


def _place(record: PlaceRecord) -> Json:
    place = record.place
    return {
        **_named(place),
        "kind": place.kind,
        "country": place.country,
        "governorate": record.governorate or None,
        "population": place.population or None,
        "geometry": point(place),
        "areas": [{**_named(area), "kind": area.kind} for area in record.areas],
    }


def _named(place: Place) -> Json:
    return {"id": place.id, "name": place.name, "names": dict(place.names)}


def _span(span: Span) -> Json:
    return {"start": span.start.isoformat(), "end": span.end.isoformat() if span.end else None}


def _period(period: ControlPeriod) -> Json:
    return {
        **_span(Span(period.start, period.end)),
        **judged_document(period.verdict),
        "stale": [_span(span) for span in period.stale],
        "evidence": [{"claim": one.claim.id, **_span(one.span)} for one in period.evidence],
    }


def stated_document(statement: Statement) -> Json:
    """What all statements keep."""
    return {
        "id": statement.id,
        "when": statement.when.edtf,
        "earliest": statement.when.earliest.isoformat(),
        "latest": statement.when.latest.isoformat(),
        "source": statement.source_id,
        "report": statement.report_id,
        "known": statement.known.isoformat(),
        "grade": str(statement.grade),
        "summary": statement.summary,
        "quote": statement.quote,
    }


def _claim(claim: Claim) -> Json:
    parties = {"effect": claim.effect.value, "holder": claim.holder, "loser": claim.loser}
    return {**stated_document(claim), "place": claim.place_id, **parties}


def _events(events: Happenings) -> Json:
    told = [happening_document(one) | {"also": _also(one)} for one in events.told]
    return {"matched": events.matched, "told": told}


def _also(one: Happening) -> list[Json]:
    """The reports that tell of an event beside its own."""
    return [
        {
            "source": also.source_id,
            "report": also.report_id,
            "known": also.known.isoformat(),
            "quote": also.quote,
        }
        for also in one.also
    ]


def happening_document(one: Happening) -> Json:
    """An event with its place, both null where the event has none."""
    return {
        **stated_document(one.event),
        "kind": one.event.kind.value,
        "actors": list(one.event.actors),
        "title": one.event.title,
        "place": _named(one.place) if one.place else None,
        "distance_km": round(one.km, KILOMETRE_DECIMALS),
        "geometry": point(one.place) if one.place else None,
    }


def _figure(figure: Figure) -> Json:
    return {
        **stated_document(figure),
        "actor": figure.actor_id,
        "measure": figure.measure.value,
        "unit": figure.unit.value,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
    }


def source_document(source: Source) -> Json:
    """Who says it."""
    return {
        "name": source.name,
        "kind": source.kind.value,
        "reliability": source.reliability.value,
    }
