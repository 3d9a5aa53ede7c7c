"""`geomap place --csv`: a whole spreadsheet in, the same one with places out."""

import csv
from pathlib import Path

import pytest

from geomap.services.gazetteer_spreadsheets import ADDED, added_headings
from tests.commands import Outcome, Run

RAQQA = "geonames:172955"


def table(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "in.csv", tmp_path / "out.csv"


def run(geomap: Run, files: tuple[Path, Path], text: str, *more: str) -> Outcome:
    source, target = files
    source.write_bytes(text.encode())
    return geomap("place", "--csv", source, "--column", "town", "--out", target, *more)


def test_every_column_is_kept_and_the_place_stands_behind(
    geomap: Run, files: tuple[Path, Path]
) -> None:
    outcome = run(geomap, files, 'day,town,note\n2014,Raqqa,"a, b"\n2015,الموصل,\n')
    assert outcome.code == 0, outcome.err
    assert outcome.out.startswith(f"{files[1]}: 2 rows, 2 with a place, ")
    raqqa, mosul = table(files[1])
    assert list(raqqa) == ["day", "town", "note", *ADDED]
    assert (raqqa["day"], raqqa["town"], raqqa["note"]) == ("2014", "Raqqa", "a, b")
    assert (raqqa["id"], raqqa["name"], raqqa["kind"]) == (RAQQA, "Raqqa", "city")
    assert (float(raqqa["longitude"]), float(raqqa["latitude"])) == (39.0082, 35.9594)
    assert 0 <= float(raqqa["confidence"]) <= 1
    assert 0 < float(raqqa["score"]) <= 1
    assert raqqa["homonyms"] == "0"
    assert raqqa["why"]
    assert mosul["id"] == "geonames:99072"


def test_progress_is_shown_beside_the_answer(geomap: Run, files: tuple[Path, Path]) -> None:
    assert "Placing names" in run(geomap, files, "town\nRaqqa\n").err


def test_a_name_that_cannot_be_used_is_a_row_that_says_so(
    geomap: Run, files: tuple[Path, Path]
) -> None:
    hostile = ["", " ", "a" * 10_000, "\u202eaqqaR", "Raq\x07qa", "!?", "Zzyzxqwv"]
    outcome = run(geomap, files, "town,n\n" + "".join(f'"{name}",1\n' for name in hostile))
    assert outcome.code == 0, outcome.err
    rows = table(files[1])
    assert [row["town"] for row in rows] == hostile
    assert all(row["id"] == "" for row in rows[:-1])
    assert all(row["why"] for row in rows)


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        pytest.param("a;town\n1;Raqqa\n", ";", id="semicolon"),
        pytest.param("a\ttown\n1\tRaqqa\n", "\t", id="tab"),
        pytest.param("\ufeffa,town\r\n1,Raqqa\r\n", ",", id="from-a-spreadsheet-program"),
        pytest.param('"a, b";town\n"1,5";Raqqa\n', ";", id="commas-in-cells"),
        pytest.param('"two\nlines",town\n"1\n2",Raqqa\n', ",", id="lines-in-cells"),
        pytest.param("town,a\nRaqqa\n", ",", id="a-short-row"),
    ],
)
def test_a_file_is_written_as_it_was_read(
    geomap: Run, files: tuple[Path, Path], text: str, delimiter: str
) -> None:
    outcome = run(geomap, files, text)
    assert outcome.code == 0, outcome.err
    (row,) = table(files[1], delimiter)
    assert (row["town"], row["id"]) == ("Raqqa", RAQQA)
    written = files[1].read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") == text.startswith("\ufeff")
    assert (b"\r\n" in written) == ("\r\n" in text)


def test_a_heading_that_is_taken_gets_another_name() -> None:
    assert added_headings(["name", "id", "place_id"])[:2] == ["place_place_id", "place_name"]
    assert added_headings(["town"]) == list(ADDED)


def test_other_columns_say_more_of_the_place(geomap: Run, files: tuple[Path, Path]) -> None:
    text = "town,land,where\nSalihiyah,Syria,test:salihiyah-west\nSalihiyah,SYR,40.7;34.7\n"
    outcome = run(geomap, files, text, "--country-column", "land", "--near-column", "where")
    assert outcome.code == 0, outcome.err
    found = [row["id"] for row in table(files[1])]
    assert found == ["test:salihiyah-west", "test:salihiyah-east"]


def test_what_is_not_understood_is_said(geomap: Run, files: tuple[Path, Path]) -> None:
    run(geomap, files, "town,land\nRaqqa,Ruritania\n", "--country-column", "land")
    assert "country 'Ruritania' was not understood" in table(files[1])[0]["why"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        pytest.param(b"", "has no column 'town'; columns: none.", id="empty"),
        pytest.param(b"name\nRaqqa\n", "has no column 'town'; columns: name.", id="column"),
        pytest.param(b"town,town\nRaqqa,\n", "has more than one column 'town'.", id="twice"),
        pytest.param(b"town\nRaqqa,1\n", "line 2: has 2 cells, the header 1.", id="wide"),
        pytest.param(b"town\nA\n\xff\xfe\n", "line 3: is not written in UTF-8.", id="coding"),
        pytest.param(b'town\n"Raqqa\n', "is no CSV", id="open-quote"),
    ],
)
def test_what_is_no_spreadsheet_is_refused_and_the_target_stays(
    geomap: Run, files: tuple[Path, Path], content: bytes, sentence: str
) -> None:
    source, target = files
    source.write_bytes(content)
    target.write_text("old")
    outcome = geomap("place", "--csv", source, "--column", "town", "--out", target)
    assert outcome.code == 1
    assert sentence in outcome.err.splitlines()[-1]
    assert target.read_text() == "old"
    assert sorted(path.name for path in target.parent.glob("*.csv*")) == ["in.csv", "out.csv"]
    assert not list(target.parent.glob(".*part"))


def test_files_that_cannot_be_opened_are_named(geomap: Run, tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    missing = geomap("place", "--csv", source, "--column", "a", "--out", tmp_path / "out.csv")
    source.write_text("a\nb\n")
    nowhere = geomap("place", "--csv", source, "--column", "a", "--out", tmp_path / "no" / "o.csv")
    itself = geomap("place", "--csv", source, "--column", "a", "--out", source)
    assert [one.code for one in (missing, nowhere, itself)] == [1, 1, 1]
    assert "cannot be read" in missing.err
    assert "cannot be written" in nowhere.err
    assert "is the file to be read" in itself.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["--csv", "in.csv"],
        ["--column", "town", "--out", "out.csv"],
        ["--csv", "in.csv", "--column", "town"],
        ["Raqqa", "--csv", "in.csv", "--column", "town", "--out", "out.csv"],
    ],
)
def test_half_a_question_is_wrong_usage(geomap: Run, arguments: list[str]) -> None:
    assert geomap("place", *arguments).code == 2
