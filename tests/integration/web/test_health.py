"""/health: for operators and for the container that wonders whether to start us anew."""

import pytest
from flask.testing import FlaskClient

from geomap import __version__
from geomap.storage.database import Database
from geomap.storage.models import DerivedRow

# The timeline that every reader asks for is ready before the first one comes; this one is not.
PATHS = ["/health", "/control.geojson?date=2014-06-10", "/api/timeline?known=2015-01-01"]


def test_a_service_with_an_atlas_is_well(client: FlaskClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.get_json()) == (
        200,
        {"status": "ok", "version": __version__, "atlas": "test-war", "revision": 1},
    )


def test_the_state_of_the_service_is_never_kept(client: FlaskClient) -> None:
    assert client.get("/health").headers["Cache-Control"] == "no-store"


def test_a_service_without_an_atlas_has_nothing_to_answer_from(empty_client: FlaskClient) -> None:
    assert empty_client.get("/health").status_code == 404


@pytest.mark.parametrize("path", PATHS)
def test_while_answers_are_derived_anew_the_service_says_so(
    client: FlaskClient, database: Database, path: str
) -> None:
    with database.writing() as session:
        session.get_one(DerivedRow, "control").revision = 0
    answer = client.get(path)
    assert (answer.status_code, answer.get_json()["detail"]) == (
        503,
        "The answers are being derived anew; ask again in a moment.",
    )


@pytest.mark.parametrize("path", PATHS)
def test_a_database_that_fails_under_the_service_is_a_503(
    client: FlaskClient, database: Database, path: str
) -> None:
    with database.connection() as connection:
        connection.exec_driver_sql("ALTER TABLE revision RENAME TO gone")
    answer = client.get(path)
    assert (answer.status_code, answer.get_json()["title"]) == (503, "Database unavailable")
    assert "sqlite" not in answer.text
