"""What all tests share: the index of the gazetteer, and a real geomap to ask over HTTP."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from filelock import FileLock

from tests.commands import COMMAND, BuiltGazetteer, Outcome, process_environment
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
def built_gazetteer(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> BuiltGazetteer:
    """The shipped gazetteer, built once by its command, however many processes run tests.

    Whoever runs tests often names an index that is built already in TEST_GAZETTEER_INDEX.
    """
    if built := os.environ.get("TEST_GAZETTEER_INDEX"):
        return BuiltGazetteer(Path(built), None)
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "shipped-gazetteer"
    folder.mkdir(exist_ok=True)
    index, said = folder / "gazetteer.sqlite", folder / "said.json"
    with FileLock(folder / "building.lock"):
        if not said.exists():
            command = [*COMMAND, "gazetteer", "build", "--output", str(index)]
            environment = process_environment({})
            build = subprocess.run(
                command, env=environment, check=False, capture_output=True, text=True
            )
            said.write_text(json.dumps([build.returncode, build.stdout, build.stderr]))
    return BuiltGazetteer(index, Outcome(*json.loads(said.read_text())))


@pytest.fixture(scope="session")
def gazetteer_index(built_gazetteer: BuiltGazetteer) -> Path:
    """The index of the whole shipped gazetteer. Tests read it, never write it."""
    assert built_gazetteer.path.exists(), built_gazetteer.outcome
    return built_gazetteer.path


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
