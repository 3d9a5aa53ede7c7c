"""Derived tables give back what was derived, and are known to be old when they are."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.rule import DERIVATION, Rule
from geomap.domain.statements import Place
from geomap.domain.when import When
from geomap.services.atlases import Loaded, prepare_database
from geomap.services.derived import histories_at, is_current, territory_of
from geomap.services.statements import Change, accept
from geomap.storage.atlases import load_claims, load_claims_named, load_frame
from geomap.storage.database import Database
from geomap.storage.derived import load_periods, load_territory, period_of
from geomap.storage.standing import Standing, periods_standing_on, standing_on
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


def test_what_an_older_program_derived_is_derived_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geomap.domain.rule.DERIVATION", DERIVATION + 1)
    with database.reading() as session:
        assert not is_current(session, Rule())
    prepare_database(database, Rule())
    with database.reading() as session:
        assert is_current(session, Rule())


def test_answers_by_another_rule_are_out_of_date(database: Database) -> None:
    with database.reading() as session:
        assert not is_current(session, STRICT)


def test_preparing_derives_anew_what_another_rule_made(database: Database) -> None:
    prepare_database(database, STRICT)
    with database.reading() as session:
        assert is_current(session, STRICT)


DAYS = [
    date(2014, 1, 1),
    date(2014, 10, 6),
    date(2015, 2, 17),
    date(2015, 5, 9),
    date(2017, 12, 31),
]
AROUND_RAQQA = Bbox(38.9, 35.8, 39.2, 36.1)


@pytest.mark.parametrize("day", DAYS)
def test_what_stands_on_a_day_is_what_rule_1_gives(database: Database, day: date) -> None:
    with database.reading() as session:
        periods = list(histories_at(session, 1, None, Rule()).all())
        wanted = {period.place_id: period for period in periods if period.contains(day)}
        assert periods_standing_on(session, day, WORLD, 1) == {
            key: replace(
                period, evidence=tuple(one for one in period.evidence if one.span.contains(day))
            )
            for key, period in wanted.items()
        }
        assert {one.place_id: one for one in standing_on(session, day, WORLD, 1)} == {
            key: Standing(
                key, period.start, period.end, period.verdict, period.on(day).is_stale(day)
            )
            for key, period in wanted.items()
        }


def test_what_stands_in_a_box_is_read_alone(database: Database) -> None:
    with database.reading() as session:
        found = standing_on(session, DAYS[0], AROUND_RAQQA, 1)
        with_evidence = periods_standing_on(session, DAYS[0], AROUND_RAQQA, 1)
    assert [one.place_id for one in found] == ["geonames:172955"]
    assert list(with_evidence) == ["geonames:172955"]


@pytest.mark.parametrize("where", [AROUND_RAQQA, ["geonames:172955"]])
def test_histories_of_some_places_are_those_of_the_whole(
    database: Database, where: Bbox | list[str]
) -> None:
    syria = Place("test:syria", "Syria", {}, 38.5, 35.0, "country", "SY", "", None)
    with database.writing() as session:
        raqqa = load_claims_named(session, 1, ["raqqa-falls"])["raqqa-falls"]
        # It counts only while nothing on Raqqa itself does, so from before the first claim on it.
        early = replace(raqqa, id="syria", place_id=syria.id, when=When.parse("2013/.."))
        accept(session, early, Change("a reviewer", place=syria), Rule())
        whole = [
            period
            for period in histories_at(session, 2, None, Rule()).all()
            if period.place_id == "geonames:172955"
        ]
        assert list(histories_at(session, 2, None, Rule(), where).all()) == whole
        assert whole[0].start == date(2013, 1, 1)
