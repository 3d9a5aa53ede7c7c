"""`geomap load`: all of an atlas or nothing of it, whatever happens on the way."""

import json
import random
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim
from geomap.exports.timeline import timeline_document
from geomap.services.atlases import Loaded
from geomap.services.derived import is_current
from geomap.services.outline import outline
from geomap.services.statements import Change, withdraw
from geomap.storage.atlases import load_atlas
from geomap.storage.database import Database
from geomap.storage.revisions import latest_revision
from tests.commands import COMMAND, Run, process_environment, run_process
from tests.factories import claim, claims, event, figure, write_atlas

Load = Callable[..., Loaded]
SHIPPED_PLACES = {"claims": [claim()], "events": [event()], "figures": [figure()]}
KILLS = 6

# Loads one atlas and another in turn until it is stopped, and says when it begins.
ENDLESS_LOADS = textwrap.dedent(
    """
    import sys
    from itertools import cycle
    from pathlib import Path
    from gazetteer import Gazetteer
    from geomap.domain.rule import Rule
    from geomap.services.atlases import load_atlas_folder
    from geomap.storage.database import Database

    url, index, *folders = sys.argv[1:]
    database, gazetteer = Database(url), Gazetteer.open(Path(index))
    for number, folder in enumerate(cycle(folders)):
        load_atlas_folder(database, gazetteer, Path(folder), Rule())
        if number == 1:
            print("loading", flush=True)
    """
)


@pytest.fixture
def run_new(new_user: dict[str, str], geomap: Run) -> Run:
    """Runs a command in this process as a user without a database."""
    return lambda *arguments: geomap(*arguments, **new_user)


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    """An atlas whose places are in the shipped gazetteer."""
    return write_atlas(tmp_path / "atlas", **SHIPPED_PLACES)


def test_the_first_load_says_what_it_did(run_new: Run, atlas: Path) -> None:
    assert run_new("load", atlas).out == (
        "test-war: 1 claims on 1 places, 1 events, 1 figures; 11 records added, 0 edited,"
        " 0 withdrawn; revision 1.\n"
    )


def test_the_second_load_says_that_nothing_has_changed(run_new: Run, atlas: Path) -> None:
    run_new("load", atlas)
    outcome = run_new("load", atlas)
    assert (outcome.code, outcome.out) == (0, "test-war: nothing has changed; revision 1.\n")


def test_a_program_reads_the_result_as_json(run_new: Run, atlas: Path) -> None:
    assert json.loads(run_new("load", atlas, "--json").out) == {
        "atlas": "test-war",
        "revision": 1,
        "added": 11,
        "edited": 0,
        "withdrawn": 0,
        "kept": [],
    }


def test_a_load_names_what_was_withdrawn_by_hand(
    run_new: Run, new_user: dict[str, str], atlas: Path
) -> None:
    run_new("load", atlas)
    database = Database(new_user["GEOMAP_DATABASE"])
    with database.writing() as session:
        withdraw(session, Claim, "raqqa-falls", Change("a reviewer"), Rule())
    database.close()
    first, second = run_new("load", atlas).out.splitlines()
    assert first == "test-war: nothing has changed; revision 2."
    assert second.startswith("test-war: kept as they were edited or withdrawn by hand")
    assert second.endswith(f" than in {atlas}: raqqa-falls.")


def test_every_bad_row_is_named_on_standard_error(run_new: Run, tmp_path: Path) -> None:
    rows = [claim(when="June"), claim(id="second", holder="east"), claim(id="third", place="Xyz")]
    folder = write_atlas(tmp_path / "bad", **{**SHIPPED_PLACES, "claims": rows})
    outcome = run_new("load", folder)
    assert (outcome.code, outcome.out) == (1, "")
    assert [line.split(": ")[:2] for line in outcome.err.splitlines()] == [
        ["claims.csv:2", "when"],
        ["claims.csv:3", "holder"],
        ["claims.csv:4", "place"],
        ["geomap", str(folder)],
    ]
    assert outcome.err.endswith(": 3 problems, nothing was loaded.\n")


def test_after_a_refused_load_the_database_is_as_it_was(
    run_new: Run, atlas: Path, tmp_path: Path
) -> None:
    run_new("load", atlas)
    before = run_new("control", "2014-06-10", "--json").out
    bad = {**SHIPPED_PLACES, "claims": [claim(holder="north"), claim(id="bad", holder="east")]}
    run_new("load", write_atlas(tmp_path / "bad", **bad))
    assert run_new("control", "2014-06-10", "--json").out == before


def test_a_missing_folder_is_refused(run_new: Run, tmp_path: Path) -> None:
    outcome = run_new("load", tmp_path / "none")
    assert (outcome.code, "there is no such folder" in outcome.err) == (1, True)


def test_two_first_loads_at_once_both_end_well(new_user: dict[str, str], atlas: Path) -> None:
    loads = [
        subprocess.Popen(
            [*COMMAND, "load", str(atlas), "--json"],
            env=process_environment(new_user),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    ended = [process.communicate(timeout=60) for process in loads]
    assert [process.returncode for process in loads] == [0, 0], ended
    assert sorted(json.loads(out)["added"] for out, _err in ended) == [0, 11]


def test_a_read_only_folder_is_refused_and_nothing_else_is_made(
    new_user: dict[str, str], atlas: Path, tmp_path: Path
) -> None:
    (tmp_path / "locked").mkdir(mode=0o555)
    url = f"sqlite:///{tmp_path}/locked/geomap.sqlite"
    outcome = run_process(["load", atlas], new_user | {"GEOMAP_DATABASE": url})
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert "unable to open database file" in outcome.err


def killed_while_loading(arguments: list[str], moment: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", ENDLESS_LOADS, *arguments],
        env=process_environment({}),
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"loading\n"
        time.sleep(moment)
    finally:
        process.send_signal(signal.SIGKILL)
        process.communicate()
    assert process.returncode == -signal.SIGKILL


def test_a_load_that_is_killed_leaves_the_old_state_or_the_new(
    database: Database, small_index: Path, tmp_path: Path
) -> None:
    few, many = claims()[:5], claims()
    folders = [str(write_atlas(tmp_path / str(len(rows)), claims=rows)) for rows in (few, many)]
    chance = random.Random(20171017)  # noqa: S311 - moments to kill at, no secret.
    for _ in range(KILLS):
        url = database.engine.url.render_as_string()
        killed_while_loading([url, str(small_index), *folders], chance.uniform(0, 0.25))
        with database.reading() as session:
            atlas = load_atlas(session, latest_revision(session))
            sound = session.connection().exec_driver_sql("PRAGMA integrity_check").scalar()
            assert atlas is not None
            assert sound == "ok"
            assert is_current(session, Rule())
            assert {one.id for one in atlas.claims} in (
                {row["id"] for row in few},
                {row["id"] for row in many},
            )
            timeline_document(outline(session, Standpoint()))
