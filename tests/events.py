"""Events and places for tests: a test names only what matters to it."""

from itertools import count
from typing import Any

from geomap.domain.event_kinds import EventKind
from geomap.domain.statements import Event, Place
from geomap.domain.when import When
from tests.claims import grade

_NUMBERS = count(1)


def make_event(kind: str, when: str, **more: Any) -> Event:
    """An event at one place, told by a source of its own on its earliest day, graded B2."""
    number = next(_NUMBERS)
    dated = When.parse(when)
    values: dict[str, Any] = {
        "id": f"event-{number}",
        "place_id": "place",
        "source_id": f"source-{number}",
        "report_id": None,
        "known": dated.earliest,
        "grade": grade("B2"),
        "title": "",
        "summary": "",
    } | more
    return Event(kind=EventKind(kind), when=dated, **values)


def make_place(place_id: str = "place", **more: Any) -> Place:
    """A town in the first governorate of Syria."""
    values: dict[str, Any] = {
        "name": place_id.title(),
        "names": {},
        "longitude": 39.0,
        "latitude": 36.0,
        "kind": "town",
        "country": "SY",
        "admin1": "04",
        "population": None,
    } | more
    return Place(id=place_id, **values)
