"""Bodies of requests that write: one JSON object of bounded size, read strictly."""

import json
from collections.abc import Sequence
from typing import Any, NoReturn

from flask import request

from geomap.errors import InvalidInput, UnsupportedType

JSON = "application/json"
MERGE_PATCH = "application/merge-patch+json"
LARGEST_BODY = 64 * 1024
LONGEST_SHOWN = 100


def json_object(*media_types: str, largest: int = LARGEST_BODY) -> dict[str, Any]:
    """The object that the body holds.

    Raises UnsupportedType for another media type, InvalidInput for what is no JSON object in
    UTF-8, or names a member twice. Werkzeug refuses what is too large.
    """
    if request.mimetype not in media_types:
        sent = request.mimetype[:LONGEST_SHOWN] or "none"
        raise UnsupportedType(
            f"Content-Type is {sent}; send the body as {' or '.join(media_types)}."
        )
    request.max_content_length = largest
    try:
        value = json.loads(
            request.get_data().decode(), parse_constant=_refuse, object_pairs_hook=_once
        )
    except RecursionError:
        raise InvalidInput("The body is nested too deeply; send one flat JSON object.") from None
    except UnicodeDecodeError:
        raise InvalidInput("The body is not UTF-8.") from None
    except ValueError as error:
        raise InvalidInput(f"The body is not JSON: {str(error)[:LONGEST_SHOWN]}.") from None
    if not isinstance(value, dict):
        raise InvalidInput("The body is not a JSON object.")
    return value


def _refuse(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of JSON")


def _once(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("a member stands twice in one object")
    return value
