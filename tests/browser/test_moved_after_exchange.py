"""A map whose timeline was exchanged paints the new one, also where it is moved to later."""

from playwright.sync_api import BrowserContext, expect

from tests.browser.map_page import MapPage, clean_page

RAQQA = "geonames:172955"
# Then Raqqa was not yet known to be held by those who held it on the day that is shown.
LONG_BEFORE, DAY = "2014-07-01", "2019-02-16"
VIEW = f"/#date={DAY}&zoom=8&longitude=39&latitude=35.95"


def colour_of_raqqa(shown: MapPage) -> object:
    painted = shown.painted([RAQQA])[RAQQA]
    assert painted is not None
    return painted["samples"][1]


def test_a_map_that_is_moved_keeps_to_the_exchanged_timeline(
    context: BrowserContext, live_server: str
) -> None:
    with clean_page(context, live_server) as shown:
        shown.open(VIEW)
        now = colour_of_raqqa(shown)
        shown.page.goto("about:blank")
        shown.open(f"{VIEW}&known={LONG_BEFORE}")
        then = colour_of_raqqa(shown)
        assert then != now
        shown.page.locator(shown.ref("knownLeave")).click()
        expect(shown.page.locator(shown.ref("knownMark"))).to_be_hidden()
        shown.page.get_by_role("button", name="Zoom in").click()
        shown.wait_for_ground()
        shown.set_date(DAY)
        assert colour_of_raqqa(shown) == now
