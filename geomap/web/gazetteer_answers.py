"""What the addresses of the gazetteer share: its index, ETags from its build, its refusals."""

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any, cast

from flask import Blueprint, Response, current_app, request

from gazetteer.errors import GazetteerError, InvalidQuery, PlaceNotFound
from geomap import __version__
from geomap.services.gazetteer_index import OpenIndex, SharedGazetteer
from geomap.services.gazetteer_search import OnlineGeocoders
from geomap.web.problems import problem

_EXTENSION = "geomap-gazetteer"
logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class GazetteerService:
    """The index, opened once for the whole app, and the online geocoders if there are any."""

    index: SharedGazetteer
    online: OnlineGeocoders | None


def mount(
    index: SharedGazetteer, online: OnlineGeocoders | None, extensions: dict[str, Any]
) -> None:
    """Hand the gazetteer to the views of an app."""
    extensions[_EXTENSION] = GazetteerService(index, online)


def gazetteer_service() -> GazetteerService:
    """The gazetteer of the current app."""
    return cast("GazetteerService", current_app.extensions[_EXTENSION])


@contextmanager
def open_index() -> Iterator[OpenIndex]:
    """The index as it is now. Raises GazetteerError, which `answer_errors` turns into answers."""
    with gazetteer_service().index.using() as index:
        yield index


def gazetteer_answer(body: bytes, media_type: str, stamp: str) -> Response:
    """A document that anybody may read and keep until the index is built anew."""
    parts = [stamp, __version__, request.full_path.encode("utf-8", "replace").decode()]
    if gazetteer_service().online is not None:
        # What others answered may change while the index stays as it is.
        parts.append(hashlib.sha256(body).hexdigest())
    response = Response(body, content_type=media_type)
    response.set_etag(hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def answer_errors(blueprint: Blueprint) -> None:
    """Answer what the gazetteer refuses from a blueprint as problem documents."""
    blueprint.register_error_handler(GazetteerError, _of_gazetteer)


def _of_gazetteer(error: GazetteerError) -> Response:
    if isinstance(error, InvalidQuery):
        return problem(HTTPStatus.BAD_REQUEST, "Invalid query", str(error))
    if isinstance(error, PlaceNotFound):
        return problem(HTTPStatus.NOT_FOUND, "Not found", str(error))
    # The message names a file of this machine; that is for its log.
    logger.error("%s", error)
    detail = "There is no gazetteer to ask; run `geomap gazetteer build` where the service runs."
    return problem(HTTPStatus.SERVICE_UNAVAILABLE, "Gazetteer unavailable", detail)
