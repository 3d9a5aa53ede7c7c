"""Periods in words, whole or in part: "begin juni", "the summer of 2014", "de week van 5 juni"."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from geomap.reading.calendar.around_today import season_around, unit_around
from geomap.reading.calendar.calendar_dates import (
    calendar_date,
    counts_a_noun,
    dated,
    whole_year,
    year_after,
)
from geomap.reading.calendar.date_cursor import Cursor, Read
from geomap.reading.calendar.date_languages import DATE_WORDS
from geomap.reading.calendar.date_words import DateWords, Part, Unit
from geomap.reading.calendar.dates_beside import HALVES
from geomap.reading.calendar.periods import (
    Period,
    day,
    early,
    halves,
    late,
    middle,
    moved_months,
    season,
    week_of,
    weekend_of,
    year,
)
from geomap.reading.calendar.relative_dates import (
    count,
    counted_date,
    determined,
    phrase_date,
    weekday_date,
)

Reader = Callable[[Cursor, int], Read | None]
_FIRST = frozenset({"first", "opening", "eerste"})
_FINAL = frozenset({"last", "final", "laatste"})
_DAYS_OF = {Unit.WEEK: 7, Unit.WEEKEND: 7}
_OF = frozenset({"of", "van"})
_SIX_DAYS = timedelta(days=6)
_FEASTS = {
    **dict.fromkeys(
        ("new year 's eve", "new year ’s eve", "oudejaarsavond", "oudejaarsdag"), (12, 31)
    ),
    **dict.fromkeys(("nieuwjaarsnacht", "oudejaarsnacht"), (12, 31)),
    **dict.fromkeys(("new year 's day", "new year ’s day", "nieuwjaarsdag"), (1, 1)),
    **dict.fromkeys(("christmas eve", "kerstavond", "kerstnacht"), (12, 24)),
    **dict.fromkeys(("christmas day", "kerstmis"), (12, 25)),
}
"""Feasts that have a day of the calendar, each with its month and day."""
FEASTS = frozenset(feast.split()[-1] for feast in _FEASTS) - {"day"} | {"christmas", "year"}
"""Words of which one stands in each of them."""
_DECADES = {"zestig": 1960, "zeventig": 1970, "tachtig": 1980, "negentig": 1990, "nul": 2000}


def period_at(cursor: Cursor, index: int) -> Read | None:
    """Read whatever names a day or a period at a token; None when nothing does."""
    word = cursor.lower(index)
    begun = _READERS[id(cursor.words)].get(word, ())
    for read in _OF_NUMBERS if word[:1].isdecimal() else begun:
        found = read(cursor, index)
        if found is not None:
            return found
    return None


def _part(cursor: Cursor, index: int) -> Read | None:
    """Read "early June", "het begin van 2015", "the second half of May", "late on Friday"."""
    words = cursor.words
    part = words.parts.get(f"{cursor.lower(index)} {cursor.lower(index + 1)}")
    at = index + 2 if part else index + 1
    part = part or words.parts.get(cursor.lower(index))
    if part is None:
        return None
    at = cursor.skip(at, _HYPHENS)
    inner = cursor.skip(cursor.skip(at, words.of), words.articles)
    found: Read | None
    if cursor.year(inner) is not None:
        found = whole_year(cursor, inner, named=True)
    else:
        found = period_at(cursor, inner) or _this_unit(cursor, inner)
    if found is None or found.period.first == found.period.last:
        return found
    return Read(found.end, _of_whole(cursor, found, _PARTS[part]))


def _this_unit(cursor: Cursor, index: int) -> Read | None:
    """Read the rest of "the beginning of the month", "het begin van het jaar"."""
    unit = cursor.words.units.get(cursor.lower(index))
    if cursor.published is None or cursor.lower(index - 1) not in cursor.words.articles:
        return None
    period = unit_around(cursor.published, unit) if unit in {Unit.MONTH, Unit.YEAR} else None
    return Read(index + 1, period) if period else None


def _stretch(cursor: Cursor, index: int) -> Read | None:
    """Read "the first three months of 2016", "de laatste twee weken van juni"."""
    counted = count(cursor, index + 1)
    unit = cursor.words.units.get(cursor.lower(counted[0])) if counted else None
    if counted is None or unit is None or cursor.lower(counted[0] + 1) not in _OF:
        return None
    inner = cursor.skip(counted[0] + 2, cursor.words.articles)
    whole = whole_year(cursor, inner, named=True) or period_at(cursor, inner)
    if whole is None:
        return None
    (first, last), number = whole.period, counted[2]
    days = timedelta(days=number * _DAYS_OF.get(unit, 1) - 1)
    if cursor.lower(index) in _FIRST:
        end = moved_months(day(first), number - 1).last if unit is Unit.MONTH else first + days
        return Read(whole.end, Period(first, min(last, end)))
    start = moved_months(day(last), 1 - number).first if unit is Unit.MONTH else last - days
    return Read(whole.end, Period(max(first, start), last))


def _of_whole(cursor: Cursor, found: Read, part: Callable[[Period], Period]) -> Period:
    """Give the part of a period; "begin dit jaar" is that of the whole year, up to today."""
    published, unit = cursor.published, cursor.words.units.get(cursor.lower(found.end - 1))
    if unit is None or published is None or found.period.last != published:
        return part(found.period)
    first, last = part(unit_around(published, unit) or found.period)
    return Period(first, min(last, published)) if first <= published else Period(first, last)


def _first_days(period: Period) -> Period:
    return Period(period.first, min(period.last, period.first + _SIX_DAYS))


def _last_days(period: Period) -> Period:
    return Period(max(period.first, period.last - _SIX_DAYS), period.last)


_HYPHENS = frozenset("-")
_PARTS: Mapping[Part, Callable[[Period], Period]] = {
    Part.EARLY: early,
    Part.MIDDLE: middle,
    Part.LATE: late,
    Part.FIRST_HALF: lambda period: halves(period)[0],
    Part.SECOND_HALF: lambda period: halves(period)[1],
    Part.FIRST_WEEK: _first_days,
    Part.LAST_WEEK: _last_days,
}


def _earlier(cursor: Cursor, index: int) -> Read | None:
    """Read "earlier this week", "eerder in juni", "earlier on Tuesday"."""
    return period_at(cursor, cursor.skip(index + 1, cursor.words.of))


def _later(cursor: Cursor, index: int) -> Read | None:
    """Read "later this month": what is left of it."""
    at = index + 1
    unit = cursor.words.units.get(cursor.lower(at + 1))
    if unit is None or cursor.lower(at) not in cursor.words.this or cursor.published is None:
        return None
    period = unit_around(cursor.published, unit)
    return Read(at + 2, Period(cursor.published, period.last)) if period else None


def _season(cursor: Cursor, index: int) -> Read | None:
    """Read "the summer of 2014", "zomer 2014", "in de zomer"."""
    word, words = cursor.lower(index), cursor.words
    starts = words.seasons[word]
    at = cursor.skip(index + 1, _OF)
    end, number = year_after(cursor, at)
    if number is not None:
        return Read(end, season(number, starts))
    certain = word not in words.doubtful_seasons and cursor.lower(index - 1) in words.articles
    if cursor.published is None or not certain or at > index + 1:
        return None
    return Read(index + 1, season_around(cursor.published, starts))


def _week(cursor: Cursor, index: int) -> Read | None:
    """Read "the week of June 5", "the week to 8 June", and "the weekend" that was."""
    weekend = cursor.words.units[cursor.lower(index)] is Unit.WEEKEND
    if cursor.lower(index + 1) in {"to", "tot"} and not weekend:
        ended = period_at(cursor, index + 2)
        if ended and ended.period.first == ended.period.last:
            return Read(ended.end, Period(ended.period.last - _SIX_DAYS, ended.period.last))
    if cursor.lower(index + 1) in _OF:
        found = period_at(cursor, index + 2)
        if found and found.period.first == found.period.last:
            around = weekend_of if weekend else week_of
            return Read(found.end, around(found.period.first))
    if not weekend or cursor.published is None or cursor.lower(index - 1) == "per":
        return None
    period = unit_around(cursor.published, Unit.WEEKEND)
    return Read(index + 1, period) if period else None


def _feast(cursor: Cursor, index: int) -> Read | None:
    """Read "Christmas Eve", "New Year's Day", "nieuwjaarsnacht": the last that was."""
    for length in (4, 2, 1):
        feast = _FEASTS.get(" ".join(cursor.lowers[index : index + length]))
        if feast is not None:
            found = dated(cursor, index, (None, *feast))
            night = cursor.lower(index).endswith("jaarsnacht")
            if found is not None and night:
                found = Period(found.first, found.first + timedelta(days=1))
            return Read(index + length, found) if found is not None else None
    return None


def _decade(cursor: Cursor, index: int) -> Read | None:
    """Read "the 1990s" and "de jaren negentig"."""
    number = cursor.year(index)
    if number is not None and cursor.lower(index + 1) == "s" and cursor.adjacent(index + 1):
        first, end = number, index + 2
    elif cursor.lower(index) == "jaren" and cursor.lower(index + 1) in _DECADES:
        first, end = _DECADES[cursor.lower(index + 1)], index + 2
    else:
        return None
    first -= first % 10
    return Read(end, Period(year(first).first, year(first + 9).last))


def _day_alone(cursor: Cursor, index: int) -> Read | None:
    """Read "on the 7th", "op de 7e": the last such day."""
    numbered, published = cursor.day(index), cursor.published
    on = cursor.lower(index - 1) in cursor.words.articles and cursor.lower(index - 2) in _ON
    if numbered is None or published is None or not on or numbered[1] == index + 1:
        return None
    if counts_a_noun(cursor, numbered[1] - 1) and not cursor.lower(numbered[1]).endswith(_PAST):
        return None
    month_of = day(published) if numbered[0] <= published.day else moved_months(day(published), -1)
    last = moved_months(month_of, 0)
    found = last.first + timedelta(days=numbered[0] - 1)
    return Read(numbered[1], day(found)) if found <= last.last else None


_ON = frozenset({"on", "op", "since", "sinds", "until", "tot"})
_PAST = ("ed", "de", "den", "te", "ten", "werd", "werden", "killing")
_OF_NUMBERS: tuple[Reader, ...] = (calendar_date, counted_date, _decade, whole_year, _day_alone)


def _readers(words: DateWords) -> dict[str, tuple[Reader, ...]]:
    """Say for every word that can begin a date what may read it, in order."""
    table: dict[str, list[Reader]] = {}

    def add(reader: Reader, *groups: Mapping[str, object] | frozenset[str]) -> None:
        for word in (phrase.split()[0] for group in groups for phrase in group):
            readers = table.setdefault(word, [])
            if reader not in readers:
                readers.append(reader)

    add(_stretch, _FIRST, _FINAL)
    add(phrase_date, words.phrases, words.anchored)
    add(_part, words.parts)
    add(determined, words.last, words.recent, words.this, words.following)
    add(_earlier, words.earlier)
    add(_later, words.later)
    add(weekday_date, words.weekdays)
    add(calendar_date, words.months, words.month_abbreviations)
    add(_season, words.seasons)
    weeks = [word for word, unit in words.units.items() if unit in {Unit.WEEK, Unit.WEEKEND}]
    add(_week, frozenset(weeks))
    add(_decade, frozenset({"jaren"}))
    add(_feast, _FEASTS)
    add(counted_date, words.small_numbers, words.vague_numbers, HALVES | {"half"})
    return {word: tuple(readers) for word, readers in table.items()}


_READERS = {id(words): _readers(words) for words in DATE_WORDS.values()}


def begins_a_date(words: DateWords) -> frozenset[str]:
    """Give the words at which it is worth while to look for a date; numbers are so as well."""
    return frozenset(_READERS[id(words)])


def second_words(words: DateWords) -> dict[str, frozenset[str]]:
    """Give for words that begin a date only before certain others, such as "a" and "the", those.

    They are in every sentence, and nearly never before one of these.
    """
    phrases = [phrase.split() for phrase in (*words.phrases, *words.anchored)]
    phrases += [[*phrase.split(), *words.units] for phrase in words.vague_numbers]
    seconds: dict[str, set[str]] = {}
    for first, *rest in phrases:
        seconds.setdefault(first, set()).update(rest)
    for number in words.small_numbers:
        seconds.setdefault(number, set()).update(words.units, {"half", "halfjaar", "and"})
    alone = {phrase[0] for phrase in phrases if len(phrase) == 1}
    known = _READERS[id(words)]
    return {
        first: frozenset(rest)
        for first, rest in seconds.items()
        if first not in alone and set(known[first]) <= {phrase_date, counted_date}
    }
