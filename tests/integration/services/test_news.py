"""News that were followed from revision to revision are those that are read anew."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.news import News, NewsQuery
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statements import Claim, Effect
from geomap.domain.when import When
from geomap.services import news as services
from geomap.services.atlases import Loaded
from geomap.services.news import KeptNews
from geomap.services.statements import Change, accept, edit, withdraw
from geomap.storage.database import Database
from tests.factories import claim, claims, usual_rows

Load = Callable[..., Loaded]
EVERY = NewsQuery(1000)
ME = Change("a reviewer", "it was in the papers")
TAKING = Claim(
    id="raqqa-again",
    place_id="geonames:172955",
    effect=Effect.TAKES,
    holder="south",
    when=When.parse("2016-12-30"),
    source_id="agency",
    report_id=None,
    known=date(2016, 12, 31),
    grade=Grade(Reliability.B, Credibility.PROBABLE),
    summary="South is back.",
)


@pytest.fixture
def told(database: Database) -> Callable[[], News]:
    """What is followed, which must be what is read anew."""
    followed = KeptNews()

    def read(kept: KeptNews) -> News:
        with database.reading() as session:
            return kept.news(session, EVERY, Standpoint())

    def compared() -> News:
        found = read(followed)
        assert found == read(KeptNews())
        return found

    return compared


def test_one_statement_after_the_other(database: Database, told: Callable[[], News]) -> None:
    first = told()
    steps: list[Callable[[Any], int]] = [
        lambda session: accept(session, TAKING, ME, Rule()),
        lambda session: edit(session, replace(TAKING, when=When.parse("2016-11-01")), ME, Rule()),
        lambda session: withdraw(session, Claim, TAKING.id, ME, Rule()),
    ]
    seen = []
    for step in steps:
        with database.writing() as session:
            step(session)
        seen.append(told())
    assert [one.changes[0].rank[:2] for one in seen[:2]] == [
        (2, date(2016, 12, 30)),
        (3, date(2016, 11, 1)),
    ]
    assert seen[2].changes == first.changes


@pytest.mark.parametrize(
    "changed",
    [
        {"claims": [*claims(), claim(id="another", when="2015-05-05", known="2015-05-06")]},
        {"claims": claims()[1:]},
        {"sources": [{**row, "reliability": "E"} for row in usual_rows("sources")]},
    ],
    ids=["a claim more", "a claim less", "a source of less worth"],
)
def test_whatever_is_loaded(load: Load, told: Callable[[], News], changed: dict[str, Any]) -> None:
    told()
    assert load(**changed).changes.any
    told()


def test_only_what_was_touched_is_read_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    followed = KeptNews()
    with database.reading() as session:
        followed.news(session, EVERY, Standpoint())
    with database.writing() as session:
        accept(session, TAKING, ME, Rule())
    monkeypatch.setattr(services, "load_turns", None)
    with database.reading() as session:
        assert followed.news(session, EVERY, Standpoint()).changes[0].rank.revision == 2
