"""Whole answers that were given last, for whoever asks the same again while nothing has changed.

An answer is decided by its revision, the program and the request alone, as its ETag says; so it is
kept as it was sent, packed for the way.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from http import HTTPStatus
from threading import Lock
from typing import Any, cast

from flask import Response, current_app, g, request

from geomap.web.answers import service

MOST_BYTES = 16 * 1024 * 1024
LARGEST = 1024 * 1024
_EXTENSION = "geomap.answers"
_VARIES = frozenset({"accept", "accept-encoding"})
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as it was sent."""

    revision: int
    body: bytes
    headers: list[tuple[str, str]]


@dataclass(slots=True)
class KeptAnswers:
    """The answers that were asked for last, up to so many bytes of bodies."""

    most: int = MOST_BYTES
    _answers: OrderedDict[Key, Answer] = field(default_factory=OrderedDict)
    _bytes: int = 0
    _lock: Lock = field(default_factory=Lock)

    def get(self, key: Key) -> Answer | None:
        """The answer to a request; None where it is not kept."""
        with self._lock:
            found = self._answers.get(key)
            if found is not None:
                self._answers.move_to_end(key)
            return found

    def keep(self, key: Key, answer: Answer) -> None:
        """Keep an answer, and let those go that were not asked for the longest."""
        with self._lock:
            self._drop(key)
            self._answers[key] = answer
            self._bytes += len(answer.body)
            while self._bytes > self.most:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: Key) -> None:
        gone = self._answers.pop(key, None)
        self._bytes -= len(gone.body) if gone else 0


def mount(answers: KeptAnswers, extensions: dict[str, Any]) -> None:
    """Hand the kept answers to an app."""
    extensions[_EXTENSION] = answers


def answer_kept() -> Response | None:
    """The answer to this very request, if it is kept and stands for the newest revision."""
    if request.method not in {"GET", "HEAD"}:
        return None
    found = _answers().get(_key())
    if found is None or found.revision != service().timelines.newest.get():
        return None
    g.geomap_kept = True
    return Response(found.body, headers=found.headers)


def keep(response: Response) -> Response:
    """Keep an answer that its revision and its request decide.

    This comes after packing, and before the headers that every answer is given anew.
    """
    revision: int | None = g.get("geomap_revision")
    if revision is None or "geomap_kept" in g or not _may_keep(response):
        return response
    body = response.get_data()
    if len(body) <= LARGEST:
        _answers().keep(_key(), Answer(revision, body, list(response.headers)))
    return response


def _may_keep(response: Response) -> bool:
    return (
        request.method == "GET"
        and "revision" not in request.args
        and response.status_code == HTTPStatus.OK
        and not response.is_streamed
        and response.headers.get("Cache-Control") == "no-cache"
        and {one.lower() for one in response.vary} <= _VARIES
    )


def _key() -> Key:
    asked = request.headers
    return (
        *(request.host_url, request.full_path),
        *(asked.get("Accept", ""), asked.get("Accept-Encoding", "")),
    )


def _answers() -> KeptAnswers:
    return cast("KeptAnswers", current_app.extensions[_EXTENSION])
