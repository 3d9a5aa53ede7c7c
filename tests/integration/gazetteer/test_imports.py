"""Importing files: told by content, all or none, remembered by every later build."""

import gzip
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from gazetteer import Gazetteer, SourceError
from gazetteer.build import build_index, is_current
from gazetteer.errors import FilesRefused, GazetteerNotWritable, InvalidQuery
from gazetteer.imports import importing, library
from gazetteer.imports.formats import Kind, recognise
from gazetteer.imports.importing import Imported, forget, import_files
from gazetteer.imports.library import Library
from gazetteer.places import Name
from gazetteer.sources import text_files
from tests.gazetteers import WORLD, FixedSource
from tests.source_files import dump_row, name_row, wof_line, wof_region, write

PLACES_CSV = (
    "id,name,kind,country,admin1,longitude,latitude,population,source",
    "mine:mill,Old Mill,village,SY,04,40.7,35.7,,own reading",
)
NAMES_CSV = ("place_id,name,language,kind", "geonames:172955,Al-Raqqa the Fair,en,variant")


def unheard(_done: int, _in_all: int) -> None:
    """Report progress to nobody."""


def bring(index: Path, *files: Path, kind: Kind | None = None) -> Imported:
    return import_files(index, files, kind, reading=unheard, building=unheard)


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An index of the small world, which stands in for the places that ship."""
    monkeypatch.setattr(library, "GeonamescacheSource", lambda: WORLD)
    monkeypatch.setattr(library, "areas_of_the_world", lambda: FixedSource((), name="areas"))
    monkeypatch.setattr(library, "CuratedSource", lambda: FixedSource((), name="curated"))
    path = tmp_path / "data" / "gazetteer.sqlite"
    build_index(path)
    return path


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def ids(index: Path, name: str) -> list[str]:
    """Return the places that bear a name, without those whose names only look like it."""
    with Gazetteer.open(index) as gazetteer:
        found = gazetteer.lookup(name, country="SY")
    return [one.place.id for one in found if one.tier in {"exact", "folded", "article"}]


# ------------------------------------------------------------------------------- formats


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        pytest.param((wof_line(),), Kind.WHOS_ON_FIRST, id="wof"),
        pytest.param(("", wof_region()), Kind.WHOS_ON_FIRST, id="wof-after-an-empty-line"),
        pytest.param((dump_row(),), Kind.GEONAMES, id="dump"),
        pytest.param((name_row(1, "ar", "تل"),), Kind.ALTERNATE_NAMES, id="alternate-names"),
        pytest.param(("SY.04\tA\tA\t1",), Kind.ADMIN1_CODES, id="admin1"),
        pytest.param(PLACES_CSV, Kind.PLACES, id="places"),
        pytest.param(NAMES_CSV, Kind.NAMES, id="names"),
        pytest.param(("place_id,name,language,kind,since,until",), Kind.NAMES, id="dated-names"),
    ],
)
@pytest.mark.parametrize("ending", ["txt", "csv.gz"])
def test_a_format_is_told_by_content(
    files: Path, lines: tuple[str, ...], kind: Kind, ending: str
) -> None:
    assert recognise(write(files / f"file.{ending}", *lines)) == kind


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "cannot be read"),
    "a-folder": (Path.mkdir, "cannot be read"),
    "empty": (Path.touch, "is empty"),
    "binary": (lambda path: path.write_bytes(b"\x7fELF\0\0"), "binary data"),
    "truncated": (
        lambda path: path.write_bytes(gzip.compress(wof_line().encode() * 2)[:-9]),
        "is cut short",
    ),
    "one-long-line": (lambda path: path.write_bytes(b"{" * 3000), "is longer than"),
    "geojson-of-others": (
        lambda path: path.write_text('{"type": "Feature", "properties": {}}'),
        "is JSON, but no Who's On First",
    ),
    "a-collection": (lambda path: path.write_text('{\n"type": "FeatureCollection"'), "is JSON"),
    "wrong-columns": (lambda path: path.write_text("a\tb\tc\n"), "has 3 columns"),
    "wrong-cells": (lambda path: path.write_text("x" + "\t" * 18), "not what belongs in them"),
    "another-csv": (lambda path: path.write_text("lon,lat,name\n"), "header that is not known"),
    "prose": (lambda path: path.write_text("Dear Sir"), "is no file of places"),
    "nothing-of-use": (
        lambda path: write(path, dump_row(feature_class="H", feature_code="WLL")),
        "holds no place",
    ),
    "a-bad-second-line": (lambda path: write(path, wof_line(), "{}"), "line 2: is no Who's On"),
    "names-alone": (lambda path: write(path, name_row(1, "ar", "تل")), "has names only"),
    "a-bad-cell": (lambda path: write(path, PLACES_CSV[0], "x,A,hut,,,,,,"), "line 2: kind must"),
    "markup-override": (
        lambda path: write(path, PLACES_CSV[0], "x,A\u202e,,,,1,1,,"),
        "line 2: name is no name.*202E",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_one_clear_line_and_nothing_is_imported(
    index: Path, files: Path, monkeypatch: pytest.MonkeyPatch, case: str
) -> None:
    monkeypatch.setattr(text_files, "LONGEST_LINE", 2000)
    make, complaint = BAD[case]
    make(files / "bad")
    good = write(files / "good.txt", wof_line())
    before = index.read_bytes()
    with pytest.raises(
        FilesRefused, match=rf"^bad.*{complaint}.*Nothing was imported\.$"
    ) as caught:
        bring(index, good, files / "bad")
    assert "\n" not in str(caught.value)
    assert index.read_bytes() == before
    assert Library(index).entries() == ()


def test_every_bad_file_has_its_line(index: Path, files: Path) -> None:
    bad = [write(files / name, "Dear Sir") for name in ("a.txt", "b.txt")]
    with pytest.raises(FilesRefused, match=r"2 files cannot be read\. Nothing") as caught:
        bring(index, *bad)
    assert [problem.partition(",")[0] for problem in caught.value.problems] == ["a.txt", "b.txt"]


def test_a_kind_that_is_named_is_taken_at_its_word(index: Path, files: Path) -> None:
    with pytest.raises(FilesRefused, match=r"a\.txt, line 1: must have 19 columns, not 1"):
        bring(index, write(files / "a.txt", wof_line()), kind=Kind.GEONAMES)


def test_two_files_of_one_name_are_refused(index: Path, files: Path) -> None:
    (files / "other").mkdir()
    twins = [write(folder / "a.txt", wof_line()) for folder in (files, files / "other")]
    with pytest.raises(FilesRefused, match="2 files cannot be read"):
        bring(index, *twins)


# ------------------------------------------------------------------- what an import brings


def test_who_s_on_first_brings_names_areas_and_ids(index: Path, files: Path) -> None:
    imported = bring(index, write(files / "wof.jsonl.gz", wof_region(), wof_line()))
    assert [(one.label, one.places, one.names) for one in imported.entries] == [
        ("wof.jsonl.gz", 2, 5)
    ]
    with Gazetteer.open(index) as gazetteer:
        place = gazetteer.lookup("تل زيتون")[0].place
        assert (place.id, place.name, place.admin1) == ("geonames:7001", "Tell Zaytun", "04")
        assert Name("تل زيتون", "ar", "preferred") in place.names
    assert ids(index, "Raqqa")[0] == "geonames:172955"


def test_a_place_of_two_imports_is_one(index: Path, files: Path) -> None:
    dump = write(files / "SY.txt", dump_row())
    bring(index, write(files / "wof.jsonl", wof_line()))
    bring(index, dump)
    assert ids(index, "Tell Zaytun") == ids(index, "Tel Zeitoun") == ["geonames:7001"]
    with Gazetteer.open(index) as gazetteer:
        assert gazetteer.get("geonames:7001").population == 1200


def test_other_names_beside_a_dump_are_read_along(index: Path, files: Path) -> None:
    write(
        files / "alternateNamesV2.txt", name_row(7001, "fr", "Colline", historic="1", until="1946")
    )
    bring(index, write(files / "SY.txt", dump_row()))
    with Gazetteer.open(index) as gazetteer:
        names = gazetteer.get("geonames:7001").names
    assert Name("Colline", "fr", "historical", "", "1946") in names


def test_other_names_may_be_named(index: Path, files: Path) -> None:
    names = write(files / "names-of-SY.txt", name_row(7001, "nl", "Olijfheuvel"))
    imported = bring(index, names, write(files / "SY.txt", dump_row()))
    assert [one.label for one in imported.entries] == ["SY.txt"]
    assert ids(index, "Olijfheuvel") == ["geonames:7001"]


def test_tables_of_ones_own_are_imported(index: Path, files: Path) -> None:
    bring(index, write(files / "places.csv", *PLACES_CSV), write(files / "names.csv", *NAMES_CSV))
    assert ids(index, "Old Mill") == ["mine:mill"]
    assert ids(index, "Al-Raqqa the Fair") == ["geonames:172955"]


def test_a_name_of_a_place_that_nobody_knows_changes_nothing(index: Path, files: Path) -> None:
    before = index.read_bytes()
    names = write(files / "names.csv", NAMES_CSV[0], "mine:none,Nowhere,en,variant")
    with pytest.raises(SourceError, match="mine:none: no source gives this place"):
        bring(index, names)
    assert (index.read_bytes(), Library(index).entries()) == (before, ())


def test_codes_give_governorates_their_names(index: Path, files: Path) -> None:
    bring(index, write(files / "admin1CodesASCII.txt", "SY.04\tRaqqa Gov\tRaqqa Gov\t7100"))
    with Gazetteer.open(index) as gazetteer:
        assert gazetteer.get("geonames:172955").admin1_name == "Raqqa Gov"


def test_an_import_outlives_builds_and_the_file_it_came_from(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    shutil.rmtree(files)
    build_index(index)
    assert ids(index, "Tell Zaytun") == ["geonames:7001"]
    assert is_current(index)


def test_importing_a_file_again_replaces_what_it_brought(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    imported = bring(index, write(files / "wof.jsonl", wof_line(**{"wof:name": "Tell Rumman"})))
    assert [one.label for one in imported.replaced] == ["wof.jsonl"]
    assert ids(index, "Tell Rumman") == ["geonames:7001"]
    assert len(Library(index).entries()) == 1
    assert len(list(Library(index).folder.glob("*.jsonl.gz"))) == 1


def test_an_import_can_be_forgotten(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    (gone,) = forget(index, "wof.jsonl", unheard)
    assert gone.places == 1
    assert ids(index, "Tell Zaytun") == []
    assert [path.name for path in Library(index).folder.iterdir()] == ["manifest.json"]


def test_what_was_never_imported_cannot_be_forgotten(index: Path) -> None:
    with pytest.raises(InvalidQuery, match=r"Nothing was imported as 'XX\.txt'"):
        forget(index, "XX.txt", unheard)


def test_progress_of_reading_and_building_rises_to_the_end(index: Path, files: Path) -> None:
    seen: dict[str, list[float]] = {"reading": [], "building": []}
    import_files(
        index,
        [write(files / "SY.txt", *(dump_row(number) for number in range(1, 3000)))],
        reading=lambda done, total: seen["reading"].append(done / total),
        building=lambda done, total: seen["building"].append(done / total),
    )
    for shares in seen.values():
        assert shares == sorted(shares)
        assert (shares[0], shares[-1]) == (0, 1)
    assert len(seen["reading"]) > 3


# ------------------------------------------------------------------------------- accidents


def test_an_import_that_is_killed_before_its_end_never_was(
    index: Path, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Killed(BaseException):
        pass

    def die(*_arguments: object) -> None:
        raise Killed

    before = index.read_bytes()
    monkeypatch.setattr(importing, "build_index", die)
    with pytest.raises(Killed):
        bring(index, write(files / "wof.jsonl", wof_line()))
    assert (index.read_bytes(), Library(index).entries()) == (before, ())
    assert is_current(index)


def test_a_damaged_manifest_says_what_to_do(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    (Library(index).folder / "manifest.json").write_text('{"imports": [{"kind": "x"}]}')
    with pytest.raises(SourceError, match="remove its folder and import your files again"):
        build_index(index)
    assert ids(index, "Tell Zaytun") == ["geonames:7001"]


def test_records_that_are_gone_are_named_and_the_index_stays(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    for path in Library(index).folder.glob("*.gz"):
        path.unlink()
    with pytest.raises(SourceError, match=r"whos-on-first-.*cannot be read"):
        build_index(index)
    assert ids(index, "Tell Zaytun") == ["geonames:7001"]


def test_where_nothing_can_be_kept_that_is_said(index: Path, files: Path) -> None:
    Library(index).folder.write_text("a file is in the way")
    with pytest.raises(GazetteerNotWritable, match="cannot be written"):
        bring(index, write(files / "wof.jsonl", wof_line()))


def test_what_is_kept_may_be_read_by_others(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    modes = {path.stat().st_mode & 0o777 for path in Library(index).folder.iterdir()}
    assert modes == {0o644}


def test_the_manifest_says_where_everything_came_from(index: Path, files: Path) -> None:
    bring(index, write(files / "wof.jsonl", wof_line()))
    manifest = json.loads((Library(index).folder / "manifest.json").read_text())
    (entry,) = manifest["imports"]
    assert (entry["label"], entry["kind"], entry["places"]) == ("wof.jsonl", "whos-on-first", 1)
    assert "CC0" in entry["attribution"]
