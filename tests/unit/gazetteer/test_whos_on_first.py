"""Who's On First: what a feature says of a place, which features are no places of ours."""

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import SourceError
from gazetteer.places import Name
from gazetteer.sources import PlaceRecord
from gazetteer.sources.whos_on_first import WhosOnFirstFile
from tests.source_files import SQUARE, wof_line, wof_region, write


def read(tmp_path: Path, *lines: str) -> list[PlaceRecord]:
    return list(WhosOnFirstFile(write(tmp_path / "places.geojsonl", *lines)).records())


def test_a_village_keeps_what_its_feature_says(tmp_path: Path) -> None:
    line = wof_line(901, **{"gn:admin1_code": "4.0", "gn:population": 1200})
    assert read(tmp_path, line) == [
        PlaceRecord(
            id="wof:901",
            name="Tell Zaytun",
            longitude=40.5,
            latitude=35.5,
            kind="populated_place",
            country="SY",
            admin1="04",
            population=1200,
            names=(Name("تل زيتون", "ar", "preferred"), Name("Tall Zaytūn", "", "variant")),
            other_ids=("geonames:7001",),
            parents=("wof:12", "wof:11", "wof:1"),
        )
    ]


def test_a_gzip_file_is_read_as_well(tmp_path: Path) -> None:
    path = write(tmp_path / "places.geojsonl.gz", wof_line(1), "", wof_line(2))
    assert [record.id for record in WhosOnFirstFile(path).records()] == ["wof:1", "wof:2"]


def test_a_governorate_has_its_extent_its_code_and_the_point_of_its_label(tmp_path: Path) -> None:
    (region,) = read(tmp_path, wof_region())
    assert (region.kind, region.admin1) == ("governorate", "04")
    assert (region.longitude, region.latitude) == (40.4, 35.4)
    assert region.polygon is not None
    assert region.polygon.area == pytest.approx(1.0)
    assert region.parents == ("wof:1",)


