"""The timeline document: all that a map shows, by columns, small to send and quick to read.

Days are whole numbers counted from `epoch`, -1 stands for none or still open, and every other
reference is the position of a record in its own columns. docs/timeline.md describes each column.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import Any, TypeVar

from geomap.domain.outline import Outline, Outlined
from geomap.domain.rule import rule_document
from geomap.domain.statements import Actor, Place
from geomap.domain.territory.cells import Cell
from geomap.exports.arcs import UNITS_A_DEGREE, arcs_of

Json = dict[str, Any]
NONE = -1
COORDINATE_DECIMALS = 5
AREA_DECIMALS = 1
ATTRIBUTION = (
    "Base map: Natural Earth, public domain",
    "Place names: GeoNames (geonames.org), CC BY 4.0",
)
Value = TypeVar("Value", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Positions:
    """Where each record stands in its columns, and how days are counted."""

    epoch: date
    actors: Mapping[str, int]
    sources: Mapping[str, int]
    places: Mapping[str, int]

    @classmethod
    def of(cls, whole: Outline) -> "Positions":
        """The positions in the order in which the outline lists its records."""
        return cls(
            whole.frame.start,
            _positions(actor.id for actor in whole.actors),
            _positions(source.id for source in whole.sources),
            _positions(place.id for place in whole.places),
        )

    def day(self, day: date | None) -> int:
        """Days since the epoch. A day before it counts as the epoch: no atlas answers for it."""
        return NONE if day is None else max(0, (day - self.epoch).days)

    def many(self, actors: Iterable[str]) -> list[int]:
        """Positions of several actors."""
        return [self.actors[actor] for actor in actors]


def _positions(values: Iterable[Value]) -> dict[Value, int]:
    found: dict[Value, int] = {}
    for value in values:
        found.setdefault(value, len(found))
    return found


def timeline_document(whole: Outline) -> Json:
    """The document of `/api/timeline`."""
    at = Positions.of(whole)
    known = whole.standpoint.known
    return {
        "revision": whole.revision,
        "known": known.isoformat() if known else None,
        "rule": rule_document(whole.standpoint.rule, whole.frame.reach),
        **_atlas(whole, at),
        **_periods(whole.periods, at),
        **_events(whole, at),
        **_territory(whole.cells, at),
    }


def _atlas(whole: Outline, at: Positions) -> Json:
    """What the atlas is and whom and where it is about."""
    frame = whole.frame
    return {
        "atlas": {
            "id": frame.id,
            "title": frame.title,
            "description": frame.description,
            "start": frame.start.isoformat(),
            "end": frame.end.isoformat(),
            "view_start": frame.view_start.isoformat(),
            "view_end": frame.view_end.isoformat(),
            "bounds": _bounds(whole.places),
            "countries": list(frame.countries),
            "licence": frame.licence,
        },
        "epoch": at.epoch.isoformat(),
        "attribution": list(ATTRIBUTION),
        "actors": [_actor(actor) for actor in whole.actors],
        "sources": [
            {
                "id": source.id,
                "name": source.name,
                "kind": source.kind.value,
                "reliability": source.reliability.value,
            }
            for source in whole.sources
        ],
        "places": _places(whole.places, whole.cells),
    }


def _periods(periods: Sequence[Outlined], at: Positions) -> Json:
    """The answers: control periods by place and start, each verdict written once."""
    verdicts = _positions(period.verdict for period in periods)
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
            "days": [_lasting(period.start, period.end, at) for period in periods],
            "verdict": [verdicts[period.verdict] for period in periods],
        },
        "period_counts": [counts[place] for place in at.places],
        "stale": _stale(periods, at),
    }


def _gaps(periods: Iterable[Outlined], at: Positions) -> Iterator[int]:
    """Days between a period and the one before it of its place, or the epoch."""
    place, end = "", 0
    for period in periods:
        start = at.day(period.start)
        yield start - (end if period.place_id == place else 0)
        place, end = period.place_id, at.day(period.end)


def _lasting(start: date, end: date | None, at: Positions) -> int:
    return NONE if end is None else at.day(end) - at.day(start)


def _stale(periods: Sequence[Outlined], at: Positions) -> Json:
    """The spans in which the newest claim was old: few periods have one."""
    spans = [(number, span) for number, period in enumerate(periods) for span in period.stale]
    return {
        "period": _steps(number for number, _span in spans),
        "start": [at.day(span.start) for _number, span in spans],
        "days": [_lasting(span.start, span.end, at) for _number, span in spans],
    }


def _territory(cells: Sequence[Cell], at: Positions) -> Json:
    """The land of each place, as borders between neighbours."""
    arcs = arcs_of(cells, at.places)
    return {
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


def _places(places: Sequence[Place], cells: Sequence[Cell]) -> Json:
    areas = {cell.place_id: round(cell.area_km2, AREA_DECIMALS) for cell in cells}
    return {
        "id": [place.id for place in places],
        "name": [place.name for place in places],
        "names": [dict(place.names) for place in places],
        "longitude": [round(place.longitude, COORDINATE_DECIMALS) for place in places],
        "latitude": [round(place.latitude, COORDINATE_DECIMALS) for place in places],
        "kind": [place.kind for place in places],
        "country": [place.country for place in places],
        "population": [place.population or 0 for place in places],
        "area_km2": [areas.get(place.id, 0) for place in places],
    }


def _events(whole: Outline, at: Positions) -> Json:
    """When, where and what: enough to draw events, to count and to filter them."""
    events = whole.events
    grades = {source.id: source.reliability.value for source in whole.sources}
    graded = [f"{grades[event.source_id]}{event.credibility}" for event in events]
    kinds = _positions(event.kind for event in events)
    parties = _positions(event.actors for event in events)
    grade_codes = _positions(graded)
    return {
        "event_codes": {
            "kind": list(kinds),
            "parties": [at.many(actors) for actors in parties],
            "grade": list(grade_codes),
        },
        "events": {
            "id": [event.id for event in events],
            "kind": [kinds[event.kind] for event in events],
            "place": [at.places[event.place_id] if event.place_id else NONE for event in events],
            "earliest": _steps(at.day(event.earliest) for event in events),
            "days": [at.day(event.latest) - at.day(event.earliest) for event in events],
            "known": [max(0, (event.known - event.earliest).days) for event in events],
            "parties": [parties[event.actors] for event in events],
            "source": [at.sources[event.source_id] for event in events],
            "grade": [grade_codes[grade] for grade in graded],
        },
    }
