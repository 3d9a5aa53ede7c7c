"""Dates as they are known: every EDTF string has an earliest, a latest and a settled day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.domain.when import When, _bounds_of_any, _bounds_of_plain
from geomap.errors import InvalidWhen


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        pytest.param("2017-10-17", "2017-10-17", "2017-10-17", id="a day"),
        pytest.param("2017-10", "2017-10-01", "2017-10-31", id="a month"),
        pytest.param("2016-02", "2016-02-01", "2016-02-29", id="February of a leap year"),
        pytest.param("2013", "2013-01-01", "2013-12-31", id="a year"),
        pytest.param("201X", "2010-01-01", "2019-12-31", id="a decade"),
        pytest.param("2017-10-1X", "2017-10-10", "2017-10-19", id="ten days of a month"),
        pytest.param("2017-10-0X", "2017-10-01", "2017-10-09", id="the first days"),
        pytest.param("2017-10-3X", "2017-10-30", "2017-10-31", id="the last days"),
        pytest.param("2017-22", "2017-06-01", "2017-08-31", id="a summer"),
        pytest.param("2017-10~", "2017-10-01", "2017-10-31", id="an approximate month"),
        pytest.param("2017-10-14/2017-10-15", "2017-10-14", "2017-10-15", id="an interval"),
        pytest.param("2014-06~/2014-07", "2014-06-01", "2014-07-31", id="months to months"),
        pytest.param(" 2017-10-17 ", "2017-10-17", "2017-10-17", id="blanks around it"),
        pytest.param("9999-12-31", "9999-12-31", "9999-12-31", id="the last day there is"),
    ],
)
def test_a_date_knows_its_earliest_and_latest_day(edtf: str, earliest: str, latest: str) -> None:
    when = When.parse(edtf)
    assert (when.earliest.isoformat(), when.latest.isoformat()) == (earliest, latest)


def test_a_closed_date_is_settled_on_its_latest_day() -> None:
    assert When.parse("2017-10").settled == date(2017, 10, 31)


def test_a_standing_date_is_settled_when_its_start_is() -> None:
    when = When.parse("2014-01/..")
    assert (when.settled, when.latest, when.standing) == (date(2014, 1, 31), date.max, True)


def test_an_open_start_reaches_back_to_the_first_day() -> None:
    assert When.parse("../2014-01-01").earliest == date.min


@pytest.mark.parametrize("edtf", ["2017-10~", "2017-10?", "2017-10-17%", "2014-06~/2014-07"])
def test_a_mark_of_doubt_makes_a_date_approximate(edtf: str) -> None:
    when = When.parse(edtf)
    assert when.approximate
    assert not when.exact


def test_one_known_day_is_exact() -> None:
    assert When.parse("2017-10-17").exact


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "soon",
        "17-10-2017",
        "2017-13",
        "2017-02-30",
        "2017-02-3X",
        "20171017",
        "2017-10-20/2017-10-10",
        "../..",
        "/2015",
        "2015/",
        "Y17000",
        "0000",
        "-0001",
        "2017-10-17/" * 10,
        "２０１７",
        "2017-10-17\x00",
        "2017-10-1X/..",
    ],
)
def test_what_is_no_date_is_refused_with_an_example(edtf: str) -> None:
    with pytest.raises(InvalidWhen, match="write 2017-10-17, 2017-10"):
        When.parse(edtf)


DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
PLAIN = st.builds(
    lambda day, length, mark: day.isoformat()[:length] + mark,
    DAYS,
    st.sampled_from((4, 7, 10)),
    st.sampled_from(("", "~", "?")),
)
ENDS = st.one_of(PLAIN, st.just(".."))


@given(st.one_of(PLAIN, st.builds("{}/{}".format, ENDS, ENDS)))
def test_plain_dates_mean_what_the_grammar_of_edtf_says(text: str) -> None:
    quick = _bounds_of_plain(text)
    try:
        wanted = _bounds_of_any(text)
    except InvalidWhen:
        assert quick is None
    else:
        assert quick == wanted


@pytest.mark.parametrize(
    "text", ["2017-02-29", "2017-13", "0000", "2017-1", "2018/2017", "../..", "", "2017-10-17/"]
)
def test_what_is_no_plain_date_is_left_to_the_grammar(text: str) -> None:
    assert _bounds_of_plain(text) is None
