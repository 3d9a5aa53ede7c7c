"""Run a Dockerfile in a scratch folder, where no container engine is at hand.

Usage: python -m scripts.run_dockerfile SCRATCH

Each stage is a folder. COPY copies from this project (with .dockerignore) or from another stage;
RUN lines run in order with the working folder and environment of their stage. A Python image is a
virtual environment, a Node.js image is the Node.js of this machine. USER and owners are not
imitated, so no privileges are needed. It proves that the lines work together, not that the base
images hold what they need.
"""

import fnmatch
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from scripts.node_tools import ROOT, install_node, node_of_wheel, node_on_path

# An absolute path in a RUN line would name this machine instead of the image.
ABSOLUTE_PATH = re.compile(r"(?:^|[\s=\"'])/(?!dev/null)\w")
# What the person at the terminal has set for their own Python must not reach the stages.
FOREIGN = ("PYTHON", "VIRTUAL_ENV", "GEOMAP_", "PORT")


class DockerfileError(Exception):
    """The Dockerfile has something that this script does not imitate."""


@dataclass(frozen=True)
class Instruction:
    """One instruction: its keyword, its `--flags` and the rest of its line."""

    keyword: str
    flags: dict[str, str]
    rest: str

    def words(self) -> list[str]:
        """Give the arguments, written as a JSON list or as words."""
        return list(json.loads(self.rest)) if self.rest.startswith("[") else shlex.split(self.rest)


