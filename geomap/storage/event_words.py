"""Which events tell of some words, in SQL that is not portable.

On SQLite the words of titles and summaries stand in a full-text index, which a trigger fills: an
event is never changed after it was stored. Elsewhere the texts themselves are searched.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Integer,
    MetaData,
    String,
    Table,
    and_,
    cast,
    func,
    literal_column,
    or_,
    select,
)
from sqlalchemy.orm import Session

from geomap.domain.event_search import Term, Terms
from geomap.domain.record import Dated
from geomap.storage.models import EventRow
from geomap.storage.revisions import rows_of, versions_at

_WORDS = Table("event_words", MetaData(), Column("rowid", Integer, primary_key=True))
_TITLE, _ALL = "{title} : ", ""


@dataclass(frozen=True, slots=True)
class Found:
    """An event that meets a search; `named` when its title, kind, place or actors do so."""

    dated: Dated
    named: bool


def create_index(connection: Connection) -> None:
    """Make the index over the events that are there; migrations call this once."""
    if connection.dialect.name != "sqlite":
        return
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE event_words USING fts5"
        "(title, summary, content='', tokenize='unicode61 remove_diacritics 2')"
    )
    connection.exec_driver_sql(
        "INSERT INTO event_words (rowid, title, summary) SELECT pk, title, summary FROM event"
    )
    connection.exec_driver_sql(
        "CREATE TRIGGER event_words_of_new AFTER INSERT ON event"
        " BEGIN INSERT INTO event_words (rowid, title, summary)"
        " VALUES (new.pk, new.title, new.summary); END"
    )


def drop_index(connection: Connection) -> None:
    """Take the index away again."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TRIGGER event_words_of_new")
        connection.exec_driver_sql("DROP TABLE event_words")


def events_with(session: Session, revision: int, terms: Terms, known: date | None) -> list[Found]:
    """The events in which every term is met, by its word or by what it names."""
    named = and_(*(_meets(session, term, _TITLE) for term in terms))
    columns = (EventRow.pk, EventRow.place_id, EventRow.earliest, EventRow.latest, named)
    query = select(*columns).where(
        versions_at(session, EventRow, revision),
        *(_meets(session, term, _ALL) for term in terms),
    )
    if known is not None:
        query = query.where(EventRow.known <= known)
    return [
        Found(Dated(pk, place_id, earliest, latest), bool(is_named))
        for pk, place_id, earliest, latest, is_named in rows_of(session, query)
    ]


def _meets(session: Session, term: Term, within: str) -> ColumnElement[bool]:
    return or_(_tells(session, term.word, within), *_names(term))


def _tells(session: Session, word: str, within: str) -> ColumnElement[bool]:
    """Whether the title, or also the summary, has a word that begins so."""
    if session.get_bind().dialect.name == "sqlite":
        matches = literal_column("event_words").op("MATCH")(f'{within}"{word}"*')
        return EventRow.pk.in_(select(_WORDS.c.rowid).where(matches))
    texts = (EventRow.title,) if within == _TITLE else (EventRow.title, EventRow.summary)
    return or_(*(func.lower(text).contains(word, autoescape=True) for text in texts))


def _names(term: Term) -> Iterable[ColumnElement[bool]]:
    """Whether the event is of a place, actor or kind that the term names."""
    if term.places:
        yield EventRow.place_id.in_(sorted(term.places))
    if term.kinds:
        yield EventRow.kind.in_(sorted(kind.value for kind in term.kinds))
    for actor in sorted(term.actors):
        yield cast(EventRow.actors, String).contains(f'"{actor}"', autoescape=True)
