"""A border is a front while the answers on its two sides differ."""

from datetime import date

import pytest
from pyproj import Geod
from shapely import LineString, MultiLineString

from geomap.domain.bbox import Bbox
from geomap.domain.control import Status, Verdict
from geomap.domain.territory.fronts import Borders, CellPeriods, Front, Look
from tests.claims import day

DAY = day("2017-01-01")
LINE = LineString([(40.0, 35.0), (40.0, 35.5), (40.25, 36.0)])


Period = tuple[Verdict, str, str | None]


def answer(status: str, *holders: str, start: str = "2014-01-01", end: str | None = None) -> Period:
    return Verdict(Status(status), holders), start, end


IS, SDF = answer("held", "is"), answer("held", "sdf")


def periods(**given: Period | None) -> CellPeriods:
    return CellPeriods((place, *_dated(one)) for place, one in given.items() if one)


def _dated(period: Period) -> tuple[Verdict, date, date | None]:
    verdict, start, end = period
    return verdict, day(start), day(end) if end else None


def between(a: Period | None, b: Period | None, on: str = "2017-01-01") -> list[Front]:
    return Borders([("a", "b")], [LINE]).fronts(periods(a=a, b=b), day(on))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(IS, SDF, id="two holders"),
        pytest.param(IS, answer("contested", "is", "sdf"), id="held and fought over"),
        pytest.param(
            answer("contested", "is", "sdf"), answer("disputed", "is", "sdf"), id="status"
        ),
        pytest.param(
            answer("contested", "is", "sdf"), answer("contested", "is", "army"), id="other parties"
        ),
    ],
)
def test_a_front_runs_where_answers_differ(a: Period, b: Period) -> None:
    (front,) = between(a, b)
    looks = Look.of(a[0]), Look.of(b[0])
    assert (front.place_a, front.place_b, front.a, front.b) == ("a", "b", *looks)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(IS, answer("held", "is", start="2016-01-01"), id="one holder"),
        pytest.param(IS, answer("held", "is", "sdf"), id="one holder, opposed"),
        pytest.param(
            answer("contested", "is", "sdf"), answer("contested", "sdf", "is"), id="same parties"
        ),
        pytest.param(IS, None, id="nothing is said of one"),
        pytest.param(IS, answer("unknown"), id="nobody is named in one"),
        pytest.param(None, None, id="nothing is said at all"),
    ],
)
def test_no_front_runs_elsewhere(a: Period | None, b: Period | None) -> None:
    assert between(a, b) == []


def test_a_front_began_when_the_later_answer_did() -> None:
    (front,) = between(IS, answer("held", "sdf", start="2016-05-01"))
    assert front.since == day("2016-05-01")


def test_a_front_follows_the_periods_from_day_to_day() -> None:
    falls = [("a", *_dated(IS)), ("b", *_dated(answer("held", "is", end="2016-01-01")))]
    falls.append(("b", *_dated(answer("held", "sdf", start="2016-01-01"))))
    borders = Borders([("a", "b")], [LINE])
    found = [
        len(borders.fronts(CellPeriods(falls), day(text)))
        for text in ("2013-12-31", "2015-12-31", "2016-01-01")
    ]
    assert found == [0, 0, 1]


def test_its_length_is_geodesic() -> None:
    (front,) = between(IS, SDF)
    expected = Geod(ellps="WGS84").geometry_length(LINE) / 1000
    assert front.length_km == pytest.approx(expected, rel=1e-9)


def test_a_degree_of_the_meridian_is_110_to_111_km() -> None:
    (front,) = Borders([("a", "b")], [LineString([(0, 0), (0, 1)])]).fronts(
        periods(a=IS, b=SDF), DAY
    )
    assert front.length_km == pytest.approx(110.574, abs=0.001)


def test_longitude_stands_before_latitude() -> None:
    (front,) = between(IS, SDF)
    assert front.line.tolist() == [[40.0, 35.0], [40.0, 35.5], [40.25, 36.0]]


def test_a_border_that_water_parts_is_two_lines() -> None:
    parted = MultiLineString([[(40, 35), (40, 35.2)], [(40, 35.4), (40, 35.9)]])
    whole = LineString([(41, 35), (41, 36)])
    borders = Borders([("a", "b"), ("b", "c")], [parted, whole])
    fronts = borders.fronts(periods(a=IS, b=SDF, c=IS), DAY)
    assert [(one.place_a, one.place_b, one.number) for one in fronts] == [
        ("a", "b", 0),
        ("a", "b", 1),
        ("b", "c", 0),
    ]


@pytest.mark.parametrize(
    ("box", "found"),
    [
        pytest.param(Bbox(39, 34, 41, 37), 1, id="all of it"),
        pytest.param(Bbox(39, 35.1, 41, 35.2), 1, id="a part of it"),
        pytest.param(Bbox(40.2, 35.0, 40.25, 35.1), 0, id="its own box, not the line"),
        pytest.param(Bbox(0, 0, 1, 1), 0, id="far away"),
        pytest.param(Bbox(170, 30, -170, 40), 0, id="across the antimeridian"),
        pytest.param(Bbox(39, 30, 38, 40), 1, id="round the globe"),
    ],
)
def test_a_box_keeps_the_lines_in_it(box: Bbox, found: int) -> None:
    borders = Borders([("a", "b")], [LINE])
    assert len(borders.fronts(periods(a=IS, b=SDF), DAY, box)) == found


def test_without_borders_there_are_no_fronts() -> None:
    assert Borders([], []).fronts(periods(a=IS), DAY) == []
