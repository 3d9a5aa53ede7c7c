"""Whatever is wrong outside geomap ends in one clear line and exit code 1."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands import Outcome, Run, run_process

Break = Callable[[Path], None]


def one_line(outcome: Outcome) -> str:
    """The one line that was said; fails unless it is one, and nothing else was said."""
    assert (outcome.code, outcome.out) == (1, ""), outcome
    (line,) = outcome.err.splitlines()
    assert line.startswith("geomap: ")
    assert line.endswith(".")
    return line


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        pytest.param({"GEOMAP_PORT": "http"}, "PORT: 'http' is not a whole number", id="port"),
        pytest.param({"PORT": "99999"}, "PORT: '99999' is not a whole number", id="PORT"),
        pytest.param({"GEOMAP_PORT": "9" * 5000}, "is not a whole number", id="endless port"),
        pytest.param({"GEOMAP_LOG_LEVEL": "LOUD"}, "GEOMAP_LOG_LEVEL: 'LOUD' is none of", id="log"),
        pytest.param(
            {"GEOMAP_COLOUR": "red"},
            "GEOMAP_COLOUR: there is no such setting; known settings: GEOMAP_DATABASE",
            id="unknown",
        ),
        pytest.param(
            {"GEOMAP_DATABASE": "geomap.sqlite"},
            "GEOMAP_DATABASE: this address cannot be used",
            id="database",
        ),
        pytest.param(
            {"GEOMAP_DATABASE": "postgresql://reader:hunter2@127.0.0.1/geomap"},
            "GEOMAP_DATABASE: this address cannot be used",
            id="database that needs a driver",
        ),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(
    geomap: Run, settings: dict[str, str], words: str
) -> None:
    line = one_line(geomap("control", "2014-06-10", **settings))
    assert words in line
    assert "hunter2" not in line


def test_help_is_given_whatever_the_settings_say(geomap: Run) -> None:
    assert geomap("serve", "--help").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["control"], "Missing argument"),
        (["control", "yesterday"], "'yesterday' does not match the format '%Y-%m-%d'"),
        (["control", "2014-06-10", "--known", "soon"], "'soon' does not match"),
        (["load"], "Missing argument"),
        (["serve", "--port", "70000"], "70000 is not in the range"),
        (["serve", "--port", "http"], "'http' is not a valid integer"),
        (["conquer"], "No such command 'conquer'"),
    ],
)
def test_wrong_usage_is_exit_code_2(geomap: Run, arguments: list[str], words: str) -> None:
    outcome = geomap(*arguments)
    assert (outcome.code, words in outcome.err) == (2, True), outcome


def be_a_letter(path: Path) -> None:
    path.write_text("Dear reader, this is no database. " * 100)


def be_damaged(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:1000] + b"\xff" * (len(content) - 1000))


def be_of_tomorrow(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def be_of_another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE letters (text)")


def be_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    "command",
    [["control", "2014-06-10"], ["database", "check"], ["database", "upgrade"]],
    ids=" ".join,
)
@pytest.mark.parametrize(
    ("break_it", "words"),
    [
        (be_a_letter, "file is not a database"),
        (be_damaged, "malformed"),
        (be_of_tomorrow, "made by a newer geomap"),
        (be_of_another_program, "database of another program"),
        (be_a_folder, "unable to open database file"),
    ],
)
def test_a_database_that_cannot_be_used_is_refused(
    geomap: Run, database_file: Path, command: list[str], break_it: Break, words: str
) -> None:
    break_it(database_file)
    assert words in one_line(geomap(*command))


def test_a_file_in_the_place_of_the_data_folder_is_refused(geomap: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    url = f"sqlite:///{tmp_path}/file/geomap.sqlite"
    assert "cannot be made" in one_line(geomap("control", "2014-06-10", GEOMAP_DATABASE=url))


@pytest.mark.parametrize("command", [["control", "2014-06-10"], ["database", "upgrade"]])
def test_a_read_only_folder_is_refused(
    environment: dict[str, str], tmp_path: Path, command: list[str]
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    settings = environment | {"GEOMAP_DATABASE": f"sqlite:///{folder}/geomap.sqlite"}
    ended = run_process(command, settings)
    assert "unable to open database file" in one_line(ended)


def test_a_read_only_database_is_refused(environment: dict[str, str], database_file: Path) -> None:
    with closing(sqlite3.connect(database_file)) as connection, connection:
        connection.execute("UPDATE derived SET revision = 0")
    database_file.chmod(0o444)
    assert "readonly database" in one_line(run_process(["control", "2014-06-10"], environment))


def test_a_server_with_a_read_only_data_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    settings = {"GEOMAP_DATA_DIR": str(folder), "GEOMAP_PORT": "0"}
    assert "Permission denied" in one_line(run_process(["serve"], settings))


def test_a_read_only_parent_of_the_data_folder_is_refused(
    environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    settings = environment | {"GEOMAP_DATABASE": f"sqlite:///{folder}/new/geomap.sqlite"}
    ended = run_process(["database", "upgrade"], settings)
    assert "cannot be made: Permission denied" in one_line(ended)


def test_an_empty_database_says_how_to_fill_it(geomap: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'empty.sqlite'}"
    assert "geomap load" in one_line(geomap("control", "2014-06-10", GEOMAP_DATABASE=url))


def test_a_day_outside_the_atlas_is_refused(geomap: Run) -> None:
    assert "lies outside the atlas" in one_line(geomap("control", "2020-01-01"))
