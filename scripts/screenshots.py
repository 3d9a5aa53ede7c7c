"""Take pictures of the running page.

Usage: python -m scripts.screenshots [--views FOLDER] [ADDRESS]

Takes the pictures of the documents from the geomap that runs at ADDRESS into docs/images. With
--views it takes the views that matter at three widths into FOLDER instead, to be looked at. Without
an ADDRESS it starts a fresh geomap of its own with the bundled atlas. The browser is found as for
the browser tests.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts.browser import find_browser

ROOT = Path(__file__).parent.parent
DOCUMENTS = ROOT / "docs" / "images"
PATIENCE_MILLISECONDS = 20_000
SETTLE_MILLISECONDS = 1_500
# A first start builds the index of the gazetteer.
START_SECONDS = 180
SIZES = ((1280, 800), (768, 1024), (390, 844))
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
    language: str = "en"


DOCUMENTED = (
    Picture("map", "date=2016-05-24"),
    Picture("phone", "date=2015-06-01", 390, 844),
    Picture("chart", "date=2016-05-24", pressed=("chartToggle",)),
    Picture("comparing", "date=2014-05-24&compare=2015-05-24&view=swipe"),
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
VIEWS = (
    Picture("first", ""),
    Picture("place", "date=2017-10-17&zoom=8&longitude=39&latitude=35.9&place=geonames:172955"),
    Picture("as-known", "date=2019-02-16&known=2019-02-15&zoom=10&longitude=40.95&latitude=34.47"),
    Picture("swipe", "date=2014-05-24&compare=2015-05-24&view=swipe"),
    Picture("difference", "date=2014-05-24&compare=2015-05-24&view=difference"),
    Picture("arabic-chart", "date=2016-05-24", pressed=("chartToggle",), language="ar"),
)


def take(browser: Browser, address: str, picture: Picture, folder: Path) -> Path:
    """Open the page and keep what is painted."""
    page = browser.new_page(viewport={"width": picture.width, "height": picture.height})
    page.set_default_timeout(PATIENCE_MILLISECONDS)
    page.goto(f"{address}?lang={picture.language}#{picture.fragment}")
    page.evaluate(READY)
    sheet = page.locator('[data-ref="sheetToggle"][aria-expanded=false]')
    if picture.pressed and sheet.is_visible():
        sheet.click()
    for name in picture.pressed:
        page.locator(f'[data-ref="{name}"]').click()
    # The base map comes after the first picture.
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLE_MILLISECONDS)
    for name in picture.pressed:
        page.locator(f'[data-ref="{name}"]').evaluate("one => one.scrollIntoView()")
    path = folder / f"{picture.name}.png"
    page.screenshot(path=path)
    page.close()
    return path


def views() -> list[Picture]:
    """Each of the views at each width."""
    return [
        replace(view, name=f"{view.name}-{width}", width=width, height=height)
        for view in VIEWS
        for width, height in SIZES
    ]


@contextmanager
def fresh_server() -> Iterator[str]:
    """A geomap of its own, with the bundled atlas in an empty folder; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        settings = {
            "GEOMAP_DATABASE": f"sqlite:///{folder}/geomap.sqlite",
            "GEOMAP_PORT": str(port),
            "GEOMAP_LOG_LEVEL": "ERROR",
        }
        command = [sys.executable, "-c", "from geomap.cli import main; main()", "serve"]
        server = subprocess.Popen(command, cwd=ROOT, env=os.environ | settings)
        try:
            wait_until_healthy(address := f"http://127.0.0.1:{port}/", server)
            yield address
        finally:
            server.terminate()
            server.wait(timeout=30)


def wait_until_healthy(address: str, server: subprocess.Popen[bytes]) -> None:
    """Return once the server answers; TimeoutError when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}health", timeout=5):  # noqa: S310 - loopback.
                return
        except OSError:
            time.sleep(0.2)
    message = "geomap did not start."
    raise TimeoutError(message)


def take_all(address: str, pictures: list[Picture], folder: Path) -> None:
    """Take pictures into a folder, and say where each is."""
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_browser(), args=["--no-sandbox", "--disable-gpu"]
        )
        for picture in pictures:
            print(take(browser, address, picture, folder))
        browser.close()


def main() -> None:
    """Take every picture."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--views", type=Path, metavar="FOLDER")
    parser.add_argument("address", nargs="?", metavar="ADDRESS")
    asked = parser.parse_args()
    pictures = views() if asked.views else list(DOCUMENTED)
    with nullcontext(asked.address) if asked.address else fresh_server() as address:
        take_all(address, pictures, asked.views or DOCUMENTS)


if __name__ == "__main__":
    main()
