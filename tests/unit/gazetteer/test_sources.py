"""Sources: what they say of a place, how they refuse broken files, how two become one."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import SourceError
from gazetteer.merging import merged
from gazetteer.places import Name
from gazetteer.sources import CuratedSource, GeonamescacheSource, PlaceRecord
from gazetteer.sources.curated import NAME_COLUMNS, PLACE_COLUMNS
from tests.gazetteers import FixedSource, record, variants

RAQQA_ROW = "geonames:172955,Raqqa,city,SY,04,39.00788,35.95283,531952,GeoNames"


def raqqa(**said: object) -> dict[str, Any]:
    """The entry of cities500, shortened."""
    given: dict[str, object] = {
        "geonameid": 172955,
        "name": "Ar Raqqah",
        "latitude": 35.95283,
        "longitude": 39.00788,
        "countrycode": "SY",
        "population": 531952,
        "admin1code": "04",
        "alternatenames": ["Raqqa", "alrqt", "Rakˌkˌa", "الرقة", "Ар-Ракка", "Ar Raqqah", ""],
    }
    return given | said


def cities(*given: dict[str, Any]) -> GeonamescacheSource:
    return GeonamescacheSource(lambda: {str(number): city for number, city in enumerate(given)})


def curated(folder: Path, *rows: str, names: tuple[str, ...] = ()) -> CuratedSource:
    (folder / "places.csv").write_text("\n".join([",".join(PLACE_COLUMNS), *rows]), "utf-8")
    (folder / "names.csv").write_text("\n".join([",".join(NAME_COLUMNS), *names]), "utf-8")
    return CuratedSource(folder)


# ------------------------------------------------------------------------------- cities500


def test_a_city_keeps_what_geonames_says() -> None:
    (city,) = cities(raqqa()).records()
    assert city == PlaceRecord(
        id="geonames:172955",
        name="Ar Raqqah",
        longitude=39.00788,
        latitude=35.95283,
        kind="populated_place",
        country="SY",
        admin1="04",
        population=531952,
        names=variants("Raqqa", "Rakˌkˌa", "الرقة", "Ар-Ракка"),
    )


def test_a_population_of_zero_means_not_known() -> None:
    (city,) = cities(raqqa(population=0)).records()
    assert city.population is None


def test_names_lose_characters_that_no_name_has() -> None:
    (city,) = cities(raqqa(alternatenames=["\u202bRaq\x8aqa\u202c", "Raqqa"])).records()
    assert city.names == variants("Raqqa")


def test_the_number_of_cities_is_known() -> None:
    assert len(cities(raqqa(), raqqa())) == 2


@pytest.mark.parametrize("broken", [{"longitude": "east"}, {"alternatenames": None}])
def test_a_broken_city_is_named(broken: dict[str, object]) -> None:
    with pytest.raises(SourceError, match="city 0"):
        list(cities(raqqa(**broken)).records())


@pytest.mark.parametrize("error", [OSError("gone"), ValueError("no JSON")])
def test_cities_that_cannot_be_loaded_are_a_source_error(error: Exception) -> None:
    def load() -> dict[str, dict[str, Any]]:
        raise error

    with pytest.raises(SourceError, match="cities500"):
        len(GeonamescacheSource(load))


# --------------------------------------------------------------------------------- curated


def test_a_curated_row_is_a_place_with_its_display_name_in_english(tmp_path: Path) -> None:
    (place,) = curated(tmp_path, RAQQA_ROW).records()
    assert place == PlaceRecord(
        id="geonames:172955",
        name="Raqqa",
        longitude=39.00788,
        latitude=35.95283,
        kind="city",
        country="SY",
        admin1="04",
        population=531952,
        names=(Name("Raqqa", "en", "preferred"),),
        curated=True,
    )


def test_empty_cells_say_nothing(tmp_path: Path) -> None:
    (place,) = curated(tmp_path, "geonames:172955,,,,,,,,").records()
    assert place == PlaceRecord("geonames:172955", curated=True)


def test_names_join_their_place(tmp_path: Path) -> None:
    names = (
        "geonames:172955,الرقة,ar,preferred",
        "geonames:172955,Callinicum,,historical",
        "geonames:172955,Raqqa,en,preferred",
    )
    (place,) = curated(tmp_path, RAQQA_ROW, names=names).records()
    assert place.names == (
        Name("Raqqa", "en", "preferred"),
        Name("الرقة", "ar", "preferred"),
        Name("Callinicum", "", "historical"),
    )


def test_names_may_belong_to_a_place_of_another_source(tmp_path: Path) -> None:
    (place,) = curated(tmp_path, names=("geonames:1,Here,en,variant",)).records()
    assert place == PlaceRecord("geonames:1", names=(Name("Here", "en", "variant"),), curated=True)


def test_the_version_changes_with_the_files(tmp_path: Path) -> None:
    before = curated(tmp_path, RAQQA_ROW).about()
    assert curated(tmp_path, RAQQA_ROW).about() == before
    after = curated(tmp_path, RAQQA_ROW, names=("geonames:172955,Rakka,tr,preferred",)).about()
    assert after.version != before.version


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    source = curated(tmp_path, RAQQA_ROW)
    path = tmp_path / "places.csv"
    path.write_text("\ufeff" + path.read_text("utf-8"), "utf-8")
    assert len(source) == 1


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        pytest.param(",A,,,,,,,", "line 2: id is empty", id="no-id"),
        pytest.param("x:1,A\u202e,,,,,,,", "line 2: name is no name.*202E", id="bad-name"),
        pytest.param("x:1,A,hut,,,,,,", "line 2: kind must be one of.*'hut'", id="kind"),
        pytest.param("x:1,A,,sy,,,,,", "country must be two capital letters.*'sy'", id="country"),
        pytest.param("x:1,A,,SYR,,,,,", "country must be two capital", id="country-of-three"),
        pytest.param("x:1,A,,,,east,,,", "longitude is no number: 'east'", id="longitude"),
        pytest.param("x:1,A,,,,181,,,", "longitude must lie between -180 and 180", id="too-east"),
        pytest.param("x:1,A,,,,nan,,,", "longitude must lie between", id="not-a-number"),
        pytest.param("x:1,A,,,,0,91,,", "latitude must lie between -90 and 90", id="too-north"),
        pytest.param("x:1,A,,,,0,0,-1,", "population must lie between 0", id="population"),
        pytest.param("x:1,A,,", "line 2: has 4 cells instead of 9", id="cells"),
        pytest.param('x:1,"A,,,,,,,', "line 2: is no CSV", id="quote"),
        pytest.param(
            "x:1,A,,,,,,,\nx:1,B,,,,,,,", "line 3: id is there twice", id="the-same-id-twice"
        ),
    ],
)
def test_a_broken_place_is_refused_with_its_line(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(SourceError, match=f"places.csv, .*{complaint}"):
        list(curated(tmp_path, row).records())


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        pytest.param(",Rakka,tr,variant", "place_id is empty", id="no-place"),
        pytest.param("geonames:172955,,tr,variant", "name is no name", id="no-name"),
        pytest.param("geonames:172955,Rakka,Turkish,variant", "language must be", id="language"),
        pytest.param("geonames:172955,Rakka,tr,nickname", "kind must be preferred", id="kind"),
        pytest.param(
            "geonames:172955,Rakka,en,preferred",
            "kind is preferred a second time for geonames:172955 in 'en'",
            id="two-preferred",
        ),
    ],
)
def test_a_broken_name_is_refused_with_its_line(tmp_path: Path, row: str, complaint: str) -> None:
    with pytest.raises(SourceError, match=f"names.csv, line 2: {complaint}"):
        list(curated(tmp_path, RAQQA_ROW, names=(row,)).records())


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        pytest.param(Path.unlink, "places.csv: cannot be read", id="no-file"),
        pytest.param(lambda path: path.write_bytes(b"\xff"), "not written in UTF-8", id="encoding"),
        pytest.param(
            lambda path: path.write_text("a,b"), "line 1: the header must be", id="header"
        ),
        pytest.param(lambda path: path.write_text(""), "line 1: the header must be", id="empty"),
    ],
)
def test_a_file_that_is_no_table_of_places_is_refused(
    tmp_path: Path, spoil: Callable[[Path], object], complaint: str
) -> None:
    source = curated(tmp_path, RAQQA_ROW)
    spoil(tmp_path / "places.csv")
    with pytest.raises(SourceError, match=complaint):
        list(source.records())


# --------------------------------------------------------------------------------- merging


def test_a_later_source_wins_where_it_speaks() -> None:
    base = record("x:1", "Ar Raqqah", "Rakka", longitude=1.0, population=10, admin1="04")
    better = PlaceRecord(
        "x:1", name="Raqqa", longitude=2.0, kind="city", names=variants("Reqa"), curated=True
    )
    (place,) = merged([FixedSource((base,)), FixedSource((better,))])
    assert place == PlaceRecord(
        id="x:1",
        name="Raqqa",
        longitude=2.0,
        latitude=35.0,
        kind="city",
        country="SY",
        admin1="04",
        population=10,
        names=variants("Reqa", "Rakka", "Ar Raqqah"),
        curated=True,
    )


def test_a_later_source_knows_the_language_of_a_name() -> None:
    base = record("x:1", "Raqqa", "الرقة")
    better = PlaceRecord("x:1", names=(Name("الرقة", "ar", "preferred"),))
    (place,) = merged([FixedSource((base,)), FixedSource((better,))])
    assert place.names == (Name("الرقة", "ar", "preferred"),)


def test_an_old_display_name_is_not_listed_twice() -> None:
    base = record("x:1", "Ar Raqqah", "Ar Raqqah")
    (place,) = merged([FixedSource((base,)), FixedSource((PlaceRecord("x:1", name="Raqqa"),))])
    assert place.names == variants("Ar Raqqah")


def test_the_same_display_name_stays_one() -> None:
    base = record("x:1", "Raqqa")
    (place,) = merged([FixedSource((base,)), FixedSource((PlaceRecord("x:1", name="Raqqa"),))])
    assert (place.name, place.names) == ("Raqqa", ())


def test_places_of_one_source_only_are_kept() -> None:
    sources = [FixedSource((record("x:1", "A"),)), FixedSource((record("x:2", "B"),))]
    assert [place.id for place in merged(sources)] == ["x:1", "x:2"]


def test_the_last_of_three_sources_wins() -> None:
    sources = [
        FixedSource((record("x:1", name),), version=name) for name in ("first", "second", "third")
    ]
    (place,) = merged(sources)
    assert place.name == "third"
    assert place.names == variants("first", "second")


def test_no_sources_are_no_places() -> None:
    assert list(merged([])) == []
