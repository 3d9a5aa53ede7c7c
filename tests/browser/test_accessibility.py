"""What axe-core finds in the page: nothing serious, in any of its usual states."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.axe import grave_findings
from tests.browser.map_page import MapPage

SIZES = {"desktop": (1280, 800), "phone": (390, 844), "narrowest": (320, 640)}


@pytest.fixture(params=["light", "dark"])
def visitor(
    browser: Browser, live_server: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A visitor into whose page axe-core can be put, past its content security policy."""
    context = browser.new_context(
        base_url=live_server, color_scheme=request.param, bypass_csp=True, reduced_motion="reduce"
    )
    yield context
    context.close()


@pytest.mark.parametrize("size", SIZES.values(), ids=list(SIZES))
def test_axe_finds_nothing_serious(visitor: BrowserContext, size: tuple[int, int]) -> None:
    page = visitor.new_page()
    page.set_viewport_size({"width": size[0], "height": size[1]})
    map_page = MapPage(page)
    map_page.open()
    assert grave_findings(map_page) == []


def test_axe_finds_nothing_serious_in_the_panel_of_a_place(visitor: BrowserContext) -> None:
    map_page = MapPage(visitor.new_page())
    map_page.open("/#date=2017-10-17&place=geonames:172955")
    assert grave_findings(map_page) == []


def test_axe_finds_nothing_serious_while_readers_search_and_filter(
    visitor: BrowserContext,
) -> None:
    map_page = MapPage(visitor.new_page())
    map_page.open("/#date=2017-10-17&hide=actor/is,kind/battle")
    map_page.page.locator(map_page.ref("filtersToggle")).click()
    for group in map_page.page.locator(".filter-group summary").all():
        group.click()
    map_page.page.locator(map_page.ref("searchField")).fill("raqqa")
    expect(map_page.page.get_by_role("group", name="Events", exact=True)).to_be_visible()
    assert grave_findings(map_page) == []


def test_axe_finds_nothing_serious_in_what_is_shared(visitor: BrowserContext) -> None:
    map_page = MapPage(visitor.new_page())
    map_page.open("/#date=2017-10-17&known=2017-10-16")
    map_page.page.locator(map_page.ref("shareOpen")).click()
    assert grave_findings(map_page) == []
    map_page.open("/?embed=1#date=2017-10-17&known=2017-10-16")
    assert grave_findings(map_page) == []
