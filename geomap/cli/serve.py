"""`geomap serve`: the map and the API from one command."""

import errno
import select
import signal
import socket
from contextlib import suppress
from dataclasses import replace
from types import FrameType
from typing import cast

import click
from flask import Flask
from waitress.server import BaseWSGIServer, create_server

from geomap.app import STREAM, create_app, listeners_of
from geomap.cli.connections import Connection
from geomap.cli.dispatcher import MOST_LISTENERS, Dispatcher
from geomap.cli.progress import progress_bar
from geomap.cli.refusals import LARGEST_BODY, LARGEST_HEAD
from geomap.domain.rule import Rule
from geomap.errors import AddressInUse, Unavailable
from geomap.services.atlases import BUNDLED, load_atlas_folder, prepare_database
from geomap.services.places import ensure_index, open_gazetteer
from geomap.settings import HIGHEST_PORT, Settings
from geomap.storage.database import Database

THREADS = 8
MOST_CONNECTIONS = 1000
MOST_WAITING = 4 * 1024**3
"""What a slow reader has not fetched yet waits in a file on disk, so that neither a thread nor a
read transaction waits for the reader; only beyond this they do."""


@click.command()
@click.option("--host", help="Address to listen on; GEOMAP_HOST otherwise, else 127.0.0.1.")
@click.option(
    "--port",
    type=click.IntRange(0, HIGHEST_PORT),
    help="Port to listen on, 0 for a free one; GEOMAP_PORT or PORT otherwise, else 8000.",
)
@click.pass_obj
def serve(settings: Settings, host: str | None, port: int | None) -> None:
    """Serve the map; an empty database is given the bundled atlas first."""
    settings = replace(
        settings,
        host=settings.host if host is None else host,
        port=settings.port if port is None else port,
    )
    signal.signal(signal.SIGTERM, _stop)
    # The address is taken first: better to refuse at once than after a minute of preparation.
    with _bound(settings.host, settings.port) as listener:
        app = create_app(settings, prepare(settings), MOST_LISTENERS)
        server = _server(app, listener)
        shown = f"[{settings.host}]" if ":" in settings.host else settings.host
        click.echo(f"geomap is ready on http://{shown}:{listener.getsockname()[1]}/")
        with suppress(KeyboardInterrupt):
            server.run()
        server.close()


def _server(app: Flask, listener: socket.socket) -> BaseWSGIServer:
    """A server with threads for answers, and room for many who only listen."""
    dispatcher = Dispatcher(listeners_of(app), STREAM)
    dispatcher.set_thread_count(THREADS)
    made = create_server(
        app,
        _dispatcher=dispatcher,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        connection_limit=MOST_CONNECTIONS,
        # Read on while an answer is under way, so as to see who hangs up.
        channel_request_lookahead=1,
        # `select` counts no further than 1024 files; not every system has `poll`.
        asyncore_use_poll=hasattr(select, "poll"),
        max_request_body_size=LARGEST_BODY,
        max_request_header_size=LARGEST_HEAD,
        outbuf_high_watermark=MOST_WAITING,
    )
    # One socket makes one server.
    server = cast("BaseWSGIServer", made)
    server.channel_class = Connection
    return server


def _bound(host: str, port: int) -> socket.socket:
    """A socket that holds the address. Raises AddressInUse or Unavailable."""
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        # Readers who come early wait in line instead of being turned away.
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            raise AddressInUse(
                f"Port {port} of {host} is in use; stop the other program or choose another port"
                " with --port."
            ) from error
        raise Unavailable(f"Cannot listen on {host}, port {port}: {error.strerror}.") from error
    return listener


def _stop(signal_number: int, frame: FrameType | None) -> None:
    """End as with Ctrl-C, so that requests under way are answered."""
    del signal_number, frame
    raise KeyboardInterrupt


def prepare(settings: Settings) -> Database:
    """Build the gazetteer index where it is missing, and load the bundled atlas into emptiness.

    Gives the database, which is up to date.
    """
    with progress_bar("Building the gazetteer index") as progress:
        ensure_index(settings.gazetteer_path, progress)
    database = Database(settings.database_url)
    if prepare_database(database, Rule()):
        return database
    with open_gazetteer(settings.gazetteer_path) as gazetteer:
        loaded = load_atlas_folder(database, gazetteer, BUNDLED, Rule())
    click.echo(f"Loaded the atlas {loaded.atlas.frame.id}.", err=True)
    return database
