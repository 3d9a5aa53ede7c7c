"""A connection holds no more of a large answer than its reader has yet to fetch."""

import socket
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from waitress.adjustments import Adjustments

from geomap.cli.connections import MOST_IN_MEMORY, Connection

PIECE = b"x" * 500_000


@pytest.fixture
def pair() -> Iterator[tuple[Any, socket.socket]]:
    """A connection, and the socket of its reader."""
    ours, theirs = socket.socketpair()
    server: Any = SimpleNamespace(pull_trigger=lambda: None, active_channels={})
    connection = Connection(server, ours, ("", 0), Adjustments(outbuf_high_watermark=2**32), {})
    theirs.settimeout(0)
    yield connection, theirs
    connection.handle_close()
    theirs.close()


def held(connection: Any) -> int:
    """Bytes that stand in memory."""
    files = [one.buf.file for one in connection.outbufs if one.buf is not None]
    return sum(len(one.getvalue()) for one in files if hasattr(one, "getvalue"))


def read(reader: socket.socket) -> int:
    try:
        return len(reader.recv(10_000_000))
    except BlockingIOError:
        return 0


def test_of_what_a_quick_reader_has_nothing_is_kept(pair: tuple[Any, socket.socket]) -> None:
    connection, reader = pair
    got, most = 0, 0
    for _ in range(60):
        connection.write_soon(PIECE)
        while connection.total_outbufs_len > 200_000:
            got += read(reader)
            with connection.outbuf_lock:
                connection._flush_some()
        most = max(most, held(connection))
    assert got > 20_000_000
    assert most < MOST_IN_MEMORY + 3 * len(PIECE)


def test_what_a_slow_reader_has_not_fetched_is_one_file(pair: tuple[Any, socket.socket]) -> None:
    connection, reader = pair
    for _ in range(60):
        connection.write_soon(PIECE)
    assert held(connection) < MOST_IN_MEMORY
    assert len(connection.outbufs) <= 2
    got = 0
    while connection.total_outbufs_len or (last := read(reader)):
        got += read(reader) if connection.total_outbufs_len else last
        with connection.outbuf_lock:
            connection._flush_some()
    assert got == 60 * len(PIECE)
