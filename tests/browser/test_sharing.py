"""Sharing, citing and keeping a view, in a real browser."""

import base64
import re
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.map_page import ADDRESS_REST_MS, MapPage, clean_page, spoiled

RAQQA = "geonames:172955"
VIEW = f"#date=2016-05-24&known=2016-05-25&zoom=9&longitude=39.2&latitude=36.1&place={RAQQA}"
# Reads pixels of a picture through the page, which may show pictures from data addresses.
PIXELS = """async ({ picture, points }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${picture}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width, image.height];
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  return points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data]);
}"""
# Where the map begins in a picture: margin, title, day, the mark of the second clock, a gap.
MAP_TOP = 20 + 28 + 25 + 20 + 10
RULE = "/#date=2017-10-17&revision=1&dispute_window=30&reliability=B"


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def shown_link(map_page: MapPage) -> str:
    link: str = map_page.page.locator(map_page.ref("shareLink")).input_value()
    return link


def test_a_permanent_link_opens_the_same_view_and_rule(map_page: MapPage) -> None:
    map_page.open(f"/{VIEW}")
    map_page.page.locator(map_page.ref("shareOpen")).focus()
    map_page.page.keyboard.press("Enter")
    dialog = map_page.page.get_by_role("dialog", name="Share and cite")
    expect(dialog).to_be_visible()
    link = shown_link(map_page)
    assert "&known=2016-05-25&revision=1&dispute_window=14&" in link
    expect(dialog).to_contain_text("The map of 24 May 2016, as known on 25 May 2016. Revision 1, ")
    expect(map_page.page.locator(map_page.ref("citation"))).to_contain_text(link)
    before = map_page.state
    map_page.page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert map_page.focused == "shareOpen"

    map_page.page.goto("about:blank")
    map_page.open(link)
    assert map_page.state == before
    asked = [url for url in map_page.requests if "/api/timeline?" in url]
    pinned = "?known=2016-05-25&revision=1&dispute_window=14"
    assert any(url.endswith(pinned) for url in asked)
    expect(map_page.page.locator(map_page.ref("knownWords"))).to_have_text(
        "As known on 25 May 2016"
    )
    map_page.page.locator(map_page.ref("shareOpen")).click()
    assert shown_link(map_page) == link


def test_a_rule_of_its_own_is_told_and_can_be_left(map_page: MapPage) -> None:
    map_page.open(RULE)
    words = map_page.page.locator(map_page.ref("knownWords"))
    expect(words).to_have_text(
        "Dispute window of 30 days · Only sources of reliability B or better"
    )
    answer = map_page.get_json("/control.geojson?date=2017-10-17&dispute_window=30&reliability=B")
    statuses = [one["properties"]["status"] for one in answer["features"]]
    unknown = map_page.page.locator(".legend li", has_text="Unknown").locator(".count")
    expect(unknown).to_have_text(str(statuses.count("unknown")))
    map_page.page.get_by_role("button", name="Show the map as it is now").click()
    expect(words).to_be_hidden()
    expect(map_page.page).not_to_have_url(re.compile("reliability"))
    assert "date=2017-10-17" in map_page.page.url


def test_an_older_revision_says_so(map_page: MapPage) -> None:
    def later(route: Route) -> None:
        answer = route.fetch()
        body = answer.text().replace("revision=1&amp;", "revision=4&amp;")
        route.fulfill(response=answer, body=body)

    map_page.page.route(lambda url: url.split("#")[0].endswith("/"), later)
    map_page.open("/#date=2017-10-17&revision=1")
    expect(map_page.page.locator(map_page.ref("knownWords"))).to_have_text(
        "Revision 1 of the atlas; the newest is 4"
    )


