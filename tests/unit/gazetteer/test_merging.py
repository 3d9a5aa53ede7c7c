"""One place from several sources: which records are one, under which id, with which name."""

from pathlib import Path

import pytest

from gazetteer.merging import merged
from gazetteer.places import Name, SourceInfo
from gazetteer.sources import PlaceRecord, StoredSource
from gazetteer.sources.stored import store
from tests.gazetteers import FixedSource, record, variants


def one_place(*records: PlaceRecord) -> PlaceRecord:
    """Merge records, each of a source of its own, the best last, into what must be one place."""
    (place,) = merged([FixedSource((one,)) for one in records])
    return place


def ids(*records: PlaceRecord) -> list[str]:
    """Merge records of one source that is held; return the ids of what comes out."""
    sources = [FixedSource((record("x:0", "Elsewhere", longitude=0.0),) * 9), FixedSource(records)]
    return [place.id for place in merged(sources) if place.id != "x:0"]


NEAR = {"longitude": 40.01}  # Some 900 m to the east.
FAR = {"longitude": 40.1}  # Some 9 km to the east.


# ------------------------------------------------------------------------------- shared ids


def test_a_shared_id_makes_one_place_with_all_names_and_both_ids() -> None:
    place = one_place(
        record("wof:901", "Tel Zeitun", "تل زيتون", other_ids=("geonames:7",)),
        record("geonames:7", "Tall Zaytun"),
    )
    assert place.id == "geonames:7"
    assert place.other_ids == ("wof:901",)
    assert {name.text for name in place.names} >= {"Tel Zeitun", "تل زيتون"}


def test_a_place_that_only_one_source_has_takes_the_id_of_geonames() -> None:
    place = one_place(record("wof:901", "Tell", other_ids=("wikidata:Q1", "geonames:7")))
    assert (place.id, place.other_ids) == ("geonames:7", ("wof:901", "wikidata:Q1"))


def test_an_id_chosen_by_hand_stays() -> None:
    place = one_place(
        record("geonames:7", "Tell"),
        record("geomap:tell", "Tell", curated=True, other_ids=("geonames:7",)),
    )
    assert (place.id, place.other_ids) == ("geomap:tell", ("geonames:7",))


def test_a_town_and_its_district_with_one_id_are_two_places() -> None:
    town = record("geonames:7", "Tell", kind="town")
    district = record("wof:12", "Tell", kind="district", other_ids=("geonames:7",))
    assert ids(town, district) == ["geonames:7", "wof:12"]


def test_an_entry_of_wikidata_joins_nothing() -> None:
    town = record("wof:1", "Tell", other_ids=("wikidata:Q1",))
    assert ids(town, record("wof:2", "Nahr", other_ids=("wikidata:Q1",))) == ["wof:1", "wof:2"]


def test_no_id_leads_to_two_places() -> None:
    twins = (
        record("wof:1", "North", other_ids=("wof:9",)),
        record("wof:2", "South", other_ids=("wof:9",)),
    )
    first, second = merged([FixedSource(()), FixedSource(twins)])
    assert (first.other_ids, second.other_ids) == (("wof:9",), ())


# ------------------------------------------------------------------------------- duplicates


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(record("x:2", "Al-Zaytūnah", **NEAR), id="spelled-otherwise"),
        pytest.param(
            record("x:2", "Zaytuna", names=(Name("Zaytunah", "en", "preferred"),)), id="en"
        ),
        pytest.param(record("x:2", "Zaytunah", kind="village", **NEAR), id="kind-of-settlement"),
    ],
)
def test_one_name_at_one_spot_is_one_place(other: PlaceRecord) -> None:
    assert ids(record("x:1", "Zaytunah"), other) == ["x:1"]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(record("x:2", "Zaytunah", **FAR), id="far"),
        pytest.param(record("x:2", "Zaytunah al-Gharbiyah", **NEAR), id="another-name"),
        pytest.param(record("x:2", "Zaytunah", kind="district"), id="another-kind"),
        pytest.param(record("x:2", "Hama", "Zaytunah"), id="only-a-variant"),
    ],
)
def test_what_differs_in_place_name_or_kind_is_two_places(other: PlaceRecord) -> None:
    assert ids(record("x:1", "Zaytunah"), other) == ["x:1", "x:2"]


def test_names_that_differ_in_arabic_are_two_villages() -> None:
    first = record("x:1", "Hamdan", "حمدان")
    assert ids(first, record("x:2", "Hamdan", "همدان")) == ["x:1", "x:2"]
    assert ids(first, record("x:2", "Hamdan", "حمدان")) == ["x:1"]


def test_an_arabic_name_alone_makes_duplicates() -> None:
    arabic = (Name("الزيتونة", "ar", "preferred"),)
    first = record("x:1", "Zaytuna", names=arabic)
    assert ids(first, record("x:2", "Zeitouneh", names=arabic)) == ["x:1"]


def test_districts_may_lie_farther_apart_and_lose_the_word_for_what_they_are() -> None:
    first = record("x:1", "Zaytun District", kind="district")
    assert ids(first, record("x:2", "Zaytun", kind="district", **FAR)) == ["x:1"]


def test_rivers_have_no_duplicates() -> None:
    assert ids(record("x:1", "Nahr", kind="river"), record("x:2", "Nahr", kind="river")) == [
        "x:1",
        "x:2",
    ]


