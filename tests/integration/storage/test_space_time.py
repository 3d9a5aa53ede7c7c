"""The R*Tree finds exactly the control periods that a plain look through all of them finds."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from geomap.domain.bbox import WORLD, Bbox
from geomap.storage.database import Database
from geomap.storage.migrate import upgrade
from geomap.storage.models import PeriodRow, PlaceRow, RevisionRow
from geomap.storage.space_time import during, rebuild_index, within

DAYS = st.dates(date(2014, 1, 1), date(2014, 3, 1))
FAR_DAYS = st.one_of(DAYS, st.sampled_from([date.min, date.max]))
# Numbers that a 32-bit float cannot hold, and the edges of the globe, come up often.
LONGITUDES = st.sampled_from([-180.0, -179.9999, -0.1, 0.0, 39.0082, 43.1188901, 179.9999, 180.0])
LATITUDES = st.sampled_from([-90.0, -33.3, 0.0, 35.9594, 35.95940001, 90.0])


@st.composite
def boxes(draw: st.DrawFn) -> Bbox:
    south, north = sorted((draw(LATITUDES), draw(LATITUDES)))
    return Bbox(draw(LONGITUDES), south, draw(LONGITUDES), north)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[date, date | None]]:
    """Periods that follow each other, the last one open or not."""
    days = sorted(draw(st.sets(FAR_DAYS, min_size=1, max_size=5)))
    ends: list[date | None] = [*days[1:], None]
    periods = list(zip(days, ends, strict=True))
    return periods if draw(st.booleans()) else periods[:-1]


PLACES = st.lists(st.tuples(LONGITUDES, LATITUDES, histories()), max_size=6)


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One database for all examples; each puts other periods into it."""
    path: Path = tmp_path_factory.mktemp("space-time") / "geomap.sqlite"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    with database.writing() as session:
        session.add(RevisionRow(number=1, created=datetime.now(UTC), author="", note=""))
    yield database
    database.close()


Places = list[tuple[float, float, list[tuple[date, date | None]]]]


def fill(session: Session, places: Places) -> None:
    session.execute(delete(PeriodRow))
    session.execute(delete(PlaceRow))
    for number, (longitude, latitude, periods) in enumerate(places):
        key = f"place-{number}"
        session.add(place(key, longitude, latitude))
        session.add_all(period(key, start, end) for start, end in periods)
    session.flush()
    rebuild_index(session, 1)


def place(key: str, longitude: float, latitude: float) -> PlaceRow:
    rest = {"name": key, "names": {}, "kind": "town", "country": "SY", "admin1": ""}
    versions = {"since": 1, "origin": "a test"}
    return PlaceRow(id=key, longitude=longitude, latitude=latitude, **rest, **versions)


def period(key: str, start: date, end: date | None) -> PeriodRow:
    marks = {"opposed": False, "uncertain": False}
    lists = dict.fromkeys(("holders", "candidates", "stale", "evidence"), ())
    return PeriodRow(place_id=key, start=start, end=end, status="unknown", **marks, **lists)


def periods_on(session: Session, day: date, box: Bbox) -> list[PeriodRow]:
    """The control periods `[start, end)` that hold on a day, of places within a box."""
    found: dict[int, PeriodRow] = {}
    for part in box.parts():
        query = within(session, during(select(PeriodRow), day), day, part, 1)
        for row in session.scalars(query):
            found[row.pk] = row
    return list(found.values())


def expected(session: Session, day: date, box: Bbox) -> set[int]:
    """The rule itself, row by row."""
    places = {row.id: row for row in session.scalars(select(PlaceRow))}
    return {
        row.pk
        for row in session.scalars(select(PeriodRow))
        if row.start <= day
        and (row.end is None or day < row.end)
        and box.contains(places[row.place_id].longitude, places[row.place_id].latitude)
    }


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(places=PLACES, day=FAR_DAYS, box=boxes())
@example(
    places=[(39.0, 35.0, [(date(2014, 1, 1), date(2014, 2, 1)), (date(2014, 2, 1), None)])],
    day=date(2014, 2, 1),
    box=WORLD,
)
@example(places=[(180.0, 0.0, [(date.min, None)])], day=date.max, box=Bbox(179.0, -1, -179.0, 1))
@example(
    places=[(0.0, 0.0, [(date.min, None)])], day=date(2014, 1, 1), box=Bbox(180.0, -90, -180.0, 90)
)
def test_the_index_answers_as_a_look_through_all_periods(
    tables: Database, places: Places, day: date, box: Bbox
) -> None:
    with tables.writing() as session:
        fill(session, places)
        found = {row.pk for row in periods_on(session, day, box)}
        assert found == expected(session, day, box)


@pytest.mark.parametrize(
    ("offset", "starts_at"),
    [(-1, date(2014, 1, 1)), (0, date(2014, 2, 1)), (1, date(2014, 2, 1))],
)
def test_exactly_one_period_holds_around_a_hand_over(
    tables: Database, offset: int, starts_at: date
) -> None:
    change = date(2014, 2, 1)
    history: list[tuple[date, date | None]] = [(date(2014, 1, 1), change), (change, None)]
    with tables.writing() as session:
        fill(session, [(39.0, 35.0, history)])
        found = periods_on(session, change + timedelta(days=offset), WORLD)
        assert [row.start for row in found] == [starts_at]


def test_a_place_on_the_border_of_both_halves_is_found_once(tables: Database) -> None:
    with tables.writing() as session:
        fill(session, [(180.0, 0.0, [(date(2014, 1, 1), None)])])
        found = periods_on(session, date(2014, 1, 2), Bbox(170.0, -1.0, -170.0, 1.0))
        assert len(found) == 1
