"""What was read as the JSON that the design fixes."""

from datetime import date
from typing import Any

from geomap.domain.event_kinds import EventKind
from geomap.domain.reading import (
    Mention,
    ReadClaim,
    ReadEvent,
    ReadFigure,
    Reading,
    ReadPlace,
    Sense,
)
from geomap.domain.statements import Effect, Measure, Unit
from geomap.domain.when import When
from geomap.exports.reading import reading_document

RAQQA = ReadPlace("geonames:172955", "Raqqa", "SY", 39.00788, 35.95283, "city")
PLACE = {
    "id": "geonames:172955",
    "name": "Raqqa",
    "country": "SY",
    "longitude": 39.00788,
    "latitude": 35.95283,
    "kind": "city",
}
STATED = {
    "when": "2017-10-17",
    "source": "SOHR",
    "quote": "IS lost Raqqa.",
    "start": 3,
    "end": 17,
    "confidence": 0.877,
}


def test_every_part_of_a_reading_is_there() -> None:
    said: dict[str, Any] = {
        "when": When.parse("2017-10-17"),
        "source": "SOHR",
        "quote": "IS lost Raqqa.",
        "start": 3,
        "end": 17,
        "confidence": 0.87654,
    }
    reading = Reading(
        date(2017, 10, 18),
        "en",
        "rules",
        (
            Mention("Raqqa", 11, 16, RAQQA, 0.98765),
            Mention("Damascus", 30, 38, None, 0.5, Sense.GOVERNMENT),
        ),
        (ReadClaim(**said, place=RAQQA, effect=Effect.LOSES, loser="is"),),
        (ReadEvent(**said, place=None, kind=EventKind.BATTLE, actors=("is", "sdf")),),
        (
            ReadFigure(
                **said,
                place=RAQQA,
                measure=Measure.KILLED,
                unit=Unit.PERSONS,
                value=30,
                low=20,
                actor="is",
            ),
        ),
    )
    assert reading_document(reading) == {
        "report": {"published": "2017-10-18", "language": "en", "method": "rules"},
        "toponyms": [
            {
                "text": "Raqqa",
                "start": 11,
                "end": 16,
                "place": PLACE,
                "sense": "place",
                "confidence": 0.988,
            },
            {
                "text": "Damascus",
                "start": 30,
                "end": 38,
                "place": None,
                "sense": "government",
                "confidence": 0.5,
            },
        ],
        "claims": [{"place": PLACE, "effect": "loses", "holder": None, "loser": "is", **STATED}],
        "events": [{"kind": "battle", "place": None, "actors": ["is", "sdf"], **STATED}],
        "figures": [
            {
                "measure": "killed",
                "value": 30,
                "low": 20,
                "high": None,
                "unit": "persons",
                "place": PLACE,
                "actor": "is",
                **STATED,
            }
        ],
    }


def test_a_report_of_an_unknown_day_says_so() -> None:
    assert reading_document(Reading(None, "nl", "rules"))["report"]["published"] is None
