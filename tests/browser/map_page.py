"""The map as a reader's hands and eyes meet it, for the journeys of the browser tests."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request

# The page forbids `eval`, which Playwright's own waiting needs, so the waiting is done in the page.
READY = """() => new Promise((resolve, reject) => {
  const deadline = performance.now() + 20000;
  const look = () => {
    if (window.geomap && window.geomap.state.status === "ready") resolve();
    else if (performance.now() > deadline) reject(new Error("The map did not become ready."));
    else setTimeout(look, 20);
  };
  look();
})"""
GROUND = ("world_50m.json", "countries-10m.json")
# The panel follows the picture: one frame later it has done so.
SET_DATE = """async (day) => {
  const shown = await window.geomap.setDate(day);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  return shown;
}"""
PAINTED = """(ids) => Object.fromEntries(ids.map((id) => [id, window.geomap.painted(id)]))"""
# Long enough for the address to be written, which waits until the reader rests and the page has
# turned the base map into shapes.
ADDRESS_REST_MS = 1500

Json = dict[str, Any]


class MapPage:
    """One tab with the map. It keeps what the console says and which addresses are asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._on_request)

    def open(self, address: str = "/") -> None:
        """Open the map and wait until it is painted."""
        self.page.goto(address)
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        """Return once the first day is painted."""
        self.page.evaluate(READY)

    def wait_for_ground(self) -> None:
        """Return once the base map has been fetched; it comes after the first picture."""
        while not all(any(name in asked for asked in self.requests) for name in GROUND):
            self.page.wait_for_timeout(50)
        self.page.wait_for_load_state("networkidle")

    def set_date(self, day: str) -> None:
        """Show a day and return once it is painted and the panel has followed."""
        assert self.page.evaluate(SET_DATE, day) == day

    @property
    def state(self) -> Json:
        """What the page says about itself."""
        state: Json = self.page.evaluate("() => window.geomap.state")
        return state

    def painted(self, ids: list[str]) -> dict[str, Json | None]:
        """What the canvas shows for places; None for those out of view."""
        painted: dict[str, Json | None] = self.page.evaluate(PAINTED, ids)
        return painted

    def get_json(self, path: str) -> Json:
        """A document of the same server."""
        answer = self.page.request.get(path)
        assert answer.ok, f"{path}: {answer.status}"
        document: Json = answer.json()
        return document

    @property
    def focused(self) -> str:
        """The name by which the page knows the element that has the focus."""
        script = "() => document.activeElement?.dataset?.ref ?? ''"
        name: str = self.page.evaluate(script)
        return name

    def tab_to(self, name: str) -> None:
        """Press the tab key until the focus is there."""
        for _ in range(30):
            if self.focused == name:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"The tab key never reaches {name}.")

    def ref(self, name: str) -> str:
        """The selector of a named element."""
        return f'[data-ref="{name}"]'

    def text(self, name: str) -> str:
        """The text of a named element as it is shown."""
        return self.page.locator(self.ref(name)).inner_text()

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _on_request(self, request: Request) -> None:
        self.requests.append(request.url)


@contextmanager
def clean_page(context: BrowserContext, live_server: str) -> Iterator[MapPage]:
    """A map in which nothing may complain and nothing may ask another host."""
    opened = MapPage(context.new_page())
    yield opened
    assert opened.complaints == [], opened.complaints
    foreign = [url for url in opened.requests if not url.startswith((live_server, "data:"))]
    assert foreign == []


def spoiled(document: Json, values: Mapping[str, object]) -> str:
    """A document as JSON with some values replaced; their paths are written with dots."""
    copy = json.loads(json.dumps(document))
    for path, value in values.items():
        *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
        target = copy
        for part in parents:
            target = target[part]
        target[last] = value
    return json.dumps(copy)
