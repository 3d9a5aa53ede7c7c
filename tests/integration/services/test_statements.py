"""One statement at a time: accepted, edited, withdrawn; checked, kept, and never in half."""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.orm import Session

from geomap.app import create_app
from geomap.domain.answers import ControlQuery
from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Effect, Event, Figure, Measure, Place, Unit
from geomap.domain.when import When
from geomap.errors import Conflict, DatabaseUnavailable, InvalidInput, InvalidStatement, NotFound
from geomap.services.atlases import Loaded
from geomap.services.control import control_on_day
from geomap.services.derived import is_current
from geomap.services.statements import Change, accept, edit, standing_statement, withdraw
from geomap.settings import Settings
from geomap.storage.atlases import load_atlas, load_claims_named, load_places
from geomap.storage.database import Database
from geomap.storage.models import RevisionRow
from geomap.storage.revisions import Changes, latest_revision
from geomap.web.answers import Service
from tests.factories import KOBANI, claim, claims

Load = Callable[..., Loaded]
RAQQA = "geonames:172955"
ROJ = Place("test:roj", "Roj", {}, 42.06, 36.98, "camp", "SY", "SY.02", None)
ME = Change("a reviewer", "it was in the papers")
WITH_ROJ = replace(ME, place=ROJ)
DAY = date(2017, 1, 1)
SAID: dict[str, Any] = {
    "place_id": RAQQA,
    "when": When.parse("2016-12-30"),
    "source_id": "agency",
    "report_id": None,
    "known": date(2016, 12, 31),
    "grade": Grade(Reliability.B, Credibility.PROBABLE),
    "summary": "South is back.",
}
TAKING = Claim(id="raqqa-again", effect=Effect.TAKES, holder="south", **SAID)
BATTLE = Event(id="new-battle", kind=EventKind.BATTLE, title="A battle", actors=("south",), **SAID)
COUNT = Figure(
    id="new-count", measure=Measure.FIGHTERS, unit=Unit.PERSONS, actor_id="south", value=5, **SAID
)
ON_ROJ = replace(TAKING, id="roj-falls", place_id=ROJ.id)


def accepted(database: Database, *statements: Claim | Event | Figure, by: Change = ME) -> int:
    for statement in statements:
        with database.writing() as session:
            revision = accept(session, statement, by, Rule())
    return revision


def edited(database: Database, statement: Claim, by: Change = ME) -> int:
    with database.writing() as session:
        return edit(session, statement, by, Rule())


def withdrawn(database: Database, key: str, by: Change = ME) -> int:
    with database.writing() as session:
        return withdraw(session, Claim, key, by, Rule())


def stored(database: Database, key: str) -> Claim:
    with database.reading() as session:
        return load_claims_named(session, latest_revision(session), [key])[key]


def holders(database: Database, day: date = DAY) -> dict[str, str | None]:
    with database.reading() as session:
        places = control_on_day(session, ControlQuery(day), Standpoint()).places
    return {one.place.id: one.control.verdict.holder for one in places}


def revision_of(database: Database) -> int:
    with database.reading() as session:
        return latest_revision(session)


def test_the_next_answer_shows_an_accepted_claim(database: Database) -> None:
    assert holders(database)[RAQQA] == "north"
    assert accepted(database, TAKING) == 2
    assert holders(database)[RAQQA] == "south"


def test_a_revision_says_who_accepted_it_and_why(database: Database) -> None:
    with database.reading() as session:
        before = session.get_one(RevisionRow, 1).origin
    accepted(database, TAKING)
    with database.reading() as session:
        row = session.get_one(RevisionRow, 2)
        facts = (row.author, row.note, row.origin)
    assert (before, facts) == ("atlas:test-war", (ME.author, ME.note, "accepted"))


def test_events_and_figures_change_no_answer(database: Database) -> None:
    before = holders(database)
    accepted(database, BATTLE, COUNT)
    with database.reading() as session:
        atlas = load_atlas(session, 3)
        current = is_current(session, Rule())
    assert atlas is not None
    assert BATTLE in atlas.events
    assert COUNT in atlas.figures
    assert (current, holders(database)) == (True, before)


