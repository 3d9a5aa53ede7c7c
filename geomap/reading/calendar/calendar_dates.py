"""Dates by the calendar: "17 October 2017", "October 17", "17-10-2017", "juni vorig jaar"."""

from datetime import date, timedelta

from geomap.reading.calendar.date_cursor import Cursor, Read
from geomap.reading.calendar.periods import Period, day, month, year

# A date without a year this far ahead is announced; one further ahead is last year's.
_ANNOUNCED = timedelta(days=31)
_DASHES = frozenset("-–—/")
_PAST_THIS_YEAR = frozenset({"jl", "l.l.", "j.l."})


def calendar_date(cursor: Cursor, index: int) -> Read | None:
    """Read a day, a month or a month of a year at a token."""
    word = cursor.lower(index)
    if word[:1].isdecimal():
        return _numeric(cursor, index) or _day_month(cursor, index)
    if word not in cursor.words.months and word not in cursor.words.month_abbreviations:
        return None
    return _month_day(cursor, index) or _whole_month(cursor, index)


def month_beside(cursor: Cursor, index: int, day_number: int) -> tuple[int, Period] | None:
    """Read the month and the year that belong to a day before them: " oktober 2017"."""
    found = cursor.month(index, beside=True)
    if found is None and cursor.lower(index) == "of":
        found = cursor.month(index + 1, beside=True)
    if found is None:
        return None
    number, after = found
    after, year_number = year_after(cursor, after)
    found_day = dated(cursor, index, (year_number, number, day_number))
    return (after, found_day) if found_day else None


def year_after(cursor: Cursor, index: int) -> tuple[int, int | None]:
    """Read a year behind a day or month: ", 2017", "last year", "dit jaar"; or none."""
    at = index + 1 if cursor.lower(index) in {",", "in", "of", "van"} else index
    found = cursor.year(at)
    if found is not None:
        return at + 1, found
    if cursor.lower(at + 1) == "same" and cursor.lower(at) in _THE_SAME:
        at += 1
    if cursor.lower(at + 1) not in {"year", "jaar"}:
        return index, None
    relative = _relative_year(cursor, cursor.lower(at))
    return (index, None) if relative is None else (at + 2, relative)


def _relative_year(cursor: Cursor, word: str) -> int | None:
    """Give the year that "last", "this", "next" or "that" means before "year"."""
    words, published = cursor.words, cursor.published
    if word in words.that:
        return cursor.about.year if cursor.about is not None else None
    for among, step in ((words.this, 0), (words.last, -1), (words.following, 1)):
        if word in among and published is not None:
            return published.year + step
    return None


_THE_SAME = frozenset({"the", "that"})


def _numeric(cursor: Cursor, index: int) -> Read | None:
    """Read "2017-10-17", "17-10-2017", "17/10/2017" and "17.10.2017", days first as in Europe."""
    word = cursor.lower(index)
    if word.count(".") == 2 and len(word) <= len("17.10.2017"):  # noqa: PLR2004
        parts, end = word.split("."), index + 1
    elif cursor.lower(index + 1) in _DASHES and cursor.lower(index + 3) == cursor.lower(index + 1):
        if not all(cursor.adjacent(index + step) for step in range(1, 5)):
            return None
        parts, end = [cursor.lower(index + step) for step in (0, 2, 4)], index + 5
    else:
        return None
    if [len(part) for part in parts] == [4, 2, 2]:
        parts.reverse()
    numbers = [int(part) for part in parts if part.isdecimal() and len(part) <= 4]  # noqa: PLR2004
    if len(numbers) < len(parts) or len(parts[2]) != 4:  # noqa: PLR2004
        return None
    first, second, year_number = numbers
    if second > 12 >= first:  # noqa: PLR2004
        first, second = second, first
    found = _exists(year_number, second, first)
    return Read(end, day(found)) if found else None


def _day_month(cursor: Cursor, index: int) -> Read | None:
    found = cursor.day(index) if cursor.names_month else None
    if found is None:
        return None
    beside = month_beside(cursor, found[1], found[0])
    return Read(*beside) if beside else None


def _month_day(cursor: Cursor, index: int) -> Read | None:
    """Read "October 17, 2017", as English writes it."""
    if not cursor.words.capitals:
        return None
    found = cursor.month(index, beside=True)
    if found is None:
        return None
    number, after = found
    numbered = cursor.day(after)
    if numbered is None or not cursor.tokens[index].text[:1].isupper():
        return None
    day_number, after = numbered
    after, year_number = year_after(cursor, after)
    found_day = dated(cursor, index, (year_number, number, day_number))
    return Read(after, found_day) if found_day else None