def test_a_polygon_that_crosses_itself_is_repaired(tmp_path: Path) -> None:
    bow_tie = {"type": "Polygon", "coordinates": [[[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]]}
    (region,) = read(tmp_path, wof_region(geometry=bow_tie))
    assert region.polygon is not None
    assert region.polygon.is_valid
    assert region.polygon.area == pytest.approx(2.0)


def test_the_extent_of_a_village_is_not_kept(tmp_path: Path) -> None:
    (village,) = read(tmp_path, wof_line(geometry=SQUARE))
    assert village.polygon is None


@pytest.mark.parametrize(
    "said",
    [
        pytest.param({"mz:is_current": 0}, id="not-current"),
        pytest.param({"wof:superseded_by": [902, 903]}, id="fallen-apart"),
        pytest.param({"wof:superseded_by": [1]}, id="superseded-by-itself"),
        pytest.param({"edtf:deprecated": "2019-05-01"}, id="deprecated"),
        pytest.param({"wof:placetype": "timezone"}, id="no-place"),
        pytest.param({"wof:placetype": "campus"}, id="a-campus-that-is-no-airport"),
        pytest.param({"wof:name": "<b></b>", "wof:placetype": "locality"}, id="no-name"),
        pytest.param({"geom:longitude": 0, "geom:latitude": 0}, id="nowhere"),
    ],
)
def test_the_dead_and_the_placeless_are_left_out(tmp_path: Path, said: dict[str, Any]) -> None:
    assert [one.id for one in read(tmp_path, wof_line(1, **said), wof_line(2))] == ["wof:2"]


def test_what_was_superseded_leaves_its_id_and_its_names(tmp_path: Path) -> None:
    (old, _) = read(tmp_path, wof_line(1, **{"wof:superseded_by": [2]}), wof_line(2))
    assert (old.id, old.superseded_by, old.name, old.longitude) == ("wof:1", "wof:2", "", None)
    assert [(name.text, name.kind) for name in old.names] == [
        ("تل زيتون", "variant"),
        ("Tall Zaytūn", "variant"),
    ]


@pytest.mark.parametrize("unknown", ["u", "uuuu", "", None])
def test_deprecated_on_an_unknown_day_is_not_deprecated(
    tmp_path: Path, unknown: str | None
) -> None:
    assert len(read(tmp_path, wof_line(**{"edtf:deprecated": unknown}))) == 1


def test_a_forerunner_and_an_entry_of_wikidata_are_other_ids(tmp_path: Path) -> None:
    said = {"wof:supersedes": [77], "wof:concordances": {"gn:id": 0, "wd:id": "Q1"}}
    assert read(tmp_path, wof_line(**said))[0].other_ids == ("wikidata:Q1", "wof:77")


def test_dates_are_in_the_edtf_of_today(tmp_path: Path) -> None:
    (place,) = read(tmp_path, wof_line(**{"edtf:inception": "19uu", "edtf:cessation": "uuuu"}))
    assert (place.inception, place.cessation) == ("19XX", "")


def test_names_have_language_and_kind(tmp_path: Path) -> None:
    said = {
        "name:ara_x_preferred": ["تل زيتون", "الزيتون"],
        "name:kur_x_preferred": ["Girê Zeytûnê"],
        "name:ckb_x_variant": ["گردی زەیتوون"],
        "name:eng_x_colloquial": ["The Olives"],
        "name:fra_x_historical": ["Tell Zeitoun"],
        "name:ceb_x_preferred": ["Tall Zaytun"],
        "name:und_x_variant": None,
        "name:eng_x_longname": "not a list",
    }
    assert read(tmp_path, wof_line(**said))[0].names == (
        Name("تل زيتون", "ar", "preferred"),
        Name("الزيتون", "ar", "variant"),
        Name("Girê Zeytûnê", "ku", "preferred"),
        Name("گردی زەیتوون", "ku", "variant"),
        Name("The Olives", "en", "variant"),
        Name("Tell Zeitoun", "fr", "historical"),
        Name("Tall Zaytun", "", "variant"),
    )


def test_a_latin_spelling_filed_under_arabic_is_not_arabic(tmp_path: Path) -> None:
    (place,) = read(tmp_path, wof_line(**{"name:ara_x_preferred": ["Tall Zaytūn"]}))
    assert place.names == (Name("Tall Zaytūn", "", "variant"),)


@pytest.mark.parametrize(
    ("dirty", "clean"),
    [
        ("<b>Tell</b> Zaytun", "Tell Zaytun"),
        ("&lt;script&gt;Tell&lt;/script&gt; Zaytun", "Tell Zaytun"),
        ("\u202eTell\u202c Zay\x00tun\u200f", "Tell Zaytun"),
        ("Tell\u00a0 Zaytun\ufeff", "Tell Zaytun"),
    ],
)
def test_names_lose_markup_and_marks_of_direction(tmp_path: Path, dirty: str, clean: str) -> None:
    (place,) = read(tmp_path, wof_line(**{"wof:name": dirty, "name:eng_x_preferred": [dirty]}))
    assert place.name == clean
    assert Name(clean, "en", "preferred") in place.names


def test_an_arabic_display_name_gives_way_to_an_english_one(tmp_path: Path) -> None:
    said = {"wof:name": "تل زيتون", "name:eng_x_preferred": ["Tel Zeitun"]}
    assert read(tmp_path, wof_line(**said))[0].name == "Tel Zeitun"


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '"text"',
        json.dumps({"type": "Feature", "geometry": None}),
        wof_line(**{"wof:id": "x"}),
        wof_line(**{"geom:longitude": "east"}),
        wof_line(**{"geom:longitude": None}),
        wof_line(**{"wof:hierarchy": [None]}),
        wof_region(geometry={"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}),
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_feature_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(SourceError, match=r"places\.geojsonl, line 2: is no Who's On First record"):
        read(tmp_path, wof_line(1), line)
