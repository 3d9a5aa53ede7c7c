"""`geomap read`: what is read in a report, and nothing stored."""

import io
import sys
from pathlib import Path

import pytest

from tests.commands import Run

SENTENCE = "Kurdish forces took Kobani from the Islamic State on 26 January 2015, officials said."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"title: Kobani\npublished: 2015-01-27\n\n{SENTENCE}\n", encoding="utf-8")
    return path


def test_the_json_has_the_parts_of_the_design(geomap: Run, report: Path) -> None:
    read = geomap("read", report, "--json").document
    assert list(read) == ["report", "toponyms", "claims", "events", "figures"]
    assert read["report"] == {"published": "2015-01-27", "language": "en", "method": "rules"}
    (kobani,) = read["toponyms"]
    assert SENTENCE[kobani["start"] : kobani["end"]] == kobani["text"] == "Kobani"
    assert kobani["place"]["id"] == "test:kobani"
    assert list(kobani["place"]) == ["id", "name", "country", "longitude", "latitude", "kind"]
    (claim,) = read["claims"]
    assert (claim["effect"], claim["loser"], claim["when"]) == ("takes", "is", "2015-01-26")
    assert claim["place"] == kobani["place"]
    assert SENTENCE[claim["start"] : claim["end"]] == claim["quote"]


def test_without_json_it_is_a_table_and_the_sentences(geomap: Run, report: Path) -> None:
    outcome = geomap("read", report)
    assert outcome.code == 0
    for words in ("Kobani", "SY", "takes", "2015-01-26", SENTENCE):
        assert words in outcome.out


def test_standard_input_is_read_with_the_day_and_language_given(
    geomap: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "The army took Kobani on Monday."
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    read = geomap("read", "-", "--json", "--published", "2015-01-27", "--language", "en").document
    assert read["report"]["published"] == "2015-01-27"
    assert [one["when"] for one in read["claims"]] == ["2015-01-26"]


def test_nothing_is_stored_and_no_database_is_made(
    geomap: Run, report: Path, tmp_path: Path
) -> None:
    path = tmp_path / "none.sqlite"
    assert geomap("read", report, GEOMAP_DATABASE=f"sqlite:///{path}").code == 0
    assert not path.exists()


def test_the_actors_of_the_atlas_are_known_when_it_is_asked_for(
    geomap: Run, tmp_path: Path
) -> None:
    path = tmp_path / "south.txt"
    path.write_text("published: 2015-01-27\n\nForces of South captured Kobani on Monday.\n")
    plain, with_atlas = (
        geomap("read", path, "--json", "--language", "en", *more).document
        for more in ((), ("--atlas",))
    )
    assert [one["holder"] for one in plain["claims"]] != ["south"]
    assert [one["holder"] for one in with_atlas["claims"]] == ["south"]


def test_hidden_marks_are_named(geomap: Run, tmp_path: Path) -> None:
    path = tmp_path / "marks.txt"
    path.write_text("The army took \u202eKo\u200bbani\u202c on Monday.", encoding="utf-8")
    outcome = geomap("read", path, "--json")
    assert [one["text"] for one in outcome.document["toponyms"]] == ["Kobani"]
    assert "3 hidden marks were left out of the text" in outcome.err


def test_in_another_language_only_places_are_read(geomap: Run, tmp_path: Path) -> None:
    path = tmp_path / "french.txt"
    path.write_text("Les forces kurdes ont repris la ville de Kobani lundi, selon l'armée.")
    outcome = geomap("read", path, "--json")
    assert (outcome.code, outcome.document["report"]["language"]) == (0, "fr")
    assert [one["text"] for one in outcome.document["toponyms"]] == ["Kobani"]
    assert "its language is 'fr', so only names of places are read" in outcome.err


def test_a_language_that_cannot_be_told_is_null(geomap: Run, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text("Bomb in Mosul")
    outcome = geomap("read", path, "--json")
    assert outcome.document["report"]["language"] is None
    assert [one["text"] for one in outcome.document["toponyms"]] == ["Mosul"]
    assert "its language cannot be told" in outcome.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b"%PDF-1.4", "is a PDF; give its text", id="pdf"),
        pytest.param(bytes(range(256)) * 9, "no text but a binary file", id="binary"),
        pytest.param(b"Kobani fell. " * 800_000, "is larger than 5 MB", id="10 MB"),
        pytest.param(b"<html><p></p></html>", "markup but no text", id="markup"),
        pytest.param(b"zzz qqq xxx zzz", "The language of the report", id="language"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(
    geomap: Run, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    outcome = geomap("read", path)
    assert (outcome.code, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert words in line


@pytest.mark.parametrize(
    ("name", "words"), [("none.txt", "There is no file"), ("", "is a folder; geomap ingest")]
)
def test_a_file_that_is_none_is_refused(geomap: Run, tmp_path: Path, name: str, words: str) -> None:
    outcome = geomap("read", tmp_path / name)
    assert (outcome.code, words in outcome.err) == (1, True)
