"""Answers that are asked for often, kept in every encoding that clients take."""

import gzip
import platform
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from threading import Lock

from flask import Response, request

if platform.python_implementation() == "PyPy":  # pragma: no cover -- The tests run on CPython.
    import brotlicffi as brotli
else:
    import brotli

if sys.version_info >= (3, 14):  # pragma: no cover -- The tests run on an older one.
    from compression import zstd
else:
    from backports import zstd

FOR_EVER = "public, max-age=31536000, immutable"
"""How long something may be kept whose address tells all that it depends on."""
SMALLEST = 500
"""Below this many bytes nothing is gained."""
LARGE = 4 * 1024 * 1024
"""From so many bytes on the best levels take a minute and save a twentieth."""
PACKERS: Mapping[str, Callable[[bytes], bytes]] = {
    "zstd": lambda body: zstd.compress(body, 19 if len(body) < LARGE else 12),
    "br": lambda body: brotli.compress(body, quality=11 if len(body) < LARGE else 9),
    # Without the time, so that the same body gives the same bytes.
    "gzip": lambda body: gzip.compress(body, 9, mtime=0),
}
"""By encoding, the best that there is of each: it is done once and sent many times."""


class Packed:
    """A body that never changes, and what it becomes in each encoding, made when first wanted."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.name = sha256(body).hexdigest()[:32]
        self._packed: dict[str, bytes] = {}
        self._lock = Lock()

    def pack(self) -> None:
        """Make every encoding now, for the first reader of each."""
        for encoding in PACKERS:
            self.encoded(encoding)

    def encoded(self, encoding: str) -> bytes:
        """The body in an encoding of `PACKERS`."""
        with self._lock:
            if encoding not in self._packed:
                self._packed[encoding] = PACKERS[encoding](self.body)
            return self._packed[encoding]


def packed_answer(packed: Packed, media_type: str, tag: str) -> Response:
    """A kept body in the first encoding that the client takes; the tag names it unencoded."""
    encoding = _encoding() if len(packed.body) >= SMALLEST else None
    body = packed.body if encoding is None else packed.encoded(encoding)
    response = Response(body, content_type=media_type)
    # Two encodings are two representations, so their strong tags must differ.
    response.set_etag(tag if encoding is None else f"{tag}:{encoding}")
    if encoding is not None:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    response.headers["Cache-Control"] = "no-cache"
    response.make_conditional(request)
    return response


def _encoding() -> str | None:
    accepted = request.accept_encodings
    return next((one for one in PACKERS if accepted.quality(one) > 0), None)
