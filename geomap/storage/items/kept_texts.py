"""How the texts of statements follow what they are made of.

Triggers of SQLite write them, so that every way to write keeps them and none of them can be older
than the statement, its place or its source. The triggers hold the recipe of the texts; where it is
another than that of this program, the texts are written anew.
"""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import Session

from geomap.storage.database import remembered
from geomap.storage.items.records import CLAIMS, EVENTS
from geomap.storage.items.sources import Texts

TEXTS = tuple(one.texts for one in (EVENTS, CLAIMS) if one.texts)
_NAMED = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB '*_text_*'"
_TABLE = "{0}_text"
_COLUMNS = "(pk, source_id, id, longitude, latitude, properties)"
_KEPT = "geomap.kept_texts"


def are_kept(session: Session) -> bool:
    """Whether the texts are there, and are those that this program would write."""
    if session.get_bind().dialect.name != "sqlite":
        return False
    known = remembered(session)
    if _KEPT not in known:
        known[_KEPT] = are_current(session.connection())
    kept: bool = known[_KEPT]
    return kept


def are_current(connection: Connection) -> bool:
    """The same; also where there need be none, as in other databases than SQLite."""
    return connection.dialect.name != "sqlite" or _present(connection) == _triggers()


def renew(connection: Connection) -> None:
    """Write all texts anew, and have them kept from now on."""
    if connection.dialect.name != "sqlite":
        return
    drop_triggers(connection)
    for texts in TEXTS:
        connection.exec_driver_sql(f"DELETE FROM {_TABLE.format(texts.table)}")  # noqa: S608 -- Names of our own, here and below.
        # In the order in which they are stored, which costs a tenth of any other.
        connection.exec_driver_sql(f"{_writing(texts)} ORDER BY {texts.table}.pk")
    for trigger in _triggers().values():
        connection.exec_driver_sql(trigger)


def drop_triggers(connection: Connection) -> None:
    """Keep texts no longer, so that tables can be changed that they are made from."""
    if connection.dialect.name == "sqlite":
        for name in _present(connection):
            connection.exec_driver_sql(f"DROP TRIGGER {name}")


def _present(connection: Connection) -> dict[str, str]:
    return {row.name: row.sql for row in connection.exec_driver_sql(_NAMED)}


@cache
def _triggers() -> dict[str, str]:
    return {name: sql for texts in TEXTS for name, sql in _sentences(texts)}


def _sentences(texts: Texts) -> Iterator[tuple[str, str]]:
    """The triggers of one kind of statement, by name."""
    table, own = _TABLE.format(texts.table), texts.table
    gone = f"DELETE FROM {table} WHERE pk = OLD.pk"  # noqa: S608
    of_place = f"{own}.place_id = {{0}}.id"
    of_source = f"{own}.pk IN (SELECT pk FROM {table} WHERE source_id = {{0}}.id)"  # noqa: S608
    this = _writing(texts, f"{own}.pk = NEW.pk")
    steps: dict[str, tuple[str, ...]] = {
        f"INSERT ON {own}": (this,),
        f"UPDATE ON {own}": (gone, this),
        f"DELETE ON {own}": (gone,),
    }
    for other, which in (("place", of_place), ("source", of_source)):
        steps |= {
            f"{what} ON {other}": (_writing(texts, which.format(version)),)
            for what, version in (("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD"))
        }
    for when, sentences in steps.items():
        name = f"{table}_{when.lower().replace(' ', '_')}"
        yield name, f"CREATE TRIGGER {name} AFTER {when} BEGIN {'; '.join(sentences)}; END"


def _writing(texts: Texts, which: str | None = None) -> str:
    """What writes texts, all of them or some."""
    dialect = sqlite.dialect()
    recipe = str(texts.recipe.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    narrowed = f" AND {which}" if which else ""
    return f"INSERT OR REPLACE INTO {_TABLE.format(texts.table)} {_COLUMNS} {recipe}{narrowed}"
