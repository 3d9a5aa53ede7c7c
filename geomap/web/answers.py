"""What all answers share: the service's parts, JSON, ETags, security headers."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, cast

from flask import Response, current_app, request

from geomap import __version__
from geomap.domain.rule import Rule, rule_document
from geomap.domain.territory.reach import Reach
from geomap.storage.database import Database
from geomap.web.documents import TimelineDocuments

GEOJSON = "application/geo+json"
JSON = "application/json"
CSV = "text/csv; charset=utf-8; header=present"
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


def etag(revision: int, rule: Rule, media_type: str) -> str:
    """A name for this answer: revision, rule, program, query and format decide it together."""
    # The rule as a document, since a set has no order of its own from one process to the next.
    asked = json.dumps(rule_document(rule, Reach(0.0)))
    parts = (str(revision), asked, __version__, media_type, request.full_path)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def json_answer(body: bytes, media_type: str, revision: int, rule: Rule | None = None) -> Response:
    """A document that anybody may read and keep as long as its ETag stands.

    `rule` is the one that was asked for, None for the service's own.
    """
    response = Response(body, content_type=media_type)
    response.set_etag(etag(revision, rule or service().rule, media_type))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def hashed_answer(body: bytes, media_type: str) -> Response:
    """A document whose ETag is made of itself, for one that also rests on the gazetteer."""
    response = Response(body, content_type=media_type)
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
