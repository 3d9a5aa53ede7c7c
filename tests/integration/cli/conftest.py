"""The settings of a user, and a way to run geomap in this process."""

from pathlib import Path

import pytest

from tests.commands import Run, run_here


@pytest.fixture
def environment(database_file: Path, small_index: Path, tmp_path: Path) -> dict[str, str]:
    """The settings of a user with the atlas of the factories and the small gazetteer."""
    return {
        "GEOMAP_DATABASE": f"sqlite:///{database_file}",
        "GEOMAP_GAZETTEER": str(small_index),
        "GEOMAP_DATA_DIR": str(tmp_path / "data"),
    }


@pytest.fixture
def geomap(
    environment: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """Runs one command in this process."""
    run = run_here(monkeypatch, capsys)
    return lambda *arguments, **settings: run(*arguments, **(environment | settings))


@pytest.fixture
def new_user(gazetteer_index: Path, tmp_path: Path) -> dict[str, str]:
    """The settings of a user with the shipped gazetteer and no database yet."""
    return {
        "GEOMAP_DATABASE": f"sqlite:///{tmp_path / 'new' / 'geomap.sqlite'}",
        "GEOMAP_GAZETTEER": str(gazetteer_index),
    }
