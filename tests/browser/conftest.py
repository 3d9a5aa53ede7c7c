"""A real headless Chromium for the browser tests, cut off from every other host."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from scripts.browser import find_browser

# A machine that does much else at once is slow, not wrong: what is expected is waited for.
expect.set_options(timeout=20_000)

# Chromium as it runs in a container as root, without a graphics card, and silent: a browser that
# looks for updates would call hosts of its maker. An empty user data folder is Playwright's way.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """The Chromium of this machine. In CI a missing browser is a failure, elsewhere a skip."""
    path = find_browser()
    if path is None:
        message = "There is no Chromium; `make browser` installs one."
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    return path


@pytest.fixture(scope="session")
def browser(browser_path: Path) -> Iterator[Browser]:
    """One Chromium for all browser tests; each test opens a context or page of its own in it."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=browser_path, headless=True, args=list(ARGUMENTS)
        )
        yield running
        running.close()


@pytest.fixture
def context(browser: Browser, live_server: str) -> Iterator[BrowserContext]:
    """A fresh visitor: no cookies, no storage; paths are relative to the live server."""
    fresh = browser.new_context(base_url=live_server, viewport={"width": 1280, "height": 800})
    yield fresh
    fresh.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty tab of a fresh visitor."""
    return context.new_page()
