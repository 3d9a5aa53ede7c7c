"""A page that is left open says when the map has new information, and is quiet about it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.axe import grave_findings
from tests.browser.map_page import MapPage

# The page waits ten seconds before it listens.
PATIENCE_MS = 60_000


def event(revision: int) -> str:
    return f'id: 0123456789ab.{revision}\nevent: revision\ndata: {{"revision": {revision}}}\n\n'


@pytest.fixture
def left_open(browser: Browser, live_server: str) -> Iterator[MapPage]:
    """A map to which revision 4 is told as soon as it listens."""
    context = browser.new_context(base_url=live_server, bypass_csp=True, reduced_motion="reduce")
    opened = MapPage(context.new_page())
    body = "retry: 600000\n\n" + event(4)
    opened.page.route(
        "**/api/changes/stream?since=1",
        lambda route: route.fulfill(content_type="text/event-stream", body=body),
    )
    yield opened
    context.close()


def news(opened: MapPage) -> Locator:
    return opened.page.locator(opened.ref("news"))


def test_news_are_told_shown_when_wished_and_the_view_stays(left_open: MapPage) -> None:
    left_open.open("/#date=2017-10-17&place=geonames:172955")
    expect(news(left_open)).to_be_hidden()
    expect(news(left_open)).to_be_visible(timeout=PATIENCE_MS)
    assert grave_findings(left_open) == []
    with left_open.page.expect_navigation():
        left_open.page.get_by_role("button", name="Show it").press("Enter")
    left_open.wait_until_ready()
    assert left_open.state["date"] == "2017-10-17"
    assert left_open.state["place"] == "geonames:172955"


def test_who_wants_no_news_is_left_alone(left_open: MapPage) -> None:
    left_open.open("/#date=2017-10-17")
    expect(news(left_open)).to_be_visible(timeout=PATIENCE_MS)
    left_open.page.get_by_role("button", name="Not now").click()
    expect(news(left_open)).to_be_hidden()


def test_a_map_of_a_pinned_revision_has_no_news(left_open: MapPage) -> None:
    left_open.open("/#date=2017-10-17&revision=1")
    with left_open.page.expect_request("**/api/changes/stream?since=1", timeout=PATIENCE_MS):
        pass
    left_open.page.wait_for_timeout(500)
    expect(news(left_open)).to_be_hidden()
