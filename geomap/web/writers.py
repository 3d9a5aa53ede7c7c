"""Who writes: the token of a request, the origin of the page that sends it, how often it comes."""

from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, request

from geomap.domain.rights import Right, Writer
from geomap.errors import Forbidden, TooMany, Unauthorized
from geomap.services.tokens import writer_of
from geomap.web.answers import service
from geomap.web.problems import problem
from geomap.web.rate_limit import RateLimit

WRITES_A_MINUTE = 120
WRONG_TOKENS_A_MINUTE = 30
_EXTENSION = "geomap-writers"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Gate:
    """What stands between the network and those who write."""

    origins: frozenset[str]
    """Other origins whose pages may write, such as https://newsroom.example."""
    writes: RateLimit = field(default_factory=lambda: RateLimit(WRITES_A_MINUTE))
    wrong: RateLimit = field(default_factory=lambda: RateLimit(WRONG_TOKENS_A_MINUTE))


def mount(gate: Gate, extensions: dict[str, Any]) -> None:
    """Hand the gate to the views of an app."""
    extensions[_EXTENSION] = gate


def register(app: Flask) -> None:
    """Answer those who may not write, or write too often, with what HTTP wants said."""
    app.register_error_handler(Unauthorized, _unauthorized)
    app.register_error_handler(TooMany, _too_many)


def gate() -> Gate:
    """The gate of the current app."""
    return cast("Gate", current_app.extensions[_EXTENSION])


def writer(right: Right) -> Writer:
    """Who sends the request.

    Raises Forbidden for a page of another origin and for a token that does not allow it,
    Unauthorized without a token that counts, TooMany for too many requests in a minute.
    """
    if not may_write_from_origin():
        raise Forbidden(
            "Pages of other sites may not write here; the setting GEOMAP_WRITE_ORIGINS names"
            " those that may."
        )
    scheme, _space, text = request.headers.get("Authorization", "").partition(" ")
    with service().database.reading() as session:
        found = writer_of(session, text.strip()) if scheme.lower() == "bearer" else None
    if found is None:
        # Counted by where they come from; a valid token is never kept waiting for wrong ones.
        gate().wrong.count(request.remote_addr or "")
        raise Unauthorized(
            "This needs a token: send Authorization: Bearer TOKEN; geomap token add NAME makes one."
        )
    if not found.may.includes(right):
        raise Forbidden(
            f"The token of {found.name} allows to {found.may}, and this needs one to {right};"
            f" geomap token add NAME --may {right} makes one."
        )
    if request.method not in SAFE_METHODS:
        gate().writes.count(found.name)
    return found


def may_write_from_origin() -> bool:
    """Whether the request comes from no page at all, from one of ours, or from one that may.

    Browsers add both headers themselves; no page can change them.
    """
    origin = request.headers.get("Origin")
    if origin is None:
        return request.headers.get("Sec-Fetch-Site", "none") in {"none", "same-origin"}
    return origin in gate().origins or _host_of(origin) == request.host


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc or None
    except ValueError:
        return None


def _unauthorized(error: Unauthorized) -> Response:
    response = problem(error.status, error.title, str(error))
    response.headers["WWW-Authenticate"] = 'Bearer realm="geomap"'
    return response


def _too_many(error: TooMany) -> Response:
    response = problem(error.status, error.title, str(error))
    response.headers["Retry-After"] = str(error.wait)
    return response
