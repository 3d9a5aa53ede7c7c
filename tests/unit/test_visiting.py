"""Sites are visited as they ask to be: by robots.txt, slowly, and not at all when they are busy."""

from collections.abc import Iterator

import pytest

from geomap.errors import NotFetched
from geomap.services.visiting import Visitor
from tests.raw_server import RawServer, answer, raw_server

SITE = "http://paper.example"


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)


@pytest.fixture
def server() -> Iterator[RawServer]:
    with raw_server() as running:
        running.replies["/"] = answer(b"Raqqa")
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def visitor(server: RawServer, clock: Clock) -> Visitor:
    return Visitor(server.fetcher(), 2.0, lambda: clock.now, clock.sleep)


def robots(text: str) -> bytes:
    return answer(text.encode(), Content_Type="text/plain")


def test_a_site_is_asked_once_what_robots_may_fetch(server: RawServer, visitor: Visitor) -> None:
    visitor.fetch(f"{SITE}/")
    visitor.fetch(f"{SITE}/")
    assert server.paths() == ["/robots.txt", "/", "/"]


def test_what_a_site_keeps_from_robots_is_not_fetched(server: RawServer, visitor: Visitor) -> None:
    server.replies["/robots.txt"] = robots("User-agent: geomap\nDisallow: /archive")
    with pytest.raises(NotFetched, match="asks robots to leave it alone"):
        visitor.fetch(f"{SITE}/archive/1")
    assert server.paths() == ["/robots.txt"]


def test_requests_to_one_site_keep_their_distance(clock: Clock, visitor: Visitor) -> None:
    visitor.fetch(f"{SITE}/")
    visitor.fetch(f"{SITE}/")
    assert clock.slept == [2.0, 2.0]


def test_a_site_may_ask_for_more_distance(
    server: RawServer, clock: Clock, visitor: Visitor
) -> None:
    server.replies["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 7")
    visitor.fetch(f"{SITE}/")
    assert clock.slept == [7.0]


def test_another_site_need_not_wait(clock: Clock, visitor: Visitor) -> None:
    visitor.fetch(f"{SITE}/")
    visitor.fetch("http://courant.example/")
    assert clock.slept == [2.0, 2.0]


def test_a_site_that_cannot_say_what_robots_may_is_left_alone(
    server: RawServer, visitor: Visitor
) -> None:
    server.replies["/robots.txt"] = answer(status="500 Internal Server Error")
    for _ in range(2):
        with pytest.raises(NotFetched) as refusal:
            visitor.fetch(f"{SITE}/")
        assert refusal.value.temporary
    assert server.paths() == ["/robots.txt"]


def test_a_page_in_the_place_of_robots_asks_nothing(server: RawServer, visitor: Visitor) -> None:
    server.replies["/robots.txt"] = answer(b"User-agent: *\nDisallow: /")
    assert visitor.fetch(f"{SITE}/").body == b"Raqqa"


def test_a_site_that_asks_for_a_pause_is_asked_again_after_it(
    server: RawServer, clock: Clock, visitor: Visitor
) -> None:
    busy = answer(status="429 Too Many Requests", Retry_After="30")
    replies = [busy, answer(b"Raqqa")]
    server.replies["/"] = lambda line: line.sendall(replies.pop(0))
    assert visitor.fetch(f"{SITE}/").body == b"Raqqa"
    assert 30.0 in clock.slept


def test_a_site_that_asks_for_a_long_pause_is_left_alone(
    server: RawServer, clock: Clock, visitor: Visitor
) -> None:
    server.replies["/"] = answer(status="503 Service Unavailable", Retry_After="3600")
    with pytest.raises(NotFetched, match="answers 503"):
        visitor.fetch(f"{SITE}/")
    with pytest.raises(NotFetched, match="asks to be left alone for 3600 s"):
        visitor.fetch(f"{SITE}/other")
    assert server.paths() == ["/robots.txt", "/"]
    assert sum(clock.slept) < 60
