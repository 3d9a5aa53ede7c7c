"""`geomap statistics`: how long and by whom places were held, on the terminal."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

import click
from rich.table import Table

from gazetteer.errors import GazetteerError
from geomap.cli.options import DAY, standpoint_options
from geomap.cli.tables import print_table
from geomap.domain.rule import Rule
from geomap.domain.standpoint import Standpoint
from geomap.domain.statistics.tallies import Statistics
from geomap.exports.statistics import (
    Subject,
    statistics_document,
    statistics_rows,
    statistics_table,
)
from geomap.services.atlases import prepare_database
from geomap.services.places import open_gazetteer
from geomap.services.statistics import statistics as counted_statistics
from geomap.services.statistics import with_governorates
from geomap.settings import Settings
from geomap.storage.database import Database

Row = dict[str, Any]


@click.command()
@click.argument("subject", type=click.Choice([one.value for one in Subject]))
@click.option("--from", "start", type=DAY, help="First day. Default: where the atlas' view begins.")
@click.option("--to", "end", type=DAY, help="Day after the last. Default: where the view ends.")
@standpoint_options
@click.option("--json", "form", flag_value="json", help="Print JSON.")
@click.option("--csv", "form", flag_value="csv", help="Print CSV.")
@click.pass_obj
def statistics(settings: Settings, /, subject: str, standpoint: Standpoint, **options: Any) -> None:
    """Print how long and by whom places were held, by SUBJECT."""
    database = Database(settings.database_url)
    prepare_database(database, Rule())
    days = tuple(_day(options[name]) for name in ("start", "end"))
    with database.reading() as session:
        counted = counted_statistics(session, (days[0], days[1]), standpoint)
    # Without a gazetteer governorates go by their codes.
    with suppress(GazetteerError), open_gazetteer(settings.gazetteer_path) as gazetteer:
        counted = with_governorates(counted, gazetteer)
    _print(counted, Subject(subject), options["form"])


def _day(moment: datetime | None) -> Any:
    return moment.date() if moment else None


def _print(counted: Statistics, subject: Subject, form: str | None) -> None:
    if form == "json":
        click.echo(json.dumps(statistics_document(counted, subject), ensure_ascii=False))
    elif form == "csv":
        click.echo(statistics_table(counted, subject), nl=False)
    else:
        window = counted.window
        click.echo(f"{window.days} days from {window.start} up to, but not including, {window.end}")
        print_table(_TABLES[subject](statistics_rows(counted, subject)))


def _places(rows: Sequence[Row]) -> Table:
    table = Table(
        "place", "country", "governorate", "held by (days)", "contested", "disputed", "unknown",
        "uncertain", "changes", "last change", "sieges (days)", box=None,
    )  # fmt: skip
    for row in rows:
        days = row["days"]
        table.add_row(
            *(row["name"], row["country"], row["governorate"] or row["admin1"]),
            _holders(row["held_by"], "days"),
            *(str(days[status]) for status in ("contested", "disputed", "unknown")),
            str(row["uncertain_days"]),
            *(str(row["changes"]), row["last_change"] or "", _sieges(row)),
        )
    return table


def _actors(rows: Sequence[Row]) -> Table:
    table = Table(
        "actor", "places", "place-days", "longest hold", "gains", "losses", "population-days",
        box=None,
    )  # fmt: skip
    for row in rows:
        longest = row["longest_hold"]
        hold = f"{longest['name']}, {longest['days']} days" if longest else ""
        table.add_row(
            *(row["actor"], str(row["places_held"]), str(row["place_days"]), hold),
            *(str(row[name]) for name in ("gains", "losses", "population_days")),
        )
    return table


def _governorates(rows: Sequence[Row]) -> Table:
    table = Table(
        "country", "governorate", "places", "held by (place-days)", "contested", "disputed",
        "unknown", "changes", "last change", "sieges (days)", box=None,
    )  # fmt: skip
    for row in rows:
        days = row["days"]
        table.add_row(
            *(row["country"], row["name"] or row["admin1"] or "", str(row["places"])),
            _holders(row["held_by"], "place_days"),
            *(str(days[status]) for status in ("contested", "disputed", "unknown")),
            *(str(row["changes"]), row["last_change"] or "", _sieges(row)),
        )
    return table


def _holders(held_by: Sequence[Row], unit: str) -> str:
    longest_first = sorted(held_by, key=lambda one: (-one[unit], one["actor"]))
    return ", ".join(f"{one['actor']} {one[unit]}" for one in longest_first)


def _sieges(row: Row) -> str:
    return f"{row['sieges']} ({row['siege_days']})" if row["sieges"] else ""


_TABLES = {
    Subject.PLACES: _places,
    Subject.ACTORS: _actors,
    Subject.GOVERNORATES: _governorates,
}
