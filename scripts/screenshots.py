"""Take the pictures of the documents from the running page.

Usage: python -m scripts.screenshots [ADDRESS], with geomap running; ADDRESS is where, by default
http://127.0.0.1:8000/. The browser is found as for the browser tests.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import find_browser

FOLDER = Path(__file__).parent.parent / "docs" / "images"
PATIENCE_MILLISECONDS = 20_000
SETTLE_MILLISECONDS = 1_000


@dataclass(frozen=True)
class Picture:
    """One view of the page."""

    name: str
    day: str
    width: int
    height: int


PICTURES = (Picture("map", "2016-05-24", 1280, 800), Picture("phone", "2015-06-01", 390, 844))


def take(browser: Browser, address: str, picture: Picture) -> Path:
    """Open the page on a day and keep what is painted."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.goto(address)
    page.wait_for_function("window.geomap?.state.status === 'ready'", timeout=PATIENCE_MILLISECONDS)
    page.evaluate("day => window.geomap.setDate(day)", picture.day)
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    path = FOLDER / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    return path


def main() -> None:
    """Take every picture."""
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8000/"
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in PICTURES:
            print(take(browser, address, picture))
        browser.close()


if __name__ == "__main__":
    main()
