"""The chart of what everybody holds over time: opened, moved by the slider, and moving it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from tests.browser.map_page import MapPage, clean_page

DAY = "2016-05-24"


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def test_the_chart_says_what_the_api_says_of_the_day(map_page: MapPage) -> None:
    map_page.open(f"/#date={DAY}")
    assert not any("territory/series" in address for address in map_page.requests)
    map_page.page.locator(map_page.ref("chartToggle")).press("Enter")
    rows = map_page.page.get_by_role("list", name="On the day shown").get_by_role("listitem")
    measured = map_page.get_json(f"/api/territory?date={DAY}&actor=is")["actors"][0]["km2"]
    held = rows.filter(has_text="Islamic State")
    expect(held).to_contain_text(f"{round(measured['best']):,}")
    if measured["low"] != measured["high"]:
        expect(held).to_contain_text(f"{round(measured['low']):,}–{round(measured['high']):,}")
    map_page.set_date("2019-06-01")
    expect(held.locator(".count")).to_have_text("0")


def test_a_click_in_the_chart_goes_to_that_day(map_page: MapPage) -> None:
    map_page.open("/#date=2019-12-31")
    map_page.page.locator(map_page.ref("chartToggle")).click()
    plot = map_page.page.locator(".u-over")
    box = plot.bounding_box()
    assert box is not None
    plot.click(position={"x": box["width"] / 2, "y": box["height"] / 2})
    # The middle of 2014 to 2019.
    assert map_page.state["date"].startswith(("2016-12", "2017-01"))


def test_people_are_counted_too(map_page: MapPage) -> None:
    map_page.open(f"/#date={DAY}")
    map_page.page.locator(map_page.ref("chartToggle")).click()
    map_page.page.get_by_label("What is counted").select_option("population")
    measured = map_page.get_json(f"/api/territory?date={DAY}&actor=sdf")["actors"][0]["population"]
    rows = map_page.page.get_by_role("list", name="On the day shown").get_by_role("listitem")
    expect(rows.filter(has_text="Syrian Democratic Forces")).to_contain_text(
        f"{measured['best']:,}"
    )


def test_an_actor_that_is_hidden_has_no_line_unless_it_is_in_focus(map_page: MapPage) -> None:
    map_page.open(f"/#date={DAY}&hide=actor/is,actor/sdf")
    map_page.page.locator(map_page.ref("chartToggle")).click()
    rows = map_page.page.get_by_role("list", name="On the day shown").get_by_role("listitem")
    expect(rows.filter(has_text="Islamic State")).to_have_count(1)
    expect(rows.filter(has_text="Syrian Democratic Forces")).to_have_count(0)
    map_page.page.locator(map_page.ref("hiddenShow")).click()
    expect(rows.filter(has_text="Syrian Democratic Forces")).to_have_count(1)


def test_a_series_that_does_not_come_can_be_asked_for_again(
    context: BrowserContext, live_server: str
) -> None:
    map_page = MapPage(context.new_page())
    map_page.open(f"/#date={DAY}")

    def refuse(route: Route) -> None:
        route.fulfill(
            status=503, content_type="application/problem+json", body='{"detail": "Later."}'
        )

    map_page.page.route("**/api/territory/series*", refuse)
    map_page.page.locator(map_page.ref("chartToggle")).click()
    chart = map_page.page.locator(map_page.ref("chart"))
    expect(chart.get_by_role("alert")).to_have_text("The server answered with status 503. Later.")
    map_page.page.unroute("**/api/territory/series*")
    chart.get_by_role("button", name="Try again").click()
    expect(chart.get_by_role("list", name="On the day shown")).to_contain_text("Islamic State")


def test_a_library_that_does_not_come_can_be_asked_for_again(
    context: BrowserContext, live_server: str
) -> None:
    map_page = MapPage(context.new_page())
    map_page.open(f"/#date={DAY}")
    refused: list[str] = []

    def refuse_once(route: Route) -> None:
        if refused:
            route.continue_()
            return
        refused.append(route.request.url)
        route.abort()

    map_page.page.route(lambda address: "uplot" in address.lower(), refuse_once)
    map_page.page.locator(map_page.ref("chartToggle")).click()
    chart = map_page.page.locator("#chart")
    expect(chart.get_by_role("alert")).to_contain_text("does not answer")
    chart.get_by_role("button", name="Try again").click()
    expect(chart.locator("canvas")).to_be_visible()
