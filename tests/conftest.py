"""What all tests share: the index of the gazetteer, and a real geomap to ask over HTTP."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from tests.serving import ROOT, environment_for, free_port, serving

# A property test is slow on a busy machine now and then; that says nothing about the property.
hypothesis.settings.register_profile("geomap", deadline=None)
hypothesis.settings.load_profile("geomap")


@pytest.fixture(autouse=True)
def fresh_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No setting of the person who runs the tests counts, and their data folder is not touched."""
    for name in [name for name in os.environ if name.startswith("GEOMAP_") or name == "PORT"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.getbasetemp() / "data-home"))


@pytest.fixture(scope="session")
def gazetteer_index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The index of the whole shipped gazetteer, built once. Tests read it, never write it.

    Whoever runs tests often names one that is built already in TEST_GAZETTEER_INDEX.
    """
    if built := os.environ.get("TEST_GAZETTEER_INDEX"):
        return Path(built)
    # Imported here, so that tests of the domain run while the gazetteer is being worked on.
    from gazetteer.build import build_index  # noqa: PLC0415 - see the line above.

    path = tmp_path_factory.mktemp("gazetteer") / "gazetteer.sqlite"
    build_index(path)
    return path


@pytest.fixture(scope="session")
def live_server(gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a real `geomap serve` with the bundled atlas, such as http://127.0.0.1:40123."""
    folder = tmp_path_factory.mktemp("live-server")
    port = free_port()
    environment = environment_for(folder, port) | {
        "GEOMAP_GAZETTEER": str(gazetteer_index),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
    with serving(command, environment, folder) as address:
        yield address
