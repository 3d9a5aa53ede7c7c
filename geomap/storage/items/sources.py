"""From which tables the items of a collection are read, and how their parts are called there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Column, ColumnElement, Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from geomap.domain.items.conditions import Value
from geomap.domain.items.queries import Feature
from geomap.storage.columns import Model, Versioned
from geomap.storage.revisions import in_force, latest_revision

Expression: TypeAlias = ColumnElement[Any] | InstrumentedAttribute[Any] | Column[Any]
Row: TypeAlias = Sequence[Any]


@dataclass(frozen=True, slots=True)
class PointColumns:
    """Items whose geometry is a point: its columns, in degrees."""

    longitude: Expression
    latitude: Expression


@dataclass(frozen=True, slots=True)
class ShapeColumns:
    """Items whose geometry is a shape: its well-known binary, and its bounds in degrees."""

    geometry: Expression
    bounds: tuple[Expression, Expression, Expression, Expression]
    """West, south, east and north."""


@dataclass(frozen=True, slots=True)
class TimeColumns:
    """The time of items as it is stored.

    `latest` is the last day, where the end itself is not stored; date.min and date.max stand for
    bounds that are open. Else `end` is the day after the last, NULL while it lasts.
    """

    start: Expression
    end: Expression | None = None
    latest: Expression | None = None


At: TypeAlias = Callable[[type[Versioned]], ColumnElement[bool]]
"""The condition on the versions of a table that count."""


def at_revision(
    make: Callable[[At], Select[*tuple[Any, ...]]],
) -> Callable[[Session, int], Select[*tuple[Any, ...]]]:
    """Joined tables at a revision; those of the newest, which most ask for, are joined once."""
    newest = make(lambda model: model.until.is_(None))

    def selected(session: Session, revision: int) -> Select[*tuple[Any, ...]]:
        if revision == latest_revision(session):
            return newest
        return make(lambda model: in_force(model, revision))

    return selected


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is read for, beside its rows."""

    revision: int
    day: date | None
    """The one day that is asked for, or None."""


@dataclass(frozen=True, slots=True)
class Source:
    """How the items of one collection are read."""

    columns: tuple[Expression, ...]
    """What `features` needs of each row."""
    key: tuple[Expression, ...]
    """What tells items apart and sorts them; never NULL, and indexed."""
    key_of: Callable[[str], tuple[Value, ...] | None]
    """The key of the item with an id, None for what is no id."""
    selected: Callable[[Session, int], Select[*tuple[Any, ...]]]
    """The tables, joined, at a revision; without columns."""
    features: Callable[[Session, Asked, Sequence[Row]], list[Feature]]
    id: Expression
    properties: Mapping[str, Expression]
    """Each property that items are filtered by; `start` and `end` are in `time`."""
    lists: Mapping[str, Expression] = field(default_factory=dict)
    """Properties that are lists, as the text in which each of them stands in double quotes."""
    geometry: PointColumns | ShapeColumns | None = None
    time: TimeColumns | None = None
    known: Expression | None = None
    """The day on which an item became known."""
    lean: type[Model] | None = None
    """The table that has one row for each item, where the others only tell more of it."""
    table: str | None = None
    """By whose tree of space and time items are found; its keys are `pk`."""
    pk: Expression | None = None
