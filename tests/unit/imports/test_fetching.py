"""What is fetched is bounded in size, time and kind, and never comes from inside."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from geomap.errors import NotFetched
from geomap.imports.fetching import PAGES, Known
from tests.raw_server import RawServer, answer, raw_server, redirect

SITE = "http://paper.example"


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as running:
        yield running


def refusal(server: RawServer, url: str = f"{SITE}/", **bounds: float) -> NotFetched:
    with pytest.raises(NotFetched) as found:
        server.fetcher(**bounds).get(url, kinds=PAGES)
    return found.value


def test_a_page_is_fetched_with_what_the_server_says_of_it(server: RawServer) -> None:
    kind = "text/html; charset=windows-1256"
    server.replies["/a?b=c"] = answer(b"Raqqa", Content_Type=kind, ETag='"1"', Last_Modified="Tue")
    found = server.fetcher(user_agent="geomap/1 (+us)").get(f"{SITE}/a?b=c#d", kinds=PAGES)
    assert (found.body, found.media_type, found.charset) == (b"Raqqa", "text/html", "windows-1256")
    assert (found.url, found.known) == (f"{SITE}/a?b=c", Known('"1"', "Tue"))
    (request,) = server.requests
    assert "Host: paper.example\r\n" in request
    assert "User-Agent: geomap/1 (+us)\r\n" in request


def test_a_page_that_has_not_changed_is_not_sent_again(server: RawServer) -> None:
    server.replies["/"] = answer(status="304 Not Modified", ETag='"1"')
    found = server.fetcher().get(f"{SITE}/", Known('"1"', "Tue, 17 Oct 2017 12:00:00 GMT"))
    assert (found.changed, found.body) == (False, b"")
    assert 'If-None-Match: "1"\r\n' in server.requests[0]
    assert "If-Modified-Since: Tue, 17 Oct 2017 12:00:00 GMT\r\n" in server.requests[0]


def test_a_redirect_is_followed(server: RawServer) -> None:
    server.replies |= {"/old": redirect("/new?a=é b"), "/new?a=%C3%A9%20b": answer(b"Raqqa")}
    assert server.fetcher().get(f"{SITE}/old").url == f"{SITE}/new?a=%C3%A9%20b"


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("http://inside.example/", "is no public host"),
        ("//inside.example/secrets", "is no public host"),
        ("http://paper.example:22/", "port 22 is not fetched from"),
        ("file:///etc/passwd", "only addresses with http"),
        ("http://user:secret@paper.example/", "a user's name"),
    ],
)
def test_a_redirect_is_checked_as_the_address_itself(
    server: RawServer, to: str, words: str
) -> None:
    server.replies["/"] = redirect(to)
    assert words in str(refusal(server))
    assert server.paths() == ["/"]


def test_redirects_end(server: RawServer) -> None:
    server.replies["/"] = redirect("/")
    assert "leads on and on" in str(refusal(server))
    assert len(server.requests) == 6


# ----------------------------------------------------------------------------- how much


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(answer(b"a" * 10_001), id="as it says"),
        pytest.param(answer(b"a" * 10_001, Content_Length=""), id="without saying so"),
        pytest.param(
            answer(gzip.compress(b"a" * 5_000_000), Content_Encoding="gzip"), id="packed small"
        ),
    ],
)
def test_what_is_too_large_is_refused(server: RawServer, reply: bytes) -> None:
    server.replies["/"] = reply
    assert "is larger than 0.01 MB" in str(refusal(server))


def test_what_is_just_as_large_as_allowed_is_fetched(server: RawServer) -> None:
    server.replies["/"] = answer(gzip.compress(b"a" * 10_000), Content_Encoding="gzip")
    assert server.fetcher().get(f"{SITE}/").body == b"a" * 10_000


def dripping(piece: bytes) -> Callable[[socket.socket], None]:
    def drip(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n")
        while True:
            line.sendall(piece)
            threading.Event().wait(0.02)

    return drip


@pytest.mark.parametrize("piece", [b"X-Slow: 1\r\n", b"x"], ids=["lines of a head", "one line"])
def test_an_answer_that_drips_is_cut_off(server: RawServer, piece: bytes) -> None:
    server.replies["/"] = dripping(piece)
    found = refusal(server, seconds=0.2)
    assert found.temporary


def test_a_body_that_drips_is_cut_off_and_not_taken_for_whole(server: RawServer) -> None:
    def drip(line: socket.socket) -> None:
        line.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            line.sendall(b"a")
            threading.Event().wait(0.02)

    server.replies["/"] = drip
    assert "took longer than 0.2 s" in str(refusal(server, seconds=0.2))


def test_a_server_that_says_nothing_is_left(server: RawServer) -> None:
    over = threading.Event()

    def wait(_line: socket.socket) -> None:
        over.wait(5)

    server.replies["/"] = wait
    assert "took longer than 0.2 s" in str(refusal(server, seconds=0.2))
    over.set()


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"HTTP/1.1 ", id="half a line"),
        pytest.param(b"Hello\r\n\r\n", id="another protocol"),
        pytest.param(answer(b"Raqqa", Content_Length="99"), id="half a body"),
        pytest.param(
            answer(b"5\r\nRaq", Transfer_Encoding="chunked", Content_Length=""), id="half a chunk"
        ),
        pytest.param(
            answer(gzip.compress(b"Raqqa" * 99)[:-12], Content_Encoding="gzip"), id="half a gzip"
        ),
    ],
)
def test_an_answer_that_breaks_off_may_be_tried_again(server: RawServer, reply: bytes) -> None:
    server.replies["/"] = reply
    found = refusal(server)
    assert (found.temporary, "broke off" in str(found)) == (True, True)


def test_a_damaged_packing_is_refused(server: RawServer) -> None:
    server.replies["/"] = answer(b"no gzip at all", Content_Encoding="gzip")
    assert "damaged" in str(refusal(server))


def test_a_packing_that_was_not_asked_for_is_refused(server: RawServer) -> None:
    server.replies["/"] = answer(b"...", Content_Encoding="br")
    assert "packed in a way that was not asked for, br" in str(refusal(server))


# -------------------------------------------------------------------------- what it is


@pytest.mark.parametrize(
    ("kind", "words"),
    [("application/pdf", "is a PDF; give its text"), ("image/png", "is image/png, no page")],
)
def test_what_is_no_page_is_named_before_it_is_fetched(
    server: RawServer, kind: str, words: str
) -> None:
    server.replies["/"] = answer(b"%PDF" * 10_000, Content_Type=kind)
    assert words in str(refusal(server))


def test_a_body_of_an_unnamed_kind_is_fetched(server: RawServer) -> None:
    server.replies["/"] = answer(b"Raqqa", Content_Type="")
    assert server.fetcher().get(f"{SITE}/", kinds=PAGES).media_type == ""


@pytest.mark.parametrize(
    ("status", "temporary"),
    [
        ("404 Not Found", False),
        ("410 Gone", False),
        ("403 Forbidden", False),
        ("429 Too Many Requests", True),
        ("500 Internal Server Error", True),
        ("503 Service Unavailable", True),
    ],
)
def test_the_status_of_a_refusal_is_told(
    server: RawServer,
    status: str,
    temporary: bool,  # noqa: FBT001 - what is expected.
) -> None:
    server.replies["/"] = answer(status=status)
    found = refusal(server)
    assert (found.temporary, f"the server answers {status}." in str(found)) == (temporary, True)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("120", 120, 120),
        (format_datetime(datetime.now(UTC) + timedelta(hours=10), usegmt=True), 18_000, 36_000),
        ("Tue, 17 Oct 2017 12:00:00 GMT", 0, 0),
        ("soon", 0, 0),
        ("-5", 0, 0),
    ],
)
def test_how_long_a_server_asks_to_wait_is_told(
    server: RawServer, text: str, least: float, most: float
) -> None:
    server.replies["/"] = answer(status="503 Service Unavailable", Retry_After=text)
    assert least <= refusal(server).wait <= most


def test_a_server_that_cannot_speak_tls_is_told_nothing(server: RawServer) -> None:
    assert "took longer" in str(refusal(server, "https://paper.example/", seconds=0.2))
    assert not any("GET" in request for request in server.requests)
