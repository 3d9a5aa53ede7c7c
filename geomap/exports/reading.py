"""What was read from a report, as JSON."""

from typing import Any

from geomap.domain.reading import (
    Mention,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
    ReadStatement,
)

Json = dict[str, Any]


def reading_document(reading: Reading) -> Json:
    """The report, its toponyms and its statements.

    A place is null where no one place is meant for certain. `start` and `end` count characters of
    the text of the report, `[start, end)`; `sense` says of a toponym whether it is a government.
    """
    return {
        "report": {
            "published": None if reading.published is None else reading.published.isoformat(),
            "language": reading.language or None,
            "method": reading.method,
        },
        "toponyms": [_toponym(one) for one in reading.mentions],
        "claims": [_claim(one) for one in reading.claims],
        "events": [_event(one) for one in reading.events],
        "figures": [_figure(one) for one in reading.figures],
    }


def _toponym(mention: Mention) -> Json:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "place": _place(mention.place),
        "sense": mention.sense.value,
        "confidence": round(mention.confidence, 3),
    }


def _place(place: ReadPlace | None) -> Json | None:
    if place is None:
        return None
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "longitude": place.longitude,
        "latitude": place.latitude,
        "kind": place.kind,
    }


def _claim(claim: ReadClaim) -> Json:
    return {
        "place": _place(claim.place),
        "effect": claim.effect.value,
        "holder": claim.holder,
        "loser": claim.loser,
        **_stated(claim),
    }


def _event(event: ReadEvent) -> Json:
    return {
        "kind": event.kind.value,
        "place": _place(event.place),
        "actors": list(event.actors),
        **_stated(event),
    }


def _figure(figure: ReadFigure) -> Json:
    return {
        "measure": figure.measure.value,
        "value": figure.value,
        "low": figure.low,
        "high": figure.high,
        "unit": figure.unit.value,
        "place": _place(figure.place),
        "actor": figure.actor,
        **_stated(figure),
    }


def _stated(statement: ReadStatement) -> Json:
    return {
        "when": statement.when.edtf,
        "source": statement.source,
        "quote": statement.quote,
        "start": statement.start,
        "end": statement.end,
        "confidence": round(statement.confidence, 3),
    }
