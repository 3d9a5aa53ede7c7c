"""GeoNames dumps and their other names."""

from pathlib import Path

import pytest

from gazetteer.errors import SourceError
from gazetteer.places import Name
from gazetteer.sources import PlaceRecord
from gazetteer.sources.geonames_dump import Admin1Names, GeoNamesDump
from tests.gazetteers import variants
from tests.source_files import dump_row, name_row, write


def read(tmp_path: Path, *lines: str, names: tuple[str, ...] = ()) -> list[PlaceRecord]:
    dump = write(tmp_path / "XX.txt", *lines)
    others = (write(tmp_path / "alternateNamesV2.txt", *names),) if names else ()
    return list(GeoNamesDump(dump, others).records())


def test_a_row_is_a_place(tmp_path: Path) -> None:
    assert read(tmp_path, dump_row()) == [
        PlaceRecord(
            id="geonames:7001",
            name="Tall Zaytūn",
            longitude=40.5,
            latitude=35.5,
            kind="populated_place",
            country="SY",
            admin1="04",
            population=1200,
            names=variants("Tall Zaytun", "Tel Zeitoun", "تل زيتون"),
        )
    ]


@pytest.mark.parametrize(
    ("feature_class", "code", "kind"),
    [
        ("P", "PPLX", "neighbourhood"),
        ("P", "PPLA", "city"),
        ("P", "PPLL", "populated_place"),
        ("A", "ADM1", "governorate"),
        ("A", "ADM2", "district"),
        ("S", "DAM", "dam"),
        ("S", "AIRB", "air_base"),
        ("L", "OILF", "oil_field"),
        ("H", "WAD", "river"),
        ("T", "MT", "mountain"),
    ],
)
def test_a_feature_code_is_a_kind(tmp_path: Path, feature_class: str, code: str, kind: str) -> None:
    (place,) = read(tmp_path, dump_row(feature_class=feature_class, feature_code=code))
    assert place.kind == kind


def test_wells_and_hotels_are_left_out(tmp_path: Path) -> None:
    well = dump_row(1, feature_class="H", feature_code="WLL")
    hotel = dump_row(2, feature_class="S", feature_code="HTL")
    assert [place.id for place in read(tmp_path, well, hotel, dump_row(3))] == ["geonames:3"]


def test_unknown_people_and_areas_say_nothing(tmp_path: Path) -> None:
    (place,) = read(tmp_path, dump_row(population="0", admin1="00"))
    assert (place.population, place.admin1) == (None, "")


def test_other_names_bring_language_kind_and_dates(tmp_path: Path) -> None:
    names = (
        name_row(7001, "ar", "تل زيتون", preferred="1"),
        name_row(7001, "en", "Olive Hill Town", preferred="1"),
        name_row(7001, "en", "Olive Hill", preferred="1", short="1"),
        name_row(7001, "ku", "Girê Zeytûnê"),
        name_row(7001, "fr", "Colline", historic="1", since="1920", until="19460417"),
        name_row(7001, "link", "https://example.org/tell"),
        name_row(7001, "post", "12345"),
        name_row(7001, "wkdt", "Q42"),
        name_row(9999, "ar", "مكان آخر"),
    )
    (place,) = read(tmp_path, dump_row(alternatenames=""), names=names)
    assert place.names == (
        Name("Olive Hill", "en", "preferred"),
        Name("تل زيتون", "ar", "preferred"),
        Name("Olive Hill Town", "en", "variant"),
        Name("Girê Zeytûnê", "ku", "variant"),
        Name("Colline", "fr", "historical", "1920", "1946-04-17"),
        Name("Tall Zaytun", "", "variant"),
    )
    assert place.other_ids == ("wikidata:Q42",)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        pytest.param(dump_row() + "\tmore", "must have 19 columns, not 20", id="columns"),
        pytest.param(dump_row(geonameid="x"), "is no row of a GeoNames dump", id="number"),
        pytest.param(dump_row(latitude="north"), "latitude is no number: 'north'", id="latitude"),
        pytest.param(dump_row(longitude="181"), "longitude must lie between", id="longitude"),
        pytest.param(dump_row(longitude="nan"), "longitude must lie between", id="not-a-number"),
        pytest.param(dump_row(population="many"), "population is no number", id="population"),
    ],
)
def test_a_broken_row_is_named_with_its_line(tmp_path: Path, line: str, complaint: str) -> None:
    with pytest.raises(SourceError, match=f"XX.txt, line 2: {complaint}"):
        read(tmp_path, dump_row(1), line)


@pytest.mark.parametrize("line", ["no tabs at all", "1\t7001\tar\tname"])
def test_a_broken_row_of_other_names_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SourceError, match=r"alternateNamesV2\.txt, line 1: is no row of alternate"):
        read(tmp_path, dump_row(), names=(line,))


def test_admin1_codes_name_governorates(tmp_path: Path) -> None:
    path = write(tmp_path / "codes.txt", "SY.04\tZaytūnīyah\tZaytuniyah\t7100")
    assert list(Admin1Names(path).records()) == [
        PlaceRecord(
            "geonames:7100", name="Zaytūnīyah", kind="governorate", country="SY", admin1="04"
        )
    ]


def test_a_broken_row_of_admin1_codes_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "codes.txt", "SY04\tZaytūnīyah\tZaytuniyah\t7100")
    with pytest.raises(SourceError, match=r"codes\.txt, line 1: is no row of admin1 codes"):
        list(Admin1Names(path).records())
