"""Fetch a page or a feed over HTTP, within bounds of address, size, time and kind."""

import socket
import ssl
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Timer
from urllib.parse import quote, urljoin

from geomap.errors import NotFetched
from geomap.imports.public_addresses import (
    LONGEST_SHOWN,
    SCHEMES,
    Resolve,
    Target,
    public_target,
    resolve_host,
)

PAGES = ("text/html", "application/xhtml+xml", "text/plain")
FEEDS = (
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
    *("application/xml", "text/xml"),
)
MOST_REDIRECTS = 5
_PIECE = 65_536
_OK, _NOT_MODIFIED, _TOO_MANY, _SERVER_ERRORS = 200, 304, 429, 500
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GZIP = 16 + zlib.MAX_WBITS
# What an address may hold as it stands; all else is written by its bytes.
_SAFE = "!#$%&'()*+,/:;=?@[]~-._"
Connect = Callable[[tuple[str, int], float], socket.socket]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is fetched, and from where."""

    largest: int = 5_000_000
    """Bytes of a body, packed and unpacked."""
    seconds: float = 30.0
    """For one answer, however slowly it comes."""
    ports: frozenset[int] = frozenset(SCHEMES.values())
    user_agent: str = "geomap"


@dataclass(frozen=True, slots=True)
class Known:
    """What the server gave with an earlier answer, for a conditional request (RFC 9110)."""

    etag: str = ""
    modified: str = ""

    def headers(self) -> dict[str, str]:
        """The conditions."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


@dataclass(frozen=True, slots=True)
class Answer:
    """A body and what the server says of it; `changed` is false for a 304, which has none."""

    url: str
    """After redirects."""
    body: bytes
    changed: bool = True
    media_type: str = ""
    charset: str | None = None
    known: Known = field(default_factory=Known)


class Fetcher:
    """Fetches public addresses; `resolve` and `connect` stand in for the network in tests."""

    def __init__(
        self,
        bounds: Bounds,
        resolve: Resolve = resolve_host,
        connect: Connect = socket.create_connection,
    ) -> None:
        self.bounds = bounds
        self._resolve = resolve
        self._connect = connect
        self._tls = ssl.create_default_context()

    def get(self, url: str, known: Known | None = None, kinds: tuple[str, ...] = ()) -> Answer:
        """Fetch an address of one of some media types; any without them.

        Each redirect is checked as the address itself is. Raises NotFetched with the reason.
        """
        conditions = (known or Known()).headers()
        for _ in range(MOST_REDIRECTS + 1):
            target = public_target(
                quote(url.partition("#")[0], safe=_SAFE), self.bounds.ports, self._resolve
            )
            with self._asked(target, conditions) as response:
                place = _location(response.headers)
                if response.status not in _REDIRECTS or not place:
                    return _answer(target, response, self.bounds.largest, kinds)
            url = urljoin(target.url, place)
        raise NotFetched(f"{url[:LONGEST_SHOWN]}: leads on and on, to other addresses.")

    @contextmanager
    def _asked(self, target: Target, conditions: Mapping[str, str]) -> Iterator[HTTPResponse]:
        """The answer of a server, cut off when its time is over."""
        shown = target.url[:LONGEST_SHOWN]
        late: list[bool] = []
        try:
            with closing(self._opened(target)) as line:
                timer = Timer(self.bounds.seconds, _cut, (line, late))
                timer.daemon = True
                timer.start()
                try:
                    if isinstance(line, ssl.SSLSocket):
                        line.do_handshake()
                    with closing(self._response(target, line, conditions)) as response:
                        yield response
                finally:
                    timer.cancel()
                if late:  # What was cut off looks like the end.
                    raise TimeoutError
        except ssl.SSLCertVerificationError as error:
            raise NotFetched(f"{shown}: its certificate is not valid.") from error
        except (OSError, HTTPException, ValueError) as error:
            if isinstance(error, NotFetched) and not late:
                raise
            slow = late or isinstance(error, TimeoutError)
            reason = f"took longer than {self.bounds.seconds:g} s" if slow else "broke off"
            raise NotFetched(f"{shown}: the answer {reason}.", temporary=True) from error

    def _opened(self, target: Target) -> socket.socket:
        line = self._connect((target.addresses[0], target.port), self.bounds.seconds)
        try:
            line.settimeout(self.bounds.seconds)
            if target.scheme == "https":
                return self._tls.wrap_socket(
                    line, server_hostname=target.host, do_handshake_on_connect=False
                )
        except BaseException:
            line.close()
            raise
        return line

    def _response(
        self, target: Target, line: socket.socket, conditions: Mapping[str, str]
    ) -> HTTPResponse:
        connection = HTTPConnection(target.host, target.port)
        connection.sock = line
        connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
        headers = {
            "Host": target.site,
            "User-Agent": self.bounds.user_agent,
            "Accept": ", ".join((*PAGES, *FEEDS, "*/*;q=0.1")),
            "Accept-Encoding": "gzip",
            "Connection": "close",
            **conditions,
        }
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        return connection.getresponse()


