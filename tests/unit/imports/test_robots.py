"""What a site asks of robots (RFC 9309)."""

import pytest

from geomap.imports.robots import NOTHING_ASKED, Robots, read_robots

SITE = """\
# Of a newspaper.
User-agent: *
Disallow: /search
Disallow: /*.pdf$
Disallow: /*/print
Allow: /search/about   # The page on searching.
Crawl-delay: 5

User-agent: BadBot
User-agent: OtherBot
Disallow: /

Sitemap: https://paper.example/map.xml
"""


def allowed(path: str, text: str = SITE, robot: str = "geomap") -> bool:
    return read_robots(text, robot).allow(path)


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/", True),
        ("/2017/raqqa", True),
        ("/search", False),
        ("/search?q=raqqa", False),
        ("/searching", False),
        ("/search/about", True),
        ("/files/report.pdf", False),
        ("/files/report.pdf?page=2", True),
        ("/2017/raqqa/print", False),
        ("/2017/raqqa/print/2", False),
        ("/print", True),
    ],
)
def test_the_longest_pattern_that_fits_decides(path: str, answer: bool) -> None:  # noqa: FBT001
    assert allowed(path) is answer


@pytest.mark.parametrize("robot", ["BadBot", "otherbot"])
def test_who_is_named_follows_its_own_lines_alone(robot: str) -> None:
    assert not allowed("/2017/raqqa", robot=robot)


def test_we_are_named_with_or_without_a_version() -> None:
    text = "User-agent: Geomap/1.0\nDisallow: /maps\n\nUser-agent: *\nDisallow: /"
    assert (allowed("/maps", text), allowed("/2017", text)) == (False, True)


def test_allowing_wins_where_both_patterns_are_as_long() -> None:
    assert allowed("/a", "User-agent: *\nDisallow: /a\nAllow: /a")


def test_a_delay_is_kept_but_not_an_endless_one() -> None:
    assert read_robots(SITE, "geomap").delay == 5
    assert read_robots("User-agent: *\nCrawl-delay: 86400", "geomap").delay == 60
    assert read_robots("User-agent: *\nCrawl-delay: soon", "geomap").delay == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html><body>Not found</body></html>",
        "Disallow: /",
        "User-agent: *\nDisallow:",
        "User-agent: BadBot\nDisallow: /",
    ],
)
def test_who_asks_for_nothing_is_read_freely(text: str) -> None:
    assert read_robots(text, "geomap") == NOTHING_ASKED == Robots()


def test_unkind_patterns_cost_little() -> None:
    text = "User-agent: *\nDisallow: /" + "*a" * 5000 + "$"
    assert allowed("/" + "a" * 4000 + "b", text)
