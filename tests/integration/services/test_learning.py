"""What was learned is read from the places that something was learned of, and from no others."""

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from geomap.domain.answers import LearnedQuery
from geomap.domain.standpoint import Standpoint
from geomap.exports.learning import learned_document
from geomap.services import learning
from geomap.services.learning import learned
from geomap.storage.atlases import places_learned_of
from geomap.storage.database import Database
from tests.integration.conftest import Load

DAY = date(2015, 2, 16)
FIRST, LAST = date(2013, 12, 1), date(2016, 4, 1)


def differences(session: Session, known: date) -> object:
    query = LearnedQuery(Standpoint(known), Standpoint(), DAY)
    return learned_document(learned(session, query))["differences"]


def test_only_places_with_a_claim_of_those_days_were_learned_of(database: Database) -> None:
    with database.reading() as session:
        found = places_learned_of(session, 1, date(2015, 2, 15), date(2015, 2, 17))
        assert found == {"test:baghuz"}
        assert places_learned_of(session, 1, date(2015, 2, 17), date(2015, 2, 17)) == set()
        assert places_learned_of(session, 1, date(2016, 3, 4), None) == {"geonames:172955"}


def test_an_old_revision_has_what_was_known_of_it_then(database: Database, load: Load) -> None:
    load(claims=[])
    with database.reading() as session:
        assert places_learned_of(session, 2, FIRST, None) == set()
        assert len(places_learned_of(session, 1, FIRST, None)) == 4


def test_it_is_the_same_as_reading_every_place(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [FIRST + timedelta(days=step) for step in range(0, (LAST - FIRST).days, 60)]
    with database.reading() as session:
        some = [differences(session, known) for known in days]
        monkeypatch.setattr(learning, "MOST_APART", -1)
        assert [differences(session, known) for known in days] == some
    assert any(some)
    assert not all(some)
