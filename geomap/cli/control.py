"""`geomap control`: who holds what on a day."""

import json
from datetime import date, datetime

import click
from rich.table import Table

from geomap.cli.options import DAY, standpoint_options
from geomap.cli.tables import print_table
from geomap.domain.answers import AlternativesAnswer, ControlAnswer, ControlQuery
from geomap.domain.control import Status
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.exports.geojson import control_collection
from geomap.exports.learning import alternatives_document
from geomap.services.alternatives import alternatives
from geomap.services.atlases import prepare_database
from geomap.services.control import control_on_day
from geomap.settings import Settings
from geomap.storage.database import Database


@click.command()
@click.argument("day", type=DAY, metavar="DAY")
@standpoint_options
@click.option(
    "--compare",
    is_flag=True,
    help="List only the places that the standard rule judges otherwise, with both answers.",
)
@click.option("--json", "as_json", is_flag=True, help="Print GeoJSON, or JSON with --compare.")
@click.pass_obj
def control(
    settings: Settings, day: datetime, standpoint: Standpoint, *, compare: bool, as_json: bool
) -> None:
    """Print who holds what on DAY (YYYY-MM-DD)."""
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    query = ControlQuery(day.date())
    with database.reading() as session:
        if compare:
            _show_alternatives(alternatives(session, query, standpoint, Rule()), as_json=as_json)
            return
        answer = control_on_day(session, query, standpoint)
    if as_json:
        click.echo(json.dumps(control_collection(answer), ensure_ascii=False))
    else:
        print_table(_table(answer, day.date()))


def _show_alternatives(answer: AlternativesAnswer, *, as_json: bool) -> None:
    document = alternatives_document(answer)
    if as_json:
        click.echo(json.dumps(document, ensure_ascii=False))
        return
    told = [one for one in document["differences"] if one["asked"]["status"] != Status.UNKNOWN]
    for one in told:
        click.echo(one["text"])
    # Most places are silent when few sources are heard; to list them would hide the others.
    if silent := len(document["differences"]) - len(told):
        places = "1 more place" if silent == 1 else f"{silent} more places"
        click.echo(f"The sources that are heard say nothing of {places}.")
    if not document["differences"]:
        click.echo("The standard rule gives the same answer everywhere.")


def _table(answer: ControlAnswer, day: date) -> Table:
    table = Table("place", "country", "status", "holders", "since", box=None)
    for one in answer.places:
        verdict = one.control.verdict
        marks = [
            word
            for word, applies in (
                ("opposed", verdict.opposed),
                ("uncertain", verdict.uncertain),
                ("stale", one.control.is_stale(day)),
            )
            if applies
        ]
        status = " ".join([verdict.status.value, *marks])
        since = one.period.start.isoformat() if one.period else ""
        table.add_row(one.place.name, one.place.country, status, ", ".join(verdict.holders), since)
    return table
