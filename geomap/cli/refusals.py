"""What the server refuses before the app sees it, as problem documents (RFC 9457) like all else."""

import json
from http import HTTPStatus
from typing import Any, cast

from waitress.task import ErrorTask
from waitress.utilities import Error

from geomap.errors import PROBLEM_DOCUMENT

LARGEST_BODY = 4 * 1024 * 1024
"""Beyond this the server hangs up; the app refuses smaller bodies, and says why."""
LARGEST_HEAD = 256 * 1024
_DETAILS = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "The body has more than 4 MiB; send it in parts.",
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: "The address and the headers have more than 256 KiB"
    " together; send shorter ones.",
    HTTPStatus.NOT_IMPLEMENTED: "Of transfer encodings only chunked is known here.",
}


class Refusal(ErrorTask):
    """The answer to a request that cannot be read, or is too large to be."""

    def execute(self) -> None:
        """Say why, and hang up: where the next request would begin is not known."""
        error: Error = cast("Any", self.request).error
        status = HTTPStatus(error.code)
        detail = _DETAILS.get(status, "This is no request of HTTP/1.1 that can be read.")
        document = {
            "type": "about:blank",
            "title": error.reason,
            "status": status.value,
            "detail": detail,
        }
        body = json.dumps(document).encode()
        self.status = f"{status.value} {error.reason}"
        self.response_headers = [
            *self.response_headers,
            ("Content-Type", PROBLEM_DOCUMENT),
            ("Cache-Control", "no-store"),
            ("X-Content-Type-Options", "nosniff"),
            ("Access-Control-Allow-Origin", "*"),
        ]
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)
