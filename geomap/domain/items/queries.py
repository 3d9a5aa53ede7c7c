"""Which items are asked for, and what comes back."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from shapely.geometry.base import BaseGeometry

from geomap.domain.bbox import Bbox
from geomap.domain.items.collections import Collection
from geomap.domain.items.conditions import Condition, Interval, Value
from geomap.domain.standpoint import Standpoint

DEFAULT_LIMIT = 100
MOST_ITEMS = 10_000
"""As many items as one page has at most; more are asked for by its link to the next."""


@dataclass(frozen=True, slots=True)
class SortKey:
    """A property to sort by; items without a value come first, or last when it falls."""

    name: str
    falls: bool = False


@dataclass(frozen=True, slots=True)
class Cursor:
    """From where a page goes on: what its neighbour is sorted by.

    `values` has one for each sort key, then those of the key of the collection.
    """

    values: tuple[Value | None, ...]
    backwards: bool = False
    """Whether the page lies before that item instead of after it."""


@dataclass(frozen=True, slots=True)
class ItemsQuery:
    """Items of one collection; all that is given must hold. Longitude before latitude, CRS84."""

    collection: Collection
    standpoint: Standpoint = field(default_factory=Standpoint)
    interval: Interval | None = None
    """Items whose time `[start, end)` overlaps it."""
    box: Bbox | None = None
    conditions: tuple[Condition, ...] = ()
    sort: tuple[SortKey, ...] = ()
    limit: int = DEFAULT_LIMIT
    cursor: Cursor | None = None
    offset: int = 0

    @property
    def day(self) -> date | None:
        """The day that is asked for, where it is one alone: answers are then those of that day."""
        return self.interval.one_day if self.interval else None


class Feature(NamedTuple):
    """One item, with what it is as JSON has it: days are texts, such as 2017-10-17."""

    id: str
    geometry: BaseGeometry | None
    """In degrees of WGS 84, longitude before latitude."""
    properties: dict[str, Any]


class FeatureText(NamedTuple):
    """One item at a point, on its way to GeoJSON: its properties are written already."""

    id: str
    """As JSON, as the properties."""
    longitude: float | None
    """In degrees of WGS 84, as it is stored; None where the item has no place."""
    latitude: float | None
    properties: str
    """As a JSON object, compact."""


Item: TypeAlias = Feature | FeatureText
"""An item in either form; those of one answer all have the same."""
Form = TypeVar("Form", bound=Item, covariant=True)  # noqa: PLC0105 -- One form, not another.


@dataclass(frozen=True, slots=True)
class Page(Generic[Form]):
    """Some items in their order, and from where to go on."""

    features: Sequence[Form]
    matched: int
    """How many items there are on all pages together."""
    following: Cursor | None
    preceding: Cursor | None
    revision: int
    """The revision that was answered from, even where the query names none."""
