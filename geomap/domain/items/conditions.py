"""What items can be narrowed by: conditions on their properties, their place and their time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from shapely.geometry.base import BaseGeometry

Value: TypeAlias = str | int | float | bool | date
"""What a property can be compared with, as its declaration says."""
ID = "id"
"""The name by which conditions and sorting know the id of an item."""


class Comparator(StrEnum):
    """How a property is compared with a value; a property without a value never compares."""

    EQUAL = "="
    UNEQUAL = "<>"
    LESS = "<"
    LESS_OR_EQUAL = "<="
    GREATER = ">"
    GREATER_OR_EQUAL = ">="


@dataclass(frozen=True, slots=True)
class Interval:
    """Days `[start, end)`; None for a bound that is open."""

    start: date | None
    end: date | None

    @property
    def one_day(self) -> date | None:
        """The day, where it is one alone."""
        if self.start and self.end and (self.end - self.start).days == 1:
            return self.start
        return None


class Relation(StrEnum):
    """How two half-open intervals lie to each other, by the names of CQL2.

    Of whole days nothing lies between an interval and the next, so that `before` and `after`, which
    Allen has only where there is a gap, hold for those that meet as well.
    """

    AFTER = "t_after"
    BEFORE = "t_before"
    CONTAINS = "t_contains"
    DISJOINT = "t_disjoint"
    DURING = "t_during"
    EQUALS = "t_equals"
    FINISHED_BY = "t_finishedBy"
    FINISHES = "t_finishes"
    INTERSECTS = "t_intersects"
    MEETS = "t_meets"
    MET_BY = "t_metBy"
    OVERLAPPED_BY = "t_overlappedBy"
    OVERLAPS = "t_overlaps"
    STARTED_BY = "t_startedBy"
    STARTS = "t_starts"


@dataclass(frozen=True, slots=True)
class Compared:
    """A property compared with a value."""

    name: str
    comparator: Comparator
    value: Value


@dataclass(frozen=True, slots=True)
class Like:
    """A text that matches a pattern: `%` stands for any text, `_` for one character.

    A backslash takes the next character as it is. Capitals are told from small letters.
    """

    name: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Between:
    """A property from one value to another, both included."""

    name: str
    low: Value
    high: Value


@dataclass(frozen=True, slots=True)
class OneOf:
    """A property that has one of some values, or a list that contains one of them."""

    name: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class IsNull:
    """A property without a value."""

    name: str


@dataclass(frozen=True, slots=True)
class Intersects:
    """Items that share a point with a shape, in degrees (longitude, latitude)."""

    shape: BaseGeometry


@dataclass(frozen=True, slots=True)
class Related:
    """The time of an item in relation to an interval.

    `name` is the property of a day that counts; None for the whole time `[start, end)`.
    """

    relation: "Relation"
    name: str | None
    interval: Interval


@dataclass(frozen=True, slots=True)
class Not:
    """What does not hold."""

    condition: "Condition"


@dataclass(frozen=True, slots=True)
class All:
    """Conditions that all hold; none at all always hold."""

    conditions: "tuple[Condition, ...]"


@dataclass(frozen=True, slots=True)
class Any:
    """Conditions of which one holds; of none at all none does."""

    conditions: "tuple[Condition, ...]"


Condition: TypeAlias = (
    Compared | Like | Between | OneOf | IsNull | Intersects | Related | Not | All | Any
)
