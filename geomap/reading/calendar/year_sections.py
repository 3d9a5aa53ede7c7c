"""Chronicles: reports whose sections stand below a year, "2014: the conquests"."""

import re
from datetime import date

from geomap.reading.calendar.periods import Period, year

# A line of its own between blank lines that begins with a year, or with two, and is no sentence.
_HEADING = re.compile(
    r"(?:\A|\n[ \t\r]*\n)[ \t#*]{0,8}((?:19|20)\d\d)(?:[ ]?[-–/][ ]?((?:19|20)\d\d))?"
    r"(?:\*{0,2}|[ ]?[:.–—-][^\n.]{0,70})[ \t\r]*(?=\n[ \t\r]*\n)"
)
# Sought first, as it is found sooner and hardly any report has one.
_YEAR = re.compile(r"\n[ \t#*]{0,8}(?:19|20)\d\d")
_FEWEST = 2
"""One year alone may be a caption."""


class YearSections:
    """The years by which a report is parted, if it is."""

    def __init__(self, text: str, published: date | None) -> None:
        self._begun: list[tuple[int, Period]] = []
        if _YEAR.search(text) is None:
            return
        latest = published.year if published is not None else date.max.year
        for heading in _HEADING.finditer(text):
            first, last = (int(one or heading[1]) for one in heading.groups())
            if first <= last <= latest:
                self._begun.append((heading.start(1), Period(year(first).first, year(last).last)))
        if len(self._begun) < _FEWEST:
            self._begun = []

    def at(self, start: int) -> Period | None:
        """The years that a sentence is told of; none where the report is not parted by years."""
        found = None
        for begun, period in self._begun:
            if begun > start:
                break
            found = period
        return found