def test_what_was_chosen_by_hand_twice_stays_two_places() -> None:
    twins = [record(f"x:{number}", "Zaytunah", curated=True) for number in (1, 2)]
    assert ids(*twins) == ["x:1", "x:2"]


def test_duplicates_across_the_180th_meridian_are_found() -> None:
    west, east = (record(f"x:{n}", "Naqara", longitude=n * 179.999) for n in (-1, 1))
    assert ids(west, east) == ["x:-1"]


def test_an_import_alone_loses_its_duplicates(tmp_path: Path) -> None:
    stored = store(tmp_path / "a.gz", [record("x:1", "Zaytunah"), record("x:2", "Zaytunah")])
    source = StoredSource(tmp_path / "a.gz", SourceInfo("a", "1", ""), stored.places)
    assert [place.id for place in merged([source])] == ["x:1"]


# ------------------------------------------------------------------------------- names


def test_a_plain_english_name_is_shown_before_a_transliteration() -> None:
    place = one_place(
        record("x:1", "Mukhayyam", names=(Name("Olive Camp", "en", "preferred"),)),
        record("x:1", "Mukhayyam az Zaytūn"),
    )
    assert place.name == "Olive Camp"
    assert variants("Mukhayyam az Zaytūn")[0] in place.names


def test_a_transliteration_that_is_all_there_is_is_made_plain_and_kept() -> None:
    place = one_place(record("x:1", "‘Ayn Ḩamrā’"))
    assert place.name == "Ayn Hamra"
    assert place.names == variants("‘Ayn Ḩamrā’")


def test_what_was_chosen_by_hand_is_shown_as_it_is() -> None:
    place = one_place(record("x:1", "Plain", curated=True), record("x:1", "Fancy"))
    assert place.name == "Plain"


def test_an_own_english_name_is_shown_even_without_a_row_of_its_place() -> None:
    own = PlaceRecord("x:1", names=(Name("Ours", "en", "preferred"),), curated=True)
    assert one_place(record("x:1", "Theirs"), own).name == "Ours"


def test_a_language_keeps_one_preferred_name() -> None:
    place = one_place(
        record("x:1", "A", names=(Name("قديم", "ar", "preferred"),)),
        record("x:1", "A", names=(Name("جديد", "ar", "preferred"),)),
    )
    assert place.names == (Name("جديد", "ar", "preferred"), Name("قديم", "ar", "variant"))


# ------------------------------------------------------------------------------- areas


def test_a_village_learns_its_governorate_from_its_hierarchy() -> None:
    region = record(
        "wof:11", "Zaytuniyah Governorate", kind="governorate", admin1="04",
        other_ids=("geonames:7100",), longitude=41.0,
    )  # fmt: skip
    village = record("wof:901", "Tell", parents=("wof:12", "wof:11"))
    places = {
        place.id: place for place in merged([FixedSource(()), FixedSource((region, village))])
    }
    tell = places["wof:901"]
    assert (tell.admin1, tell.admin1_name) == ("04", "Zaytuniyah")
    assert tell.parents == ("wof:12", "geonames:7100")


def test_codes_name_the_governorates_of_every_source() -> None:
    code = PlaceRecord(
        "geonames:7100", name="Zaytūnīyah", kind="governorate", country="SY", admin1="04"
    )
    places = list(
        merged([FixedSource((record("x:1", "Tell", admin1="04"),) * 2), FixedSource((code,))])
    )
    assert [place.admin1_name for place in places] == ["Zaytuniyah", "Zaytuniyah"]


def test_what_was_superseded_is_answered_by_its_successor() -> None:
    old = PlaceRecord("wof:1", names=variants("Oldname", "Newname"), superseded_by="wof:2")
    new = record("wof:2", "Newname", names=(Name("Newname", "en", "preferred"),))
    for records in ((old, new), (new, old)):
        place = one_place(*records)
        assert (place.id, place.name, place.other_ids) == ("wof:2", "Newname", ("wof:1",))
        assert {name.text: name.kind for name in place.names} == {
            "Newname": "preferred",
            "Oldname": "variant",
        }


def test_a_chain_of_successors_leads_to_the_last() -> None:
    place = one_place(
        PlaceRecord("wof:1", superseded_by="wof:2"),
        PlaceRecord("wof:2", superseded_by="wof:3"),
        record("wof:3", "Newname"),
    )
    assert (place.id, set(place.other_ids)) == ("wof:3", {"wof:1", "wof:2"})


def test_what_was_superseded_by_nothing_that_is_known_is_no_place() -> None:
    old = PlaceRecord("wof:1", names=variants("Oldname"), superseded_by="wof:2")
    assert ids(old, record("x:1", "Elsewhere")) == ["x:1"]


def test_a_town_that_ate_a_quarter_is_shown_by_its_own_name_and_kind() -> None:
    place = one_place(
        record("geonames:7", "Newtown", kind="city", other_ids=("wof:2",)),
        PlaceRecord("wof:1", names=variants("Quarter"), superseded_by="wof:2"),
    )
    assert (place.id, place.name, place.kind) == ("geonames:7", "Newtown", "city")
    assert "Quarter" in {name.text for name in place.names}
