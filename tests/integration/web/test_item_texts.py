"""Answers that are put together from texts are those that are written anew, byte for byte."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, select, update

from geomap.domain.rule import Rule
from geomap.services.atlases import prepare_database
from geomap.storage.database import Database
from geomap.storage.items import kept_texts
from geomap.storage.text_models import ClaimTextRow, EventTextRow
from tests.integration.conftest import client_of

ITEMS = "/api/collections/{}/items"
_MADE_AT = re.compile(rb'"timeStamp":"[^"]*"')


def bodies(client: FlaskClient, path: str) -> bytes:
    answer = client.get(path)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    return _MADE_AT.sub(b"", answer.get_data())


@pytest.fixture
def anew(database_file: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of the same atlas in a database that keeps no texts."""
    copy = tmp_path / "anew.sqlite"
    copy.write_bytes(database_file.read_bytes())
    for client in client_of(copy):
        service = client.application.extensions["geomap"]
        with service.database.connection() as connection:
            kept_texts.drop_triggers(connection)
            for row in (EventTextRow, ClaimTextRow):
                connection.execute(delete(row))
        yield client


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?limit=2",
        "?limit=2&offset=1",
        "?datetime=2014-01-01/2016-12-31",
        "?bbox=38,35,40,37&limit=2",
        "?bbox=-180,-90,180,90&datetime=2014-01-01/..&sortby=-start",
        "?country=SY&limit=3",
        "?sortby=name,-source",
        "?filter=name LIKE '%25a%25' AND known>DATE('2014-01-01')",
        "?revision=1",
        "?known=2016-12-31",
    ],
)
@pytest.mark.parametrize("collection", ["events", "claims"])
def test_a_page_is_the_same(
    client: FlaskClient, anew: FlaskClient, collection: str, query: str
) -> None:
    path = ITEMS.format(collection) + query
    assert bodies(client, path) == bodies(anew, path)


@pytest.mark.parametrize("path", ["/events.geojson", "/claims.geojson?limit=3", "/events.geojsonl"])
def test_a_file_is_the_same(client: FlaskClient, anew: FlaskClient, path: str) -> None:
    assert bodies(client, path) == bodies(anew, path)


def test_answers_come_from_the_texts(client: FlaskClient, database: Database) -> None:
    with database.writing() as session:
        text = EventTextRow.properties
        session.execute(update(EventTextRow).values(properties='{"title":"told again"}'))
        assert session.scalars(select(text)).first()
    said = client.get(ITEMS.format("events")).get_json()
    assert {one["properties"]["title"] for one in said["features"]} == {"told again"}


def test_texts_of_another_program_are_written_anew(database: Database) -> None:
    def kept() -> set[str | None]:
        with database.reading() as session:
            return set(session.scalars(select(EventTextRow.properties)))

    wanted = kept()
    assert wanted
    with database.connection() as connection:
        connection.execute(update(EventTextRow).values(properties="{}"))
        connection.exec_driver_sql("DROP TRIGGER event_text_insert_on_event")
        connection.exec_driver_sql(
            "CREATE TRIGGER event_text_insert_on_event AFTER INSERT ON event BEGIN SELECT 1; END"
        )
    with database.reading() as session:
        assert not kept_texts.are_kept(session)
    prepare_database(database, Rule())
    with database.reading() as session:
        assert kept_texts.are_kept(session)
    assert kept() == wanted
