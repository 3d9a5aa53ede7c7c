"""/api/timeline: columns that agree with each other, and with /control.geojson on every day."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import accumulate, islice
from math import inf
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geomap.services.atlases import Loaded
from tests.factories import claims

Load = Callable[..., Loaded]
Document = dict[str, Any]
COLUMNAR = ("places", "verdicts", "periods", "stale", "events", "arcs", "points")
# Which columns point into which part of the document; -1 means none.
POINTERS = {
    "verdicts": {"holders": "actors", "candidates": "actors"},
    "periods": {"verdict": "verdicts"},
    "events": {"place": "places", "source": "sources"},
    "event_codes": {"parties": "actors"},
    "arcs": {"beside": "places"},
}
OPTIONAL = {"place", "beside"}
KNOWN = ["2014-06-10", "2015-02-16", "2015-05-20", "2017-12-31"]


def timeline(client: FlaskClient, **query: str | int) -> Document:
    answer = client.get("/api/timeline", query_string=query)
    assert answer.status_code == 200, answer.text
    document: Document = answer.get_json()
    return document


def flat(values: list[Any]) -> list[int]:
    return [one for value in values for one in (value if isinstance(value, list) else [value])]


def length(document: Document, part: str) -> int:
    """How many records a part has, by rows or by columns."""
    records = document[part]
    return len(records if isinstance(records, list) else next(iter(records.values())))


@pytest.mark.parametrize("known", [None, *KNOWN])
def test_columns_are_equally_long(client: FlaskClient, known: str | None) -> None:
    document = timeline(client, **({"known": known} if known else {}))
    assert {part: {len(column) for column in document[part].values()} for part in COLUMNAR} == {
        part: {length(document, part)} for part in COLUMNAR
    }


@pytest.mark.parametrize("known", [None, *KNOWN])
def test_every_pointer_finds_its_record(client: FlaskClient, known: str | None) -> None:
    document = timeline(client, **({"known": known} if known else {}))
    for part, pointers in POINTERS.items():
        for column, target in pointers.items():
            least = -1 if column in OPTIONAL else 0
            found = flat(document[part][column])
            assert all(least <= one < length(document, target) for one in found), (part, column)


def test_it_says_what_the_atlas_covers(client: FlaskClient) -> None:
    document = timeline(client)
    assert document["atlas"] == {
        "id": "test-war",
        "title": "A war made for tests",
        "description": "North and South fight over a few towns.",
        "start": "2014-01-01",
        "end": "2018-01-01",
        "view_start": "2014-06-01",
        "view_end": "2017-06-01",
        "bounds": [38.3556, 33.6374, 43.11889, 36.8895],
        "countries": ["SY", "IQ"],
        "licence": "CC0",
    }
    assert (document["epoch"], document["revision"], document["known"]) == ("2014-01-01", 1, None)


def test_it_credits_where_names_and_the_base_map_come_from(client: FlaskClient) -> None:
    credits_given = " ".join(timeline(client)["attribution"])
    assert "GeoNames" in credits_given
    assert "Natural Earth" in credits_given


def test_the_land_of_each_place_is_that_of_the_measures(client: FlaskClient) -> None:
    places = timeline(client)["places"]
    measured = client.get("/api/territory?date=2014-03-01").get_json()
    best = sum(one["km2"]["best"] for one in measured["actors"])
    assert sum(places["area_km2"]) == pytest.approx(best, abs=0.5)
    assert places["area_km2"][places["name"].index("Mosul")] == 0


def test_periods_of_a_place_neither_overlap_nor_last_no_time(client: FlaskClient) -> None:
    document = timeline(client)
    periods = document["periods"]
    assert sum(document["period_counts"]) == len(periods["gap"])
    assert len(document["period_counts"]) == length(document, "places")
    assert min(periods["gap"]) >= 0
    assert all(days == -1 or days > 0 for days in periods["days"])


def test_known_leaves_later_statements_out(client: FlaskClient) -> None:
    document = timeline(client, known="2014-01-01")
    assert document["events"]["id"] == []
    assert 0 < len(document["periods"]["gap"]) < len(timeline(client)["periods"]["gap"])


def test_events_stand_by_day_with_the_grade_and_the_parties_that_the_api_gives(
    client: FlaskClient,
) -> None:
    document = timeline(client)
    events, codes = document["events"], document["event_codes"]
    assert events["id"]
    assert min(events["earliest"]) >= 0
    assert min(events["days"]) >= 0
    for column in ("kind", "parties", "grade"):
        assert set(events[column]) == set(range(len(codes[column])))


def test_nothing_that_only_a_reader_of_one_place_needs_is_in_it(client: FlaskClient) -> None:
    assert not {"claims", "reports", "figures", "quote", "title"} & timeline(client).keys()
    assert not {"title", "summary", "quote", "report"} & timeline(client)["events"].keys()


def test_borders_lie_around_the_places_of_the_atlas(client: FlaskClient) -> None:
    document = timeline(client)
    west, south, east, north = document["atlas"]["bounds"]
    units = document["units_a_degree"]
    xs, ys = (list(accumulate(document["points"][axis])) for axis in ("x", "y"))
    assert sum(document["arcs"]["points"]) == len(xs)
    assert west - 1 < min(xs) / units < max(xs) / units < east + 1
    assert south - 1 < min(ys) / units < max(ys) / units < north + 1
    assert max(accumulate(document["arcs"]["cell"])) < length(document, "places")


def test_an_old_revision_stays_byte_for_byte(client: FlaskClient, load: Load) -> None:
    before = client.get("/api/timeline?revision=1").data
    load(claims=claims()[3:])
    assert client.get("/api/timeline?revision=1").data == before


def played(document: Document, day: date) -> dict[str, tuple[str, list[str], bool, bool, bool]]:
    """What the page makes of the columns: each place's answer on a day."""
    places, verdicts = document["places"]["id"], document["verdicts"]
    actors = [actor["id"] for actor in document["actors"]]
    at = (day - date.fromisoformat(document["epoch"])).days
    spans = spans_of(document)
    stale = stale_on(document, at)
    answers = {key: ("unknown", list[str](), False, False, False) for key in places}
    for number, (place, start, end) in enumerate(spans):
        if start <= at < end:
            verdict = document["periods"]["verdict"][number]
            answers[places[place]] = (
                verdicts["status"][verdict],
                [actors[holder] for holder in verdicts["holders"][verdict]],
                bool(verdicts["opposed"][verdict]),
                bool(verdicts["uncertain"][verdict]),
                number in stale,
            )
    return answers


