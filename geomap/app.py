"""Put the service together: the only place where its parts meet."""

import mimetypes
from contextlib import suppress
from pathlib import Path
from threading import Thread

from flask import Flask
from flask_compress import Compress

from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import NotFound
from geomap.services.atlases import prepare_database
from geomap.services.following import Listeners, newest_of
from geomap.services.gazetteer_index import SharedGazetteer
from geomap.services.gazetteer_search import online_geocoders
from geomap.services.items import KeptItems
from geomap.services.shapes import KeptShapes
from geomap.settings import Settings, templates_folder
from geomap.storage.database import Database
from geomap.web import (
    api,
    changes,
    cors,
    differences,
    docs,
    event_search,
    explaining,
    feed,
    files,
    gazetteer,
    gazetteer_answers,
    gazetteer_reconcile,
    kept_answers,
    metrics,
    pages,
    pasted_reports,
    place_record,
    problems,
    proposals,
    review,
    statements,
    static_files,
    statistics,
    stream,
    territory,
    tiles,
    writers,
)
from geomap.web.answers import GEOJSON, JSON, Service, answer_unchanged, mount
from geomap.web.documents import TimelineDocuments
from geomap.web.ogc import views as items
from geomap.web.streaming import Streams

LARGEST_REQUEST = 1024 * 1024
_HERE = Path(__file__).parent
COMPRESSED = [
    *(GEOJSON, JSON, problems.MEDIA_TYPE),
    *("text/html", "text/css", "text/javascript", "text/csv", "application/atom+xml"),
]
PARTS = (
    *(api, changes, differences, docs, event_search, explaining, feed, files, gazetteer),
    *(gazetteer_reconcile, metrics, pages, pasted_reports, place_record, proposals),
    *(review, statements, statistics, stream, territory, tiles),
    items,
)
"""The modules whose blueprints make up the service."""
STREAM = stream.PATH
"""The one address whose answers last for minutes."""


def create_app(
    settings: Settings, prepared: Database | None = None, most_listeners: int = 0
) -> Flask:
    """Make the WSGI application over a database that is up to date, or is brought so first.

    So many can wait for news at once; a server that has a thread for each of them names a number.
    Raises InvalidInput or DatabaseUnavailable when the database cannot be used.
    """
    rule = Rule()
    database = prepared or Database(settings.database_url)
    if prepared is None:
        prepare_database(database, rule)
    timelines = TimelineDocuments(database)
    # The first reader should not wait for what every reader asks for.
    with suppress(NotFound):
        Thread(target=timelines.get(Standpoint(rule=rule))[0].pack, daemon=True).start()
    app = _bare_app()
    mount(Service(database, rule, timelines), app.extensions)
    territory.mount(KeptShapes(), app.extensions)
    kept_items = KeptItems()
    items.mount(kept_items, app.extensions)
    files.mount(Streams(database), kept_items, app.extensions)
    tiles.mount(kept_items, app.extensions)
    gazetteer_answers.mount(
        SharedGazetteer(settings.gazetteer_path), online_geocoders(settings), app.extensions
    )
    event_search.mount(app.extensions)
    kept_answers.mount(kept_answers.KeptAnswers(), app.extensions)
    feed.mount(app.extensions)
    for part in PARTS:
        app.register_blueprint(part.blueprint)
    stream.mount(Listeners(lambda: newest_of(database), most_listeners), app.extensions)
    writers.mount(writers.Gate(frozenset(settings.write_origins)), app.extensions)
    writers.register(app)
    problems.register(app)
    metrics.register(app)
    app.before_request(answer_unchanged)
    app.before_request(kept_answers.answer_kept)
    static_files.mount(app.extensions)
    app.view_functions["static"] = static_files.show_static
    app.after_request(pages.add_security_headers)
    app.after_request(cors.add_headers)
    app.after_request(kept_answers.keep)
    Compress(app)
    return app


def _bare_app() -> Flask:
    """An application without a single address."""
    app = Flask("geomap", root_path=str(_HERE), template_folder=str(templates_folder()))
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        COMPRESS_MIMETYPES=COMPRESSED,
        COMPRESS_ALGORITHM=["zstd", "br", "gzip"],
    )
    # Some systems have no type for these, and a module of the wrong type is not run.
    mimetypes.add_type("text/javascript", ".js")
    mimetypes.add_type("application/json", ".json")
    return app


def listeners_of(app: Flask) -> Listeners:
    """Those who wait for news of an app, for the server that runs it."""
    return stream.listeners_of(app.extensions)
