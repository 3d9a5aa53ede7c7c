"""/api/changes/stream: news at once, nobody blocked, nothing left behind by who hangs up."""

import json
import socket
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient

from geomap.app import create_app
from geomap.cli.dispatcher import MOST_LISTENERS
from geomap.domain.rights import Right
from geomap.services.following import HEARTBEAT_SECONDS, Listeners, Newest
from geomap.services.tokens import add_token
from geomap.settings import Settings
from geomap.storage.database import Database
from geomap.web.answers import Service
from tests.serving import ROOT, environment_for, fetch, free_port, serving
from tests.writing import NEW, PATH, TAKING, token_for

STREAM = "/api/changes/stream"
OLD = Newest("0123456789ab", 1)


# ---------------------------------------------------------- who listens, without a server


def test_one_look_serves_all_who_listen() -> None:
    looks: list[None] = []

    def look() -> Newest:
        looks.append(None)
        return Newest("0123456789ab", 2)

    listeners = Listeners(look, 50)
    all_of_them = [listeners.listen(OLD) for _ in range(50)]
    for one in all_of_them:
        assert one is not None
        assert next(one.news(bool)) == Newest("0123456789ab", 2)
        one.leave()
    assert len(looks) <= 5
    assert listeners.count == 0


def test_there_is_room_for_so_many_and_again_after_one_has_left() -> None:
    listeners = Listeners(lambda: OLD, 2)
    first, second = listeners.listen(OLD), listeners.listen(OLD)
    assert first is not None
    assert second is not None
    assert listeners.listen(OLD) is None
    first.leave()
    first.leave()
    assert listeners.count == 1
    assert listeners.listen(OLD) is not None
    listeners.close()


def test_who_is_sent_away_goes_at_once() -> None:
    listeners = Listeners(lambda: OLD, 1)
    listener = listeners.listen(OLD)
    assert listener is not None
    listeners.close()
    began = time.monotonic()
    assert list(listener.news(bool)) == []
    assert time.monotonic() - began < 1
    assert listeners.listen(OLD) is None


def test_who_is_gone_is_waited_for_no_longer() -> None:
    listeners = Listeners(lambda: OLD, 1)
    listener = listeners.listen(OLD)
    assert listener is not None
    answers = iter([False, True])
    assert list(listener.news(lambda: next(answers))) == []
    listener.leave()


# --------------------------------------------------- a server that has no room for anybody


def test_without_room_an_answer_tells_what_is_new_and_ends(client: FlaskClient) -> None:
    client.put(PATH, json=TAKING, headers=token_for(client.application) | NEW)
    answer = client.get(f"{STREAM}?since=1")
    assert answer.mimetype == "text/event-stream"
    retry, event, rest = answer.text.split("\n\n")
    assert (retry, rest) == ("retry: 30000", "")
    assert json.loads(event.splitlines()[2].removeprefix("data: "))["revision"] == 2
    assert client.get(f"{STREAM}?since=2").text == "retry: 30000\n\n"
    assert client.get(STREAM).text == "retry: 30000\n\n"


def test_who_comes_back_is_told_what_came_since(client: FlaskClient) -> None:
    client.put(PATH, json=TAKING, headers=token_for(client.application) | NEW)
    seen = client.get(f"{STREAM}?since=1").text.split("id: ")[1].splitlines()[0]
    assert client.get(STREAM, headers={"Last-Event-ID": seen}).text == "retry: 30000\n\n"
    other = "0" * 12 + ".2"
    assert f"id: {seen}\n" in client.get(STREAM, headers={"Last-Event-ID": other}).text


@pytest.mark.parametrize("sent", ["x", "1", "\u00e9", "0" * 5000, "0123456789ab.-1"])
def test_a_last_event_that_is_none_of_ours_is_nothing_seen(client: FlaskClient, sent: str) -> None:
    answer = client.get(f"{STREAM}?since=0", headers={"Last-Event-ID": sent})
    assert "event: revision" in answer.text


def test_head_takes_no_place(database_file: Path) -> None:
    app = create_app(Settings(database=f"sqlite:///{database_file}"), most_listeners=1)
    for _ in range(3):
        answer = app.test_client().head(STREAM)
        assert (answer.status_code, answer.mimetype, answer.data) == (200, "text/event-stream", b"")
    service: Service = app.extensions["geomap"]
    service.database.close()


# -------------------------------------------------------------------------- a real server


@pytest.fixture
def server(filled_file: Path, gazetteer_index: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """The address of a real `geomap serve` over a copy of the small atlas, and its database."""
    path = tmp_path / "geomap.sqlite"
    path.write_bytes(filled_file.read_bytes())
    environment = environment_for(tmp_path, free_port()) | {
        "GEOMAP_DATABASE": f"sqlite:///{path}",
        "GEOMAP_GAZETTEER": str(gazetteer_index),
        "PYTHONPATH": str(ROOT),
    }
    command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
    with serving(command, environment, tmp_path) as address:
        yield address, path


@contextmanager
def listening(address: str, query: str = "") -> Iterator[socket.socket]:
    parts = urlsplit(address)
    assert parts.hostname is not None
    with socket.create_connection((parts.hostname, parts.port or 80), timeout=60) as connection:
        head = f"GET {STREAM}{query} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n"
        connection.sendall(head.encode())
        yield connection


def read_until(connection: socket.socket, wanted: bytes) -> bytes:
    received = b""
    while wanted not in received:
        part = connection.recv(4096)
        assert part, f"the stream ended after {received!r}"
        received += part
    return received


def add_revision(path: Path, note: str) -> None:
    """A revision that another process makes."""
    database = Database(f"sqlite:///{path}")
    with database.writing() as session:
        add_token(session, note, Right.EDIT)
    database.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO revision (number, created, author, note)"
            " SELECT max(number) + 1, max(created), 'somebody', ? FROM revision",
            (note,),
        )
        connection.execute("UPDATE derived SET revision = revision + 1")


def test_a_revision_of_another_process_is_told_within_seconds(server: tuple[str, Path]) -> None:
    address, path = server
    with listening(address) as connection:
        read_until(connection, b"retry: 5000\n\n")
        began = time.monotonic()
        add_revision(path, "from elsewhere")
        event = read_until(connection, b"event: revision")
        assert time.monotonic() - began < HEARTBEAT_SECONDS
    assert b"Content-Length" not in event


def test_listeners_by_the_hundred_block_nobody(server: tuple[str, Path]) -> None:
    address, _path = server
    with ExitStack() as stack:
        connections = [stack.enter_context(listening(address)) for _ in range(MOST_LISTENERS + 30)]
        kept = [read_until(one, b"000\n\n") for one in connections]
        assert sum(b"30000" in one for one in kept) == 30
        began = time.monotonic()
        for _ in range(20):
            fetch(f"{address}/health")
        assert time.monotonic() - began < HEARTBEAT_SECONDS


def test_who_hangs_up_makes_room(server: tuple[str, Path]) -> None:
    address, _path = server
    with ExitStack() as stack:
        for _ in range(MOST_LISTENERS):
            read_until(stack.enter_context(listening(address)), b"retry: ")
        with listening(address) as connection:
            read_until(connection, b"retry: 30000\n\n")
    deadline = time.monotonic() + HEARTBEAT_SECONDS
    while True:
        with listening(address) as connection:
            if b"retry: 5000" in read_until(connection, b"000\n\n"):
                return
        assert time.monotonic() < deadline
        time.sleep(0.2)
