"""Comparing two days and two days of knowledge, in a real browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.axe import grave_findings
from tests.browser.map_page import MapPage, clean_page

BEFORE, AFTER = "2014-05-24", "2015-05-24"
VIEW = f"#date={BEFORE}&compare={AFTER}&zoom=7&longitude=42.5&latitude=36"
# Where the pictures of the visible maps lie: the pane that Leaflet moves.
PANES = """() => [...document.querySelectorAll(".map")].filter((map) => map.offsetWidth > 0)
  .map((map) => new DOMMatrix(getComputedStyle(map.querySelector(".leaflet-map-pane")).transform))
  .map(({ e, f }) => [Math.round(e), Math.round(f)])"""


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def words_of(map_page: MapPage) -> tuple[str, str]:
    """What the labels of the two sides say."""
    return map_page.text("firstWords"), map_page.text("secondWords")


def test_two_days_are_compared_by_keyboard_and_left_as_it_was(map_page: MapPage) -> None:
    map_page.open("/#date=2016-05-24&zoom=7&longitude=42.5&latitude=36")
    page, keyboard = map_page.page, map_page.page.keyboard
    page.locator(map_page.ref("compareOpen")).focus()
    keyboard.press("Enter")
    expect(page.get_by_role("radio", name="Side by side")).to_be_checked()
    assert words_of(map_page) == ("24 May 2016", "24 May 2017")
    expect(page.locator(map_page.ref("otherDay"))).to_have_text("24 May 2017")
    expect(page).to_have_url(re.compile("date=2016-05-24&compare=2017-05-24&view=side"))
    # The time bar acts on the side in hand, first the one that was there.
    page.locator(map_page.ref("handle")).press("ArrowRight")
    assert words_of(map_page) == ("25 May 2016", "24 May 2017")
    page.get_by_role("radio", name="25 May 2016").focus()
    keyboard.press("ArrowRight")
    assert map_page.state["date"] == "2017-05-24"
    expect(page.locator(map_page.ref("panelSide"))).to_contain_text("24 May 2017")
    page.locator(map_page.ref("handle")).press("ArrowRight")
    assert words_of(map_page) == ("25 May 2016", "25 May 2017")
    expect(page).to_have_url(re.compile("date=2016-05-25&compare=2017-05-25"))

    page.get_by_role("radio", name="Side by side").focus()
    keyboard.press("ArrowRight")
    divider = page.get_by_role("slider", name="Divider between the two maps")
    expect(divider).to_be_visible()
    for key, at in [("ArrowRight", "52"), ("Shift+ArrowLeft", "42"), ("End", "100"), ("Home", "0")]:
        divider.press(key)
        expect(divider).to_have_attribute("aria-valuenow", at)
    assert map_page.state["date"] == "2017-05-25", "the divider must not move the day"

    page.locator(map_page.ref("compareClose")).press("Enter")
    expect(page.locator(map_page.ref("compareSides"))).to_be_hidden()
    assert map_page.state["date"] == "2016-05-25"
    assert map_page.focused == "compareOpen"
    expect(page).not_to_have_url(re.compile("compare"))
    page.go_back()
    expect(page.locator(map_page.ref("compareSides"))).to_be_visible()
    assert words_of(map_page) == ("25 May 2016", "25 May 2017")


def test_maps_beside_each_other_keep_in_step(map_page: MapPage) -> None:
    map_page.open(f"/{VIEW}&view=side")
    for control in ("zoom", "scale"):
        shown = map_page.page.locator(f".leaflet-control-{control}:visible")
        expect(shown).to_have_count(1)
    map_page.wait_for_ground()
    mouse, page = map_page.page.mouse, map_page.page
    before = page.evaluate(PANES)
    mouse.move(600, 500)
    mouse.down()
    mouse.move(540, 470, steps=4)
    during = page.evaluate(PANES)
    mouse.up()
    moved = [[x - a, y - b] for (x, y), (a, b) in zip(during, before, strict=True)]
    assert moved == [[-60, -30], [-60, -30]], "the other map rides along while one is dragged"
    page.wait_for_function("() => window.geomap.state.centre.longitude > 42.5")
    centre = map_page.state["centre"]
    page.locator(map_page.ref("otherMap")).press("ArrowRight")
    page.wait_for_function(
        "(before) => window.geomap.state.centre.longitude > before", arg=centre["longitude"]
    )
    page.locator(map_page.ref("otherMap")).press("+")
    page.wait_for_function("() => window.geomap.state.zoom === 8")


def test_the_list_of_what_passed_is_that_of_the_api(map_page: MapPage) -> None:
    map_page.open(f"/{VIEW}&view=difference")
    told = map_page.get_json(f"/api/diff?from={BEFORE}&to={AFTER}")
    pairs = map_page.page.locator(".passed-pairs > li")
    names = {"contested": "Contested", "disputed": "Disputed", "unknown": "Unknown"}
    wanted = sorted(
        (
            " → ".join(one[end]["name"] or names[one[end]["status"]] for end in ("from", "to")),
            str(one["places"]),
        )
        for one in told["transfers"]
    )
    shown = sorted(
        (pair.locator("summary > span").first.inner_text(), pair.locator(".count").inner_text())
        for pair in pairs.all()
    )
    assert shown == wanted
    map_page.page.locator(map_page.ref("compareAsk")).click()
    largest = max(told["transfers"], key=lambda one: one["places"])
    expect(map_page.page.locator(".passed-pairs")).to_contain_text(f"{round(largest['km2']):,} km²")
    pairs.filter(has_text="Iraqi government → Islamic State").locator("summary").click()
    mosul = pairs.locator("li", has=map_page.page.get_by_role("button", name="Mosul", exact=True))
    expect(mosul).to_contain_text("changed on the ground")
    mosul.get_by_role("button").click()
    expect(map_page.page.locator(map_page.ref("placeName"))).to_have_text("Mosul")
    expect(map_page.page.locator(map_page.ref("panelSide"))).to_contain_text("24 May 2014")


def test_two_days_of_knowledge_are_compared(map_page: MapPage) -> None:
    map_page.open("/#date=2019-02-16&known=2019-02-15&compare=2019-02-16&view=side")
    assert words_of(map_page) == (
        "16 February 2019, as known on 15 February 2019",
        "16 February 2019",
    )
    told = map_page.get_json("/api/diff?date=2019-02-16&known=2019-02-15&to_known=default")
    expect(map_page.page.locator(".passed-pairs > li")).to_have_count(len(told["transfers"]))
    map_page.page.get_by_role("radio", name="16 February 2019", exact=True).check()
    assert map_page.state["known"] is None
    expect(map_page.page).to_have_url(
        re.compile("date=2019-02-16&known=2019-02-15&compare=2019-02-16&view=side")
    )
    map_page.open("/#date=2019-02-16&compare_known=2019-02-15")
    expect(map_page.page.locator(map_page.ref("secondWords"))).to_have_text(
        "16 February 2019, as known on 15 February 2019"
    )


def test_a_side_that_does_not_come_is_told_and_asked_for_again(context: BrowserContext) -> None:
    # The browser itself complains about the failed request, so this page need not be silent.
    map_page = MapPage(context.new_page())
    pattern = "**/api/timeline?known=2019-02-15"
    map_page.page.route(pattern, lambda route: route.abort())
    map_page.open("/#date=2019-02-16&compare_known=2019-02-15")
    problem = map_page.page.locator(map_page.ref("compareProblem"))
    expect(problem).to_contain_text("The server does not answer")
    map_page.page.unroute(pattern)
    problem.get_by_role("button", name="Try again").click()
    expect(problem).to_be_hidden()
    expect(map_page.page.locator(".passed-pairs > li").first).to_be_visible()


@pytest.mark.parametrize("size", [(390, 844), (320, 640)], ids=["phone", "narrowest"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_phone_compares_by_touch(
    browser: Browser, live_server: str, size: tuple[int, int], language: str
) -> None:
    context = browser.new_context(
        base_url=live_server,
        viewport={"width": size[0], "height": size[1]},
        has_touch=True,
        is_mobile=True,
        color_scheme="dark",
        reduced_motion="reduce",
    )
    with clean_page(context, live_server) as phone:
        phone.open(f"/?lang={language}#date={BEFORE}")
        overflow = "() => document.documentElement.scrollWidth - innerWidth"
        phone.page.locator(phone.ref("compareOpen")).tap()
        divider = phone.page.locator(phone.ref("compareHandle"))
        expect(divider).to_be_visible()
        box = divider.bounding_box()
        assert box is not None
        drag = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        touch = phone.page.context.new_cdp_session(phone.page)
        for kind, x in (("touchStart", 0), ("touchMove", -60), ("touchMove", -80)):
            points = [{"x": drag["x"] + x, "y": drag["y"]}]
            touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        assert int(divider.get_attribute("aria-valuenow") or 50) < 40
        for view in ("difference", "side"):
            phone.page.locator(f"input[value={view}]").tap()
            phone.page.wait_for_timeout(300)
            assert phone.page.evaluate(overflow) <= 0
        first, second = (
            phone.page.locator(phone.ref(name)).bounding_box() for name in ("map", "otherMap")
        )
        assert first is not None
        assert second is not None
        assert second["y"] >= first["y"] + first["height"] - 1, "one above the other"
        phone.page.locator("input[value=second]").tap()
        assert phone.state["date"] == AFTER
        phone.page.locator(phone.ref("compareClose")).tap()
        assert phone.state["date"] == BEFORE
    context.close()


def test_a_comparison_is_shared_cited_kept_and_embedded(
    map_page: MapPage, live_server: str
) -> None:
    map_page.open(f"/{VIEW}&view=swipe")
    page = map_page.page
    page.get_by_role("radio", name="24 May 2015").check()
    page.locator(map_page.ref("shareOpen")).click()
    link = page.locator(map_page.ref("shareLink")).input_value()
    assert f"#date={BEFORE}&compare={AFTER}&view=swipe&revision=1" in link
    expect(page.locator(map_page.ref("citation"))).to_contain_text(
        "The maps of 24 May 2014 and of 24 May 2015, compared. Revision 1"
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    assert Path(download.value.path()).stat().st_size > 50_000
    code = page.locator(map_page.ref("embedCode")).input_value()
    page.keyboard.press("Escape")

    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator(map_page.ref("printSheet"))
    expect(sheet).to_contain_text("24 May 2014 and 24 May 2015")
    expect(sheet.locator(".count").first).to_have_text(re.compile(r"^\d+ \| \d+$"))
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")

    address = re.search(r'src="([^"]+)"', code)
    assert address is not None
    page.goto("about:blank")
    map_page.open(address[1].replace("&amp;", "&"))
    assert words_of(map_page) == ("24 May 2014", "24 May 2015")
    expect(page.get_by_role("slider", name="Divider between the two maps")).to_be_visible()
    expect(page.locator(map_page.ref("compareBar"))).to_have_count(0)
    link_out = page.locator(map_page.ref("wholeMap"))
    link_out.focus()
    expect(link_out).to_have_attribute("href", re.compile(f"compare={AFTER}&view=swipe"))


def test_what_is_printed_from_a_dark_screen_is_light(browser: Browser, live_server: str) -> None:
    context = browser.new_context(base_url=live_server, color_scheme="dark")
    with clean_page(context, live_server) as map_page:
        map_page.open("/#date=2016-05-24")
        map_page.wait_for_ground()
        brightness = """(selector) => {
          const canvas = document.querySelector(selector);
          // Of a still picture only a copy can be read.
          const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d");
          copy.drawImage(canvas, 0, 0);
          const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
          let sum = 0;
          for (let at = 0; at < data.length; at += 4) sum += data[at] + data[at + 1] + data[at + 2];
          return sum / (data.length / 4) / 3;
        }"""
        map_page.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
        assert map_page.page.evaluate(brightness, "[data-ref=printSheet] > canvas") > 170
        assert map_page.page.evaluate(brightness, "canvas[data-layer=ground]") < 80
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["side", "swipe", "difference"])
def test_axe_finds_nothing_serious_in_a_comparison(
    browser: Browser, live_server: str, scheme: Literal["light", "dark"], view: str
) -> None:
    context = browser.new_context(
        base_url=live_server, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    map_page = MapPage(context.new_page())
    map_page.open(f"/{VIEW}&view={view}")
    assert grave_findings(map_page) == []
    context.close()
