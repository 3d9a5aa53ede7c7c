"""`geomap gazetteer import`, `forget` and `correct`: what they print, and what they refuse."""

import os
from pathlib import Path

from tests.commands import Run
from tests.source_files import dump_row, wof_line, write

DONE, REFUSED, WRONG_USAGE = 0, 1, 2


def test_import_says_what_was_added_and_info_remembers(own: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "wof.jsonl", wof_line())
    outcome = own("gazetteer", "import", str(path))
    assert outcome.code == DONE
    assert "wof.jsonl: 1 place with 3 names added." in outcome.out
    assert "Importing places" in outcome.err
    assert "replaced" in own("gazetteer", "import", str(path)).out
    info = own("gazetteer", "info").out
    assert "Who's On First (wof.jsonl)" in info
    assert "CC0" in info
    assert "wof.jsonl, imported at" in info
    (entry,) = own("gazetteer", "info", "--json").document["imports"]
    assert (entry["label"], entry["places"], entry["names"]) == ("wof.jsonl", 1, 3)


def test_info_says_of_every_source_what_it_brought(own: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "SY.txt", dump_row(172955, "Ar Raqqah"), dump_row())
    os.utime(path, (1.7e9, 1.7e9))
    assert own("gazetteer", "import", str(path)).code == DONE
    own("gazetteer", "correct", "name", "geonames:172955", "Rafiqa")
    lines = [line.strip() for line in own("gazetteer", "info").out.splitlines()]
    assert "14 places with 22 names; 1 of them one with another record" in lines
    assert (
        "2 places with 8 names; 1 of them one with another record; file of 2023-11-14;"
        " licence: CC BY 4.0" in lines
    )
    sources = own("gazetteer", "info", "--json").document["sources"]
    assert [(one["places"], one["names"], one["joined"]) for one in sources] == [
        (14, 22, 1),
        (0, 0, 0),
        (2, 8, 1),
        (0, 0, 0),
        (1, 1, 1),
    ]
    assert [one["licence"] for one in sources] == ["", "", "CC BY 4.0", "", ""]
    assert sources[2]["dated"] == "2023-11-14"
    assert sources[4]["dated"] > "2023-11-14"


def test_import_prints_json(own: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "SY.txt", dump_row())
    (entry,) = own("gazetteer", "import", "--json", str(path)).document
    assert (entry["kind"], entry["places"]) == ("geonames", 1)


def test_a_format_is_named_as_the_help_names_it(own: Run, tmp_path: Path) -> None:
    path = write(tmp_path / "SY.txt", dump_row())
    outcome = own("gazetteer", "import", "--json", "--kind", "geonames", str(path))
    assert outcome.document[0]["kind"] == "geonames"
    assert own("gazetteer", "import", "--kind", "GEONAMES", str(path)).code == WRONG_USAGE


def test_an_import_can_be_forgotten(own: Run, tmp_path: Path) -> None:
    own("gazetteer", "import", str(write(tmp_path / "SY.txt", dump_row())))
    assert own("gazetteer", "forget", "SY.txt").out == "SY.txt: 1 place taken out.\n"
    assert own("gazetteer", "forget", "SY.txt").code == REFUSED


def test_every_bad_file_has_a_line(own: Run, tmp_path: Path) -> None:
    bad = [str(write(tmp_path / name, "Dear Sir")) for name in ("a.txt", "b.txt")]
    outcome = own("gazetteer", "import", *bad)
    assert (outcome.code, outcome.out) == (REFUSED, "")
    *lines, last = outcome.err.splitlines()[-3:]
    assert [line[:6] for line in lines] == ["a.txt,", "b.txt,"]
    assert last == "geomap: 2 files cannot be read. Nothing was imported."


def test_own_names_and_places_are_kept_listed_and_exported(own: Run, tmp_path: Path) -> None:
    own("gazetteer", "correct", "name", "geonames:172955", "Rafiqa", "--kind", "historical")
    kept = own("gazetteer", "correct", "place", "Old Mill", "--at", "39.4,35.8", "--country", "SY")
    assert kept.out == "own:old-mill kept.\n"
    listed = own("gazetteer", "correct", "list").document
    assert [row["name"] for row in listed["names"]] == ["Rafiqa"]
    assert [row["id"] for row in listed["places"]] == ["own:old-mill"]
    assert own("place", "Rafiqa", "--json").document[0]["id"] == "geonames:172955"
    assert own("gazetteer", "correct", "export", str(tmp_path / "atlas")).code == DONE
    assert (tmp_path / "atlas" / "names.csv").read_text().splitlines()[1].startswith("geonames:172")
    dropped = own("gazetteer", "correct", "drop", "own:old-mill")
    assert dropped.out == "own:old-mill: 1 row dropped.\n"
    taken = own("gazetteer", "correct", "import", str(tmp_path / "atlas"))
    assert taken.out.startswith("2 rows taken")


def test_a_correction_that_makes_no_sense_is_refused(own: Run) -> None:
    outcome = own("gazetteer", "correct", "name", "geonames:172955", "aqqa\u202eR")
    assert outcome.code == REFUSED
    assert "U+202E" in outcome.err
    assert own("gazetteer", "correct", "place", "A", "--at", "here").code == WRONG_USAGE