def spans_of(document: Document) -> list[tuple[int, int, float]]:
    """Place, start and end of each period; one that lasts ends at infinity."""
    spans: list[tuple[int, int, float]] = []
    lengths = iter(zip(document["periods"]["gap"], document["periods"]["days"], strict=True))
    for place, count in enumerate(document["period_counts"]):
        end = 0
        for gap, days in islice(lengths, count):
            start = end + gap
            end = start + days
            spans.append((place, start, inf if days == -1 else end))
    return spans


def stale_on(document: Document, day: int) -> set[int]:
    """The periods whose newest claim is an old one on a day."""
    stale = document["stale"]
    rows = zip(accumulate(stale["period"]), stale["start"], stale["days"], strict=True)
    return {
        number
        for number, start, days in rows
        if start <= day and (days == -1 or day < start + days)
    }


def asked(client: FlaskClient, query: dict[str, str]) -> dict[str, Any]:
    """The same, as /control.geojson says it."""
    features = client.get("/control.geojson", query_string=query).get_json()["features"]
    marks = ("status", "holders", "opposed", "uncertain", "stale")
    return {
        feature["id"]: tuple(feature["properties"][mark] for mark in marks) for feature in features
    }


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    day=st.integers(0, (date(2018, 1, 1) - date(2014, 1, 1)).days - 1).map(
        lambda days: date(2014, 1, 1) + timedelta(days=days)
    ),
    known=st.none() | st.sampled_from(KNOWN),
)
def test_the_page_shows_what_the_api_says(
    client: FlaskClient, day: date, known: str | None
) -> None:
    clock = {"known": known} if known else {}
    assert played(timeline(client, **clock), day) == asked(client, {"date": str(day), **clock})
