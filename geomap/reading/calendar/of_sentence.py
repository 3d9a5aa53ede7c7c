"""Dates in a sentence, worked out from the day on which the report was published.

Each is as precise as its words: "zaterdag" is a day, "vorige maand" a month, "begin juni" ten
days, "two weeks ago" a week. What a report tells with the date of its own head is no date here.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from geomap.domain.when import When
from geomap.reading.calendar.calendar_dates import whole_year
from geomap.reading.calendar.date_cursor import Cursor, Read
from geomap.reading.calendar.date_languages import DATE_WORDS
from geomap.reading.calendar.date_lists import days_listed
from geomap.reading.calendar.date_parts import (
    FEASTS,
    begins_a_date,
    period_at,
    second_words,
)
from geomap.reading.calendar.date_words import DateWords
from geomap.reading.calendar.periods import Period, joined, moved, when, when_since
from geomap.reading.language.datelines import dateline_of
from geomap.reading.language.sentences import Sentence

_PAST_AFTER = timedelta(days=60)
# "A day later" rests on what is no longer than this.
_ABOUT_A_DAY = timedelta(days=10)
_DASHES = frozenset("-–—")
_MOST_WORDS_BETWEEN = 7


_HALF = frozenset({"half", "anderhalf", "halfjaar", "jaren"})


def _keys(words: DateWords) -> frozenset[str]:
    """Give words of which one stands in every date that has no digits."""
    calendar = words.weekdays.keys() | words.months.keys() | words.seasons.keys()
    keys = calendar | words.units.keys() | words.offensive | _HALF
    # "That day" has its unit, so that no "that" needs to be looked at.
    phrases = [phrase.split() for phrase in (*words.phrases, *words.anchored)]
    return frozenset(keys) | {max(one, key=len) for one in phrases if keys.isdisjoint(one)}


_KEYS = {language: _keys(words) | FEASTS for language, words in DATE_WORDS.items()}
# A day of publication beyond these is a mistake, and no calendar reaches around it.
_YEARS_OF_REPORTS = range(1600, 2400)
_SECONDS = {id(words): second_words(words) for words in DATE_WORDS.values()}
_TRIGGERS = {id(words): begins_a_date(words) | words.since for words in DATE_WORDS.values()}


class Bound(StrEnum):
    """How what is told lies to its date."""

    ON = "on"
    SINCE = "since"
    UNTIL = "until"
    BEFORE = "before"
    AFTER = "after"


class DateFound(NamedTuple):
    """A date at `[start, end)` in the whole text."""

    start: int
    end: int
    when: When
    past: bool
    """History in passing, "sinds 2014 de hoofdstad": two months or more before the report."""
    bound: Bound = Bound.ON


class Known(NamedTuple):
    """What the report has said before the sentence."""

    anchor: date | None = None
    """The last day that it named, on which "the day before" rests; else that of publication."""
    about: date | None = None
    """The end of the period that it named last, such as that of "in June 2014": "that year"."""
    offensive: When | None = None
    """When its offensive began, for "since the start of the offensive"."""


_NOTHING = Known()


def dates_in(
    sentence: Sentence, published: date | None, language: str, known: Known = _NOTHING
) -> list[DateFound]:
    """Find the dates of a sentence, in their order. Without a day of publication, only full ones.

    `language` is an ISO 639-1 code; one without words for dates yields none.
    """
    words = DATE_WORDS.get(language)
    if words is None or (
        not sentence.has_digits and sentence.vocabulary.isdisjoint(_KEYS[language])
    ):
        return []
    if published is not None and published.year not in _YEARS_OF_REPORTS:
        published = None
    cursor = Cursor(sentence, words, published)
    cursor.anchor = known.anchor or published
    cursor.about = known.about
    if known.offensive is not None:
        cursor.offensive = Period(known.offensive.earliest, known.offensive.settled)
    found = list(_found(cursor))
    dateline = dateline_of(sentence) if found else None
    return [one for one in found if dateline is None or one.start >= dateline.end]


def _found(cursor: Cursor) -> Iterator[DateFound]:
    triggers = _TRIGGERS[id(cursor.words)]
    seconds = _SECONDS[id(cursor.words)]
    behind = 0
    lowers = cursor.lowers
    for index in cursor.sentence.places_of(triggers, numbers=True):
        word = lowers[index]
        if index < behind:
            continue
        if word in seconds and cursor.lower(index + 1) not in seconds[word]:
            continue
        if word[0].isdecimal() and not cursor.may_be_date(index):
            continue
        reads = days_listed(cursor, index) or _range_or_one(cursor, index)
        for begins, read in reads:
            yield _date_found(cursor, begins, read)
            if read.period.last - read.period.first <= _ABOUT_A_DAY:
                cursor.anchor = read.period.last
            cursor.about = read.period.last
            behind = read.end


def _date_found(cursor: Cursor, begins: int, read: Read) -> DateFound:
    bound, first = _bound(cursor, begins)
    dated = when_since(read.period) if bound is Bound.SINCE else when(read.period)
    published = cursor.published
    past = bound is Bound.SINCE if published is None else dated.settled < published - _PAST_AFTER
    return DateFound(
        cursor.sentence.starts[first], cursor.sentence.end_of(read.end - 1), dated, past, bound
    )


def _bound(cursor: Cursor, begins: int) -> tuple[Bound, int]:
    """Read the preposition before a date: how the date bounds, and the first token of it all."""
    words, at = cursor.words, begins - 1
    while cursor.lower(at) in words.articles or cursor.lower(at) in words.approximately:
        at -= 1
    bound = _BOUNDS[id(words)].get(cursor.lower(at))
    return (bound, at) if bound is not None else (Bound.ON, begins)


def _bounds(words: DateWords) -> dict[str, Bound]:
    """Say of each preposition before a date how it bounds."""
    return {
        **dict.fromkeys(words.after, Bound.AFTER),
        **dict.fromkeys(words.before, Bound.BEFORE),
        **dict.fromkeys(words.until, Bound.UNTIL),
        **dict.fromkeys(words.since, Bound.SINCE),
    }


_BOUNDS = {id(words): _bounds(words) for words in DATE_WORDS.values()}


def _range_or_one(cursor: Cursor, index: int) -> list[tuple[int, Read]]:
    """Read a date, and the one up to which it runs: "from Friday to Sunday"."""
    if cursor.lowers[index] in cursor.words.since:
        return _since_offensive(cursor, index)
    read = period_at(cursor, index)
    if read is None:
        return []
    ends = _range_end(cursor, index, read)
    if ends is not None:
        return [(index, Read(ends.end, joined(read.period, ends.period)))]
    if _nightly(cursor, index, frozenset({"op"})):
        return [(index, Read(read.end, Period(moved(read.period, -1).first, read.period.last)))]
    return [(index, read)]


def _range_end(cursor: Cursor, index: int, read: Read) -> Read | None:
    words, joint = cursor.words, cursor.lower(read.end)
    if joint in words.both:
        before = index - 2 if cursor.lower(index - 1) in words.articles else index - 1
        runs = cursor.lower(before) in words.between
    elif joint == "op":
        runs = _nightly(cursor, index, words.of)
    else:
        runs = joint in words.up_to or joint in _DASHES
    if not runs:
        return None
    at = cursor.skip(read.end + 1, words.articles)
    if cursor.year(at) is not None:
        return whole_year(cursor, at, named=True)
    return period_at(cursor, at)


def _nightly(cursor: Cursor, index: int, prepositions: frozenset[str]) -> bool:
    """Whether the date belongs to a night: "de nacht van vrijdag op zaterdag"."""
    before, night = cursor.lower(index - 1), cursor.lower(index - 2)
    return before in prepositions and night in cursor.words.night


def _since_offensive(cursor: Cursor, index: int) -> list[tuple[int, Read]]:
    """Read "since the start of the offensive", when the report has said when that was."""
    words, at = cursor.words, index + 1
    for _ in range(_MOST_WORDS_BETWEEN):
        if cursor.lower(at) in words.offensive and cursor.offensive:
            return [(index + 1, Read(at + 1, cursor.offensive))]
        at += 1
    return []
