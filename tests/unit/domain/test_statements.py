"""Statements refuse to contradict themselves."""

from datetime import date
from typing import Any

import pytest

from geomap.domain.statements import Figure, Frame, Measure, Unit
from geomap.domain.when import When
from geomap.errors import InvalidStatement
from tests.claims import grade, make_claim


@pytest.mark.parametrize(
    ("effect", "holder", "loser"),
    [
        pytest.param("takes", None, None, id="nobody takes"),
        pytest.param("holds", None, "is", id="nobody holds"),
        pytest.param("loses", None, None, id="nobody loses"),
        pytest.param("loses", "is", "sdf", id="a loss that names a holder"),
        pytest.param("takes", "is", "is", id="taken from itself"),
    ],
)
def test_a_claim_whose_parts_contradict_is_refused(
    effect: str, holder: str | None, loser: str | None
) -> None:
    with pytest.raises(InvalidStatement):
        make_claim(effect, holder, "2017-10-17", loser=loser)


def make_figure(**values: Any) -> Figure:
    defaults: dict[str, Any] = {
        "id": "figure",
        "place_id": None,
        "when": When.parse("2017-12-27"),
        "source_id": "source",
        "report_id": None,
        "known": date(2017, 12, 27),
        "grade": grade("B2"),
        "summary": "",
        "measure": Measure.FIGHTERS,
        "unit": Unit.PERSONS,
    }
    return Figure(**defaults | values)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="no number at all"),
        pytest.param({"low": 5.0, "value": 4.0}, id="below its low bound"),
        pytest.param({"value": 5.0, "high": 4.0}, id="above its high bound"),
        pytest.param({"low": 5.0, "high": 4.0}, id="bounds that cross"),
        pytest.param({"value": -1.0}, id="negative"),
        pytest.param({"value": 1.0, "unit": Unit.KM2}, id="persons in km2"),
        pytest.param({"value": 1.0, "measure": Measure.TERRITORY}, id="land in persons"),
    ],
)
def test_a_figure_that_cannot_be_is_refused(values: dict[str, Any]) -> None:
    with pytest.raises(InvalidStatement):
        make_figure(**values)


def test_a_figure_may_say_only_fewer_than() -> None:
    assert make_figure(high=1000.0).value is None


def test_an_atlas_ends_before_its_end() -> None:
    frame = Frame(
        id="atlas",
        title="Atlas",
        description="",
        start=date(2014, 1, 1),
        end=date(2020, 1, 1),
        view_start=date(2014, 1, 1),
        view_end=date(2020, 1, 1),
        countries=(),
        reach_km=30.0,
        licence="",
    )
    days = [date(2013, 12, 31), date(2014, 1, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [frame.covers(day) for day in days] == [False, True, True, False]
