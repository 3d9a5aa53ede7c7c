"""The worked examples, run as they stand against a real server, where there is the program."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

from geomap.web.docs import EXAMPLES, WRITTEN_FOR
from tests.serving import ROOT

SOURCES = ROOT / "templates" / "api" / "examples"


@dataclass(frozen=True, slots=True)
class Example:
    """How an example is run, what it needs, and what it must say."""

    command: str
    tool: str
    says: tuple[str, ...]

    @property
    def can_run(self) -> bool:
        if self.command == sys.executable:
            return find_spec(self.tool) is not None
        return shutil.which(self.tool) is not None


RUN = {
    "curl.sh": Example("sh", "curl", ("Raqqa", "304")),
    "httpx.py": Example(sys.executable, "httpx", ("2017-",)),
    "geopandas.py": Example(sys.executable, "geopandas", ("IS kept ",)),
    "gdal.sh": Example("sh", "ogr2ogr", ("Feature Count",)),
    "qgis.py": Example(sys.executable, "qgis", ("control periods",)),
    "sf.R": Example("Rscript", "Rscript", ("Raqqa",)),
    "fetch.mjs": Example("node", "node", ("sdf ",)),
}


def test_every_example_is_run() -> None:
    assert RUN.keys() == EXAMPLES.keys()


@pytest.mark.parametrize("file", EXAMPLES)
def test_an_example_runs_as_it_stands(file: str, live_server: str, tmp_path: Path) -> None:
    example = RUN[file]
    if not example.can_run:
        pytest.skip(f"{example.tool} is not installed here")
    # Not by the name of the file, or Python would take the script for the package.
    script = tmp_path / f"example{Path(file).suffix}"
    source = (SOURCES / f"{file}.txt").read_text(encoding="utf-8")
    script.write_text(source.replace(WRITTEN_FOR, live_server), encoding="utf-8")
    ended = subprocess.run(
        [example.command, str(script)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    for text in example.says:
        assert text in ended.stdout
