"""Find a Chromium for the browser tests, and install one where there is none.

Usage: python scripts/browser.py [--install]

Prints the path of the browser. Exit code 1 means that there is none.
"""

import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
# DejaVu draws Latin, Arabic and Kurdish letters, so that pictures of the page show every name.
DEBIAN_PACKAGES = ("chromium", "fonts-dejavu-core")


def find_browser() -> Path | None:
    """Find Chromium on PATH, else the one that Playwright has installed for itself."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    return playwright_browser()


def playwright_browser() -> Path | None:
    """Find the Chromium that `playwright install` has put into the user's cache."""
    # Playwright is a development tool; the set-up may run this script before it is there.
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - see the line above.
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def is_root_on_debian() -> bool:
    """Say whether Debian's packages can be installed without asking anybody."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return False
    # Ubuntu's chromium package is an empty shell around a snap, which does not run in containers.
    return release.get("ID") == "debian"


def install_browser() -> None:
    """Install Chromium: Debian's package when root on Debian, Playwright's own elsewhere."""
    print("No Chromium found; installing one for the browser tests.", file=sys.stderr)
    if not is_root_on_debian():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=True)
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=True)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *DEBIAN_PACKAGES]
    subprocess.run(install, env=environment, check=True, stdout=sys.stderr)


def main(arguments: list[str]) -> int:
    """Print the path of the browser; install it first if that is asked for and needed."""
    browser = find_browser()
    if browser is None and "--install" in arguments:
        install_browser()
        browser = find_browser()
    if browser is None:
        print("There is no Chromium; run `make browser` to install one.", file=sys.stderr)
        return 1
    print(browser)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
