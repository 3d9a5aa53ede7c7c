"""A small index for all tests here, made by the real builder, and the command line over one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.imports import library
from tests.commands import Run, run_here
from tests.gazetteers import WORLD, FixedSource, world_index


@pytest.fixture(scope="session")
def world_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tests read this index, never write it."""
    return world_index(tmp_path_factory.mktemp("world"))


@pytest.fixture
def world(world_path: Path) -> Iterator[Gazetteer]:
    with Gazetteer.open(world_path) as gazetteer:
        yield gazetteer


@pytest.fixture
def command_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line of a user whose index is yet to be made."""
    return run_here(monkeypatch, capsys)


@pytest.fixture
def geomap(command_line: Run, world_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with an index that is there, to be read only."""
    monkeypatch.setenv("GEOMAP_GAZETTEER", str(world_path))
    return command_line


@pytest.fixture
def own_index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path for an index of one's own, with the small world for the places that ship."""
    monkeypatch.setattr(library, "GeonamescacheSource", lambda: WORLD)
    monkeypatch.setattr(library, "areas_of_the_world", lambda: FixedSource((), name="areas"))
    monkeypatch.setattr(library, "CuratedSource", lambda: FixedSource((), name="curated"))
    return tmp_path / "data" / "gazetteer.sqlite"


@pytest.fixture
def own(command_line: Run, own_index: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command line with an index of one's own, which may be written."""
    monkeypatch.setenv("GEOMAP_GAZETTEER", str(own_index))
    assert command_line("gazetteer", "build").code == 0
    return command_line
