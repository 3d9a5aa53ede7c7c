"""`geomap database`: keep the tables in order."""

import click

from geomap.domain.rule import Rule
from geomap.errors import DatabaseUnavailable
from geomap.services.atlases import prepare_database
from geomap.settings import Settings
from geomap.storage.database import Database
from geomap.storage.migrate import is_current


@click.group()
def database() -> None:
    """Look after the database."""


@database.command("upgrade")
@click.pass_obj
def upgrade_database(settings: Settings) -> None:
    """Bring the tables up to date; what is in them is kept."""
    prepare_database(Database(settings.database_url), Rule())
    click.echo("The database is up to date.")


@database.command("check")
@click.pass_obj
def check_database(settings: Settings) -> None:
    """Say whether the database can be used as it is."""
    if not is_current(Database(settings.database_url)):
        raise DatabaseUnavailable("Migrations are missing; run geomap database upgrade.")
    click.echo("The database is up to date.")
