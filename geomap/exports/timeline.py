"""The timeline document: the whole atlas by columns, small to send and quick to read.

Days are whole numbers counted from `epoch`, -1 stands for none or still open, and every other
reference is the position of a record in its own columns. docs/timeline.md describes each column.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Any

from geomap.domain.answers import Timeline
from geomap.domain.control import Verdict
from geomap.domain.rule import rule_document
from geomap.domain.statements import Actor, Atlas, Claim, Event, Figure, Place, Report, Statement
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import ControlPeriod
from geomap.exports.arcs import UNITS_A_DEGREE, arcs_of

Json = dict[str, Any]
NONE = -1
COORDINATE_DECIMALS = 5
AREA_DECIMALS = 2
ATTRIBUTION = (
    "Base map: Natural Earth, public domain",
    "Place names: GeoNames (geonames.org), CC BY 4.0",
)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each record stands in its columns, and how days are counted."""

    epoch: date
    actors: Mapping[str, int]
    sources: Mapping[str, int]
    reports: Mapping[str, int]
    places: Mapping[str, int]
    claims: Mapping[str, int]

    @classmethod
    def of(cls, atlas: Atlas) -> "Positions":
        """The positions in the order in which the atlas lists its records."""
        return cls(
            atlas.frame.start,
            _positions(actor.id for actor in atlas.actors),
            _positions(source.id for source in atlas.sources),
            _positions(report.id for report in atlas.reports),
            _positions(place.id for place in atlas.places),
            _positions(claim.id for claim in atlas.claims),
        )

    def day(self, day: date | None) -> int:
        """Days since the epoch. A day before it counts as the epoch: no atlas answers for it."""
        return NONE if day is None else max(0, (day - self.epoch).days)

    def many(self, actors: Iterable[str]) -> list[int]:
        """Positions of several actors."""
        return [self.actors[actor] for actor in actors]


def _positions(ids: Iterable[str]) -> dict[str, int]:
    return {key: position for position, key in enumerate(ids)}


def timeline_document(whole: Timeline) -> Json:
    """The document of `/api/timeline`."""
    at = Positions.of(whole.atlas)
    known = whole.standpoint.known
    return {
        "revision": whole.revision,
        "known": known.isoformat() if known else None,
        "rule": rule_document(whole.standpoint.rule, whole.atlas.frame.reach),
        **_atlas(whole.atlas, at),
        **_periods(whole.periods, at),
        **_territory(whole.cells, at),
    }


def _atlas(atlas: Atlas, at: Positions) -> Json:
    """What the atlas is and holds, apart from the answers."""
    frame = atlas.frame
    return {
        "atlas": {
            "id": frame.id,
            "title": frame.title,
            "description": frame.description,
            "start": frame.start.isoformat(),
            "end": frame.end.isoformat(),
            "view_start": frame.view_start.isoformat(),
            "view_end": frame.view_end.isoformat(),
            "bounds": _bounds(atlas.places),
            "countries": list(frame.countries),
            "licence": frame.licence,
        },
        "epoch": at.epoch.isoformat(),
        "attribution": list(ATTRIBUTION),
        "actors": [_actor(actor) for actor in atlas.actors],
        "sources": [
            {
                "id": source.id,
                "name": source.name,
                "kind": source.kind.value,
                "reliability": source.reliability.value,
            }
            for source in atlas.sources
        ],
        "reports": [_report(report) for report in atlas.reports],
        "places": _places(atlas.places),
        "claims": _claims(atlas.claims, at),
        "events": _events(sorted(atlas.events, key=_by_time), at),
        "figures": _figures(atlas.figures, at),
    }


def _periods(periods: Sequence[ControlPeriod], at: Positions) -> Json:
    """The answers: control periods by place and start, each verdict written once."""
    verdicts: dict[Verdict, int] = {}
    codes = [verdicts.setdefault(period.verdict, len(verdicts)) for period in periods]
    counts = Counter(period.place_id for period in periods)
    return {
        "verdicts": {
            "status": [verdict.status.value for verdict in verdicts],
            "holders": [at.many(verdict.holders) for verdict in verdicts],
            "opposed": [int(verdict.opposed) for verdict in verdicts],
            "uncertain": [int(verdict.uncertain) for verdict in verdicts],
            "candidates": [at.many(verdict.candidates) for verdict in verdicts],
        },
        "periods": {
            "gap": list(_gaps(periods, at)),
            "days": [_days(period.start, period.end, at) for period in periods],
            "verdict": codes,
            "evidence": [
                [at.claims[item.claim.id] for item in period.evidence] for period in periods
            ],
        },
        "period_counts": [counts[place] for place in at.places],
        "stale": _stale(periods, at),
    }


