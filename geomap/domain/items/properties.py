"""What the items of a collection are described by: each property is declared once.

Requests are read by these declarations, and the queryables, the schemas and the description of the
API are made from them, so that none of these can say anything else than another.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of value a property has."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DAY = "day"
    """A day of the calendar, `YYYY-MM-DD`."""
    TEXTS = "texts"
    """A list of texts, such as the ids of actors."""
    OBJECT = "object"
    """Names by language."""
    CLAIMS = "claims"
    """The claims that an answer rests on, each an object."""


SCALARS = frozenset({Kind.TEXT, Kind.INTEGER, Kind.NUMBER, Kind.BOOLEAN, Kind.DAY})


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an item; what is no list and no object can be filtered and sorted by."""

    name: str
    title: str
    kind: Kind = Kind.TEXT
    options: tuple[str, ...] = ()
    """The only values that there are, where they are few."""
    prose: bool = False
    """Whether it is written for people, so that a comma in it is no more than that."""

    @property
    def queryable(self) -> bool:
        """Whether items can be filtered and sorted by it."""
        return self.kind in SCALARS


@dataclass(frozen=True, slots=True)
class Filter:
    """A parameter that narrows a collection: some item has one of the values that are given."""

    name: str
    title: str
    properties: tuple[str, ...]
    """One of these has the value, or contains it when it is a list."""
    options: tuple[str, ...] = ()


def text(name: str, title: str) -> Property:
    """A property that is an id or a code."""
    return Property(name, title)


def prose(name: str, title: str) -> Property:
    """A property that is a text for people."""
    return Property(name, title, prose=True)


def one_of(name: str, title: str, options: Iterable[str]) -> Property:
    """A property that has one of a few values."""
    return Property(name, title, options=tuple(options))


def day(name: str, title: str) -> Property:
    """A property that is a day."""
    return Property(name, title, Kind.DAY)


def number(name: str, title: str) -> Property:
    """A property that is a number."""
    return Property(name, title, Kind.NUMBER)


def texts(name: str, title: str) -> Property:
    """A property that is a list of texts."""
    return Property(name, title, Kind.TEXTS)


def flag(name: str, title: str) -> Property:
    """A property that is true or false."""
    return Property(name, title, Kind.BOOLEAN)
