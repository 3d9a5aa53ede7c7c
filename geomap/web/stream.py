"""New revisions as server-sent events, for a page that is left open."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from flask import Blueprint, Response, current_app, request

from geomap.services.following import Listener, Listeners, Newest, newest_of
from geomap.web.answers import service
from geomap.web.operations.following import EVENT_STREAM, STREAM
from geomap.web.parameters import Parameters

blueprint = Blueprint("stream", __name__)
PATH = STREAM.path
AGAIN_MILLISECONDS = 5_000
"""After so long a browser connects again when a stream has ended."""
POLL_MILLISECONDS = 30_000
"""As above, where nobody can be kept waiting and every answer ends at once."""
_EXTENSION = "geomap-listeners"
_ID = re.compile(r"([0-9a-f]{12})\.([0-9]{1,9})")


def mount(listeners: Listeners, extensions: dict[str, Any]) -> None:
    """Hand the listeners to the views of an app."""
    extensions[_EXTENSION] = listeners


def listeners_of(extensions: dict[str, Any]) -> Listeners:
    """The listeners of an app, for the server that runs it."""
    return cast("Listeners", extensions[_EXTENSION])


@blueprint.get(PATH)
def show_stream() -> Response:
    """An event for each new revision, from the one that was seen last on.

    A listener for whom there is no room is told what is new and asked to come back later.
    """
    given = Parameters(request.args, STREAM.parameters)
    newest = newest_of(service().database)
    since = given.whole("since", newest.revision)
    seen = _last_seen() or Newest(newest.history, since)
    listener = None
    if request.method == "GET":
        listener = listeners_of(current_app.extensions).listen(seen)
    if listener is None:
        news = _event(newest) if newest != seen else b""
        response = Response(_again(POLL_MILLISECONDS) + news, content_type=EVENT_STREAM)
    else:
        # waitress knows when somebody has hung up; elsewhere the next thing that is sent shows it.
        gone = request.environ.get("waitress.client_disconnected", bool)
        response = Response(_events(listener, gone), content_type=EVENT_STREAM)
        response.call_on_close(listener.leave)
    response.headers["Cache-Control"] = "no-store"
    # A proxy that collects the answer before it passes it on would keep every event back.
    response.headers["X-Accel-Buffering"] = "no"
    return response


def _events(listener: Listener, gone: Callable[[], bool]) -> Iterator[bytes]:
    yield _again(AGAIN_MILLISECONDS)
    for newest in listener.news(gone):
        yield b": still here\n\n" if newest is None else _event(newest)


def _event(newest: Newest) -> bytes:
    text = json.dumps({"history": newest.history, "revision": newest.revision})
    return f"id: {newest.history}.{newest.revision}\nevent: revision\ndata: {text}\n\n".encode()


def _again(milliseconds: int) -> bytes:
    return f"retry: {milliseconds}\n\n".encode()


def _last_seen() -> Newest | None:
    """What a browser that connects again has seen; it sends back what we gave it."""
    match = _ID.fullmatch(request.headers.get("Last-Event-ID", ""))
    return Newest(match[1], int(match[2])) if match else None
