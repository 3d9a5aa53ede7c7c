"""A report is pasted, read, reviewed by keyboard, and the map changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, expect

from geomap.domain.rights import Right
from tests.browser.axe import grave_findings
from tests.browser.hostile import MARKUP, OVERRIDE, complaints
from tests.browser.map_page import MapPage
from tests.browser.review_desk import RAQQA, TEXT, ReviewDesk, reviewing
from tests.writing import token_for

HOSTILE = f"{OVERRIDE} {MARKUP} captured {'Raqqa' * 2000}"


@pytest.fixture
def served(gazetteer_index: Path, tmp_path: Path) -> Iterator[tuple[str, Flask]]:
    with reviewing(gazetteer_index, tmp_path) as address_and_app:
        yield address_and_app


@pytest.fixture
def visitor(browser: Browser, served: tuple[str, Flask]) -> Iterator[BrowserContext]:
    context = browser.new_context(
        base_url=served[0],
        viewport={"width": 1280, "height": 800},
        bypass_csp=True,
        reduced_motion="reduce",
    )
    yield context
    context.close()


@pytest.fixture
def desk(visitor: BrowserContext, served: tuple[str, Flask]) -> ReviewDesk:
    return ReviewDesk(visitor.new_page(), served[1])


def holder_of_raqqa(desk: ReviewDesk, day: str) -> str | None:
    features = desk.get_json(f"/control.geojson?date={day}")["features"]
    holders = {one["id"]: one["properties"]["holder"] for one in features}
    holder: str | None = holders[RAQQA]
    return holder


def test_from_a_pasted_report_to_a_changed_map(desk: ReviewDesk, visitor: BrowserContext) -> None:
    token = desk.enter()
    desk.paste()
    keys = desk.page.keyboard

    # What was read stands beside the report and is marked in it, emoji or not.
    expect(desk.heads.first).to_have_attribute("aria-expanded", "true")
    expect(desk.heads.first).to_contain_text("Syrian Democratic Forces takes it from Islamic State")
    expect(desk.named("articleText").locator("mark.is-current")).to_have_text(
        "The Syrian Democratic Forces captured Raqqa from Islamic State on Tuesday."
    )
    assert desk.named("articleText").inner_text().strip() == TEXT
    expect(desk.named("changeWords")).to_contain_text("Held by Islamic State")
    expect(desk.named("changeWords")).to_contain_text("Held by Syrian Democratic Forces")
    expect(desk.named("map")).to_have_attribute("data-day", "2017-10-17")
    assert grave_findings(desk) == []

    # Corrected and accepted by keyboard alone.
    keys.press("c")
    expect(desk.named("correctPlace")).to_be_focused()
    assert grave_findings(desk) == []
    desk.page.locator("[data-part=when]").fill("2017-10-10")
    expect(desk.named("changeWords")).to_contain_text("10 October 2017")
    keys.press("Enter")
    expect(desk.named("message")).to_have_text("Proposal 1 is accepted.")
    assert holder_of_raqqa(desk, "2017-10-11") == "sdf"
    assert desk.get_json("/api/statements/claims/" + accepted(desk))["when"] == "2017-10-10"

    # The next one is looked at, and rejected with a reason; the focus stays in the list.
    expect(desk.heads.nth(1)).to_have_attribute("aria-expanded", "true")
    expect(desk.heads.nth(1)).to_be_focused()
    keys.press("r")
    expect(desk.named("reason")).to_be_focused()
    keys.type("Told before.")
    keys.press("Enter")
    expect(desk.named("message")).to_have_text("Proposal 2 is rejected.")

    # Both can be undone; then the map is as it was.
    keys.press("u")
    expect(desk.named("message")).to_have_text("Proposal 2 waits again.")
    desk.heads.first.click()
    keys.press("u")
    expect(desk.named("message")).to_have_text("Proposal 1 waits again.")
    assert holder_of_raqqa(desk, "2017-10-11") == "is"
    desk.heads.first.click()
    keys.press("a")
    expect(desk.named("message")).to_have_text("Proposal 1 is accepted.")

    # The tab remembers its token, until somebody leaves.
    desk.page.reload()
    expect(desk.named("work")).to_be_visible()
    desk.named("leave").click()
    expect(desk.named("token")).to_be_focused()
    assert desk.page.evaluate("() => sessionStorage.length") == 0

    # The map that everybody sees has changed, and the token is nowhere but in its tab.
    shown = MapPage(visitor.new_page())
    shown.open(f"/#date=2017-10-18&place={RAQQA}")
    expect(shown.page.locator(shown.ref("verdict"))).to_contain_text("Syrian Democratic Forces")
    assert not [address for address in desk.requests if token in address]
    assert shown.page.evaluate("() => ({...localStorage, ...sessionStorage})") == {}
    assert desk.complaints == []


def accepted(desk: ReviewDesk) -> str:
    """The id of the statement that proposal 1 became."""
    answer = desk.page.request.get(
        "/api/proposals/1", headers=token_for(desk.app, "Somebody", Right.PROPOSE)
    )
    statement: str = answer.json()["decision"]["statement"]
    return statement


def test_of_two_reviewers_the_slower_is_told_and_sees_what_is_so(desk: ReviewDesk) -> None:
    desk.enter()
    desk.paste()
    other = token_for(desk.app, "Karim")
    desk.page.request.post("/api/proposals/1/reject?note=No", headers=other)
    desk.page.keyboard.press("a")
    expect(desk.named("problem")).to_contain_text("Karim decided on proposal 1 just before you.")
    expect(desk.heads.first).to_contain_text("rejected")


def test_hostile_words_stay_words(desk: ReviewDesk) -> None:
    desk.enter()
    desk.paste(f"{HOSTILE}\n\n{TEXT}", title=MARKUP, publisher=MARKUP)
    expect(desk.named("articleText")).to_contain_text("<script>window.hacked=2</script>")
    assert complaints(desk.page) == []
    desk.page.set_viewport_size({"width": 390, "height": 844})
    assert complaints(desk.page) == []
    assert grave_findings(desk) == []


def test_a_wrong_token_opens_nothing(desk: ReviewDesk) -> None:
    desk.page.goto("/review?lang=nl")
    desk.named("token").fill("geomap_000000000000_" + "x" * 43)
    desk.page.keyboard.press("Enter")
    expect(desk.named("problem")).to_contain_text("Dit token geldt niet.")
    expect(desk.named("work")).to_be_hidden()
    assert grave_findings(desk) == []
