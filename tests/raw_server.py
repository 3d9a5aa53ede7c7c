"""A server of raw bytes on loopback, and a Fetcher to which every host is that server.

Tests of fetching need answers that no well-kept server gives. The host `inside.example` has a
private address, every other one a public address that is reached on loopback.
"""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from geomap.imports.fetching import Bounds, Fetcher

PUBLIC = "93.184.215.14"
Reply = bytes | Callable[[socket.socket], None]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; a header is named with _ for -, and left out when it is empty."""
    named = {"Content_Type": "text/html", "Content_Length": str(len(body))} | headers
    lines = [f"{name.replace('_', '-')}: {value}" for name, value in named.items() if value]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode() + body


def redirect(to: str) -> bytes:
    return answer(status="302 Found", Location=to)


@dataclass
class RawServer:
    """What is answered by path, and the requests that came, as text."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    requests: list[str] = field(default_factory=list)

    def fetcher(self, **bounds: float | str) -> Fetcher:
        def connect(_address: tuple[str, int], timeout: float) -> socket.socket:
            return socket.create_connection(("127.0.0.1", self.port), timeout)

        def resolve(host: str, _port: int) -> list[str]:
            return ["10.0.0.1" if host == "inside.example" else PUBLIC]

        given: dict[str, Any] = {"largest": 10_000, "seconds": 5.0, **bounds}
        return Fetcher(Bounds(**given), resolve, connect)

    def paths(self) -> list[str]:
        """The paths that were asked for, in their order."""
        return [request.split(" ")[1] for request in self.requests]

    def serve(self, line: socket.socket) -> None:
        with line, suppress(OSError):
            request = b""
            while b"\r\n\r\n" not in request and (piece := line.recv(4096)):
                request += piece
            if not request:
                return
            self.requests.append(request.decode("latin-1"))
            reply = self.replies.get(
                self.requests[-1].split(" ")[1], answer(status="404 Not Found")
            )
            if callable(reply):
                reply(line)
            else:
                line.sendall(reply)


@contextmanager
def raw_server() -> Iterator[RawServer]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = RawServer(listener.getsockname()[1])

        def listen() -> None:
            with suppress(OSError):
                while True:
                    line, _address = listener.accept()
                    threading.Thread(target=server.serve, args=(line,), daemon=True).start()

        threading.Thread(target=listen, daemon=True).start()
        yield server
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
