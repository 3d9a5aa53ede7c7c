"""A load is all or nothing, and the same atlas twice is no change."""

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from geomap.domain.answers import ControlQuery
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import DatabaseUnavailable, InvalidAtlas, InvalidInput
from geomap.exports.geojson import control_collection
from geomap.exports.timeline import timeline_document
from geomap.services.atlases import Loaded, load_atlas_folder, prepare_database
from geomap.services.control import control_on_day
from geomap.services.outline import outline
from geomap.storage.database import Database
from geomap.storage.revisions import Changes, latest_revision
from tests.factories import claim, claims, figure, frame, source, tables, write_atlas

Load = Callable[..., Loaded]
DAYS = [date(2014, 1, 1), date(2014, 10, 6), date(2015, 2, 17), date(2015, 5, 9), date(2016, 3, 1)]


def revision_of(database: Database) -> int:
    with database.reading() as session:
        return latest_revision(session)


def everything(database: Database, revision: int) -> list[object]:
    """Every answer of a revision: some days, and the whole timeline."""
    standpoint = Standpoint(revision=revision)
    with database.reading() as session:
        documents: list[object] = [
            control_collection(control_on_day(session, ControlQuery(day), standpoint))
            for day in DAYS
        ]
        documents.append(timeline_document(outline(session, standpoint)))
    return documents


def test_the_first_load_is_revision_1(
    empty_database: Database, small_gazetteer: Gazetteer, tmp_path: Path
) -> None:
    loaded = load_atlas_folder(
        empty_database, small_gazetteer, write_atlas(tmp_path / "atlas"), Rule()
    )
    assert (loaded.revision, loaded.changes.edited, loaded.changes.withdrawn) == (1, 0, 0)


def test_loading_twice_changes_nothing(load: Load) -> None:
    loaded = load()
    assert (loaded.changes, loaded.revision) == (Changes(), 1)


@pytest.mark.parametrize(
    ("changed", "changes"),
    [
        pytest.param({"claims": claims()[1:]}, Changes(withdrawn=1), id="row removed"),
        pytest.param({"claims": [*claims(), claim(id="new")]}, Changes(added=1), id="row added"),
        pytest.param({"figures": [figure()]}, Changes(withdrawn=1), id="figure removed"),
        pytest.param({"atlas": frame(title="Another title")}, Changes(edited=1), id="new title"),
        pytest.param(
            {"sources": [*tables()["sources"][:2], source(id="commander", reliability="D")]},
            Changes(edited=1),
            id="source graded anew",
        ),
    ],
)
def test_a_changed_atlas_is_the_next_revision(
    load: Load, changed: dict[str, list[dict[str, str]]], changes: Changes
) -> None:
    loaded = load(**changed)
    assert (loaded.changes, loaded.revision) == (changes, 2)


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param({"claims": claims()[2:]}, id="claims withdrawn"),
        pytest.param({"atlas": frame(reach_km="60", end="2020-01-01")}, id="another frame"),
        pytest.param({"atlas": frame(small_reach_km="10")}, id="another reach of small places"),
        pytest.param(
            {"sources": [source(reliability="F"), *tables()["sources"][1:]]}, id="another grade"
        ),
        pytest.param({"claims": [], "events": [], "figures": []}, id="everything withdrawn"),
    ],
)
def test_an_old_revision_answers_as_it_did(
    database: Database, load: Load, changed: dict[str, list[dict[str, str]]]
) -> None:
    before = everything(database, 1)
    load(**changed)
    assert everything(database, 1) == before


def test_a_bad_row_loads_nothing(database: Database, load: Load) -> None:
    before = everything(database, 1)
    with pytest.raises(InvalidAtlas, match="1 problem, nothing was loaded"):
        load(claims=[claim(id="new"), claim(id="bad", holder="east")])
    assert (revision_of(database), everything(database, 1)) == (1, before)


def test_another_atlas_is_refused(database: Database, load: Load) -> None:
    with pytest.raises(InvalidInput, match=r"holds the atlas test-war; .* load other-war"):
        load(atlas=frame(id="other-war"))
    assert revision_of(database) == 1


def test_a_write_that_fails_at_the_end_leaves_the_old_state(database: Database, load: Load) -> None:
    before = everything(database, 1)
    with database.connection() as connection:
        # The last thing that a load writes is the state of the territory.
        connection.exec_driver_sql(
            "CREATE TRIGGER full_disk BEFORE UPDATE ON derived WHEN NEW.name = 'territory'"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(DatabaseUnavailable, match="disk is full"):
        load(claims=[claim()])
    assert (revision_of(database), everything(database, 1)) == (1, before)


def test_two_loads_at_once_both_end_well(
    database: Database, small_gazetteer: Gazetteer, tmp_path: Path
) -> None:
    folders = [
        write_atlas(tmp_path / str(number), claims=[*claims(), claim(id=f"new-{number}")])
        for number in range(2)
    ]
    results: list[Loaded] = []

    def load_one(folder: Path) -> None:
        results.append(load_atlas_folder(database, small_gazetteer, folder, Rule()))

    threads = [threading.Thread(target=load_one, args=(folder,)) for folder in folders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(loaded.revision for loaded in results) == [2, 3]


def test_an_empty_atlas_is_an_atlas(
    empty_database: Database, small_gazetteer: Gazetteer, tmp_path: Path
) -> None:
    nothing: list[dict[str, str]] = []
    folder = write_atlas(tmp_path / "atlas", claims=nothing, events=nothing, figures=nothing)
    load_atlas_folder(empty_database, small_gazetteer, folder, Rule())
    assert prepare_database(empty_database, Rule())
