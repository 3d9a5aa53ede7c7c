"""The time bar in a real browser: clocks, axis, events, playing; by mouse, keyboard and touch."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, FloatRect, Locator, Page, Route, expect

from tests.browser.axe import grave_findings
from tests.browser.map_page import MapPage, clean_page

VIEW = "/#date=2017-10-17"
YEAR = f"{VIEW}&span=2017-01-01/2017-12-31"
RAQQA = "geonames:172955"
PHONE = {"width": 390, "height": 844}
# A page that loads anew forgets what was left in it.
LEAVE_A_TRACE = "() => { window.trace = true; }"
HAS_TRACE = "() => window.trace === true"
OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def part(map_page: MapPage, name: str) -> Locator:
    return map_page.page.locator(map_page.ref(name))


def box(locator: Locator) -> FloatRect:
    found = locator.bounding_box()
    assert found is not None
    return found


def drag(page: Page, start: tuple[float, float], to_x: float, steps: int = 8) -> None:
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(to_x, start[1], steps=steps)
    page.mouse.up()


def asked_for(map_page: MapPage, word: str) -> list[str]:
    return [url for url in map_page.requests if word in url]


def test_the_day_of_knowledge_is_dragged_without_a_reload(map_page: MapPage) -> None:
    map_page.open(f"{VIEW}&place={RAQQA}")
    page, handle, mark = map_page.page, part(map_page, "knownHandle"), part(map_page, "knownMark")
    page.evaluate(LEAVE_A_TRACE)
    expect(handle).to_be_hidden()
    part(map_page, "knownToggle").click()
    expect(part(map_page, "knownWords")).to_have_text("As known on 17 October 2017")
    expect(part(map_page, "knownToggle")).to_have_attribute("aria-pressed", "true")
    expect(part(map_page, "verdict")).to_be_visible()
    # Steps in quick succession become one entry of the history, so this one is given its own.
    expect(page).to_have_url(re.compile("known=2017-10-17"))
    before = box(handle)
    asked = len(asked_for(map_page, "/api/timeline?known="))
    drag(page, (before["x"] + 1, before["y"] + 4), before["x"] - 60, steps=30)
    expect(mark).to_contain_text("nothing of it was known yet")
    expect(part(map_page, "knownNote")).to_contain_text(re.compile(r"\d+ answers? differ"))
    # Thirty moves of the handle are one wish; on a busy machine some of them seem to rest.
    assert len(asked_for(map_page, "/api/timeline?known=")) - asked < 15
    earlier = map_page.state["known"]
    assert earlier < "2017-10-17"
    assert map_page.state["date"] == "2017-10-17"
    assert map_page.state["place"] == RAQQA
    expect(page).to_have_url(re.compile(f"known={earlier}"))
    page.go_back()
    expect(part(map_page, "knownWords")).to_have_text("As known on 17 October 2017")
    page.go_forward()
    expect(handle).to_have_attribute("aria-valuetext", re.compile("^As known on .*differ"))
    assert map_page.state["known"] == earlier
    handle.press("Escape")
    expect(mark).to_be_hidden()
    assert map_page.focused == "knownToggle"
    assert map_page.state["known"] is None
    assert page.evaluate(HAS_TRACE)


def test_the_old_picture_stays_until_the_new_one_is_there(context: BrowserContext) -> None:
    # The browser itself complains about the request that fails, so this page need not be silent.
    map_page = MapPage(context.new_page())
    map_page.open(VIEW)
    page = map_page.page
    painted = map_page.painted([RAQQA])
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/api/timeline?known=*", hold)
    part(map_page, "knownToggle").click()
    expect(part(map_page, "knownWords")).to_have_text("Fetching what was known on 17 October 2017…")
    assert map_page.painted([RAQQA]) == painted
    assert map_page.state["known"] is None
    part(map_page, "knownHandle").press("PageDown")
    expect(part(map_page, "knownWords")).to_contain_text("17 September 2017")
    while not any("2017-09-17" in route.request.url for route in held):
        page.wait_for_timeout(50)
    held[-1].abort()
    expect(part(map_page, "knownWords")).to_have_text(
        "The server does not answer. Is it still running?"
    )
    assert map_page.painted([RAQQA]) == painted
    page.unroute("**/api/timeline?known=*")
    page.get_by_role("button", name="Try again").click()
    expect(part(map_page, "knownWords")).to_have_text("As known on 17 September 2017")
    assert map_page.state["known"] == "2017-09-17"
    assert map_page.painted([RAQQA]) != painted


def test_a_day_that_is_dragged_to_the_end_of_the_axis_draws_more_of_it_in(
    map_page: MapPage,
) -> None:
    map_page.open(YEAR)
    page, track = map_page.page, box(part(map_page, "track"))
    middle = track["y"] + 20
    page.mouse.move(track["x"] + track["width"] / 2, middle)
    page.mouse.down()
    page.mouse.move(track["x"] + track["width"] - 3, middle, steps=4)
    expect(part(map_page, "handle")).to_have_attribute("data-day", re.compile("2018"))
    # Back from the end the axis rests, also while the button is still down.
    page.mouse.move(track["x"] + track["width"] / 2, middle)
    rested = part(map_page, "axis").inner_text()
    page.mouse.move(track["x"] + track["width"] / 3, middle)
    assert part(map_page, "axis").inner_text() == rested
    page.mouse.up()
    expect(page).to_have_url(re.compile(r"span=2017-\d\d-\d\d/2018-\d\d-\d\d"))


def test_the_axis_is_zoomed_and_pushed_by_mouse(map_page: MapPage) -> None:
    map_page.open(VIEW)
    page, axis = map_page.page, part(map_page, "axis")
    map_page.wait_for_ground()
    asked = len(map_page.requests)
    whole = axis.inner_text().split()
    assert whole == ["2014", "2015", "2016", "2017", "2018", "2019"]
    track = box(part(map_page, "track"))
    page.mouse.move(box(part(map_page, "handle"))["x"], track["y"] + 20)
    for _ in range(4):
        page.mouse.wheel(0, -120)
    expect(axis).to_contain_text("Oct")
    expect(part(map_page, "axisOverview")).to_have_attribute("aria-valuetext", re.compile("2018"))
    # The day under the pointer has stayed under it; a pixel beside it has become four.
    assert abs(box(part(map_page, "handle"))["x"] - page_x(map_page)) < 6
    months = axis.inner_text()
    row = box(axis)
    drag(page, (row["x"] + 400, row["y"] + 12), row["x"] + 650)
    expect(axis).not_to_have_text(months)
    assert map_page.state["date"] == "2017-10-17"
    part(map_page, "axisWhole").click()
    expect(axis).to_contain_text("2014")
    part(map_page, "axisCloser").click()
    expect(page).to_have_url(re.compile(r"span=\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d"))
    strip = box(part(map_page, "axisOverview"))
    drag(page, (strip["x"] + strip["width"] * 0.6, strip["y"] + 13), strip["x"])
    expect(axis).to_contain_text("2014")
    assert len(asked_for(map_page, "/api/")) == len(
        [url for url in map_page.requests[:asked] if "/api/" in url]
    )


def page_x(map_page: MapPage) -> float:
    """Where the handle of the day lies on the axis that shows all time."""
    track = box(part(map_page, "track"))
    return track["x"] + track["width"] * (1385.5 / 2191)


def test_time_is_stepped_through_by_keyboard(map_page: MapPage) -> None:
    map_page.open(VIEW)
    keyboard = map_page.page.keyboard
    map_page.tab_to("handle")
    for key, day in [
        ("ArrowRight", "2017-10-18"),
        ("ArrowUp", "2017-10-18"),
        ("ArrowLeft", "2017-10-11"),
        ("ArrowUp", "2017-10-11"),
        ("ArrowRight", "2017-11-11"),
        ("ArrowDown", "2017-11-11"),
        ("ArrowRight", "2017-11-18"),
    ]:
        keyboard.press(key)
        assert map_page.state["date"] == day, key
    assert part(map_page, "timeStatus").inner_text() == "Step: one week"
    assert part(map_page, "stepOn").get_attribute("aria-label") == "One week on"
    for _ in range(3):
        keyboard.press("+")
    expect(part(map_page, "axis")).to_contain_text("Nov")
    keyboard.press("End")
    # The axis has come along.
    expect(part(map_page, "axis")).to_contain_text("2019")
    assert "is-beside" not in (part(map_page, "handle").get_attribute("class") or "")
    keyboard.press("0")
    expect(part(map_page, "axis")).to_contain_text("2014")
    part(map_page, "searchField").press("ArrowLeft")
    part(map_page, "dateField").press("Home")
    assert map_page.state["date"] == "2019-12-31"
    part(map_page, "knownToggle").press("Enter")
    expect(part(map_page, "knownHandle")).to_be_visible()
    part(map_page, "knownHandle").press("PageDown")
    expect(part(map_page, "knownWords")).to_have_text("As known on 30 November 2019")
    assert map_page.state["date"] == "2019-12-31"


def test_a_key_that_is_held_runs_through_time(map_page: MapPage) -> None:
    map_page.open("/#date=2016-01-01")
    part(map_page, "handle").focus()
    for _ in range(40):
        map_page.page.keyboard.down("ArrowRight")
    map_page.page.keyboard.up("ArrowRight")
    assert map_page.state["date"] == "2016-02-10"
    button = box(part(map_page, "stepBack"))
    map_page.page.mouse.move(button["x"] + 12, button["y"] + 12)
    map_page.page.mouse.down()
    map_page.page.wait_for_timeout(1000)
    map_page.page.mouse.up()
    held = map_page.state["date"]
    assert held < "2016-02-09"
    map_page.page.wait_for_timeout(300)
    assert map_page.state["date"] == held


def test_the_window_of_events_is_dragged_typed_and_chosen(map_page: MapPage) -> None:
    map_page.open(YEAR)
    grip, span = part(map_page, "windowGrip"), part(map_page, "windowSpan")
    expect(grip).to_have_attribute(
        "aria-valuetext", "Of the last 30 days: from 18 September 2017 to 17 October 2017"
    )
    before, width = box(grip), box(span)["width"]
    drag(map_page.page, (before["x"] + 8, before["y"] + 12), before["x"] - 142)
    assert box(span)["width"] == pytest.approx(width + 150, abs=8)
    days = int(grip.get_attribute("aria-valuenow") or 0)
    assert 85 <= days <= 105
    expect(map_page.page).to_have_url(re.compile(f"window={days}"))
    assert map_page.state["date"] == "2017-10-17"
    for key, value in [("ArrowRight", days - 1), ("PageUp", 365 if days > 90 else 90), ("End", 1)]:
        grip.press(key)
        assert int(grip.get_attribute("aria-valuenow") or 0) == value, key
    part(map_page, "timeMoreOpen").click()
    part(map_page, "window").select_option("7")
    expect(grip).to_have_attribute("aria-valuenow", "7")
    map_page.page.keyboard.press("Escape")
    expect(part(map_page, "timeMore")).to_be_hidden()


def test_the_next_change_is_sought_where_the_reader_wants(map_page: MapPage) -> None:
    map_page.open("/#date=2014-06-01")
    timeline = map_page.get_json("/api/places/" + RAQQA + "/record")
    assert timeline["place"]["id"] == RAQQA
    step = part(map_page, "nextChange")
    step.click()
    anywhere = map_page.state["date"]
    part(map_page, "timeMoreOpen").click()
    scope = part(map_page, "scope")
    assert scope.locator("option[value=place]").is_disabled()
    scope.select_option("actor:turkey-sna")
    map_page.page.keyboard.press("Escape")
    expect(step).to_have_attribute("aria-label", re.compile("^Next change: Turkey"))
    step.click()
    of_turkey = map_page.state["date"]
    assert anywhere < "2014-07-01" < of_turkey
    expect(map_page.page).to_have_url(re.compile("changes=actor:turkey-sna"))

    map_page.page.goto(f"/#date=2014-06-01&place={RAQQA}&changes=place")
    expect(step).to_have_attribute("aria-label", "Next change: Raqqa")
    while step.get_attribute("aria-disabled") != "true":
        step.click()
    expect(part(map_page, "verdict")).to_contain_text("Democratic Forces")


def test_playing_goes_round_and_stops_when_nobody_looks(map_page: MapPage) -> None:
    address = "/#date=2017-12-20&span=2017-12-01/2017-12-31&speed=90&loop=1"
    map_page.open(address)
    days = """() => new Promise((resolve) => {
      const seen = [];
      const look = () => {
        seen.push(window.geomap.state.date);
        if (seen.length < 90) requestAnimationFrame(look); else resolve(seen);
      };
      look();
    })"""
    part(map_page, "handle").press("Space")
    seen = map_page.page.evaluate(days)
    assert max(seen) <= "2017-12-31"
    assert min(seen) < "2017-12-20"
    hide = """() => {
      Object.defineProperty(document, "hidden", { value: true, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }"""
    map_page.page.evaluate(hide)
    assert not map_page.state["playing"]
    expect(map_page.page.get_by_role("button", name="Play", exact=True)).to_be_visible()


def test_with_less_motion_time_goes_by_months(browser: Browser, live_server: str) -> None:
    context = browser.new_context(base_url=live_server, reduced_motion="reduce")
    with clean_page(context, live_server) as calm:
        calm.open("/#date=2016-01-15")
        part(calm, "handle").press("Space")
        expect(part(calm, "dateField")).to_have_value("15 February 2016", timeout=15000)
        part(calm, "handle").press("Space")
        assert calm.state["date"] in {"2016-02-15", "2016-03-15"}
    context.close()


def test_in_a_frame_the_wheel_is_left_to_the_page_around(map_page: MapPage) -> None:
    map_page.open("/?embed=1#date=2016-05-24")
    track = box(part(map_page, "track"))
    map_page.page.mouse.move(track["x"] + 200, track["y"] + 20)
    axis = part(map_page, "axis")
    years = axis.inner_text()
    map_page.page.mouse.wheel(0, -240)
    map_page.page.wait_for_timeout(300)
    assert axis.inner_text() == years
    map_page.page.keyboard.down("Control")
    map_page.page.mouse.wheel(0, -240)
    map_page.page.keyboard.up("Control")
    expect(axis).not_to_have_text(years)
    expect(part(map_page, "knownToggle")).to_have_count(0)


def test_whoever_returns_finds_everything_as_it_was(map_page: MapPage) -> None:
    address = (
        f"/#date=2017-10-17&known=2017-10-20&zoom=7&longitude=40&latitude=35&place={RAQQA}"
        "&span=2017-06-01/2017-12-31&window=90&step=week&speed=90&loop=1&changes=place"
    )
    map_page.open(address)
    left = map_page.state
    map_page.page.goto("about:blank")
    map_page.page.go_back()
    map_page.wait_until_ready()
    assert map_page.state == left
    expect(part(map_page, "stepOn")).to_have_attribute("aria-label", "One week on")
    expect(part(map_page, "windowGrip")).to_have_attribute("aria-valuenow", "90")
    expect(part(map_page, "axis")).to_contain_text("Oct")
    expect(part(map_page, "speed")).to_have_value("90")
    expect(part(map_page, "loop")).to_be_checked()
    expect(part(map_page, "nextChange")).to_have_attribute("aria-label", "Next change: Raqqa")
    expect(part(map_page, "knownWords")).to_have_text("As known on 20 October 2017")
    # The last steps before leaving had no time to rest.
    part(map_page, "handle").press("ArrowRight")
    map_page.page.goto("about:blank")
    map_page.page.go_back()
    map_page.wait_until_ready()
    assert map_page.state["date"] == "2017-10-24"


@contextmanager
def phone_page(browser: Browser, live_server: str, **wishes: Any) -> Iterator[MapPage]:
    context = browser.new_context(
        base_url=live_server,
        viewport=wishes.pop("viewport", PHONE),
        device_scale_factor=2,
        has_touch=True,
        is_mobile=True,
        **wishes,
    )
    with clean_page(context, live_server) as opened:
        yield opened
    context.close()


class Fingers:
    """Fingers on a touch screen, as the browser hears of them."""

    def __init__(self, page: Page) -> None:
        self._session = page.context.new_cdp_session(page)

    def _send(self, kind: str, points: list[tuple[float, float]]) -> None:
        fingers = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(points)]
        self._session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": fingers})

    def down(self, *points: tuple[float, float]) -> None:
        """These fingers touch the screen."""
        self._send("touchStart", list(points))

    def move(self, *points: tuple[float, float]) -> None:
        """They have moved."""
        self._send("touchMove", list(points))

    def up(self) -> None:
        """All leave it."""
        self._send("touchEnd", [])


def test_fingers_move_the_day_and_zoom_the_axis(browser: Browser, live_server: str) -> None:
    with phone_page(browser, live_server) as phone:
        phone.open(VIEW)
        track = box(part(phone, "track"))
        middle, y = track["x"] + track["width"] / 2, track["y"] + 20
        fingers = Fingers(phone.page)
        fingers.down((middle, y))
        fingers.move((middle + 60, y))
        fingers.up()
        day = phone.state["date"]
        assert "2017-12-01" < day < "2018-02-15"
        fingers.down((middle - 20, y))
        fingers.down((middle - 20, y), (middle + 20, y))
        pinched = phone.state["date"]
        for apart in (40, 80, 120, 160):
            fingers.move((middle - apart, y), (middle + apart, y))
        fingers.up()
        expect(phone.page).to_have_url(re.compile("span=201[5-6]"))
        assert phone.state["date"] == pinched
        part(phone, "timeMoreOpen").tap()
        expect(part(phone, "timeMore")).to_be_in_viewport()
        part(phone, "unit").select_option("month")
        part(phone, "timeMore").get_by_role("button", name="Close").tap()
        expect(part(phone, "timeMore")).to_be_hidden()
        part(phone, "stepOn").tap()
        assert phone.state["date"][:7] > pinched[:7]
        part(phone, "knownToggle").tap()
        expect(part(phone, "knownWords")).to_contain_text("As known on")


@pytest.mark.parametrize("language", ["nl", "ar"])
@pytest.mark.parametrize("height", [640, 256], ids=["narrow", "enlarged four times"])
def test_nothing_lies_beyond_the_edge(
    browser: Browser, live_server: str, language: str, height: int
) -> None:
    size = {"width": 320, "height": height}
    with phone_page(browser, live_server, viewport=size, reduced_motion="reduce") as phone:
        phone.open(f"/?lang={language}#date=2017-10-17&known=2017-10-01")
        assert phone.page.evaluate(OVERFLOW) <= 0
        for name in ("play", "stepOn", "knownToggle", "timeMoreOpen", "axisWhole", "handle"):
            part(phone, name).scroll_into_view_if_needed()
            where = box(part(phone, name))
            assert where["x"] >= 0, name
            assert where["x"] + where["width"] <= size["width"], name
        part(phone, "timeMoreOpen").tap()
        expect(part(phone, "window")).to_be_visible()
        assert phone.page.evaluate(OVERFLOW) <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious_in_the_time_bar(
    browser: Browser, live_server: str, scheme: Any
) -> None:
    context = browser.new_context(
        base_url=live_server, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    map_page = MapPage(context.new_page())
    map_page.open(f"{YEAR}&known=2017-10-01&window=90")
    expect(part(map_page, "knownNote")).to_be_visible()
    assert grave_findings(map_page) == []
    part(map_page, "timeMoreOpen").click()
    assert grave_findings(map_page) == []
    context.close()
