"""Dates that rest on the day of publication: "yesterday", "vorige maand", "two weeks ago"."""

from datetime import date, timedelta

from geomap.reading.calendar.around_today import (
    month_beside_today,
    season_beside,
    unit_beside,
    weekday_beside,
)
from geomap.reading.calendar.calendar_dates import calendar_date
from geomap.reading.calendar.date_cursor import Cursor, Read
from geomap.reading.calendar.date_languages import DATE_WORDS, NAMED_DAYS
from geomap.reading.calendar.date_words import Beside, DateWords, Unit
from geomap.reading.calendar.dates_beside import beside_that, half_years
from geomap.reading.calendar.periods import (
    Period,
    day,
    moved,
    moved_months,
    season,
    year,
)
from geomap.reading.language.phrase_table import PhraseTable

_DAYS = {Unit.DAY: 1, Unit.WEEKEND: 7, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_LONGEST_COUNT = 200
# How many of them "the coming weeks" are at most.
_SOME = 3
# "Two weeks ago" is a day within three of that one.
_SLACK_OF_WEEKS = timedelta(days=3)
_Meaning = tuple[int, int] | int | Beside


def _table(words: DateWords) -> PhraseTable[_Meaning]:
    return PhraseTable[_Meaning]({**words.phrases, **words.anchored})


_PHRASES = {id(words): _table(words) for words in DATE_WORDS.values()}


def phrase_date(cursor: Cursor, index: int) -> Read | None:
    """Read "yesterday", "vannacht", "the day before": days that are fixed words."""
    found = _PHRASES[id(cursor.words)].at(cursor.lowers, index)
    if found is None:
        return None
    end, meaning = found
    if isinstance(meaning, Beside):
        period = beside_that(cursor, meaning)
        return Read(end, period) if period else None
    if isinstance(meaning, int):
        return Read(end, moved(day(cursor.anchor), meaning)) if cursor.anchor else None
    if cursor.published is None or _is_morning(cursor, index):
        return None
    step = timedelta(days=1)
    first, last = meaning
    return Read(end, Period(cursor.published + first * step, cursor.published + last * step))


def _is_morning(cursor: Cursor, index: int) -> bool:
    """Whether the Dutch "morgen" is the morning and not the day that follows."""
    before = cursor.lower(index - 1)
    return cursor.lower(index) == "morgen" and (
        before in cursor.words.articles | cursor.words.this or before in {"vroege", "in"}
    )


def weekday_date(cursor: Cursor, index: int) -> Read | None:
    """Read a weekday, with the full date that may follow it: "dinsdag 17 oktober"."""
    number = cursor.words.weekdays.get(cursor.lower(index))
    if number is None or not cursor.named(index) or cursor.lower(index - 1) in NAMED_DAYS:
        return None
    after = index + 2 if cursor.lower(index + 1) in {",", "("} else index + 1
    dated = calendar_date(cursor, after)
    if dated and dated.period.first == dated.period.last:
        return dated
    published = cursor.published
    if published is None:
        return None
    week = _week_after(cursor, index + 1)
    if week:
        return Read(week.end, day(week.period.first + timedelta(days=number)))
    if _is_before_that(cursor, index):
        return Read(index + 2, day(weekday_beside(cursor.anchor or published, number, -1)))
    step = 1 if cursor.future(index) else 0
    return Read(index + 1, day(weekday_beside(published, number, step)))


def _is_before_that(cursor: Cursor, index: int) -> bool:
    """Whether it is "the Monday before", "de maandag ervoor", and not before something named."""
    determined = cursor.lower(index - 1) in cursor.words.articles
    ends = not cursor.lower(index + 2)[:1].isalnum()
    return determined and ends and cursor.lower(index + 1) in {"before", "ervoor", "daarvoor"}


def _week_after(cursor: Cursor, index: int) -> Read | None:
    """Read the week behind a weekday: "Friday last week", "vrijdag van vorige week"."""
    at = cursor.skip(index, cursor.words.of)
    found = determined(cursor, at) if cursor.words.units.get(cursor.lower(at + 1)) else None
    is_week = found and cursor.words.units.get(cursor.lower(found.end - 1)) is Unit.WEEK
    return found if is_week else None


def determined(cursor: Cursor, index: int) -> Read | None:
    """Read "last month", "afgelopen weekend", "this year", "the past three days"."""
    word, words = cursor.lower(index), cursor.words
    if cursor.published is None:
        return None
    if word in words.last or word in words.recent:
        return _past(cursor, index)
    if word in words.this:
        at = cursor.skip(index + 1, words.recent)
        if at > index + 1:
            return _past(cursor, index + 1)
        return _thing(cursor, at, 0)
    if word in words.following:
        return _coming(cursor, index) or _thing(cursor, index + 1, 1)
    return None


def _coming(cursor: Cursor, index: int) -> Read | None:
    """Read "the coming weeks", "de komende maanden": some from today on."""
    following, published = cursor.lower(index + 1), cursor.published
    unit = cursor.words.units.get(following)
    if unit is None or published is None or not following.endswith(("s", "en")):
        return None
    return Read(index + 2, Period(published, published + timedelta(days=_SOME * _days(unit))))


def _past(cursor: Cursor, index: int) -> Read | None:
    """Read what follows "last" or "past": a count of units that end today, or one before this."""
    words, published = cursor.words, cursor.published
    counted = count(cursor, index + 1)
    unit = words.units.get(cursor.lower(counted[0])) if counted else None
    if published and counted and unit:
        days = max(1, -(-counted[2] * _days(unit)))
        start = _days_before(published, days)
        return Read(counted[0] + 1, Period(start, published)) if start else None
    unit = words.units.get(cursor.lower(index + 1))
    # "Last week" is the one before this; "the past week", "de afgelopen week" ends today.
    word, before = cursor.lower(index), cursor.lower(index - 1)
    ends_today = word not in words.last or (word, before) == ("last", "the")
    if published and ends_today and unit in {Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR}:
        return Read(index + 2, Period(published - timedelta(days=_DAYS[unit]), published))
    found = _thing(cursor, index + 1, -1)
    if found and cursor.lower(index) in words.last and unit is Unit.WEEK:
        # "vorige week vrijdag"
        number = words.weekdays.get(cursor.lower(found.end))
        if number is not None:
            return Read(found.end + 1, day(found.period.first + timedelta(days=number)))
    starts = words.seasons.get(cursor.lower(found.end)) if found else None
    if found and unit is Unit.YEAR and starts is not None:
        return Read(found.end + 1, season(found.period.first.year, starts))
    return found


def _days(unit: Unit) -> int:
    return _DAYS.get(unit, 0)


def _thing(cursor: Cursor, index: int, step: int) -> Read | None:
    """Read a unit, weekday, month or season: the one before (-1), around (0) or after (1) today."""
    period = _meant(cursor, index, step) if index < cursor.count else None
    return Read(index + 1, period) if period is not None else None


def _meant(cursor: Cursor, index: int, step: int) -> Period | None:
    published, word, words = cursor.published, cursor.lower(index), cursor.words
    if published is None:
        return None
    if word in words.units:
        return unit_beside(published, words.units[word], step)
    if word in words.seasons:
        return season_beside(published, words.seasons[word], step)
    if not cursor.named(index):
        return None
    if word in words.weekdays:
        return day(weekday_beside(published, words.weekdays[word], step))
    is_month = word in words.months and not cursor.day(index + 1)
    return month_beside_today(published, words.months[word], step) if is_month else None


def count(cursor: Cursor, index: int) -> tuple[int, int, int] | None:
    """Read "two", "14", "een paar": the index after it, the fewest and the most."""
    for words in (3, 2, 1):
        phrase = " ".join(cursor.lowers[index : index + words])
        if phrase in cursor.words.vague_numbers:
            fewest, most = cursor.words.vague_numbers[phrase]
            return index + words, fewest, most
    word = cursor.lower(index)
    number = cursor.words.small_numbers.get(word) or cursor.number(index)
    if number is None or number > _LONGEST_COUNT:
        return None
    return index + 1, number, number


def counted_date(cursor: Cursor, index: int) -> Read | None:
    """Read "two weeks ago", "drie dagen geleden", "een dag eerder", "half a year ago"."""
    half = half_years(cursor, index)
    counted = (half[0], half[1], half[1]) if half else count(cursor, index)
    if counted is None:
        return None
    after, fewest, most = counted
    unit = Unit.MONTH if half else cursor.words.units.get(cursor.lower(after))
    if unit is None:
        return None
    after = after if half else after + 1
    direction = cursor.lower(after)
    since = cursor.lower(index - 1) in cursor.words.since
    if direction in cursor.words.ago or since:
        end = after + 1 if direction in cursor.words.ago else after
        return _counted_from(cursor.published, (-most, -fewest), unit, end)
    of_days = unit not in {Unit.MONTH, Unit.YEAR} and direction not in _BEFORE_IT
    base = cursor.anchor if of_days else cursor.about or cursor.anchor
    if direction in cursor.words.before_that and cursor.lower(after + 1) != "this":
        return _counted_from(base, (-most, -fewest), unit, after + 1)
    if direction in cursor.words.after_that and base != cursor.published:
        return _in_the_past(cursor, _counted_from(base, (fewest, most), unit, after + 1))
    return None


_BEFORE_IT = frozenset({"ervoor", "daarvoor", "tevoren"})
"""Of whatever was told last, of whatever length: "medio maart", "enkele dagen ervoor"."""


def _in_the_past(cursor: Cursor, read: Read | None) -> Read | None:
    """Give what can have been: "a year later" than a date of this year is that of another."""
    published = cursor.published
    ahead = read is not None and published is not None and read.period.first > published
    return None if ahead else read


def _counted_from(base: date | None, steps: tuple[int, int], unit: Unit, end: int) -> Read | None:
    """Give what lies between two numbers of units away from a day, as precise as the unit is."""
    if base is None:
        return None
    fewest, most = steps
    if unit is Unit.MONTH:
        first, last = moved_months(day(base), fewest), moved_months(day(base), most)
        return Read(end, Period(first.first, last.last))
    if unit is Unit.YEAR:
        if not date.min.year < base.year + fewest <= base.year + most < date.max.year:
            return None
        return Read(end, Period(year(base.year + fewest).first, year(base.year + most).last))
    days = _days(unit)
    first_day, last_day = _days_before(base, -fewest * days), _days_before(base, -most * days)
    if first_day is None or last_day is None:
        return None
    slack = _SLACK_OF_WEEKS if unit in {Unit.WEEK, Unit.WEEKEND} else timedelta(0)
    return Read(
        end,
        Period(first_day - slack, min(base, last_day + slack) if most < 0 else last_day + slack),
    )


def _days_before(base: date, days: int) -> date | None:
    try:
        return base - timedelta(days=days)
    except OverflowError:
        return None
