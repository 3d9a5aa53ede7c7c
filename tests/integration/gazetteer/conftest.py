"""A small index for all tests here, made by the real builder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from tests.gazetteers import world_index


@pytest.fixture(scope="session")
def world_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tests read this index, never write it."""
    return world_index(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(world_path: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(world_path) as gazetteer:
        yield gazetteer
