"""Days, weeks, months and seasons before, around and after the day of publication."""

from datetime import date, timedelta

from geomap.reading.calendar.date_words import Unit
from geomap.reading.calendar.periods import (
    Period,
    day,
    month,
    moved,
    moved_months,
    season,
    week_of,
    weekend_of,
    year,
)


def unit_beside(published: date, unit: Unit, step: int) -> Period | None:
    """Give the day, week, weekend, month or year before, around or after a day."""
    if unit is Unit.WEEK:
        return _so_far(moved(week_of(published), 7 * step), published, step)
    if unit is Unit.WEEKEND:
        return _weekend(published, step)
    if unit is Unit.MONTH:
        return _so_far(moved_months(day(published), step), published, step)
    if unit is Unit.YEAR:
        return _so_far(year(published.year + step), published, step)
    return day(published + timedelta(days=step)) if unit is Unit.DAY else None


def _so_far(period: Period, published: date, step: int) -> Period:
    """Cut the present period on the day of publication: news tells what has happened."""
    return Period(period.first, published) if step == 0 else period


def _weekend(published: date, step: int) -> Period:
    """Give the weekend; on a Saturday or Sunday "last weekend" is the one of the week before."""
    this = weekend_of(published)
    if step < 0 or (step == 0 and published < this.first):
        return moved(this, -7)
    return moved(this, 7) if step > 0 and published >= this.first else this


def weekday_beside(published: date, number: int, step: int) -> date:
    """Give the weekday, from Monday, 0, before, on or after a day; today is the last of its own."""
    back = (published.weekday() - number) % 7
    if step < 0:
        return published - timedelta(days=back or 7)
    if step > 0:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def unit_around(published: date, unit: Unit) -> Period | None:
    """Give the whole week, month or year of a day; the weekend that last began."""
    if unit is Unit.WEEK:
        return week_of(published)
    if unit is Unit.MONTH:
        return month(published.year, published.month)
    if unit is Unit.YEAR:
        return year(published.year)
    return _weekend(published, 0) if unit is Unit.WEEKEND else None


def season_around(published: date, starts: int) -> Period:
    """Give the season that last began."""
    return season_beside(published, starts, 0)


def season_beside(published: date, starts: int, step: int) -> Period:
    """Give the season that ended last, began last or comes next."""
    found = season(published.year, starts)
    if step > 0:
        return found if found.first > published else season(published.year + 1, starts)
    begun = found.first <= published if step == 0 else found.last < published
    return found if begun else season(published.year - 1, starts)


def month_beside_today(published: date, number: int, step: int) -> Period:
    """Give the last June, which began before this month, this year's, or the next one."""
    if step < 0:
        return month(published.year - (number >= published.month), number)
    return month(published.year + (step > 0 and number <= published.month), number)
