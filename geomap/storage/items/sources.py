"""From which tables the items of a collection are read, and how their parts are called there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, Protocol, TypeAlias

from sqlalchemy import Column, ColumnElement, Select
from sqlalchemy.orm import InstrumentedAttribute, Session

from geomap.domain.items.conditions import Value
from geomap.domain.items.queries import Feature, FeatureText, Form
from geomap.storage.columns import Model, Versioned
from geomap.storage.revisions import latest_revision, versions_at

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
Joined: TypeAlias = Callable[[At], Select[*tuple[Any, ...]]]
"""Tables, joined, by the versions of each that count."""


class Selected(Protocol):
    """Tables, joined, at a revision."""

    def __call__(
        self, session: Session, revision: int, *, throughout: bool = False
    ) -> Select[*tuple[Any, ...]]:
        """Without columns; `throughout` where most rows will be looked at in any case."""


def at_revision(make: Joined, read: type[Versioned] | None = None) -> Selected:
    """Joined tables at a revision; those of the newest, which most ask for, are joined once.

    `read` is the table that has a row for each item, where it has versions.
    """
    made: dict[bool, Select[*tuple[Any, ...]]] = {}

    def selected(
        session: Session, revision: int, *, throughout: bool = False
    ) -> Select[*tuple[Any, ...]]:
        def at(model: type[Versioned]) -> ColumnElement[bool]:
            return versions_at(session, model, revision, throughout=throughout and model is read)

        if revision != latest_revision(session):
            return make(at)
        if throughout not in made:
            made[throughout] = make(at)
        return made[throughout]

    return selected


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page is read for, beside its rows."""

    revision: int
    day: date | None
    """The one day that is asked for, or None."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[Form]):
    """What items are made of, and how."""

    columns: tuple[Expression, ...]
    """What is needed of each row."""
    made: Callable[[Session, Asked, Sequence[Row]], list[Form]]
    selected: Selected
    """The tables with these columns."""


@dataclass(frozen=True, slots=True)
class Texts:
    """How items are read that were written as texts when they were stored."""

    table: str
    """Of the statements; that of their texts is named after it."""
    recipe: Select[*tuple[Any, ...]]
    """The rows of the table of texts."""
    alone: Reading[FeatureText]
    whole: Reading[FeatureText]
    """With the tables that tell more of an item, for those who ask for it by them."""


@dataclass(frozen=True, slots=True)
class Source:
    """How the items of one collection are read."""

    columns: tuple[Expression, ...]
    """What `features` needs of each row."""
    key: tuple[Expression, ...]
    """What tells items apart and sorts them; never NULL, and indexed."""
    key_of: Callable[[str], tuple[Value, ...] | None]
    """The key of the item with an id, None for what is no id."""
    selected: Selected
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
    texts: Texts | None = None
    """For collections that can be large."""

    @property
    def reading(self) -> Reading[Feature]:
        """How its items are read as features."""
        return Reading(self.columns, self.features, self.selected)
