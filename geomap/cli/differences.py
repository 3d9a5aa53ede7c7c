"""`geomap diff`: who gained what from whom between two answers."""

import json
from datetime import datetime
from typing import Any

import click
from rich.table import Table

from geomap.cli.options import DAY, second_standpoint_options, standpoint_options
from geomap.cli.tables import print_table
from geomap.domain.differences.changes import Asked, Difference, Party, balances_of, transfers_of
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.exports.differences import difference_document
from geomap.services.atlases import prepare_database
from geomap.services.differences import difference
from geomap.services.shapes import KeptShapes
from geomap.settings import Settings
from geomap.storage.database import Database


@click.command()
@click.argument("first", type=DAY, metavar="DAY")
@click.argument("last", type=DAY, metavar="[DAY]", required=False)
@standpoint_options
@second_standpoint_options
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def diff(
    settings: Settings, /, first: datetime, last: datetime | None, standpoint: Standpoint, **of: Any
) -> None:
    """Print who gained and lost what between two answers.

    Two days are compared, or for one day the answers that differ in what follows --to-: as known
    then and later, by one source and by another.
    """
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    ends = Asked(first.date(), standpoint), Asked((last or first).date(), of["second"])
    with database.reading() as session:
        found = difference(session, ends, KeptShapes())
    if of["as_json"]:
        click.echo(json.dumps(difference_document(found), ensure_ascii=False))
        return
    click.echo(f"{len(found.changes)} of {found.compared} places differ")
    print_table(_table(found))
    for one in transfers_of(found.changes):
        names = ", ".join(each.place.name for each in one.places)
        click.echo(f"\nfrom {_name(one.loser)} to {_name(one.winner)}: {names}")


def _table(found: Difference) -> Table:
    table = Table("party", "gains", "losses", "net", "km2 gained", "km2 lost", "km2 net", box=None)
    for one in balances_of(found.changes):
        table.add_row(
            _name(one.party),
            *(str(one.gains.places), str(one.losses.places), f"{one.net.places:+}"),
            *(f"{one.gains.km2:.0f}", f"{one.losses.km2:.0f}", f"{one.net.km2:+.0f}"),
        )
    return table


def _name(party: Party) -> str:
    return party.actor or f"nobody ({party.status})"