def test_a_revision_that_never_was_is_not_left_out_in_silence(context: BrowserContext) -> None:
    # The browser itself complains about the refused request, so this page need not be silent.
    map_page = MapPage(context.new_page())
    map_page.open("/#date=2017-10-17&revision=9")
    expect(map_page.page.locator(map_page.ref("knownWords"))).to_contain_text(
        "revisions go from 1 to 1. The map shows all that is known."
    )
    map_page.page.get_by_role("button", name="Close").click()
    expect(map_page.page.locator(map_page.ref("knownWords"))).to_be_hidden()
    assert map_page.state["date"] == "2017-10-17"


def test_a_link_is_copied_or_else_selected(map_page: MapPage, context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    map_page.open("/#date=2017-10-17")
    map_page.page.locator(map_page.ref("shareOpen")).click()
    map_page.page.get_by_role("button", name="Copy Permanent link").click()
    status = map_page.page.locator(map_page.ref("shareStatus"))
    expect(status).to_have_text("Copied.")
    copied: str = map_page.page.evaluate("() => navigator.clipboard.readText()")
    assert copied == shown_link(map_page)

    map_page.page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
    )
    map_page.page.get_by_role("button", name="Copy Citation").click()
    expect(status).to_contain_text("The text is selected")
    selected: str = map_page.page.evaluate("() => getSelection().toString()")
    assert selected.startswith("The rise and fall of IS")
    assert selected.endswith(copied)


def saved_picture(map_page: MapPage) -> tuple[str, bytes]:
    map_page.page.locator(map_page.ref("shareOpen")).click()
    with map_page.page.expect_download() as download:
        map_page.page.get_by_role("button", name="Picture (PNG)").click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


@pytest.mark.parametrize("ratio", [1, 2])
def test_a_picture_shows_the_map_as_it_is_painted(
    browser: Browser, live_server: str, ratio: int
) -> None:
    context = browser.new_context(
        base_url=live_server,
        viewport={"width": 1280, "height": 800},
        device_scale_factor=ratio,
        accept_downloads=True,
    )
    with clean_page(context, live_server) as map_page:
        map_page.open(f"/{VIEW}")
        map_page.wait_for_ground()
        # A map that has been dragged lies elsewhere in its canvases.
        map_page.page.locator(map_page.ref("map")).focus()
        map_page.page.keyboard.press("ArrowRight")
        map_page.page.wait_for_timeout(600)
        name, picture = saved_picture(map_page)
        box = map_page.page.locator(map_page.ref("map")).bounding_box()
        assert box is not None
        width, height = struct.unpack(">II", picture[16:24])
        assert name == "isis-campaign-2016-05-24.png"
        assert width == box["width"] * ratio
        assert height / ratio > MAP_TOP + box["height"] + 60
        ids = map_page.get_json("/api/timeline")["places"]["id"]
        marks = [one for one in map_page.painted(ids).values() if one and not one["covered"]]
        assert len(marks) > 5
        points = [[int(one["x"] * ratio), int((MAP_TOP + one["y"]) * ratio)] for one in marks]
        encoded = base64.b64encode(picture).decode()
        read = map_page.page.evaluate(PIXELS, {"picture": encoded, "points": points})
        # The centre of a marker may lie under a name.
        same = [one["rgba"] == seen for one, seen in zip(marks, read, strict=True)]
        assert same.count(True) > 0.8 * len(same)
    context.close()


def test_hostile_names_are_only_text_in_a_picture(map_page: MapPage) -> None:
    hostile = '<img src=x onerror="window.hacked=1">\u202egnp\n' + "x" * 10_000
    timeline = map_page.get_json("/api/timeline")
    values = {"atlas.title": hostile, "atlas.id": "../<b>", "atlas.licence": hostile} | {
        f"actors.{at}.name": hostile for at in range(len(timeline["actors"]))
    }
    body = spoiled(timeline, values)
    map_page.page.route(
        "**/api/timeline*",
        lambda route: route.fulfill(content_type="application/json", body=body),
    )
    map_page.open("/#date=2017-10-17")
    name, picture = saved_picture(map_page)
    assert name == "-b--2017-10-17.png"
    width, height = struct.unpack(">II", picture[16:24])
    assert width < 1280
    assert height < 1280
    assert map_page.page.evaluate("() => window.hacked") is None
    assert map_page.page.locator("img[src=x]").count() == 0


