"""A border is a front while the answers on its two sides differ."""

import pytest
from pyproj import Geod
from shapely import LineString, MultiLineString

from geomap.domain.bbox import Bbox
from geomap.domain.control import Status, Verdict
from geomap.domain.fronts import Borders, CellAnswer, Front
from tests.claims import day

LINE = LineString([(40.0, 35.0), (40.0, 35.5), (40.25, 36.0)])


def answer(status: str, *holders: str, start: str = "2014-01-01") -> CellAnswer:
    return CellAnswer.of(Verdict(Status(status), holders), day(start))


IS, SDF = answer("held", "is"), answer("held", "sdf")


def between(a: CellAnswer | None, b: CellAnswer | None) -> list[Front]:
    answers = {"a": a, "b": b}
    known = {place: one for place, one in answers.items() if one is not None}
    return Borders([("a", "b")], [LINE]).fronts(known)


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
def test_a_front_runs_where_answers_differ(a: CellAnswer, b: CellAnswer) -> None:
    (front,) = between(a, b)
    assert (front.place_a, front.place_b, front.a, front.b) == ("a", "b", a, b)


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
def test_no_front_runs_elsewhere(a: CellAnswer | None, b: CellAnswer | None) -> None:
    assert between(a, b) == []


def test_a_front_began_when_the_later_answer_did() -> None:
    (front,) = between(IS, answer("held", "sdf", start="2016-05-01"))
    assert front.since == day("2016-05-01")


def test_its_length_is_geodesic() -> None:
    (front,) = between(IS, SDF)
    expected = Geod(ellps="WGS84").geometry_length(LINE) / 1000
    assert front.length_km == pytest.approx(expected, rel=1e-9)


def test_a_degree_of_the_meridian_is_110_to_111_km() -> None:
    (front,) = Borders([("a", "b")], [LineString([(0, 0), (0, 1)])]).fronts({"a": IS, "b": SDF})
    assert front.length_km == pytest.approx(110.574, abs=0.001)


def test_longitude_stands_before_latitude() -> None:
    (front,) = between(IS, SDF)
    assert front.line == ((40.0, 35.0), (40.0, 35.5), (40.25, 36.0))


def test_a_border_that_water_parts_is_two_lines() -> None:
    parted = MultiLineString([[(40, 35), (40, 35.2)], [(40, 35.4), (40, 35.9)]])
    whole = LineString([(41, 35), (41, 36)])
    borders = Borders([("a", "b"), ("b", "c")], [parted, whole])
    fronts = borders.fronts({"a": IS, "b": SDF, "c": IS})
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
    assert len(borders.fronts({"a": IS, "b": SDF}, box)) == found


def test_without_borders_there_are_no_fronts() -> None:
    assert Borders([], []).fronts({"a": IS}) == []
