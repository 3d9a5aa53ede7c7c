"""/metrics: how much is asked and how long it takes, for operators, without a word on who asks."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from ipaddress import ip_address
from threading import Lock
from time import perf_counter
from typing import Any, cast

from flask import Blueprint, Flask, Response, current_app, g, request

from geomap import __version__
from geomap.domain.rights import Right
from geomap.services.following import newest_of
from geomap.web.answers import service
from geomap.web.operations.following import METRICS, PLAIN
from geomap.web.parameters import Parameters
from geomap.web.stream import listeners_of
from geomap.web.writers import writer

blueprint = Blueprint("metrics", __name__)
BOUNDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds up to which a request falls into each part of the histogram."""
NO_ROUTE = "none"
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
_EXTENSION = "geomap-metrics"


@dataclass(slots=True)
class _Durations:
    counts: list[int] = field(default_factory=lambda: [0] * (len(BOUNDS) + 1))
    total: float = 0.0


class Metrics:
    """What this process has answered since it began."""

    def __init__(self) -> None:
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._durations: dict[str, _Durations] = {}
        self._lock = Lock()

    def count(self, method: str, route: str, status: int, seconds: float) -> None:
        """Count one answer by the template of its route, which no client can make up."""
        with self._lock:
            self._answers[method if method in METHODS else "OTHER", route, status] += 1
            durations = self._durations.setdefault(route, _Durations())
            durations.counts[bisect_left(BOUNDS, seconds)] += 1
            durations.total += seconds

    def lines(self) -> Iterator[str]:
        """The samples, as Prometheus reads them."""
        with self._lock:
            answers = sorted(self._answers.items())
            durations = sorted(self._durations.items())
        yield "# HELP geomap_requests_total Answers by method, route and status."
        yield "# TYPE geomap_requests_total counter"
        for (method, route, status), number in answers:
            labels = f'method="{method}",route="{route}",status="{status}"'
            yield f"geomap_requests_total{{{labels}}} {number}"
        yield "# HELP geomap_request_seconds Time until an answer begins, by route."
        yield "# TYPE geomap_request_seconds histogram"
        for route, one in durations:
            below = 0
            for bound, number in zip((*map(str, BOUNDS), "+Inf"), one.counts, strict=True):
                below += number
                yield f'geomap_request_seconds_bucket{{route="{route}",le="{bound}"}} {below}'
            yield f'geomap_request_seconds_sum{{route="{route}"}} {one.total:.6f}'
            yield f'geomap_request_seconds_count{{route="{route}"}} {below}'


def register(app: Flask) -> None:
    """Count every answer of an app, errors included."""
    metrics = app.extensions[_EXTENSION] = Metrics()

    def begin() -> None:
        g.geomap_began = perf_counter()

    def count(response: Response) -> Response:
        seconds = perf_counter() - g.geomap_began if "geomap_began" in g else 0.0
        route = request.url_rule.rule if request.url_rule else NO_ROUTE
        metrics.count(request.method, route, response.status_code, seconds)
        return response

    app.before_request(begin)
    app.after_request(count)


@blueprint.get(METRICS.path)
def show_metrics() -> Response:
    """The samples; for this machine alone, or with a token."""
    Parameters(request.args, METRICS.parameters)
    if not _from_this_machine():
        writer(Right.PROPOSE)
    extensions: dict[str, Any] = current_app.extensions
    text = "\n".join((*_state(), *cast("Metrics", extensions[_EXTENSION]).lines(), ""))
    response = Response(text, content_type=PLAIN)
    response.headers["Cache-Control"] = "no-store"
    return response


def _state() -> Iterator[str]:
    yield "# HELP geomap_info The program that answers."
    yield "# TYPE geomap_info gauge"
    yield f'geomap_info{{version="{__version__}"}} 1'
    yield "# HELP geomap_revision The newest revision of the atlas."
    yield "# TYPE geomap_revision gauge"
    yield f"geomap_revision {newest_of(service().database).revision}"
    yield "# HELP geomap_listeners Who waits for news now."
    yield "# TYPE geomap_listeners gauge"
    yield f"geomap_listeners {listeners_of(current_app.extensions).count}"


def _from_this_machine() -> bool:
    """Whether nobody stands between: a proxy on this machine speaks for others."""
    if any(name in request.headers for name in FORWARDED):
        return False
    try:
        return ip_address(request.remote_addr or "").is_loopback
    except ValueError:
        return False
