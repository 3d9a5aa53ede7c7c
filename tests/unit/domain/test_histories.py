"""A claim on an admin area counts for every place in it, below any claim on the place itself."""

from dataclasses import replace

from geomap.domain.areas import areas_of, is_area, lies_in
from geomap.domain.histories import Histories
from geomap.domain.rule import Rule
from geomap.domain.statements import Claim, Place
from geomap.domain.timeline import period_on
from tests.claims import day, holds, takes


def make_place(key: str, kind: str = "town", country: str = "SY", admin1: str = "04") -> Place:
    return Place(key, key, {}, 39.0, 35.9, kind, country, admin1, None)


SYRIA = make_place("syria", "country", admin1="")
RAQQA_GOVERNORATE = make_place("raqqa-governorate", "governorate")
RAQQA, TABQA = make_place("raqqa"), make_place("tabqa")
KOBANI = make_place("kobani", admin1="09")
HIT = make_place("hit", country="IQ", admin1="01")
PLACES = [SYRIA, RAQQA_GOVERNORATE, RAQQA, TABQA, KOBANI, HIT]


def holder(place: Place, on: str, *claims: Claim) -> str | None:
    period = period_on(Histories(PLACES, claims, Rule()).of(place), day(on))
    return None if period is None else period.verdict.holder


def test_a_place_lies_in_the_governorate_of_its_code_and_in_its_country() -> None:
    assert areas_of(RAQQA, PLACES[:2]) == [RAQQA_GOVERNORATE, SYRIA]
    assert areas_of(KOBANI, PLACES[:2]) == [SYRIA]
    assert areas_of(HIT, PLACES[:2]) == []


def test_a_governorate_lies_in_its_country_and_not_in_itself() -> None:
    assert areas_of(RAQQA_GOVERNORATE, PLACES[:2]) == [SYRIA]
    assert areas_of(SYRIA, PLACES[:2]) == []


def test_places_without_a_code_share_no_governorate() -> None:
    assert not lies_in(make_place("a", admin1=""), make_place("b", "governorate", admin1=""))


def test_a_claim_on_a_governorate_counts_for_the_places_in_it() -> None:
    claim = holds("is", "2014-01-15", place_id="raqqa-governorate")
    assert holder(TABQA, "2014-02-01", claim) == "is"
    assert holder(KOBANI, "2014-02-01", claim) is None


def test_an_exception_inside_an_area_stands() -> None:
    area = takes("is", "2014-01-15", place_id="raqqa-governorate")
    exception = holds("army", "2014-01-10", place_id="tabqa")
    assert holder(TABQA, "2014-02-01", area, exception) == "army"
    assert holder(RAQQA, "2014-02-01", area, exception) == "is"


def test_a_district_counts_for_the_places_that_are_known_to_lie_in_it() -> None:
    district = replace(make_place("raqqa-district", "district"), encloses=True)
    inside = replace(make_place("hazima"), within=(district.id,))
    places = [SYRIA, RAQQA_GOVERNORATE, district, inside, RAQQA]
    claims = [
        takes("is", "2014-01-13", place_id=district.id),
        takes("army", "2014-01-10", place_id=RAQQA_GOVERNORATE.id),
    ]
    histories = Histories(places, claims, Rule())
    on = day("2014-02-01")
    answers = {
        one.id: period.verdict.holder
        for one in (inside, RAQQA, district)
        if (period := period_on(histories.of(one), on))
    }
    assert answers == {"hazima": "is", "raqqa": "army", "raqqa-district": "is"}
    assert [one.id for one in histories.with_cells()] == ["hazima", "raqqa"]


def test_a_region_across_governorates_stands_below_them() -> None:
    region = replace(make_place("jazira", "region", admin1=""), encloses=True)
    place = replace(RAQQA, within=(region.id,))
    assert areas_of(place, [SYRIA, region, RAQQA_GOVERNORATE]) == [
        RAQQA_GOVERNORATE,
        region,
        SYRIA,
    ]


def test_a_district_of_which_nothing_is_known_is_a_place_like_any_other() -> None:
    district = make_place("sinjar-district", "district")
    assert not is_area(district)
    assert lies_in(district, RAQQA_GOVERNORATE)
    claim = holds("is", "2014-08-03", place_id=district.id)
    assert Histories([district], [claim], Rule()).with_cells() == [district]


def test_a_smaller_area_stands_above_a_larger_one() -> None:
    country = takes("army", "2017-10-20", place_id="syria")
    governorate = takes("sdf", "2017-10-17", place_id="raqqa-governorate")
    assert holder(RAQQA, "2017-11-01", country, governorate) == "sdf"
    assert holder(KOBANI, "2017-11-01", country, governorate) == "army"


def test_a_place_has_its_areas_answer_until_its_own_first_claim() -> None:
    area = holds("is", "2014-01-15", place_id="raqqa-governorate")
    own = takes("sdf", "2017-05-10", place_id="tabqa")
    assert holder(TABQA, "2017-05-09", area, own) == "is"
    assert holder(TABQA, "2017-05-10", area, own) == "sdf"


def test_areas_own_no_cell_and_the_places_in_them_do() -> None:
    claim = holds("is", "2014-01-15", place_id="raqqa-governorate")
    owners = Histories(PLACES, [claim], Rule()).with_cells()
    assert owners == [RAQQA, TABQA]
