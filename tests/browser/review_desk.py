"""A geomap of its own that may be written to, and the desk as a reviewer uses it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flask import Flask
from playwright.sync_api import Locator, Page, expect
from werkzeug.serving import make_server

from gazetteer import Gazetteer
from geomap.app import create_app
from geomap.domain.rule import Rule
from geomap.services.atlases import load_atlas_folder, prepare_database
from geomap.settings import Settings
from geomap.storage.database import Database
from geomap.web.answers import Service
from geomap.web.gazetteer_answers import GazetteerService
from tests.browser.map_page import MapPage
from tests.factories import actor, claim, event, source, write_atlas
from tests.writing import token_for

RAQQA = "geonames:172955"
ATLAS = {
    "actors": [
        actor(id="is", name="Islamic State", aliases="ISIS", colour="#333333"),
        actor(id="sdf", name="Syrian Democratic Forces", aliases="SDF", colour="#d55e00"),
    ],
    "sources": [source(), source(id="reuters", name="Reuters")],
    "claims": [claim(id="raqqa-falls", holder="is")],
    "events": [event(actors="is")],
    "figures": [],
}
TITLE = "Raqqa has fallen"
TEXT = (
    "The Syrian Democratic Forces captured Raqqa from Islamic State on Tuesday. 🎉\n\n"
    "Islamic State fighters and the Syrian Democratic Forces clashed in Raqqa on Monday."
)


@contextmanager
def reviewing(index: Path, folder: Path) -> Iterator[tuple[str, Flask]]:
    """The address of a geomap over a small atlas of real places, and its app."""
    address = f"sqlite:///{folder / 'geomap.sqlite'}"
    database = Database(address)
    prepare_database(database, Rule())
    with Gazetteer.open(index) as gazetteer:
        load_atlas_folder(database, gazetteer, write_atlas(folder / "atlas", **ATLAS), Rule())
    database.close()
    app = create_app(Settings(folder, address, str(index)))
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}", app
    server.shutdown()
    thread.join()
    service: Service = app.extensions["geomap"]
    service.database.close()
    places: GazetteerService = app.extensions["geomap-gazetteer"]
    places.index.close()


class ReviewDesk(MapPage):
    """One tab with the desk."""

    def __init__(self, page: Page, app: Flask) -> None:
        super().__init__(page)
        self.app = app

    def enter(self, name: str = "Amira", address: str = "/review") -> str:
        """Open the desk with a new token, which is given back."""
        token = token_for(self.app, name)["Authorization"].removeprefix("Bearer ")
        self.page.goto(address)
        self.named("token").fill(token)
        self.page.keyboard.press("Enter")
        expect(self.named("work")).to_be_visible()
        return token

    def named(self, name: str) -> Locator:
        """An element by the name that the page has for it."""
        return self.page.locator(self.ref(name))

    def paste(self, text: str = TEXT, title: str = TITLE, publisher: str = "Reuters") -> None:
        """Fill in a report and send it."""
        self.page.locator("[name=title]").fill(title)
        self.page.locator("[name=publisher]").fill(publisher)
        self.page.locator("[name=published]").fill("2017-10-17")
        self.page.locator("[name=language]").select_option("en")
        self.page.locator("[name=text]").fill(text)
        self.named("pasteSend").click()
        expect(self.named("articleTitle")).to_have_text(title)

    @property
    def heads(self) -> Locator:
        """The heads of the proposals."""
        return self.page.locator(".proposal")
