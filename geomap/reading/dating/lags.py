"""How long after or before another thing something happened: "a day after they took the city"."""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from geomap.domain.when import When
from geomap.reading.calendar.of_sentence import DateFound
from geomap.reading.calendar.periods import Period, moved_months, when, year
from geomap.reading.clauses.scenes import Scene
from geomap.reading.language.items import Item, Line
from geomap.reading.language.words import Sense

_DIRECTIONS = {"after": -1, "nadat": -1, "na": -1, "before": 1, "voordat": 1, "voor": 1}
_UNITS = {
    **dict.fromkeys(("day", "days", "dag", "dagen"), 1),
    **dict.fromkeys(("week", "weeks", "weken"), 7),
    **dict.fromkeys(("month", "months", "maand", "maanden"), 30),
    **dict.fromkeys(("year", "years", "jaar", "jaren"), 365),
    **dict.fromkeys(("hour", "hours", "uur", "uren", "minutes", "minuten"), 0),
}
_NUMBERS = {
    **dict.fromkeys(("a", "one", "an", "een", "één", "the", "de"), 1),
    **dict.fromkeys(("two", "twee"), 2),
    **dict.fromkeys(("three", "drie"), 3),
    **dict.fromkeys(("four", "vier"), 4),
    **dict.fromkeys(("five", "vijf"), 5),
    **dict.fromkeys(("six", "zes"), 6),
    **dict.fromkeys(("seven", "zeven"), 7),
    **dict.fromkeys(("eight", "acht"), 8),
    **dict.fromkeys(("nine", "negen"), 9),
    **dict.fromkeys(("ten", "tien"), 10),
    **dict.fromkeys(("eleven", "elf"), 11),
    **dict.fromkeys(("twelve", "twaalf"), 12),
}
_NOUN_WITHIN = 7


class Lag(NamedTuple):
    """Days from one thing to another, and the token at which the words for it begin."""

    days: int
    start: int
    months: int = 0


def lagged(
    scene: Scene, anchor: Item, dates: Sequence[DateFound], today: When | None
) -> When | None:
    """The day of what a word tells, by the day of that which it came before or after."""
    line = scene.line
    if line.sentence.vocabulary.isdisjoint(_DIRECTIONS):
        return None
    lag = _lag_of(line, scene, anchor)
    if lag is None or (lag.start < scene.clause.first and dates_of(scene, dates)):
        return None
    at = line.sentence.starts[lag.start]
    told = [one for one in dates if not one.past]
    base = min(told, key=lambda one: abs(one.start - at)).when if told else today
    if base is None:
        return None
    return when(_moved(Period(base.earliest, base.settled), lag))


def _moved(base: Period, lag: Lag) -> Period:
    """That many days on; by months and years it is some day of such a month or year."""
    if lag.months % 12:
        return moved_months(base, lag.months)
    if lag.months:
        return year(base.first.year + lag.months // 12)
    step = timedelta(days=lag.days)
    return Period(base.first + step, base.last + step)


def dates_of(scene: Scene, dates: Sequence[DateFound]) -> list[DateFound]:
    """Those that a clause itself names."""
    sentence, clause = scene.line.sentence, scene.clause
    start = sentence.starts[clause.first] if clause.first < len(sentence.tokens) else 0
    end = sentence.end_of(clause.last - 1) if clause.last > clause.first else start
    return [found for found in dates if start <= found.start < end]


def _lag_of(line: Line, scene: Scene, anchor: Item) -> Lag | None:
    opener = scene.clause.opener
    if opener is not None and line.tokens[opener.end - 1].lower in _DIRECTIONS:
        return _counted(line, opener.end - 1)
    if scene.language == "nl" and Sense.NOUN not in anchor.senses:
        # "Zes weken na het begin legden zij maandag de wapens neer."
        return None
    for position in range(anchor.start - 1, max(anchor.start - _NOUN_WITHIN, 0) - 1, -1):
        if line.tokens[position].text == ",":
            # "A week after X, Y fell."
            return None
        if line.tokens[position].lower in _DIRECTIONS:
            return _counted(line, position)
    return None


def _counted(line: Line, at: int) -> Lag | None:
    """The "two days" before "after"."""
    days = _UNITS.get(line.tokens[at - 1].lower) if at else None
    if days is None:
        return None
    number = line.tokens[at - 2].lower if at > 1 else ""
    count = int(number) if number.isdecimal() else _NUMBERS.get(number)
    if days == 0:
        return Lag(0, at - 1)
    if not count or count > _LONGEST:
        return None
    count *= _DIRECTIONS[line.tokens[at].lower]
    months = count * _MONTHS.get(days, 0)
    return Lag(count * days, at - 2, months)


_MONTHS = {30: 1, 365: 12}
_LONGEST = 200
"""Of whatever unit; nobody counts further."""
