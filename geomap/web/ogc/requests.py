"""Requests for items: every parameter is read strictly, and refused by name."""

import base64
import binascii
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from werkzeug.datastructures import MultiDict

from geomap.domain.items.collections import Collection
from geomap.domain.items.conditions import Any as AnyOf
from geomap.domain.items.conditions import Condition, OneOf, Value
from geomap.domain.items.properties import Filter, Kind, Property
from geomap.domain.items.queries import DEFAULT_LIMIT, MOST_ITEMS, Cursor, ItemsQuery, SortKey
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import InvalidParameter
from geomap.web.declarations import Parameter
from geomap.web.ogc.coordinates import Crs, box_of
from geomap.web.ogc.cql2 import condition_of
from geomap.web.ogc.parameters import (
    CQL2_JSON,
    LONGEST_VALUE,
    MOST_OFFSET,
    item_parameters,
    items_parameters,
    own_filters,
    sortable,
)
from geomap.web.ogc.times import day_of, interval_of
from geomap.web.parameters import Parameters

MOST_SORT_KEYS = 5
MOST_VALUES = 200
LONGEST_NUMBER = 15
LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ItemsRequest:
    """What is asked for, and the CRS of the answer."""

    query: ItemsQuery
    crs: Crs


def items_request(
    given: MultiDict[str, str],
    collection: Collection,
    rule: Rule,
    declared: tuple[Parameter, ...] = (),
) -> ItemsRequest:
    """Read a request for items by all their parameters, or by those that are `declared`.

    Raises InvalidParameter or UnknownParameter.
    """
    read = Parameters(given, declared or items_parameters(collection), LONGEST_VALUE)
    # A form sends a field that was left empty too.
    datetime, box = read.text("datetime") or None, read.text("bbox") or None
    box_crs = Crs.asked("bbox-crs", read.text("bbox-crs"))
    query = ItemsQuery(
        collection,
        _standpoint(read, collection, rule),
        interval=None if datetime is None else interval_of("datetime", datetime),
        box=None if box is None else box_of("bbox", box, box_crs),
        conditions=(*_own_conditions(read, collection), *_filter(read, collection)),
        sort=_sort(read.text("sortby"), collection),
        limit=min(_whole(read, "limit", DEFAULT_LIMIT, 1), MOST_ITEMS),
        cursor=_cursor(read.text("cursor")),
        offset=_offset(read),
    )
    return ItemsRequest(query, Crs.asked("crs", read.text("crs")))


def item_request(given: MultiDict[str, str], collection: Collection, rule: Rule) -> ItemsRequest:
    """Read a request for one item. Raises as `items_request`."""
    read = Parameters(given, item_parameters(collection), LONGEST_VALUE)
    query = ItemsQuery(collection, _standpoint(read, collection, rule))
    return ItemsRequest(query, Crs.asked("crs", read.text("crs")))