def test_a_print_has_map_day_legend_credits_and_citation_and_no_controls(
    map_page: MapPage,
) -> None:
    map_page.open("/#date=2017-10-17&known=2017-10-16")
    map_page.page.locator(map_page.ref("shareOpen")).click()
    map_page.page.evaluate("() => { window.print = () => { window.printed = true; }; }")
    map_page.page.get_by_role("button", name="Print").click()
    assert map_page.page.evaluate("() => window.printed")
    map_page.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    map_page.page.emulate_media(media="print")
    sheet = map_page.page.locator(map_page.ref("printSheet"))
    expect(sheet).to_contain_text("17 October 2017")
    expect(sheet).to_contain_text("As known on 16 October 2017")
    expect(sheet).to_contain_text("Syrian Democratic Forces")
    expect(sheet).to_contain_text("Base map: Natural Earth")
    expect(sheet).to_contain_text("Revision 1, judged by rule-1")
    expect(sheet.locator("> canvas")).to_be_visible()
    assert (
        map_page.page.locator("button:visible, input:visible, [role=slider]:visible").count() == 0
    )
    map_page.page.emulate_media(media="screen")
    map_page.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(sheet).to_be_empty()
    expect(map_page.page.locator(map_page.ref("shareOpen"))).to_be_visible()


@contextmanager
def _foreign_page(body: str) -> Iterator[str]:
    """A page of another origin on this machine; a page of the web may frame nothing on it."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def test_the_embedded_map_stands_in_any_page_and_the_whole_one_in_none(
    context: BrowserContext, live_server: str
) -> None:
    source = MapPage(context.new_page())
    source.open(f"/?lang=nl{VIEW}")
    source.page.locator(source.ref("shareOpen")).click()
    code = source.page.locator(source.ref("embedCode")).input_value()
    assert code.startswith(f'<iframe src="{live_server}/?lang=nl&amp;embed=1#date=2016-05-24&amp;')
    assert 'title="The rise and fall of IS' in code

    host = context.new_page()
    plain = code.replace("embed=1", "embed=0")
    with _foreign_page(f"<p>Before</p>{code}{plain}") as address:
        host.goto(address)
        _check_frames(host, source)


def _check_frames(host: Page, source: MapPage) -> None:
    frame = host.frame_locator("iframe").first
    slider = frame.get_by_role("slider", name="Dag op de kaart")
    expect(slider).to_be_visible()
    expect(frame.locator(source.ref("knownWords"))).to_have_text("Zoals bekend op 25 mei 2016")
    expect(frame.get_by_role("main")).to_have_count(0)
    expect(frame.get_by_role("dialog")).to_have_count(0)
    expect(frame.locator(source.ref("knownLeave"))).to_be_hidden()
    expect(frame.locator(".credits")).to_contain_text("Natural Earth")
    expect(host.frame_locator("iframe").nth(1).get_by_role("slider")).to_have_count(0)

    before = host.evaluate("() => history.length")
    slider.press("ArrowRight")
    link = frame.get_by_role("link", name="Open de hele kaart")
    link.focus()
    expect(link).to_have_attribute("href", re.compile("#date=2016-05-25&known=2016-05-25&rev"))
    expect(link).not_to_have_attribute("href", re.compile("embed"))
    host.wait_for_timeout(ADDRESS_REST_MS)
    assert host.evaluate("() => history.length") == before
    with host.context.expect_page() as opened:
        link.press("Enter")
    whole = MapPage(opened.value)
    whole.wait_until_ready()
    assert whole.state["date"] == "2016-05-25"
    expect(opened.value.get_by_role("main")).to_be_visible()