def _gaps(periods: Iterable[ControlPeriod], at: Positions) -> Iterator[int]:
    """Days between a period and the one before it of its place, or the epoch."""
    place, end = "", 0
    for period in periods:
        start = at.day(period.start)
        yield start - (end if period.place_id == place else 0)
        place, end = period.place_id, at.day(period.end)


def _days(start: date, end: date | None, at: Positions) -> int:
    return NONE if end is None else at.day(end) - at.day(start)


def _stale(periods: Sequence[ControlPeriod], at: Positions) -> Json:
    """The spans in which the newest claim was old: few periods have one."""
    spans = [(number, span) for number, period in enumerate(periods) for span in period.stale]
    return {
        "period": _steps(number for number, _span in spans),
        "start": [at.day(span.start) for _number, span in spans],
        "days": [_days(span.start, span.end, at) for _number, span in spans],
    }


def _territory(cells: Sequence[Cell], at: Positions) -> Json:
    """The land of each place, as borders between neighbours."""
    arcs = arcs_of(cells, at.places)
    return {
        "cells": {
            "place": [at.places[cell.place_id] for cell in cells],
            "area_km2": [round(cell.area_km2, AREA_DECIMALS) for cell in cells],
        },
        "arcs": {
            "cell": _steps(arc.cell for arc in arcs),
            "beside": [arc.beside for arc in arcs],
            "points": [len(arc.points) for arc in arcs],
        },
        "points": {
            "x": _steps(x for arc in arcs for x, _y in arc.points),
            "y": _steps(y for arc in arcs for _x, y in arc.points),
        },
        "units_a_degree": UNITS_A_DEGREE,
    }


def _steps(numbers: Iterable[int]) -> list[int]:
    """Numbers as differences: the first from nought, each other from the one before."""
    return [after - before for before, after in pairwise(chain((0,), numbers))]


def _bounds(places: Sequence[Place]) -> list[float]:
    """West, south, east, north of the places; the world while there are none."""
    if not places:
        return [-180.0, -90.0, 180.0, 90.0]
    longitudes = [place.longitude for place in places]
    latitudes = [place.latitude for place in places]
    return [min(longitudes), min(latitudes), max(longitudes), max(latitudes)]


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "names": dict(actor.names),
        "kind": actor.kind.value,
        "colour": actor.colour,
    }


def _report(report: Report) -> Json:
    return {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.edtf,
        "language": report.language,
        "url": report.url,
    }


def _places(places: Sequence[Place]) -> Json:
    return {
        "id": [place.id for place in places],
        "name": [place.name for place in places],
        "names": [dict(place.names) for place in places],
        "longitude": [round(place.longitude, COORDINATE_DECIMALS) for place in places],
        "latitude": [round(place.latitude, COORDINATE_DECIMALS) for place in places],
        "kind": [place.kind for place in places],
        "country": [place.country for place in places],
        "population": [place.population or 0 for place in places],
    }


def _stated(statements: Sequence[Statement], at: Positions) -> Json:
    return {
        "id": [one.id for one in statements],
        "place": [at.places[one.place_id] if one.place_id else NONE for one in statements],
        "when": [one.when.edtf for one in statements],
        "earliest": [at.day(one.when.earliest) for one in statements],
        "latest": [at.day(one.when.settled) for one in statements],
        "source": [at.sources[one.source_id] for one in statements],
        "report": [at.reports[one.report_id] if one.report_id else NONE for one in statements],
        "known": [at.day(one.known) for one in statements],
        "grade": [str(one.grade) for one in statements],
        "summary": [one.summary for one in statements],
        "quote": [one.quote or "" for one in statements],
    }


def _claims(claims: Sequence[Claim], at: Positions) -> Json:
    return _stated(claims, at) | {
        "effect": [claim.effect.value for claim in claims],
        "holder": [at.actors[claim.holder] if claim.holder else NONE for claim in claims],
        "loser": [at.actors[claim.loser] if claim.loser else NONE for claim in claims],
        "reliability": [claim.grade.reliability.value for claim in claims],
        "credibility": [claim.grade.credibility.value for claim in claims],
    }


def _by_time(event: Event) -> tuple[date, str]:
    return event.when.earliest, event.id


def _events(events: Sequence[Event], at: Positions) -> Json:
    return _stated(events, at) | {
        "kind": [event.kind.value for event in events],
        "actors": [at.many(event.actors) for event in events],
        "title": [event.title for event in events],
    }


def _figures(figures: Sequence[Figure], at: Positions) -> Json:
    return _stated(figures, at) | {
        "measure": [figure.measure.value for figure in figures],
        "value": [figure.value for figure in figures],
        "low": [figure.low for figure in figures],
        "high": [figure.high for figure in figures],
        "unit": [figure.unit.value for figure in figures],
        "actor": [at.actors[figure.actor_id] if figure.actor_id else NONE for figure in figures],
    }
