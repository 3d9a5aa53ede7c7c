"""A statement from the JSON document that `exports.statements` writes, checked part by part."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from math import isfinite
from typing import Any, TypeVar

from geomap.domain.event_kinds import EventKind
from geomap.domain.grades import Credibility, Grade, Reliability
from geomap.domain.statements import Claim, Effect, Event, Figure, Measure, Statement, Unit
from geomap.domain.when import When
from geomap.errors import InvalidStatement, InvalidWhen

MOST_ACTORS = 50
LONGEST_TEXT = 2000
LONGEST_KEY = 200
LONGEST_SHOWN = 60
LARGEST_ORDER = 999_999_999
STATED = ("id", "place_id", "when", "source", "report", "known", "credibility", "summary", "quote")
PARTS: Mapping[type[Statement], tuple[str, ...]] = {
    Claim: (*STATED, "effect", "holder", "loser", "order"),
    Event: (*STATED, "kind", "actors", "title"),
    Figure: (*STATED, "measure", "unit", "actor", "value", "low", "high"),
}
"""The parts of a document, by the kind of statement."""
Member = TypeVar("Member", bound=Enum)
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Lines may end; no other control character, and no half of a character, is text.
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def statement_of(
    kind: type[Statement],
    document: Mapping[str, Any],
    reliability_of: Callable[[str], Reliability | None],
) -> Claim | Event | Figure:
    """Read a statement; `reliability_of` knows the sources of the atlas.

    Raises InvalidStatement for the first part that is unknown, missing or cannot be read, and for
    parts that contradict each other.
    """
    for part in document:
        if part not in PARTS[kind]:
            known = ", ".join(PARTS[kind])
            raise InvalidStatement(
                part[:LONGEST_SHOWN], f"there is no such part here; known parts: {known}"
            )
    parts = _Parts(document)
    stated = _stated(parts, reliability_of)
    if kind is Claim:
        return _claim(parts, stated)
    if kind is Event:
        return _event(parts, stated)
    return _figure(parts, stated)


class _Parts:
    """The parts of one document; what is left out counts as null."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def text(self, part: str, longest: int = LONGEST_TEXT) -> str | None:
        value = self._document.get(part)
        if value is None:
            return None
        if not isinstance(value, str):
            raise InvalidStatement(part, "is not a text")
        if len(value) > longest:
            raise InvalidStatement(part, f"is longer than {longest} characters")
        if _NO_TEXT.search(value):
            raise InvalidStatement(part, "holds control characters")
        return value

    def required(self, part: str, wanted: str, longest: int = LONGEST_TEXT) -> str:
        value = self.text(part, longest)
        if not value:
            raise InvalidStatement(part, f"is missing; give {wanted}")
        return value

    def key(self, part: str) -> str | None:
        return self.text(part, LONGEST_KEY) or None

    def member(self, part: str, kinds: type[Member]) -> Member:
        words = ", ".join(str(kind.value) for kind in kinds)
        text = self.required(part, f"one of {words}", LONGEST_KEY)
        try:
            return kinds(text)
        except ValueError:
            message = f"{text[:LONGEST_SHOWN]!r} is none of {words}"
            raise InvalidStatement(part, message) from None

    def day(self, part: str) -> date:
        text = self.required(part, "a day such as 2017-10-17", LONGEST_KEY)
        try:
            if _DAY.fullmatch(text):
                return date.fromisoformat(text)
        except ValueError:
            pass  # No calendar has that day.
        raise InvalidStatement(part, f"{text[:LONGEST_SHOWN]!r} is not a day such as 2017-10-17")

    def when(self, part: str) -> When:
        text = self.required(part, "a date in EDTF, such as 2017-10-17 or 2017-10")
        try:
            return When.parse(text)
        except InvalidWhen as error:
            raise InvalidStatement(part, str(error)) from None

    def whole(self, part: str, least: int, most: int) -> int | None:
        value = self._document.get(part)
        if value is None:
            return None
        # True and False are whole numbers to Python.
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise InvalidStatement(part, f"is not a whole number from {least} to {most}")
        return value

    def number(self, part: str) -> float | None:
        value = self._document.get(part)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise InvalidStatement(part, "is not a number")
        if abs(value) > 1e15 or not isfinite(value):  # noqa: PLR2004 -- As wide as a cell of an atlas' file.
            raise InvalidStatement(part, "is larger than a number of fifteen digits")
        return float(value)

    def actors(self, part: str) -> tuple[str, ...]:
        value = self._document.get(part)
        if value is None:
            return ()
        if not isinstance(value, list) or len(value) > MOST_ACTORS:
            raise InvalidStatement(part, f"is not a list of at most {MOST_ACTORS} ids")
        if not all(isinstance(one, str) and 0 < len(one) <= LONGEST_KEY for one in value):
            raise InvalidStatement(part, "holds what is no id of an actor")
        return tuple(dict.fromkeys(value))


def _stated(parts: _Parts, reliability_of: Callable[[str], Reliability | None]) -> dict[str, Any]:
    source = parts.required("source", "the id of a source of the atlas", LONGEST_KEY)
    reliability = reliability_of(source)
    if reliability is None:
        message = f"the atlas has no source with the id {source[:LONGEST_SHOWN]!r}"
        raise InvalidStatement("source", message)
    credibility = parts.whole("credibility", 1, 6)
    if credibility is None:
        raise InvalidStatement("credibility", "is missing; give a whole number from 1 to 6")
    return {
        "id": parts.required("id", "an id of small letters, digits, '.', ':' and '-'", LONGEST_KEY),
        "place_id": parts.key("place_id"),
        "when": parts.when("when"),
        "source_id": source,
        "report_id": parts.key("report"),
        "known": parts.day("known"),
        "grade": Grade(reliability, Credibility(credibility)),
        "summary": parts.required("summary", "one sentence on what is said"),
        "quote": parts.text("quote"),
    }


def _claim(parts: _Parts, stated: dict[str, Any]) -> Claim:
    if stated["place_id"] is None:
        raise InvalidStatement("place_id", "is missing; give the id of a place, as the gazetteer's")
    return Claim(
        **stated,
        effect=parts.member("effect", Effect),
        holder=parts.key("holder"),
        loser=parts.key("loser"),
        order=parts.whole("order", -LARGEST_ORDER, LARGEST_ORDER),
    )


def _event(parts: _Parts, stated: dict[str, Any]) -> Event:
    return Event(
        **stated,
        kind=parts.member("kind", EventKind),
        actors=parts.actors("actors"),
        title=parts.required("title", "a few words on what happened"),
    )


def _figure(parts: _Parts, stated: dict[str, Any]) -> Figure:
    return Figure(
        **stated,
        measure=parts.member("measure", Measure),
        unit=parts.member("unit", Unit),
        actor_id=parts.key("actor"),
        value=parts.number("value"),
        low=parts.number("low"),
        high=parts.number("high"),
    )
