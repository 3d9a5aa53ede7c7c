"""What there is to know of the words for dates of a language; each language has its own table."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class Unit(Enum):
    """A stretch of the calendar that is counted: "two weeks ago"."""

    HOUR = auto()
    DAY = auto()
    WEEKEND = auto()
    WEEK = auto()
    MONTH = auto()
    YEAR = auto()


class Part(Enum):
    """Which part of a period: "early June", "de eerste helft van 2015"."""

    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()
    FIRST_HALF = auto()
    SECOND_HALF = auto()
    FIRST_WEEK = auto()
    LAST_WEEK = auto()


class Beside(NamedTuple):
    """A stretch of the calendar around, before or after what the text spoke of last."""

    unit: Unit
    step: int = 0
    many: bool = False
    """Whether some of them are meant: "in the weeks that followed"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """What one language calls days and periods; all in lower case."""

    months: Mapping[str, int]
    month_abbreviations: Mapping[str, int]
    """Only beside the number of a day or a year."""
    doubtful_months: frozenset[str]
    """Other words too: months only with a capital, beside a preposition, a day or a year."""
    capitals: bool
    """Whether months and weekdays are written with a capital."""
    weekdays: Mapping[str, int]
    """From Monday, 0, to Sunday, 6."""
    phrases: Mapping[str, tuple[int, int]]
    """Days from the day of publication: `yesterday` is (-1, -1)."""
    anchored: Mapping[str, int | Beside]
    """Days from the date that the text gave last: `the day before` is -1; or "that month"."""
    units: Mapping[str, Unit]
    seasons: Mapping[str, int]
    """The month in which each begins, as meteorologists count."""
    doubtful_seasons: frozenset[str]
    parts: Mapping[str, Part]
    small_numbers: Mapping[str, int]
    vague_numbers: Mapping[str, tuple[int, int]]
    last: frozenset[str]
    """The period before the present one."""
    recent: frozenset[str]
    """What ends today: "the past three days"."""
    this: frozenset[str]
    following: frozenset[str]
    earlier: frozenset[str]
    """Before "this week": the part of it that has passed."""
    later: frozenset[str]
    that: frozenset[str]
    """Before "year": the one that the text spoke of last."""
    ago: frozenset[str]
    before_that: frozenset[str]
    """After "two days": counted from the date that the text gave last."""
    after_that: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    before: frozenset[str]
    after: frozenset[str]
    within: frozenset[str]
    """Prepositions after which a number of four digits is a year."""
    loosely_within: frozenset[str]
    """Those after which it is a year only when no noun follows that it could count."""
    between: frozenset[str]
    both: frozenset[str]
    up_to: frozenset[str]
    of: frozenset[str]
    articles: frozenset[str]
    ordinals: frozenset[str]
    night: frozenset[str]
    start: frozenset[str]
    """"since the start of the offensive"."""
    offensive: frozenset[str]
    approximately: frozenset[str]
    future: frozenset[str]
    soon: frozenset[str]
    """Verbs that tell in the present of a day to come, "landt woensdag", but of no month."""
    reporting: frozenset[str]
    """Verbs that are told in the past; the nearest verb decides on the tense of a date."""
    past_endings: tuple[str, ...]
    """Of a verb right before a date: "kondigde donderdag aan dat ... zal"."""


def numbered(text: str, first: int = 1) -> dict[str, int]:
    """Number a list of words; `/` parts those of one number."""
    return {
        word: number
        for number, group in enumerate(text.split(), first)
        for word in group.split("/")
    }


def weekdays_with(text: str, endings: str) -> dict[str, int]:
    """Number the weekdays from Monday on, also in compounds such as "vrijdagavond"."""
    days = numbered(text, 0)
    return {
        day + ending: number for day, number in days.items() for ending in ["", *endings.split()]
    }
