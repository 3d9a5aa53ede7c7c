"""Derived tables give back what was derived, and are known to be old when they are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from geomap.domain.rule import Rule
from geomap.services.atlases import Loaded, prepare_database
from geomap.services.derived import histories_at, is_current, territory_of
from geomap.storage.atlases import load_claims, load_frame
from geomap.storage.database import Database
from geomap.storage.derived import load_periods, load_territory, period_of
from tests.factories import claim, claims

Load = Callable[..., Loaded]
STRICT = replace(Rule(), dispute_window=timedelta(days=0))


def test_stored_periods_are_those_that_rule_1_gives(database: Database) -> None:
    with database.reading() as session:
        known = {one.id: one for one in load_claims(session, 1)}
        stored = [period_of(row, known) for row in load_periods(session)]
        derived = list(histories_at(session, 1, None, Rule()).all())
    assert stored == derived


def test_stored_territory_is_what_was_derived(database: Database) -> None:
    with database.reading() as session:
        frame = load_frame(session, 1)
        assert frame is not None
        histories = histories_at(session, 1, None, Rule())
        assert load_territory(session) == territory_of(histories, frame)


def test_only_places_with_a_claim_have_a_cell(database: Database) -> None:
    with database.reading() as session:
        cells, _edges = load_territory(session)
    assert [cell.place_id for cell in cells] == [
        "geonames:172955",
        "test:baghuz",
        "test:hit",
        "test:kobani",
    ]


def test_a_load_leaves_nothing_out_of_date(database: Database, load: Load) -> None:
    load(claims=[*claims(), claim(id="another", when="2017-01-01", known="2017-01-01")])
    with database.reading() as session:
        assert is_current(session, Rule())


def test_answers_by_another_rule_are_out_of_date(database: Database) -> None:
    with database.reading() as session:
        assert not is_current(session, STRICT)


def test_preparing_derives_anew_what_another_rule_made(database: Database) -> None:
    prepare_database(database, STRICT)
    with database.reading() as session:
        assert is_current(session, STRICT)
