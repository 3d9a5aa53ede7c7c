"""Why an answer is as it is, and the map as known on another day, in a real browser."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Route, ViewportSize, expect

from tests.browser.map_page import MapPage, clean_page

BAGHUZ = "geonames:171943"
ON_THE_DAY = f"/#date=2019-02-16&zoom=9&longitude=40.9&latitude=34.4&place={BAGHUZ}"
PHONE = ViewportSize(width=390, height=844)


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def asked_why(map_page: MapPage) -> list[str]:
    return [url for url in map_page.requests if "/api/explain?" in url]


def test_a_reader_asks_why_by_keyboard(map_page: MapPage) -> None:
    map_page.open(ON_THE_DAY)
    toggle = map_page.page.locator(map_page.ref("whyToggle"))
    why = map_page.page.locator(map_page.ref("why"))
    expect(toggle).to_have_attribute("aria-expanded", "false")
    assert asked_why(map_page) == []
    toggle.focus()
    map_page.page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(why).to_contain_text("Al-Baghuz Fawqani was disputed: sources name Islamic State and")
    for source, grade in (("Syrian Observatory for Human Rights", "B3"), ("A commander", "C2")):
        claim = why.locator("li.claim", has_text=source).first
        expect(claim).to_contain_text(grade)
        expect(claim).to_contain_text("= 0.48.")
    assert toggle.get_attribute("aria-controls") == why.get_attribute("id")
    map_page.page.keyboard.press("Space")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    expect(why).to_be_hidden()


def test_what_is_not_counted_opens_with_its_reason(map_page: MapPage) -> None:
    map_page.open(ON_THE_DAY)
    map_page.page.locator(map_page.ref("whyToggle")).click()
    left_out = map_page.page.locator(map_page.ref("why")).locator("details")
    left_out.locator("summary").click()
    expect(left_out).to_contain_text("Not in force yet: it speaks of 23 Mar 2019 at the earliest.")
    expect(left_out).to_contain_text("Step 2 History: control changed later, by ")


def test_nothing_is_asked_while_the_days_run(map_page: MapPage) -> None:
    map_page.open(ON_THE_DAY)
    map_page.page.locator(map_page.ref("whyToggle")).click()
    why = map_page.page.locator(map_page.ref("why"))
    expect(why).to_contain_text("On 16 February 2019")
    handle = map_page.page.locator(map_page.ref("handle"))
    handle.focus()
    for _ in range(40):
        map_page.page.keyboard.press("ArrowRight")
    assert len(asked_why(map_page)) == 1
    expect(map_page.page.locator(map_page.ref("whyLater"))).to_contain_text(
        "This explains 16 February 2019."
    )
    map_page.page.get_by_role("button", name="Explain the day shown").click()
    expect(why).to_contain_text("On 28 March 2019, Al-Baghuz Fawqani was held by")
    expect(map_page.page.locator(map_page.ref("whyLater"))).to_be_hidden()
    assert len(asked_why(map_page)) == 2


def test_a_failure_is_told_and_can_be_tried_again(context: BrowserContext) -> None:
    page = MapPage(context.new_page())
    problem = '{"status": 503, "detail": "The answers are being <b>derived</b> anew."}'
    turns = iter((True, False))

    def answer(route: Route) -> None:
        if next(turns):
            route.fulfill(status=503, content_type="application/problem+json", body=problem)
        else:
            route.continue_()

    page.page.route("**/api/explain?*", answer)
    page.open(ON_THE_DAY)
    page.page.locator(page.ref("whyToggle")).click()
    why = page.page.locator(page.ref("why"))
    expect(why.get_by_role("alert")).to_have_text(
        "The server answered with status 503. The answers are being <b>derived</b> anew."
    )
    why.get_by_role("button", name="Try again").click()
    expect(why).to_contain_text("was disputed")
    expect(why.get_by_role("alert")).to_have_count(0)


def test_the_map_as_known_that_evening(map_page: MapPage) -> None:
    map_page.open(ON_THE_DAY.replace("#", "#known=2019-02-15&"))
    assert (map_page.state["known"], map_page.state["date"]) == ("2019-02-15", "2019-02-16")
    assert map_page.text("knownWords") == "As known on 15 February 2019"
    assert map_page.text("verdict").startswith("Held by Islamic State")
    map_page.page.locator(map_page.ref("whyToggle")).click()
    expect(map_page.page.locator(map_page.ref("why"))).to_contain_text(
        "As known on 15 February 2019."
    )
    map_page.page.locator(map_page.ref("knownLeave")).click()
    expect(map_page.page).not_to_have_url(re.compile("known="))
    map_page.wait_until_ready()
    expect(map_page.page.locator(map_page.ref("verdict"))).to_contain_text("Disputed")
    assert (map_page.state["known"], map_page.state["place"]) == (None, BAGHUZ)
    map_page.page.go_back()
    expect(map_page.page.locator(map_page.ref("knownMark"))).to_be_visible()
    map_page.wait_until_ready()
    assert map_page.state["known"] == "2019-02-15"


def test_a_day_of_knowledge_is_typed(map_page: MapPage) -> None:
    map_page.open("/#date=2019-02-16")
    field = map_page.page.locator(map_page.ref("knownField"))
    error = map_page.page.locator(map_page.ref("knownError"))
    for text, words in (
        ("yesterday", "“yesterday” is not a date we can read."),
        ("1 May 2009", "On 1 May 2009 nothing was known yet: the atlas begins on"),
        ("1 May 2999", "What will be known on 1 May 2999 nobody can say yet."),
    ):
        field.fill(text)
        field.press("Enter")
        expect(error).to_contain_text(words)
    field.fill("16 feb 2019")
    field.press("Enter")
    expect(map_page.page.locator(map_page.ref("knownWords"))).to_have_text(
        "As known on 16 February 2019"
    )
    expect(map_page.page).to_have_url(re.compile("date=2019-02-16&known=2019-02-16"))


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ("2019-02-30", "“2019-02-30” is not a date of the form 2019-02-16."),
        ("%3Cimg src=x%3E", "“<img src=x>” is not a date of the form 2019-02-16."),
        ("1999-01-01", "On 1 January 1999 nothing was known yet"),
    ],
)
def test_an_address_with_a_broken_day_of_knowledge_says_so(
    map_page: MapPage, known: str, words: str
) -> None:
    map_page.open(f"/#date=2019-02-16&known={known}")
    mark = map_page.page.locator(map_page.ref("knownMark"))
    expect(mark).to_contain_text(words)
    expect(mark).to_contain_text("The map shows all that is known.")
    assert map_page.state["known"] is None
    expect(map_page.page).not_to_have_url(re.compile("known="))
    mark.get_by_role("button", name="Close").click()
    expect(mark).to_be_hidden()


def test_on_a_phone_nothing_lies_beyond_the_edge(browser: Browser, live_server: str) -> None:
    context = browser.new_context(base_url=live_server, viewport=PHONE, has_touch=True)
    with clean_page(context, live_server) as page:
        page.open(ON_THE_DAY.replace("#", "#known=2019-02-16&"))
        page.page.locator(page.ref("whyToggle")).tap()
        expect(page.page.locator(page.ref("why"))).to_contain_text("was disputed")
        width = "() => document.documentElement.scrollWidth"
        assert page.page.evaluate(width) == PHONE["width"]
        mark = page.page.locator(page.ref("knownMark")).bounding_box()
        assert mark is not None
        assert mark["x"] >= 0
        assert mark["x"] + mark["width"] <= PHONE["width"]
    context.close()


def test_text_of_an_explanation_is_text_and_an_area_is_named(map_page: MapPage) -> None:
    hostile = "<img src=x onerror=alert(1)> [/b] {0} \u202ekcab"

    def spoil(route: Route) -> None:
        document = route.fetch().json()
        document["rule"]["sources"] = [hostile]
        document["claims"][-1] |= {"fate": "not_heard", "source": hostile, "quote": hostile}
        document["claims"][0] |= {"fate": "counted", "place_id": "test:area"}
        document["claims"][0]["place"] = "Deir ez-Zor Governorate"
        route.fulfill(json=document)

    map_page.page.route("**/api/explain?*", spoil)
    map_page.open(ON_THE_DAY)
    map_page.page.locator(map_page.ref("whyToggle")).click()
    why = map_page.page.locator(map_page.ref("why"))
    expect(why.locator(".why-summary")).to_contain_text(f"Only these sources: {hostile}.")
    why.locator("summary").click()
    expect(why.locator(".became", has_text="does not hear")).to_contain_text(hostile)
    expect(why.locator("li.claim", has_text="On Deir ez-Zor Governorate")).to_be_visible()
    assert map_page.page.locator("[data-ref=panel] img").count() == 0
