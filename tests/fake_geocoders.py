"""A server on this machine that answers as Nominatim and Photon do, and fails on demand."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Json = dict[str, Any]

NOMINATIM = [
    {
        "osm_type": "node",
        "osm_id": 101,
        "lat": "35.5",
        "lon": "40.5",
        "display_name": "Zzyzxville, Somewhere, Syria",
        "name": "Zzyzxville",
        "addresstype": "village",
        "address": {"state": "Deir ez-Zor", "country_code": "sy"},
    }
]
PHOTON = {
    "features": [
        {
            "geometry": {"coordinates": [40.5, 35.5]},
            "properties": {
                "osm_type": "N", "osm_id": 102, "name": "Zzyzxville", "countrycode": "SY",
                "osm_value": "hamlet", "state": "Deir ez-Zor",
            },
        }
    ]
}  # fmt: skip


@dataclass
class FakeGeocoders:
    """What it is asked, and how it answers: a status, a body, after some seconds."""

    address: str = ""
    status: int = 200
    body: Any = None
    delay: float = 0.0
    asked: list[tuple[str, Json, str, float]] = field(default_factory=list)

    def answer(self, path: str) -> bytes:
        body = self.body
        if body is None:
            body = NOMINATIM if path.endswith("/search") else PHOTON
        return body if isinstance(body, bytes) else json.dumps(body).encode()

    @property
    def names(self) -> list[str]:
        return [query["q"] for _path, query, _agent, _time in self.asked]


@contextmanager
def fake_geocoders() -> Iterator[FakeGeocoders]:
    """Serve on a free port of the loopback until the block ends."""
    fake = FakeGeocoders()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            agent = self.headers["User-Agent"]
            fake.asked.append((parts.path, query, agent, time.monotonic()))
            time.sleep(fake.delay)
            body = fake.answer(parts.path)
            self.send_response(fake.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name.
            """Say nothing."""

        def handle(self) -> None:
            try:
                super().handle()
            except (BrokenPipeError, ConnectionResetError):
                return  # Whoever asked did not wait.

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
