"""Answers for those with a token alone."""

from typing import Any

from flask import Response

from geomap.web.answers import JSON
from geomap.web.documents import encoded


def private(document: dict[str, Any], status: int = 200) -> Response:
    """An answer for those with a token alone, which nothing on the way may keep."""
    response = Response(encoded(document), status, content_type=JSON)
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Authorization")
    return response
