"""A small gazetteer, a small atlas, a real database file and a client, for what needs no server.

Copies of one database that was filled once are handed out, so that most tests load nothing.
"""

import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.sources import CuratedSource
from geomap.app import create_app
from geomap.domain.rule import Rule
from geomap.domain.statements import Atlas
from geomap.imports.atlas import read_atlas
from geomap.services.atlases import Loaded, load_atlas_folder, prepare_database
from geomap.services.resolving import PlaceResolver
from geomap.settings import Settings
from geomap.storage.database import Database
from geomap.web.answers import Service
from tests.factories import Cells, write_atlas

PLACES = Path(__file__).parent.parent / "fixtures" / "gazetteer"

Load = Callable[..., Loaded]
ReadAtlas = Callable[..., Atlas]


def open_database(path: Path) -> Database:
    return Database(f"sqlite:///{path}")


@pytest.fixture(scope="session")
def small_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index of the few places in tests/fixtures, built by the real builder."""
    path = tmp_path_factory.mktemp("small-gazetteer") / "gazetteer.sqlite"
    build_index(path, [CuratedSource(PLACES)])
    return path


@pytest.fixture(scope="session")
def small_gazetteer(small_index: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(small_index) as gazetteer:
        yield gazetteer


@pytest.fixture(scope="session")
def filled_file(small_gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file that holds the atlas of the factories. Tests copy it, never open it."""
    folder = tmp_path_factory.mktemp("filled")
    database = open_database(folder / "geomap.sqlite")
    prepare_database(database, Rule())
    load_atlas_folder(database, small_gazetteer, write_atlas(folder / "atlas"), Rule())
    database.close()
    return folder / "geomap.sqlite"


@pytest.fixture
def empty_database(tmp_path: Path) -> Iterator[Database]:
    """A database with tables and nothing in them."""
    database = open_database(tmp_path / "geomap.sqlite")
    prepare_database(database, Rule())
    yield database
    database.close()


@pytest.fixture
def database_file(filled_file: Path, tmp_path: Path) -> Path:
    """A database file of the test's own that holds the atlas of the factories."""
    return Path(shutil.copy(filled_file, tmp_path / "geomap.sqlite"))


@pytest.fixture
def database(database_file: Path) -> Iterator[Database]:
    """A database that holds the atlas of the factories, at revision 1."""
    opened = open_database(database_file)
    yield opened
    opened.close()


@pytest.fixture
def read_small(small_gazetteer: Gazetteer, tmp_path: Path) -> ReadAtlas:
    """Reads the atlas of the factories, with the files that are given as keywords in it."""

    def read(**changed: Iterable[Cells]) -> Atlas:
        folder = write_atlas(tmp_path / "atlas-to-read", **changed)
        return read_atlas(folder, PlaceResolver(small_gazetteer))

    return read


@pytest.fixture(scope="session")
def whole_atlas(small_gazetteer: Gazetteer, tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The atlas of the factories, as domain values."""
    folder = write_atlas(tmp_path_factory.mktemp("whole-atlas"))
    return read_atlas(folder, PlaceResolver(small_gazetteer))


@pytest.fixture
def load(database: Database, small_gazetteer: Gazetteer, tmp_path: Path) -> Load:
    """Loads the atlas of the factories, with the files that are given as keywords in it."""

    def load_changed(**changed: Iterable[Cells]) -> Loaded:
        folder = write_atlas(tmp_path / "atlas", **changed)
        return load_atlas_folder(database, small_gazetteer, folder, Rule())

    return load_changed


def client_of(path: Path) -> Iterator[FlaskClient]:
    app = create_app(Settings(database=f"sqlite:///{path}"))
    yield app.test_client()
    service: Service = app.extensions["geomap"]
    service.database.close()


@pytest.fixture
def client(database_file: Path) -> Iterator[FlaskClient]:
    """A client of the service over the atlas of the factories."""
    yield from client_of(database_file)


@pytest.fixture
def empty_client(tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of the service over a database without an atlas."""
    yield from client_of(tmp_path / "empty.sqlite")
