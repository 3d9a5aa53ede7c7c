"""Readers who read slowly, hang up or ask for too much, on a real server."""

import json
import socket
import sys
import time
import urllib.error
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.statements import Source, SourceKind
from geomap.services.atlases import prepare_database
from geomap.services.derived import rebuild
from geomap.storage.atlases import store_atlas
from geomap.storage.database import Database
from tests.comparing import make_atlas
from tests.events import make_event, make_place
from tests.serving import ROOT, environment_for, fetch, free_port, serving

EVENTS = 20_000
THREADS = 8
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def address(gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with a file of some 14 MB, far more than a socket holds back by itself."""
    folder = tmp_path_factory.mktemp("slow-readers")
    environment = environment_for(folder, free_port())
    database = Database(f"sqlite:///{environment['GEOMAP_DATA_DIR']}/geomap.sqlite")
    prepare_database(database, Rule())
    one = make_event("battle", "2014-06-10", source_id="reuters", summary="It was said. " * 40)
    atlas = make_atlas(
        [make_place("raqqa")],
        [],
        [replace(one, id=f"e{n}", place_id="raqqa") for n in range(EVENTS)],
    )
    source = Source("reuters", "Reuters", SourceKind.NEWS_AGENCY, Reliability.B, "")
    with database.writing() as session:
        store_atlas(session, replace(atlas, sources=(source,)), "test", "")
        rebuild(session, Rule())
    database.close()
    environment |= {"GEOMAP_GAZETTEER": str(gazetteer_index), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
    with serving(command, environment, folder) as served:
        yield served


def _asked(address: str, path: str) -> socket.socket:
    """A reader who has asked, and has not read a byte."""
    parts = urlsplit(address)
    reader = socket.socket()
    # A small window, as of a slow line.
    reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    reader.settimeout(PATIENCE_SECONDS)
    reader.connect((parts.hostname, parts.port))
    reader.sendall(f"GET {path} HTTP/1.0\r\nHost: {parts.netloc}\r\n\r\n".encode())
    return reader


def _read(reader: socket.socket) -> bytes:
    pieces = []
    while piece := reader.recv(1 << 16):
        pieces.append(piece)
    return b"".join(pieces)


def _soon(address: str, path: str) -> bytes:
    """The answer, as soon as there is room for another file."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            return fetch(f"{address}{path}")
        except urllib.error.HTTPError as refused:
            refused.close()
            if refused.code != HTTPStatus.SERVICE_UNAVAILABLE or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_slow_readers_keep_nobody_waiting_and_get_all(address: str) -> None:
    with ExitStack() as open_readers:
        slow = []
        for _ in range(THREADS + 2):
            _soon(address, "/events.csv?limit=1")
            slow.append(open_readers.enter_context(_asked(address, "/events.csv")))
        # More have asked than there are threads, and nobody has read: others are served still.
        assert json.loads(fetch(f"{address}/health"))["status"] == "ok"
        assert _soon(address, "/events.csv?limit=10").count(b"\r\n") == 11
        told = [_read(reader).partition(b"\r\n\r\n") for reader in slow]
    files = [body for head, _, body in told if head.split()[1] == b"200"]
    assert len(files) >= 4
    assert {body.count(b"\r\n") for body in files} == {EVENTS + 1}
    assert {head.split()[1] for head, _, _ in told} <= {b"200", b"503"}


def test_readers_who_hang_up_leave_room_for_others(address: str) -> None:
    for _ in range(2 * THREADS):
        with _asked(address, "/events.geojson") as reader:
            reader.recv(1000)
    document = json.loads(_soon(address, "/events.geojson"))
    assert document["numberReturned"] == len(document["features"]) == EVENTS


def test_asking_for_a_thousand_million_gives_what_there_is(address: str) -> None:
    page = json.loads(fetch(f"{address}/api/collections/events/items?limit=1000000000"))
    assert page["numberReturned"] == 10_000
    assert page["numberMatched"] == EVENTS
    assert _soon(address, "/events.csv?limit=1000000000").count(b"\r\n") == EVENTS + 1


def test_a_file_is_packed_for_those_who_can_unpack_it(address: str) -> None:
    parts = urlsplit(address)
    with socket.create_connection((parts.hostname, parts.port), PATIENCE_SECONDS) as reader:
        reader.sendall(b"GET /events.csv HTTP/1.0\r\nHost: here\r\nAccept-Encoding: br\r\n\r\n")
        head, _, body = _read(reader).partition(b"\r\n\r\n")
    assert b"content-encoding: br" in head.lower()
    assert len(body) < EVENTS * 100
