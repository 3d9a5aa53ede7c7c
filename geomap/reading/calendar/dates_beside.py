"""Dates that rest on the one that the text gave last, "that year", and half years."""

from datetime import date, timedelta

from geomap.reading.calendar.date_cursor import Cursor
from geomap.reading.calendar.date_words import Beside, Unit
from geomap.reading.calendar.periods import Period, day, moved, moved_months, week_of, year

_MONTHS_OF_YEAR = 12
_SOME_DAYS, _SOME_WEEKS, _SOME_MONTHS = 7, 28, 122
_HALVES = {
    "anderhalf": 1,
    "anderhalve": 1,
    "tweeënhalf": 2,
    "tweeëneenhalf": 2,
    "tweeenhalf": 2,
    "drieënhalf": 3,
    "drieëneenhalf": 3,
    "vierenhalf": 4,
    "vijfenhalf": 5,
}
HALVES = frozenset(_HALVES)
"""Words of a number and a half."""


def beside_that(cursor: Cursor, beside: Beside) -> Period | None:
    """Give the week, month or year around, before or after what the text spoke of last."""
    about, published = cursor.about, cursor.published
    if about is None or published is None:
        return None
    period = _following(about, beside.unit) if beside.many else _unit(about, beside)
    if period is None or period.first > published:
        return None
    return Period(period.first, min(period.last, published))


def _unit(about: date, beside: Beside) -> Period | None:
    if beside.unit is Unit.WEEK:
        return moved(week_of(about), 7 * beside.step)
    if beside.unit is Unit.MONTH:
        return moved_months(day(about), beside.step)
    if not date.min.year < about.year + beside.step < date.max.year:
        return None
    return year(about.year + beside.step)


def _following(about: date, unit: Unit) -> Period:
    some = {Unit.DAY: _SOME_DAYS, Unit.WEEK: _SOME_WEEKS}.get(unit, _SOME_MONTHS)
    return Period(about + timedelta(days=1), about + timedelta(days=some))


def half_years(cursor: Cursor, index: int) -> tuple[int, int] | None:
    """Read "half a year", "anderhalf jaar", "two and a half years": the index after, and months."""
    lowers = cursor.lowers[index : index + 5]
    if lowers[:3] in {("half", "a", "year"), ("een", "half", "jaar")}:
        return index + 3, 6
    if lowers[:2] == ("een", "halfjaar"):
        return index + 2, 6
    if lowers == ("a", "year", "and", "a", "half"):
        return index + 5, 18
    if lowers[1:] == ("and", "a", "half", "years") and lowers[0] in cursor.words.small_numbers:
        return index + 5, _MONTHS_OF_YEAR * cursor.words.small_numbers[lowers[0]] + 6
    if lowers[:1] and lowers[0] in _HALVES and lowers[1:2] == ("jaar",):
        return index + 2, _MONTHS_OF_YEAR * _HALVES[lowers[0]] + 6
    return None
