"""How long that lasted of which a number is told: "417 were killed in three weeks of fighting"."""

from datetime import date, timedelta

from geomap.domain.when import When
from geomap.reading.calendar.date_cursor import Cursor
from geomap.reading.calendar.date_languages import DATE_WORDS
from geomap.reading.calendar.date_words import Unit
from geomap.reading.calendar.periods import Period, when
from geomap.reading.calendar.relative_dates import count
from geomap.reading.language.sentences import Sentence
from geomap.reading.language.word_lists import words

_DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.YEAR: 365}
_OVER = words("for over during lasted took raged al gedurende duurde duurden")
"""Before a stretch of time, with words such as "nearly" between."""
_LENGTH = words(
    "of fighting battle battles clashes combat war siege strijd gevechten vechten oorlog beleg "
    "lang tijd bombardementen bombing shelling bombardment"
)
"""Behind one that "in" stands before: "in three weeks of fighting", "in twee dagen tijd"."""
_FARTHEST = 3


def lasting(sentence: Sentence, language: str, published: date | None) -> Period | None:
    """Give the stretch of time up to the day of publication that a sentence speaks of, or None."""
    known = DATE_WORDS.get(language)
    if known is None or published is None or sentence.vocabulary.isdisjoint(known.units):
        return None
    cursor = Cursor(sentence, known, published)
    for index, lower in enumerate(sentence.lowers):
        unit = known.units.get(lower)
        counted = count(cursor, index - 1) if unit is not None and index else None
        if unit is None or counted is None or counted[0] != index or not _lasts(cursor, index):
            continue
        days = -int(-counted[2] * _DAYS.get(unit, 1) // 1)
        return Period(published - timedelta(days=days), published)
    return None


def _lasts(cursor: Cursor, index: int) -> bool:
    """Whether the words around a unit tell of a length and not of a date."""
    before = cursor.lowers[max(0, index - 1 - _FARTHEST) : index - 1]
    if cursor.lower(index + 1) in cursor.words.ago | cursor.words.after_that:
        return False
    if not _OVER.isdisjoint(before):
        return True
    return bool({"in", "na", "after"}.intersection(before)) and cursor.lower(index + 1) in _LENGTH


def held_for(
    sentence: Sentence, stretch: range, language: str, published: date | None
) -> When | None:
    """Since when somebody has what a clause says was theirs "for three years", "drie jaar lang".

    `stretch` are the tokens of the clause. The date is no more precise than the count.
    """
    known = DATE_WORDS.get(language)
    if known is None or published is None or sentence.vocabulary.isdisjoint(known.units):
        return None
    cursor = Cursor(sentence, known, published)
    for index in stretch[1:]:
        unit = known.units.get(sentence.lowers[index])
        counted = count(cursor, index - 1) if unit in _DAYS else None
        if unit is None or counted is None or counted[0] != index:
            continue
        if not _is_since(cursor, index, language):
            continue
        begun = published - timedelta(days=int(counted[2] * _DAYS[unit]))
        return When.parse(f"{begun:{_PRECISION.get(unit, '%Y-%m-%d~')}}/..")
    return None


_PRECISION = {Unit.YEAR: "%Y", Unit.MONTH: "%Y-%m"}
_AT_THE_END = words("na in binnen over voor after within in every elke per om")
"""Before a stretch of time at the end of which, or in which, something happened."""


def _is_since(cursor: Cursor, index: int, language: str) -> bool:
    """Whether a count of years is how long something was so until now."""
    if cursor.lower(index + 1) in cursor.words.ago | cursor.words.after_that | _NOT_HOW_LONG:
        return False
    before = frozenset(cursor.lowers[max(0, index - 1 - _FARTHEST) : index - 1])
    return "for" in before if language == "en" else before.isdisjoint(_AT_THE_END)


_NOT_HOW_LONG = words("old oud oude jonge eerder")


def filled(sentence: Sentence, at: int, language: str, until: When | None) -> When | None:
    """The days of the shelling in "a week of heavy shelling", up to those of what came after it.

    `at` is the token of what filled them. None where no stretch of time stands before it.
    """
    known = DATE_WORDS.get(language)
    if known is None or until is None or sentence.vocabulary.isdisjoint(known.units):
        return None
    cursor = Cursor(sentence, known, until.earliest)
    for index in range(at - 2, max(at - _FILLED_WITHIN, 0), -1):
        unit = known.units.get(sentence.lowers[index])
        if unit not in _DAYS or sentence.lowers[index + 1] not in {"of", "van"}:
            continue
        counted = count(cursor, index - 1)
        if counted is None or counted[0] != index:
            return None
        first = until.earliest - timedelta(days=round(counted[2] * _DAYS[unit]))
        return when(Period(first, until.settled))
    return None


_FILLED_WITHIN = 10
"""Tokens back from a deed: "ten days of fierce shelling and bombing"."""
