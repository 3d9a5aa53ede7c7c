"""What all answers share: the service's parts, JSON, ETags, security headers."""

import hashlib
from dataclasses import dataclass
from typing import Any, cast

from flask import Response, current_app, request

from geomap import __version__
from geomap.domain.rule import Rule
from geomap.storage.database import Database
from geomap.web.documents import TimelineDocuments

GEOJSON = "application/geo+json"
JSON = "application/json"
_EXTENSION = "geomap"


@dataclass(frozen=True, slots=True)
class Service:
    """What the views need; `create_app` puts it together."""

    database: Database
    rule: Rule
    timelines: TimelineDocuments


def mount(service: Service, extensions: dict[str, Any]) -> None:
    """Hand the service to the views of an app."""
    extensions[_EXTENSION] = service


def service() -> Service:
    """The service of the current app."""
    return cast("Service", current_app.extensions[_EXTENSION])


def etag(revision: int) -> str:
    """A name for this answer: revision, rule, program and query decide it together."""
    parts = (str(revision), repr(service().rule), __version__, request.full_path)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def json_answer(body: bytes, media_type: str, revision: int) -> Response:
    """A document that anybody may read and keep as long as its ETag stands."""
    response = Response(body, content_type=media_type)
    response.set_etag(etag(revision))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