def _whole_month(cursor: Cursor, index: int) -> Read | None:
    certain = cursor.month(index)
    found = certain or cursor.month(index, beside=True)
    if found is None or not _is_month(cursor, index, found[1], certain=certain is not None):
        return None
    number, after = found
    after, year_number = year_after(cursor, after)
    if year_number is not None:
        return Read(after, month(year_number, number))
    if cursor.published is None:
        return None
    if cursor.lower(after) in _PAST_THIS_YEAR:
        after += 1
    published = cursor.published
    ahead = cursor.future(index, soon=False)
    step = 0
    if ahead and number < published.month:
        step = 1
    elif not ahead and number > published.month:
        step = -1
    return Read(after, month(published.year + step, number))


def _is_month(cursor: Cursor, index: int, after: int, *, certain: bool) -> bool:
    """Whether "May", "March" or "sep" is a month here, by the words on both sides of it."""
    if certain:
        return True
    if cursor.year(after) is not None:
        return True
    if cursor.lower(index) not in cursor.words.doubtful_months:
        return False
    before = cursor.lower(index - 1)
    if before == "-":
        before = cursor.lower(index - 2)
    words = cursor.words
    return (
        before in words.within
        or before in words.parts
        or before in words.last | words.this | words.following
        or before in {"of", "between", "from"}
    ) and cursor.tokens[index].text[:1].isupper()


def dated(cursor: Cursor, index: int, parts: tuple[int | None, int, int]) -> Period | None:
    """Give a day, in the year that is meant when none is named."""
    year_number, month_number, day_number = parts
    if year_number is not None:
        found = _exists(year_number, month_number, day_number)
        return day(found) if found else None
    published = cursor.published
    if published is None:
        return None
    latest = published + _ANNOUNCED
    if cursor.future(index):
        latest = published + timedelta(days=365)
    for step in (1, 0, -1, -2, -3, -4):
        found = _exists(published.year + step, month_number, day_number)
        if found and found <= latest:
            return day(found)
    return None


def _exists(year_number: int, month_number: int, day_number: int) -> date | None:
    try:
        return date(year_number, month_number, day_number)
    except ValueError:
        return None


_ROUND = 100
_UP_TO = frozenset({"tot", "to", "than", "dan"})


def whole_year(cursor: Cursor, index: int, *, named: bool = False) -> Read | None:
    """Read a year; a preposition has to say that it is one, unless the words before `named` it."""
    number = cursor.year(index)
    if number is None:
        return None
    after, before = cursor.lower(index + 1), cursor.lower(index - 1)
    if cursor.adjacent(index + 1) and (after[:1].isalnum() or _parts_go_on(cursor, index)):
        return None
    if before in _UP_TO and number % _ROUND == 0 and counts_a_noun(cursor, index):
        # "Up to 2000 dead".
        return None
    if named or before in cursor.words.within or (before, after) == ("(", ")"):
        return Read(index + 1, year(number))
    if _names_a_war(cursor, index):
        return Read(index + 1, year(number))
    loosely = before in cursor.words.loosely_within
    return Read(index + 1, year(number)) if loosely and not counts_a_noun(cursor, index) else None


def _names_a_war(cursor: Cursor, index: int) -> bool:
    """Whether a year says which one it was: "during a brief 2012 revolt", "in the 2014 war"."""
    if cursor.lower(index + 1) not in _WARS:
        return False
    return any(cursor.lower(index - back) in {"in", "during"} for back in range(2, _WAR_WITHIN))


_WARS = frozenset(
    (
        *("rebellion", "insurrection", "revolt", "uprising", "war", "invasion", "offensive"),
        *("coup", "insurgency", "campaign", "operation", "attack", "assault", "blitz", "conflict"),
    )
)
_WAR_WITHIN = 7


def _parts_go_on(cursor: Cursor, index: int) -> bool:
    """Whether more than another year hangs on the number: "2016-17", "2017-13-45"."""
    return (
        cursor.lower(index + 1) in _DASHES
        and cursor.lower(index + 2).isdecimal()
        and cursor.year(index + 2) is None
    )


def counts_a_noun(cursor: Cursor, index: int) -> bool:
    """Whether a noun follows the number: "a force of 2000 men" names no year."""
    after = cursor.lower(index + 1)
    words = cursor.words
    known = words.up_to | words.both | words.within | words.reporting | words.of
    return after[:1].isalpha() and after not in known
