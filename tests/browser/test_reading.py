"""Reading the map: a place with its claims and events, search, filters, the legend that counts."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Locator,
    Position,
    Route,
    ViewportSize,
    expect,
)

from tests.browser.map_page import MapPage, clean_page

RAQQA = "geonames:172955"
MOSUL = "geonames:99072"
ON_THE_DAY = "/#date=2017-10-17"
AT_RAQQA = f"{ON_THE_DAY}&place={RAQQA}"
NARROW = ViewportSize(width=320, height=700)


@pytest.fixture
def map_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    with clean_page(context, live_server) as opened:
        yield opened


def in_panel(map_page: MapPage, name: str) -> Locator:
    return map_page.page.locator(map_page.ref(name))


def legend_row(map_page: MapPage, name: str) -> Locator:
    return in_panel(map_page, "legend").get_by_role("button", name=re.compile(f"^{name}"))


def options(map_page: MapPage) -> Locator:
    return in_panel(map_page, "searchResults").get_by_role("option")


def wait_for_centre(map_page: MapPage, centre: tuple[int, int]) -> None:
    """Return once the map lies there, to the degree; it moves for a while."""
    for _ in range(50):
        lies = map_page.state["centre"]
        if (round(lies["longitude"]), round(lies["latitude"])) == centre:
            return
        map_page.page.wait_for_timeout(100)
    raise AssertionError(f"The map never reaches {centre}.")


def test_a_place_tells_its_claims_events_and_figures(map_page: MapPage) -> None:
    map_page.open(AT_RAQQA)
    claims = map_page.page.get_by_role("list", name="On whose word").locator("li.claim")
    record = map_page.get_json(f"/api/places/{RAQQA}/record")
    (period,) = (one for one in record["periods"] if one["start"] == "2017-10-17")
    on_the_day = [
        one["claim"]
        for one in period["evidence"]
        if one["start"] <= "2017-10-17" and (one["end"] is None or one["end"] > "2017-10-17")
    ]
    expect(claims).to_have_count(len(on_the_day))
    first = record["claims"][on_the_day[0]]
    expect(claims.first).to_contain_text(record["sources"][first["source"]]["name"])
    expect(claims.first).to_contain_text(first["grade"])
    expect(in_panel(map_page, "placeAreas")).to_have_text("Governorate: Raqqa")
    expect(in_panel(map_page, "eventsNear")).to_contain_text("Events within 25 km")
    everything = in_panel(map_page, "eventsHere").get_by_role(
        "button", name=f"Show all {record['events']['matched']} events"
    )
    everything.click()
    shown = in_panel(map_page, "eventsHere").locator("ol > li:visible")
    expect(shown).to_have_count(record["events"]["matched"])


def test_a_period_and_an_event_lead_to_their_day(map_page: MapPage) -> None:
    map_page.open(AT_RAQQA)
    spell = map_page.page.locator(".spells li", has_text=re.compile("^Held by Islamic State"))
    spell.locator("summary").click()
    expect(spell.locator("li.claim").first).to_be_visible()
    spell.get_by_role("button", name=re.compile("^Show ")).click()
    expect(spell).to_have_attribute("aria-current", "true")
    near = in_panel(map_page, "eventsNear").get_by_role("button").first
    near.click()
    expect(near).to_have_attribute("aria-expanded", "true")
    details = in_panel(map_page, "eventsNear").locator(".event-details:visible")
    expect(details.locator(".grade")).to_be_visible()
    events = map_page.get_json(f"/api/places/{RAQQA}/record?around=2014-01-14")["near"]["told"]
    assert map_page.state["date"] in {one["earliest"] for one in events}
    assert map_page.state["place"] == RAQQA


def test_a_record_that_does_not_come_is_told_and_asked_for_again(context: BrowserContext) -> None:
    map_page = MapPage(context.new_page())
    turns = iter((True, False))
    map_page.page.route(
        "**/record?*", lambda route: route.abort() if next(turns) else route.continue_()
    )
    map_page.open(AT_RAQQA)
    reading = in_panel(map_page, "reading")
    expect(reading.get_by_role("alert")).to_have_text(
        "The server does not answer. Is it still running?"
    )
    # What the timeline knows stands there all the same.
    expect(in_panel(map_page, "verdict")).to_contain_text("Held by Syrian Democratic Forces")
    expect(map_page.page.locator(".spells li").first).to_be_visible()
    reading.get_by_role("button", name="Try again").click()
    expect(map_page.page.get_by_role("list", name="On whose word")).to_be_visible()
    expect(reading).to_be_empty()


def test_the_legend_counts_and_hides_by_keyboard(map_page: MapPage) -> None:
    map_page.open(f"{ON_THE_DAY}&zoom=7&longitude=39&latitude=35.9")
    answers = map_page.get_json("/control.geojson?date=2017-10-17")["features"]
    held = [one for one in answers if one["properties"]["holder"] == "sdf"]
    row = legend_row(map_page, "Syrian Democratic Forces")
    expect(row.locator(".count")).to_have_text(str(len(held)))
    territory = map_page.get_json("/api/territory?date=2017-10-17&actor=sdf")
    km2 = territory["actors"][0]["km2"]["best"]
    shown = row.locator(".land").inner_text().removesuffix(" km²").replace(",", "")
    assert float(shown) == pytest.approx(km2, abs=3)
    marker = map_page.painted([RAQQA])[RAQQA]
    assert marker is not None
    assert marker["rgba"][3] > 0
    row.focus()
    map_page.page.keyboard.press("Space")
    expect(row).to_have_attribute("aria-pressed", "false")
    note = in_panel(map_page, "hiddenNote")
    expect(note).to_contain_text(f"Hidden by your filters: {len(held)} places on this day")
    expect(map_page.page).to_have_url(re.compile("hide=actor/sdf"))
    assert map_page.painted([RAQQA])[RAQQA] is None
    position: Position = {"x": marker["x"], "y": marker["y"]}
    map_page.page.locator(map_page.ref("map")).click(position=position)
    assert map_page.state["place"] is None, "what is hidden must not answer a click"
    note.get_by_role("button", name="Show all").click()
    expect(note).to_be_hidden()
    expect(row).to_have_attribute("aria-pressed", "true")


def test_the_legend_counts_what_is_in_view(map_page: MapPage) -> None:
    map_page.open(f"{ON_THE_DAY}&zoom=11&longitude=43.12&latitude=36.34")
    government = legend_row(map_page, "Iraqi government").locator(".count")
    everywhere = int(government.inner_text())
    map_page.page.get_by_label("In view").check()
    expect(government).not_to_have_text(str(everywhere))
    assert 0 < int(government.inner_text()) < everywhere
    expect(legend_row(map_page, "Syrian government").locator(".count")).to_have_text("0")


def test_an_address_brings_its_filters_and_a_damaged_part_hides_nothing(map_page: MapPage) -> None:
    map_page.open(f"{ON_THE_DAY}&hide=kind/battle,actor/IS/<b>,colour/red")
    expect(in_panel(map_page, "hiddenNote")).to_contain_text("0 places on this day")
    battle = in_panel(map_page, "legendEvents").get_by_role("button", name=re.compile("^battle"))
    expect(battle).to_have_attribute("aria-pressed", "false")
    in_panel(map_page, "filtersToggle").click()
    kinds = in_panel(map_page, "filters").locator("details", has_text="Kinds of event")
    expect(kinds.locator("summary")).to_contain_text("1 of ")
    kinds.locator("summary").click()
    expect(kinds.get_by_label(re.compile("^battle"))).not_to_be_checked()
    kinds.get_by_role("button", name="None").click()
    expect(kinds.locator("input:checked")).to_have_count(0)
    kinds.get_by_role("button", name="All").click()
    expect(in_panel(map_page, "hiddenNote")).to_be_hidden()


def test_sources_are_hidden_or_left_out_of_the_judgement(map_page: MapPage) -> None:
    map_page.open(ON_THE_DAY)
    in_panel(map_page, "filtersToggle").click()
    panel = in_panel(map_page, "filters")
    expect(panel).to_contain_text("Filters only hide: who holds what stays judged by all sources.")
    panel.get_by_label("Hear only sources that are").select_option("A")
    panel.get_by_role("button", name="Judge anew", exact=True).click()
    mark = in_panel(map_page, "knownMark")
    expect(mark).to_contain_text("Only sources of reliability A or better")
    expect(map_page.page).to_have_url(re.compile("reliability=A"))


def test_search_finds_places_and_events_by_keyboard(map_page: MapPage) -> None:
    map_page.open("/?lang=nl#date=2017-10-17")
    field = map_page.page.get_by_role("combobox", name="Zoek een plaats of gebeurtenis")
    field.press_sequentially("luchtaanval")
    events = map_page.page.get_by_role("group", name="Gebeurtenissen")
    expect(events.get_by_role("option").first).to_contain_text("luchtaanval")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("ArrowDown")
    marked = map_page.page.locator(f"#{field.get_attribute('aria-activedescendant')}")
    expect(marked).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(field).to_have_value("")
    found = map_page.get_json("/api/events/search?q=luchtaanval&around=2017-10-17&limit=6")
    assert map_page.state["date"] == found["told"][0]["earliest"]


@pytest.mark.parametrize("spelling", ["الموصل", "Mossoul", "mosul"])
def test_a_place_is_found_in_any_spelling(map_page: MapPage, spelling: str) -> None:
    map_page.open(ON_THE_DAY)
    field = in_panel(map_page, "searchField")
    field.fill(spelling)
    expect(options(map_page).first).to_contain_text("Mosul")
    field.press("Enter")
    expect(in_panel(map_page, "placeName")).to_have_text("Mosul")
    assert map_page.state["place"] == MOSUL


def test_a_place_that_the_atlas_lacks_is_marked_as_such(map_page: MapPage) -> None:
    map_page.open(AT_RAQQA)
    in_panel(map_page, "searchField").fill("amsterdam")
    options(map_page).first.click()
    note = in_panel(map_page, "spotNote")
    expect(note).to_contain_text("The atlas has no claims on Amsterdam.")
    expect(map_page.page.locator(".spot")).to_have_text("Amsterdam")
    wait_for_centre(map_page, (5, 52))
    assert map_page.state["place"] is None
    note.get_by_role("button", name="Close").click()
    expect(map_page.page.locator(".spot")).to_have_count(0)


def test_an_event_without_a_place_is_told_on_its_day(map_page: MapPage) -> None:
    told = map_page.get_json("/api/events/search?q=is takes its name&limit=1")["told"]
    assert told[0]["place"] is None
    map_page.open(AT_RAQQA)
    in_panel(map_page, "searchField").fill("is takes its name")
    options(map_page).filter(has_text=told[0]["title"]).click()
    expect(in_panel(map_page, "spotNote")).to_contain_text(told[0]["title"])
    expect(in_panel(map_page, "spotNote")).to_contain_text("no place for this event")
    assert map_page.state["date"] == told[0]["earliest"]
    assert map_page.state["place"] is None


def test_without_a_server_the_places_of_the_atlas_are_found(context: BrowserContext) -> None:
    map_page = MapPage(context.new_page())

    def refuse(route: Route) -> None:
        route.abort()

    map_page.page.route("**/api/gazetteer/**", refuse)
    map_page.page.route("**/api/events/**", refuse)
    map_page.open(ON_THE_DAY)
    in_panel(map_page, "searchField").fill("raqqa")
    expect(in_panel(map_page, "searchStatus")).to_contain_text(
        "Not everything could be searched: The server does not answer."
    )
    expect(options(map_page).first).to_contain_text("Raqqa")


def test_by_touch_on_a_narrow_screen(browser: Browser, live_server: str) -> None:
    context = browser.new_context(base_url=live_server, viewport=NARROW, has_touch=True)
    with clean_page(context, live_server) as phone:
        phone.open(ON_THE_DAY)
        phone.page.get_by_role("button", name="Search, legend, changes").tap()
        legend_row(phone, "Islamic State").tap()
        expect(in_panel(phone, "hiddenNote")).to_be_visible()
        in_panel(phone, "searchField").fill("raqqa")
        options(phone).first.tap()
        expect(in_panel(phone, "placeName")).to_have_text("Raqqa")
        here = in_panel(phone, "eventsHere")
        title = here.locator("li:visible .event-title").first.inner_text()
        here.get_by_role("button", name=title).tap()
        expect(here.get_by_role("button", expanded=True, name=title)).to_be_visible()
        assert phone.page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    context.close()
