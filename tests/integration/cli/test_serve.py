"""`geomap serve`: one address, taken at once, left cleanly."""

import json
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.commands import COMMAND, Run, process_environment
from tests.serving import fetch, free_port, serving

READY = "geomap is ready on "


@pytest.fixture
def settings(database_file: Path, gazetteer_index: Path) -> dict[str, str]:
    """A database with the small atlas, and the shipped gazetteer."""
    return {
        "GEOMAP_DATABASE": f"sqlite:///{database_file}",
        "GEOMAP_GAZETTEER": str(gazetteer_index),
    }


@contextmanager
def started(settings: dict[str, str], *options: str) -> Iterator[subprocess.Popen[str]]:
    # Who runs the tests in the background of a shell ignores this signal, and so would the server.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [*COMMAND, "serve", *options],
        env=process_environment(settings),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
        signal.signal(signal.SIGINT, before)


def address_of(process: subprocess.Popen[str]) -> str:
    """The address that the server prints once it is ready."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith(READY), line
    return line.removeprefix(READY).strip().rstrip("/")


def answers(port: int) -> bool:
    """Whether somebody listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def taken_port() -> Iterator[int]:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port: int = other.getsockname()[1]
        yield port


@pytest.mark.parametrize("sign", [signal.SIGTERM, signal.SIGINT])
def test_a_server_that_is_told_to_stop_ends_cleanly(
    settings: dict[str, str], sign: signal.Signals
) -> None:
    with started(settings, "--port", "0") as process:
        address = address_of(process)
        assert json.loads(fetch(f"{address}/health"))["atlas"] == "test-war"
        process.send_signal(sign)
        _out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")


def test_the_port_is_free_again_at_once(settings: dict[str, str]) -> None:
    port = free_port()
    for _ in range(2):
        with started(settings, "--port", str(port)) as process:
            fetch(f"{address_of(process)}/health")
            process.terminate()
            process.communicate(timeout=20)


@pytest.mark.parametrize("name", ["GEOMAP_PORT", "PORT"])
def test_the_port_may_come_from_the_environment(settings: dict[str, str], name: str) -> None:
    port = free_port()
    with started(settings | {name: str(port)}) as process:
        assert address_of(process) == f"http://127.0.0.1:{port}"


def test_a_port_in_use_is_refused_in_one_line(geomap: Run) -> None:
    with taken_port() as port:
        outcome = geomap("serve", "--port", str(port))
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        f"geomap: Port {port} of 127.0.0.1 is in use; stop the other program or choose another"
        " port with --port.\n"
    )


def test_a_second_server_is_refused_while_the_first_still_prepares(
    settings: dict[str, str], geomap: Run
) -> None:
    port = str(free_port())
    with started(settings, "--port", port):
        while not answers(int(port)):
            time.sleep(0.01)
        outcome = geomap("serve", "--port", port)
    assert "is in use" in outcome.err


@pytest.mark.parametrize(
    "host",
    [
        pytest.param("192.0.2.1", id="address of another machine"),
        pytest.param("x" * 70, id="no name at all"),
    ],
)
def test_an_address_that_is_not_ours_is_refused_in_one_line(geomap: Run, host: str) -> None:
    outcome = geomap("serve", "--host", host, "--port", "0")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert outcome.err.startswith(f"geomap: Cannot listen on {host}, port 0: ")


def test_an_empty_database_is_given_the_bundled_atlas(live_server: str) -> None:
    assert json.loads(fetch(f"{live_server}/health"))["atlas"] == "isis-campaign"


def test_a_second_start_keeps_what_is_there(settings: dict[str, str], tmp_path: Path) -> None:
    environment = process_environment(settings) | {"GEOMAP_PORT": str(free_port())}
    for _ in range(2):
        with serving([*COMMAND, "serve"], environment, tmp_path) as address:
            assert json.loads(fetch(f"{address}/health"))["revision"] == 1


def test_a_damaged_database_ends_the_start_in_one_line(
    settings: dict[str, str], geomap: Run, database_file: Path
) -> None:
    database_file.write_text("Dear reader, this is no database. " * 100)
    outcome = geomap("serve", "--port", "0", **settings)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)


def test_the_server_needs_nothing_of_the_folder_it_is_started_in(
    settings: dict[str, str], tmp_path: Path
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    environment = process_environment(settings) | {"GEOMAP_PORT": str(free_port())}
    with serving([*COMMAND, "serve"], environment, empty) as address:
        assert b"<html" in fetch(f"{address}/")
    assert [path.name for path in empty.iterdir()] == ["server.log"]


REFUSED = [
    ("POST /api/proposals HTTP/1.1\r\nContent-Length: 5000000\r\n\r\n", 413, "4 MiB"),
    # Not a byte more, which would not be read before the connection ends.
    ("GET /".ljust(256 * 1024, "x"), 431, "256 KiB"),
    ("POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501, "chunked"),
    ("POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400, "HTTP/1.1"),
]


def test_what_the_server_refuses_itself_is_a_problem_too(settings: dict[str, str]) -> None:
    with started(settings, "--port", "0") as process:
        port = int(address_of(process).rstrip("/").rpartition(":")[2])
        for head, status, said in REFUSED:
            with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
                connection.sendall(head.encode())
                received = b"".join(iter(lambda: connection.recv(65536), b"")).decode()
            headers, _, body = received.partition("\r\n\r\n")
            problem = json.loads(body)
            assert f" {status} " in headers.splitlines()[0]
            assert "Content-Type: application/problem+json" in headers
            assert problem["status"] == status
            assert said in problem["detail"]
