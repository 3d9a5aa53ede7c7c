"""The scripts of the set-up choose the right programs; what they would install is only recorded."""

import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts import browser, node_tools
from tests.serving import ROOT

Program = Callable[[str, str], Path]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    """Puts a shell script on a PATH that holds nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name: str, body: str) -> Path:
        path = folder / name
        path.write_text(f"#!/bin/sh\n{body}\n")
        path.chmod(0o755)
        return path

    return put


def test_node_on_path_is_used_when_it_is_recent(program: Program) -> None:
    node, npm = program("node", "echo v20.19.0"), program("npm", "")
    assert node_tools.node_on_path() == node_tools.Node(node, (str(npm),))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param("echo v20.18.9", id="too old"),
        pytest.param("echo v18.20.0", id="far too old"),
        pytest.param("exit 1", id="broken"),
    ],
)
def test_node_on_path_is_passed_over_when_it_will_not_do(program: Program, answer: str) -> None:
    program("node", answer)
    program("npm", "")
    assert node_tools.node_on_path() is None


def test_node_without_npm_is_passed_over(program: Program) -> None:
    program("node", "echo v22.1.0")
    assert node_tools.node_on_path() is None


def test_tools_of_the_page_run_on_the_chosen_node(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(node_tools, "ROOT", tmp_path)
    script = tmp_path / "node_modules" / "eslint" / "eslint.js"
    link = tmp_path / "node_modules" / ".bin" / "eslint"
    for path in (script, link):
        path.parent.mkdir(parents=True)
    script.touch()
    link.symlink_to(script)
    node = node_tools.Node(Path("/opt/node"), ("npm",))
    assert node_tools.command_for(node, "eslint") == ["/opt/node", str(script)]
    assert node_tools.command_for(node, "npm") == ["npm"]
    with pytest.raises(SystemExit, match="stylelint is not in node_modules"):
        node_tools.command_for(node, "stylelint")


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome"])
def test_a_browser_on_path_is_found(program: Program, name: str) -> None:
    path = program(name, "")
    assert browser.find_browser() == path


def test_debian_installs_its_own_browser(
    program: Program, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(browser, "playwright_browser", lambda: None)
    monkeypatch.setattr(browser, "is_root_on_debian", lambda: True)
    # Installs a browser the moment it is asked to.
    place = Path(os.environ["PATH"], "chromium")
    install = f"{{ : > {place}; /bin/chmod +x {place}; }}"
    program("apt-get", f'echo "apt-get $*"; [ "$1" = update ] || {install}')
    assert browser.main(["--install"]) == 0
    output = capfd.readouterr()
    assert "apt-get update" in output.out + output.err
    assert output.out.splitlines()[-1] == str(place)


def test_other_systems_ask_playwright_for_a_browser(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    monkeypatch.setattr(browser, "playwright_browser", lambda: None)
    monkeypatch.setattr(browser, "is_root_on_debian", lambda: False)
    monkeypatch.setattr(sys, "executable", str(program("python", f'echo "$*" > {said}')))
    assert browser.main(["--install"]) == 1
    assert said.read_text() == "-m playwright install chromium\n"


def test_a_missing_browser_is_said_plainly(
    program: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program("other", "")
    monkeypatch.setattr(browser, "playwright_browser", lambda: None)
    assert browser.main([]) == 1
    assert "make browser" in capsys.readouterr().err


def test_make_help_lists_every_command() -> None:
    lines = subprocess.run(
        ["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    listed = [line.split()[1] for line in lines if line.startswith("  make ")]
    daily = ["help", "run", "test", "check", "bench", "bench-peers"]
    assert listed == [*daily, "screenshots", "install", "clean"]


@pytest.mark.parametrize(
    "name", [*sorted(path.name for path in ROOT.glob("requirements*.lock")), "package-lock.json"]
)
def test_lock_files_hold_hashes_and_no_download_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    for address in ("--index-url", "--find-links", '"resolved"', "file://", ".whl", ".tgz"):
        assert address not in text
    if name.endswith(".lock"):
        assert "://" not in text
        pinned = [line for line in text.splitlines() if "==" in line and not line.startswith(" ")]
        assert pinned
        assert text.count("--hash=sha256:") >= len(pinned)


@pytest.mark.parametrize(
    ("group", "lock"),
    [
        ("", "requirements.lock"),
        ("", "requirements-dev.lock"),
        ("build", "requirements-build.lock"),
        ("dev", "requirements-dev.lock"),
        ("node", "requirements-node.lock"),
    ],
)
def test_every_dependency_is_locked(group: str, lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = project["dependency-groups"][group] if group else project["project"]["dependencies"]
    names = {re.split(r"[<>=~]", one)[0] for one in wanted if isinstance(one, str)}
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = re.findall(r"^([a-z0-9.-]+)==", text, re.MULTILINE)
    assert names - set(locked) == set()
