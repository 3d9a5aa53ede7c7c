"""Bring the tables of a database up to date, keeping what is in it."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from geomap.errors import DatabaseUnavailable
from geomap.storage.database import Database
from geomap.storage.items import kept_texts

_FOLDER = Path(__file__).parent / "migrations"


def upgrade(database: Database) -> None:
    """Carry out the migrations that are missing, in one transaction where the database can.

    Texts that another program wrote are written anew.

    Raises DatabaseUnavailable when the tables were made by a newer geomap or another program.
    """
    # Only who has something to write waits for other writers.
    if is_current(database):
        return
    with database.connection() as connection:
        kept_texts.drop_triggers(connection)
        command.upgrade(_config(connection), "head")
        kept_texts.renew(connection)


def is_current(database: Database) -> bool:
    """Whether no migration is missing, and texts are those that this program writes.

    Raises DatabaseUnavailable when the tables were made by a newer geomap or another program.
    """
    with database.reading() as session:
        connection = session.connection()
        scripts = ScriptDirectory.from_config(_config(connection))
        _refuse_foreign(connection)
        _refuse_newer(connection, scripts)
        migrated = _current(connection) == scripts.get_current_head()
        return migrated and kept_texts.are_current(connection)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_foreign(connection: Connection) -> None:
    """Keep our tables out of a file that holds those of another program."""
    if connection.dialect.name != "sqlite":
        return  # A server's database may well hold more than our tables.
    tables = inspect(connection).get_table_names()
    if tables and "alembic_version" not in tables:
        raise DatabaseUnavailable(
            "The file is the database of another program; name another with GEOMAP_DATABASE."
        )


def _refuse_newer(connection: Connection, scripts: ScriptDirectory) -> None:
    current = _current(connection)
    if current is not None and current not in {
        script.revision for script in scripts.walk_revisions()
    }:
        raise DatabaseUnavailable(
            "The database was made by a newer geomap; install that version or name another"
            " database."
        )
