"""What the page does with hostile words, broken answers, a server that goes away and no storage."""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.hostile import complaints, hostile_atlas, poison
from tests.browser.map_page import MapPage, clean_page
from tests.commands import COMMAND, run_process
from tests.factories import event, write_atlas
from tests.serving import ROOT, environment_for, free_port, serving

SIZES = [(1280, 800), (390, 844), (320, 640)]
RAQQA = "geonames:172955"
DAY = "2014-06-10"


@pytest.fixture(scope="module")
def hostile_settings(
    gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """A database into which the command line has loaded an atlas of hostile words."""
    folder = tmp_path_factory.mktemp("hostile")
    settings = environment_for(folder, free_port()) | {
        "GEOMAP_GAZETTEER": str(gazetteer_index),
        "PYTHONPATH": str(ROOT),
    }
    loaded = run_process(["load", hostile_atlas(folder / "atlas")], settings)
    assert loaded.code == 0, loaded.err
    return settings


@pytest.fixture(scope="module")
def hostile_server(hostile_settings: dict[str, str]) -> Iterator[str]:
    """A real server with it."""
    folder = Path(hostile_settings["HOME"])
    with serving([*COMMAND, "serve"], hostile_settings, folder) as address:
        yield address


@pytest.fixture(params=SIZES, ids=lambda size: str(size[0]))
def tab(browser: Browser, hostile_server: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        base_url=hostile_server,
        viewport={"width": request.param[0], "height": request.param[1]},
        accept_downloads=True,
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("sent", [False, True], ids=["loaded", "sent"])
def test_hostile_words_are_only_words_wherever_they_stand(tab: Page, *, sent: bool) -> None:
    if sent:
        poison(tab)
    map_page = MapPage(tab)
    map_page.open(f"/#date={DAY}")
    sheet = tab.get_by_role("button", name="Search, legend, changes")
    if sheet.is_visible():
        sheet.click()
    assert complaints(tab) == []
    tab.locator(map_page.ref("chartToggle")).click()
    expect(tab.locator(".chart-frame canvas")).to_be_visible()
    assert complaints(tab) == [], "in the chart"
    tab.locator(map_page.ref("searchField")).fill("raqqa")
    assert complaints(tab) == [], "in what was found"
    tab.locator(".result").first.click()
    expect(tab.locator(map_page.ref("placeName"))).to_contain_text("Raqqa")
    tab.locator(".spells summary").first.click()
    tab.locator(map_page.ref("whyToggle")).click()
    expect(tab.locator(".why-summary")).to_be_visible()
    assert complaints(tab) == [], "in the panel of a place"
    _share(map_page)


def _share(map_page: MapPage) -> None:
    tab = map_page.page
    tab.locator(map_page.ref("shareOpen")).click()
    assert complaints(tab) == [], "in the dialog"
    code = tab.locator(map_page.ref("embedCode")).input_value()
    assert code.startswith("<iframe ")
    assert code.count("<") == 2, "the title of the atlas must not add markup to the code"
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Picture (PNG)").click()
    width, height = struct.unpack(">II", Path(download.value.path()).read_bytes()[16:24])
    assert width <= 1280
    assert height <= 1600
    tab.keyboard.press("Escape")
    tab.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    tab.emulate_media(media="print")
    assert complaints(tab) == [], "in print"


def test_a_map_in_one_file_shows_hostile_words_as_words(
    browser: Browser, hostile_settings: dict[str, str], tmp_path: Path
) -> None:
    out = Path(hostile_settings["HOME"]) / "map.html"
    written = run_process(
        ["export", "html", "2014-06-01", "2014-06-30", "--out", out], hostile_settings
    )
    assert written.code == 0, written.err
    tab = browser.new_page(viewport={"width": 390, "height": 844})
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(out.as_uri())
    tab.get_by_role("button", name="Next change").click()
    expect(tab.locator("#geomap-date")).to_have_text("10 June 2014")
    label = tab.locator(".geomap-label", has_text="Raqqa").bounding_box()
    assert label is not None
    tab.mouse.click(label["x"] - 6, label["y"] + label["height"] / 2)
    expect(tab.locator(".geomap-popup")).to_contain_text("<script>window.hacked=2</script>")
    assert complaints(tab) == []
    assert [one for one in asked if not one.startswith(("file:", "data:", "blob:"))] == []
    tab.close()


@pytest.fixture
def visitor(browser: Browser, live_server: str) -> Iterator[MapPage]:
    """A reader whose browser may complain: here requests fail on purpose."""
    context = browser.new_context(base_url=live_server, viewport={"width": 1280, "height": 800})
    yield MapPage(context.new_page())
    context.close()


def test_a_server_that_goes_away_is_told_by_every_action_that_asks_it(
    browser: Browser, hostile_settings: dict[str, str]
) -> None:
    folder = Path(hostile_settings["HOME"])
    settings = hostile_settings | {"GEOMAP_PORT": str(free_port())}
    tab = browser.new_page()
    map_page = MapPage(tab)
    with serving([*COMMAND, "serve"], settings, folder) as address:
        map_page.open(f"{address}/#date={DAY}&place={RAQQA}")
        map_page.wait_for_ground()
    alerts = tab.get_by_role("alert").filter(has_text="The server does not answer")
    tab.locator(map_page.ref("whyToggle")).click()
    expect(alerts).to_have_count(1)
    tab.locator(map_page.ref("searchField")).fill("Mosul")
    tab.keyboard.press("Enter")
    expect(tab.locator(map_page.ref("placeName"))).to_contain_text("Mosul")
    expect(tab.locator(map_page.ref("place")).get_by_role("alert")).to_contain_text("not answer")
    tab.get_by_role("button", name="All places").click()
    tab.locator(map_page.ref("chartToggle")).click()
    expect(tab.locator("#chart").get_by_role("alert")).to_contain_text("does not answer")
    tab.locator(map_page.ref("language")).select_option("nl")
    expect(tab.locator(map_page.ref("noticeText"))).to_contain_text("does not answer")
    expect(tab.locator(map_page.ref("language"))).to_have_value("en")
    # What needs no server goes on.
    map_page.set_date("2014-08-01")
    with serving([*COMMAND, "serve"], settings, folder):
        tab.locator("#chart").get_by_role("button", name="Try again").click()
        expect(tab.locator(".chart-frame canvas")).to_be_visible()
        tab.locator(map_page.ref("retry")).click()
        expect(tab.locator("html")).to_have_attribute("lang", "nl")
        map_page.wait_until_ready()
        assert map_page.state["date"] == "2014-08-01"
    tab.close()


BROKEN = [
    pytest.param({"status": 500, "body": "<h1>Oops</h1>"}, "status 500", id="an error page"),
    pytest.param({"status": 200, "body": "<h1>Welcome</h1>"}, "damaged", id="not JSON"),
    pytest.param({"status": 200, "body": '{"revision":1,"atl'}, "damaged", id="cut off"),
    pytest.param({"status": 200, "body": ""}, "damaged", id="empty"),
    pytest.param({"status": 200, "body": "null"}, "not a timeline", id="nothing"),
    pytest.param({"columns": "periods.days"}, "periods.days is missing", id="a column less"),
    pytest.param({"columns": "places.id"}, "places.id is missing", id="no ids"),
    pytest.param({"columns": "arcs"}, "arcs.cell is missing", id="a table less"),
]


@pytest.mark.parametrize(("sent", "message"), BROKEN)
def test_a_broken_timeline_is_told_and_asked_for_again(
    visitor: MapPage, sent: dict[str, Any], message: str
) -> None:
    def answer(route: Route) -> None:
        if "columns" not in sent:
            route.fulfill(content_type="application/json", **sent)
            return
        answered = route.fetch()
        document = target = answered.json()
        *parents, last = sent["columns"].split(".")
        for parent in parents:
            target = target[parent]
        del target[last]
        route.fulfill(response=answered, json=document)

    visitor.page.route("**/api/timeline*", answer)
    visitor.page.goto("/#date=2017-10-17")
    expect(visitor.page.locator(visitor.ref("noticeText"))).to_contain_text(message)
    visitor.page.unroute("**/api/timeline*")
    visitor.page.get_by_role("button", name="Try again").click()
    visitor.wait_until_ready()
    assert visitor.state["date"] == "2017-10-17"


def test_a_slow_server_is_told_until_it_answers(visitor: MapPage) -> None:
    held: list[Route] = []
    visitor.page.clock.install()

    def hold(route: Route) -> None:
        held.append(route)

    visitor.page.route("**/api/timeline*", hold)
    visitor.page.goto("/")
    visitor.page.locator("html").wait_for()
    while not held:
        visitor.page.wait_for_timeout(20)
    notice = visitor.page.locator(visitor.ref("noticeText"))
    expect(notice).to_be_hidden()
    visitor.page.clock.run_for(7000)
    expect(notice).to_have_text(re.compile("takes its time"))
    expect(visitor.page.get_by_role("button", name="Try again")).to_be_visible()
    for route in held:
        route.continue_()
    visitor.page.clock.resume()
    expect(notice).to_be_hidden()
    visitor.wait_until_ready()


def test_an_atlas_without_claims_says_so(
    browser: Browser, gazetteer_index: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("empty")
    settings = environment_for(folder, free_port()) | {
        "GEOMAP_GAZETTEER": str(gazetteer_index),
        "PYTHONPATH": str(ROOT),
    }
    folder.chmod(0o777)
    for name, events, words in (
        ("nothing", [], "The atlas is empty"),
        ("events", [event()], "has no claims yet"),
    ):
        atlas = write_atlas(folder / name, claims=[], events=events, figures=[])
        assert run_process(["load", atlas], settings).code == 0
        tab = browser.new_page()
        with serving([*COMMAND, "serve"], settings, folder) as address:
            tab.goto(address)
            expect(tab.locator(".map-frame").get_by_text(words)).to_be_visible()
        tab.close()


WITHOUT_STORAGE = """{
  const get = () => { throw new DOMException("Denied", "SecurityError"); };
  for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, { get });
  Object.defineProperty(document, "cookie", { get });
}"""


def test_a_browser_without_storage_shows_everything(
    context: BrowserContext, live_server: str
) -> None:
    context.add_init_script(WITHOUT_STORAGE)
    with clean_page(context, live_server) as map_page:
        map_page.open(f"/#date=2017-10-17&place={RAQQA}")
        expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Democratic Forces")
        map_page.page.locator(map_page.ref("handle")).press("ArrowRight")
        assert map_page.state["date"] == "2017-10-18"
        map_page.page.reload()
        map_page.wait_until_ready()
        expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Democratic Forces")


def test_the_policy_allows_no_inline_script_and_no_other_host(
    context: BrowserContext, live_server: str
) -> None:
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', (event) => {"
        " (window.violations ??= []).push(`${event.violatedDirective} ${event.blockedURI}`); })"
    )
    page = context.new_page()
    answer = page.goto("/#date=2017-10-17")
    assert answer is not None
    policy = dict(
        part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; ")
    )
    sources = {source for part in policy.values() for source in part.split()}
    # The nonce is that of the import map; apart from it nothing inline runs.
    known = {"'self'", "'none'", "data:", *(one for one in sources if one.startswith("'nonce-"))}
    assert sources <= known
    assert policy["script-src"].startswith("'self' 'nonce-")
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    map_page = MapPage(page)
    map_page.wait_until_ready()
    map_page.wait_for_ground()
    for name in ("chartToggle", "play", "play", "nextChange"):
        page.locator(map_page.ref(name)).click()
    page.locator(map_page.ref("searchField")).fill("Raqqa")
    page.locator(".result").first.click()
    page.locator(map_page.ref("whyToggle")).click()
    expect(page.locator(".why-summary")).to_be_visible()
    page.locator(map_page.ref("shareOpen")).click()
    page.get_by_role("button", name="Picture (PNG)").click()
    assert page.evaluate("() => window.violations ?? []") == []
    # The listener does hear of what is refused.
    page.evaluate("() => { new Image().src = 'https://example.org/x.png'; }")
    page.wait_for_timeout(300)
    assert page.evaluate("() => window.violations") == ["img-src https://example.org/x.png"]
