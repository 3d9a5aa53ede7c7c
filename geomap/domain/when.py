"""Dates as they are known: EDTF (ISO 8601-2) with an earliest and a latest day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import inf
from time import struct_time
from typing import Any, Self

from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException

from geomap.errors import InvalidWhen

LONGEST_EDTF = 64
_PLAIN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?[~?]?")
_MONTHS = 12
_SPAN = (date.min, date.max)
_SOME_DAY_OF_TEN = re.compile(r"^(\d{4}-\d{2})-([0-3])X$")


@dataclass(frozen=True, slots=True)
class When:
    """A date of the precision at which it is known.

    `earliest` and `latest` are the first and last day it can mean, both included. An end that is
    open (`2022-03-01/..`) reaches to `date.max`, an open start to `date.min`. `~` and `?` do not
    widen the bounds, because EDTF gives them no width; they are kept in `edtf` and `approximate`.
    """

    edtf: str
    earliest: date
    latest: date
    settled: date
    """The last day on which what is dated can have begun: `latest`, or for an open end the latest
    day of the start. From that day on a change of control has certainly taken place."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an EDTF string, such as `2017-10-17`, `2017-10`, `2014-06~` or `2014-01/..`.

        Raises InvalidWhen for anything else, for an end before its start, and for a date with
        neither start nor end.
        """
        edtf = text.strip()
        return cls(edtf, *_bounds(edtf))

    @property
    def standing(self) -> bool:
        """True for an open end: what is dated goes on until something else is said."""
        return self.edtf.endswith("/..")

    @property
    def approximate(self) -> bool:
        """Whether the date itself is called approximate or uncertain."""
        return any(mark in self.edtf for mark in "~?%")

    @property
    def exact(self) -> bool:
        """Whether the day of the change is known."""
        return self.earliest == self.settled and not self.approximate


@lru_cache(maxsize=65536)
def _bounds(edtf: str) -> tuple[date, date, date]:
    return _bounds_of_plain(edtf) or _bounds_of_any(edtf)


def _bounds_of_plain(edtf: str) -> tuple[date, date, date] | None:
    """The bounds of a day, a month, a year, or an interval of these, as nearly all dates are.

    The grammar of the parser takes a hundred times as long. None for everything else.
    """
    first, slash, last = edtf.partition("/")
    start = _SPAN if first == ".." else _span(first)
    end = start if not slash else _SPAN if last == ".." else _span(last)
    if start is None or end is None or end[1] < start[0]:
        return None
    if end is _SPAN and start[0] == date.min:
        return None  # It has neither a start nor an end.
    return start[0], end[1], start[1] if end is _SPAN else end[1]


def _span(text: str) -> tuple[date, date] | None:
    """The first and last day of a plain day, month or year; None for everything else."""
    found = _PLAIN.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    month = month or _MONTHS
    return first, date(year, month, monthrange(year, month)[1])


def _bounds_of_any(edtf: str) -> tuple[date, date, date]:
    parsed = _parsed(_SOME_DAY_OF_TEN.sub(_ten_days, edtf))
    try:
        earliest, latest = _day(parsed.lower_strict()), _day(parsed.upper_strict())
        standing = parsed.upper_strict() == inf
        begins = earliest != date.min
        settled = _day(parsed.lower.upper_strict()) if standing and begins else latest
    except (ValueError, TypeError) as error:
        raise InvalidWhen(_message(edtf, "no calendar has that day")) from error
    if standing and not begins:
        raise InvalidWhen(_message(edtf, "it has neither a start nor an end"))
    if latest < earliest:
        raise InvalidWhen(_message(edtf, "it ends before it starts"))
    return earliest, latest, settled


def _ten_days(match: re.Match[str]) -> str:
    """Write `2017-10-1X` as the interval that it means, which the parser cannot do itself."""
    month, tens = match.groups()
    first = f"{month}-{'01' if tens == '0' else tens + '0'}"
    last = _parsed(month).upper_strict().tm_mday if tens == "3" else f"{tens}9"
    return f"{first}/{month}-{last}"


# The package's types claim that every bound is a struct_time; open ends are infinite floats.
def _parsed(edtf: str) -> Any:
    if not edtf or len(edtf) > LONGEST_EDTF or not edtf.isascii():
        raise InvalidWhen(_message(edtf[:LONGEST_EDTF], "it is not a date in EDTF"))
    if edtf.startswith("/") or edtf.endswith("/"):
        raise InvalidWhen(_message(edtf, "an end is missing, write .. for an open one"))
    try:
        return parse_edtf(edtf)
    # The parser raises bare ValueError and TypeError for some strings that it half understands;
    # to the caller they are all the same refusal.
    except (EDTFParseException, ValueError, TypeError, AttributeError, KeyError) as error:
        raise InvalidWhen(_message(edtf, "it is not a date in EDTF")) from error


def _day(moment: struct_time | float) -> date:
    if isinstance(moment, struct_time):
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    return date.max if moment == inf else date.min


def _message(edtf: str, reason: str) -> str:
    return f"{edtf!r} cannot be read: {reason}; write 2017-10-17, 2017-10, 2014-06~ or 2014-01/.."
