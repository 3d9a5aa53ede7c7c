"""`geomap ingest`: reports kept and proposed, from files, folders and addresses."""

import io
import sys
from pathlib import Path

import pytest

from geomap.domain.proposals import ProposalQuery
from geomap.storage.database import Database
from geomap.storage.proposals import list_proposals
from tests.commands import Run

CLAIM = "Forces of South captured Kobani on Monday, 19 January 2015."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    (made / "deeper").mkdir(parents=True)
    (made / ".hidden").mkdir()
    head = "publisher: The Agency\npublished: 2015-01-20\nlanguage: en\n\n"
    (made / "one.txt").write_text(f"{head}{CLAIM}\n")
    (made / "deeper" / "two.txt").write_text(f"{head}South still holds Raqqa.\n")
    (made / ".hidden" / "three.txt").write_text(f"{head}{CLAIM} Not to be seen.\n")
    return made


def proposed(database: Database) -> list[str]:
    with database.reading() as session:
        found = list_proposals(session, ProposalQuery(500))
    return sorted(one.suggestion.statement["quote"] for one in found)


def test_a_folder_is_ingested_with_all_in_it_but_hidden_files(
    geomap: Run, folder: Path, database: Database
) -> None:
    told = geomap("ingest", folder, "--json").document
    assert (told["new"], told["again"], told["refused"]) == (2, 0, [])
    assert told["proposed"] == len(proposed(database)) >= 2
    assert set(proposed(database)) == {CLAIM, "South still holds Raqqa."}
    assert [Path(one["from"]).name for one in told["reports"]] == ["two.txt", "one.txt"]


def test_a_second_run_stores_nothing_and_says_so(
    geomap: Run, folder: Path, database: Database
) -> None:
    first = geomap("ingest", folder)
    before = proposed(database)
    again = geomap("ingest", folder)
    assert first.out.startswith("2 new reports.\n")
    assert again.out.startswith("0 new reports, 2 ingested before.\n")
    assert (again.code, proposed(database)) == (0, before)


def test_what_is_refused_is_named_and_the_rest_is_kept(
    geomap: Run, folder: Path, database: Database
) -> None:
    (folder / "paper.pdf").write_bytes(b"%PDF-1.4")
    (folder / "feed.xml").write_text("<rss version='2.0'><channel></channel></rss>")
    (folder / "french.txt").write_text("Les forces ont repris la ville de Raqqa, selon l'armée.")
    outcome = geomap("ingest", folder)
    assert outcome.code == 1
    for words in ("paper.pdf is a PDF", "feed.xml is a feed; give its address", "'fr'"):
        assert words in outcome.err
    assert "2 new reports, 3 refused." in outcome.out
    assert proposed(database)


def test_what_is_said_goes_before_what_a_report_says_itself(
    geomap: Run, folder: Path, database: Database
) -> None:
    options = ("--publisher", "The Monitor", "--published", "2015-02-01", "--language", "en")
    assert geomap("ingest", folder / "one.txt", *options).code == 0
    with database.reading() as session:
        statement = list_proposals(session, ProposalQuery(1))[0].suggestion.statement
    assert (statement["source"], statement["known"]) == ("monitor", "2015-02-01")


def test_standard_input_is_ingested(
    geomap: Run, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"published: 2015-01-20\nlanguage: en\n\n{CLAIM}\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert geomap("ingest", "-").out.startswith("1 new report.\n")
    assert CLAIM in proposed(database)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["http://127.0.0.1/"], "127.0.0.1 is no public host"),
        (["http://[::1]/"], "::1 is no public host"),
        (["https://127.0.0.1:8000/feed"], "port 8000 is not fetched from, only 80, 443"),
        (["ftp://paper.example/"], "only addresses with http"),
        (["nothing.txt"], "There is no file nothing.txt"),
    ],
)
def test_what_cannot_be_ingested_is_refused_in_one_line(
    geomap: Run, arguments: list[str], words: str
) -> None:
    outcome = geomap("ingest", *arguments)
    assert (outcome.code, outcome.out) == (1, "")
    (line,) = outcome.err.splitlines()
    assert words in line


def test_fetching_can_be_turned_off(geomap: Run) -> None:
    outcome = geomap("ingest", "https://paper.example/", GEOMAP_FETCH="off")
    assert (outcome.code, "GEOMAP_FETCH=off" in outcome.err) == (1, True)


def test_nothing_to_ingest_is_wrong_usage(geomap: Run) -> None:
    assert geomap("ingest").code == 2


def test_a_database_without_an_atlas_says_how_to_fill_it(
    geomap: Run, folder: Path, tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    assert "geomap load" in geomap("ingest", folder, GEOMAP_DATABASE=url).err
