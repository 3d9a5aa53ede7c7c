"""What all answers share: the service's parts, JSON, ETags, security headers."""

import hashlib
import json
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from flask import Response, current_app, g, request

from geomap.domain.rule import Rule, rule_document
from geomap.domain.territory.reach import Reach
from geomap.services.edition import edition
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


def etag(revision: int) -> str:
    """A name for this answer: revision, rule, program and question decide it together."""
    asked = (request.full_path, request.headers.get("Accept", ""))
    parts = (str(revision), _rule_as_text(service().rule), edition(), *asked)
    text = "\n".join(parts)
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:32]


@lru_cache(maxsize=8)
def _rule_as_text(rule: Rule) -> str:
    # As a document, since a set has no order of its own from one process to the next.
    return json.dumps(rule_document(rule, Reach(0.0)))


def json_answer(body: bytes, media_type: str, revision: int) -> Response:
    """A document that anybody may read and keep as long as its ETag stands."""
    response = Response(body, content_type=media_type)
    response.set_etag(etag(revision))
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    g.geomap_revision = revision
    return response


def answer_unchanged() -> Response | None:
    """A 304 for whoever has the answer of the newest revision, without making the answer again.

    An answer that is asked for at a named revision need not change when there is a newer one, so
    those are left to their views.
    """
    tags = request.headers.get("If-None-Match")
    if tags is None or request.method not in {"GET", "HEAD"}:
        return None
    if "revision" in request.args or request.endpoint == "static":
        return None
    tag = etag(service().timelines.newest.get())
    found = re.search(f'"({tag}(?::[a-z]+)?)"', tags)
    if found is None:
        return None
    response = Response(status=304)
    response.set_etag(found[1])
    response.headers["Cache-Control"] = "no-cache"
    response.vary.update(("Accept", "Accept-Encoding"))
    return response


def hashed_answer(body: bytes, media_type: str) -> Response:
    """A document whose ETag is made of itself, for one that also rests on the gazetteer."""
    response = Response(body, content_type=media_type)
    response.set_etag(hashlib.sha256(body).hexdigest()[:32])
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response
