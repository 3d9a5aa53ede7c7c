"""`geomap control` and `geomap database`: the answers of the service, on the terminal."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from flask.testing import FlaskClient

from geomap import __version__
from geomap.services.atlases import Loaded
from tests.commands import COMMAND, Run, process_environment
from tests.factories import claim

Load = Callable[..., Loaded]


def rows(text: str) -> dict[str, list[str]]:
    """The table by place."""
    cells = [re.split(r"  +", line.strip()) for line in text.splitlines()[1:]]
    return {row[0]: row[1:] for row in cells}


def test_it_says_who_holds_what(geomap: Run) -> None:
    assert rows(geomap("control", "2015-02-16").out) == {
        "Raqqa": ["SY", "held", "south", "2014-06-10"],
        "Mosul": ["IQ", "unknown"],
        "Baghuz": ["SY", "disputed", "north, south", "2015-02-16"],
        "Hit": ["IQ", "held", "north", "2014-01-01"],
        "Kobani": ["SY", "held", "north", "2015-01-26"],
    }


def test_it_knows_only_what_was_known(geomap: Run) -> None:
    table = rows(geomap("control", "2015-02-16", "--known", "2015-02-16").out)
    assert table["Baghuz"] == ["SY", "held", "north", "2015-02-16"]


def test_it_marks_what_is_uncertain(geomap: Run) -> None:
    assert rows(geomap("control", "2015-05-09").out)["Hit"][1] == "held uncertain"


def test_its_json_is_what_the_api_says(geomap: Run, client: FlaskClient) -> None:
    asked = client.get("/control.geojson?date=2015-02-16&known=2015-02-16").get_json()
    printed = geomap("control", "2015-02-16", "--known", "2015-02-16", "--json").out
    assert json.loads(printed) == asked


def test_a_name_in_brackets_is_a_name_and_no_style(geomap: Run, load: Load) -> None:
    load(claims=[claim(place="Fort [/red] :boom:", place_id="test:brackets")])
    assert "Fort [/red] :boom:" in geomap("control", "2014-06-10").out


def test_a_long_row_stays_on_its_line_where_no_person_reads(geomap: Run, load: Load) -> None:
    north = "the-united-northern-front-of-the-mountains-and-the-plains-between-them"
    south = "the-united-southern-front-of-the-marshes-and-the-deserts-between-them"
    load(
        actors=[
            {"id": key, "name": "A", "kind": "alliance", "colour": "#0072b2", "aliases": ""}
            for key in (north, south)
        ],
        claims=[claim(effect="contests", holder=north, loser=south)],
        events=[],
        figures=[],
    )
    assert f"{north}, {south}" in geomap("control", "2014-06-10").out


def test_database_check_says_that_all_is_well(geomap: Run) -> None:
    assert geomap("database", "check").out == "The database is up to date.\n"


def test_database_check_of_a_new_file_asks_for_an_upgrade(geomap: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    outcome = geomap("database", "check", GEOMAP_DATABASE=url)
    assert (outcome.code, "run geomap database upgrade" in outcome.err) == (1, True)


def test_database_upgrade_makes_the_tables(geomap: Run, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.sqlite'}"
    geomap("database", "upgrade", GEOMAP_DATABASE=url)
    assert geomap("database", "check", GEOMAP_DATABASE=url).code == 0


def test_the_version_is_named(geomap: Run) -> None:
    assert __version__ in geomap("--version").out


def test_a_reader_who_leaves_early_is_no_defect(environment: dict[str, str]) -> None:
    command = " ".join([*COMMAND[:1], "-c", f"'{COMMAND[2]}'", "control 2014-06-10 --json"])
    ended = subprocess.run(
        ["bash", "-c", f"{command} | head -c 1"],
        env=process_environment(environment),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.stdout, ended.stderr) == ("{", "")
