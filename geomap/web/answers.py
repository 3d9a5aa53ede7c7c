"""What all answers share: the service's parts, JSON, ETags, security headers."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, cast

from flask import Response, current_app, request

from geomap import __version__
from geomap.domain.control import Rule
from geomap.storage.database import Database

GEOJSON = "application/geo+json"
JSON = "application/json"
_EXTENSION = "geomap"


@dataclass(frozen=True, slots=True)
class Service:
    """What the views need; `create_app` puts it together."""

    database: Database
    rule: Rule


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


def json_answer(document: Any, media_type: str, revision: int) -> Response:
    """A document that anybody may read and keep as long as its ETag stands."""
    body = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return revised(Response(body, content_type=media_type), revision)


def revised(response: Response, revision: int) -> Response:
    """Mark an answer with its revision, and leave it out where the reader has it already."""
    response.set_etag(etag(revision))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
