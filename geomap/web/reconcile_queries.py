"""The batches of the Reconciliation Service API 0.2: read strictly, refused by name."""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from geomap.errors import InvalidParameter, TooLarge
from geomap.services.gazetteer_context import PROPERTIES as EVIDENCE
from geomap.services.gazetteer_matching import (
    DEFAULT_LIMIT,
    MOST_CANDIDATES,
    MatchQuery,
)
from geomap.services.gazetteer_properties import PROPERTIES, Wanted
from geomap.web.reconcile_types import ANY_TYPE, TYPES

MOST_QUERIES = 100
MOST_IDS = 1000
MOST_BYTES = 1024 * 1024
LONGEST_KEY = 200
LONGEST_SHOWN = 40
_WHOLE = re.compile("[0-9]{1,9}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def read_queries(text: str) -> dict[str, MatchQuery]:
    """Read a batch of queries by their keys.

    Raises InvalidParameter for what is no such batch, TooLarge for too many queries.
    """
    batch = _object("queries", _parsed("queries", text))
    if len(batch) > MOST_QUERIES:
        raise TooLarge(
            f"queries: {len(batch)} were sent; send at most {MOST_QUERIES} in one batch."
        )
    return {_key("queries", key): _query(key, one) for key, one in batch.items()}


def read_extension(text: str) -> tuple[list[str], list[Wanted]]:
    """Read which properties of which places are wanted; raises as read_queries does."""
    asked = _object("extend", _parsed("extend", text))
    ids = [_key("extend", one) for one in _list("extend", asked.get("ids"), "ids")]
    if len(ids) > MOST_IDS:
        raise TooLarge(f"extend: {len(ids)} ids were sent; send at most {MOST_IDS} at once.")
    wanted = [_wanted(one) for one in _list("extend", asked.get("properties"), "properties")]
    return ids, wanted


def _parsed(name: str, text: str) -> Any:
    try:
        return json.loads(text, parse_constant=_no_number)
    except RecursionError:
        raise InvalidParameter(name, "is nested too deeply.") from None
    except ValueError as error:
        raise InvalidParameter(name, f"is not JSON: {str(error)[:LONGEST_KEY]}.") from None


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text} is no number of JSON")


def _object(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise InvalidParameter(name, "must be a JSON object.")
    return value


def _list(name: str, value: Any, what: str) -> Sequence[Any]:
    if not isinstance(value, list):
        raise InvalidParameter(name, f"{what} must be a JSON array.")
    return value


def _key(name: str, value: Any) -> str:
    """A key or id, which the answer repeats, so that it must be a text that can be written."""
    if not isinstance(value, str) or len(value) > LONGEST_KEY or _LONE_SURROGATE.search(value):
        raise InvalidParameter(
            name, f"{_shown(value)} is no text of at most {LONGEST_KEY} characters."
        )
    return value


def _query(key: str, value: Any) -> MatchQuery:
    asked = _object("queries", value)
    name = asked.get("query")
    if name is None and asked.get("properties"):
        # Allowed by the protocol; without a name there is nothing to find a place by.
        name = ""
    if not isinstance(name, str):
        raise InvalidParameter("queries", f"{_shown(key)} has no text named query.")
    properties = asked.get("properties")
    said = _said([] if properties is None else properties)
    return MatchQuery(
        name,
        said,
        _types(asked.get("type")),
        strict=asked.get("type_strict") != "should",
        limit=_limit(asked.get("limit")),
    )


def _types(value: Any) -> frozenset[str]:
    """The types that are wanted; none stands for any."""
    items = value if isinstance(value, list) else [] if value in (None, "") else [value]
    found = set()
    for item in items:
        # Some clients send a type as they got it: an object with an id.
        type_id = item.get("id") if isinstance(item, dict) else item
        if not isinstance(type_id, str) or type_id not in TYPES:
            raise InvalidParameter(
                "queries", f"{_shown(type_id)} is no type; types: {', '.join(TYPES)}."
            )
        found.add(type_id)
    return frozenset() if ANY_TYPE in found else frozenset(found)


def _limit(value: Any) -> int:
    if value is None:
        return DEFAULT_LIMIT
    if isinstance(value, bool) or not isinstance(value, int | float) or not value >= 1:
        raise InvalidParameter("queries", f"limit {_shown(value)} is no positive number.")
    return int(min(value, MOST_CANDIDATES))


def _said(values: Any) -> dict[str, tuple[str, ...]]:
    """What is said beside the name. Properties that only describe a place are no evidence."""
    said: dict[str, tuple[str, ...]] = {}
    for item in _list("queries", values, "properties"):
        name = _object("queries", item).get("pid")
        if not isinstance(name, str) or name not in {**EVIDENCE, **PROPERTIES}:
            raise InvalidParameter(
                "queries", f"{_shown(name)} is no property; properties: {', '.join(EVIDENCE)}."
            )
        if name in EVIDENCE:
            value = item.get("v")
            texts = (_text(one) for one in (value if isinstance(value, list) else [value]))
            said[name] = (*said.get(name, ()), *(text for text in texts if text))
    return said


def _text(value: Any) -> str:
    """A property value as text; of a place that was matched before, its id."""
    if isinstance(value, dict):
        value = value.get("id")
    if value is None or isinstance(value, bool | list | dict):
        return ""
    return _LONE_SURROGATE.sub("", str(value))


def _wanted(value: Any) -> Wanted:
    asked = _object("extend", value)
    name = asked.get("id")
    if not isinstance(name, str) or name not in PROPERTIES:
        raise InvalidParameter(
            "extend", f"{_shown(name)} is no property; properties: {', '.join(PROPERTIES)}."
        )
    settings = _object("extend", asked.get("settings") or {})
    language = settings.get("language") or ""
    return Wanted(name, language if isinstance(language, str) else "", _most(settings))


def _most(settings: Mapping[str, Any]) -> int | None:
    """How many values are wanted; OpenRefine sends numbers as text now and then."""
    text = str(settings.get("limit") or "")
    return (
        int(text) if text.isascii() and text.isdigit() and 0 < len(text) < LONGEST_SHOWN else None
    )


def _shown(value: Any) -> str:
    return repr(value)[:LONGEST_SHOWN]
