"""The page in the language of its reader, with Arabic running from right to left."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, expect

from tests.browser.axe import grave_findings
from tests.browser.map_page import MapPage, clean_page

RAQQA = "geonames:172955"
VIEW = "#date=2017-10-17&zoom=7&longitude=40&latitude=35.5"
PHONE = (390, 844)


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def box(map_page: MapPage, name: str) -> FloatRect:
    found = map_page.page.locator(map_page.ref(name)).bounding_box()
    assert found is not None
    return found


def document_of(map_page: MapPage) -> tuple[str, str]:
    script = "() => [document.documentElement.lang, document.documentElement.dir]"
    language, direction = map_page.page.evaluate(script)
    return language, direction


def test_a_dutch_browser_gets_a_dutch_page(browser: Browser, live_server: str) -> None:
    context = browser.new_context(base_url=live_server, locale="nl-BE")
    with clean_page(context, live_server) as page:
        page.open(f"/{VIEW}&place={RAQQA}")
        assert document_of(page) == ("nl", "ltr")
        expect(page.page.locator(page.ref("placeName"))).to_have_text("Raqqa")
        expect(page.page.locator(page.ref("verdict"))).to_contain_text("In handen van")
        slider = page.page.get_by_role("slider", name="Dag op de kaart")
        expect(slider).to_have_attribute(
            "aria-valuetext", re.compile(r"^17 oktober 2017, \d+ veranderingen\. ")
        )
        page.page.locator(page.ref("whyToggle")).click()
        told = page.page.locator(".why-summary li").first
        expect(told).to_contain_text("Op 17 oktober 2017 was Raqqa in handen van")
    context.close()


def test_another_language_is_chosen_and_the_view_stays(map_page: MapPage) -> None:
    map_page.open(f"/?lang=fr{VIEW}&place={RAQQA}")
    assert document_of(map_page) == ("en", "ltr")
    expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Held by")
    map_page.set_date("2016-05-24")
    choice = map_page.page.get_by_label("Language")
    assert choice.locator("option").all_text_contents() == [
        "English",
        "Nederlands",
        "العربية",
        "Kurdî (Kurmancî)",
    ]
    choice.select_option("ku")
    map_page.page.wait_for_url("**/?lang=ku*")
    map_page.wait_until_ready()
    assert document_of(map_page) == ("ku", "ltr")
    assert (map_page.state["date"], map_page.state["place"]) == ("2016-05-24", RAQQA)
    expect(map_page.page.locator(map_page.ref("dateField"))).to_have_value("24 Gulan 2016")
    assert not any("/static/words/" in asked for asked in map_page.requests)


def test_arabic_runs_from_right_to_left_and_time_to_the_right(map_page: MapPage) -> None:
    map_page.open(f"/?lang=ar{VIEW}")
    assert document_of(map_page) == ("ar", "rtl")
    panel, map_box = box(map_page, "panel"), box(map_page, "map")
    assert panel["x"] + panel["width"] <= map_box["x"]
    zoom_in = map_page.page.get_by_role("button", name="تكبير").bounding_box()
    assert zoom_in is not None
    assert zoom_in["x"] > map_box["x"] + map_box["width"] / 2
    assert box(map_page, "previousChange")["x"] < box(map_page, "nextChange")["x"]
    expect(map_page.page.locator(map_page.ref("dateField"))).to_have_value("17 تشرين الأول 2017")

    track = box(map_page, "track")
    map_page.page.mouse.click(track["x"] + 2, track["y"] + 10)
    assert map_page.state["date"] < "2014-02"
    map_page.page.keyboard.press("ArrowRight")
    map_page.page.keyboard.press("ArrowRight")
    later = map_page.state["date"]
    map_page.page.keyboard.press("ArrowLeft")
    assert map_page.state["date"] < later

    field = map_page.page.locator(map_page.ref("dateField"))
    field.fill("١٧ تشرين الأول ٢٠١٧")
    field.press("Enter")
    assert map_page.state["date"] == "2017-10-17"
    field.fill("أمس")
    field.press("Enter")
    expect(map_page.page.locator(map_page.ref("dateError"))).to_contain_text("تعذّرت قراءة")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_arabic(
    browser: Browser, live_server: str, scheme: str
) -> None:
    context = browser.new_context(
        base_url=live_server,
        color_scheme="dark" if scheme == "dark" else "light",
        bypass_csp=True,
        reduced_motion="reduce",
        viewport={"width": PHONE[0], "height": PHONE[1]},
    )
    page = MapPage(context.new_page())
    page.open(f"/?lang=ar{VIEW}&place={RAQQA}")
    overflow = "() => document.documentElement.scrollWidth - innerWidth"
    assert page.page.evaluate(overflow) <= 0
    assert grave_findings(page) == []
    context.close()