def cursor_text(cursor: Cursor) -> str:
    """A cursor as it stands in an address; days are told from texts by a list round them."""
    values = [[one.isoformat()] if isinstance(one, date) else one for one in cursor.values]
    text = json.dumps([cursor.backwards, *values], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _cursor(text: str | None) -> Cursor | None:
    if text is None:
        return None
    try:
        padded = text + "=" * (-len(text) % 4)
        document = json.loads(base64.b64decode(padded, altchars=b"-_", validate=True))
        json.dumps(document, ensure_ascii=False).encode()  # Half a character is no text.
        backwards, *values = document
        read = tuple(date.fromisoformat(*one) if isinstance(one, list) else one for one in values)
        if isinstance(backwards, bool) and all(map(_is_value, read)):
            return Cursor(read, backwards)
    except (ValueError, TypeError, RecursionError, binascii.Error):
        pass
    raise InvalidParameter("cursor", "cannot be read; take it from the links of an answer.")


def _is_value(value: Any) -> bool:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return abs(value) < 2**62
    return value is None or isinstance(value, str | bool | date)


def _standpoint(read: Parameters, collection: Collection, rule: Rule) -> Standpoint:
    if collection.judged:
        return read.standpoint(rule)
    return Standpoint(read.day("known"), read.revision(), rule)


def _whole(read: Parameters, name: str, default: int, least: int) -> int:
    """A whole number, however large; what is larger than is answered is for the caller to cut."""
    text = read.text(name)
    if text is None:
        return default
    if text.isascii() and text.isdigit() and int(text[:LONGEST_NUMBER]) >= least:
        return int(text[:LONGEST_NUMBER])
    raise InvalidParameter(name, f"{text[:LONGEST_SHOWN]!r} is not a whole number from {least} on.")


def _offset(read: Parameters) -> int:
    offset = _whole(read, "offset", 0, 0)
    if offset and read.text("cursor") is not None:
        raise InvalidParameter("offset", "goes not with cursor; give one of the two.")
    if offset > MOST_OFFSET:
        raise InvalidParameter("offset", f"is greater than {MOST_OFFSET}; narrow what you ask for.")
    return offset


def _sort(text: str | None, collection: Collection) -> tuple[SortKey, ...]:
    if text is None:
        return ()
    keys = []
    for part in text.split(","):
        # A plus sign that was not encoded arrives as a space.
        name = part.strip().removeprefix("+").removeprefix("-")
        if name not in sortable(collection):
            known = ", ".join(sortable(collection))
            raise InvalidParameter(
                "sortby", f"{name[:LONGEST_SHOWN]!r} is no property to sort by; known: {known}."
            )
        keys.append(SortKey(name, part.strip().startswith("-")))
    if len(keys) > MOST_SORT_KEYS:
        raise InvalidParameter("sortby", f"names more than {MOST_SORT_KEYS} properties.")
    return tuple(keys)


def _filter(read: Parameters, collection: Collection) -> tuple[Condition, ...]:
    text = read.text("filter")
    crs = Crs.asked("filter-crs", read.text("filter-crs"))
    language = read.choice("filter-lang")
    if text is not None and text.lstrip().startswith("{") and read.text("filter-lang") is None:
        language = CQL2_JSON
    return () if text is None else (condition_of(text, language, collection, crs),)


def _own_conditions(read: Parameters, collection: Collection) -> tuple[Condition, ...]:
    return tuple(
        _narrowed(name, text, one)
        for name, one in own_filters(collection).items()
        if (text := read.text(name)) is not None
    )


def _narrowed(name: str, text: str, one: Property | Filter) -> Condition:
    if isinstance(one, Property):
        return OneOf(one.name, _values(name, text, one))
    values = _values(name, text, one)
    if len(values) > 1:
        values += (text,)  # A name may have a comma in it.
    alternatives = tuple(OneOf(of, values) for of in one.properties)
    return alternatives[0] if len(alternatives) == 1 else AnyOf(alternatives)


def _values(name: str, text: str, one: Property | Filter) -> tuple[Value, ...]:
    if isinstance(one, Property) and one.prose:
        return (text,)
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts or len(parts) > MOST_VALUES:
        raise InvalidParameter(name, f"wants 1 to {MOST_VALUES} values, with commas between them.")
    kind = one.kind if isinstance(one, Property) else Kind.TEXT
    return tuple(_value(name, part, kind, one.options) for part in parts)


def _value(name: str, text: str, kind: Kind, options: tuple[str, ...]) -> Value:
    if options and text not in options:
        known = ", ".join(options)
        raise InvalidParameter(name, f"{text[:LONGEST_SHOWN]!r} is none of {known}.")
    if kind is Kind.DAY:
        return day_of(name, text)
    readers: Mapping[Kind, Callable[[str], Value]] = {
        Kind.INTEGER: _number,
        Kind.NUMBER: _number,
        Kind.BOOLEAN: _truth,
    }
    try:
        return readers.get(kind, str)(text)
    except (ValueError, KeyError, OverflowError):
        raise InvalidParameter(name, f"{text[:LONGEST_SHOWN]!r} is no {kind}.") from None


def _number(text: str) -> float:
    number = float(text)
    if not abs(number) < 2**62:  # Neither is what is no number.
        raise ValueError(text)
    return number


def _truth(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]
