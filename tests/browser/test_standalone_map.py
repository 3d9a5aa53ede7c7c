"""A map in one file, opened from the disk as a reader would open it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from gazetteer import Gazetteer
from gazetteer.build import build_index
from gazetteer.sources import CuratedSource
from geomap.cli import cli
from geomap.domain.rule import Rule
from geomap.services.atlases import load_atlas_folder, prepare_database
from geomap.storage.database import Database
from tests.factories import write_atlas

PLACES = Path(__file__).parent.parent / "fixtures" / "gazetteer"
PERIOD = ("2014-06-01", "2014-06-30")
DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """June 2014 of the atlas of the factories: South takes Raqqa on the tenth."""
    folder = tmp_path_factory.mktemp("standalone")
    index, address = folder / "gazetteer.sqlite", f"sqlite:///{folder / 'geomap.sqlite'}"
    build_index(index, [CuratedSource(PLACES)])
    database = Database(address)
    prepare_database(database, Rule())
    with Gazetteer.open(index) as gazetteer:
        load_atlas_folder(database, gazetteer, write_atlas(folder / "atlas"), Rule())
    database.close()
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("GEOMAP_DATABASE", address)
        out = folder / "map.html"
        cli.main(["export", "html", *PERIOD, "--out", str(out)], standalone_mode=False)
    return out


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def page(
    browser: Browser, file: Path, request: pytest.FixtureRequest
) -> Iterator[tuple[Page, list[str]]]:
    """The file in a tab, and what the browser complains of or asks of others meanwhile."""
    tab = browser.new_page(viewport=request.param)
    troubles: list[str] = []
    tab.on("pageerror", lambda error: troubles.append(str(error)))
    tab.on("console", lambda message: troubles.append(message.text))
    tab.on("request", lambda asked: troubles.append(asked.url) if "://" in asked.url else None)
    tab.goto(file.as_uri())
    troubles.remove(file.as_uri())
    yield tab, troubles
    tab.close()


def test_the_slider_recolours_the_map_on_the_day_of_the_change(
    page: tuple[Page, list[str]],
) -> None:
    tab, troubles = page
    legend = tab.get_by_role("list", name="Number of places by holder")
    expect(tab.locator("#geomap-date")).to_have_text("1 June 2014")
    before = legend.inner_text()
    tab.get_by_role("button", name="Next change").click()
    expect(tab.locator("#geomap-date")).to_have_text("10 June 2014")
    expect(legend).to_contain_text("South")
    assert legend.inner_text() != before
    tab.get_by_role("slider", name="Day").press("ArrowLeft")
    expect(tab.locator("#geomap-date")).to_have_text("9 June 2014")
    assert legend.inner_text() == before
    assert troubles == []


def test_a_place_says_who_held_it_and_by_which_source(page: tuple[Page, list[str]]) -> None:
    tab, troubles = page
    tab.get_by_role("button", name="Next change").click()
    raqqa = tab.locator(".geomap-label", has_text="Raqqa")
    expect(raqqa).to_be_visible()
    # Its marker stands just left of the name.
    box = raqqa.bounding_box()
    assert box is not None
    tab.mouse.click(box["x"] - 6, box["y"] + box["height"] / 2)
    popup = tab.locator(".geomap-popup")
    expect(popup).to_contain_text("Raqqa (SY)")
    expect(popup).to_contain_text("10 June 2014: held by South.")
    expect(popup).to_contain_text("The Agency, grade B2")
    assert troubles == []
