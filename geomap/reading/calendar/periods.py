"""Days from one to another, as words such as "last week" mean them, and what EDTF calls them."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from geomap.domain.when import When

_DECEMBER = 12
_DAYS_OF_WEEK = 7
_SATURDAY = 5
_KEPT = 8192


class Period(NamedTuple):
    """From one day to another, both included."""

    first: date
    last: date


def day(of: date) -> Period:
    """Give a single day."""
    return Period(of, of)


def month(year: int, number: int) -> Period:
    """Give a month, 1 to 12."""
    return Period(date(year, number, 1), date(year, number, monthrange(year, number)[1]))


def year(number: int) -> Period:
    """Give a calendar year."""
    return Period(date(number, 1, 1), date(number, _DECEMBER, 31))


def season(year_number: int, starts: int) -> Period:
    """Give three months from the first of a month on; a winter ends in the next year."""
    first = month(year_number, starts)
    return Period(first.first, moved_months(first, 2).last)


def week_of(of: date) -> Period:
    """Give Monday to Sunday around a day (ISO 8601)."""
    monday = of - timedelta(days=of.weekday())
    return Period(monday, monday + timedelta(days=_DAYS_OF_WEEK - 1))


def weekend_of(of: date) -> Period:
    """Give the Saturday and Sunday of a day's week."""
    saturday = week_of(of).first + timedelta(days=_SATURDAY)
    return Period(saturday, saturday + timedelta(days=1))


def moved(period: Period, days: int) -> Period:
    """Give a period so many days later."""
    step = timedelta(days=days)
    return Period(period.first + step, period.last + step)


def moved_months(period: Period, months: int) -> Period:
    """Give the month that lies so many months after the one of the first day."""
    years, number = divmod(period.first.month - 1 + months, _DECEMBER)
    return month(period.first.year + years, number + 1)


def joined(first: Period, last: Period) -> Period:
    """Give what runs from one to another; the first is put before the last, by a week or a year."""
    begins = first.first
    if begins > last.last >= begins - timedelta(days=_DAYS_OF_WEEK):
        begins -= timedelta(days=_DAYS_OF_WEEK)
    if begins > last.last:
        begins = _in_year(begins, last.last.year)
    if begins > last.last:
        begins = _in_year(begins, last.last.year - 1)
    return Period(begins, last.last)


def _in_year(of: date, number: int) -> date:
    # 29 February is the day before 1 March in years without it.
    if (of.month, of.day) == (2, 29):
        return date(number, 3, 1) - timedelta(days=1)
    return of.replace(year=number)


def early(period: Period) -> Period:
    """Give ten days of a month, the first quarter of a year, the first third of other periods."""
    return _part(period, 0)


def middle(period: Period) -> Period:
    """Give what lies between the early and the late part."""
    return _part(period, 1)


def late(period: Period) -> Period:
    """Give the days of a month from the 21st on, the last quarter of a year, the last third."""
    return _part(period, 2)


def _part(period: Period, part: int) -> Period:
    first, last = period
    length = (last - first).days + 1
    if period == year(first.year):
        begins, ends = ((1, 3), (4, 9), (10, 12))[part]
        return Period(date(first.year, begins, 1), month(first.year, ends).last)
    cuts = (0, length // 3, length - length // 3, length)
    if period == month(first.year, first.month):
        cuts = (0, 10, 20, length)
    return Period(
        first + timedelta(days=cuts[part]),
        first + timedelta(days=max(cuts[part], cuts[part + 1] - 1)),
    )


def halves(period: Period) -> tuple[Period, Period]:
    """Give the first and the second half; those of a year are six months."""
    first, last = period
    if period == year(first.year):
        return Period(first, date(first.year, 6, 30)), Period(date(first.year, 7, 1), last)
    half = first + timedelta(days=((last - first).days + 1) // 2)
    return Period(first, half - timedelta(days=1)), Period(half, last)


# News tells of the same few days again and again.
@lru_cache(_KEPT)
def when(period: Period) -> When:
    """Write a period in EDTF, as a day, a month, a year or an interval of them.

    The same as `When.parse` of the text, without the half millisecond that the parser takes.
    """
    first, last = period
    return When(_edtf(first, last), first, last, last)


def when_since(period: Period) -> When:
    """Write what began in a period and goes on.

    An open interval has one date to start with, so one that is no day, month or year begins at
    about its first day.
    """
    edtf = _edtf(*period)
    if "/" in edtf:
        return When(f"{period.first}~/..", period.first, date.max, period.first)
    return When(f"{edtf}/..", period.first, date.max, period.last)


def _edtf(first: date, last: date) -> str:
    if first == last:
        return first.isoformat()
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        if first.month == 1 and last.month == _DECEMBER:
            begins, ends = f"{first:%Y}", f"{last:%Y}"
        else:
            begins, ends = f"{first:%Y-%m}", f"{last:%Y-%m}"
        return begins if begins == ends else f"{begins}/{ends}"
    return f"{first}/{last}"
