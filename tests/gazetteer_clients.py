"""A service over an index of its own, for tests of what the gazetteer answers over HTTP."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask.testing import FlaskClient

from geomap.app import create_app
from geomap.settings import Settings
from geomap.web.answers import Service
from geomap.web.gazetteer_answers import GazetteerService


@contextmanager
def client_over(index: Path, folder: Path, **settings: object) -> Iterator[FlaskClient]:
    """A client of a service with the index at a path; its database lies in a folder."""
    database = f"sqlite:///{folder / 'geomap.sqlite'}"
    app = create_app(
        Settings(folder, database, str(index), **settings)  # type: ignore[arg-type]  # Any field.
    )
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()
    places: GazetteerService = app.extensions["geomap-gazetteer"]
    places.index.close()
