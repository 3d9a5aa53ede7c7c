"""Which pages of other sites may read the answers, and which few may write."""

from flask import Response, request

from geomap.web.writers import SAFE_METHODS, gate

EXPOSED = "ETag, Link, Location, Retry-After, Allow"
READING_HEADERS = "Accept, Accept-Language, If-None-Match, If-Modified-Since, Last-Event-ID, Range"
WRITING_HEADERS = f"{READING_HEADERS}, Authorization, Content-Type, If-Match, Idempotency-Key"
DAY = "86400"


def add_headers(response: Response) -> Response:
    """Let every page read, errors included; let those write that the settings name.

    No answer allows credentials, so what a reader is signed in to elsewhere never counts.
    """
    headers = response.headers
    origin = request.headers.get("Origin", "")
    writes = origin in gate().origins
    if gate().origins:
        response.vary.add("Origin")
    if writes:
        headers["Access-Control-Allow-Origin"] = origin
    elif request.method in SAFE_METHODS:
        headers.setdefault("Access-Control-Allow-Origin", "*")
    else:
        return response
    headers.setdefault("Access-Control-Expose-Headers", EXPOSED)
    if request.method == "OPTIONS":
        allowed = set(headers.get("Allow", "").replace(",", " ").split())
        methods = allowed if writes else allowed & SAFE_METHODS
        headers["Access-Control-Allow-Methods"] = ", ".join(sorted(methods))
        headers["Access-Control-Allow-Headers"] = WRITING_HEADERS if writes else READING_HEADERS
        headers["Access-Control-Max-Age"] = DAY
    return response
