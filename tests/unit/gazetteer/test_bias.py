"""What the asker expects of a place: factors that put it first and shut nothing out."""

from datetime import date

import pytest

from gazetteer import InvalidQuery
from gazetteer.bias import ELSEWHERE_FACTOR, Bias, country_code, in_use
from gazetteer.places import Context
from tests.gazetteers import make_match

RAQQA = make_match(standing=0.8)
SYRIA, IRAQ = frozenset({"SY"}), frozenset({"IQ"})


def test_no_expectation_changes_nothing() -> None:
    nothing = Bias(Context())
    assert nothing.factor(RAQQA) == 1
    assert nothing.fits(RAQQA)
    assert nothing.reasons(RAQQA) == ()


def test_the_country_expected_fits_and_another_is_far_behind() -> None:
    assert Bias(Context(), SYRIA).factor(RAQQA) == 1
    assert Bias(Context(), IRAQ).factor(RAQQA) == ELSEWHERE_FACTOR
    assert Bias(Context(), SYRIA).fits(RAQQA)
    assert not Bias(Context(), IRAQ).fits(RAQQA)


def test_one_of_several_countries_is_enough() -> None:
    assert Bias(Context(), SYRIA | IRAQ).factor(RAQQA) == 1


def test_the_area_named_goes_before_the_rest_of_the_country() -> None:
    here = Bias(Context(), SYRIA, frozenset({("SY", "04")}))
    there = Bias(Context(), SYRIA, frozenset({("SY", "12")}))
    assert here.factor(RAQQA) == 1
    assert ELSEWHERE_FACTOR < there.factor(RAQQA) < 1
    assert here.fits(RAQQA)
    assert not there.fits(RAQQA)


def test_a_code_of_another_country_is_another_area() -> None:
    assert not Bias(Context(), areas=frozenset({("IQ", "04")})).fits(RAQQA)


def test_nearness_falls_with_distance_and_never_to_nothing() -> None:
    points = [(39.0, 36.0), (39.5, 36.0), (41.0, 36.0), (-100.0, 40.0)]
    factors = [Bias(Context(near=point)).factor(RAQQA) for point in points]
    assert factors[0] == 1
    assert factors == sorted(factors, reverse=True)
    assert factors[-1] == pytest.approx(0.5, abs=0.01)


def test_nearness_is_measured_over_the_180th_meridian() -> None:
    fiji = RAQQA._replace(longitude=-179.9, latitude=-17.0)
    (reason,) = Bias(Context(near=(179.9, -17.0))).reasons(fiji)
    assert reason == "21 km away"


@pytest.mark.parametrize(
    ("bbox", "seen"),
    [
        pytest.param((38.0, 35.0, 40.0, 37.0), True, id="inside"),
        pytest.param((40.0, 35.0, 41.0, 37.0), False, id="east-of-it"),
        pytest.param((38.0, 36.5, 40.0, 37.0), False, id="north-of-it"),
        pytest.param((170.0, 35.0, 40.0, 37.0), True, id="over-the-180th-meridian"),
        pytest.param((170.0, 35.0, -170.0, 37.0), False, id="only-around-that-meridian"),
    ],
)
def test_a_view_puts_what_it_shows_first(
    bbox: tuple[float, float, float, float], *, seen: bool
) -> None:
    bias = Bias(Context(bbox=bbox))
    assert (bias.factor(RAQQA) == 1) is seen
    assert bias.reasons(RAQQA) == ("in view" if seen else "out of view",)


@pytest.mark.parametrize(
    ("bias", "placed"),
    [
        pytest.param(Bias(Context(), SYRIA), True, id="its-country"),
        pytest.param(Bias(Context(), IRAQ), False, id="another-country"),
        pytest.param(Bias(Context(), areas=frozenset({("SY", "04")})), True, id="its-area"),
        pytest.param(Bias(Context(), held=frozenset({1})), True, id="its-district"),
        pytest.param(Bias(Context(), held=frozenset({2})), False, id="another-district"),
        pytest.param(Bias(Context(near=(39.5, 36.0))), True, id="near-by"),
        pytest.param(Bias(Context(near=(49.5, 36.0))), False, id="far-away"),
        pytest.param(Bias(Context(near=(39.5, 36.0)), IRAQ), False, id="near-by-over-the-border"),
        pytest.param(Bias(Context(bbox=(-180.0, -90.0, 180.0, 90.0))), False, id="some-view"),
        pytest.param(Bias(Context(language="nl")), False, id="a-language"),
        pytest.param(Bias(Context(on=date(2015, 1, 1))), False, id="a-day"),
    ],
)
def test_only_a_country_an_area_or_a_point_says_where(bias: Bias, *, placed: bool) -> None:
    assert bias.places(RAQQA) is placed


def test_a_name_in_another_language_is_a_little_less_likely() -> None:
    dutch, kurdish = RAQQA._replace(language="nl"), RAQQA._replace(language="ku")
    bias = Bias(Context(language="nl"))
    assert bias.factor(dutch) == bias.factor(RAQQA) == 1
    assert 0.9 < bias.factor(kurdish) < 1


@pytest.mark.parametrize(
    ("since", "until", "day", "used"),
    [
        pytest.param("", "", date(2015, 1, 1), True, id="no-dates"),
        pytest.param("2014-06-29", "", date(2014, 6, 28), False, id="the-day-before"),
        pytest.param("2014-06-29", "", date(2014, 6, 29), True, id="the-first-day"),
        pytest.param("2014", "", date(2014, 1, 1), True, id="some-day-of-the-year"),
        pytest.param("", "2017-10", date(2017, 10, 31), True, id="some-day-of-the-last-month"),
        pytest.param("", "2017-10", date(2017, 11, 1), False, id="the-month-after"),
        pytest.param("2014~", "2017?", date(2016, 5, 1), True, id="unsure-dates"),
        pytest.param("", "..", date(2016, 5, 1), True, id="still-in-use"),
    ],
)
def test_a_name_is_in_use_between_its_dates(
    since: str, until: str, day: date, *, used: bool
) -> None:
    assert in_use(since, until, day) is used
    dated = RAQQA._replace(since=since, until=until)
    bias = Bias(Context(on=day))
    assert (bias.factor(dated) == 1) is used
    assert bool(bias.reasons(dated)) is not used


@pytest.mark.parametrize(("given", "code"), [(None, None), ("sy", "SY"), (" IQ ", "IQ")])
def test_a_country_is_a_code_of_two_letters(given: str | None, code: str | None) -> None:
    assert country_code(given) == code


@pytest.mark.parametrize("given", ["", "SYR", "S", "S1", "سو"])
def test_another_country_is_refused(given: str) -> None:
    with pytest.raises(InvalidQuery, match="two letters"):
        country_code(given)
