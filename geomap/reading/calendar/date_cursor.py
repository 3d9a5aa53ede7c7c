"""The tokens of a sentence, as those who read dates look at them."""

from datetime import date
from functools import cache
from typing import NamedTuple

from geomap.reading.calendar.date_words import DateWords
from geomap.reading.calendar.periods import Period
from geomap.reading.language.sentences import Sentence

_LONGEST_DAY, _LENGTH_OF_YEAR = 2, 4
_MOST_DAYS = 31
# "Set to leave" tells of what is to come, "set off a bomb" does not.
_BEFORE_TO = frozenset({"set", "going"})
_YEARS = range(1900, 2100)
_JOINS_OF_DATES = frozenset("-–—/")


class Read(NamedTuple):
    """A period, and the index of the token after the words that name it."""

    end: int
    period: Period


class Cursor:
    """Tokens by their index, with the words of the language and the day of publication."""

    __slots__ = (
        "about",
        "anchor",
        "count",
        "lowers",
        "names_month",
        "offensive",
        "published",
        "sentence",
        "tokens",
        "words",
    )

    def __init__(self, sentence: Sentence, words: DateWords, published: date | None) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lowers = sentence.lowers
        self.count = len(sentence.tokens)
        self.words = words
        self.published = published
        # Without one, a number of a day is none, and most numbers are in sentences without one.
        self.names_month = not (
            sentence.vocabulary.isdisjoint(words.months)
            and sentence.vocabulary.isdisjoint(words.month_abbreviations)
        )
        # The day that the text gave last, the end of the period that it did, and when its
        # offensive began.
        self.anchor: date | None = published
        self.about: date | None = None
        self.offensive: Period | None = None

    def lower(self, index: int) -> str:
        """Give a word in lower case; nothing outside the sentence."""
        return self.lowers[index] if 0 <= index < self.count else ""

    def skip(self, index: int, among: frozenset[str]) -> int:
        """Give the index after a word, if it is among these."""
        return index + 1 if self.lower(index) in among else index

    def adjacent(self, index: int) -> bool:
        """Whether no blank parts the token from the one before it."""
        return 0 < index < self.count and self.sentence.adjacent(index)

    def may_be_date(self, index: int) -> bool:
        """Whether it is worth while to read a number as a date; most count people."""
        word, following, words = self.lowers[index], self.lower(index + 1), self.words
        return (
            self.names_month
            or len(word) == _LENGTH_OF_YEAR
            or "." in word
            or following in words.units
            or following in _JOINS_OF_DATES
            or following in words.ordinals
        )

    def number(self, index: int) -> int | None:
        """Give a whole number of at most four digits."""
        word = self.lower(index)
        return int(word) if len(word) <= _LENGTH_OF_YEAR and word.isdecimal() else None

    def day(self, index: int) -> tuple[int, int] | None:
        """Read the day of a month, "17" or "17th", with the index after it."""
        number = self.number(index)
        if number is None or not 1 <= number <= _MOST_DAYS:
            return None
        if len(self.lower(index)) > _LONGEST_DAY:
            return None
        if self.lower(index + 1) in self.words.ordinals and self.adjacent(index + 1):
            return number, index + 2
        return number, index + 1

    def year(self, index: int) -> int | None:
        """Give a number of four digits that can be a year."""
        number = self.number(index)
        return number if number in _YEARS else None

    def month(self, index: int, *, beside: bool = False) -> tuple[int, int] | None:
        """Read the name of a month, with the index after it.

        An abbreviation, and a month whose name is another word too, only `beside` a day.
        """
        word = self.lower(index)
        number = self.words.months.get(word)
        if number is not None:
            if self.words.capitals and not self.tokens[index].text[:1].isupper():
                return None
            if not self.words.capitals and index and self.tokens[index].text[0].isupper():
                # Dutch writes months small; "het 22 Mei-ziekenhuis" is a name.
                return None
            doubtful = word in self.words.doubtful_months
            return None if doubtful and not beside else (number, index + 1)
        number = self.words.month_abbreviations.get(word) if beside else None
        if number is None:
            return None
        point = self.lower(index + 1) == "." and self.adjacent(index + 1)
        return number, index + 2 if point else index + 1

    def named(self, index: int) -> bool:
        """Whether a word is written as names of months and weekdays are: in English, large."""
        return not self.words.capitals or self.tokens[index].text[0].isupper()

    def future(self, index: int, *, soon: bool = True) -> bool:
        """Whether the verb that is nearest to a date tells of what is to come.

        A chronicle tells of months past in the present: "in september begint de strijd"; for them
        `soon` is false.
        """
        before = self.lower(index - 1)
        if before.endswith(self.words.past_endings) and before not in self.words.future:
            return False
        words, lowers = self.words, self.lowers
        telling = _telling(words.reporting, words.future, words.soon)
        left, right = index - 1, index + 1
        while left >= 0 or right < self.count:
            for at in (left, right):
                if 0 <= at < self.count and lowers[at] in telling:
                    told = self._tense(at, soon=soon)
                    if told is not None:
                        return told
            # A comma ends the clause on its side.
            left = left - 1 if left >= 0 and lowers[left] != "," else -1
            right = right + 1 if right < self.count and lowers[right] != "," else self.count
        return False

    def _tense(self, index: int, *, soon: bool) -> bool | None:
        """Whether a verb tells of what is to come; None for what is no such verb."""
        word = self.lowers[index]
        if word in self.words.reporting:
            return False
        if self._is_ahead(index) or (soon and word in self.words.soon):
            return True
        return None

    def _is_ahead(self, index: int) -> bool:
        word = self.lower(index)
        if word in _BEFORE_TO:
            return self.lower(index + 1) == "to"
        return word in self.words.future or self._is_to(index)

    def _is_to(self, index: int) -> bool:
        """Whether something "is to" happen."""
        return self.lower(index) == "to" and self.lower(index - 1) in {"is", "are"}


@cache
def _telling(*verbs: frozenset[str]) -> frozenset[str]:
    """Give the words of which the nearest decides whether a date is to come."""
    return _BEFORE_TO.union({"to"}, *verbs)