@dataclass
class Stage:
    """One image on its way: a folder that stands for its root, and its settings."""

    root: Path
    environment: dict[str, str]
    workdir: str = "/"
    commands: dict[str, list[str]] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Give the place of a path of the image on this machine."""
        return self.root / os.path.normpath(Path(self.workdir, name)).lstrip("/")

    def run(self, command: Sequence[str]) -> None:
        """Run a command in the working folder of the stage."""
        subprocess.run(command, cwd=self.path("."), env=self.environment, check=True)


def parse(text: str) -> Iterator[Instruction]:
    """Read the instructions of a Dockerfile."""
    lines = [line for line in text.splitlines() if not line.lstrip().startswith("#")]
    joined = re.sub(r"\\\s*\n", " ", "\n".join(lines))
    for line in filter(None, map(str.strip, joined.splitlines())):
        keyword, _, rest = line.partition(" ")
        if "<<" in rest:
            raise DockerfileError(f"Here-documents are not imitated: {line}")
        flags: dict[str, str] = {}
        while match := re.match(r"\s*--([a-z-]+)(?:=(\S+))?\s+", rest):
            flags[match[1]] = match[2] or ""
            rest = rest[match.end() :]
        yield Instruction(keyword.upper(), flags, rest.strip())


def ignored(name: str, patterns: Sequence[str]) -> bool:
    """Say whether .dockerignore keeps a file away; the last pattern that matches decides."""
    parts = name.split("/")
    candidates = ["/".join(parts[: end + 1]) for end in range(len(parts))]
    verdict = False
    for pattern in patterns:
        bare = pattern.removeprefix("!").strip("/")
        # `**/` stands for any folders, none included.
        spellings = {bare, bare.removeprefix("**/")}
        if any(fnmatch.fnmatch(one, spelling) for one in candidates for spelling in spellings):
            verdict = not pattern.startswith("!")
    return verdict


class Build:
    """A run of a Dockerfile: `stages` grows until `image` is the last one."""

    def __init__(self, context: Path, scratch: Path) -> None:
        self.context = context
        self.scratch = scratch
        self.stages: dict[str, Stage] = {}
        ignore = context / ".dockerignore"
        lines = ignore.read_text(encoding="utf-8").splitlines() if ignore.exists() else []
        self.ignore = [line.strip() for line in lines if line.strip() and not line.startswith("#")]

    @property
    def image(self) -> Stage:
        """The stage that is being built, in the end the image."""
        return list(self.stages.values())[-1]

    def run(self) -> Stage:
        """Run the whole Dockerfile of the context and give its last stage."""
        for instruction in parse((self.context / "Dockerfile").read_text(encoding="utf-8")):
            print(f"{instruction.keyword} {instruction.rest}", flush=True)
            self.apply(instruction)
        return self.image

    def apply(self, instruction: Instruction) -> None:
        """Carry out one instruction."""
        method = getattr(self, f"_{instruction.keyword.lower()}", None)
        if method is None:
            raise DockerfileError(f"{instruction.keyword} is not imitated.")
        method(instruction)

    def _from(self, instruction: Instruction) -> None:
        base, *rest = instruction.words()
        name = rest[1] if rest else str(len(self.stages))
        root = self.scratch / name
        root.mkdir(parents=True)
        environment = {
            key: value for key, value in os.environ.items() if not key.startswith(FOREIGN)
        }
        if base in self.stages:
            raise DockerfileError("A stage that starts from another stage is not imitated.")
        tools = root / "usr" / "local" / "bin"
        if base.startswith("python:"):
            subprocess.run([sys.executable, "-m", "venv", tools.parent], check=True)
        elif base.startswith("node:"):
            provide_node(tools)
        else:
            raise DockerfileError(f"The base image {base} is not imitated.")
        environment["PATH"] = os.pathsep.join([str(tools), os.environ.get("PATH", os.defpath)])
        self.stages[name] = Stage(root, environment)

    def _workdir(self, instruction: Instruction) -> None:
        self.image.workdir = str(Path(self.image.workdir, instruction.rest))
        self.image.path(".").mkdir(parents=True, exist_ok=True)

    def _env(self, instruction: Instruction) -> None:
        for word in instruction.words():
            name, _, value = word.partition("=")
            value = Template(value).safe_substitute(self.image.environment)
            # A folder of the image is a folder below the root of the stage.
            value = str(self.image.path(value)) if value.startswith("/") else value
            self.image.environment[name] = value

    def _run(self, instruction: Instruction) -> None:
        if ABSOLUTE_PATH.search(instruction.rest):
            raise DockerfileError(
                f"An absolute path would leave the scratch folder: {instruction.rest}"
            )
        json_form = instruction.rest.startswith("[")
        self.image.run(instruction.words() if json_form else ["/bin/sh", "-c", instruction.rest])

    def _copy(self, instruction: Instruction) -> None:
        *sources, target = instruction.words()
        destination = self.image.path(target)
        into_folder = target.endswith("/") or len(sources) > 1
        stage = instruction.flags.get("from")
        for source in sources:
            root = self.stages[stage].root if stage else self.context
            found = sorted(root.glob(source.lstrip("/")))
            found = [one for one in found if stage or not ignored(source, self.ignore)]
            if not found:
                raise DockerfileError(f"COPY finds no {source}.")
            for path in found:
                self._copy_one(path, destination / path.name if into_folder else destination, stage)

    def _copy_one(self, path: Path, destination: Path, stage: str | None) -> None:
        if path.is_dir():
            ignore = None if stage else self._ignored_in
            shutil.copytree(path, destination, symlinks=True, dirs_exist_ok=True, ignore=ignore)
        else:
            destination.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, destination)

    def _ignored_in(self, folder: str, names: list[str]) -> set[str]:
        base = Path(folder).relative_to(self.context)
        return {name for name in names if ignored((base / name).as_posix(), self.ignore)}

    def _command(self, instruction: Instruction) -> None:
        self.image.commands[instruction.keyword] = instruction.words()

    _entrypoint = _cmd = _command

    def _healthcheck(self, instruction: Instruction) -> None:
        keyword, _, rest = instruction.rest.partition(" ")
        if keyword != "CMD":
            raise DockerfileError("Only HEALTHCHECK CMD is imitated.")
        self._command(Instruction("HEALTHCHECK", instruction.flags, rest.strip()))

    def _nothing(self, instruction: Instruction) -> None:
        """Skip what only a container has."""

    _user = _volume = _expose = _nothing


def provide_node(folder: Path) -> None:
    """Put `node` and `npm` into a folder."""
    node = node_on_path() or node_of_wheel() or install_node()
    folder.mkdir(parents=True)
    for name, command in (("node", (str(node.program),)), ("npm", node.npm)):
        script = folder / name
        script.write_text(f'#!/bin/sh\nexec {shlex.join(command)} "$@"\n', encoding="utf-8")
        script.chmod(0o755)


def main(arguments: list[str]) -> int:
    """Run the Dockerfile of this project in the scratch folder that is named."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        image = Build(ROOT, Path(arguments[0]).resolve()).run()
    except (DockerfileError, subprocess.CalledProcessError) as error:
        print(error, file=sys.stderr)
        return 1
    print(f"The image is in {image.root}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
