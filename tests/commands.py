"""Runs geomap as a user does, in this process or in one of its own, and says how it ended."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from geomap.cli import main
from tests.serving import ROOT

COMMAND = [sys.executable, "-c", "from geomap.cli import main; main()"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class BuiltGazetteer:
    """An index of the shipped gazetteer, and how the command ended that built it in this run."""

    path: Path
    outcome: Outcome | None


Run = Callable[..., Outcome]


def process_environment(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return kept | {"PYTHONPATH": str(ROOT)} | dict(settings)


def as_ordinary_user(command: Sequence[str]) -> list[str]:
    """The command without the powers of root, to whom no folder is read-only."""
    if os.geteuid() != 0:
        return list(command)
    return ["setpriv", "--bounding-set=-all", "--inh-caps=-all", *command]


def run_here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Give what runs one command in this process, with settings by name."""

    def run(*arguments: str | Path, **settings: str) -> Outcome:
        for name, value in settings.items():
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


def run_process(arguments: Sequence[str | Path], settings: Mapping[str, str]) -> Outcome:
    """Run one command as an ordinary user."""
    ended = subprocess.run(
        as_ordinary_user([*COMMAND, *map(str, arguments)]),
        env=process_environment(settings),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return Outcome(ended.returncode, ended.stdout, ended.stderr)