def _location(headers: Message) -> str:
    """Where a redirect leads. Servers write addresses in UTF-8, which HTTP hands on as bytes."""
    place = headers.get("Location", "")
    with suppress(UnicodeError):
        return place.encode("latin-1").decode("utf-8")
    return place


def _cut(line: socket.socket, late: list[bool]) -> None:
    late.append(True)
    with suppress(OSError):
        # Of the socket below: what is written on top of it must not wait for an answer.
        socket.socket.shutdown(line, socket.SHUT_RDWR)


def _answer(target: Target, response: HTTPResponse, largest: int, kinds: tuple[str, ...]) -> Answer:
    shown, headers = target.url[:LONGEST_SHOWN], response.headers
    known = Known(headers.get("ETag", "")[:1000], headers.get("Last-Modified", "")[:100])
    if response.status == _NOT_MODIFIED:
        return Answer(target.url, b"", changed=False, known=known)
    if response.status != _OK:
        temporary = response.status == _TOO_MANY or response.status >= _SERVER_ERRORS
        reason = f"{shown}: the server answers {response.status} {response.reason}".rstrip()
        raise NotFetched(f"{reason[:200]}.", temporary=temporary, wait=_wait(headers))
    media_type = headers.get_content_type() if "Content-Type" in headers else ""
    if kinds and media_type not in {"", *kinds}:
        hint = " a PDF; give its text" if media_type == "application/pdf" else f" {media_type[:60]}"
        raise NotFetched(f"{shown} is{hint}, no page or feed.")
    body = _body(response, shown, largest)
    return Answer(
        target.url,
        body,
        media_type=media_type,
        charset=headers.get_content_charset(),
        known=known,
    )


def _body(response: HTTPResponse, shown: str, largest: int) -> bytes:
    """The body, unpacked. Raises NotFetched for what is too large, however small it was packed."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing not in {"identity", "gzip", "x-gzip", ""}:
        raise NotFetched(f"{shown}: is packed in a way that was not asked for, {packing[:40]}.")
    unpacker = zlib.decompressobj(_GZIP) if "gzip" in packing else None
    body, came = bytearray(), 0
    while piece := response.read1(_PIECE):
        came += len(piece)
        if unpacker is None:
            body += piece
        else:
            try:
                body += unpacker.decompress(piece, largest + 1 - len(body))
            except zlib.error as error:
                raise NotFetched(f"{shown}: what it is packed in is damaged.") from error
        if max(came, len(body)) > largest:
            size = f"{largest / 1_000_000:g} MB"
            raise NotFetched(f"{shown}: is larger than {size} (GEOMAP_LARGEST_REPORT).")
    if response.length or (unpacker is not None and not unpacker.eof):
        raise NotFetched(f"{shown}: the answer broke off.", temporary=True)
    return bytes(body)


def _wait(headers: Message) -> float:
    """The seconds of Retry-After, which is a number or a date."""
    text = headers.get("Retry-After", "").strip()
    if text.isascii() and text.isdecimal() and len(text) < len("1000000"):
        return float(text)
    with suppress(ValueError, TypeError):
        until = parsedate_to_datetime(text)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    return 0.0
