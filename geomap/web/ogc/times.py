"""Times in requests: days, and instants, which fall in their day of UTC."""

import re
from datetime import UTC, date, datetime, time, timedelta

from geomap.domain.items.conditions import Interval
from geomap.errors import InvalidParameter

LONGEST_SHOWN = 60
OPEN = frozenset({"", ".."})
# GDAL sends days with an empty time behind them.
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T?")
# RFC 3339; a plus sign that was not encoded in an address arrives as a space.
_INSTANT = re.compile(
    r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(?:[.][0-9]{1,12})?"
    r"(?:[Zz]|([ +-])([0-9]{2}:[0-9]{2}))"
)
_LAST_MOMENT = time(23, 59, 59)
_ONE_DAY = timedelta(days=1)
_WANTED = (
    "give a day such as 2017-10-17, an instant such as 2017-10-17T12:00:00Z, or an interval such as"
    " 2017-01-01/2017-12-31, 2017-01-01/.. or ../2017-12-31."
)


def interval_of(name: str, text: str) -> Interval:
    """The days that a `datetime` means: both bounds are included, `..` or nothing is open.

    Raises InvalidParameter for what cannot be read, and for an interval that ends before it starts.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return interval_between(name, first, first)
    if first in OPEN and last in OPEN:
        raise InvalidParameter(name, f"{text!r} has no bound; leave it out, or {_WANTED}")
    return interval_between(name, None if first in OPEN else first, None if last in OPEN else last)


def interval_between(name: str, first: str | None, last: str | None) -> Interval:
    """The days from one bound to another, both included; None for an open one."""
    start = None if first is None else _instant(name, first)
    end = None if last is None else _instant(name, last, _LAST_MOMENT)
    if start is not None and end is not None and end < start:
        raise InvalidParameter(name, f"{first}/{last} ends before it starts; {_WANTED}")
    until = None
    if end is not None and end.date() < date.max:
        until = end.date() + _ONE_DAY
    # The last day of all stands for an open end, so that it cannot be told from the day before.
    return Interval(min(start.date(), date.max - _ONE_DAY) if start else None, until)


def day_of(name: str, text: str) -> date:
    """The day of a day or of an instant."""
    return _instant(name, text).date()


def _instant(name: str, text: str, of_a_day: time = time.min) -> datetime:
    """A moment of UTC, for a day one of its moments."""
    try:
        if match := _DAY.fullmatch(text):
            return datetime.combine(date.fromisoformat(match[1]), of_a_day, UTC)
        if match := _INSTANT.fullmatch(text):
            day, clock, sign, offset = match.groups()
            zone = f"{'-' if sign == '-' else '+'}{offset}" if offset else "+00:00"
            # A leap second has no place in a datetime; it is of the same day as the one before it.
            clock = f"{clock[:-2]}59" if clock.endswith(":60") else clock
            return datetime.fromisoformat(f"{day}T{clock}{zone}").astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise InvalidParameter(name, f"{text[:LONGEST_SHOWN]!r} cannot be read; {_WANTED}")
