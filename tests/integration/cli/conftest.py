"""The settings of a user, and a way to run geomap in this process."""

import sys
from pathlib import Path

import pytest

from geomap.cli import main
from tests.commands import Outcome, Run


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

    def run(*arguments: str | Path, **settings: str) -> Outcome:
        for name, value in (environment | settings).items():
            monkeypatch.setenv(name, value)
        monkeypatch.setattr(sys, "argv", ["geomap", *map(str, arguments)])
        code: object = 0
        try:
            main()
        except SystemExit as end:
            code = end.code
        said = capsys.readouterr()
        return Outcome(code if isinstance(code, int) else 0, said.out, said.err)

    return run


@pytest.fixture
def new_user(gazetteer_index: Path, tmp_path: Path) -> dict[str, str]:
    """The settings of a user with the shipped gazetteer and no database yet."""
    return {
        "GEOMAP_DATABASE": f"sqlite:///{tmp_path / 'new' / 'geomap.sqlite'}",
        "GEOMAP_GAZETTEER": str(gazetteer_index),
    }
