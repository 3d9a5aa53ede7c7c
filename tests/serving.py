"""Starts geomap as a user does, as a process of its own, and stops it again."""

import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Long enough for a first start, which builds the index of the gazetteer and loads the atlas.
PATIENCE_SECONDS = 110
# Nothing of the person who runs the tests may leak into the server: no settings, no search paths.
KEPT = ("PATH", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT")


def free_port() -> int:
    """A port on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def environment_for(home: Path, port: int) -> dict[str, str]:
    """The environment of a fresh user with an empty home folder."""
    kept = {name: os.environ[name] for name in KEPT if name in os.environ}
    return kept | {
        "HOME": str(home),
        "GEOMAP_DATA_DIR": str(home / "geomap-data"),
        "GEOMAP_HOST": "127.0.0.1",
        "GEOMAP_PORT": str(port),
    }


def fetch(address: str) -> bytes:
    """Get a document; an answer that is an error raises urllib.error.HTTPError."""
    with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - loopback only.
        body: bytes = answer.read()
    return body


@contextmanager
def serving(
    command: Sequence[str | Path], environment: Mapping[str, str], folder: Path
) -> Iterator[str]:
    """Run a server until the block ends and give its address once it answers."""
    with running(command, environment, folder) as (address, _process):
        yield address


@contextmanager
def running(
    command: Sequence[str | Path], environment: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """As `serving`, with the process, for a test that ends it otherwise."""
    address = f"http://127.0.0.1:{environment['GEOMAP_PORT']}"
    log = folder / "server.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _wait_until_healthy(address, process, log)
        yield address, process
    finally:
        _stop(process)


def _wait_until_healthy(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            fetch(f"{address}/health")
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    state = "is still starting" if process.poll() is None else f"ended with {process.returncode}"
    raise AssertionError(f"The server {state}. It said:\n{log.read_text(errors='replace')}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        # Not SIGINT: a shell makes what it starts in the background deaf to it.
        process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise
