"""Kinds of columns that the models share, and the mixin that makes a table versioned."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

import shapely
from shapely.geometry.base import BaseGeometry
from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, LargeBinary, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql import FromClause
from sqlalchemy.types import TypeDecorator

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant in UTC, also on databases that forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse an instant without a zone before it is stored."""
        del dialect
        if value is not None and value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the zone back."""
        del dialect
        return None if value is None else value.replace(tzinfo=UTC)


class WkbGeometry(TypeDecorator[BaseGeometry]):
    """A Shapely geometry in degrees (longitude, latitude), stored as well-known binary."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: BaseGeometry | None, dialect: Dialect) -> bytes | None:
        """Shapely in."""
        del dialect
        return None if value is None else shapely.to_wkb(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> BaseGeometry | None:
        """Shapely out."""
        del dialect
        return None if value is None else shapely.from_wkb(value)


class IdList(TypeDecorator[tuple[str, ...]]):
    """Ids in their order, as one text with `;` round each, so that one can be found in it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str:
        """A sequence in."""
        del dialect
        return "".join(f";{one};" for one in value or ())

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        """A tuple out."""
        del dialect
        return tuple(one for one in (value or "").split(";") if one)


PrimaryKey = Annotated[int, mapped_column(primary_key=True)]
Key = Annotated[str, mapped_column(String(200))]
"""The name by which an atlas and the API call a record."""
Line = Annotated[str, mapped_column(String(2000))]
RevisionKey = Annotated[int, mapped_column(ForeignKey("revision.number"))]
Geometry = Annotated[BaseGeometry, mapped_column(WkbGeometry)]
Json = Annotated[Any, mapped_column(JSON)]


class Model(DeclarativeBase):
    """The one base; constraint names are fixed so that migrations can name them."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {datetime: UtcDateTime}  # noqa: RUF012 -- SQLAlchemy's own way to say it.


class Versioned:
    """A record that is never overwritten or deleted.

    An edit closes the current version at a revision and adds the next; a withdrawal only closes.
    A version is in force for the revisions `[since, until)`; `until` is None for the current one.
    """

    if TYPE_CHECKING:
        __table__: ClassVar[FromClause]

    pk: Mapped[PrimaryKey]
    id: Mapped[Key]
    since: Mapped[RevisionKey]
    until: Mapped[int | None] = mapped_column(ForeignKey("revision.number"))
    origin: Mapped[Key]
    """Where it came from: `atlas:ID` for the rows of an atlas, which a new load may replace."""
