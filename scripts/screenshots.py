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
SETTLE_MILLISECONDS = 1_500
# The page is loaded anew for each picture, and it forbids `eval`, so the waiting is done in it.
READY = """() => new Promise((resolve) => {
  const look = () => (window.geomap?.state.status === "ready" ? resolve() : setTimeout(look, 20));
  look();
})"""


@dataclass(frozen=True)
class Picture:
    """One view of the page: its address, its size, and what is pressed before it is taken."""

    name: str
    fragment: str
    width: int = 1280
    height: int = 800
    pressed: tuple[str, ...] = ()


PICTURES = (
    Picture("map", "date=2016-05-24"),
    Picture("phone", "date=2015-06-01", 390, 844),
    Picture("chart", "date=2016-05-24", pressed=("chartToggle",)),
    # Those of docs/control.md.
    Picture(
        "why",
        "date=2019-02-16&zoom=10&longitude=40.95&latitude=34.47&place=geonames:171943",
        pressed=("whyToggle",),
    ),
    Picture("as-known", "date=2019-02-16&known=2019-02-15&zoom=10&longitude=40.95&latitude=34.47"),
    Picture(
        "example-abu-kamal",
        "date=2017-11-11&zoom=9&longitude=40.92&latitude=34.45&place=geonames:174448",
    ),
    Picture(
        "example-ramadi",
        "date=2014-06-15&zoom=9&longitude=43.3&latitude=33.42&place=geonames:98717",
    ),
)


def take(browser: Browser, address: str, picture: Picture) -> Path:
    """Open the page and keep what is painted."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.goto(f"{address}?lang=en#{picture.fragment}")
    page.evaluate(READY)
    for name in picture.pressed:
        page.locator(f'[data-ref="{name}"]').click()
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    for name in picture.pressed:
        page.locator(f'[data-ref="{name}"]').evaluate("one => one.scrollIntoView()")
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