@pytest.mark.parametrize(
    ("statement", "part"),
    [
        (replace(TAKING, source_id="nobody"), "source"),
        (replace(TAKING, report_id="nothing"), "report"),
        (replace(TAKING, holder="nobody"), "holder"),
        (replace(TAKING, loser="nobody"), "loser"),
        (replace(BATTLE, actors=("south", "nobody")), "actors"),
        (replace(COUNT, actor_id="nobody"), "actor"),
        (ON_ROJ, "place"),
        (replace(TAKING, grade=Grade(Reliability.A, Credibility.PROBABLE)), "grade"),
        (replace(TAKING, known=date(2016, 12, 29)), "known"),
        (replace(TAKING, when=When.parse("2013-01-01")), "when"),
        (replace(TAKING, id="Raqqa again"), "id"),
        (replace(TAKING, summary=" "), "summary"),
        (replace(TAKING, quote="q" * 2001), "quote"),
        (replace(BATTLE, title=""), "title"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_atlas_cannot_back_is_refused(
    database: Database, statement: Claim | Event | Figure, part: str
) -> None:
    with pytest.raises(InvalidStatement) as refused:
        accepted(database, statement)
    assert (refused.value.part, revision_of(database)) == (part, 1)


def test_an_id_that_is_taken_is_a_conflict(database: Database) -> None:
    with pytest.raises(Conflict, match="already a claim with the id raqqa-falls"):
        accepted(database, replace(TAKING, id="raqqa-falls"))


def test_without_an_atlas_nothing_can_be_accepted(empty_database: Database) -> None:
    with pytest.raises(NotFound, match="no atlas"):
        accepted(empty_database, TAKING)


def test_a_claim_brings_its_place_and_takes_it_away_again(database: Database) -> None:
    accepted(database, ON_ROJ, by=WITH_ROJ)
    assert holders(database)[ROJ.id] == "south"
    withdrawn(database, ON_ROJ.id)
    assert ROJ.id not in holders(database)


def test_a_place_stays_while_another_statement_needs_it(database: Database) -> None:
    battle = replace(BATTLE, place_id=ROJ.id)
    accepted(database, battle, ON_ROJ, by=WITH_ROJ)
    withdrawn(database, ON_ROJ.id)
    assert holders(database)[ROJ.id] is None


@pytest.mark.parametrize("longitude", [181.0, float("nan")])
def test_a_place_off_the_globe_is_refused(database: Database, longitude: float) -> None:
    with pytest.raises(InvalidStatement, match="does not lie on the globe"):
        accepted(database, ON_ROJ, by=replace(ME, place=replace(ROJ, longitude=longitude)))


def test_two_places_on_one_point_are_refused_whole(database: Database) -> None:
    with database.reading() as session:
        (raqqa,) = load_places(session, 1, [RAQQA])
    twin = replace(ROJ, longitude=raqqa.longitude, latitude=raqqa.latitude)
    with pytest.raises(InvalidInput, match="stand on one point"):
        accepted(database, ON_ROJ, by=replace(ME, place=twin))
    assert (revision_of(database), ROJ.id in holders(database)) == (1, False)


def test_an_edit_moves_a_claim_to_another_place(database: Database) -> None:
    accepted(database, TAKING)
    edited(database, replace(TAKING, place_id=ROJ.id), by=WITH_ROJ)
    found = holders(database)
    assert (found[RAQQA], found[ROJ.id]) == ("north", "south")


def test_an_edit_that_changes_nothing_is_no_revision(database: Database) -> None:
    assert edited(database, stored(database, "raqqa-falls")) == 1


def test_an_edit_of_what_changed_meanwhile_is_a_conflict(database: Database) -> None:
    seen = replace(ME, if_revision=revision_of(database))
    falls = stored(database, "raqqa-falls")
    edited(database, replace(falls, summary="Somebody else was faster."), by=seen)
    with pytest.raises(Conflict, match="changed since revision 1: revision 2 made it"):
        edited(database, replace(falls, summary="Too late."), by=seen)
    with pytest.raises(Conflict):
        withdrawn(database, "raqqa-falls", by=seen)
    assert revision_of(database) == 2


@pytest.mark.parametrize("change", [edited, lambda database, one: withdrawn(database, one.id)])
def test_what_is_not_there_cannot_be_changed(
    database: Database, change: Callable[[Database, Claim], int]
) -> None:
    with pytest.raises(NotFound, match="no claim with the id 'raqqa-again'"):
        change(database, TAKING)


def test_a_withdrawn_claim_is_gone_until_it_is_accepted_again(database: Database) -> None:
    accepted(database, TAKING)
    withdrawn(database, TAKING.id)
    assert holders(database)[RAQQA] == "north"
    accepted(database, TAKING)
    assert holders(database)[RAQQA] == "south"
    with database.reading() as session:
        assert standing_statement(session, Claim, TAKING.id).since == 4


def test_a_load_keeps_what_was_edited_and_says_so(database: Database, load: Load) -> None:
    falls = replace(stored(database, "raqqa-falls"), summary="As a reader wrote to us.")
    edited(database, falls)
    loaded = load()
    assert (loaded.changes, loaded.revision) == (Changes(kept=("raqqa-falls",)), 2)
    assert stored(database, "raqqa-falls") == falls


def test_a_load_that_agrees_with_an_edit_has_nothing_to_say(database: Database, load: Load) -> None:
    edited(database, replace(stored(database, "raqqa-falls"), summary="A typo less."))
    rows = [
        {**row, "summary": "A typo less."} if row["id"] == "raqqa-falls" else row
        for row in claims()
    ]
    assert load(claims=rows).changes == Changes()


def test_an_edited_claim_outlives_its_row(database: Database, load: Load) -> None:
    edited(database, replace(stored(database, "raqqa-falls"), summary="It did fall."))
    rows = [row for row in claims() if row["id"] != "raqqa-falls"]
    assert load(claims=rows).changes == Changes(kept=("raqqa-falls",))


def test_a_load_does_not_bring_back_what_was_withdrawn(database: Database, load: Load) -> None:
    withdrawn(database, "raqqa-back")
    assert load().changes == Changes(kept=("raqqa-back",))
    assert holders(database)[RAQQA] == "south"


def test_a_load_leaves_accepted_claims_alone(database: Database, load: Load) -> None:
    accepted(database, TAKING)
    load(claims=[*claims(), claim(id="another", when="2014-07-01", known="2014-07-01")])
    assert holders(database)[RAQQA] == "south"


def test_a_place_that_the_folder_brings_becomes_its_own(database: Database, load: Load) -> None:
    kobani = KOBANI["place_id"]
    load(claims=[row for row in claims() if row["place_id"] != kobani])
    wrong = Place(kobani, "Kobane", {}, 38.0, 36.0, "town", "SY", "", None)
    accepted(database, replace(TAKING, id="k", place_id=kobani), by=replace(ME, place=wrong))
    load()
    with database.reading() as session:
        (place,) = load_places(session, latest_revision(session), [kobani])
    assert place.name != wrong.name


OF_REVISION_1 = [
    "/api/timeline?revision=1",
    "/api/timeline?revision=1&known=2015-02-16",
    "/control.geojson?date=2017-01-01&revision=1",
    "/control.geojson?date=2014-10-06&revision=1&bbox=38,34,42,37",
]


def answers(path: Path, *addresses: str) -> list[bytes]:
    """What a service that has just been started says."""
    app = create_app(Settings(database=f"sqlite:///{path}"))
    said = [app.test_client().get(address).data for address in addresses]
    service: Service = app.extensions["geomap"]
    service.database.close()
    return said


def test_old_revisions_answer_byte_for_byte(database: Database, database_file: Path) -> None:
    before = answers(database_file, *OF_REVISION_1)
    accepted(database, TAKING)
    accepted(database, ON_ROJ, by=WITH_ROJ)
    edited(database, replace(stored(database, "raqqa-falls"), holder="north"))
    withdrawn(database, "kobani-free")
    assert answers(database_file, *OF_REVISION_1) == before
    newest = "/api/timeline?revision=5"
    assert answers(database_file, newest) != answers(database_file, OF_REVISION_1[0])


def everything(database: Database) -> tuple[int, object]:
    with database.reading() as session:
        return latest_revision(session), load_atlas(session, latest_revision(session))


def test_a_write_that_fails_at_the_end_leaves_nothing(database: Database) -> None:
    before = everything(database)
    with database.connection() as connection:
        connection.exec_driver_sql(
            "CREATE TRIGGER full_disk BEFORE UPDATE ON derived WHEN NEW.name = 'territory'"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    with pytest.raises(DatabaseUnavailable, match="disk is full"):
        accepted(database, ON_ROJ, by=WITH_ROJ)
    assert everything(database) == before


def accept_and_die(path: Path) -> None:
    with Database(f"sqlite:///{path}").writing() as session:
        accept(session, ON_ROJ, WITH_ROJ, Rule())
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_kill_before_the_end_leaves_nothing(database: Database, database_file: Path) -> None:
    before = everything(database)
    database.close()
    process = multiprocessing.get_context("spawn").Process(
        target=accept_and_die, args=(database_file,)
    )
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert everything(database) == before
    assert ROJ.id not in holders(database)


def at_once(*writes: Callable[[Session], int], database: Database) -> list[int | Conflict]:
    """What each of several writers, who begin at the same time, is told."""
    told: list[int | Conflict] = []
    start = threading.Barrier(len(writes))

    def carry_out(write: Callable[[Session], int]) -> None:
        start.wait()
        try:
            with database.writing() as session:
                told.append(write(session))
        except Conflict as conflict:
            told.append(conflict)

    threads = [threading.Thread(target=carry_out, args=(write,)) for write in writes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def test_writers_at_once_each_get_a_revision_of_their_own(database: Database) -> None:
    told = at_once(
        lambda session: accept(session, TAKING, ME, Rule()),
        lambda session: accept(session, ON_ROJ, WITH_ROJ, Rule()),
        lambda session: accept(session, BATTLE, ME, Rule()),
        database=database,
    )
    assert sorted(map(str, told)) == ["2", "3", "4"]
    assert holders(database)[ROJ.id] == "south"


def test_of_two_edits_at_once_one_is_a_conflict(database: Database) -> None:
    falls = stored(database, "raqqa-falls")
    seen = replace(ME, if_revision=1)
    told = at_once(
        lambda session: edit(session, replace(falls, summary="One."), seen, Rule()),
        lambda session: edit(session, replace(falls, summary="Two."), seen, Rule()),
        database=database,
    )
    assert {type(one) for one in told} == {int, Conflict}
