"""Query parameters are read strictly; a refusal names the parameter."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from geomap.domain.bbox import WORLD, Bbox
from geomap.errors import InvalidParameter, UnknownParameter
from geomap.web.declarations import BBOX, DATE, KNOWN, REVISION
from geomap.web.parameters import Parameters

DECLARED = (DATE, KNOWN, BBOX, REVISION)


def given_as(**values: str) -> Parameters:
    return Parameters(MultiDict(values), DECLARED)


def test_what_is_not_given_has_its_default() -> None:
    nothing = given_as()
    assert (nothing.day("known"), nothing.revision(), nothing.bbox()) == (None, None, WORLD)


@given(day=st.dates())
def test_every_day_of_the_calendar_can_be_written(day: date) -> None:
    assert given_as(date=day.isoformat()).required_day("date") == day


@given(text=st.text(max_size=30))
def test_a_text_is_a_day_or_a_refusal(text: str) -> None:
    with suppress(InvalidParameter):
        assert given_as(date=text).required_day("date").isoformat() == text


@given(text=st.text(alphabet="0123456789+-., einaf_", max_size=30))
def test_a_text_is_a_box_on_the_globe_or_a_refusal(text: str) -> None:
    with suppress(InvalidParameter):
        box = given_as(bbox=text).bbox()
        assert -180 <= box.west <= 180
        assert -180 <= box.east <= 180
        assert -90 <= box.south <= box.north <= 90


def test_a_box_gives_longitude_before_latitude() -> None:
    assert given_as(bbox="38.5,34,42,37").bbox() == Bbox(west=38.5, south=34, east=42, north=37)


def test_heights_of_a_box_are_passed_over() -> None:
    assert given_as(bbox="38.5,34,-9,42,37,9").bbox() == Bbox(38.5, 34, 42, 37)


def test_a_box_may_cross_the_antimeridian() -> None:
    assert given_as(bbox="170,-10,-170,10").bbox().parts() == (
        Bbox(170, -10, 180, 10),
        Bbox(-180, -10, -170, 10),
    )


@pytest.mark.parametrize("text", ["1", "17", "2147483647"])
def test_a_revision_is_a_number(text: str) -> None:
    assert given_as(revision=text).revision() == int(text)


@pytest.mark.parametrize("text", ["0", "-1", "+1", "1.0", "", " 1", "٣", "2147483648", "latest"])
def test_a_revision_is_nothing_else(text: str) -> None:
    with pytest.raises(
        InvalidParameter, match=r"^revision: .* is no revision; give a whole number from 1 on"
    ):
        given_as(revision=text).revision()


def test_an_unknown_parameter_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownParameter) as refusal:
        given_as(day="2014-06-10")
    assert (refusal.value.parameter, refusal.value.known) == (
        "day",
        ("date", "known", "bbox", "revision"),
    )


def test_a_parameter_given_twice_is_refused() -> None:
    with pytest.raises(InvalidParameter, match="date: is given more than once"):
        Parameters(MultiDict([("date", "2014-06-10"), ("date", "2014-06-10")]), DECLARED)
