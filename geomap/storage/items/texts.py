"""Statements as texts: their properties as JSON, which SQLite writes when they are stored.

To make a thousand objects from rows and to write those takes ten times as long as to read a
thousand texts. What comes of a text must be, to the byte, what the encoder of features makes of
the same item. So only texts, lists of texts and days are written here: of a number SQLite keeps
fewer digits, and coordinates are left to those who round them.
"""

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Select, and_, case, func, literal_column, select
from sqlalchemy.orm import Session

from geomap.domain.items.queries import FeatureText
from geomap.storage.items.sources import (
    Asked,
    At,
    Expression,
    Joined,
    Reading,
    Row,
    Texts,
    at_revision,
)
from geomap.storage.models import ClaimRow, EventRow, FigureRow, PlaceRow, SourceRow
from geomap.storage.text_models import StatementText

StatementRow = type[ClaimRow] | type[EventRow] | type[FigureRow]
_ONE_DAY = "+1 day"


def texts_of(
    model: StatementRow,
    row: type[StatementText],
    properties: Mapping[str, Expression],
    joined: Joined,
) -> Texts:
    """The texts of a kind of statement in the table of `row`; `properties` stand in their order."""
    columns = (row.id, row.longitude, row.latitude, row.properties)
    beside, written = row.pk == model.pk, row.properties.is_not(None)

    def alone(at: At) -> Select[*tuple[Any, ...]]:
        return select().select_from(model).join(row, beside).where(at(model), written)

    def whole(at: At) -> Select[*tuple[Any, ...]]:
        return joined(at).join(row, beside).where(written)

    return Texts(
        model.__tablename__,
        _recipe(model, properties),
        alone=Reading(columns, _texts, at_revision(alone, model)),
        whole=Reading(columns, _texts, at_revision(whole, model)),
    )


def _texts(session: Session, asked: Asked, rows: Sequence[Row]) -> list[FeatureText]:
    del session, asked
    return [FeatureText(*row) for row in rows]


def _recipe(model: StatementRow, properties: Mapping[str, Expression]) -> Select[*tuple[Any, ...]]:
    """The rows of the table, from what is current."""
    named: list[tuple[Any, Expression]] = [
        (literal_column(f"'{name}'"), one) for name, one in properties.items()
    ]
    written = func.json_object(*chain.from_iterable(named))
    place = and_(PlaceRow.id == model.place_id, PlaceRow.until.is_(None))
    source = and_(SourceRow.id == model.source_id, SourceRow.until.is_(None))
    columns = (
        *(model.pk, model.source_id, func.json_quote(model.id)),
        *(PlaceRow.longitude, PlaceRow.latitude),
        case((SourceRow.id.is_not(None), written)),
    )
    tables = select(*columns).select_from(model).outerjoin(PlaceRow, place)
    return tables.outerjoin(SourceRow, source).where(model.until.is_(None))


def list_text(stored: Expression) -> Any:
    """A list of texts as JSON, compact; where a character is escaped, the list is made anew.

    One with the character zero, at which SQLite would end a text, keeps what it has escaped.
    """
    parts = func.json_each(stored).table_valued("value")
    anew = select(func.json_group_array(parts.c.value)).scalar_subquery()
    to_be_made = and_(func.instr(stored, "\\") > 0, func.instr(stored, "\\u0000") == 0)
    return func.json(case((to_be_made, anew), else_=stored))


def day_after(stored: Expression) -> Any:
    """The day after one that is stored as a text; NULL after the last day of all."""
    return func.date(stored, _ONE_DAY)
