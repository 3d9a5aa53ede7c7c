"""Whole journeys over the map in a real browser, with the bundled atlas."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from tests.browser.map_page import Json, MapPage, clean_page

VIEW_START = date(2014, 1, 1)
VIEW_LAST = date(2019, 12, 31)
DATES = [VIEW_START + timedelta(days=round(step * 2190 / 19)) for step in range(20)]
# The day on which Raqqa fell, and Sinjar with others was handed over.
SPOKEN = re.compile(r"^17 October 2017, \d+ changes?\. .*Raqqa: Held by .?Syrian Democratic Forces")
RAQQA = "geonames:172955"
# Antialiasing and the rounding of colours may differ by a hair.
TOLERANCE = 3


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


@pytest.fixture
def wide_map(browser: Browser, live_server: str) -> Iterator[MapPage]:
    """A screen so large that all places of the atlas are in view and few markers overlap."""
    context = browser.new_context(base_url=live_server, viewport={"width": 2600, "height": 1700})
    with clean_page(context, live_server) as opened:
        yield opened
    context.close()


def rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def is_colour(rgba: list[int], colour: str) -> bool:
    near = all(abs(a - b) <= TOLERANCE for a, b in zip(rgba, rgb(colour), strict=False))
    return near and rgba[3] == 255


def wrong_marks(features: list[Json], painted: dict[str, Json | None], colours: Json) -> list[str]:
    """What the canvas shows differently from the API, in words."""
    wrong = []
    for properties in (feature["properties"] for feature in features):
        mark = painted[properties["place_id"]]
        if mark is None or mark["covered"]:
            continue
        status, actor_colours = properties["status"], list(colours.values())
        if status == "held":
            right = is_colour(mark["rgba"], colours[properties["holder"]])
        elif status == "unknown":
            right = not any(is_colour(mark["rgba"], colour) for colour in actor_colours)
        else:
            right = len({tuple(sample) for sample in mark["samples"]}) > 1
        if not right:
            wrong.append(f"{properties['name']}: {status} {properties['holders']}, {mark['rgba']}")
    return wrong


def test_the_slider_runs_through_the_whole_period_without_asking_the_server(
    map_page: MapPage,
) -> None:
    map_page.open("/#date=2014-01-01")
    map_page.wait_for_ground()
    asked = len(map_page.requests)
    mouse = map_page.page.mouse
    track = map_page.page.locator(map_page.ref("track")).bounding_box()
    assert track is not None
    middle = track["y"] + track["height"] / 2
    mouse.move(track["x"] + 1, middle)
    mouse.down()
    seen = [map_page.state["date"]]
    for step in range(1, 61):
        mouse.move(track["x"] + track["width"] * step / 60, middle)
        seen.append(map_page.state["date"])
    mouse.up()
    assert seen == sorted(seen)
    assert seen[0] <= "2014-01-08"
    assert seen[-1] == VIEW_LAST.isoformat()
    assert len(set(seen)) == 61
    assert len(map_page.requests) == asked
    expect(map_page.page.locator(map_page.ref("dateField"))).to_have_value("31 December 2019")


def test_what_is_painted_is_what_the_api_says_on_twenty_days(wide_map: MapPage) -> None:
    wide_map.open()
    timeline = wide_map.get_json("/api/timeline")
    colours = {actor["id"]: actor["colour"] for actor in timeline["actors"]}
    ids = timeline["places"]["id"]
    for day in DATES:
        wide_map.set_date(day.isoformat())
        features = wide_map.get_json(f"/control.geojson?date={day}")["features"]
        painted = wide_map.painted(ids)
        assert wrong_marks(features, painted, colours) == [], day
        readable = [mark for mark in painted.values() if mark and not mark["covered"]]
        assert len(readable) > 0.8 * len(ids)


@pytest.mark.parametrize(
    ("name", "day", "status"),
    [("Kobani", "2014-11-15", "contested"), ("Al-Baghuz Fawqani", "2019-02-16", "disputed")],
)
def test_doubt_is_painted_as_doubt(map_page: MapPage, name: str, day: str, status: str) -> None:
    map_page.open()
    features = map_page.get_json(f"/control.geojson?date={day}")["features"]
    found = next(one for one in features if one["properties"]["name"] == name)
    assert found["properties"]["status"] == status
    longitude, latitude = found["geometry"]["coordinates"]
    map_page.page.goto(f"/#date={day}&zoom=12&longitude={longitude}&latitude={latitude}")
    map_page.page.reload()
    map_page.wait_until_ready()
    mark = map_page.painted([found["id"]])[found["id"]]
    assert mark is not None
    assert len({tuple(sample) for sample in mark["samples"]}) > 1


def test_everything_can_be_done_by_keyboard(map_page: MapPage) -> None:
    map_page.open("/#date=2014-01-01")
    keyboard, page = map_page.page.keyboard, map_page.page
    map_page.tab_to("dateField")
    keyboard.type("30 Feb 2017")
    keyboard.press("Enter")
    expect(page.locator(map_page.ref("dateError"))).to_contain_text("not a date")
    keyboard.type("3 May 2035")
    keyboard.press("Enter")
    expect(page.locator(map_page.ref("dateError"))).to_contain_text("outside this atlas")
    assert map_page.state["date"] == "2014-01-01"
    keyboard.type("16 oktober 2017")
    keyboard.press("Enter")
    expect(page.locator(map_page.ref("dateError"))).to_be_hidden()
    assert map_page.state["date"] == "2017-10-16"

    map_page.tab_to("handle")
    slider = page.get_by_role("slider", name="Day on the map")
    keyboard.press("ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", SPOKEN)
    for key, day in [
        ("Shift+ArrowRight", "2017-11-17"),
        ("PageDown", "2017-10-17"),
        ("ArrowLeft", "2017-10-16"),
        ("Home", "2014-01-01"),
        ("End", "2019-12-31"),
    ]:
        keyboard.press(key)
        assert map_page.state["date"] == day, key

    map_page.tab_to("searchField")
    keyboard.type("Rakka")
    keyboard.press("Enter")
    expect(page.locator(map_page.ref("placeName"))).to_have_text("Raqqa")
    expect(page.locator(map_page.ref("verdict"))).to_contain_text("Syrian Democratic Forces")
    under_is = page.locator(".spells li", has_text=re.compile("^Held by Islamic State"))
    expect(under_is).to_contain_text(re.compile(r"from \d+ Jan 2014 to \d+ \w+ 2017"))
    expect(page.locator(".place [lang=ar]").first).to_have_text("الرقة")


def test_space_plays_and_pauses_but_not_inside_a_field(map_page: MapPage) -> None:
    map_page.open("/#date=2015-01-01")
    map_page.tab_to("handle")
    map_page.page.keyboard.press("Space")
    expect(map_page.page.get_by_role("button", name="Pause")).to_be_visible()
    map_page.page.wait_for_function("() => window.geomap.state.date > '2015-01-01'")
    map_page.page.keyboard.press("Space")
    stopped = map_page.state
    assert stopped["date"] > "2015-01-01"
    assert not stopped["playing"]
    map_page.page.locator(map_page.ref("searchField")).press("Space")
    assert not map_page.state["playing"]


def test_the_address_alone_restores_the_view(map_page: MapPage) -> None:
    address = f"/#date=2016-05-24&zoom=9&longitude=39.2&latitude=36.1&place={RAQQA}"
    map_page.open(address)
    restored = map_page.state
    assert (restored["date"], restored["zoom"], restored["place"]) == ("2016-05-24", 9, RAQQA)
    assert restored["centre"]["longitude"] == pytest.approx(39.2, abs=0.01)
    assert restored["centre"]["latitude"] == pytest.approx(36.1, abs=0.01)
    expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Islamic State")

    map_page.set_date("2017-10-21")
    expect(map_page.page).to_have_url(re.compile("date=2017-10-21"))
    map_page.page.go_back()
    map_page.page.wait_for_function("() => window.geomap.state.date === '2016-05-24'")
    map_page.page.go_forward()
    map_page.page.wait_for_function("() => window.geomap.state.date === '2017-10-21'")
    expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Democratic Forces")


def test_a_click_on_a_marker_opens_its_place(map_page: MapPage) -> None:
    map_page.open("/#date=2016-05-24&zoom=9&longitude=39.2&latitude=36.1")
    mark = map_page.painted([RAQQA])[RAQQA]
    assert mark is not None
    map_page.page.mouse.click(mark["x"], mark["y"])
    expect(map_page.page.locator(map_page.ref("placeName"))).to_have_text("Raqqa")
    map_page.page.get_by_role("button", name="All places").click()
    assert map_page.state["place"] is None
    expect(map_page.page.locator(map_page.ref("legend"))).to_be_visible()


def test_a_wish_for_an_impossible_day_is_refused(map_page: MapPage) -> None:
    map_page.open()
    script = "(day) => window.geomap.setDate(day).then(() => 'painted', (error) => error.message)"
    assert "not a date" in map_page.page.evaluate(script, "someday")
    assert "outside this atlas" in map_page.page.evaluate(script, "2035-01-01")


def test_a_phone_has_room_for_slider_and_panel(browser: Browser, live_server: str) -> None:
    context = browser.new_context(
        base_url=live_server,
        viewport={"width": 360, "height": 740},
        device_scale_factor=3,
        has_touch=True,
        is_mobile=True,
        color_scheme="dark",
        reduced_motion="reduce",
    )
    with clean_page(context, live_server) as phone:
        phone.open("/#date=2016-05-24")
        overflow = "() => document.documentElement.scrollWidth - innerWidth"
        assert phone.page.evaluate(overflow) <= 0
        track = phone.page.locator(phone.ref("track")).bounding_box()
        assert track is not None
        phone.page.touchscreen.tap(track["x"] + track["width"] / 2, track["y"] + 20)
        assert phone.state["date"].startswith("2016-12") or phone.state["date"] == "2017-01-01"
        phone.page.get_by_role("button", name="Search, legend, changes").tap()
        phone.page.locator(phone.ref("searchField")).fill("الرقة")
        phone.page.locator(".result").first.tap()
        expect(phone.page.locator(phone.ref("verdict"))).to_be_visible()
        expect(phone.page.locator(phone.ref("verdict"))).to_be_in_viewport()
        assert phone.page.evaluate(overflow) <= 0
    context.close()


def test_names_are_in_the_language_of_the_reader(map_page: MapPage) -> None:
    timeline = map_page.get_json("/api/timeline")["places"]
    names = dict(zip(timeline["id"], timeline["names"], strict=True))
    place = next(key for key, known in names.items() if known.get("nl", known["en"]) != known["en"])
    map_page.open(f"/?lang=nl#date=2016-05-24&place={place}")
    expect(map_page.page.locator(map_page.ref("placeName"))).to_have_text(names[place]["nl"])
    map_page.page.goto(f"/?lang=ar#date=2016-05-24&place={RAQQA}")
    map_page.wait_until_ready()
    expect(map_page.page.locator(map_page.ref("placeName"))).to_have_text("الرقة")
