"""Whole collections as files: `/events.geojson`, `/claims.csv`, and `f=` of the items.

A file holds all that matches, however much that is; `limit` alone makes it shorter.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from http import HTTPStatus
from itertools import islice
from typing import Any, cast

from flask import Blueprint, Response, current_app, request
from sqlalchemy.orm import Session

from geomap.domain.items.collections import COLLECTIONS
from geomap.domain.items.queries import Item, ItemsQuery
from geomap.errors import InvalidParameter, NotFound
from geomap.exports.feature_text import feature_collection, feature_sequence
from geomap.exports.formats import FILE_FORMATS, SEQUENCE
from geomap.services.items import KeptItems, stream_of, written_stream_of
from geomap.services.standpoints import resolved
from geomap.web.answers import GEOJSON, etag, service
from geomap.web.formats import FORMAT_PARAMETER
from geomap.web.ogc.coordinates import Crs
from geomap.web.ogc.parameters import file_parameters
from geomap.web.ogc.requests import ItemsRequest, items_request
from geomap.web.operations.files import ENDINGS
from geomap.web.streaming import Streams

blueprint = Blueprint("files", __name__)
LONGEST_LIMIT = 15
"""Digits; nobody has more features than they can say."""
_OF_PAGES = ("cursor", "offset")
_EXTENSION = "geomap-files"
_FORMATS = {ending: name for name, ending in ENDINGS.items()}


def mount(streams: Streams, kept: KeptItems, extensions: dict[str, Any]) -> None:
    """Hand what files share to the views of an app."""
    extensions[_EXTENSION] = streams, kept


@blueprint.get("/<collection>.<extension>")
def show_file(collection: str, extension: str) -> Response:
    """A whole collection, for people who type."""
    name = _FORMATS.get(extension)
    if collection not in COLLECTIONS or name is None:
        raise NotFound(
            f"There is nothing at {request.path}. Files of whole collections are called"
            f" {', '.join(COLLECTIONS)}, and end in {', '.join(_FORMATS)}, such as /events.geojson."
        )
    if FORMAT_PARAMETER in request.args:
        raise InvalidParameter(FORMAT_PARAMETER, f"is said by .{extension} already; leave it out.")
    layer = COLLECTIONS[collection]
    asked = items_request(request.args, layer, service().rule, file_parameters(layer))
    return file_answer(asked, name)


def file_answer(asked: ItemsRequest, name: str) -> Response:
    """Everything that matches in a format of this name, sent while it is read.

    Raises InvalidParameter for what makes no sense for a file, and as `stream_of`; Unavailable
    while too many files are being written.
    """
    for parameter in _OF_PAGES:
        if parameter in request.args:
            raise InvalidParameter(parameter, "belongs to pages; a file holds all that matches.")
    if asked.crs is not Crs.CRS84:
        raise InvalidParameter("crs", f"files are in {Crs.CRS84.uri} alone; leave it out.")
    query = asked.query
    with service().database.reading() as session:
        revision, _frame = resolved(session, query.standpoint)
    response = Response(content_type=_media_type(name))
    response.set_etag(etag(revision))
    response.headers["Cache-Control"] = "no-cache"
    file = f"{query.collection.id}.{ENDINGS[name]}"
    response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    response.make_conditional(request)
    if response.status_code == HTTPStatus.OK:
        # How long it gets is known when it is sent.
        del response.headers["Content-Length"]
        # What is sent stands for the revision of its ETag, even if a newer one comes in between.
        pinned = replace(query, standpoint=replace(query.standpoint, revision=revision))
        streams, kept = cast("tuple[Streams, KeptItems]", current_app.extensions[_EXTENSION])
        write = _writer(name, revision, pinned, kept)
        stream = streams.open(write)
        response.response = stream
        # What packs the pieces for the way takes the place of the stream, and does not close it.
        response.call_on_close(stream.close)
    return response


def _media_type(name: str) -> str:
    return FILE_FORMATS[name].media_type if name in FILE_FORMATS else GEOJSON


def _writer(
    name: str, revision: int, query: ItemsQuery, kept: KeptItems
) -> Callable[[Session], Iterator[bytes]]:
    """What writes the items that a session reads."""
    most = _limit()

    def items(session: Session) -> Iterator[Item]:
        return islice(written_stream_of(session, query, kept), most)

    if name == SEQUENCE:
        return lambda session: feature_sequence(items(session))
    if name in FILE_FORMATS:
        write = FILE_FORMATS[name].write
        return lambda session: write(
            query.collection, islice(stream_of(session, query, kept), most)
        )
    link = {"rel": "self", "type": GEOJSON, "title": "This document", "href": request.url}
    members = {"revision": revision, "links": [link]}
    return lambda session: feature_collection(items(session), members)


def _limit() -> int | None:
    """The most features wanted; None for all. Its spelling was looked at with the request."""
    text = request.args.get("limit")
    return None if text is None else int(text[:LONGEST_LIMIT])
