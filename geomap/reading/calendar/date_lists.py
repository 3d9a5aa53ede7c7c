"""Days that share the name of their month: "5 en 6 juni", "5-8 June", "October 5, 6 and 7"."""

from typing import NamedTuple

from geomap.reading.calendar.calendar_dates import counts_a_noun, dated, month_beside, year_after
from geomap.reading.calendar.date_cursor import Cursor, Read
from geomap.reading.calendar.periods import Period

_FEWEST, _MOST = 2, 8
_RANGE_MARKS = frozenset({"-", "–", "—", "t/m", "op"})


class _Days(NamedTuple):
    """Listed days, the index after them, and whether they are the ends of a range."""

    listed: list[tuple[int, int]]
    """The index and the number of each."""
    end: int
    ranging: bool


def days_listed(cursor: Cursor, index: int) -> list[tuple[int, Read]]:
    """Read two or more days of one month, each with its index; a range is one; else none."""
    word, words = cursor.lowers[index], cursor.words
    if word[0].isdecimal():
        return _before_month(cursor, index) if cursor.names_month else []
    may = words.capitals and (word in words.months or word in words.month_abbreviations)
    return _behind_month(cursor, index) if may else []


def _before_month(cursor: Cursor, index: int) -> list[tuple[int, Read]]:
    days = _days(cursor, index)
    if len(days.listed) < _FEWEST:
        return []
    beside = [month_beside(cursor, days.end, number) for _, number in days.listed]
    found = [one for one in beside if one is not None]
    return _reads(days, [one[1] for one in found], found[0][0]) if found else []


def _behind_month(cursor: Cursor, index: int) -> list[tuple[int, Read]]:
    month = cursor.month(index, beside=True)
    if month is None or not cursor.tokens[index].text[0].isupper():
        return []
    days = _days(cursor, month[1])
    if len(days.listed) < _FEWEST:
        return []
    if not days.ranging and counts_a_noun(cursor, days.listed[-1][0]):
        return []
    end, year = year_after(cursor, days.end)
    periods = [dated(cursor, index, (year, month[0], number)) for _, number in days.listed]
    reads = _reads(days, [period for period in periods if period], end)
    return [(index, reads[0][1]), *reads[1:]] if reads else []


def _days(cursor: Cursor, index: int) -> _Days:
    """Gather the numbers of days and what joins them."""
    listed: list[tuple[int, int]] = []
    at, ranging = index, False
    while (found := cursor.day(at)) and len(listed) < _MOST:
        listed.append((at, found[0]))
        joint, following = _joint(cursor, found[1])
        if not joint or not cursor.day(following):
            return _Days(listed, found[1], ranging)
        words = cursor.words
        between = cursor.lower(index - 1) in words.between
        runs = joint in words.up_to and joint not in words.both
        ranging |= joint in _RANGE_MARKS or runs or (between and joint in words.both)
        at = following
    return _Days(listed, at, ranging)


def _joint(cursor: Cursor, index: int) -> tuple[str, int]:
    """Read what joins two days, with the index after it; nothing when they are not joined."""
    word, words = cursor.lower(index), cursor.words
    if (word, cursor.lower(index + 1), cursor.lower(index + 2)) == ("t", "/", "m"):
        return "t/m", index + 3
    if word == "," and cursor.lower(index + 1) in words.both:
        return word, index + 2
    if word == "," or word in words.both or word in words.up_to or word in _RANGE_MARKS:
        return word, index + 1
    return "", index


def _reads(days: _Days, periods: list[Period], end: int) -> list[tuple[int, Read]]:
    if len(periods) < len(days.listed):
        return []
    first, last = periods[0], periods[-1]
    begins = days.listed[0][0]
    if days.ranging:
        if last.first < first.first:
            return []
        return [(begins, Read(end, Period(first.first, last.last)))]
    reads = [
        (at, Read(at + 1, period)) for (at, _), period in zip(days.listed, periods, strict=True)
    ]
    reads[-1] = reads[-1][0], Read(end, last)
    return reads
