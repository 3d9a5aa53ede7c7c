"""Every failure as a problem document (RFC 9457); readers in a browser get a plain page."""

import json
import logging
from http import HTTPStatus

from flask import Flask, Response, render_template, request
from werkzeug.exceptions import HTTPException

from geomap.errors import PROBLEM_DOCUMENT, DatabaseUnavailable, GeomapError, Unavailable

MEDIA_TYPE = PROBLEM_DOCUMENT
RETRY_SECONDS = 5
"""When to ask again what this machine cannot do now."""
logger = logging.getLogger(__name__)


def register(app: Flask) -> None:
    """Answer every error from here, those of the routing included."""
    app.register_error_handler(GeomapError, _of_geomap)
    app.register_error_handler(HTTPException, _of_http)
    app.register_error_handler(Exception, _of_a_defect)


def problem(status: int, title: str, detail: str, parameter: str | None = None) -> Response:
    """One failure, in words for whoever sent the request.

    `parameter` is the one that was refused, so that a page can say so in another language.
    """
    document = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    if parameter is not None:
        document["parameter"] = parameter
    if _wants_a_page():
        response = Response(
            render_template("error.html", problem=document), status, mimetype="text/html"
        )
    else:
        body = json.dumps(document, ensure_ascii=False)
        response = Response(body, status, content_type=MEDIA_TYPE)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "Accept"
    return response


def _wants_a_page() -> bool:
    """Whether a person's browser asks, for an address that no program uses."""
    if request.path.startswith("/api") or "." in request.path.rsplit("/", 1)[-1]:
        return False
    best = request.accept_mimetypes.best_match([MEDIA_TYPE, "text/html"], default=MEDIA_TYPE)
    return best == "text/html"


def _of_geomap(error: GeomapError) -> Response:
    if error.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        logger.error("%s: %s", error.title, error)
    if isinstance(error, DatabaseUnavailable):
        # Where the database lies is for the operator, who reads the log.
        return problem(error.status, error.title, "The database cannot be used now; try later.")
    # What a rule says of itself may be half a sentence.
    detail = f"{str(error).removesuffix('.')}."
    response = problem(error.status, error.title, detail, getattr(error, "parameter", None))
    if isinstance(error, Unavailable):
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def _of_http(error: HTTPException) -> Response:
    status = error.code or HTTPStatus.INTERNAL_SERVER_ERROR
    details = {
        HTTPStatus.NOT_FOUND: f"There is nothing at {request.path}.",
        HTTPStatus.METHOD_NOT_ALLOWED: f"{request.method} is not allowed at {request.path}.",
    }
    detail = details.get(HTTPStatus(status), error.description or error.name)
    response = problem(status, error.name, detail)
    for name, value in error.get_headers(request.environ):
        if name in {"Allow", "Location", "Retry-After"}:
            response.headers[name] = value
    return response


def _of_a_defect(error: Exception) -> Response:
    logger.error("Unexpected error at %s", request.path, exc_info=error)
    return problem(500, "Internal error", "The service failed; the reason stands in its log.")
