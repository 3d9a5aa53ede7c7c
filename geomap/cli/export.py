"""`geomap export`: answers as files for elsewhere."""

from datetime import datetime, timedelta
from pathlib import Path

import click

from geomap.cli.options import DAY, standpoint_options
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.timeline import Span
from geomap.services.atlases import prepare_database
from geomap.services.standalone import write_standalone
from geomap.settings import Settings, templates_folder
from geomap.storage.database import Database


@click.group()
def export() -> None:
    """Write answers to files."""


@export.command()
@click.argument("first", type=DAY, metavar="DAY")
@click.argument("last", type=DAY, metavar="[LAST]", required=False)
@standpoint_options
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("geomap.html"),
    show_default=True,
    help="The file to write.",
)
@click.pass_obj
def html(
    settings: Settings,
    first: datetime,
    last: datetime | None,
    standpoint: Standpoint,
    out: Path,
) -> None:
    """Write one HTML file with a map of DAY, or of each day from DAY to LAST.

    The file holds all that it needs and opens without a network.
    """
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    span = Span(first.date(), (last or first).date() + timedelta(days=1))
    with database.reading() as session:
        size = write_standalone(session, span, standpoint, templates_folder(), out)
    click.echo(f"{out}: {size / 1e6:.1f} MB")
