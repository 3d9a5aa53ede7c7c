"""Query parameters: read strictly, refused by name."""

import re
from dataclasses import replace
from datetime import date, timedelta
from math import isfinite

from werkzeug.datastructures import MultiDict

from geomap.domain.bbox import WORLD, Bbox
from geomap.domain.grades import Reliability
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.errors import InvalidParameter, UnknownParameter
from geomap.web.declarations import (
    DEFAULT,
    LARGEST_REVISION,
    LONGEST_DISPUTE_WINDOW,
    SECOND_END,
    STANDPOINT,
    Parameter,
)

LONGEST_VALUE = 200
BBOX_NUMBERS = (4, 6)
_LONGER = {"source": 4000}
_NUMBER = re.compile(r"[+-]?([0-9]{1,3}(\.[0-9]*)?|\.[0-9]+)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Parameters:
    """The parameters of one request, read by their declarations.

    Raises UnknownParameter for one that is not declared, InvalidParameter for one that is given
    twice or is too long.
    """

    def __init__(
        self,
        given: MultiDict[str, str],
        declared: tuple[Parameter, ...],
        longest: int = LONGEST_VALUE,
    ) -> None:
        known = tuple(one.name for one in declared)
        for name in given:
            if name not in known:
                raise UnknownParameter(name[:LONGEST_VALUE], known)
            if len(given.getlist(name)) > 1:
                raise InvalidParameter(name, "is given more than once; give it once.")
            most = max(longest, _LONGER.get(name.removeprefix(SECOND_END), 0))
            if len(given[name]) > most:
                raise InvalidParameter(name, f"is longer than {most} characters.")
        # Of what is not given, a MultiDict makes an error first.
        self._given = given.to_dict()
        self._schemas = {one.name: one.schema for one in declared}

    def day(self, name: str) -> date | None:
        """A day as YYYY-MM-DD, or None when it is not given."""
        text = self._given.get(name)
        return None if text is None else _day(name, text)

    def required_day(self, name: str) -> date:
        """A day that must be given."""
        day = self.day(name)
        if day is None:
            raise InvalidParameter(name, "is missing; give a day, such as 2017-10-17.")
        return day

    def revision(self, name: str = "revision") -> int | None:
        """The number of a revision, or None for the newest."""
        text = self._given.get(name)
        if text is None:
            return None
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= LARGEST_REVISION):
            raise InvalidParameter(name, f"{text!r} is no revision; give a whole number from 1 on.")
        return int(text)

    def standpoint(self, rule: Rule) -> Standpoint:
        """From where to answer: `known`, `revision`, and the rule with what is asked otherwise.

        Whether the revision and the sources exist is for the service to say.
        """
        asked = replace(
            rule,
            dispute_window=self._dispute_window(rule.dispute_window),
            least_reliability=self._reliability() or rule.least_reliability,
            sources=self._sources() or rule.sources,
        )
        return Standpoint(self.day("known"), self.revision(), asked)

    def second_standpoint(self, rule: Rule) -> Standpoint:
        """The standpoint of the second answer of a comparison.

        It is that of the first but for what is given with `to_` in front; `default` takes back
        there what was asked of the first.
        """
        asked = MultiDict[str, str]()
        for name in (one.name for one in STANDPOINT):
            text = self._given.get(SECOND_END + name, self._given.get(name))
            if text is not None and (text != DEFAULT or SECOND_END + name not in self._given):
                asked[name] = text
        try:
            return Parameters(asked, STANDPOINT).standpoint(rule)
        except InvalidParameter as error:
            raise error.renamed(SECOND_END + error.parameter) from error

    def choice(self, name: str) -> str:
        """One of the words that are declared, the first of them when none is given."""
        options: list[str] = self._schemas[name]["enum"]
        text = self._given.get(name, options[0])
        if text not in options:
            raise InvalidParameter(name, f"{text!r} is none of {', '.join(options)}.")
        return text

    def _dispute_window(self, default: timedelta) -> timedelta:
        text = self._given.get("dispute_window")
        if text is None:
            return default
        return timedelta(days=_whole("dispute_window", text, 0, LONGEST_DISPUTE_WINDOW))

    def _reliability(self) -> Reliability | None:
        text = self._given.get("reliability")
        if text is None:
            return None
        if text not in set(Reliability):
            raise InvalidParameter("reliability", f"{text!r} is no letter from A to F.")
        return Reliability(text)

    def _sources(self) -> frozenset[str]:
        text = self._given.get("source")
        if text is None:
            return frozenset()
        if not text.strip(", "):
            raise InvalidParameter("source", "names none; give ids, such as sohr,reuters.")
        return frozenset(part.strip() for part in text.split(",") if part.strip())

    def text(self, name: str) -> str | None:
        """A text as it was sent, or None when it is not given."""
        return self._given.get(name)

    def required_text(self, name: str, wanted: str) -> str:
        """A text that must be given; `wanted` says what to give."""
        text = self._given.get(name)
        if text is None:
            raise InvalidParameter(name, f"is missing; {wanted}")
        return text

    def number(self, name: str) -> float:
        """A number from 0 to the maximum that is declared, else the default."""
        text, most = self._given.get(name), float(self._schemas[name]["maximum"])
        if text is None:
            return float(self._schemas[name]["default"])
        if _NUMBER.fullmatch(text.strip()) and 0 <= (number := float(text)) <= most:
            return number
        raise InvalidParameter(name, f"{text!r} is not a number from 0 to {most:g}.")

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number in the bounds that are declared, else the default that is."""
        schema, text = self._schemas[name], self._given.get(name)
        if text is None:
            return int(schema["default"] if default is None else default)
        return _whole(name, text, int(schema["minimum"]), int(schema["maximum"]))

    def limit(self) -> int:
        """How many answers are wanted at most."""
        return self.whole("limit")

    def degrees(self, name: str) -> float | None:
        """Degrees in the bounds that are declared, or None when they are not given."""
        text = self._given.get(name)
        return None if text is None else _degrees(name, text, self._schemas[name]["maximum"])

    def point(self, name: str) -> tuple[float, float] | None:
        """A point `longitude,latitude`, or None when it is not given."""
        text = self._given.get(name)
        if text is None:
            return None
        parts = text.split(",")
        if len(parts) != len(("longitude", "latitude")):
            raise InvalidParameter(
                name, f"{text!r} cannot be read; give longitude,latitude, such as 39.01,35.95."
            )
        longitude, latitude = parts
        return _degrees(name, longitude, 180), _degrees(name, latitude, 90)

    def bbox(self) -> Bbox:
        """The box `west,south,east,north`, in degrees; the world when it is not given.

        Heights, as in a box of six numbers, are ignored.
        """
        text = self._given.get("bbox")
        return WORLD if text is None else _bbox(text)


def _day(name: str, text: str) -> date:
    wanted = "give a day of the calendar as YYYY-MM-DD, such as 2017-10-17."
    # Python reads more spellings of a day than an address should have, weeks among them.
    if not _DAY.fullmatch(text):
        raise InvalidParameter(name, f"{text!r} cannot be read; {wanted}")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidParameter(name, f"{text!r} cannot be read; {wanted}") from None


def _whole(name: str, text: str, least: int, most: int) -> int:
    if text.isascii() and text.isdigit() and least <= int(text) <= most:
        return int(text)
    raise InvalidParameter(name, f"{text!r} is not a whole number from {least} to {most}.")


def _degrees(name: str, text: str, most: float) -> float:
    if _NUMBER.fullmatch(text.strip()) and abs(number := float(text)) <= most:
        return number
    raise InvalidParameter(name, f"{text!r} is not a number of degrees from -{most:g} to {most:g}.")


def _bbox(text: str) -> Bbox:
    wanted = "give west,south,east,north in degrees, such as 38,34,42,37."
    try:
        numbers = [float(part) for part in text.split(",")]
    except ValueError:
        raise InvalidParameter("bbox", f"{text!r} cannot be read; {wanted}") from None
    if len(numbers) not in BBOX_NUMBERS or not all(isfinite(number) for number in numbers):
        raise InvalidParameter("bbox", f"{text!r} is not four numbers; {wanted}")
    half = len(numbers) // 2
    west, south, east, north = *numbers[:2], *numbers[half : half + 2]
    if south > north:
        raise InvalidParameter("bbox", f"south {south} lies north of north {north}; {wanted}")
    if max(abs(west), abs(east)) > 180 or max(abs(south), abs(north)) > 90:  # noqa: PLR2004 -- Degrees of the globe.
        raise InvalidParameter("bbox", f"{text!r} leaves the globe; {wanted}")
    return Bbox(west, south, east, north)
