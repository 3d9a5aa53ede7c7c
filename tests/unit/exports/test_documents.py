"""Domain values become documents; where a value is absent the document says so in one way."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from shapely import MultiPolygon, Polygon

from geomap.domain.answers import ControlAnswer, ControlQuery, PlaceControl
from geomap.domain.control import UNKNOWN, Control, Status, Verdict
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.outline import Mark, Outline, Outlined
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import (
    Actor,
    ActorKind,
    Claim,
    Effect,
    Frame,
    Place,
    Source,
    SourceKind,
)
from geomap.domain.territory.cells import Cell
from geomap.domain.timeline import ControlPeriod, Evidence, Span
from geomap.domain.when import When
from geomap.exports.geojson import control_collection, point
from geomap.exports.timeline import Positions, timeline_document

START, DAY = date(2014, 1, 1), date(2014, 6, 10)
FRAME = Frame("war", "", "", START, date(2018, 1, 1), START, DAY, (), 30.0, "")
RAQQA = Place("raqqa", "Raqqa", {}, 39.00821234, 35.95941234, "city", "SY", "04", None)
AGENCY = Source("agency", "The Agency", SourceKind.NEWS_AGENCY, Reliability.B, "")
CLAIM = Claim(
    id="falls",
    place_id="raqqa",
    when=When.parse("2014-06-10"),
    source_id="agency",
    report_id=None,
    known=DAY,
    grade=Grade(Reliability.B, Credibility.PROBABLE),
    summary="It falls.",
    effect=Effect.TAKES,
    holder="south",
)
HELD = Verdict(Status.HELD, ("south",))
STALE = Span(date(2017, 1, 1), None)
PERIOD = ControlPeriod(
    "raqqa", DAY, None, HELD, (STALE,), (Evidence(CLAIM, Span(DAY, date(2015, 1, 1))),)
)
SQUARE = Polygon([(0, 0), (0, 9), (9, 9), (9, 0)], [[(1, 1), (2, 1), (2, 2)]])
OUTLINED = Outlined("raqqa", DAY, None, HELD, (STALE,))
OUTLINE = Outline(
    frame=FRAME,
    standpoint=Standpoint(),
    revision=1,
    actors=(Actor("south", "South", {}, ActorKind.ALLIANCE, "#d55e00", ()),),
    sources=(AGENCY,),
    places=(RAQQA,),
    periods=(),
    events=(),
    cells=(),
)


def answer(control: Control, period: ControlPeriod | None = None) -> ControlAnswer:
    places = (PlaceControl(RAQQA, control, period),)
    return ControlAnswer(FRAME, ControlQuery(DAY), Standpoint(), 1, places, {"agency": AGENCY})


def test_coordinates_have_five_decimals() -> None:
    assert point(RAQQA)["coordinates"] == [39.00821, 35.95941]


def test_a_place_that_nobody_claims_has_no_period() -> None:
    (feature,) = control_collection(answer(Control(UNKNOWN)))["features"]
    properties = feature["properties"]
    assert [properties[key] for key in ("status", "holder", "start", "end")] == [
        "unknown",
        None,
        None,
        None,
    ]


def test_a_period_that_lasts_has_no_end() -> None:
    (feature,) = control_collection(answer(PERIOD.on(DAY), PERIOD))["features"]
    assert (feature["properties"]["start"], feature["properties"]["end"]) == ("2014-06-10", None)


def test_a_claim_shows_both_halves_of_its_grade() -> None:
    (feature,) = control_collection(answer(PERIOD.on(DAY), PERIOD))["features"]
    assert feature["properties"]["evidence"][0]["grade"] == "B2"


def test_evidence_is_that_of_the_day() -> None:
    later = PERIOD.on(date(2016, 1, 1))
    (feature,) = control_collection(answer(later, PERIOD))["features"]
    assert feature["properties"]["evidence"] == []


def test_the_rule_is_named_with_its_settings() -> None:
    document = control_collection(answer(Control(UNKNOWN)))
    assert document["rule"] == {
        "name": "rule-1",
        "dispute_window_days": 14,
        "staleness_days": Rule().staleness.days,
        "majority": str(Fraction(2, 3)),
        "least_reliability": None,
        "sources": [],
        "reach_km": 30.0,
        "small_reach_km": 30.0,
    }


@pytest.mark.parametrize(
    ("day", "number"),
    [(None, -1), (START, 0), (DAY, 160), (date(2013, 1, 1), 0), (date.min, 0)],
)
def test_days_count_from_the_start_of_the_atlas(day: date | None, number: int) -> None:
    assert Positions.of(OUTLINE).day(day) == number


def timeline_of(*periods: Outlined, **parts: Any) -> dict[str, Any]:
    return timeline_document(replace(OUTLINE, periods=periods, **parts))


def test_periods_of_the_timeline_point_into_its_columns() -> None:
    document = timeline_of(OUTLINED)
    assert document["periods"] == {"gap": [160], "days": [-1], "verdict": [0]}
    assert (document["period_counts"], document["verdicts"]["holders"]) == ([1], [[0]])


def test_a_verdict_is_written_once_however_often_it_is_given() -> None:
    first = OUTLINED._replace(end=date(2015, 1, 1), stale=())
    document = timeline_of(first, OUTLINED._replace(start=date(2015, 1, 11)))
    assert document["periods"]["gap"] == [160, 10]
    assert document["periods"]["days"] == [205, -1]
    assert document["periods"]["verdict"] == [0, 0]
    assert document["verdicts"]["status"] == ["held"]


def test_stale_days_are_spans_of_few_periods() -> None:
    document = timeline_of(OUTLINED._replace(end=date(2015, 1, 1), stale=()), OUTLINED)
    assert document["stale"] == {"period": [1], "start": [1096], "days": [-1]}


def test_a_cell_with_a_hole_has_two_borders() -> None:
    document = timeline_of(cells=(Cell("raqqa", MultiPolygon([SQUARE]), 1.23456),))
    assert document["arcs"] == {"cell": [0, 0], "beside": [-1, -1], "points": [5, 4]}


def test_events_are_columns_with_what_repeats_written_once() -> None:
    mark = Mark("one", "battle", "raqqa", DAY, DAY, DAY, ("south",), "agency", 2)
    later = date(2014, 6, 14)
    other = mark._replace(id="two", place_id=None, earliest=later, latest=date(2014, 6, 20))
    document = timeline_of(events=(mark, other._replace(known=date(2014, 6, 21))))
    assert document["event_codes"] == {"kind": ["battle"], "parties": [[0]], "grade": ["B2"]}
    assert document["events"] == {
        "id": ["one", "two"],
        "kind": [0, 0],
        "place": [0, -1],
        "earliest": [160, 4],
        "days": [0, 6],
        "known": [0, 7],
        "parties": [0, 0],
        "source": [0, 0],
        "grade": [0, 0],
    }


def test_an_atlas_without_places_covers_the_world() -> None:
    empty = timeline_document(replace(OUTLINE, places=()))
    assert empty["atlas"]["bounds"] == [-180.0, -90.0, 180.0, 90.0]
