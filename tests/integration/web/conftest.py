"""A small world behind HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.gazetteer_clients import client_over
from tests.gazetteers import world_index


@pytest.fixture(scope="session")
def world_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tests read this index, never write it."""
    return world_index(tmp_path_factory.mktemp("world"))


@pytest.fixture
def places_client(world_path: Path, tmp_path: Path) -> Iterator[FlaskClient]:
    """A client of a service over the small world."""
    with client_over(world_path, tmp_path) as client:
        yield client
